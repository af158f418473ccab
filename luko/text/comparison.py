"""Vergelijking in words: the reader's own organisation against the rest, and how many differ."""

from typing import Any

import polars as pl

from luko.figures.model import Question
from luko.text import formats, words
from luko.text.overview import shortened

BETTER, WORSE = "gunstiger dan de rest", "ongunstiger dan de rest"
ALIKE = "geen aantoonbaar verschil"
UNJUDGED = {
    words.NO_REST: f"Er is {words.NO_REST}.",
    words.TOO_FEW: "De rest van de keten heeft te weinig antwoorden voor een oordeel.",
    words.UNFINISHED: f"{words.started(words.UNFINISHED)}.",
}
FORMULAS = {
    "ces": "Bij {name} had {value} van de klanten veel moeite",
    "cijfer": "Bij {name} gaven klanten gemiddeld een {value}",
    "schaal": "Bij {name} is het gemiddelde voor “{label}” {value}",
    "nps": "Bij {name} is de NPS {value}",
    "janee": "Bij {name} antwoordde {value} van de klanten ja op “{label}”",
}


def answer(partners: pl.DataFrame, question: Question, grouping: str) -> str:
    """The answer of Vergelijking, plain: the reader's own row, or else how many differ from the rest.

    `partners` are the rows of `figures.per_partner`.
    """
    own = partners.filter(pl.col("own"))
    if own.is_empty():
        return whole(partners, grouping)
    return shortened(_own(own.row(0, named=True), question))


def _own(row: dict[str, Any], question: Question) -> str:
    name = row["group"]
    if not row["shown"]:
        return f"Het cijfer van {name} is {words.HIDDEN}."
    if row["n"] < words.FEW:
        return f"{name} heeft {words.answers(row['n'])}: te weinig voor een oordeel."
    value = formats.value(row["value"], question.kind)
    stated = FORMULAS[question.kind].format(name=name, value=value, label=question.label)
    if row["verdict"] in UNJUDGED:
        return f"{stated}. {UNJUDGED[row['verdict']]}"
    rest = f"de rest van de keten ({formats.value(row['rest'], question.kind)})"
    if row["verdict"] in (BETTER, WORSE):
        return f"{stated}: {words.apart(row['verdict'], question.kind, row['difference'])} dan bij {rest}."
    return f"{stated}. Dat verschilt niet aantoonbaar van {rest}."


def whole(partners: pl.DataFrame, grouping: str) -> str:
    """How many partners differ from the rest, in one plain sentence."""
    better, worse, alike = (_count(partners, verdict) for verdict in (BETTER, WORSE, ALIKE))
    judged = better + worse + alike
    if not judged:
        return _nobody(partners, grouping)
    if judged == 1:
        return shortened(_only(partners, grouping))
    told = [f"{formats.counted(number)} {word}" for number, word in _differing(better, worse)]
    subject = f"Van de {words.group_words(grouping, judged)} met genoeg antwoorden"
    if not told:
        return f"{subject} verschilt er geen aantoonbaar van de rest."
    return f"{subject} {'is' if (better or worse) == 1 else 'zijn'} er {' en '.join(told)} dan de rest."


def _nobody(partners: pl.DataFrame, grouping: str) -> str:
    if _count(partners, words.UNFINISHED):
        return f"Deze periode is {words.UNFINISHED} over {words.GROUPS[grouping][1]}."
    if _count(partners, words.NO_REST) and not _count(partners, words.TOO_FEW):
        return f"Er is {words.NO_REST}."
    return f"Geen van de {words.GROUPS[grouping][1]} heeft genoeg antwoorden voor een oordeel."


def _only(partners: pl.DataFrame, grouping: str) -> str:
    row = partners.filter(pl.col("verdict").is_in([BETTER, WORSE, ALIKE])).row(0, named=True)
    said = "verschilt niet aantoonbaar van de rest" if row["verdict"] == ALIKE else f"is {row['verdict']}"
    subject = words.started(words.group_words(grouping, 1))
    return f"{subject} heeft genoeg antwoorden voor een oordeel: {row['group']} {said}."


def counts(partners: pl.DataFrame, grouping: str) -> str:
    """Markdown: how many partners are gunstiger, ongunstiger or neither, and how many are left out."""
    better, worse, alike = (_count(partners, verdict) for verdict in (BETTER, WORSE, ALIKE))
    sentences = []
    if (better or worse) and not partners.filter(pl.col("own")).is_empty():
        told = [f"{formats.counted(number)} {words.toned(word)}" for number, word in _differing(better, worse)]
        judged = words.group_words(grouping, better + worse + alike)
        verb = "is" if (better or worse) == 1 else "zijn"
        sentences.append(f"Van de {judged} met genoeg antwoorden {verb} er {' en '.join(told)} dan de rest.")
    if alike and (sentences or better or worse or not partners.filter(pl.col("own")).is_empty()):
        sentences.append(f"Bij {formats.counted(alike)} is er geen aantoonbaar verschil.")
    few = _count(partners, words.TOO_FEW)
    if few:
        sentences.append(
            f"{words.started(formats.counted(few))} {'heeft' if few == 1 else 'hebben'} te weinig antwoorden."
        )
    return " ".join(sentences)


def _differing(better: int, worse: int) -> list[tuple[int, str]]:
    return [(number, word) for number, word in ((better, "gunstiger"), (worse, "ongunstiger")) if number]


def _count(partners: pl.DataFrame, verdict: str) -> int:
    return partners.filter(pl.col("verdict") == verdict).height
