"""The only way out for a browser: a proxy that writes down every request and lets few through.

`page.on("request")` does not see workers, preconnects and the like; this does. Plain requests to
the hosts under test are passed on, everything else is noted and refused.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK = "127.0.0.1"


@dataclass(slots=True)
class Log:
    """What was asked for, by host and port, and where the proxy stands."""

    server: str = ""
    hosts: list[str] = field(default_factory=list)


@contextmanager
def record() -> Iterator[Log]:
    """Yield the log of a proxy that runs meanwhile."""
    log = Log()

    class Handler(_Handler):
        hosts = log.hosts

    server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    log.server = f"http://{LOOPBACK}:{server.server_port}"
    yield log
    server.shutdown()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    hosts: list[str]

    def do_CONNECT(self) -> None:
        """Note an encrypted connection; none is let through."""
        self.hosts.append(self.path)
        self.send_error(502)

    def do_GET(self) -> None:
        """Note a request, and pass it on if it is for this machine."""
        parts = urlsplit(self.path)
        self.hosts.append(parts.netloc)
        if parts.hostname != LOOPBACK:
            self.send_error(502)
            return
        connection = HTTPConnection(parts.netloc, timeout=20)
        connection.request("GET", parts.path, headers={"Host": parts.netloc})
        answer = connection.getresponse()
        content = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""
