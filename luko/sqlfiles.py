"""The files under sql/: one select per file, named after its table, macro, query or check."""

from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "sql"


@cache
def read(folder: str, name: str) -> str:
    """The text of `sql/<folder>/<name>.sql`; raises FileNotFoundError when there is none."""
    return (ROOT / folder / f"{name}.sql").read_text(encoding="utf-8")


def names(folder: str) -> list[str]:
    """The names of all files in one folder, in order."""
    return sorted(file.stem for file in (ROOT / folder).glob("*.sql"))
