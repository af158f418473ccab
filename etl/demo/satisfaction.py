"""What customers felt, and the scores that follow from it.

One feeling per project drives all its answers. Replans, days past the wensweek and separate visits lower
it; contractors differ in it; Synfra raises it during the last year. A score is the rank of the feeling among
all who were invited, cut at the shares below, so that the whole looks like what such surveys bring.
"""

import numpy as np
import polars as pl

from etl.demo import draw

IMPROVING = "Synfra"
SHARES: dict[str, tuple[float, ...]] = {  # from the lowest score of the scale to the highest
    "CES": (0.20, 0.27, 0.23, 0.19, 0.11),
    "CIJFER": (0.010, 0.009, 0.014, 0.025, 0.042, 0.095, 0.240, 0.365, 0.145, 0.055),
    "NPS": (0.02, 0.015, 0.02, 0.025, 0.035, 0.06, 0.095, 0.20, 0.28, 0.15, 0.10),
    "INFO": (0.06, 0.11, 0.21, 0.38, 0.24),
    "BEREIK": (0.09, 0.14, 0.24, 0.34, 0.19),
    "MONTEUR": (0.02, 0.04, 0.12, 0.40, 0.42),
    "KWALITEIT": (0.03, 0.06, 0.14, 0.41, 0.36),
    "DUIDELIJK": (0.04, 0.08, 0.18, 0.42, 0.28),
    "CONTACT": (0.06, 0.10, 0.20, 0.38, 0.26),
}


def felt(rng: np.random.Generator, projects: pl.DataFrame, today: int) -> pl.DataFrame:
    """The projects with `communication`, `craft`, `manner` and `overall` as felt by their customers."""
    count = len(projects)
    replans = np.minimum(projects["replans"].to_numpy(), 3)
    late = np.clip((projects["finished"] - projects["wished"]).to_numpy() - 6, 0, 60)
    ramp = np.clip((projects["ready"].to_numpy() - (today - 365)) / 250, 0, 1)
    better = 0.40 * ramp * (projects["combi"] == IMPROVING).to_numpy()
    communication = projects["communication"].to_numpy() - 0.12 * replans + rng.normal(0, 0.8, count)
    craft = projects["craft"].to_numpy() + rng.normal(0, 0.8, count)
    manner = 0.3 * projects["craft"].to_numpy() + rng.normal(0, 0.8, count)
    burden = 0.21 * replans + 0.007 * late + 0.18 * (projects["visits"].to_numpy() - 1)
    own = projects["quality"].to_numpy() + better - burden + rng.normal(0, 0.6, count)
    return projects.with_columns(
        pl.Series("communication", communication + 0.4 * better),
        pl.Series("craft", craft),
        pl.Series("manner", manner),
        pl.Series("overall", own + 0.4 * communication + 0.3 * craft + 0.2 * manner),
    )


def of_the_chain(rng: np.random.Generator, invited: pl.DataFrame) -> pl.DataFrame:
    """The answers all invited customers would give to the eindmeting, if they did; column per question."""
    overall = invited["overall"].to_numpy()
    latent = {
        "CES": _said(rng, -overall, 0.5),
        "CIJFER": _said(rng, overall, 0.4),
        "NPS": _said(rng, overall, 0.5),
        "INFO": _said(rng, invited["communication"].to_numpy() + 0.4 * overall, 0.4),
        "BEREIK": _said(rng, invited["communication"].to_numpy() + 0.3 * overall, 0.6),
        "MONTEUR": _said(rng, invited["manner"].to_numpy() + 0.3 * overall, 0.4),
        "KWALITEIT": _said(rng, invited["craft"].to_numpy() + 0.3 * overall, 0.4),
    }
    kept = 1 / (1 + np.exp(-(2.5 + 0.7 * overall - 0.9 * invited["replans"].to_numpy())))
    yes = draw.chance(rng, len(invited), kept)
    return _scores(latent).with_columns(AFSPRAAK=pl.Series(np.where(yes, "ja", "nee")))


def of_the_plan(rng: np.random.Generator, invited: pl.DataFrame) -> pl.DataFrame:
    """The answers all invited customers would give about a plan message."""
    contact = 0.8 * invited["communication"].to_numpy() + 0.3 * invited["overall"].to_numpy()
    latent = {
        "CIJFER": _said(rng, contact, 0.5),
        "DUIDELIJK": _said(rng, contact, 0.6),
        "CONTACT": _said(rng, contact, 0.5),
    }
    return _scores(latent)


def left_open(rng: np.random.Generator, answers: pl.DataFrame) -> pl.DataFrame:
    """The same answers, some of them skipped, `weet niet` or `n.v.t.` (nobody at home, nobody phoned)."""
    skipped = {"CES": (0.012, 0.0, 0.0), "CIJFER": (0.012, 0.0, 0.0), "MONTEUR": (0.03, 0.01, 0.06)}
    columns = []
    for question in answers.columns:
        blank, unknown, not_applicable = skipped.get(question, (0.03, 0.01, 0.02))
        drawn = pl.Series(rng.random(len(answers)))
        columns.append(
            pl.when(drawn < blank)
            .then(None)
            .when(drawn < blank + unknown)
            .then(pl.lit("weet niet"))
            .when(drawn < blank + unknown + not_applicable)
            .then(pl.lit("n.v.t."))
            .otherwise(pl.col(question))
            .alias(question)
        )
    return answers.select(columns)


def _said(rng: np.random.Generator, feeling: draw.Numbers, noise: float) -> draw.Numbers:
    return feeling + rng.normal(0, noise, feeling.size)


def _scores(latent: dict[str, draw.Numbers]) -> pl.DataFrame:
    lowest = {"NPS": 0}
    return pl.DataFrame(
        {
            question: (draw.ranked(values, SHARES[question]) + lowest.get(question, 1)).astype(str)
            for question, values in latent.items()
        }
    )
