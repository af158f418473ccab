"""Overzicht in words: the answer on top, and what changed at each touchpoint."""

from luko.figures.model import Change, Partner, TouchpointCard
from luko.text import formats, words

LONGEST = 140
SUBJECTS = {
    "popup": "de aanvraag",
    "ivr": "de helpdesk",
    "voorlopig": "het voorlopige planbericht",
    "definitief": "het definitieve planbericht",
    "eindmeting": "de aansluiting",
}
DEMONSTRABLE = ("gunstiger", "ongunstiger")
FORMULAS = {
    "ces": "{value} van {customers} had veel moeite met {subject}",
    "cijfer": "{customers} gaven {subject} gemiddeld een {value}",
    "schaal": "{customers} gaven {subject} gemiddeld {value} van {scale_max} punten",
    "nps": "De NPS van {customers} is {value}",
    "janee": "{value} van {customers} antwoordde ja bij {subject}",
}


def answer(card: TouchpointCard, partner: Partner | None, own: Partner | None) -> str:
    """The answer of Overzicht: one plain sentence or two, at most 140 characters.

    It names the comparisons that fit: with the rest of the chain first, then with a year earlier.
    """
    stated, kind = statement(card, partner, own), card.question.kind
    against = comparisons(card)
    wordings = [
        stated + compared(against, kind),
        stated + compared(comparisons(card, rest="de rest"), kind),
        stated + compared(against[:1], kind),
    ]
    fitting = [wording for wording in wordings if len(wording) <= LONGEST]
    return next(iter(fitting), shortened(f"{stated}."))


def statement(card: TouchpointCard, partner: Partner | None, own: Partner | None) -> str:
    """The headline figure as a plain clause, without a full stop."""
    question, figure = card.question, card.figure
    formula = FORMULAS[question.kind]
    if partner is None:
        customers = "de klanten"
    elif partner == own:
        customers = "uw klanten"
    else:
        customers = f"de klanten van {partner.name}"
    clause = formula.format(
        value=formats.value(figure.value or 0, question.kind),
        customers=customers,
        subject=SUBJECTS.get(card.touchpoint.code, card.touchpoint.name.lower()),
        scale_max=formats.whole(question.scale_max or 0),
    )
    return words.started(clause)


def comparisons(card: TouchpointCard, rest: str = "de rest van de keten") -> list[tuple[Change, str]]:
    """The comparisons that may be spoken of, with their names: those with a verdict or a proven absence of one."""
    pairs = [(card.versus_rest, rest), (card.versus_year_before, "een jaar eerder")]
    spoken = (*DEMONSTRABLE, "geen aantoonbaar verschil")
    return [(change, name) for change, name in pairs if change is not None and change.verdict in spoken]


def compared(against: list[tuple[Change, str]], kind: str) -> str:
    """The end of the answer: what is demonstrably different first, the rest after it."""
    different = [_different(change, name, kind) for change, name in against if change.verdict in DEMONSTRABLE]
    alike = [f"{name} {_figure(change, kind)}" for change, name in against if change.verdict not in DEMONSTRABLE]
    if not against:
        return "."
    if not different:
        return f". Dat verschilt niet aantoonbaar van {' of van '.join(alike)}."
    opposed = len({change.verdict for change, _ in against if change.verdict in DEMONSTRABLE}) > 1
    told = (", maar " if opposed else " en ").join(different)
    return f": {told}{''.join(f', niet aantoonbaar anders dan {name}' for name in alike)}."


def _different(change: Change, name: str, kind: str) -> str:
    word = words.apart(change.verdict, kind, change.difference or 0)
    where = f"bij {name}" if name.startswith("de rest") else name
    return f"{word} dan {where} {_figure(change, kind)}"


def _figure(change: Change, kind: str) -> str:
    return f"({formats.value(change.other.value or 0, kind)})"


def shortened(sentence: str) -> str:
    """The sentence, cut at a word when even its shortest form is too long for a heading."""
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 2].rsplit(" ", 1)[0].rstrip(" ,:;.") + " …"


def demonstrable(card: TouchpointCard) -> str:
    """Which of the differences in the answer are demonstrable, in one plain sentence (or nothing)."""
    proven = [change.verdict in DEMONSTRABLE for change, _ in comparisons(card)]
    if card.figure.n is not None and card.figure.n < words.FEW:
        return f"{words.started(words.answers(card.figure.n))}: te weinig voor een oordeel."
    made = (card.versus_rest, card.versus_year_before)
    if any(change is not None and change.verdict == words.UNFINISHED for change in made):
        return f"{words.started(words.UNFINISHED)}."
    if len(proven) == 2 and any(proven):
        if all(proven):
            return "Beide verschillen zijn aantoonbaar."
        return f"Alleen het verschil met {'de rest' if proven[0] else 'een jaar eerder'} is aantoonbaar."
    return "Dit verschil is aantoonbaar." if any(proven) else ""


def versus_in_words(card: TouchpointCard, partner: Partner, own: Partner | None) -> str:
    """The difference with the rest in one plain sentence: how large, in whose favour, its interval."""
    change, kind = card.versus_rest, card.question.kind
    measure = words.measure(card.question)
    if change is None or change.difference is None:
        if change is not None and change.other.n == 0:
            return f"{measure}: er is {words.NO_REST}."
        return f"{measure}: de vergelijking met de rest van de keten is {_absent(change)}."
    size = formats.points(change.difference, kind)
    if change.verdict not in DEMONSTRABLE:
        verdict = words.TOO_FEW if change.verdict == "te weinig antwoorden" else change.verdict
        return f"{measure}: {size} verschil, {verdict}{_between(change, kind)}."
    whose = "uw" if partner == own else "het"
    favour = f"in {whose} {'voordeel' if change.verdict == 'gunstiger' else 'nadeel'}"
    if partner != own:
        favour += f" van {partner.name}"
    return f"{measure}: {size} verschil {favour}{_between(change, kind)}."


def _absent(change: Change | None) -> str:
    return "verborgen" if change is not None and change.verdict == "verborgen" else "er niet: er zijn geen antwoorden"


def _between(change: Change, kind: str) -> str:
    """The interval of a difference, seen from the side of the difference; across zero with its sign."""
    if change.lower is None or change.upper is None:
        return ""
    low, high = sorted((change.lower, change.upper), key=abs)
    if change.lower < 0 < change.upper:
        return f" (95%: {formats.signed(change.lower, kind)} tot {formats.signed(change.upper, kind)})"
    return f" (95%: {formats.bare(low, kind)} tot {formats.bare(high, kind)})"
