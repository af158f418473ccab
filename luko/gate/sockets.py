"""An open websocket, watched: it closes when its session ends, whoever ends it and in whatever process."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from luko import audit, faults, sessions

CHECK_EVERY_SECONDS = 2.0  # the contract allows five
_POLICY_VIOLATION = 1008
_GONE: Message = {"type": "websocket.disconnect", "code": _POLICY_VIOLATION}


class GuardedSocket:
    """One websocket between the server and the app, for as long as its session lives."""

    def __init__(self, token: str, name: str, receive: Receive, send: Send) -> None:
        self._token = token
        self._name = name
        self._receive = receive
        self._send = send
        self._ended = asyncio.Event()

    async def serve(self, app: ASGIApp, scope: Scope) -> None:
        """Run the app on this socket, and watch the session beside it."""
        watch = asyncio.create_task(self._watch())
        try:
            await app(scope, self._next_message, self._pass_on)
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)  # a browser that left cannot be told to go

    async def _watch(self) -> None:
        while await self._is_alive():
            await asyncio.sleep(CHECK_EVERY_SECONDS)
        await self._end()

    async def _next_message(self) -> Message:
        """The next message of the browser; the end of the connection, when the session has ended."""
        arrived = asyncio.ensure_future(self._receive())
        ended = asyncio.ensure_future(self._ended.wait())
        try:
            await asyncio.wait({arrived, ended}, return_when=asyncio.FIRST_COMPLETED)
            message = arrived.result() if arrived.done() else _GONE
        finally:
            arrived.cancel()
            ended.cancel()
        if message["type"] == "websocket.receive" and not await self._is_alive(seen=True):
            await self._end()
        return _GONE if self._ended.is_set() else message

    async def _pass_on(self, message: Message) -> None:
        if not self._ended.is_set():
            await self._send(message)

    async def _is_alive(self, *, seen: bool = False) -> bool:
        if self._ended.is_set():
            return False
        try:
            return await run_in_threadpool(sessions.account_of, self._token, seen=seen) is not None
        except Exception as error:
            # Whoever cannot be checked is not let through; unguarded, the watch would stop unnoticed.
            faults.report(error, where="websocket")
            return False

    async def _end(self) -> None:
        if self._ended.is_set():
            return
        self._ended.set()
        await self._send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        await run_in_threadpool(audit.record, self._name, "connection_refused")
