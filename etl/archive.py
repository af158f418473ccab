"""The archive: per load the mapped, non-personal columns as delivered, so that nothing delivered is lost."""

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from etl import reading
from etl.problems import showable
from etl.sources import Source
from luko.config import settings

if TYPE_CHECKING:
    from etl.intake import Delivery

_UNKNOWN = "unknown_"
_WITHOUT_PERSONS = r"^(\d+|[jJ][aA]|[nN][eE][eE]|[nN]\.?[vV]\.?[tT]\.?)$"


def keepable(text: pl.DataFrame, source: Source, problems: pl.DataFrame) -> pl.DataFrame:
    """What may be kept of delivered text that is already free of personal columns and redacted.

    A cell that could not be read may hold anything, also a name: it is kept only as far as it may be shown.
    An unknown column is kept only when none of its values can be a person.
    """
    kept = text.select(name for name in text.columns if _may_stay(text[name]))
    if "postcode4" in kept.columns:
        kept = kept.with_columns(pl.col("postcode4").str.slice(0, 4))
    kinds = {column.header: (column.name, column.reading) for column in source.columns}
    for (header,), wrong in problems.group_by("column"):
        name, kind = kinds.get(str(header), (str(header), reading.SCORE))
        if name in kept.columns:
            masked = pl.Series([showable(value, kind) or None for value in kept[name]], dtype=pl.String)
            unreadable = pl.col("line").is_in(wrong["line"].to_list())
            kept = kept.with_columns(pl.when(unreadable).then(masked).otherwise(pl.col(name)).alias(name))
    return kept


def write(load_id: str, delivery: "Delivery") -> Path:
    """Write one load to the archive and return where; file, source and moment go into the Parquet file itself."""
    file = settings().folder("archive") / f"{load_id}.parquet"
    about = {
        "file": delivery.file.name,
        "source": delivery.source.name,
        "sha256": delivery.sha256,
        "started_at": delivery.started_at.isoformat(),
    }
    delivery.archived.write_parquet(file, metadata=about)
    return file


def _may_stay(values: pl.Series) -> bool:
    if not values.name.startswith(_UNKNOWN):
        return True
    return bool(values.drop_nulls().str.contains(_WITHOUT_PERSONS).all())
