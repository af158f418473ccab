"""What there is to ask: touchpoints, questions, partners, periods, and what is being served."""

from datetime import UTC

from luko import periods, reference, warehouse
from luko.access import Reader
from luko.clock import AMSTERDAM
from luko.figures.kept import per_version
from luko.figures.model import Grouping, Partner, Publication, Question, Touchpoint
from luko.periods import Period

NOT_ASKED = "Deze vraag bestaat niet bij deze meting, of heeft geen score."


class UnknownQuestionError(Exception):
    """A question that the codebook does not have, or one without a score."""


class OutsideRightsError(Exception):
    """Asked for something outside the reader's rights, or that does not exist: nobody learns which."""


@per_version
def publication(reader: Reader) -> Publication:
    """What is being served; raises OutsideRightsError for a reader without any grant."""
    rows = warehouse.run("publication", reader).to_dicts()
    if not rows:
        raise OutsideRightsError
    row = rows[0]
    moment = row["published_at_utc"].replace(tzinfo=UTC).astimezone(AMSTERDAM)
    return Publication(moment, row["complete_until"], row["version"], row["demo"])


@per_version
def touchpoints(reader: Reader) -> tuple[Touchpoint, ...]:
    """The touchpoints of which the reader may see something, from left to right in the chain."""
    return tuple(Touchpoint(**row) for row in warehouse.run("touchpoints", reader).to_dicts())


def questions(reader: Reader, touchpoint_id: int | None = None) -> list[Question]:
    """The questions with a score of one visible touchpoint (or of all), in the order of the codebook."""
    return [question for question in _scored(reader) if touchpoint_id in (None, question.touchpoint_id)]


@per_version
def _scored(reader: Reader) -> tuple[Question, ...]:
    rows = warehouse.run("questions", reader).to_dicts()
    return tuple(Question(**row) for row in rows if row["kind"] != "open")


def question(reader: Reader, touchpoint_id: int, code: str) -> Question:
    """One question with a score; raises UnknownQuestionError."""
    found = [one for one in questions(reader, touchpoint_id) if one.code == code]
    if not found:
        raise UnknownQuestionError(NOT_ASKED)
    return found[0]


@per_version
def partners(reader: Reader) -> tuple[Partner, ...]:
    """The partners on the responses the reader may see: combis first, then aannemers, then netwerkbedrijven."""
    rows = warehouse.run("partners", reader).to_dicts()
    kinds: list[Grouping] = ["combi", "aannemer", "netwerkbedrijf"]
    return tuple(Partner(kind, row["name"]) for kind in kinds for row in rows if row["kind"] == kind)


@per_version
def combis(reader: Reader, touchpoint_id: int) -> tuple[str, ...]:
    """The combis on the responses of one touchpoint that the reader may see."""
    return tuple(warehouse.run("combis", reader, touchpoint_id=touchpoint_id)["combi"])


def own_partner(reader: Reader) -> Partner | None:
    """The reader's own organisation, when it is one of the partners the reader may see."""
    return next((partner for partner in partners(reader) if partner.name == reader.organisation), None)


def asked_period(reader: Reader, code: str | None) -> Period:
    """The period of this code at the present publication; raises ValueError for a code that is none."""
    return periods.parse(code, publication(reader).newest_answer)


@per_version
def offered_periods(reader: Reader) -> tuple[Period, ...]:
    """The periods to choose from: last four quarters, years, quarters and months (newest first), everything."""
    newest = publication(reader).newest_answer
    months = [row["month"] for row in warehouse.run("months", reader).to_dicts()]
    codes = [periods.LAST_FOUR]
    for code_of in (periods.year_code, periods.quarter_code, periods.month_code):
        codes += sorted({code_of(month) for month in months}, reverse=True)
    return tuple(periods.parse(code, newest) for code in [*codes, periods.EVERYTHING])


def is_asked(touchpoint_id: int, code: str) -> bool:
    """Whether the reference data know this question with a score; for when nothing has been published yet."""
    known = {
        (int(row["touchpoint_id"]), row["question_code"])
        for row in reference.read("questions").rows(named=True)
        if row["kind"] != "open"
    }
    return (touchpoint_id, code) in known
