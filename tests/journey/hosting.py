"""Hosts of the built site that differ from a plain one: below a path, with headers of their own."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def host(folder: Path, mount: str = "/", headers: dict[str, str] | None = None) -> Iterator[str]:
    """Yield the address of a folder that is served below `mount`, which ends in a slash."""

    class Handler(_Handler):
        below = mount
        added = headers or {}

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{mount}"
    server.shutdown()
    server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    below: str
    added: dict[str, str]

    def translate_path(self, path: str) -> str:
        """Find only what is asked for below the mount."""
        if not path.startswith(self.below):
            return super().translate_path("/nowhere")
        return super().translate_path(f"/{path.removeprefix(self.below)}")

    def end_headers(self) -> None:
        """Add the host's own headers."""
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
