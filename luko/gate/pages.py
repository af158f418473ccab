"""The pages outside Streamlit: logging in, logging out, and what to say when something is not there."""

import hashlib
from base64 import b64encode
from html import escape
from pathlib import Path
from string import Template

from starlette.responses import HTMLResponse

HERE = Path(__file__).resolve().parent
_STYLE = (HERE / "page.css").read_text(encoding="utf-8")
_FRAME = Template((HERE / "page.html").read_text(encoding="utf-8"))
_STYLE_HASH = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

# These pages run no script at all, so theirs is the strictest policy there is.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; font-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_LOGIN = Template("""
<h1>Wat klanten van hun nieuwe aansluiting vonden</h1>
<p class="onder">Voor combi-organisaties, netwerkbedrijven en aannemers.</p>
$message
<form method="post" action="/inloggen">
<input type="hidden" name="naar" value="$target">
<label for="naam">Gebruikersnaam</label>
<input id="naam" name="naam" value="$name" autocomplete="username" autocapitalize="none" spellcheck="false"
 required$focus_name>
<label for="wachtwoord">Wachtwoord</label>
<input id="wachtwoord" name="wachtwoord" type="password" autocomplete="current-password" required$focus_password>
<button type="submit">Inloggen</button>
</form>
<p class="noot">Nog geen account, of wachtwoord vergeten? Vraag het de servicedesk: categorie Rapportages,
‘Toegang LUKO Rapportage’.</p>
""")

_LOGOUT = """
<h1>Uitloggen?</h1>
<p class="onder">U wordt op dit apparaat uitgelogd.</p>
<form method="post" action="/uitloggen"><button type="submit">Uitloggen</button></form>
<p class="noot"><a href="/">Terug naar LUKO</a></p>
"""

_SENTENCE = Template("""
<h1>$sentence</h1>
<p class="onder">$advice</p>
<p class="noot"><a href="/">Terug naar LUKO</a></p>
""")


def login(target: str, *, name: str = "", message: str = "", status: int = 200) -> HTMLResponse:
    """The login page; a message says what was wrong, and the name typed before is kept."""
    body = _LOGIN.substitute(
        target=escape(target),
        name=escape(name),
        message=f'<p class="melding" role="alert">{escape(message)}</p>' if message else "",
        focus_name="" if name else " autofocus",
        focus_password=" autofocus" if name else "",
    )
    return _page("Inloggen", body, status)


def logout() -> HTMLResponse:
    """The question whether to log out, for someone whom another site sent here."""
    return _page("Uitloggen", _LOGOUT, 200)


def sentence(said: str, advice: str, status: int) -> HTMLResponse:
    """A page with one sentence, and what can be done."""
    return _page("LUKO", _SENTENCE.substitute(sentence=escape(said), advice=escape(advice)), status)


def not_there(status: int = 404) -> HTMLResponse:
    """The page for an address that does not exist."""
    return sentence("Deze pagina bestaat niet.", "Kijk of het adres klopt.", status)


def _page(title: str, body: str, status: int) -> HTMLResponse:
    html = _FRAME.substitute(title=title, style=_STYLE, body=body.strip())
    return HTMLResponse(html, status, headers={"content-security-policy": POLICY})
