"""Names that come from data, made safe for screens that read Markdown."""

import re

_INLINE = re.compile(r"([\\`*_{}\[\]$<>&~|^]|:(?=[A-Za-z]))")
_BLOCK = re.compile(r"^(?:([#+=-])|(\d+)([.)]))")
# Addresses, e-mail, :icons: and arrows are recognised after backslashes are gone: a joiner breaks them.
_RECOGNISED = re.compile(r"(?<=:)(?=[A-Za-z/])|(?<=@)|(?<=www)(?=\.)|(?<=[-<=>~])(?=[-<=>])", re.IGNORECASE)
_JOINER = "\u2060"


def escaped(text: str) -> str:
    """The text as one line of Markdown that shows just this: no markup, formula, link, icon or tag."""
    joined = _RECOGNISED.sub(_JOINER, " ".join(text.split()))
    return _BLOCK.sub(r"\2\\\1\3", _INLINE.sub(r"\\\1", joined))


def table(header: list[str], rows: list[list[str]], words: int = 1) -> str:
    """A Markdown table of plain strings; the first `words` columns align left, the others right."""
    ruler = [":--" if column < words else "--:" for column in range(len(header))]
    lines = [header, ruler, *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
