"""Dates and moments: dd-mm-jjjj or ISO, kept as Amsterdam wall time.

An ambiguous hour is its first occurrence, a non-existent one is unreadable (contract section 4).
"""

import polars as pl

from luko.clock import AMSTERDAM

ZONE = AMSTERDAM.key
_DUTCH = r"^\d{2}-\d{2}-\d{4}( \d{2}:\d{2}(:\d{2})?)?$"
_ISO = r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?$"
_ZONED = r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?[+-]\d{2}:?\d{2}$"
_DUTCH_DAY = r"^(\d{2})-(\d{2})-(\d{4})( .*[+-]\d{2}:\d{2})$"
_ONLY_A_DAY = r"^(\d{2}-\d{2}-\d{4}|\d{4}-\d{2}-\d{2})$"


def read(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Wall time in Amsterdam (Datetime, null when unreadable) and whether only a day was given."""
    frame = pl.DataFrame({"text": _plain(text)})
    dutch = pl.when(pl.col("text").str.contains(_DUTCH)).then(pl.col("text"))
    iso = pl.when(pl.col("text").str.contains(_ISO)).then(pl.col("text"))
    zoned = pl.when(pl.col("text").str.contains(_ZONED)).then(pl.col("text"))
    wall = pl.coalesce(
        *[dutch.str.to_datetime(f"%d-%m-%Y{time}", strict=False, time_unit="us") for time in (" %H:%M", " %H:%M:%S")],
        *[
            iso.str.to_datetime(f"%Y-%m-%d{time}", strict=False, time_unit="us")
            for time in (" %H:%M", " %H:%M:%S", " %H:%M:%S%.f")
        ],
        dutch.str.to_date("%d-%m-%Y", strict=False).cast(pl.Datetime("us")),
        iso.str.to_date("%Y-%m-%d", strict=False).cast(pl.Datetime("us")),
    )
    existing = wall.dt.replace_time_zone(ZONE, ambiguous="earliest", non_existent="null").dt.replace_time_zone(None)
    carried = (
        pl.coalesce(
            *[
                zoned.str.to_datetime(f"%Y-%m-%d{time}%#z", strict=False, time_unit="us", time_zone="UTC")
                for time in (" %H:%M", " %H:%M:%S", " %H:%M:%S%.f")
            ]
        )
        .dt.convert_time_zone(ZONE)
        .dt.replace_time_zone(None)
    )
    read_as = frame.select(
        moment=pl.coalesce(existing, carried),
        only_a_day=pl.col("text").str.contains(_ONLY_A_DAY).fill_null(False),
    )
    return read_as["moment"], read_as["only_a_day"]


def _plain(text: pl.Series) -> pl.Series:
    """One spelling: a space before the time, and an offset such as Z, +01 or +0100 as +01:00 right behind it."""
    spaced = text.str.replace(r"^(\d{4}-\d{2}-\d{2})[Tt]", "$1 ")
    offset = spaced.str.replace(r"(\d:\d{2}\S*?) ?[Zz]$", "$1+00:00").str.replace(
        r"(\d:\d{2}\S*?) ?([+-]\d{2})$", "$1$2:00"
    )
    closed = offset.str.replace(r"(\d:\d{2}\S*?) ?([+-]\d{2}):?(\d{2})$", "$1$2:$3")
    return closed.str.replace(_DUTCH_DAY, "$3-$2-$1$4")


def absolute(wall: pl.Expr) -> pl.Expr:
    """Wall time in Amsterdam as a point in absolute time, for differences across a change of the clock."""
    return wall.dt.replace_time_zone(ZONE, ambiguous="earliest", non_existent="null")
