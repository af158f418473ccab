"""Where the demo plays: real places and companies of the networks, invented contractors."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from luko.reference import DEFAULTS

HERE = Path(__file__).resolve().parent
AVERAGE = {"size": 20.0, "quality": 0.0, "communication": 0.0, "craft": 0.0, "replanning": 1.0, "pace": 1.0}


@dataclass(frozen=True)
class Region:
    """Places (one row each) and contractors (one row each, in order of the register)."""

    places: pl.DataFrame
    contractors: pl.DataFrame


def read() -> Region:
    """The places, and every contractor of the default register with its invented character.

    `size` is relative within the combi; `quality`, `communication` and `craft` are in standard deviations of
    what customers feel; `replanning` and `pace` multiply. A contractor without a character is average.
    """
    register = pl.read_csv(DEFAULTS / "partners.csv", infer_schema=False).filter(pl.col("kind") == "aannemer")
    contractors = (
        register.select(contractor="name", combi="combi")
        .join(pl.read_csv(HERE / "contractors.csv"), on="contractor", how="left", maintain_order="left")
        .with_columns(pl.col(trait).cast(pl.Float64).fill_null(value) for trait, value in AVERAGE.items())
    )
    return Region(pl.read_csv(HERE / "places.csv"), contractors)
