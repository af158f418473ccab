"""Comments: sentences that agree with the scores beside them, a few with invented personal data."""

from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from etl.demo import customers, draw

SENTENCES = Path(__file__).resolve().parent / "comments.csv"
WRITES = {"negative": 0.50, "positive": 0.31}  # the discontented write more often
PERSONAL = 0.05
SECOND_SENTENCE = 0.25
PRAISE_FROM = 8
BLAME_UNTIL = 6
GRADE_OF_EFFORT = {"1": 9, "2": 8, "3": 7, "4": 5, "5": 3}
ASPECTS = ("planning", "communicatie", "monteur", "kwaliteit", "helpdesk")


def on_the_chain(rng: np.random.Generator, answers: pl.DataFrame) -> pl.Series:
    """Per answer to the eindmeting a comment on what was worst or best in it, or none."""
    scores = {name: answers[name].cast(pl.Int64).to_numpy() for name in ("INFO", "BEREIK", "MONTEUR", "KWALITEIT")}
    kept = np.where((answers["AFSPRAAK"] == "ja").to_numpy(), 4.3, 1.5)
    helpdesk = np.full(len(answers), 3.6)
    contact = (scores["INFO"] + scores["BEREIK"]) / 2
    aspects = np.column_stack([kept, contact, scores["MONTEUR"], scores["KWALITEIT"], helpdesk])
    return _about(rng, answers["CIJFER"], aspects, ASPECTS)


def on_the_plan(rng: np.random.Generator, answers: pl.DataFrame) -> pl.Series:
    """Per answer about a plan message a comment on planning or contact, or none."""
    aspects = answers.select(pl.col("DUIDELIJK", "CONTACT").cast(pl.Int64)).to_numpy()
    return _about(rng, answers["CIJFER"], aspects, ASPECTS[:2])


def on_the_portal(rng: np.random.Generator, answers: pl.DataFrame) -> pl.Series:
    """Per answer to the pop-up a comment on the portal, or none."""
    grades = answers["CES"].replace_strict(GRADE_OF_EFFORT)
    return _about(rng, grades, np.zeros((len(answers), 1)), ("portal",))


def _about(rng: np.random.Generator, grades: pl.Series, aspects: draw.Numbers, themes: tuple[str, ...]) -> pl.Series:
    """Who writes, in which tone, on which theme; then the words."""
    grade = grades.cast(pl.Int64).to_numpy()
    doubtful = draw.chance(rng, grade.size, 0.5)
    positive = (grade >= PRAISE_FROM) | ((grade > BLAME_UNTIL) & doubtful)
    writes = draw.chance(rng, grade.size, np.where(positive, WRITES["positive"], WRITES["negative"]))
    seen = aspects + rng.normal(0, 0.6, aspects.shape)
    theme = np.where(positive, seen.argmax(axis=1), seen.argmin(axis=1))
    texts: list[str | None] = [None] * grade.size
    for row in np.flatnonzero(writes):
        texts[row] = _words(rng, themes[theme[row]], "positive" if positive[row] else "negative", themes)
    return pl.Series(texts, dtype=pl.String)


def _words(rng: np.random.Generator, theme: str, tone: str, themes: tuple[str, ...]) -> str:
    said = [_one(rng, theme, tone)]
    if rng.random() < SECOND_SENTENCE:
        said.append(_one(rng, themes[int(rng.integers(len(themes)))], tone))
    if rng.random() < PERSONAL:
        said.append(_one(rng, "persoonlijk", tone).format_map(_person(rng)))
    return " ".join(dict.fromkeys(said))


def _one(rng: np.random.Generator, theme: str, tone: str) -> str:
    choices = _sentences()[theme, tone]
    return choices[int(rng.integers(len(choices)))]


def _person(rng: np.random.Generator) -> dict[str, str]:
    """Personal data of nobody."""
    name = customers.invented(rng, 1)[0]
    return {
        "naam": name,
        "telefoon": customers.telephone(int(rng.integers(10_000))),
        "email": customers.email(name, int(rng.integers(1, 1000))),
        "iban": _iban(int(rng.integers(10**9))),
        "postcode": f"{int(rng.integers(1011, 9999))} {''.join(rng.choice(customers.LETTERS, 2))}",
        "huisnummer": str(int(rng.integers(1, 200))),
    }


def _iban(account: int) -> str:
    """A well-formed account of the bank TEST, which does not exist (check digits: ISO 13616)."""
    letters = "".join(str(int(sign, 36)) for sign in "TEST")
    check = 98 - int(f"{letters}{account:010d}{int('N', 36)}{int('L', 36)}00") % 97
    return f"NL{check:02d}TEST{account:010d}"


@cache
def _sentences() -> dict[tuple[str, str], list[str]]:
    """The sentences per theme and tone, in order of the file."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for theme, tone, text in pl.read_csv(SENTENCES, separator=";").iter_rows():
        grouped.setdefault((theme, tone), []).append(text)
    return grouped
