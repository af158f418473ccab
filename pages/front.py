"""The way to a page: who is here, with which rights at this moment, and which page do they ask for."""

from importlib import import_module
from pathlib import Path
from typing import Literal

import streamlit as st

from luko import accounts, audit, faults, figures, sessions, warehouse
from luko.access import Reader
from luko.gate import cookie
from luko.warehouse import NoWarehouseError
from pages import menu
from pages.frame import states
from pages.frame.column import column
from pages.frame.footer import footer

LOGO = Path(__file__).with_name("logo.svg")


def get_ready() -> None:
    """Import every page, so that nobody waits for it and a page that cannot be imported stops the start."""
    for entry in menu.ENTRIES:
        import_module(entry.module)


def draw() -> None:
    """Draw the page that was asked for, or say why not."""
    account = sessions.account_of(cookie.token_in(st.context.cookies))
    if account is None:
        st.set_page_config(page_title="LUKO")
        states.not_logged_in()
        return
    _forget_who_was_here(account.name)
    reader = accounts.reader_of(account)
    st.logo(LOGO, size="medium")
    chosen = st.navigation(_pages(reader), position="top")
    st.set_page_config(page_title=f"{chosen.title} · LUKO", layout="wide")
    with column():
        _show(chosen)
        footer(account, practice=_is_practice(reader))


def _show(chosen: st.Page) -> None:
    """Draw a page; one that cannot be drawn leaves a sentence, and the foot with the way out."""
    try:
        chosen.run()
    except NoWarehouseError:
        states.nothing_published()
    except Exception as error:
        states.broken(faults.report(error, where=f"/{chosen.url_path}"))


def _is_practice(reader: Reader) -> bool:
    """Whether what this reader sees figures of is made up."""
    return bool(reader.grants) and warehouse.is_served() and figures.publication(reader).demo


def _pages(reader: Reader) -> dict[str, list[st.Page]]:
    """The pages by heading; one that is not for this reader keeps its address, but says so."""
    headings: dict[str, list[st.Page]] = {}
    for entry in menu.ENTRIES:
        headings.setdefault(entry.heading, []).append(_page(entry, reader))
    first = next((page for pages in headings.values() for page in pages if page.visibility == "visible"), None)
    return {"": [_front(first)], **headings}


def _page(entry: menu.Entry, reader: Reader) -> st.Page:
    may_open = entry.may_open(reader)

    def show() -> None:
        if may_open:
            entry.render(reader)
        else:
            _refuse(entry, reader)

    visibility: Literal["visible", "hidden"] = "visible" if may_open else "hidden"
    return st.Page(show, title=entry.title, url_path=entry.url_path, visibility=visibility)


def _front(first: st.Page | None) -> st.Page:
    """The hidden page behind `/`, which leads on: the default page of Streamlit answers at no other address."""

    def lead_on() -> None:
        if first is None:
            states.no_rights()
        else:
            st.switch_page(first)

    return st.Page(lead_on, title="Welkom", default=True, visibility="hidden")


def _refuse(entry: menu.Entry, reader: Reader) -> None:
    audit.record(reader.username, "page_refused", entry.url_path)
    if reader.grants:
        states.not_yours()
    else:
        states.no_rights()


def _forget_who_was_here(name: str) -> None:
    # A tab that reconnects after someone else logged in gets its old widget state back.
    if st.session_state.setdefault("luko_account", name) != name:
        st.session_state.clear()
        st.session_state["luko_account"] = name
