"""The eindmeting by step of the chain in words."""

import polars as pl

from luko.text import formats, words
from luko.text.markdown import escaped

JUDGED = ["gunstiger", "ongunstiger", "geen aantoonbaar verschil"]
WIN = ": daar is het meest te winnen"
ORDER = ("aanvraag", "planning", "uitvoering", "oplevering")


def in_words(steps: pl.DataFrame, against: str, win: str = "") -> str:
    """Markdown: which questions of `figures.per_step` differ; `win` ends what is worse. Empty without a rest."""
    better, worse = (
        [f"**{escaped(label)}**" for label in steps.filter(pl.col("verdict") == verdict)["label"]]
        for verdict in ("gunstiger", "ongunstiger")
    )
    if steps["rest"].drop_nulls().is_empty():
        return ""
    if (steps["verdict"] == words.UNFINISHED).any():
        return f"Deze periode is {words.UNFINISHED} per stap."
    if not steps["verdict"].is_in(JUDGED).any():
        return f"Er is te weinig te zien om de stappen te vergelijken met {against}."
    if not better and not worse:
        return f"Geen enkele stap verschilt aantoonbaar van {against}."
    told = [
        f"{words.listed(labels)} {'is' if len(labels) == 1 else 'zijn'} {words.toned(verdict)} dan {against}{end}."
        for labels, verdict, end in (
            (better, "gunstiger", ""),
            (worse, "ongunstiger", win),
        )
        if labels
    ]
    return " ".join(told)


def absent(questions: pl.DataFrame) -> list[str]:
    """Markdown: per question of a step without any figure, why there is none."""
    return [
        f"{escaped(row['label'])}: {'geen antwoorden' if row['shown'] else words.HIDDEN}"
        for row in questions.iter_rows(named=True)
    ]


def reading(step: str, questions: pl.DataFrame) -> str:
    """One step in one plain sentence, for who cannot see it."""
    told = [
        f"{row['label']} {'verborgen' if not row['shown'] else 'zonder antwoorden'}"
        if row["value"] is None
        else f"{row['label']} {formats.value(row['value'], row['kind'])}, {row['verdict']}"
        for row in questions.iter_rows(named=True)
    ]
    return f"{words.started(step)}: {'; '.join(told)}."


def note(who: str, against: str, steps: pl.DataFrame, ranges: dict[tuple[str, float], tuple[float, float]]) -> str:
    """Markdown: how to read the strips, and from where to where they run; empty when there are none."""
    if not ranges:
        return ""
    strips = [
        f"{'ja-vraag: ' if kind == 'janee' else ''}{formats.shortest(low, kind)} tot {formats.shortest(high, kind)}"
        for (kind, _), (low, high) in sorted(ranges.items(), reverse=True)
    ]
    others = f" ({'; '.join(strips[1:])})" if len(strips) > 1 else ""
    directions = steps["direction"].unique().to_list()
    good = f"**{words.started(words.better(directions[0]))}.** " if len(directions) == 1 else ""
    compared = not steps["rest"].drop_nulls().is_empty()
    return (
        f"{good}Punt en streep: {escaped(who)} met 95%-interval. "
        f"{f'Grijs streepje: {against}. ' if compared else ''}De strook loopt van {strips[0]}{others}."
    )
