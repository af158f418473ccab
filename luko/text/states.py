"""Periods in a sentence, and what a screen says when there is no figure to show: why, and what can be done."""

from luko import periods
from luko.periods import Period
from luko.text import words

WHY_HIDDEN = (
    "De groep is te klein, of het cijfer zou uit andere cijfers af te leiden zijn. "
    "Zo blijft een antwoord van één klant onherkenbaar."
)
WHY_EMPTY = "In deze periode kwam er geen antwoord binnen. Een langere periode helpt."
WHY_NEVER = "Er kwam nog geen antwoord binnen. Kies een andere partner of vraag."


def offered(period: Period) -> str:
    """A period as it stands in a list: `laatste 4 kwartalen`, `4e kwartaal 2026`."""
    return "laatste 4 kwartalen" if period.code == periods.LAST_FOUR else periods.name(period)


def spoken(period: Period) -> str:
    """A period inside a sentence: `de laatste 4 kwartalen`, `het 4e kwartaal 2026`."""
    article = {periods.LAST_FOUR: "de "}.get(period.code, "het " if "-K" in period.code else "")
    return f"{article}{offered(period)}"


def hidden(period: Period, who: str, touchpoint: str = "") -> str:
    """`Oktober 2026 is verborgen voor Kwelderzicht.`, of one touchpoint: `Eindmeting: oktober 2026 is verborgen …`"""
    several = period.code in (periods.LAST_FOUR, periods.EVERYTHING)
    return _about(touchpoint, f"{spoken(period)} {'zijn' if several else 'is'} verborgen voor {who}.")


def empty(period: Period, who: str, touchpoint: str = "") -> str:
    """`Geen antwoorden in oktober 2026 voor Kwelderzicht.`, of one touchpoint: `Eindmeting: geen antwoorden …`"""
    return _about(touchpoint, f"geen antwoorden in {spoken(period)} voor {who}.")


def _about(touchpoint: str, said: str) -> str:
    return words.started(f"{touchpoint}: {said}" if touchpoint else said)


def look_at(period: Period) -> str:
    """The label of the button to a longer period: `Bekijk de laatste 4 kwartalen`."""
    return f"Bekijk {spoken(period)}{' als geheel' if period.code.isdigit() else ''}"
