"""The front door: `uvicorn app:app`, or `streamlit run app.py`. The gate stands around all of Streamlit."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from luko import faults, gate, logs
from pages import front, menu
from pages.frame import states
from pages.frame.column import column

HERE = Path(__file__).resolve().parent
FRONT_END = Path(st.__file__).resolve().parent / "static"


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Everything imported and opened before the first person comes."""
    logs.configure()
    gate.get_ready()
    front.get_ready()
    logging.getLogger("streamlit.error_util").disabled = True  # say_sorry logs, without the lines of code
    gc.collect()
    gc.freeze()  # Streamlit collects garbage after every run; what stays for good need not be looked at again
    yield


def say_sorry(error: Exception) -> bool:
    """Show a sentence and a number where all else failed; True keeps Streamlit from showing the error itself."""
    with column():
        states.broken(faults.report(error, where="script"))
    return True


app = st.App(
    HERE / "pages" / "index.py",
    lifespan=ready,
    routes=gate.routes(FRONT_END),
    middleware=gate.middleware(FRONT_END, menu.addresses()),
    exception_handlers=gate.exception_handlers(),
    on_script_error=say_sorry,
)
