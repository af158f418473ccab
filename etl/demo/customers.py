"""Invented customers: ordinary names put together at random, at addresses and numbers that reach nobody."""

import unicodedata
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from etl.demo import draw

HERE = Path(__file__).resolve().parent
LETTERS = np.array(list("ABCDEGHJKLMNPRSTVWXZ"))


def add(rng: np.random.Generator, projects: pl.DataFrame) -> pl.DataFrame:
    """The projects with the customer of each; about one in thirty left no e-mail address."""
    count = len(projects)
    names = invented(rng, count)
    addresses = [email(name, number) for name, number in zip(names, rng.integers(1, 1000, count), strict=True)]
    street = LETTERS[rng.integers(0, LETTERS.size, (count, 2))]
    business = projects["object_type"].is_in(["bedrijfspand", "bouwaansluiting"]).to_numpy()
    kind = np.where(draw.chance(rng, count, np.where(business, 0.8, 0.06)), "zakelijk", "particulier")
    return projects.with_columns(
        pl.Series("customer_name", names),
        pl.when(pl.Series(draw.chance(rng, count, 0.968))).then(pl.Series(addresses)).alias("email"),
        pl.Series("telephone", [telephone(number) for number in rng.integers(0, 10_000, count)]),
        pl.Series("house_number", 1 + rng.gamma(1.4, 40.0, count).astype(np.int64)),
        pl.Series("customer_type", kind),
        pl.col("postcode").cast(pl.String) + pl.Series(np.char.add(street[:, 0], street[:, 1])),
    )


def invented(rng: np.random.Generator, count: int) -> list[str]:
    """So many names of nobody in particular."""
    people = _people()
    first, last = (people[part][rng.integers(0, len(people), count)] for part in ("first", "last"))
    return (first + " " + last).to_list()


def email(name: str, number: int) -> str:
    """An address at voorbeeld.nl ("example"), where all invented customers live."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{plain.replace(' ', '.')}{number}@voorbeeld.nl"


def telephone(number: int) -> str:
    """A mobile number in the one pattern that all invented customers have."""
    return f"06-1000{number:04d}"


@cache
def _people() -> pl.DataFrame:
    """First and last names to combine, equally many."""
    return pl.read_csv(HERE / "people.csv")
