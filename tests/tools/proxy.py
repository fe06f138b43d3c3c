"""The only way out for a browser: notes every host that it asks, and answers for one alone.

A browser's own list of requests leaves out connections that are only opened (preconnect); this
sees them, workers' requests and icons too.
"""

from __future__ import annotations

from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Proxy(ThreadingHTTPServer):
    daemon_threads = True
    asked: list[str]
    answered: str

    def handle_error(self, *_: object) -> None:
        """Say nothing when a browser that is closed hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: _Proxy

    def do_CONNECT(self) -> None:
        """Note the host; lead nowhere."""
        self.server.asked.append(self.path)
        self.send_error(502)

    def do_GET(self) -> None:
        """Note the host; pass on what is meant for the site itself."""
        host = urlsplit(self.path).netloc
        self.server.asked.append(host)
        if host != self.server.answered:
            self.send_error(502)
            return
        connection = HTTPConnection(host)
        connection.request("GET", urlsplit(self.path)._replace(scheme="", netloc="").geturl())
        answer = connection.getresponse()
        body = answer.read()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        connection.close()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def only_way_to(url: str) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield the proxy as Playwright takes it, and the growing list of hosts that are asked."""
    proxy = _Proxy(("127.0.0.1", 0), _Handler)
    proxy.asked, proxy.answered = [], urlsplit(url).netloc
    thread = Thread(target=proxy.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        server = f"http://127.0.0.1:{proxy.server_port}"
        yield {"server": server, "bypass": "<-loopback>"}, proxy.asked
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()
