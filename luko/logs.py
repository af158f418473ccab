"""Logs: lines for people on a terminal, JSON elsewhere; always on stderr, never with personal data."""

import sys

import structlog


def configure() -> None:
    """Send structlog to stderr; stdout belongs to what a command answers."""
    rendering = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            rendering,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
