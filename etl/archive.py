"""The archive: per load the mapped, non-personal columns as delivered, so that nothing delivered is lost."""

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from etl import cells, reading
from etl.problems import HIDDEN_VALUE, showable
from etl.sources import Source
from luko import reference
from luko.config import settings

if TYPE_CHECKING:
    from etl.intake import Delivery

_UNKNOWN = "unknown_"
# A score or a count; a longer number could be a telephone number.
_WITHOUT_PERSONS = r"^(\d{1,3}|[jJ][aA]|[nN][eE][eE]|[nN]\.?[vV]\.?[tT]\.?)$"


def keepable(text: pl.DataFrame, source: Source, open_answers: set[str]) -> pl.DataFrame:
    """What may be kept of delivered text that is already free of personal columns and redacted.

    A cell of the wrong kind may hold anything, also a name: it is kept only in the form of a date, code or score,
    whatever became of its row. An unknown column is kept only when none of its values can be a person.
    """
    kinds = {column.name: column.reading for column in source.columns}
    columns = [text["line"]]
    for values in text.select(pl.exclude("line")).iter_columns():
        if values.name in open_answers:
            columns.append(values)
        elif kinds.get(values.name) == "name":
            columns.append(values.set(cells.may_be_a_person(values), HIDDEN_VALUE))
        elif values.name.startswith(_UNKNOWN):
            columns += [values] if _without_persons(values) else []
        elif values.name == "postcode4":
            columns.append(cells.as_postcode4(values)[0])
        else:
            columns.append(_in_form(values, kinds.get(values.name, reading.SCORE)))
    return pl.DataFrame(columns)


def _in_form(values: pl.Series, kind: str) -> pl.Series:
    known = set(reference.read("codes").filter(pl.col("column") == values.name)["delivered"].str.to_lowercase())
    kept = {value: value if value.lower() in known else showable(value, kind) for value in values.drop_nulls().unique()}
    return values.replace_strict(kept, default=None, return_dtype=pl.String) if kept else values


def _without_persons(values: pl.Series) -> bool:
    return bool(values.drop_nulls().str.contains(_WITHOUT_PERSONS).all())


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
