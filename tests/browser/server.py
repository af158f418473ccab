"""A real server on a free port over a data folder of its own, and the ways to talk to it without a browser."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from websockets.sync.client import ClientConnection, connect

REPOSITORY = Path(__file__).resolve().parents[2]
PASSWORD = "oefenen-mag"  # pragma: allowlist secret
STARTS_WITHIN_SECONDS = 60
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NAVIGATION = {"Accept": "text/html", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "none"}


@dataclass(frozen=True)
class Answer:
    """What came back: header names in lower case, the last of a repeated one."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str | None:
        return self.headers.get("location")

    @property
    def cookie(self) -> str:
        """The `name=value` that the answer sets."""
        return self.headers["set-cookie"].split(";")[0]


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int
    data: Path
    log: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        cookie: str | None = None,
        headers: dict[str, str] | None = None,
        body: str | None = None,
    ) -> Answer:
        """One request, sent as it is written here; redirects are not followed."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=30)
        sent = {**(headers or {}), **({"Cookie": cookie} if cookie else {})}
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        answer = Answer(
            response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        )
        connection.close()
        return answer

    def log_in(self, name: str, password: str = PASSWORD, *, target: str = "/", **headers: str) -> Answer:
        """What the login form answers to a name and a password."""
        form = urlencode({"naam": name, "wachtwoord": password, "naar": target})
        return self.ask("/inloggen", method="POST", headers={**FORM, **headers}, body=form)

    def websocket(self, cookie: str | None = None, *, origin: str | None = None) -> ClientConnection:
        """An open websocket as the page would have; raises InvalidStatus when it is refused."""
        return connect(
            f"ws://localhost:{self.port}/_stcore/stream",
            additional_headers={"Cookie": cookie} if cookie else {},
            origin=origin or self.address,
            subprotocols=["streamlit"],
            open_timeout=30,
        )

    def accounts(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """The real `python -m luko accounts ...` on the data of this server."""
        return accounts(self.data, *arguments, typed=typed)


def accounts(data: Path, *arguments: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """The real `python -m luko accounts ...` on one data folder."""
    command = [sys.executable, "-m", "luko", "accounts", *arguments]
    return subprocess.run(
        command,
        check=False,
        cwd=REPOSITORY,
        env=environment(data, **settings),
        input=typed,
        capture_output=True,
        text=True,
    )


def environment(data: Path, **settings: str) -> dict[str, str]:
    """The environment of a process of LUKO: none of the machine's own settings, but one data folder."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LUKO_", "STREAMLIT_"))}
    return {**bare, "LUKO_DATA": str(data), "PYTHONPATH": str(REPOSITORY), **settings}


@contextmanager
def server(data: Path, *, app: str = "app:app", **settings: str) -> Iterator[Server]:
    """Serve an app over a data folder as `make run` does, with the demo accounts in it, until the block ends."""
    made = accounts(data, "demo", LUKO_DEMO_PASSWORD=PASSWORD)
    assert made.returncode == 0, made.stderr
    with listening(["uvicorn", app], data, **settings) as running:
        yield running


@contextmanager
def listening(command: list[str], data: Path, **settings: str) -> Iterator[Server]:
    """Start one server program (`uvicorn app:app`, `streamlit run app.py`) on a free port, and stop it after."""
    port = _free_port()
    flag = "--server.port" if command[0] == "streamlit" else "--port"
    log = Path(tempfile.mkstemp(prefix="luko-server-", suffix=".log")[1])
    with log.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, flag, str(port)],
            cwd=REPOSITORY,
            env=environment(data, **settings),
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        running = Server(port, data, log)
        _wait_for(running, process)
        yield running
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
        log.unlink()


def _wait_for(running: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with suppress(OSError):
            if running.ask("/gezondheid").text == "ok":
                return
        time.sleep(0.1)
    raise AssertionError(f"De server startte niet:\n{running.log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
