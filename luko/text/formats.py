"""Numbers and dates the way Dutch readers write them: 24%, 7,4, 2.749, 22-11-2026, −3."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

MINUS = "−"
PERCENTAGES = ("ces", "janee")
MEANS = ("cijfer", "schaal")
COUNTED = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def decimal(number: float, digits: int = 1) -> str:
    """A number with a fixed number of decimals, comma for decimals and point for thousands."""
    rounded = Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    dutch = f"{abs(rounded):,}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{dutch}" if rounded < 0 else dutch


def whole(number: float) -> str:
    """A whole number: `2.749`."""
    return decimal(number, 0)


def percentage(number: float) -> str:
    """A percentage on the scale 0-100, without decimals: `24%`."""
    return f"{whole(number)}%"


def counted(number: int) -> str:
    """A count inside a sentence: in letters up to twelve, then in figures; zero is `geen`."""
    return COUNTED[number] if number < len(COUNTED) else whole(number)


def day(moment: date) -> str:
    """A date: `22-11-2026`."""
    return f"{moment:%d-%m-%Y}"


def day_and_time(moment: datetime) -> str:
    """A moment: `22-11-2026 om 05:12`."""
    return f"{moment:%d-%m-%Y} om {moment:%H:%M}"


def value(number: float, kind: str) -> str:
    """A figure of a question of this kind: `24%`, `7,4`, or a bare whole number for NPS."""
    if kind in PERCENTAGES:
        return percentage(number)
    return decimal(number) if kind in MEANS else whole(number)


def interval(lower: float, upper: float, kind: str) -> str:
    """The two ends of an interval: `21% tot 27%`."""
    return f"{value(lower, kind)} tot {value(upper, kind)}"


def points(difference: float, kind: str) -> str:
    """The size of a difference, without its sign: `7 punten`, `0,3 punt`; never a percentage."""
    number = bare(difference, kind)
    return f"{number} {'punt' if kind in MEANS or number == '1' else 'punten'}"


def shortest(number: float, kind: str) -> str:
    """A round value of this kind without needless decimals: `5`, `2,5`, `50%`."""
    return whole(number) if kind in MEANS and number == int(number) else value(number, kind)


def bare(difference: float, kind: str) -> str:
    """A difference as a number alone, without sign: `4`, `0,3`."""
    return decimal(abs(difference)) if kind in MEANS else whole(abs(difference))


def signed(difference: float, kind: str) -> str:
    """A difference as a number with its sign: `−2`, `+0,3`."""
    number = decimal(difference) if kind in MEANS else whole(difference)
    return f"+{number}" if difference > 0 and number.strip("0,") else number
