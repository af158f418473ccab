"""A handful of faulty rows, so that the rejects of a demo are not empty: each breaks another rule."""

from datetime import date, datetime, time, timedelta

import polars as pl

from etl.demo.delivery import MOMENT

KEY, TOUCHPOINT, CUSTOMER = "ResponsID", "Meting", "clusterid"
INVITED, ANSWERED = "Uitgenodigd op", "Ingevuld op"
UNKNOWN_CUSTOMER = "999999999999"  # known customers begin with a zero
OLD_ENOUGH = 40  # days: whatever is changed still lies before the last day
Row = dict[str, str | None]


def sow(rows: pl.DataFrame, until: date) -> pl.DataFrame:
    """The export with ten faulty rows, spread and at the end; fewer when there is little to spoil."""
    invited = pl.col(INVITED).str.to_datetime(MOMENT)
    long_ago = datetime.combine(until - timedelta(OLD_ENOUGH), time())
    sound = rows.with_row_index("row").filter(
        pl.col(TOUCHPOINT) == "eindmeting", pl.col(ANSWERED).is_not_null(), invited < long_ago
    )
    if len(sound) < len(CHANGES):
        return rows
    picked = sound.gather_every(len(sound) // len(CHANGES)).head(len(CHANGES)).rows(named=True)
    spoiled = {row.pop("row"): change(row) for change, row in zip(CHANGES, picked, strict=True)}
    body = [spoiled.get(number, row) for number, row in enumerate(rows.iter_rows(named=True))]
    return pl.DataFrame(body + _added(body, until), schema=rows.schema, orient="row")


def _grade_outside_its_scale(row: Row) -> Row:
    return row | {"CIJFER": "11"}


def _half_a_point(row: Row) -> Row:
    return row | {"NPS": "8,5"}


def _answered_before_invited(row: Row) -> Row:
    return row | {ANSWERED: _moved(row, timedelta(days=-2))}


def _answered_when_the_link_was_closed(row: Row) -> Row:
    return row | {ANSWERED: _moved(row, timedelta(days=17, hours=3))}


def _of_a_customer_nobody_knows(row: Row) -> Row:
    return row | {CUSTOMER: UNKNOWN_CUSTOMER}


CHANGES = (
    _grade_outside_its_scale,
    _answered_before_invited,
    _of_a_customer_nobody_knows,
    _half_a_point,
    _answered_when_the_link_was_closed,
)


def _added(body: list[Row], until: date) -> list[Row]:
    """At the end: an impossible date, a Meting nobody knows, a key twice with other answers, a row twice."""
    last = str(body[-1][KEY])
    number = int(last.removeprefix("R"))
    keys = [f"R{number + step:0{len(last) - 1}d}" for step in (1, 2, 3)]
    answered = datetime.combine(until - timedelta(OLD_ENOUGH), time(10, 15))
    call: Row = dict.fromkeys(body[-1]) | {TOUCHPOINT: "ivr", ANSWERED: f"{answered:{MOMENT}}"}
    return [
        call | {KEY: keys[0], "TEVREDEN": "3", ANSWERED: f"31-02-{until.year} 10:15"},
        call | {KEY: keys[1], TOUCHPOINT: "chatgesprek"},
        call | {KEY: keys[2], "TEVREDEN": "2", "OPGELOST": "nee"},
        call | {KEY: keys[2], "TEVREDEN": "4", "OPGELOST": "ja"},
        dict(body[-1]),
    ]


def _moved(row: Row, distance: timedelta) -> str:
    """A moment at this distance of the invitation, as text."""
    invited = datetime.strptime(str(row[INVITED]), MOMENT)
    return f"{invited + distance:{MOMENT}}"
