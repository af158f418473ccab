"""Figures: computed once, here, for pages, files and the figures command alike."""

from luko.figures.codebook import (
    OutsideRightsError,
    UnknownQuestionError,
    offered_periods,
    own_partner,
    partners,
    publication,
    questions,
    touchpoints,
)
from luko.figures.comparison import per_partner
from luko.figures.model import (
    HIDDEN,
    Change,
    Figure,
    Grouping,
    Partner,
    Publication,
    Question,
    Touchpoint,
    TouchpointCard,
)
from luko.figures.overview import per_step, touchpoint_cards
from luko.figures.printed import Asked, as_csv, definition, interval_method, rows, score_csv
from luko.figures.score import total

__all__ = [
    "HIDDEN",
    "Asked",
    "Change",
    "Figure",
    "Grouping",
    "OutsideRightsError",
    "Partner",
    "Publication",
    "Question",
    "Touchpoint",
    "TouchpointCard",
    "UnknownQuestionError",
    "as_csv",
    "definition",
    "interval_method",
    "offered_periods",
    "own_partner",
    "partners",
    "per_partner",
    "per_step",
    "publication",
    "questions",
    "rows",
    "score_csv",
    "total",
    "touchpoint_cards",
    "touchpoints",
]
