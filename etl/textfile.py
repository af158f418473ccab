"""Reading a delimited text file exactly as it lies: every record with the physical line it starts on."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from etl.problems import RefusedError

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = (";", ",", "\t")
csv.field_size_limit(2**31 - 1)  # a comment may be long; what is too much is for others to say


@dataclass(frozen=True)
class Records:
    """A header and the records under it; `lines[i]` is the physical line where `rows[i]` starts."""

    header: list[str]
    rows: list[list[str]]
    lines: list[int]


def records(delivered: bytes, recognised: Callable[[list[str]], int]) -> Records:
    """The header and all non-blank records of a delivered text file.

    `recognised` counts how many fields of a header are known; the delimiter that makes most of them
    known is the right one. Raises RefusedError when the text can not be read with certainty.
    """
    text = decoded(delivered)
    rows: list[list[str]] = []
    lines: list[int] = []
    ended_on = 0
    try:
        delimiter = max(_DELIMITERS, key=lambda candidate: recognised(_first_record(text, candidate)))
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for row in reader:
            started_on, ended_on = ended_on + 1, reader.line_num
            if any(field.strip() for field in row):
                rows.append(row)
                lines.append(started_on)
    except csv.Error as fault:
        raise RefusedError(f"regel {ended_on + 1}: de aanhalingstekens kloppen niet; bestand geweigerd.") from fault
    if not rows:
        raise RefusedError("het bestand is leeg; bestand geweigerd.")
    return Records(rows[0], rows[1:], lines[1:])


def decoded(delivered: bytes) -> str:
    """The text: by its byte-order mark, else UTF-8, else cp1252; raises RefusedError when none fits."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS.items() if delivered.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            text = delivered.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise RefusedError("de tekens zijn niet te lezen als UTF-8, cp1252 of UTF-16; bestand geweigerd.")


def _first_record(text: str, delimiter: str) -> list[str]:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return next((row for row in records if any(field.strip() for field in row)), [])
