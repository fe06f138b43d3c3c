"""A browser page in each colour scheme, and a site that shows its questionnaire's problems."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from readiness.commands.new import write_site

from .axe import HEIGHT, WIDTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

PATIENCE = 30  # seconds until a server has to answer


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Return each colour scheme in turn."""
    return str(request.param)


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return what opens a page with a storage of its own; options are those of a context."""
    contexts = []

    def opened(**options: object) -> Page:
        viewport = {"width": WIDTHS[-1], "height": HEIGHT}
        context = browser.new_context(**{"viewport": viewport, **options})  # type: ignore[arg-type]
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def problem_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the form's address as `mkdocs serve` serves it while the questionnaire is broken."""
    folder = tmp_path_factory.mktemp("broken") / "site"
    write_site(folder)
    people = folder / "assessment" / "people.yml"
    people.write_text(
        people.read_text("utf-8").replace("question:", "wieght: 1\n        question:", 2)
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-q", "--no-livereload", "-a", address],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://{address}/")
        yield f"http://{address}/take/"
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(url).close()  # noqa: S310  # our own server on this machine
        except OSError:
            assert time.monotonic() < end, f"{url} does not answer"
            time.sleep(0.1)
        else:
            return
