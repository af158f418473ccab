"""Dutch sentences written for this project, about invented people, with what must be gone from each.

`labelled.csv`: text; label, the pieces of personal data as kind:value with | between them, empty for a clean
sentence; split. The sentences of `held_out` were written first and are not looked at while rules are tuned.
"""

import csv
import re
from pathlib import Path

import polars as pl

from etl.redaction import redact

LABELLED = Path(__file__).resolve().parent / "labelled.csv"
PARTICLES = {"van", "de", "der", "den", "ter", "te", "t", "het", "in"}


def labelled(split: str) -> list[tuple[str, str, str]]:
    """Every sentence of one split with its label and what became of it."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    after = redact(pl.Series([row["text"] for row in rows]))
    return [(row["text"], row["label"], text) for row, text in zip(rows, after, strict=True)]


def pieces(split: str) -> list[tuple[str, str, str]]:
    """Every labelled piece of personal data: its kind, its value, and the sentence after redaction."""
    return [
        (*piece.strip().split(":", 1), after)
        for _, label, after in labelled(split)
        if label
        for piece in label.split("|")
    ]


def is_gone(kind: str, value: str, after: str) -> bool:
    """The right tag stands there, and no telling part of the value is left outside the tags."""
    untagged = re.sub(r"\[[a-z-]+\]", " ", after)
    left = set(re.findall(r"\w+", untagged)) & set(re.findall(r"\w+", value))
    return f"[{kind}]" in after and not {word for word in left if word.lower() not in PARTICLES}
