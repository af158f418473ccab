"""Rules 3, 4 and 6 of contract section 4, judged on a row together with what was known of it before."""

from datetime import datetime

import polars as pl

from etl.moments import absolute
from etl.problems import SET_ASIDE
from etl.sources import Source

LINK_OPEN_HOURS = 14 * 24


def judge_responses(
    rows: pl.DataFrame, source: Source, started_at: datetime, linked_touchpoints: frozenset[int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that stand, with `link_closed`, and what is set aside (form: problems.SET_ASIDE)."""
    now = pl.lit(started_at.replace(tzinfo=None))  # moments of a delivery are Amsterdam wall time
    answered = source.column("answered_at").header
    clusterid = source.column("cluster_id").header
    day_only = pl.col("answered_at_only_a_day") | pl.col("invited_at_only_a_day").fill_null(False)
    before_invitation = (
        pl.when(day_only)
        .then(pl.col("answered_at").dt.date() < pl.col("invited_at").dt.date())
        .otherwise(absolute(pl.col("answered_at")) < absolute(pl.col("invited_at")))
    )
    in_future = (
        pl.when(pl.col("answered_at_only_a_day"))
        .then(pl.col("answered_at").dt.date() > now.dt.date())
        .otherwise(pl.col("answered_at") > now)
    )
    without_clusterid = pl.col("touchpoint_id").is_in(list(linked_touchpoints)) & pl.col("cluster_id").is_null()
    reasons = rows.with_columns(
        fault=pl.when(before_invitation)
        .then(pl.lit("ligt voor het moment van uitnodigen; de rij is afgekeurd"))
        .when(in_future)
        .then(pl.lit("ligt na het begin van deze laadbeurt; de rij is afgekeurd"))
        .when(without_clusterid)
        .then(pl.lit("deze meting heeft een clusterid nodig; de rij is afgekeurd")),
        column=pl.when(before_invitation | in_future).then(pl.lit(answered)).otherwise(pl.lit(clusterid)),
        link_closed=_after_closing(day_only).fill_null(False),
    )
    rejected = _set_aside(reasons.filter(pl.col("fault").is_not_null()), source, whole_row=True)
    standing = reasons.filter(pl.col("fault").is_null())
    late = standing.filter("link_closed").with_columns(
        fault=pl.lit("is later dan 14 dagen na de uitnodiging, de link was gesloten; de antwoorden zijn weggelaten"),
        column=pl.lit(answered),
    )
    return standing.drop("fault", "column"), pl.concat([rejected, _set_aside(late, source, whole_row=False)])


def _after_closing(day_only: pl.Expr) -> pl.Expr:
    days = (pl.col("answered_at").dt.date() - pl.col("invited_at").dt.date()).dt.total_days()
    elapsed = absolute(pl.col("answered_at")) - absolute(pl.col("invited_at"))
    return pl.when(day_only).then(days * 24 > LINK_OPEN_HOURS).otherwise(elapsed > pl.duration(hours=LINK_OPEN_HOURS))


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
