"""One touchpoint in words: its figure, how many answered, and what changed."""

import polars as pl

from luko import periods
from luko.figures.model import Change, TouchpointCard
from luko.text import formats, states, words

NO_LIST = "deelname: geen uitnodigingslijst"


def headline(card: TouchpointCard) -> str:
    """Markdown: the figure with its direction beside it; pale with few answers, a word when there is none."""
    figure, question = card.figure, card.question
    if not figure.shown:
        return ":gray[verborgen]"
    if figure.value is None or figure.n is None:
        return ":gray[geen antwoorden]"
    value = formats.value(figure.value, question.kind)
    said = f":gray[{value}]" if figure.n < words.FEW else value
    return f"{said} :small[:gray[{words.better(question.direction)}]]"


def basis(card: TouchpointCard) -> list[str]:
    """What the figure rests on, plain: interval and number of answers, and then response."""
    figure = card.figure
    if not figure.shown:
        return [words.started(words.HIDDEN)]
    if figure.value is None or figure.n is None:
        return [words.started(response(card))]
    answered = f"{words.interval_in_words(figure, card.question.kind)} · {words.answers(figure.n)}"
    few = figure.n < words.FEW
    return [words.started(answered), words.TOO_FEW if few else response(card)]


def response(card: TouchpointCard) -> str:
    """`respons 25%`, or that there is no list of invitations; empty when nobody was invited."""
    if not card.touchpoint.invites_by_list:
        return NO_LIST
    if card.response is None or not card.response.shown:
        return "respons verborgen"
    return "" if card.response.value is None else f"respons {formats.percentage(card.response.value)}"


def change(made: Change, then: str, kind: str) -> str:
    """Markdown: `**Gunstiger** dan een jaar eerder: 29%`, or why that cannot be said."""
    if made.verdict == "verborgen" or made.other.value is None:
        absent = "verborgen" if made.verdict == "verborgen" else "geen antwoorden"
        return f":gray[:small[{words.started(then)}: {absent}.]]"
    if made.verdict == "geen gegevens":
        return ""
    if made.verdict == words.UNFINISHED:
        told = f"{then}: {formats.value(made.other.value, kind)}"
        return f"{words.toned(made.verdict, words.started(made.verdict))}  \n:gray[:small[{told}]]"
    word = "met" if made.verdict == "geen aantoonbaar verschil" else "dan"
    if made.verdict == "te weinig antwoorden":
        word = "voor een vergelijking met"
    value = formats.value(made.other.value, kind)
    return f"{words.toned(made.verdict, words.started(made.verdict))}  \n:gray[:small[{word} {then}: {value}]]"


def changes(card: TouchpointCard) -> list[str]:
    """Markdown: against the period before and against a year earlier, once where these are the same."""
    kind = card.question.kind
    if not card.figure.shown:
        return []
    before, year_before = periods.before(card.period), periods.year_before(card.period)
    told = []
    if card.versus_previous is not None and before is not None and before != year_before:
        told.append(change(card.versus_previous, states.spoken(before), kind))
    if card.versus_year_before is not None:
        told.append(change(card.versus_year_before, "een jaar eerder", kind))
    return [line for line in told if line] or [":gray[:small[Geen eerdere periode om mee te vergelijken.]]"]


def reading(card: TouchpointCard, who: str) -> str:
    """The trend of a card in one plain sentence, for who cannot see it."""
    whole = card.trend.filter(pl.col("complete") & pl.col("value").is_not_null())["value"]
    name = f"{card.touchpoint.name}, {words.measure(card.question)}, {who}"
    if whole.is_empty():
        return f"{name}: nog geen volle maand."
    first, last = (formats.value(whole[at], card.question.kind) for at in (0, -1))
    months = f"{formats.counted(whole.len())} {'volle maand' if whole.len() == 1 else 'volle maanden'}"
    return f"{name}: van {first} naar {last} in {months}; {words.better(card.question.direction)}."
