"""The clock of the field: Amsterdam."""

from datetime import datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """This moment, with the offset of Amsterdam."""
    return datetime.now(AMSTERDAM)
