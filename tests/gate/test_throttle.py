"""Slowing down guesses, on a clock of our own."""

from luko.gate.throttle import (
    FORGOTTEN_AFTER_SECONDS,
    FREE_PER_ADDRESS,
    FREE_PER_NAME,
    FREE_TOGETHER,
    LONGEST_WAIT_SECONDS,
    MOST_KEPT,
    Throttle,
)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def guessing(times, name="kees", address="1.1.1.1"):
    """A throttle after so many failures, each made as soon as it was allowed; and the waits in between."""
    clock = Clock()
    throttle = Throttle(clock)
    waits = []
    for _ in range(times):
        wait = throttle.take(name, address)
        if wait:
            waits.append(wait)
            clock.now += wait
            assert throttle.take(name, address) == 0
    return throttle, clock, waits


def test_the_first_failures_are_free_and_then_each_waits_longer():
    _, _, waits = guessing(FREE_TOGETHER + 4)
    assert waits == sorted(waits)
    assert waits[0] <= 2
    assert waits[-1] > 2 * waits[0]


def test_the_wait_ends_and_never_exceeds_a_minute():
    _, _, waits = guessing(FREE_TOGETHER + 20)
    assert max(waits) <= LONGEST_WAIT_SECONDS + 1


def test_waiting_does_not_make_it_longer():
    throttle, clock, _ = guessing(FREE_TOGETHER + 3)
    first = throttle.take("kees", "1.1.1.1")
    assert first > 1
    assert throttle.take("kees", "1.1.1.1") == first
    clock.now += first
    assert throttle.take("kees", "1.1.1.1") == 0


def test_another_name_and_another_address_are_not_held_up():
    throttle, _, _ = guessing(FREE_TOGETHER + 3)
    assert throttle.take("sam", "1.1.1.1") == 0
    assert throttle.take("kees", "2.2.2.2") == 0


def test_many_addresses_guessing_one_name_are_slowed_down_together():
    throttle = Throttle(Clock())
    for number in range(FREE_PER_NAME):
        assert throttle.take("kees", f"10.0.0.{number}") == 0
    assert throttle.take("kees", "10.9.9.9") > 0


def test_one_address_guessing_many_names_is_slowed_down():
    throttle = Throttle(Clock())
    for number in range(FREE_PER_ADDRESS):
        assert throttle.take(f"naam{number}", "1.1.1.1") == 0
    assert throttle.take("weer een ander", "1.1.1.1") > 0


def test_failures_are_forgotten_in_time_and_after_success():
    throttle, clock, _ = guessing(FREE_TOGETHER + 5)
    clock.now += FORGOTTEN_AFTER_SECONDS + 1
    assert [throttle.take("kees", "1.1.1.1") for _ in range(FREE_TOGETHER)] == [0] * FREE_TOGETHER
    throttle.succeeded("kees", "1.1.1.1")
    assert throttle.take("kees", "1.1.1.1") == 0


def test_a_flood_of_names_does_not_fill_the_memory():
    throttle = Throttle(Clock())
    for number in range(MOST_KEPT * 2):
        throttle.take(f"naam{number}", f"adres{number}")
    assert len(throttle._failures) <= MOST_KEPT + 3
