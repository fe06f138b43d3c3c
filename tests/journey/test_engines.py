"""One journey in other browsers: answer, save, reload, result, a second look at storage, erase.

The normal form takes it in Chromium. `READINESS_LONG=1` takes it in Firefox ESR and WebKitGTK too;
they come from Debian: `apt-get install firefox-esr webkit2gtk-driver xvfb`.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from journey.engines import Engine, firefox, webkit
from journey.respondent import CLICK_ALL, READ_ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

    from journey.respondent import Answers

IS_LONG = bool(os.environ.get("READINESS_LONG"))
OTHERS = {"firefox": firefox, "webkit": webkit} if IS_LONG else {}
READY = "document.querySelectorAll('[data-item] .rd-note').length === 34"
IS_SAVED = "document.querySelector('[data-saved=yes]') !== null"
VERDICT = "document.querySelector('[data-result-place] [data-verdict]')"
ERASE = (
    "document.querySelector('.rd-erase > button').click();"
    "document.querySelector('.rd-dialog .rd-danger').click();"
)
SAID = "document.querySelector('.rd-erase .rd-said').textContent.includes('have been erased')"


class Chromium:
    """Chromium, seen the same way."""

    def __init__(self, page: Page) -> None:
        """Sit before a page."""
        self.page = page

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self.page.goto(address)

    def run(self, script: str) -> Any:  # noqa: ANN401  # any JSON
        """Run the body of a function on the page and return its value."""
        return self.page.evaluate(f"() => {{ {script} }}")


@pytest.fixture
def engine(request: pytest.FixtureRequest, page: Page, tmp_path: Path) -> Iterator[Engine]:
    """Yield the browser that the test names."""

    @contextmanager
    def chromium(_: Path) -> Iterator[Engine]:
        yield Chromium(page)

    engines: dict[str, Callable[[Path], AbstractContextManager[Engine]]]
    engines = {"chromium": chromium, **OTHERS}
    with engines[request.param](tmp_path / "profile") as engine:
        yield engine


def wait(engine: Engine, condition: str) -> None:
    """Wait until something holds on the page."""
    until = time.monotonic() + 20
    while not engine.run(f"return Boolean({condition});"):
        assert time.monotonic() < until, condition
        time.sleep(0.05)


def answers_in(engine: Engine) -> Answers:
    """Return what the form shows."""
    wait(engine, READY)
    shown: Answers = engine.run(f"return ({READ_ANSWERS})();")
    return shown


@pytest.mark.parametrize("engine", ["chromium", *OTHERS], indirect=True)
def test_the_journey(engine: Engine, take_url: str, site_url: str, items: list[str]) -> None:
    """By clicks on the real inputs; all level 4 is Ready with index 75."""
    answers: Answers = dict.fromkeys(items, 4)
    engine.go(take_url)
    wait(engine, READY)
    engine.run(f"({CLICK_ALL})({json.dumps(['leader', answers])});")
    wait(engine, IS_SAVED)
    engine.go(f"{take_url}?again")
    assert answers_in(engine) == answers
    engine.go(f"{site_url}result/")
    wait(engine, VERDICT)
    shown = engine.run(f"const {{ verdict, index }} = {VERDICT}.dataset; return [verdict, index];")
    assert shown == ["ready", "75"]
    engine.run("localStorage.clear();")
    engine.go(take_url)
    assert answers_in(engine) == answers
    engine.run(ERASE)
    wait(engine, SAID)
    engine.go(f"{take_url}?again")
    assert answers_in(engine) == {}
