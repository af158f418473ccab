"""Rule 2: within one file, equal rows with one key collapse, and differing ones are all set aside."""

import polars as pl

from etl.problems import SET_ASIDE, showable
from etl.sources import Source


def collapse(rows: pl.DataFrame, source: Source) -> tuple[pl.DataFrame, int, pl.DataFrame]:
    """The rows with one row per key, how many equal repeats fell away, and the differing rows set aside."""
    key = source.key
    values = pl.struct(pl.exclude("line", key.name))
    contents = rows.group_by(key.name).agg(values.n_unique().alias("contents"))
    differing = rows.join(contents.filter(pl.col("contents") > 1), on=key.name, how="semi")
    single = rows.join(differing, on=key.name, how="anti")
    kept = single.unique(key.name, keep="first", maintain_order=True)
    set_aside = differing.select(
        "line",
        key=pl.col(key.name),
        column=pl.lit(key.header),
        value=pl.col(key.name).map_elements(lambda value: showable(value, key.reading), return_dtype=pl.String),
        reason=pl.lit("de sleutel staat vaker in dit bestand, met andere waarden; alle rijen zijn afgekeurd"),
        whole_row=pl.lit(True),
    )
    return kept, len(single) - len(kept), set_aside.cast(SET_ASIDE)  # type: ignore[arg-type]
