"""A chart as it is handed to the screen or to an export: what is drawn, and the rows it is drawn from."""

import copy
from dataclasses import dataclass
from typing import Any

import altair as alt
import polars as pl

from luko.charts import tokens

# The charts fill their container; only the width is fitted, so that a row keeps its height.
AUTOSIZE = {"type": "fit-x", "contains": "padding"}


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification and its rows. The reading for screen readers is `spec["description"]`."""

    spec: dict[str, Any]
    rows: pl.DataFrame


def built(chart: alt.LayerChart) -> dict[str, Any]:
    """The finished specification of a shape: made once, then only filled."""
    spec: dict[str, Any] = chart.properties(
        width="container", autosize=AUTOSIZE, padding={"left": 0, "right": 0, "top": 4, "bottom": 4}
    ).to_dict()
    spec["config"] = tokens.CONFIG
    for layer in spec["layer"]:
        if layer.get("data") == {"name": "empty"}:
            del layer["data"]
    spec.pop("datasets", None)
    spec["data"] = {"name": "source"}  # the name under which Streamlit hands over the rows
    return spec


def filled(spec: dict[str, Any], reading: str, height: int, **values: Any) -> dict[str, Any]:
    """A copy of the shape with its reading, its height and the values of its parameters."""
    complete = copy.copy(spec)
    params = [{"name": name, "value": value} for name, value in values.items()]
    complete.update(description=reading, height=height, params=params)
    return complete


def by_width(phone: str, wide: str) -> alt.ExprRef:
    """One expression on a phone, another on a wider screen."""
    return alt.ExprRef(f"{tokens.FOLD} ? ({phone}) : ({wide})")
