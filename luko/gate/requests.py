"""What a request is: a navigation, one of our own, and where it wants to go after logging in."""

import re
from urllib.parse import unquote, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

LOGIN, LOGOUT, HEALTH = "/inloggen", "/uitloggen", "/gezondheid"
_OF_STREAMLIT = ("/_stcore/", "/static/", "/media/", "/component/", "/favicon.png", "/manifest.json")

# One slash, then printable characters without a backslash: browsers read // and /\ as another host and
# skip tabs and line ends, so all of those are refused.
_PATH_ON_THIS_SITE = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")


def is_navigation(scope: Scope) -> bool:
    """Whether a browser asks for a page to show, as opposed to a part of one."""
    if scope["method"] not in ("GET", "HEAD"):
        return False
    headers = Headers(scope=scope)
    mode = headers.get("sec-fetch-mode")
    if mode is not None:
        return mode == "navigate"
    accepted = headers.get("accept", "*/*")
    return "text/html" in accepted or (accepted == "*/*" and not scope["path"].startswith(_OF_STREAMLIT))


def is_page(scope: Scope) -> bool:
    """Whether a navigation is to a page, and not to a file of Streamlit's, such as a download."""
    return is_navigation(scope) and not scope["path"].startswith(_OF_STREAMLIT)


def is_from_this_site(scope: Scope) -> bool:
    """Whether a posted form or a websocket comes from a page of ours; browsers always say where from."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def is_own_click(scope: Scope) -> bool:
    """Whether someone really follows a link here: not led by another site, and not the browser ahead of them."""
    headers = Headers(scope=scope)
    return headers.get("sec-fetch-site") not in ("cross-site", "same-site") and "sec-purpose" not in headers


def login_address(scope: Scope) -> str:
    """The login page that leads back to the page and query of this request."""
    asked = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    target = safe_target(f"{asked}?{query}" if query else asked)
    return LOGIN if target == "/" else f"{LOGIN}?{urlencode({'naar': target})}"


def safe_target(asked: str) -> str:
    """Where to go after login: the asked page of this site, or the front page for anything else."""
    fits = _PATH_ON_THIS_SITE.fullmatch(asked) and unquote(urlsplit(asked).path).rstrip("/") not in (LOGIN, LOGOUT)
    return asked if fits else "/"
