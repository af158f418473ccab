"""Role x touchpoint, as one table; and what gives nothing."""

import pytest

from luko import access, reference
from luko.access import Grant

# Per role the combi for which each touchpoint may be seen: "*" is any, also none; - is nothing.
TABLE = """
role              1        2        3        4        5
mijn_aansluiting  *        *        -        -        *
synfra            -        -        Synfra   Synfra   *
keten             -        -        -        -        *
landelijk         *        *        *        *        *
databeheer        -        -        -        -        -
toegangsbeheer    -        -        -        -        -
verkenner         -        -        -        -        -
assessor          -        -        -        -        -
onbekende_rol     -        -        -        -        -
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()[1:]]
CELLS = [(role, number, cell) for role, *cells in ROWS for number, cell in enumerate(cells, start=1)]


def granted(*roles: str) -> set[tuple[int, str | None]]:
    return {(grant.touchpoint_id, grant.combi) for grant in access.reader("iemand", None, roles).grants}


@pytest.mark.parametrize(("role", "touchpoint", "cell"), CELLS)
def test_a_role_sees_this_of_a_touchpoint(data, role, touchpoint, cell):
    expected = {"-": set(), "*": {(touchpoint, None)}}.get(cell, {(touchpoint, cell)})
    assert {grant for grant in granted(role) if grant[0] == touchpoint} == expected


def test_every_role_in_force_stands_in_the_table(data):
    assert access.known_roles() == {row[0] for row in ROWS} - {"onbekende_rol"}


@pytest.mark.parametrize("roles", [[], ["onbekende_rol"], [""], ["*"], ["Landelijk"]])
def test_no_role_and_an_unknown_role_see_nothing(data, roles):
    reader = access.reader("iemand", "Synfra", roles)
    assert reader.grants == ()
    assert reader.capabilities == frozenset()
    assert reader.bound_grants() == []


def test_rights_add_up_over_roles_without_becoming_their_product(data):
    assert granted("synfra", "mijn_aansluiting") == {(1, None), (2, None), (3, "Synfra"), (4, "Synfra"), (5, None)}


@pytest.mark.parametrize("role", ["databeheer", "toegangsbeheer", "verkenner", "assessor"])
def test_a_capability_gives_no_row_of_answers(data, role):
    reader = access.reader("iemand", "Mijn Aansluiting", [role])
    assert reader.capabilities == {role}
    assert reader.grants == ()


def test_a_role_taken_out_of_the_reference_data_gives_nothing_any_more(data):
    assert granted("keten")
    roles = reference.folder() / "roles.csv"
    kept = [line for line in roles.read_text().splitlines() if not line.startswith("keten,")]
    roles.write_text("\n".join(kept) + "\n")
    assert granted("keten") == set()


def test_an_empty_combi_in_the_reference_data_is_no_right(data):
    roles = reference.folder() / "roles.csv"
    roles.write_text(roles.read_text() + "half,5,\n")
    assert granted("half") == set()


def test_an_organisation_opens_no_row(data):
    assert access.reader("iemand", "Synfra", ["keten"]).grants == (Grant(5, None),)
