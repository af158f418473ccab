"""Streamlit's one HTML document: made ours, and the hash of its one inline script."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_MADE_OURS = [
    (re.compile(rb'<html lang="en">'), b'<html lang="nl">'),
    (re.compile(rb"<title>Streamlit</title>"), b'<title>LUKO</title><script src="/sessie.js"></script>'),
    (re.compile(rb'<link rel="service-desc"[^>]*>'), b""),  # leads to a door that is closed here
    (
        re.compile(rb"<noscript>.*?</noscript>", re.DOTALL),
        b"<noscript><p>LUKO heeft JavaScript nodig; zet het aan in uw browser.</p></noscript>",
    ),
]


def script_hashes(static: Path) -> list[str]:
    """The hashes, in the words of a content-security policy, of the inline scripts in `index.html`."""
    document = (static / "index.html").read_text(encoding="utf-8")
    digests = [hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(document)]
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]


def made_ours(document: bytes) -> bytes:
    """The document in Dutch, and with the script that knows what to do when the session is over."""
    for theirs, ours in _MADE_OURS:
        document = theirs.sub(ours, document, count=1)
    return document
