"""Firefox and WebKitGTK as Debian packs them, driven by their own protocols; nothing to install.

Firefox speaks Marionette (JSON with its length before it, on a socket), WebKitGTK the WebDriver
of the W3C (JSON over HTTP). Both can open an address and run a script; a smoke test needs no more.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 30


class Engine(Protocol):
    """What a smoke test needs of a browser."""

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""

    def run(self, script: str) -> Any:  # noqa: ANN401  # any JSON
        """Run the body of a function on the page and return its value."""


class Firefox:
    """A Firefox at the other end of a socket."""

    def __init__(self, connection: socket.socket) -> None:
        """Greet it and begin a session."""
        self.connection = connection
        self.sent = 0
        self._read()
        self._ask("WebDriver:NewSession", capabilities={})

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self._ask("WebDriver:Navigate", url=address)

    def run(self, script: str) -> Any:  # noqa: ANN401  # any JSON
        """Run the body of a function on the page and return its value."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def _ask(self, command: str, **given: object) -> Any:  # noqa: ANN401  # any JSON
        self.sent += 1
        message = json.dumps([0, self.sent, command, given]).encode()
        self.connection.sendall(f"{len(message)}:".encode() + message)
        _, number, error, value = self._read()
        assert (number, error) == (self.sent, None), error
        return value

    def _read(self) -> Any:  # noqa: ANN401  # any JSON
        length = b""
        while (digit := self.connection.recv(1)) != b":":
            assert digit != b"", "Firefox hung up"
            length += digit
        message = b""
        while len(message) < int(length):
            message += self.connection.recv(int(length) - len(message))
        return json.loads(message)


class WebKit:
    """A WebKitGTK behind its WebDriver."""

    def __init__(self, port: int) -> None:
        """Begin a session."""
        self.port = port
        found = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
        options = {"binary": str(found), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._ask("POST", "/session", {"capabilities": wanted})
        self.path = f"/session/{session['sessionId']}"

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self._ask("POST", f"{self.path}/url", {"url": address})

    def run(self, script: str) -> Any:  # noqa: ANN401  # any JSON
        """Run the body of a function on the page and return its value."""
        return self._ask("POST", f"{self.path}/execute/sync", {"script": script, "args": []})

    def end(self) -> None:
        """End the session; the browser closes."""
        self._ask("DELETE", self.path, None)

    def _ask(self, method: str, path: str, body: object) -> Any:  # noqa: ANN401  # any JSON
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, None if body is None else json.dumps(body))
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        assert answer.status == 200, value
        return value


@contextmanager
def firefox(profile: Path) -> Iterator[Engine]:
    """Yield a Firefox with a fresh profile."""
    port = _free_port()
    profile.mkdir()
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});', "utf-8")
    command = ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile"]
    with _running([*command, str(profile)]), closing(_connect(port)) as connection:
        yield Firefox(connection)


@contextmanager
def webkit(_: Path) -> Iterator[Engine]:
    """Yield a WebKitGTK; it needs a screen, which Xvfb pretends."""
    port = _free_port()
    screen = ["xvfb-run", "--auto-servernum"]
    with _running([*screen, "WebKitWebDriver", f"--port={port}"]):
        _connect(port).close()
        browser = WebKit(port)
        yield browser
        browser.end()


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet)  # ended below
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _connect(port: int) -> socket.socket:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), PATIENCE)
        except OSError:
            assert time.monotonic() < until, "the browser did not answer"
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
