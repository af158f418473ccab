"""The gate: nothing of Streamlit is reached without a session, over HTTP or websocket.

It is ASGI in front of the app: `middleware()` goes around everything, `routes()` are the three open
addresses. It knows Starlette but not Streamlit.
"""

from luko.gate.setup import exception_handlers, get_ready, middleware, routes

__all__ = ["exception_handlers", "get_ready", "middleware", "routes"]
