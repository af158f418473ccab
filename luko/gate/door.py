"""The door: a session for everything but the open addresses, checked on every request and socket."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from luko import sessions
from luko.gate import cookie, pages, requests, sockets

# Streamlit's doors for machines and its own login: nobody of ours needs them, so they do not exist.
_CLOSED = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check", "/auth", "/oauth2callback")
_POLICY_VIOLATION = 1008


class Door:
    """ASGI middleware that lets through what may come in."""

    def __init__(self, app: ASGIApp, open_paths: frozenset[str], page_paths: frozenset[str]) -> None:
        self._app = app
        self._open_paths = open_paths
        self._page_paths = page_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or hand over to the app."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:  # starting and stopping
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in self._open_paths:
            await self._app(scope, receive, send)
            return
        navigation = requests.is_navigation(scope)
        token = cookie.token_of(scope)
        if await run_in_threadpool(sessions.account_of, token, seen=navigation) is None:
            await _refusal(scope, navigation=navigation)(scope, receive, send)
        elif _is_closed(scope["path"]):
            await Response(status_code=404)(scope, receive, send)
        elif requests.is_page(scope) and scope["path"].rstrip("/") not in self._page_paths:
            await pages.not_there()(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        token = cookie.token_of(scope)
        welcome = requests.is_from_this_site(scope)
        account = await run_in_threadpool(sessions.account_of, token, seen=True) if welcome else None
        if account is None or token is None:
            await WebSocketClose(code=_POLICY_VIOLATION)(scope, receive, send)
            return
        await sockets.GuardedSocket(token, account.name, receive, send).serve(self._app, scope)


def _refusal(scope: Scope, *, navigation: bool) -> Response:
    if not navigation:
        return Response(status_code=401)
    return RedirectResponse(requests.login_address(scope), status_code=303)


def _is_closed(path: str) -> bool:
    return any(path == closed or path.startswith(f"{closed}/") for closed in _CLOSED)
