"""What an account may be: its name, its organisation, and which roles go with it."""

import re

from luko import access, login, reference

MIJN_AANSLUITING = "Mijn Aansluiting"
NOT_IN_THE_REGISTER = (MIJN_AANSLUITING, "ITO")  # organisations that are no partner in the chain
NATIONAL_ROLE = "landelijk"
_NAME = re.compile(r"\w[\w.@+-]{0,99}")


class NotPossible(ValueError):  # noqa: N818  (a refusal with a sentence, not a fault)
    """A change that cannot be made; the message says why, in Dutch."""


def refuse_unfit_name(name: str) -> None:
    """Raise NotPossible for a name that cannot be typed, kept or logged safely."""
    if not _NAME.fullmatch(name):
        raise NotPossible(f"De naam {name!r} kan niet: gebruik letters, cijfers en . _ - @ +, zonder spaties.")


def refuse_unknown_organisation(organisation: str | None) -> None:
    """Raise NotPossible for an organisation that the partner register does not hold; none is allowed."""
    partners = set(reference.read("partners")["name"])
    if organisation is not None and organisation not in partners.union(NOT_IN_THE_REGISTER):
        raise NotPossible(f"De organisatie {organisation!r} staat niet in het partnerregister.")


def refuse_unfit_roles(roles: list[str], organisation: str | None, *, force: bool) -> None:
    """Raise NotPossible for an unknown role, and, unless forced, for a national role elsewhere."""
    known = access.known_roles()
    unknown = [role for role in roles if role not in known]
    if unknown:
        raise NotPossible(f"De rol {unknown[0]!r} bestaat niet; bekend zijn: {', '.join(sorted(known))}.")
    if NATIONAL_ROLE in roles and organisation != MIJN_AANSLUITING and not force:
        raise NotPossible(
            f"De rol {NATIONAL_ROLE!r} is voor accounts van {MIJN_AANSLUITING}; met --force kan het toch."
        )


def hashed(password: str) -> str:
    """The hash to keep for a password; raises NotPossible when it is empty or too long."""
    try:
        return login.hashed(password)
    except login.NotAPassword as refusal:
        raise NotPossible(str(refusal)) from refusal
