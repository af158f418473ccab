"""What is known about a word: a first name, a surname, an ordinary word, a place or a firm.

The name lists are reference data, so that a steward can add to them; the lists beside this module say which
Dutch words, places and firms are no name however they are written.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from etl.redaction.cues import BEFORE, STARTERS
from luko import reference

LISTS = Path(__file__).resolve().parent
WORDS = re.compile(r"[^\W\d_][\w'’-]*")
SHORTEST_KNOWN = 4


class Kind(NamedTuple):
    """What a word can be; many names are something else as well. All false: no list holds it."""

    first: bool = False
    surname: bool = False
    known: bool = False
    ordinary: bool = False
    protected: bool = False

    @property
    def name(self) -> bool:
        """Whether any list has it as a name."""
        return self.first or self.surname or self.known

    @property
    def clear(self) -> bool:
        """Whether it is nothing but a name, or nothing known at all."""
        return not self.ordinary and not self.protected


class Lexicon:
    """The words of the lists in force, the register's partners, and the names known of one delivery."""

    def __init__(self, known_names: Iterable[str] = ()) -> None:
        protected = [*_listed("places_and_firms"), *_partners()]
        self.phrases = _any_of(name for name in protected if " " in name)
        self._lists = (
            _lower(reference.read("first_names")["name"]),
            _lower(reference.read("surnames")["name"]),
            frozenset(_surnames(known_names)),
            _lower(_listed("ordinary_words")) | frozenset(BEFORE),
            _lower(name for name in protected if " " not in name),
        )
        first, surname, known, ordinary, _ = self._lists
        # A comment without any of these holds no name: what betrays one in any writing, and names with a capital.
        with_capital = {word.capitalize() for word in first | surname | known}
        self.triggers = (first - ordinary) | with_capital | STARTERS
        self._kinds: dict[str, Kind] = {}

    def kind(self, lower: str) -> Kind:
        """Everything this word can be; of a hyphenated word its parts count when the whole is not listed."""
        kind = self._kinds.get(lower)
        if kind is None:
            kind = Kind(*(lower in words for words in self._lists))
            if "-" in lower and not any(kind):
                kind = self._kind_of_parts(lower.split("-"))
            self._kinds[lower] = kind
        return kind

    def _kind_of_parts(self, parts: list[str]) -> Kind:
        """All that the parts are; one part that is nothing but a name makes it one."""
        kinds = [self.kind(part) for part in parts]
        together = Kind(*(any(said) for said in zip(*kinds, strict=True)))
        return together._replace(ordinary=together.ordinary and not any(kind.name and kind.clear for kind in kinds))


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _surnames(names: Iterable[str]) -> set[str]:
    """The telling parts of full names: all but the first word of each (or what stands before a comma)."""
    telling: set[str] = set()
    for name in names:
        words = WORDS.findall(name.split(",")[0].lower())
        telling.update(word for word in (words[1:] or words) if len(word) >= SHORTEST_KNOWN)
    return telling


def _partners() -> list[str]:
    register = reference.read("partners")
    spellings = "|".join(register["spellings"].drop_nulls()).split("|")
    return [name for name in (*register["name"].drop_nulls(), *spellings) if name]


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in longest_first) or r"(?!)")


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple((LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines())
