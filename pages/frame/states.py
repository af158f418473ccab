"""What a page says when there is nothing to show: no session, no rights, something broke."""

import streamlit as st


def not_logged_in() -> None:
    """Someone without a session; the gate lets nobody come this far, so this is the belt beside the braces."""
    _state("U bent niet ingelogd.", "Ververs de pagina om in te loggen.")


def no_rights() -> None:
    """Someone who may not open this page, or any."""
    st.title("Nog geen rechten", anchor=False)
    _state(
        "U bent ingelogd, maar heeft nog geen toegang tot metingen.",
        "Toegang loopt via uw organisatie. Vraag het aan bij de servicedesk, categorie Rapportages, "
        "‘Toegang LUKO Rapportage’.",
    )


def not_yours() -> None:
    """Someone with rights, but not to this page."""
    st.title("Geen toegang tot deze pagina", anchor=False)
    _state(
        "Uw rechten gelden niet voor deze pagina.",
        "Vraag toegang aan bij de servicedesk, categorie Rapportages, ‘Toegang LUKO Rapportage’.",
    )


def nothing_published() -> None:
    """No night has published anything yet."""
    st.title("Nog geen cijfers", anchor=False)
    _state("Er zijn nog geen gegevens gepubliceerd.", "Na de eerste nacht met leveringen staan de cijfers hier.")


def broken(reference: str) -> None:
    """A page that failed half-way; the detail is in the log under the same number."""
    _state(
        "Er ging iets mis bij het tonen van deze pagina.",
        f"Probeer het opnieuw. Blijft het misgaan, meld de servicedesk dan nummer {reference} "
        "(categorie Rapportages, ‘Incident’).",
    )


def _state(said: str, advice: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{said}**")
        st.markdown(f":gray[:small[{advice}]]")
