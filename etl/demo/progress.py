"""How far projects are on the last day, and what CAPO therefore shows of them."""

import numpy as np
import polars as pl

from etl.demo import draw


def outcome(placed: pl.DataFrame, today: int) -> pl.DataFrame:
    """One row per project: what its live orders add up to, and its processtap `today`.

    `finished`, `ready`, `replans` and `visits` are also filled for what still lies ahead.
    """
    live = placed.filter(~pl.col("cancelled"))
    summed = live.group_by("project", maintain_order=True).agg(
        all_new=(pl.col("kind") == "nieuw").all(),
        begun=pl.col("definitive").min(),
        finished=pl.col("done").max(),
        ready=pl.col("ready").max(),
        replans=pl.col("replans").max(),
        visits=pl.col("visit").n_unique(),
        first_provisional=pl.col("provisional_sent").first(),
    )
    step = (
        pl.when(pl.col("ready") <= today)
        .then(pl.lit("Gereed"))
        .when(pl.col("finished") <= today)
        .then(pl.lit("Oplevering"))
        .when(pl.col("begun") <= today)
        .then(pl.lit("In uitvoering"))
        .when(pl.col("first_provisional") <= today)
        .then(pl.lit("Werkvoorbereiding"))
        .otherwise(pl.lit("Intake"))
    )
    return summed.with_columns(process_step=step).drop("first_provisional")


def shown(rng: np.random.Generator, placed: pl.DataFrame, outcome: pl.DataFrame, today: int) -> pl.DataFrame:
    """The orders with only what is known `today`; a cancelled order keeps what came before."""
    known = pl.min_horizontal(pl.lit(today), pl.when("cancelled").then("cancelled_on").otherwise(pl.lit(today)))
    paused = draw.chance(rng, len(outcome), 0.03)[placed["project"].to_numpy()]
    early = pl.col("process_step").is_in(["Intake", "Werkvoorbereiding"])
    steps = outcome.select("project", "process_step")
    orders = placed.join(steps, on="project", how="left", maintain_order="left").with_columns(
        process_step=pl.when("cancelled")
        .then(pl.lit("Geannuleerd"))
        .when(early & pl.Series(paused))
        .then(pl.lit("Gepauzeerd"))
        .otherwise("process_step")
    )
    planned, live = pl.col("definitive_sent") <= known, ~pl.col("cancelled")
    moved = planned & live & (pl.col("definitive") <= today)
    return orders.with_columns(
        agreed=pl.when(pl.col("agreed") <= known).then("agreed"),
        provisional=pl.when(pl.col("provisional_sent") <= known).then("provisional"),
        definitive=pl.when(planned).then("definitive"),
        replans=pl.when(moved).then("replans").otherwise(0),
        reason_code=pl.when(moved & (pl.col("replans") > 0)).then("reason_code"),
        done=pl.when(live & (pl.col("done") <= today)).then("done"),
        ready=pl.when(live & (pl.col("process_step") == "Gereed")).then("ready"),
    )
