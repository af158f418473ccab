"""Who may see what: roles become grants, and a reader is handed down as an argument.

A grant is a pair (touchpoint, combi). Two separate lists would grant their cross product.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from luko import reference


@dataclass(frozen=True, order=True)
class Grant:
    """The right to one touchpoint: of one combi, or (combi None) of every combi and of none."""

    touchpoint_id: int
    combi: str | None


@dataclass(frozen=True)
class Reader:
    """Who is reading, with the rights of this moment. Hashable, so that it can be part of a key."""

    username: str
    organisation: str | None
    grants: tuple[Grant, ...]
    capabilities: frozenset[str]

    @property
    def touchpoints(self) -> list[int]:
        """The touchpoints this reader may see something of, in order."""
        return sorted({grant.touchpoint_id for grant in self.grants})

    def bound_grants(self) -> list[dict[str, int | str | None]]:
        """The grants in the form in which queries bind them as `$grants`."""
        return [{"touchpoint_id": grant.touchpoint_id, "combi": grant.combi} for grant in self.grants]


def known_roles() -> set[str]:
    """The names that may be given to an account: every role and every capability in force."""
    return set(reference.read("roles")["role"]) | set(reference.read("capabilities")["role"])


def reader(username: str, organisation: str | None, roles: Iterable[str]) -> Reader:
    """The reader who holds these roles; rights add up, an unknown or removed role gives nothing."""
    held = list(roles)
    granted = reference.read("roles").filter(pl.col("role").is_in(held))
    capable = reference.read("capabilities").filter(pl.col("role").is_in(held))
    grants = {
        Grant(int(row["touchpoint_id"]), None if row["combi"] == "*" else row["combi"])
        for row in granted.iter_rows(named=True)
        if row["combi"]  # an empty cell is no right; "any combi" is written as *
    }
    ordered = sorted(grants, key=lambda grant: (grant.touchpoint_id, grant.combi or ""))
    return Reader(username, organisation, tuple(ordered), frozenset(capable["capability"]))
