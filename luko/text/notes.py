"""How to read a picture, and how its figure was made: the notes under it."""

from datetime import date, timedelta

import polars as pl

from luko import periods
from luko.figures import definition, interval_method
from luko.figures.model import Figure, Partner, Publication, Question, TouchpointCard
from luko.periods import Period
from luko.text import formats, words
from luko.text.markdown import escaped

NO_LINE = "Te weinig maanden om een lijn te tekenen."
ROUNDED = "Verschil berekend op niet-afgeronde cijfers."


def span(period: Period, newest_answer: date | None) -> str:
    """When the answers came: ` van 01-10-2025 tot en met 30-09-2026`; nothing when there is no bound."""
    if period.first is None or period.until is None:
        return ""
    last = period.until - timedelta(days=1)
    return f" van {formats.day(period.first)} tot en met {formats.day(min(last, newest_answer or last))}"


def gathered(name: str, figure: Figure, span: str, response: Figure | None = None) -> str:
    """What "Over dit cijfer" begins with: which answers, how many, from when; no full stop."""
    number = "aantal antwoorden verborgen," if figure.n is None else words.answers(figure.n)
    told = f"{name}, {number}{span}"
    if response is not None and response.value is not None and response.n is not None:
        invited = "uitnodiging" if response.n == 1 else "uitnodigingen"
        told += (
            f"; respons {formats.percentage(response.value)} van de {formats.whole(response.n)} {invited}"
            " uit deze periode waarvan de link gesloten is"
        )
    return told


def made(question: Question, benchmark: str) -> str:
    """The second line of "Over dit cijfer": definition, interval and benchmark."""
    return f"{question.label}: {definition(question)}. Interval: {interval_method(question)}. {benchmark}".strip()


def about_overview(card: TouchpointCard, partner: Partner | None, newest_answer: date | None) -> tuple[str, str]:
    """Both lines "Over dit cijfer" of Overzicht, plain."""
    name = card.touchpoint.name
    if card.touchpoint.code == "eindmeting":
        name += " van nieuwe combi-aansluitingen"
    benchmark = f"Rest van de keten: alle antwoorden buiten die van {partner.name}." if partner else ""
    first = gathered(name, card.figure, span(card.period, newest_answer), card.response)
    return f"{first}.", made(card.question, benchmark)


def about_comparison(
    name: str, total: Figure, period: Period, question: Question, publication: Publication
) -> tuple[str, str]:
    """Both lines "Over dit cijfer" of Vergelijking, plain."""
    first = gathered(name, total, span(period, publication.newest_answer))
    benchmark = f"Oordeel: gecorrigeerd voor het aantal vergelijkingen (5%). {ROUNDED}"
    return f"{first}; {_fresh(publication)}", made(question, benchmark)


def cards(shown: list[TouchpointCard], partner: Partner | None, visible: list[int]) -> str:
    """Markdown: how to read the small trends, and which touchpoints are for others."""
    told = []
    months = pl.concat(card.trend for card in shown)
    if not months.filter("complete")["value"].drop_nulls().is_empty():
        told.append(f"Zwart: {escaped(partner.name) if partner else 'de hele keten'}, met 95%-interval.")
        if not months["rest"].drop_nulls().is_empty():
            told.append("Grijs: rest van de keten.")
        if not months["complete"].all():
            last = months["month"].sort()[-1]
            told.append(f"Gearceerd: {periods.MONTH_NAMES[last.month - 1]} is nog onvolledig.")
        if not months.filter("complete")["shown"].all():
            told.append("Een gat in een lijn: die maand is verborgen.")
    if not {1, 2} & set(visible):
        told.append("Metingen 1 (pop-up) en 2 (telefoon) ziet alleen Mijn Aansluiting.")
    return " ".join(told)


def freshness(publication: Publication) -> str:
    """`Nieuwste antwoord 20-11-2026, gepubliceerd 22-11-2026 om 05:12.`"""
    return words.started(_fresh(publication))


def _fresh(publication: Publication) -> str:
    published = f"gepubliceerd {formats.day_and_time(publication.published_at)}."
    if publication.newest_answer is None:
        return f"nog geen antwoorden, {published}"
    return f"nieuwste antwoord {formats.day(publication.newest_answer)}, {published}"


def old_data(newest_answer: date | None, today: date) -> str | None:
    """The banner when the newest answer is more than two days old: its date and its age; else None."""
    if newest_answer is None:
        return None
    age = (today - newest_answer).days
    if age <= 2:
        return None
    return f"De gegevens zijn van {formats.day(newest_answer)}, {formats.counted(age)} dagen oud."


def comparison_note(grouping: str, partners: pl.DataFrame) -> str:
    """How to read the dots of Vergelijking: the grey line, shared projects, what is hidden."""
    neuter = grouping == "netwerkbedrijf"
    hidden = partners.filter(~pl.col("shown")).height
    told = []
    if not partners["rest"].drop_nulls().is_empty():
        told.append(f"Grijze lijn: de rest van de keten, per rij zonder {'het' if neuter else 'de'} {grouping} zelf.")
    if grouping != "combi":
        other = "ander" if neuter else "andere"
        told.append(
            f"Gedeeld: deel van de uitgenodigde projecten waaraan ook een {other} {grouping} werkte;"
            " een antwoord daarover telt bij beide mee."
        )
    if hidden:
        told.append(
            f"{words.started(words.group_words(grouping, hidden))} {'is' if hidden == 1 else 'zijn'} verborgen:"
            " de groep is te klein, of het cijfer zou uit andere cijfers af te leiden zijn."
        )
    return " ".join(told)
