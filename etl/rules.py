"""Rules 3, 4 and 6 of contract section 4, judged on a row together with what was known of it before."""

from datetime import datetime

import polars as pl

from etl.moments import absolute
from etl.problems import SET_ASIDE
from etl.sources import Source

LINK_OPEN_HOURS = 14 * 24
LATE = "is later dan 14 dagen na de uitnodiging, de link was gesloten; de antwoorden zijn weggelaten"

# A date without time compares by day.
_ONLY_DAYS = pl.col("answered_at_only_a_day") | pl.col("invited_at_only_a_day").fill_null(False)


def judge_responses(
    rows: pl.DataFrame, source: Source, started_at: datetime, linked_touchpoints: frozenset[int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that stand, with `link_closed`, and what is set aside (form: problems.SET_ASIDE)."""
    answered, clusterid = (source.column(name).header for name in ("answered_at", "cluster_id"))
    too_early, too_late = _before_invitation(), _after(started_at)
    without_clusterid = pl.col("touchpoint_id").is_in(list(linked_touchpoints)) & pl.col("cluster_id").is_null()
    judged = rows.with_columns(
        fault=pl.when(too_early)
        .then(pl.lit("ligt voor het moment van uitnodigen; de rij is afgekeurd"))
        .when(too_late)
        .then(pl.lit("ligt na het begin van deze laadbeurt; de rij is afgekeurd"))
        .when(without_clusterid)
        .then(pl.lit("deze meting heeft een clusterid nodig; de rij is afgekeurd")),
        column=pl.when(too_early | too_late).then(pl.lit(answered)).otherwise(pl.lit(clusterid)),
        link_closed=_after_closing().fill_null(False),
    )
    rejected = _set_aside(judged.filter(pl.col("fault").is_not_null()), source, whole_row=True)
    standing = judged.filter(pl.col("fault").is_null())
    late = standing.filter("link_closed").with_columns(fault=pl.lit(LATE), column=pl.lit(answered))
    return standing.drop("fault", "column"), pl.concat([rejected, _set_aside(late, source, whole_row=False)])


def _before_invitation() -> pl.Expr:
    days = pl.col("answered_at").dt.date() < pl.col("invited_at").dt.date()
    return pl.when(_ONLY_DAYS).then(days).otherwise(absolute(pl.col("answered_at")) < absolute(pl.col("invited_at")))


def _after(started_at: datetime) -> pl.Expr:
    now = pl.lit(started_at.replace(tzinfo=None))  # moments of a delivery are Amsterdam wall time
    days = pl.col("answered_at").dt.date() > now.dt.date()
    return pl.when(pl.col("answered_at_only_a_day")).then(days).otherwise(pl.col("answered_at") > now)


def _after_closing() -> pl.Expr:
    days = (pl.col("answered_at").dt.date() - pl.col("invited_at").dt.date()).dt.total_days()
    elapsed = absolute(pl.col("answered_at")) - absolute(pl.col("invited_at"))
    return pl.when(_ONLY_DAYS).then(days * 24 > LINK_OPEN_HOURS).otherwise(elapsed > pl.duration(hours=LINK_OPEN_HOURS))


def _set_aside(rows: pl.DataFrame, source: Source, whole_row: bool) -> pl.DataFrame:
    moment = pl.col("answered_at").dt.to_string("%d-%m-%Y %H:%M").fill_null("")
    value = pl.when(pl.col("column") == source.column("answered_at").header).then(moment).otherwise(pl.lit(""))
    return rows.select(
        "line",
        key=pl.col(source.key.name),
        column=pl.col("column"),
        value=value,
        reason=pl.when(value != "").then(value + pl.lit(" ") + pl.col("fault")).otherwise(pl.col("fault")),
        whole_row=pl.lit(whole_row),
    ).cast(SET_ASIDE)  # type: ignore[arg-type]
