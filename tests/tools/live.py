"""A site under `mkdocs serve`, as an author sees it while writing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 15_000  # milliseconds


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield the address of a site under `mkdocs serve`, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=log,
            stderr=log,
        )
        try:
            url = f"http://127.0.0.1:{port}/"
            wait_until(lambda: answers(url))
            yield url
        finally:
            process.terminate()
            process.wait()


def wait_until(happened: Callable[[], bool]) -> None:
    """Wait with patience for something outside the browser."""
    deadline = time.monotonic() + 2 * PATIENCE / 1000
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def answers(url: str) -> bool:
    """Tell whether a server stands at the address."""
    try:
        with urlopen(url) as answer:  # noqa: S310  # our own server
            return bool(answer.status == 200)
    except OSError:
        return False
