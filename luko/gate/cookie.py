"""The cookie that carries the session's token."""

from collections.abc import Mapping

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope

_NAME = "luko_sessie"
_NAME_ON_HTTPS = f"__Host-{_NAME}"  # a browser accepts this name only from this host, and only secure


def token_of(scope: Scope) -> str | None:
    """The token that came with a request or websocket; None without one."""
    return HTTPConnection(scope).cookies.get(_name(scope))


def token_in(cookies: Mapping[str, str]) -> str | None:
    """The token among cookies that already passed the gate; None without one."""
    return cookies.get(_NAME_ON_HTTPS) or cookies.get(_NAME)


def give(response: Response, scope: Scope, token: str) -> None:
    """Have the browser keep the token until it closes: unreadable for scripts, not sent from other sites."""
    secure = _secure(scope)
    response.set_cookie(_name(scope), token, path="/", httponly=True, samesite="lax", secure=secure)


def take_back(response: Response, scope: Scope) -> None:
    """Have the browser forget the token."""
    secure = _secure(scope)
    response.delete_cookie(_name(scope), path="/", httponly=True, samesite="lax", secure=secure)


def _name(scope: Scope) -> str:
    return _NAME_ON_HTTPS if _secure(scope) else _NAME


def _secure(scope: Scope) -> bool:
    return scope["scheme"] in ("https", "wss")
