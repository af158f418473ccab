"""What a screen says when there is no figure to show: why, and what can be done."""

from __future__ import annotations

from luko.text import words

WHY_HIDDEN = (
    "De groep is te klein, of het cijfer zou uit andere cijfers af te leiden zijn. "
    "Zo blijft een antwoord van één klant onherkenbaar."
)
WHY_EMPTY = "In deze periode kwam er geen antwoord binnen. Een langere periode helpt."
WHY_NEVER = "Er kwam nog geen antwoord binnen. Kies een andere partner of vraag."


def hidden(period_name: str, who: str) -> str:
    """`Oktober 2026 is verborgen voor Kwelderzicht.`"""
    return f"{words.started(period_name)} is verborgen voor {who}."


def empty(period_name: str, who: str) -> str:
    """`Geen antwoorden in oktober 2026 voor Kwelderzicht.`"""
    return f"Geen antwoorden in {period_name} voor {who}."


def longer(period_name: str, code: str) -> str:
    """The label of the button to a longer period: `Bekijk de laatste 4 kwartalen`."""
    if code == "laatste4k":
        return f"Bekijk de {period_name}"
    return f"Bekijk {period_name} als geheel" if code.isdigit() else f"Bekijk {period_name}"
