"""Pictures: valid, read out in one sentence, built once, and without a trace of what is hidden."""

import json

import altair as alt
import polars as pl
import pytest

from luko import charts
from luko.charts import Chart, tokens
from luko.charts.dots import shape as dots_shape
from luko.charts.strip import shape as strip_shape
from luko.charts.trend import shape as trend_shape
from luko.charts.versus import shape as versus_shape
from luko.figures import HIDDEN, Question
from luko.figures.overview import STEPS
from luko.text.comparison import ALIKE, BETTER, WORSE
from luko.text.words import TOO_FEW
from tests.text.figures import CES, CIJFER, figure, partner_row, partners, trend

READING = "Bij Oosterwiel had 25% van de klanten veel moeite."
SECRET = 77.77
ROWS = partners(
    partner_row("Roggewaard", 45, WORSE),
    partner_row("Stelleland", 12, TOO_FEW, n=21),
    partner_row("Kwelderzicht", None, "verborgen"),
    partner_row("Elzerdam", 11, BETTER),
    partner_row("Oosterwiel", 25, ALIKE, own=True),
)


def step(label: str, value: float | None, verdict: str, **changes: object) -> dict[str, object]:
    ends = {} if value is None else {"lower": value - 0.1, "upper": value + 0.1}
    return {
        "chain_step": "planning", "question_code": label.upper(), "label": label, "kind": "schaal",
        "direction": "hoger", "scale_min": 1.0, "scale_max": 5.0, "n": None if value is None else 100,
        "value": value, **ends, "shown": value is not None, "rest": 3.5, "verdict": verdict,
    } | changes  # fmt: skip


STEP_ROWS = pl.DataFrame(
    [
        step("Bereikbaarheid", 3.2, "ongunstiger"),
        step("Houding", 4.4, "gunstiger"),
        step("Afspraak", 86.0, ALIKE, kind="janee", scale_min=0.0, scale_max=1.0, lower=84.0, upper=88.0, rest=80.0),
        step("Klein", 4.0, "te weinig antwoorden", n=12),
        step("Weg", None, "verborgen", rest=None),
    ],
    schema=STEPS,
)


def dots(rows: pl.DataFrame = ROWS, question: Question = CES, grouping: str = "aannemer") -> Chart:
    return charts.dots(rows, question, grouping, READING)


def every() -> list[Chart]:
    months = trend((30.0, True), (None, True), (22.0, True), (25.0, False), rest=28.0)
    drawn = charts.trend(months, "Synfra", CES, READING)
    assert drawn is not None
    versus = charts.versus("Synfra", figure(24), figure(31), figure(29), "gunstiger", CES, READING)
    return [dots(), drawn, versus, charts.strip(STEP_ROWS, charts.ranges(STEP_ROWS), READING)]


def sent(chart: Chart) -> str:
    """All that a browser gets of a chart."""
    return json.dumps(chart.spec) + json.dumps(chart.rows.to_dicts())


def row(chart: Chart, name: str, column: str = "name") -> dict[str, object]:
    return chart.rows.filter(pl.col(column).str.starts_with(name)).row(0, named=True)


@pytest.mark.parametrize("number", range(4))
def test_every_chart_is_valid_vega_lite_with_a_reading_and_the_common_look(number):
    chart = every()[number]
    alt.LayerChart.from_dict(chart.spec, validate=True)
    assert chart.spec["description"] == READING
    assert chart.spec["config"] == tokens.CONFIG
    assert chart.spec["data"] == {"name": "source"}
    assert "padding" in chart.spec  # without it Streamlit adds room below


@pytest.mark.parametrize("number", range(4))
def test_every_field_a_chart_draws_is_in_its_rows(number):
    chart = every()[number]
    drawn = {
        channel["field"]
        for layer in chart.spec["layer"]
        if "data" not in layer
        for channel in layer["encoding"].values()
        if isinstance(channel, dict) and "field" in channel
    }
    assert drawn <= set(chart.rows.columns)
    assert drawn


@pytest.mark.parametrize("shape", [dots_shape, trend_shape, versus_shape, strip_shape])
def test_a_shape_is_built_once_and_drawing_leaves_it_alone(shape):
    before = json.dumps(shape())
    every()
    assert shape() is shape()
    assert json.dumps(shape()) == before


def test_a_hidden_partner_leaves_a_name_a_word_and_no_value():
    leaking = ROWS.with_columns(
        pl.when(pl.col("group") == "Kwelderzicht").then(SECRET).otherwise(pl.col(name)).alias(name)
        for name in ("value", "lower", "upper", "rest", "difference", "shared")
    )
    chart = dots(leaking)
    hidden = row(chart, "Kwelderzicht")
    assert str(SECRET) not in sent(chart)
    assert "78%" not in sent(chart)
    kept = {name: value for name, value in hidden.items() if value is not None}
    assert set(kept) == {"position", "name", "own", "hidden", "few", "strong", "verdict", "short", "ink"}
    assert hidden["verdict"] == "verborgen, om herleiding te voorkomen"


def test_a_hidden_month_and_a_hidden_question_leave_no_value():
    months = trend((30.0, True), (None, True), (22.0, True), rest=None)
    drawn = charts.trend(months, "Synfra", CES, READING)
    assert drawn is not None
    assert drawn.rows["value"].to_list() == [30.0, None, 22.0]
    leaking = STEP_ROWS.with_columns(pl.when("shown").then("rest").otherwise(SECRET).alias("rest"))
    strip = charts.strip(leaking, charts.ranges(leaking), READING)
    assert str(SECRET) not in sent(strip)
    lost = row(strip, "Weg", "question")
    assert {name for name, value in lost.items() if value is not None} == {"position", "question", "verdict", "ink"}


def test_a_hidden_rest_is_named_and_not_drawn():
    chart = charts.versus("Synfra", figure(24), HIDDEN, None, "verborgen", CES, READING)
    assert chart.rows["name"].to_list() == ["Synfra", "Rest van de keten: verborgen"]
    assert chart.rows["value"].to_list() == [24.0, None]


def test_the_best_comes_first_few_answers_below_and_the_hidden_last():
    assert dots().rows["name"].to_list() == ["Elzerdam", "Oosterwiel (u)", "Roggewaard", "Stelleland", "Kwelderzicht"]
    assert dots(question=CIJFER).rows["name"].to_list() == [
        "Roggewaard", "Oosterwiel (u)", "Elzerdam", "Stelleland", "Kwelderzicht",
    ]  # fmt: skip


def test_colour_follows_the_verdict_and_never_the_sign():
    chart = dots(ROWS, question=CIJFER)
    assert row(chart, "Roggewaard")["line"] == tokens.WORSE
    assert row(chart, "Elzerdam")["line"] == tokens.BETTER
    assert row(chart, "Oosterwiel")["line"] == tokens.INK


def test_few_answers_are_an_open_grey_dot():
    small = row(dots(), "Stelleland")
    assert (small["line"], small["fill"], small["few"]) == (tokens.GREY, tokens.PAPER, True)
    strip = charts.strip(STEP_ROWS, charts.ranges(STEP_ROWS), READING)
    assert row(strip, "Klein", "question")["fill"] == tokens.PAPER


def test_only_the_own_row_has_a_band():
    assert dots().rows.filter("own")["name"].to_list() == ["Oosterwiel (u)"]


def test_what_stands_in_a_chart_is_written_in_dutch():
    rows = partners(partner_row("A", 7.42, ALIKE, n=2749, rest=7.1, difference=0.32, lower=7.3, upper=7.5))
    drawn = row(dots(rows, CIJFER), "A")
    assert drawn["label"] == "7,4"
    assert drawn["n"] == "2.749"
    assert drawn["apart"] == "0,3 punt"
    assert drawn["between"] == "7,3 tot 7,5"
    labels = {param["name"]: param["value"] for param in dots(rows, CIJFER).spec["params"]}["labels"]
    assert all("," in label for label in labels)


def test_a_partner_without_interval_is_drawn_with_its_value_beside_the_dot():
    rows = partners(partner_row("A", 8.0, TOO_FEW, n=6, lower=None, upper=None))
    drawn = row(dots(rows, CIJFER), "A")
    assert drawn["edge"] == 8.0
    assert drawn["between"] == "geen interval"


def test_the_rest_of_the_chain_is_named_once():
    assert dots().rows["rest_named"].sum() == 1


def test_the_running_month_is_hatched_and_stands_outside_the_line():
    running = charts.trend(trend((30.0, True), (22.0, True), (25.0, False)), "Synfra", CES, READING)
    whole = charts.trend(trend((30.0, True), (22.0, True)), "Synfra", CES, READING)
    assert running is not None
    assert whole is not None
    values = [{param["name"]: param["value"] for param in chart.spec["params"]} for chart in (running, whole)]
    assert [value["incomplete"] for value in values] == [True, False]
    assert [value["last"] for value in values] == [1, 1]
    assert [value["told"] for value in values] == ["okt: 22%", "nov: 22%"]
    assert values[0]["last_month"] == "okt 2026"


def test_a_hidden_last_month_is_said_at_the_end_of_the_line():
    drawn = charts.trend(trend((30.0, True), (22.0, True), (None, True)), "Synfra", CES, READING)
    assert drawn is not None
    assert {param["name"]: param["value"] for param in drawn.spec["params"]}["told"] == "verborgen"


def test_one_month_is_no_trend():
    assert charts.trend(trend((30.0, True), (25.0, False)), "Synfra", CES, READING) is None
    assert charts.trend(trend(), "Synfra", CES, READING) is None


def test_strips_of_one_kind_share_one_range_that_holds_every_mark():
    ranges = charts.ranges(STEP_ROWS)
    assert ranges == {("schaal", 5.0): (2.5, 5.0), ("janee", 100.0): (70.0, 100.0)}
    placed = charts.strip(STEP_ROWS, ranges, READING).rows.select("at", "start", "end", "benchmark")
    found = [value for column in placed for value in column if value is not None]
    assert min(found) >= 0
    assert max(found) <= 1


@pytest.mark.parametrize("number", [0, 1])
def test_a_chart_is_folded_by_its_own_width_on_a_phone(number):
    texts = json.dumps(every()[number].spec)
    assert (tokens.FOLD in texts) == (number == 0)  # the small ones have one form for all widths


def test_a_value_stands_on_ground_of_its_own_so_that_no_line_runs_through_it():
    halo, value = (layer for layer in dots().spec["layer"] if layer["encoding"].get("text", {}).get("field") == "label")
    assert halo["mark"]["strokeWidth"] > 0
    assert halo["encoding"]["stroke"] == halo["encoding"]["color"]
    assert "strokeWidth" not in value["mark"]
    assert all(halo["encoding"][channel] == value["encoding"][channel] for channel in ("x", "y", "text"))
