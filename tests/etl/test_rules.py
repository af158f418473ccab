"""The nine rules of the contract, one by one, each through a real night."""

from datetime import timedelta

import polars as pl
import pytest

from luko import clock
from tests.deliveries import order, response, written


def test_the_same_file_twice_changes_nothing(night):
    capo, survey = [order()], [response("R1")]
    night.run(capo_1=capo, expoints_1=survey)
    served = (night.data / "warehouse.duckdb").resolve()
    outcome = night.run(capo_1=capo, expoints_1=survey)
    assert outcome.exit == 0
    assert night.counts("expoints_1.csv") == {"read": 1, "accepted": 0, "unchanged": 1, "rejected": 0, "waiting": 0}
    assert (night.data / "warehouse.duckdb").resolve() == served, "nothing new, so nothing was published"


def test_the_same_rows_under_another_name_and_with_another_spelling_change_nothing(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", Ingevuld_op="03-03-2025 12:00", CES="2")])
    night.run(expoints_other=[response("R1", Ingevuld_op="2025-03-03T12:00:00", CES="2,0")])
    assert night.counts("expoints_other.csv")["unchanged"] == 1


def test_a_later_delivery_replaces_the_columns_it_has_and_leaves_the_others(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", CES="2", CIJFER="8")])
    later = {"ResponsID": "R1", "Meting": "5", "Ingevuld_op": "03-03-2025 12:00", "CES": "5"}
    night.run(expoints_2=[later])
    assert night.counts("expoints_2.csv")["accepted"] == 1
    assert night.rows("select CES, CIJFER, project_id from marts.responses") == [(5.0, 8.0, "P1")]


def test_a_rejected_row_leaves_the_earlier_version_standing(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", CES="2")])
    night.run(expoints_2=[response("R1", CES="5", Ingevuld_op="31-02-2025 10:00")])
    assert night.counts("expoints_2.csv")["rejected"] == 1
    assert night.rows("select CES from marts.responses") == [(2.0,)]


def test_rows_rejected_before_are_rejected_again_and_listed_once(night):
    survey = [response("R1", Meting="klantreis")]
    night.run(capo_1=[order()], expoints_1=survey)
    night.run(expoints_1=survey)
    assert night.counts("expoints_1.csv")["rejected"] == 1
    assert night.rejects() == [(2, "Meting")]


def test_equal_repeats_collapse_and_differing_ones_are_all_set_aside(night):
    survey = [response("R1"), response("R1"), response("R2", CES="1"), response("R2", CES="5"), response("R3")]
    night.run(capo_1=[order()], expoints_1=survey)
    assert night.counts("expoints_1.csv") == {"read": 5, "accepted": 2, "unchanged": 1, "rejected": 2, "waiting": 0}
    assert night.rejects() == [(4, "ResponsID"), (5, "ResponsID")]


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"ResponsID": ""}, "ResponsID"),
        ({"Meting": ""}, "Meting"),
        ({"Meting": "6"}, "Meting"),
        ({"Ingevuld_op": "31-02-2025 10:00"}, "Ingevuld op"),
        ({"Ingevuld_op": "30-03-2025 02:30"}, "Ingevuld op"),
        ({"clusterid": ""}, "clusterid"),
    ],
)
def test_a_required_cell_that_is_empty_or_unreadable_takes_the_row_with_it(night, changes, column):
    night.run(capo_1=[order()], expoints_1=[response("R9"), response("R1") | changes])
    assert night.counts("expoints_1.csv")["rejected"] == 1
    assert night.rejects() == [(3, column)]


def test_an_empty_moment_of_answering_is_an_invitation(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", Ingevuld_op="", CES="", CIJFER="")])
    assert night.rows("select status, answered_at from marts.responses") == [("verlopen", None)]


@pytest.mark.parametrize("nothing", ["n.v.t.", "nvt", "Weet niet", ""])
def test_a_code_for_no_answer_is_empty_and_no_reject(night, nothing):
    night.run(capo_1=[order()], expoints_1=[response("R1", CES=nothing)])
    assert night.rejects() == []
    assert night.rows("select question_code from marts.answers") == [("CIJFER",)]


@pytest.mark.parametrize("value", ["11", "0", "7,5", "zeven", "-8"])
def test_an_answer_outside_its_scale_is_left_out_and_the_row_counts(night, value):
    night.run(capo_1=[order()], expoints_1=[response("R1", CIJFER=value)])
    assert night.counts("expoints_1.csv")["accepted"] == 1
    assert night.rejects() == [(2, "CIJFER")]
    assert night.rows("select question_code from marts.answers") == [("CES",)]


def test_an_answer_to_a_question_of_another_touchpoint_is_ignored(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", TEVREDEN="5")])
    assert night.rejects() == []
    assert night.rows("select question_code from marts.answers order by 1") == [("CES",), ("CIJFER",)]


@pytest.mark.parametrize(
    ("invited", "answered", "rejected"),
    [
        ("02-03-2025 10:00", "02-03-2025 09:59", 1),
        ("02-03-2025 10:00", "02-03-2025 10:00", 0),
        ("02-03-2025 10:00", "02-03-2025", 0),
        ("02-03-2025 10:00", "01-03-2025", 1),
        ("", "01-01-2999 10:00", 1),
    ],
)
def test_an_answer_before_its_invitation_or_in_the_future_is_set_aside(night, invited, answered, rejected):
    night.run(capo_1=[order()], expoints_1=[response("R1", Uitgenodigd_op=invited, Ingevuld_op=answered)])
    assert night.counts("expoints_1.csv")["rejected"] == rejected


def test_a_response_waits_until_capo_knows_its_clusterid(night):
    night.run(capo_1=[order("P1")], expoints_1=[response("R1"), response("R2", project="P2", CIJFER="11")])
    assert night.counts("expoints_1.csv")["waiting"] == 1
    assert night.rows("select response_id from marts.responses") == [("R1",)]
    assert night.rejects() == [], "a waiting row has not come to the rules after rule 5"

    night.run(capo_2=[order("P2")])
    assert night.rows("select response_id from marts.responses order by 1") == [("R1",), ("R2",)]
    assert night.counts("expoints_1.csv")["waiting"] == 1, "counts of a load never change afterwards"
    assert night.rejects() == [(3, "CIJFER")]


def test_waiting_is_decided_after_all_files_are_read(night):
    night.run(expoints_1=[response("R1")], capo_9=[order("P1")])
    assert night.counts("expoints_1.csv")["waiting"] == 0


@pytest.mark.parametrize(
    "orders",
    [
        [order("P1", clusterid="C-P1"), order("P2", clusterid="C-P1")],
        [order("P1"), order("P1", Combi="CINH")],
    ],
)
def test_nothing_is_guessed_where_a_clusterid_or_project_is_ambiguous(night, orders):
    night.run(capo_1=orders, expoints_1=[response("R1"), response("R2", Meting="popup", CES="1")])
    assert night.counts("expoints_1.csv")["waiting"] == 2
    assert night.rows("select count(*) from marts.responses") == [(0,)]


@pytest.mark.parametrize(
    ("answered", "status"),
    [
        ("16-03-2025 10:00", "beantwoord"),
        ("16-03-2025 10:01", "te laat"),
        ("16-03-2025", "beantwoord"),
        ("17-03-2025", "te laat"),
    ],
)
def test_a_link_is_open_for_exactly_fourteen_times_24_hours(night, answered, status):
    night.run(capo_1=[order()], expoints_1=[response("R1", Ingevuld_op=answered)])
    assert night.counts("expoints_1.csv")["accepted"] == 1
    assert night.rows("select status from marts.responses") == [(status,)]
    assert night.rejects() == ([(2, "Ingevuld op")] if status == "te laat" else [])
    assert night.rows("select count(*) from marts.answers") == [(2 if status == "beantwoord" else 0,)]


def test_elapsed_time_is_absolute_over_a_change_of_the_clock(night):
    """The clock goes forward on 30-03-2025: 336 hours after 23-03 10:00 it is 11:00 on 06-04."""
    at = {"Uitgenodigd_op": "23-03-2025 10:00"}
    survey = [
        response("R1", Ingevuld_op="06-04-2025 11:00", **at),
        response("R2", Ingevuld_op="06-04-2025 11:01", **at),
    ]
    night.run(capo_1=[order()], expoints_1=survey)
    assert night.rows("select status from marts.responses order by response_id") == [("beantwoord",), ("te laat",)]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"Soort_werk": "wijziging"}, "geen nieuwe aansluiting"),
        ({"Uitgevoerd_als_combi": "nee"}, "niet als combi uitgevoerd"),
        ({"Geannuleerd": "1"}, "alle opdrachten zijn geannuleerd"),
    ],
)
def test_the_eindmeting_counts_only_for_new_connections_executed_as_combi(night, changes, reason):
    night.run(capo_1=[order("P1") | changes, order("P2")], expoints_1=[response("R1"), response("R2", project="P2")])
    assert night.counts("expoints_1.csv")["accepted"] == 2
    assert night.rows("select response_id from marts.responses") == [("R2",)]
    assert night.rows("select out_of_scope_reason from marts.projects where project_id = 'P1'") == [(reason,)]


def test_a_cancelled_order_does_not_decide_about_its_project(night):
    night.run(
        capo_1=[order("P1"), order("P1", Geannuleerd="1", Soort_werk="wijziging", Aannemer="Heldermeer")],
        expoints_1=[response("R1")],
    )
    assert night.rows("select in_scope, contractors from marts.projects") == [(True, ["Elzerdam"])]


def test_a_plan_message_counts_out_of_scope_projects_too(night):
    night.run(capo_1=[order("P1", Soort_werk="wijziging")], expoints_1=[response("R1", Meting="voorlopig", CIJFER="7")])
    assert night.rows("select touchpoint_id, status from marts.responses") == [(3, "beantwoord")]


def test_popup_and_ivr_take_the_combi_of_the_project_or_else_their_own(night):
    survey = [
        response("R1", Meting="popup", Combi="CINH"),
        response("R2", Meting="popup", clusterid="", Combi="CINH"),
        response("R3", Meting="ivr", clusterid="onbekend-9", TEVREDEN="4"),
    ]
    night.run(capo_1=[order("P1")], expoints_1=survey)
    found = night.rows("select response_id, combi from marts.responses order by 1")
    assert found == [("R1", "Synfra"), ("R2", "CINH"), ("R3", None)]


def test_ids_stay_text_with_leading_zeros_and_eighteen_digits(night):
    long = "001234567890123456"
    night.run(capo_1=[order("P1", clusterid=long)], expoints_1=[response(long, clusterid=long)])
    assert night.rows("select response_id, project_id from marts.responses") == [(long, "P1")]


def test_no_personal_data_of_a_delivery_is_left_in_any_byte_of_the_data(night):
    person = {"Naam": "Quirijnsma", "E-mailadres": "q.quirijnsma@voorbeeld.nl", "Telefoonnummer": "0612349876"}
    comment = "Ik ben mevrouw Quirijnsma, bel 06-12349876 of mail q.quirijnsma@voorbeeld.nl."
    survey = [
        response("R1", TOELICHTING=comment),
        response("R2", CIJFER="Quirijnsma"),
        response("R3", Ingevuld_op="Quirijnsma"),
    ]
    night.run(capo_1=[order("P1", **person)], expoints_1=survey)
    for file in night.data.rglob("*"):
        if file.is_file():
            content = file.read_bytes().lower()
            assert b"quirijnsma" not in content, file
            assert b"12349876" not in content, file
    assert night.rows("select text from marts.comments")[0][0].startswith("Ik ben")


def test_a_customer_that_capo_names_tonight_is_found_in_a_comment(night):
    survey = [response("R1", TOELICHTING="Het graafwerk bij Zonderbloem was netjes.")]
    night.run(capo_1=[order("P1", Naam="K. Zonderbloem")], expoints_1=survey)
    assert night.rows("select text from marts.comments") == [("Het graafwerk bij [naam] was netjes.",)]


def test_a_delivery_without_any_data_row_is_loaded_as_empty(night):
    night.run(capo_1=written([order()]).splitlines()[0])
    assert night.counts("capo_1.csv")["read"] == 0


@pytest.mark.parametrize("value", ["nan", "inf", "1e1", "+5", "5.", "1.000,5"])
def test_what_only_looks_like_a_number_is_no_score(night, value):
    assert night.run(capo_1=[order()], expoints_1=[response("R1", CIJFER=value)]).exit == 0
    assert night.rejects() == [(2, "CIJFER")]


def test_repeats_are_judged_before_other_required_cells(night):
    """Two rows of one key that differ are both set aside, also when one of them could not have been read."""
    night.run(capo_1=[order()], expoints_1=[response("R1"), response("R1", Ingevuld_op="onzin", CES="5")])
    assert night.rejects() == [(2, "ResponsID"), (3, "ResponsID")]


def test_an_answer_after_closing_time_is_one_reject_whatever_else_is_wrong_with_it(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", Ingevuld_op="17-03-2025 10:00", CIJFER="11")])
    assert night.rejects() == [(2, "Ingevuld op")]


def test_a_cell_that_is_set_aside_leaves_the_earlier_value_standing(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", CIJFER="8")])
    night.run(expoints_2=[response("R1", CIJFER="11")])
    assert night.counts("expoints_2.csv")["unchanged"] == 1
    assert night.rows("select CIJFER from marts.responses") == [(8.0,)]


def test_a_moment_that_is_set_aside_leaves_the_day_known_before_a_day(night):
    """Invited on a day, answered through the fourteenth day: still in time when the day is delivered unreadably."""
    known = response("R1", Uitgenodigd_op="02-03-2025", Ingevuld_op="16-03-2025 23:00")
    night.run(capo_1=[order()], expoints_1=[known])
    night.run(expoints_2=[known | {"Uitgenodigd_op": "onzin", "CES": "4"}])
    assert night.rows("select status, CES from marts.responses") == [("beantwoord", 4.0)]


def test_answers_fall_away_when_a_later_delivery_names_another_touchpoint(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", CIJFER="8", TOELICHTING="Mooi werk.")])
    night.run(expoints_2=[{"ResponsID": "R1", "Meting": "ivr", "Ingevuld op": "03-03-2025 12:00", "TEVREDEN": "4"}])
    assert night.rows("select touchpoint_id, question_code from marts.answers") == [(2, "TEVREDEN")]
    assert night.rows("select count(*) from marts.comments") == [(0,)]


def test_a_comment_that_says_there_is_none_is_no_comment(night):
    night.run(capo_1=[order()], expoints_1=[response("R1", TOELICHTING="n.v.t.")])
    assert night.rows("select count(*) from marts.comments") == [(0,)]


def test_a_waiting_row_that_is_delivered_anew_leaves_no_old_rejects(night):
    night.run(capo_1=[order("P1")], expoints_1=[response("R2", project="P2", CIJFER="11")])
    night.run(expoints_2=[response("R2", project="P2", CIJFER="9")])
    night.run(capo_2=[order("P2")])
    assert night.rejects() == []


def test_a_link_delivered_as_a_day_is_open_through_the_fourteenth_day(night):
    today = clock.now().date()
    survey = [
        response(f"R{days}", Uitgenodigd_op=f"{today - timedelta(days):%d-%m-%Y}", Ingevuld_op="", CES="", CIJFER="")
        for days in (14, 15)
    ]
    night.run(capo_1=[order()], expoints_1=survey)
    found = night.rows("select response_id, status from marts.responses order by 1")
    assert found == [("R14", "uitgenodigd"), ("R15", "verlopen")]


@pytest.mark.parametrize(
    "changes",
    [
        {"Meting": "9", "CIJFER": "Jan Yvonnesen"},
        {"Meting": "popup", "CIJFER": "yvonnesen@voorbeeld.nl"},
        {"ResponsID": "yvonnesen@voorbeeld.nl"},
        {"Combi": "yvonnesen@voorbeeld.nl"},
        {"Telefoonnummer": "0687654321", "Huisnummer": "4711"},
        {"Onbekend": "0687654321"},
    ],
)
def test_personal_data_in_the_wrong_place_is_nowhere_in_the_data(night, changes):
    night.run(capo_1=[order()], expoints_1=[response("R1") | changes, response("R2")])
    archived = "".join(str(pl.read_parquet(file).to_dicts()) for file in (night.data / "archive").iterdir())
    everything = archived.encode() + b"".join(f.read_bytes() for f in night.data.rglob("*") if f.is_file())
    for person in (b"vonnesen", b"87654321", b"4711"):
        assert person not in everything


def test_a_project_with_a_cancelled_order_under_another_clusterid_still_counts(night):
    orders = [order("P1", clusterid="A", Geannuleerd="1"), order("P1", clusterid="B")]
    assert night.run(capo_1=orders, expoints_1=[response("R1", clusterid="A")]).exit == 0
    assert night.rows("select response_id from marts.responses") == [("R1",)]
