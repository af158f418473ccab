"""Setting up the gate: what app.py hands to Streamlit."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from luko import login, sessions
from luko.gate import pages, requests
from luko.gate.door import Door
from luko.gate.endpoints import Health, Login, Logout
from luko.gate.frame import Frame

# The login page uses the letters of the pages behind it, under addresses of its own.
_LETTERS = {"/inloggen/tekst.woff2": "SourceSansVF-Upright*", "/inloggen/kop.woff2": "SourceSerif*Roman*"}
_OPEN = frozenset({requests.LOGIN, requests.LOGOUT, requests.HEALTH, *_LETTERS})


def routes(static: Path) -> list[BaseRoute]:
    """The open addresses; `static` is the folder with Streamlit's front end."""
    letters = [Route(path, _letter(static, pattern)) for path, pattern in _LETTERS.items()]
    return [
        Route(requests.LOGIN, Login),
        Route(requests.LOGOUT, Logout),
        Route(requests.HEALTH, Health),
        *letters,
        Route("/sessie.js", _session_script),  # not open: only the document behind the door asks for it
    ]


def middleware(static: Path, page_paths: Iterable[str]) -> list[Middleware]:
    """What goes around everything, outermost first; `page_paths` are the addresses of pages, such as `/overzicht`."""
    there = frozenset({"", *page_paths})
    return [Middleware(Frame, static=static), Middleware(Door, open_paths=_OPEN, page_paths=there)]


def exception_handlers() -> Mapping[Any, Callable[[Request, Any], Response]]:
    """What is said when an address or a method does not exist."""
    return {HTTPException: _not_there}


def get_ready() -> None:
    """Open the store and do the slow first steps, before the first person comes."""
    sessions.account_of("niemand")
    login.get_ready()


def _not_there(request: Request, error: HTTPException) -> Response:
    if not requests.is_navigation(request.scope):
        return Response(status_code=error.status_code, headers=error.headers)
    return pages.not_there(error.status_code)


def _session_script(_request: Request) -> Response:
    return FileResponse(pages.HERE / "session.js", media_type="text/javascript")


def _letter(static: Path, pattern: str) -> Callable[[Request], Response]:
    found = next((static / "static" / "media").glob(f"{pattern}.woff2"), None)

    def letter(_request: Request) -> Response:
        if found is None:  # the page then shows in a letter of the machine
            return Response(status_code=404)
        return FileResponse(found, media_type="font/woff2", headers={"cache-control": "immutable"})

    return letter
