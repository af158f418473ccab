"""The fixed words of the dashboard: directions, verdicts, and what a question measures."""

from luko.figures.model import Figure, Partner, Question
from luko.text.formats import counted, interval, whole

FEW = 30  # below this number of answers there is no verdict (statistics.md, "Small groups")
HIDDEN = "verborgen, om herleiding te voorkomen"
TOO_FEW = "te weinig antwoorden voor een oordeel"
NO_REST = "geen rest om mee te vergelijken"
UNFINISHED = "nog onvolledig: nog geen oordeel"
GROUPS = {
    "aannemer": ("aannemer", "aannemers"),
    "netwerkbedrijf": ("netwerkbedrijf", "netwerkbedrijven"),
    "combi": ("combi", "combi’s"),
    "discipline": ("discipline", "disciplines"),
}
COLOURS = {"gunstiger": "blue", "ongunstiger": "orange"}


def better(direction: str) -> str:
    """Which way is good: `lager is beter`."""
    return f"{direction} is beter"


def started(sentence: str) -> str:
    """The same words with a capital first; a capital needs no accent."""
    return sentence[:1].upper().replace("É", "E") + sentence[1:]


def listed(names: list[str]) -> str:
    """Names in one phrase: `A, B en C`."""
    return " en ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def toned(verdict: str, words: str | None = None) -> str:
    """Markdown: the words (or the verdict itself) in the colour of the verdict; grey when it has none."""
    return f":{COLOURS.get(verdict.split(maxsplit=1)[0], 'gray')}[**{words or verdict}**]"


def measure(question: Question) -> str:
    """What the headline figure of a question is, in a few words."""
    return {
        "ces": "Klanten met veel moeite (CES)",
        "cijfer": "Gemiddeld rapportcijfer",
        "nps": question.label,
        "janee": f"{question.label}: ja",
    }.get(question.kind, f"{question.label}: gemiddelde")


def partner_name(partner: Partner | None, own: Partner | None) -> str:
    """A partner as readers see it, their own with (u); without a partner the whole chain."""
    if partner is None:
        return "Hele keten"
    return f"{partner.name} (u)" if partner == own else partner.name


def interval_in_words(figure: Figure, kind: str) -> str:
    """`95%: 21% tot 27%`, or why there is no interval."""
    if figure.lower is not None and figure.upper is not None:
        return f"95%: {interval(figure.lower, figure.upper, kind)}"
    if figure.n == 1:
        return "geen interval: één antwoord"
    return f"geen interval: alle {whole(figure.n or 0)} antwoorden zijn gelijk"


def apart(verdict: str, kind: str, difference: float) -> str:
    """A demonstrable difference as one word in a sentence: `minder` or `meer` moeite, else `gunstiger`."""
    if kind == "ces":
        return "meer" if difference > 0 else "minder"
    return verdict.split(maxsplit=1)[0]


def answers(number: int) -> str:
    """`1 antwoord`, `2.749 antwoorden`."""
    return f"{whole(number)} {'antwoord' if number == 1 else 'antwoorden'}"


def group_words(kind: str, number: int) -> str:
    """`elf aannemers`, `één combi`."""
    return f"{counted(number)} {GROUPS[kind][number != 1]}"
