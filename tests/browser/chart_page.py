"""A page with a chart that needs expressions, and with a fault for whoever asks for one."""

import streamlit as st

if "stuk" in st.query_params:
    raise ValueError("geheim detail")

st.title("Grafiek")
st.vega_lite_chart(
    {
        "data": {"values": [{"name": "een", "value": 3}, {"name": "twee", "value": 5}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "name"},
            "y": {"field": "value", "type": "quantitative"},
            "opacity": {
                "condition": {"test": "datum.value > 4", "value": 1},
                "value": {"expr": "width<640 ? 0.2 : 0.5"},
            },
        },
        "description": "twee staven",
    },
    theme=None,
)
