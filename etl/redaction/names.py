"""People's names in a comment: where a name may begin, how far it runs, and what overrules it."""

import re
from collections.abc import Iterator
from functools import cached_property

from etl.redaction import evidence
from etl.redaction.cues import ACTS, AROUND, DEPARTMENTS, FIRM_AFTER, FIRM_BEFORE, SIGNED, Trust
from etl.redaction.lexicon import Lexicon
from etl.redaction.words import split

TAG = "[naam]"
QUICK = re.compile(r"[^\W\d_]\w*|['’]t\b")
QUICK_INITIAL = re.compile(r"\b[A-Z]\.")
STREET = re.compile(r".{2,}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|markt|park|hof)$")
MONTHS = frozenset({"jan", "mei", "juni", "juli", "augustus"})
SIGNATURE_ENDS = re.compile(r"[\s.!]*(?:$|\n|,|\[|\d|en\b)")
LONGEST = 8


def replace(text: str, lexicon: Lexicon) -> str:
    """The comment with every person's name as one [naam]; firms, places and ordinary words stay."""
    written = QUICK.findall(text)
    if (
        lexicon.triggers.isdisjoint(written)
        and lexicon.triggers.isdisjoint(map(str.lower, written))
        and not QUICK_INITIAL.search(text)
    ):
        return text
    parts: list[str] = []
    end = 0
    for start, stop in _Reading(text, lexicon).names():
        parts += [text[end:start], TAG]
        end = stop
    return "".join([*parts, text[end:]]) if parts else text


class _Reading:
    """One comment being read."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.words = split(text, lexicon)
        self.lexicon = lexicon

    def names(self) -> Iterator[tuple[int, int]]:
        """The places of the names, from left to right."""
        at = 0
        second = Trust.NONE
        while at < len(self.words):
            trust = max(evidence.trust_before(self.words, at), second)
            end = self._name_at(at, trust)
            second = Trust.NONE
            if end and self._allowed(at, end, trust):
                yield self.words[at].start, self.words[end - 1].end
                # "Jan en Petra": who is named beside a person is a person.
                if end < len(self.words) and self.words[end].lower == "en":
                    end, second = end + 1, Trust.CAPITAL
            at = end or at + 1

    def _name_at(self, at: int, trust: Trust) -> int:
        """Where the name that begins here ends (exclusive), or 0; what follows is asked only when needed."""
        if trust is Trust.NONE and not evidence.may_begin(self.words, at):
            return 0
        end = self._run(at, trust)
        around = self._trust_around(at) if not end else Trust.NONE
        return self._run(at, around) if around > trust else end

    def _run(self, start: int, trust: Trust) -> int:
        """Where the name that begins at `start` ends (exclusive) when it is trusted this far, or 0."""
        at, named = start, False
        while at < len(self.words) and at - start < LONGEST and (at == start or self._joined(at)):
            after = self._after_particles(at, bare=at == start and trust is Trust.NONE)
            if after < len(self.words) and self._is_name(after, trust, at > start, at):
                at, named = after + 1, True
            elif self._is_initial(at, trust):
                at += 1
            else:
                break
        return at if named else 0

    def _is_name(self, at: int, trust: Trust, given: bool, since: int) -> bool:
        if at > since and not self._joined(at):
            return False
        before = tuple(word.lower for word in self.words[since:at])
        return evidence.is_name(self.words[at], trust, given, before)

    def _joined(self, at: int) -> bool:
        """Whether only a space or a hyphen parts this word from the one before."""
        gap, before = self.words[at].gap, self.words[at - 1]
        return gap.strip(" -" if len(before.text) > 1 else " -.") == "" and (gap != "" or before.initial)

    def _is_initial(self, at: int, trust: Trust) -> bool:
        """Behind a title people also write initials small: "de heer j. bos"."""
        word = self.words[at]
        return word.initial or (trust >= Trust.LISTED and len(word.text) == 1 and word.text != "u")

    def _after_particles(self, at: int, bare: bool) -> int:
        """The word after "van der" and the like. `bare`: a lower-case "van" alone may just be a preposition."""
        length = evidence.particles(self.words[at : at + 2])
        return at if bare and length == 1 and self.words[at].text == "van" else at + length

    def _trust_around(self, at: int) -> Trust:
        """What the words on both sides say about an unlisted name."""
        word = self.words[at]
        opens_plainly = word.opens and not word.kind.first and evidence.looks_ordinary(word.lower)
        if word.opaque or opens_plainly or FIRM_BEFORE.match(word.lower):
            return Trust.NONE
        rest = [later.lower for later in self.words[at + 1 : at + 3]]
        before = self.words[at - 1].lower if at else ""
        acts = word.kind.first and word.lower not in evidence.NEVER_BARE and not ACTS.isdisjoint(rest[:1])
        if acts or any((before, later) in AROUND for later in rest) or self._from_department(at):
            return Trust.CAPITAL
        between = evidence.particles(self.words[at + 1 : at + 3])
        surname = at + 1 + between
        if surname >= len(self.words) or not self._joined(at + 1) or not self._joined(surname):
            return Trust.NONE
        return evidence.trust_by_surname(word, self.words[surname], between)

    def _from_department(self, at: int) -> bool:
        """Whether "van de planning" or "van Enexis" follows."""
        rest = self.words[at + 1 : at + 4]
        if len(rest) < 2 or rest[0].text not in {"van", "vanuit"}:
            return False
        place = rest[-1] if rest[1].lower in {"de", "het", "jullie", "uw"} else rest[1]
        firm = place.kind.protected and place.text[0].isupper()
        return place.lower in DEPARTMENTS or (firm and not self.words[at].opens)

    def _allowed(self, start: int, end: int, trust: Trust) -> bool:
        """Nothing says that this is a firm, a street, a place, a month or a greeting in mid-sentence."""
        first, last = self.words[start], self.words[end - 1]
        before = self.words[start - 1].lower if start else ""
        if before in SIGNED and not SIGNATURE_ENDS.match(self.text, last.end) and self._run(start, Trust.NONE) != end:
            return False
        if any(FIRM_AFTER.match(self.text, word.end) for word in self.words[start:end]):
            return False
        if STREET.match(last.lower) and not last.kind.name:
            return False
        if end == start + 1 and first.lower in MONTHS and evidence.beside_a_number(self.text, first):
            return False
        return trust >= Trust.LISTED or not (FIRM_BEFORE.match(before) or self._in_phrase(first.start, last.end))

    def _in_phrase(self, start: int, end: int) -> bool:
        """Whether it is part of the name of a place or a firm of more than one word."""
        return any(first < end and start < last for first, last in self._phrases)

    @cached_property
    def _phrases(self) -> list[tuple[int, int]]:
        return [found.span() for found in self.lexicon.phrases.finditer(self.text)]
