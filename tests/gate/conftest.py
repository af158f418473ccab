"""A running server with the demo accounts, shared by the tests of the gate."""

from collections.abc import Iterator

import pytest

from tests.browser.server import Server, server


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that was only just started."""
    with server(tmp_path_factory.mktemp("gate")) as started:
        yield started
