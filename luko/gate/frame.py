"""Around every answer: security headers, the document made ours, and a sentence when something broke."""

from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from luko import faults
from luko.gate import document, pages, requests

_SAME_FOR_ALL = {
    "x-content-type-options": "nosniff",
    # Not no-referrer: with that, browsers hide where a posted form comes from, and the check on it fails.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
# A document that is rewritten must come whole: not compressed, not in part, not "as you had it".
_ASKS_FOR_LESS = {b"accept-encoding", b"range", b"if-none-match", b"if-modified-since"}


class Frame:
    """ASGI middleware, outermost: nothing leaves without it."""

    def __init__(self, app: ASGIApp, static: Path) -> None:
        self._app = app
        self._policy = _policy(document.script_hashes(static))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on to the app, and put the frame around what it answers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(scope, send, self._policy)
        try:
            await self._app(_for_whole_document(scope), receive, answer.send)
        except Exception as error:
            reference = faults.report(error, where=scope["path"])
            if answer.started:
                raise  # too late for a sentence: the server breaks the connection off
            sorry = pages.sentence("Er ging iets mis.", f"Meld de servicedesk nummer {reference}.", 500)
            await sorry(scope, receive, answer.send)


class _Answer:
    """One answer on its way out; the start of an HTML document waits for its body, to know its length."""

    def __init__(self, scope: Scope, send: Send, policy: str) -> None:
        self._secure = scope["scheme"] == "https"
        self._send = send
        self._policy = policy
        self._start: Message | None = None
        self._body = b""
        self.started = False

    async def send(self, message: Message) -> None:
        """Send on one message of the app."""
        if message["type"] == "http.response.start":
            self._start, self._body = self._framed(message), b""
            if not self._is_document(message):
                await self._begin()
        elif self.started:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_document()

    async def _begin(self) -> None:
        self.started = True
        if self._start:
            await self._send(self._start)

    async def _send_document(self) -> None:
        body = document.made_ours(self._body)
        if self._start and self._body:  # a HEAD has no body, and keeps the length it announced
            MutableHeaders(scope=self._start)["content-length"] = str(len(body))
        await self._begin()
        await self._send({"type": "http.response.body", "body": body})

    def _is_document(self, start: Message) -> bool:
        headers = MutableHeaders(scope=start)
        html = headers.get("content-type", "").startswith("text/html")
        return html and start["status"] == 200 and "content-encoding" not in headers

    def _framed(self, start: Message) -> Message:
        headers = MutableHeaders(scope=start)
        headers.update(_SAME_FOR_ALL)
        headers.setdefault("content-security-policy", self._policy)
        if self._secure:
            headers["strict-transport-security"] = "max-age=31536000"
        # Streamlit's bundles carry a hash in their name and hold nothing of ours; all else is not kept.
        lasting = "immutable" in headers.get("cache-control", "")
        headers["cache-control"] = "private, max-age=31536000, immutable" if lasting else "no-store"
        del headers["access-control-allow-origin"]
        return start


def _for_whole_document(scope: Scope) -> Scope:
    if not requests.is_navigation(scope):
        return scope
    return {**scope, "headers": [each for each in scope["headers"] if each[0] not in _ASKS_FOR_LESS]}


def _policy(script_hashes: list[str]) -> str:
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit's components write their styles while they run
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )
