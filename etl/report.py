"""What `status` and `rejects` answer: how fresh the data are, what was loaded and what was set aside."""

from datetime import UTC
from typing import Any

import duckdb

from etl import ledger, versions
from luko.clock import AMSTERDAM

_LINES = 20


def status() -> dict[str, Any]:
    """`published_at`, `complete_until`, `last_night` and `loads`, as contract section 3 has them."""
    published: dict[str, Any] = {"published_at": None, "complete_until": None}
    served = versions.served()
    if served is not None:
        with duckdb.connect(str(served), read_only=True) as warehouse:
            row = warehouse.sql("select published_at_utc, complete_until from marts.publication").pl().to_dicts()[0]
        moment = row["published_at_utc"].replace(tzinfo=UTC).astimezone(AMSTERDAM)
        published["published_at"] = moment.isoformat(timespec="seconds")
        published["complete_until"] = row["complete_until"].isoformat() if row["complete_until"] else None
    return published | {"last_night": ledger.last_night(), "loads": ledger.all_loads()}


def status_in_words(answer: dict[str, Any]) -> str:
    """The same for a person."""
    night = answer["last_night"]
    lines = [
        f"Gepubliceerd: {answer['published_at'] or 'nog niets'}; nieuwste antwoord: {answer['complete_until'] or '-'}",
        f"Laatste nacht: {night['at']} (exit {night['exit']}). {night['sentence']}" if night else "Nog geen nacht.",
    ]
    for one in answer["loads"][:_LINES]:
        lines.append(
            f"{one['at']}  {one['file']}: {one['read']} gelezen = {one['accepted']} opgenomen + "
            f"{one['unchanged']} ongewijzigd + {one['rejected']} afgekeurd + {one['waiting']} wachtend"
        )
    return "\n".join(lines)


def rejects_in_words(answer: dict[str, Any]) -> str:
    """One line per reject: file, line, column and the rule."""
    lines = [in_words(one) for one in answer["rejects"]]
    return "\n".join(lines) or "Er is niets afgekeurd."


def in_words(reject: dict[str, Any]) -> str:
    """File, line, column and value, in that order, then the rule."""
    places = [reject["file"]]
    if reject["line"] is not None:
        places.append(f"regel {reject['line']}")
    if reject["column"]:
        places.append(f"kolom {reject['column']}")
    return f"{', '.join(places)}: {reject['reason']}"
