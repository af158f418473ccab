"""The foot of every page: who is logged in, and the way out."""

import streamlit as st

from luko.accounts import Account
from luko.text import markdown

_PRACTICE = "Oefengegevens: namen van aannemers en alle cijfers zijn verzonnen."
# A plain link in the same tab: Streamlit's own opens a second one, and leaves this one with a broken connection.
_LOGOUT = '<a href="/uitloggen" target="_self">Uitloggen</a>'


def footer(account: Account, *, practice: bool) -> None:
    """Draw the foot for the account that is logged in; `practice` says that the figures are made up."""
    organisation = f" ({account.organisation})" if account.organisation else ""
    parts = [f"Ingelogd als {markdown.escaped(account.display_name + organisation)}", _LOGOUT]
    if practice:
        parts.append(_PRACTICE)
    st.divider()
    st.markdown(f":gray[:small[{' · '.join(parts)}]]", unsafe_allow_html=True)
