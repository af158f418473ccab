"""The values on an axis: three to five round numbers around what is drawn."""

import math
from collections.abc import Iterable

STEPS = [step * ten for ten in (0.1, 1, 10, 100, 1000) for step in (1, 2, 5)]
MOST = 4  # steps between the first and the last value


def around(values: Iterable[float | None], scale: tuple[float, float]) -> list[float]:
    """Three to five round values that span the given ones, as far as the scale of the question goes."""
    known = [value for value in values if value is not None] or list(scale)
    low, high = min(known), max(known)
    finest = 0.1 if scale[1] <= 10 else 1  # finer values would read the same once they are rounded
    step = next(s for s in STEPS if s >= finest and math.ceil(high / s) - math.floor(low / s) <= MOST)
    first, last = math.floor(low / step), math.ceil(high / step)
    while last - first < 2:  # two values do not make an axis
        first, last = (first - 1, last) if (first - 1) * step >= scale[0] else (first, last + 1)
    spread = [min(max(step * place, scale[0]), scale[1]) for place in range(first, last + 1)]
    return sorted({round(value, 10) for value in spread})


def scale_of(kind: str, scale_min: float | None, scale_max: float | None) -> tuple[float, float]:
    """The ends of the measure, not of the question: percentages 0-100, NPS -100..100, means as asked."""
    if kind in ("ces", "janee"):
        return 0.0, 100.0
    return (-100.0, 100.0) if kind == "nps" else (scale_min or 0.0, scale_max or 10.0)
