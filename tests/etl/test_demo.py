"""The demo deliveries: nothing but three arguments counts, and the figures are those of the field."""

import csv
import os
import re
import subprocess
import sys
import time
from datetime import date, datetime, timedelta

import polars as pl
import pytest

from etl import demo
from luko.reference import DEFAULTS

UNTIL = date(2026, 11, 21)
BIG = (1, 13_000, UNTIL)
SMALL = (5, 60, UNTIL)
DATES = "Aanvraagdatum|Datum akkoord|Wensdatum|Voorlopige plandatum|Definitieve plandatum|Datum TG|Datum gereed"
MOMENTS = ["Uitgenodigd op", "Geopend op", "Ingevuld op"]
LINK = timedelta(days=14)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return demo.make(tmp_path_factory.mktemp("inbox"), *BIG)


@pytest.fixture(scope="module")
def orders(files):
    rows = pl.read_csv(files[0], separator=";", infer_schema=False)
    dated = pl.col(DATES.split("|")).str.to_date("%d-%m-%Y")
    return rows.with_columns(dated, pl.col("Aantal herplanningen").cast(pl.Int64))


@pytest.fixture(scope="module")
def projects(orders):
    live = orders.filter(pl.col("Geannuleerd") == "0")
    return live.group_by("ProjectID", "clusterid").agg(
        pl.col("Combi", "Wensdatum").first(),
        contractors=pl.col("Aannemer").unique(),
        steps=pl.col("Processtap").unique(),
        in_scope=((pl.col("Soort werk") == "nieuw") & (pl.col("Uitgevoerd als combi") == "ja")).all(),
        ready=(pl.col("Processtap") == "Gereed").all(),
        ready_on=pl.col("Datum gereed").max(),
        finished_on=pl.col("Datum TG").max(),
        visits=pl.col("Datum TG").n_unique(),
        replans=pl.col("Aantal herplanningen").max(),
    )


@pytest.fixture(scope="module")
def delivered(files):
    return pl.read_csv(files[1], separator=";", infer_schema=False)


@pytest.fixture(scope="module")
def responses(delivered):
    """The rows as they are read; moments that do not exist are empty."""
    moments = pl.col(MOMENTS).str.to_datetime("%d-%m-%Y %H:%M", strict=False)
    return delivered.with_columns(moments)


@pytest.fixture(scope="module")
def final(responses, projects):
    """Answered eindmetingen beside their project."""
    answered = responses.filter(pl.col("Meting") == "eindmeting", pl.col("Ingevuld op").is_not_null())
    numbers = pl.col("CES", "CIJFER", "NPS").cast(pl.Int64, strict=False)
    scored = answered.with_columns(numbers).filter(pl.col("CIJFER").is_null() | (pl.col("CIJFER") < 11))
    joined = scored.join(projects, on="clusterid", validate="m:1")
    return joined.with_columns(
        high_effort=pl.col("CES") >= 4, late=(pl.col("finished_on") - pl.col("Wensdatum")).dt.total_days() - 6
    )


def per_contractor(final):
    spread = final.explode("contractors").group_by(contractor="contractors")
    return spread.agg(n=pl.len(), ces=pl.col("high_effort").mean())


def share(rows, condition):
    return rows.select(condition.mean()).item()


# Nothing but the three arguments


def test_the_same_three_give_the_same_names_and_bytes_in_another_process(tmp_path):
    here = demo.make(tmp_path / "here", *SMALL)
    code = (
        "import sys; from datetime import date; from pathlib import Path; from etl import demo;"
        "demo.make(Path(sys.argv[1]), 5, 60, date(2026, 11, 21))"
    )
    there = tmp_path / "there"
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    subprocess.run([sys.executable, "-c", code, str(there)], check=True, env=environment)

    assert [file.name for file in here] == [
        "capo_opdrachten_20261121_5_60.csv",
        "expoints_responsen_20261121_5_60.csv",
    ]
    assert {file.name: file.read_bytes() for file in there.iterdir()} == {file.name: file.read_bytes() for file in here}


@pytest.mark.parametrize("other", [(6, 60, UNTIL), (5, 61, UNTIL), (5, 60, UNTIL - timedelta(days=1))])
def test_other_arguments_give_other_names_and_share_no_key(tmp_path, other):
    mine, theirs = demo.make(tmp_path, *SMALL), demo.make(tmp_path, *other)

    assert len({file.name for file in [*mine, *theirs]}) == 4
    for one, another, key in zip(mine, theirs, ("OpdrachtID", "ResponsID"), strict=True):
        keys = [set(pl.read_csv(file, separator=";", infer_schema=False)[key]) for file in (one, another)]
        assert not keys[0] & keys[1]


def test_local_edits_of_reference_data_change_no_byte(tmp_path, monkeypatch):
    before = [file.read_bytes() for file in demo.make(tmp_path / "before", *SMALL)]
    monkeypatch.setenv("LUKO_DATA", str(tmp_path / "data"))
    edited = tmp_path / "data" / "reference"
    edited.mkdir(parents=True)
    (edited / "partners.csv").write_text("kind,name,combi\naannemer,Iemand Anders,Synfra\n")

    assert [file.read_bytes() for file in demo.make(tmp_path / "after", *SMALL)] == before


@pytest.mark.parametrize("count", [1, 2, 3, 25])
def test_a_handful_of_projects_is_enough(tmp_path, count):
    capo, expoints = demo.make(tmp_path, 3, count, date(2024, 2, 29))

    assert pl.read_csv(capo, separator=";", infer_schema=False)["ProjectID"].n_unique() == count
    assert expoints.read_bytes().startswith(b"ResponsID;Meting;clusterid;")


@pytest.mark.parametrize(("seed", "count"), [(-1, 10), (1, 0)])
def test_a_negative_seed_and_no_projects_are_refused(tmp_path, seed, count):
    with pytest.raises(ValueError, match="minstens 1 project"):
        demo.make(tmp_path, seed, count, UNTIL)
    assert not list(tmp_path.iterdir())


def test_three_years_are_made_within_six_seconds(tmp_path):
    begun = time.perf_counter()
    demo.make(tmp_path, 2, 13_000, UNTIL)
    assert time.perf_counter() - begun < 6


# The form of the files


def test_the_files_are_whole_and_in_the_agreed_form(files):
    assert sorted(file.name for file in files[0].parent.iterdir()) == sorted(file.name for file in files)
    questions = set(pl.read_csv(DEFAULTS / "questions.csv")["question_code"])
    columns = pl.read_csv(DEFAULTS / "columns.csv")
    for file, source, extra in ((files[0], "capo", set()), (files[1], "expoints", questions)):
        content = file.read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n")
        assert content.endswith(b"\r\n")
        records = list(csv.reader(content.decode("utf-8").splitlines(), delimiter=";"))
        expected = columns.filter(pl.col("source") == source)["header"].to_list()
        assert set(records[0]) == set(expected) | extra
        assert {len(record) for record in records} == {len(records[0])}


def test_every_name_of_a_partner_is_in_the_register(orders, responses):
    register = pl.read_csv(DEFAULTS / "partners.csv", infer_schema=False)
    for kind, column in (("aannemer", "Aannemer"), ("netwerkbedrijf", "Netbeheerder"), ("combi", "Combi")):
        assert set(orders[column]) == set(register.filter(pl.col("kind") == kind)["name"])
    combis = register.filter(pl.col("kind") == "aannemer").select(Aannemer="name", home="combi")
    assert orders.join(combis, on="Aannemer").filter(pl.col("home") != pl.col("Combi")).is_empty()
    assert set(responses["Combi"].drop_nulls()) <= set(orders["Combi"])


def test_ids_are_text_of_their_own_kind(orders, responses):
    assert orders["OpdrachtID"].is_unique().all()
    assert orders.select(pl.col("clusterid").str.contains(r"^0\d{11}$").all()).item()
    pairs = orders.select("ProjectID", "clusterid").unique()
    assert pairs["ProjectID"].is_unique().all()
    assert pairs["clusterid"].is_unique().all()
    assert share(responses, pl.col("ResponsID").is_duplicated()) < 0.001


# The chain


def test_a_project_has_one_combi_and_is_at_one_step(orders, projects):
    assert orders.group_by("ProjectID").agg(pl.col("Combi").n_unique())["Combi"].max() == 1
    assert projects["steps"].list.len().max() == 1
    ready = orders.filter(pl.col("Processtap") == "Gereed")
    assert ready["Datum gereed"].null_count() == 0
    assert orders.filter(pl.col("Processtap") != "Gereed")["Datum gereed"].drop_nulls().is_empty()
    steps = set(projects["steps"].list.first())
    assert steps >= {"Intake", "Werkvoorbereiding", "In uitvoering", "Oplevering", "Gereed", "Gepauzeerd"}


def test_the_days_of_an_order_follow_each_other(orders):
    done = orders.filter(pl.col("Datum TG").is_not_null())
    assert share(orders, pl.col("Datum akkoord").fill_null(UNTIL) >= pl.col("Aanvraagdatum")) == 1
    assert share(done, pl.col("Datum TG") >= pl.col("Definitieve plandatum")) == 1
    assert share(done, pl.col("Datum gereed").fill_null(UNTIL) >= pl.col("Datum TG")) == 1
    assert share(orders, pl.col("Wensdatum").dt.weekday() == 1) == 1
    assert share(done, pl.col("Datum TG").dt.weekday() <= 5) == 1


def test_nothing_has_happened_after_the_last_day(orders, responses):
    for column in ("Aanvraagdatum", "Datum akkoord", "Datum TG", "Datum gereed"):
        assert orders[column].max() <= UNTIL
    assert orders["Aanvraagdatum"].max() > UNTIL - timedelta(days=3)
    assert orders["Aanvraagdatum"].min() > UNTIL - timedelta(days=3 * 365 + 1)
    for column in MOMENTS:
        assert UNTIL - timedelta(days=3) < responses[column].max().date() <= UNTIL


def test_lead_times_are_those_of_the_field(orders):
    lead = (orders["Datum TG"] - orders["Aanvraagdatum"]).dt.total_days().drop_nulls()
    assert 85 <= lead.median() <= 110
    assert 0.28 <= (lead > 126).mean() <= 0.38
    assert lead.mean() > lead.median() + 5
    assert lead.min() > 0


def test_work_rests_in_bouwvak_and_at_christmas(orders):
    done = orders["Datum TG"].drop_nulls()
    per_week = dict(done.dt.week().value_counts().rows())
    usual = sum(per_week.values()) / 52
    for week in (30, 31, 32, 33, 52, 1):
        assert per_week[week] < 0.6 * usual
    assert "Weersomstandigheden" in set(orders["Redencode"])


def test_kinds_disciplines_and_cancellations_are_mixed_as_in_the_field(orders, projects):
    assert share(orders, pl.col("Soort werk") == "nieuw") > 0.75
    assert set(orders["Soort werk"]) == {"nieuw", "wijziging", "verwijdering"}
    new = orders.filter(pl.col("Soort werk") == "nieuw")
    assert 0 < share(new, pl.col("Discipline") == "G") <= 0.05
    assert 0 < share(orders, pl.col("Discipline") == "G") <= 0.05
    assert set(orders["Discipline"]) == set("EGHMRW")
    assert orders.filter(pl.col("Discipline") == "H")["Gemeente"].n_unique() < 8
    assert 0.01 < share(orders, pl.col("Uitgevoerd als combi") != pl.col("Aangevraagd als combi")) < 0.2
    assert orders.group_by("ProjectID").len()["len"].is_between(1, 5).all()
    assert 0.10 <= share(projects, pl.col("contractors").list.len() > 1) <= 0.15
    whole = orders["ProjectID"].n_unique() - len(projects)
    assert 0.01 < whole / orders["ProjectID"].n_unique() < 0.07
    assert set(orders.filter(pl.col("Geannuleerd") == "1")["Processtap"]) == {"Geannuleerd"}


def test_a_replan_has_a_reason_and_is_never_without_a_definitive_plan(orders):
    replanned = orders.filter(pl.col("Aantal herplanningen") > 0)
    assert replanned.select(pl.col("Redencode", "Definitieve plandatum").null_count()).row(0) == (0, 0)
    assert orders.filter(pl.col("Aantal herplanningen") == 0)["Redencode"].drop_nulls().is_empty()
    assert replanned["Redencode"].n_unique() == 12


# The surveys


@pytest.mark.parametrize(
    ("touchpoint", "low", "high"),
    [("eindmeting", 0.22, 0.28), ("voorlopig", 0.15, 0.20), ("definitief", 0.15, 0.20)],
)
def test_response_is_that_of_the_field(responses, touchpoint, low, high):
    long_ago = datetime.combine(UNTIL - LINK, datetime.min.time())
    sent = responses.filter(
        pl.col("Meting") == touchpoint,
        pl.col("Bezorgstatus") != "bounce",
        pl.col("Uitgenodigd op") < long_ago,
    )
    assert low <= share(sent, pl.col("Ingevuld op").is_not_null()) <= high
    assert 0.2 < share(sent, pl.col("Geopend op").is_not_null()) < 0.7
    failed = share(
        responses.filter(pl.col("Meting") == touchpoint), pl.col("Bezorgstatus").is_in(["bounce", "afgemeld"])
    )
    assert 0.02 <= failed <= 0.04


def test_the_measurements_without_invitation_are_those_of_the_field(orders, responses):
    popup = responses.filter(pl.col("Meting") == "popup")
    assert 0.06 <= len(popup) / orders["ProjectID"].n_unique() <= 0.10
    assert popup["Uitgenodigd op"].null_count() == len(popup)
    assert 0.4 < share(popup, pl.col("clusterid").is_not_null()) < 0.6
    ivr = responses.filter(pl.col("Meting") == "ivr")
    assert len(ivr) > 200
    assert share(ivr, pl.col("clusterid").is_null()) > 0.8


def test_only_synfra_is_asked_about_plans_and_only_new_combi_work_about_the_whole(responses, projects):
    invited = responses.filter(pl.col("Uitgenodigd op").is_not_null()).join(projects, on="clusterid")
    plans = invited.filter(pl.col("Meting").is_in(["voorlopig", "definitief"]))
    assert set(plans["Combi_right"]) == {"Synfra"}
    final = invited.filter(pl.col("Meting") == "eindmeting")
    assert share(final, pl.col("in_scope") & pl.col("ready")) == 1
    assert share(final, pl.col("Uitgenodigd op").dt.date() >= pl.col("ready_on")) == 1
    assert share(final, pl.col("Uitgenodigd op").dt.hour().is_between(8, 18)) == 1
    waited = (final["Uitgenodigd op"].dt.date() - final["ready_on"]).dt.total_days()
    assert waited.max() <= 4
    assert len(final) > 0.9 * len(projects.filter("in_scope", "ready"))


def test_most_answer_within_three_days(responses):
    took = (responses["Ingevuld op"] - responses["Uitgenodigd op"]).drop_nulls()
    assert 0.6 < (took < timedelta(days=3)).mean() < 0.85
    assert (took > LINK).sum() == 1
    assert (took < timedelta()).sum() == 1


def test_grades_are_skewed_to_the_left(final):
    grades = final["CIJFER"].drop_nulls()
    assert grades.mode().to_list() == [8]
    assert 7.3 <= grades.mean() <= 7.6
    assert 0.08 <= (grades <= 5).mean() <= 0.12
    assert 0.17 <= (grades >= 9).mean() <= 0.23


def test_contractors_and_combis_differ_in_effort(final):
    assert 0.27 <= final["high_effort"].mean() <= 0.33
    per_combi = dict(final.group_by("Combi").agg(pl.col("high_effort").mean()).rows())
    assert per_combi["Synfra"] == min(per_combi.values())
    assert all(0.20 <= ces <= 0.40 for ces in per_combi.values())
    large = per_contractor(final).filter(pl.col("n") >= 90)
    assert 0.08 <= large["ces"].min() <= 0.17
    assert 0.36 <= large["ces"].max() <= 0.50
    kees = large.filter(pl.col("contractor") == "Oosterwiel").row(0, named=True)
    assert abs(kees["ces"] - final["high_effort"].mean()) < 0.06
    assert large["n"].median() <= kees["n"] < large["n"].max()


def test_synfra_improves_in_the_last_year(final):
    synfra = final.filter(pl.col("Combi") == "Synfra")
    recent = pl.col("Ingevuld op") >= pl.datetime(2026, 3, 1)
    last, before = synfra.filter(recent), synfra.filter(~recent)
    assert last["high_effort"].mean() < before["high_effort"].mean() - 0.02


def test_some_contractors_have_very_few_answers(final):
    year = final.filter(pl.col("Ingevuld op").dt.year() == 2025)
    answers = dict(per_contractor(year).select("contractor", "n").rows())
    assert answers.get("Dorrewaard", 0) < 5
    assert answers["Kwelderzicht"] < 10
    assert sum(10 <= n <= 25 for n in answers.values()) >= 2
    assert max(answers.values()) > 90


def test_replans_late_work_and_separate_visits_lower_the_scores(final):
    grade, effort = pl.col("CIJFER").mean(), pl.col("high_effort").mean()
    replans = final.group_by(pl.col("replans").clip(0, 2)).agg(grade, effort).sort("replans")
    assert replans["CIJFER"].is_sorted(descending=True)
    assert replans["CIJFER"][0] - replans["CIJFER"][2] > 0.7
    assert replans["high_effort"].is_sorted()
    on_time, late = final.filter(pl.col("late") <= 0), final.filter(pl.col("late") > 30)
    assert on_time["CIJFER"].mean() - late["CIJFER"].mean() > 0.5
    once, often = final.filter(pl.col("visits") == 1), final.filter(pl.col("visits") > 1)
    assert once["CIJFER"].mean() - often["CIJFER"].mean() > 0.2
    kept = pl.col("AFSPRAAK") == "ja"
    assert share(final.filter(pl.col("replans") == 0), kept) > share(final.filter(pl.col("replans") > 1), kept) + 0.1


def test_all_answers_of_a_customer_agree(final):
    scales = pl.col("INFO", "BEREIK", "MONTEUR", "KWALITEIT").cast(pl.Int64, strict=False)
    scored = final.with_columns(scales, pl.col("NPS").cast(pl.Float64))
    for question in ("NPS", "INFO", "BEREIK", "MONTEUR", "KWALITEIT"):
        assert scored.select(pl.corr("CIJFER", question)).item() > 0.25
    assert scored.select(pl.corr("CIJFER", "CES")).item() < -0.4


def test_some_answers_are_skipped_or_do_not_apply(responses):
    answered = responses.filter(pl.col("Meting") == "eindmeting", pl.col("Ingevuld op").is_not_null())
    assert 0.01 < share(answered, pl.col("KWALITEIT").is_null()) < 0.06
    assert {"n.v.t.", "weet niet"} <= set(answered["MONTEUR"])
    invited = responses.filter(pl.col("Uitgenodigd op").is_not_null(), pl.col("Ingevuld op").is_null())
    codes = pl.read_csv(DEFAULTS / "questions.csv")["question_code"].unique()
    assert invited.select(pl.col(codes.to_list()).count().max()).row(0) == (0,) * len(codes)


# Comments and faults


def test_a_third_of_the_answers_carries_a_comment_that_fits(final, responses):
    open_question = responses.filter(pl.col("Meting") != "ivr", pl.col("Ingevuld op").is_not_null())
    assert 0.30 < share(open_question, pl.col("TOELICHTING").is_not_null()) < 0.42
    assert open_question["TOELICHTING"].n_unique() > 60
    sentences = pl.read_csv(demo.comments.SENTENCES, separator=";")
    assert len(sentences) >= 60
    tones = {tone: sentences.filter(pl.col("tone") == tone)["text"].to_list() for tone in ("positive", "negative")}
    bad = final.filter(pl.col("CIJFER") <= 6)["TOELICHTING"].drop_nulls()
    good = final.filter(pl.col("CIJFER") >= 8)["TOELICHTING"].drop_nulls()
    assert bad.str.contains_any(tones["negative"]).all()
    assert good.str.contains_any(tones["positive"]).all()


def test_personal_data_in_comments_are_rare_and_invented(responses, orders):
    comments = responses["TOELICHTING"].drop_nulls()
    found = {
        "telephone": comments.str.extract_all(r"06-\d+").explode().drop_nulls(),
        "email": comments.str.extract_all(r"\S+@\S*\w").explode().drop_nulls(),
        "account": comments.str.extract_all(r"NL\d\d[A-Z]{4}\d+").explode().drop_nulls(),
    }
    assert all(len(values) >= 3 for values in found.values())
    assert 0.01 < comments.str.contains(r"06-\d|@|NL\d\d|groet|naam is|Complimenten voor").mean() < 0.06
    assert pl.concat([found["telephone"], orders["Telefoonnummer"]]).str.contains(r"^06-1000\d{4}$").all()
    assert pl.concat([found["email"], orders["E-mailadres"].drop_nulls()]).str.ends_with("@voorbeeld.nl").all()
    assert all(re.match(r"NL\d\dTEST\d{10}$", account) for account in found["account"])
    assert not comments.str.contains(r"[{}]").any()


def test_a_handful_of_rows_is_faulty_each_in_its_own_way(delivered, responses, projects):
    known = set(responses["clusterid"].drop_nulls()) - set(projects["clusterid"])
    took = responses["Ingevuld op"] - responses["Uitgenodigd op"]
    impossible = delivered["Ingevuld op"].is_not_null() & responses["Ingevuld op"].is_null()
    twice = delivered.filter(pl.col("ResponsID").is_duplicated())
    assert "999999999999" in known
    assert delivered.filter(pl.col("CIJFER") == "11").height == 1
    assert delivered.filter(pl.col("NPS") == "8,5").height == 1
    assert (took < timedelta()).sum() == 1
    assert (took > LINK).sum() == 1
    assert delivered.filter(impossible)["Ingevuld op"].to_list() == ["31-02-2026 10:15"]
    assert delivered.filter(pl.col("Meting") == "chatgesprek").height == 1
    assert (len(twice), twice["ResponsID"].n_unique(), len(twice.unique())) == (4, 2, 3)
