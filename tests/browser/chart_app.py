"""The front door of LUKO around one page with a chart."""

from pathlib import Path

import streamlit as st

from app import FRONT_END, ready, say_sorry
from luko import gate

app = st.App(
    Path(__file__).with_name("chart_page.py"),
    lifespan=ready,
    routes=gate.routes(FRONT_END),
    middleware=gate.middleware(FRONT_END, []),
    on_script_error=say_sorry,
)
