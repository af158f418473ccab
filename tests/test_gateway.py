"""The gateway: every query file gives a reader exactly what it gives on the rows that reader may see."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from luko import sqlfiles, warehouse
from luko.access import Grant, Reader
from luko.warehouse import DoorError
from tests.deliveries import eindmeting

COMBIS = ["Synfra", "CINH", "Grond'g", None]
TOUCHPOINTS = [1, 2, 3, 4, 5]
EVERYTHING = Reader("alles", None, tuple(Grant(touchpoint, None) for touchpoint in TOUCHPOINTS), frozenset())

# How each query file is asked; a file that is missing here fails the test below.
ASKED = {
    "atoms": {"touchpoint_id": 5, "question": "CES", "top": 4, "bottom": None},
    "combis": {"touchpoint_id": 3},
    "months": {},
    "partners": {},
    "publication": {},
    "questions": {},
    "response_atoms": {"touchpoint_id": 5},
    "shared_projects": {
        "touchpoint_id": 5, "members": "contractors", "first_day": date(2025, 1, 1), "day_after": date(2026, 1, 1),
    },
    "touchpoints": {},
}  # fmt: skip

partner_lists = st.lists(st.sampled_from(["A", "B", "C"]), max_size=2, unique=True).map(sorted)
rows = st.fixed_dictionaries(
    {
        "touchpoint_id": st.sampled_from(TOUCHPOINTS),
        "combi": st.sampled_from(COMBIS),
        "project_id": st.sampled_from(["P1", "P2", "P3"]),
        "day": st.integers(0, 500),
        "status": st.sampled_from(["beantwoord", "bounce", "verlopen", "te laat"]),
        "contractors": partner_lists,
        "network_companies": partner_lists,
        "disciplines": partner_lists,
        "CES": st.sampled_from([None, 1.0, 3.0, 5.0]),
    }
)
grants = st.lists(
    st.builds(Grant, st.sampled_from(TOUCHPOINTS), st.sampled_from(COMBIS)), max_size=4, unique=True
).map(tuple)  # fmt: skip


def as_responses(drawn: list[dict]) -> pl.DataFrame:
    start = datetime(2025, 1, 1)
    schema = {
        "response_id": pl.String, "touchpoint_id": pl.Int64, "combi": pl.String, "project_id": pl.String,
        "status": pl.String, "contractors": pl.List(pl.String), "network_companies": pl.List(pl.String),
        "disciplines": pl.List(pl.String), "CES": pl.Float64, "invited_at": pl.Datetime, "answered_at": pl.Datetime,
        "link_open": pl.Boolean,
    }  # fmt: skip
    return pl.DataFrame(
        [
            row
            | {"response_id": f"R{number}", "invited_at": start + timedelta(row["day"]), "link_open": row["day"] > 490}
            | {"answered_at": start + timedelta(row["day"] + 1) if row["status"] == "beantwoord" else None}
            for number, row in enumerate(drawn)
        ],
        schema=schema,
    )


def may_see(row: dict, held: tuple[Grant, ...]) -> bool:
    return any(
        grant.touchpoint_id == row["touchpoint_id"] and (grant.combi is None or grant.combi == row["combi"])
        for grant in held
    )


def asked(folder: Path, responses: pl.DataFrame, touchpoints: list[int], reader: Reader) -> dict[str, pl.DataFrame]:
    """What every query file gives on a warehouse with just these rows."""
    file = folder / f"{os.urandom(8).hex()}.duckdb"
    with duckdb.connect(str(file)) as building:
        building.sql("create schema marts")
        building.sql("create table marts.responses as select * from responses")
        listed = pl.DataFrame({"touchpoint_id": touchpoints}, schema={"touchpoint_id": pl.Int64})
        building.sql(
            "create table marts.touchpoints as select *, 'c' as code, 'n' as name, 'm' as moment,"
            " true as invites_by_list, 'CES' as headline from listed"
        )
        building.sql(
            "create table marts.questions as select *, 'CES' as question_code, 'l' as label, 'geheel' as chain_step,"
            " 'ces' as kind, 1.0 as scale_min, 5.0 as scale_max, 'lager' as direction, 4.0 as cut_off, 1 as position"
            " from listed"
        )
        building.sql(
            "create table marts.publication as select 'v' as version, now()::timestamp as published_at,"
            " timestamp '2026-01-01' as published_at_utc, date '2026-01-01' as complete_until, false as demo"
        )
        assert listed is not None
        for name in sqlfiles.names("access"):
            building.sql(sqlfiles.read("access", name))
    os.environ["LUKO_WAREHOUSE"] = str(file)
    try:
        return {
            name: warehouse.run(name, reader, **parameters).drop("published_at", strict=False)
            for name, parameters in ASKED.items()
        }
    finally:
        del os.environ["LUKO_WAREHOUSE"]


@settings(max_examples=25, deadline=None)
@given(st.lists(rows, max_size=40), grants)
def test_every_query_gives_what_it_gives_on_the_rows_the_reader_may_see(tmp_path_factory, drawn, held):
    folder = tmp_path_factory.mktemp("warehouses")
    reader = Reader("iemand", None, held, frozenset())
    responses = as_responses(drawn)
    seen = asked(folder, responses, TOUCHPOINTS, reader)

    allowed = responses.filter(pl.Series([may_see(row, held) for row in responses.to_dicts()], dtype=pl.Boolean))
    expected = asked(folder, allowed, reader.touchpoints, EVERYTHING)
    for name in ASKED:
        if name == "publication":
            assert len(seen[name]) == (1 if held else 0)
        else:
            assert_frame_equal(seen[name], expected[name])


def test_every_query_file_is_asked_above():
    assert sorted(ASKED) == sqlfiles.names("queries")


def test_empty_grants_see_nothing_at_all(tmp_path):
    responses = as_responses(
        [
            {"touchpoint_id": 5, "combi": None, "project_id": "P1", "day": 1, "status": "beantwoord",
             "contractors": ["A"], "network_companies": [], "disciplines": [], "CES": 3.0}
        ]
    )  # fmt: skip
    seen = asked(tmp_path, responses, TOUCHPOINTS, Reader("niemand", None, (), frozenset({"databeheer"})))
    assert all(found.is_empty() for found in seen.values())


@pytest.mark.parametrize(
    "text",
    [
        "select * from marts.responses where $grants is not null",
        "select * from marts.visible_responses($grants), bronze.responses",
        "select * from marts.visible_responses($grants), marts.managed_loads($capabilities, $organisation)",
        "select * from marts.visible_responses($grants),marts.responses",
        'select * from marts.visible_responses($grants) join"marts"."responses" using (response_id)',
        "select * from marts.visible_responses($grants)union all(from marts . responses)",
        "select 1",
    ],
)
def test_a_query_that_goes_around_the_door_is_never_run(monkeypatch, tmp_path, text):
    monkeypatch.setattr(sqlfiles, "read", lambda *_: text)
    warehouse._door.cache_clear()
    with pytest.raises(DoorError):
        warehouse.run("around", EVERYTHING)
    warehouse._door.cache_clear()


def test_a_caller_can_not_replace_the_rights(data, load):
    load(eindmeting(3))
    nobody = Reader("niemand", None, (), frozenset())
    all_rights = EVERYTHING.bound_grants()
    assert warehouse.run("months", nobody, grants=all_rights).is_empty()


def test_sql_can_not_reach_files_beside_the_warehouse(data, load):
    load(eindmeting(3))
    (data / "geheim.csv").write_text("a\n1\n")
    with warehouse._current().connection.cursor() as cursor:
        for attempt in (f"from read_csv('{data}/geheim.csv')", f"copy (select 1) to '{data}/uit.csv'"):
            with pytest.raises(duckdb.Error):
                cursor.sql(attempt).fetchall()
