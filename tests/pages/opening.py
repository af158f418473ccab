"""Open a page as Streamlit would, for one account or one reader."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

OVERVIEW = "pages.klantreis.overview"
COMPARISON = "pages.partners.comparison"


def _draw(module: str, username: str, organisation: str | None, roles: list[str]) -> None:
    from importlib import import_module  # noqa: PLC0415  (this function is run as a script of its own)

    from luko import access, accounts  # noqa: PLC0415

    account = accounts.find(username)
    reader = accounts.reader_of(account) if account else access.reader(username, organisation, roles)
    import_module(module).render(reader)


def opened(
    module: str, username: str = "iemand", organisation: str | None = None, roles: tuple[str, ...] = (), **address: str
) -> AppTest:
    """The page for this account (or, when there is no such account, for this organisation and these roles)."""
    page = AppTest.from_function(_draw, args=(module, username, organisation, list(roles)), default_timeout=60)
    for key, value in address.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def heading(page: AppTest) -> str:
    """The answer on top of the page."""
    return page.title[0].value


def words(page: AppTest) -> str:
    """All words on the page, as Markdown."""
    found = [*page.title, *page.header, *page.subheader, *page.markdown, *page.warning]
    return "\n".join(
        [element.value for element in found] + [f"{metric.label} {metric.value}" for metric in page.metric]
    )


def charts(page: AppTest) -> list[Any]:
    """What a browser gets of every chart: specification and rows."""
    return [json.loads(chart.proto.spec) | {"bytes": chart.proto.data.data} for chart in page.get("vega_lite_chart")]


def said(page: AppTest, key: str) -> str:
    """What the address says under a key."""
    return page.query_params[key][0] if isinstance(page.query_params[key], list) else page.query_params[key]
