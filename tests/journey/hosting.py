"""A host of the built site that sends headers of its own with every answer."""

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
def host(folder: Path, headers: dict[str, str]) -> Iterator[str]:
    """Yield the address under which a folder is served with these headers."""

    class Handler(_Handler):
        added = headers

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    added: dict[str, str]

    def end_headers(self) -> None:
        """Add the host's own headers."""
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
