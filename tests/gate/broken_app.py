"""The gate around an app that breaks."""

import asyncio
from pathlib import Path

import streamlit as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from luko import gate, logs

FRONT_END = Path(st.__file__).resolve().parent / "static"
logs.configure()


async def broken(_request: Request) -> Response:
    await asyncio.sleep(0)
    raise RuntimeError("geheim detail")


app = Starlette(
    routes=[*gate.routes(FRONT_END), Route("/overzicht", broken)],
    middleware=gate.middleware(FRONT_END, ["/overzicht"]),
    exception_handlers=gate.exception_handlers(),
)
