"""No answer that was shown as saved is lost: killed browsers, crashed pages, reloads.

The expected answers are kept here, outside the browser. `READINESS_LONG=1` kills 400 times,
crashes 500 times and reloads 2,000 times.
"""

from __future__ import annotations

import json
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error
from tools.serving import serve

from journey.killing import OwnBrowser
from journey.promises import Promises
from journey.respondent import CLICK_ALL, Respondent
from journey.stored import beside, databases, entries
from journey.variants import forgetful, local_storage_only
from readiness.engine.evaluation import evaluate
from readiness.engine.responses import Responses
from readiness.engine.result_json import result_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Playwright

    from journey.respondent import Answers, Shown
    from readiness.questionnaire import Questionnaire

IS_LONG = bool(os.environ.get("READINESS_LONG"))
KILLS, CRASHES, RELOADS = (400, 500, 2000) if IS_LONG else (25, 50, 200)
LONGEST_WAIT = 0.7
TABS = 4


@dataclass
class Lives:
    """One respondent over many lives of a browser."""

    playwright: Playwright
    profile: Path
    take: str
    questionnaire: Questionnaire
    promises: Promises

    def live_and_die(self) -> None:
        """Start, compare what is there with what was promised, answer on, be killed."""
        with OwnBrowser(self.playwright, self.profile) as browser:
            respondent = Respondent(browser.page, self.take)
            self.compare(respondent)
            self.answer_until_killed(browser, respondent)
            browser.wait_until_dead()

    def compare(self, respondent: Respondent) -> None:
        """Look at the result and at the form; both must say the same, and what was promised."""
        respondent.page.goto(self.take.replace("take/", "result/"))
        # Where the database comes late, the mirror is shown first; "saved" is said after that.
        result = respondent.wait_until_saved().result()
        shown = respondent.open().wait_until_saved().answers
        assert self.agrees(result, shown)
        self.promises.compare(shown)
        if self.promises.lost:
            self.promises.lost.append(f"stored: {what_is_stored(respondent)}")
            respondent.open().wait_until_saved()

    def agrees(self, shown: Shown, answers: Answers) -> bool:
        """Compare verdict and index with what the other engine says."""
        result = result_json(evaluate(self.questionnaire, Responses(role=None, answers=answers)))
        index = result["index"]
        figure = str(index["shown"]) if isinstance(index, dict) else ""
        return (shown.verdict, shown.index) == (result["verdict"], figure)

    def answer_until_killed(self, browser: OwnBrowser, respondent: Respondent) -> None:
        """Answer on and on; some time after the first answer that counts, the browser dies."""
        self.answer_once(respondent)
        timer = Timer(self.promises.draw.uniform(0, LONGEST_WAIT), browser.kill)
        timer.start()
        with suppress(Error):
            while True:
                self.answer_once(respondent)
        timer.join()

    def answer_once(self, respondent: Respondent) -> None:
        """Change one answer and wait for the word that it is saved."""
        change = self.promises.change()
        self.promises.intend(change)
        respondent.page.evaluate(CLICK_ALL, [None, change])
        respondent.wait_until_saved()
        self.promises.acknowledge(change)


def what_is_stored(respondent: Respondent) -> str:
    """Return the revision of each record in the database and in the mirror, for whoever looks."""
    page = beside(respondent.page, respondent.take.replace("take/", ""))
    mirrored = {key: json.loads(text) for key, text in entries(page).items()}
    told = {"database": databases(page), "mirror": mirrored}
    return json.dumps(told, ensure_ascii=False)


def lives_of(
    playwright: Playwright, profile: Path, take: str, questionnaire: Questionnaire, deaths: int
) -> Promises:
    """Live and die so often, look once more, and return what was promised and lost."""
    promises = Promises([item.id for item in questionnaire.items])
    lives = Lives(playwright, profile, take, questionnaire, promises)
    for _ in range(deaths):
        lives.live_and_die()
    with OwnBrowser(playwright, profile) as browser:
        lives.compare(Respondent(browser.page, take))
    return promises


def test_no_saved_answer_dies_with_the_browser(
    playwright: Playwright, tmp_path: Path, take_url: str, questionnaire: Questionnaire
) -> None:
    """Its main process is killed; compared by value, and by verdict and index, each time."""
    promises = lives_of(playwright, tmp_path / "profile", take_url, questionnaire, KILLS)
    assert promises.lost == []
    assert promises.acknowledgements >= 3 * KILLS


@pytest.fixture
def loose(built_site: Path, tmp_path: Path) -> Iterator[str]:
    """Yield the address of the form of a site that keeps localStorage only."""
    with serve(local_storage_only(built_site, tmp_path / "site")) as url:
        yield f"{url}take/"


def test_a_site_with_local_storage_only_loses_answers(
    playwright: Playwright, tmp_path: Path, loose: str, questionnaire: Questionnaire
) -> None:
    """Canary: the same lives and deaths, and the same comparison, find what is lost."""
    promises = lives_of(playwright, tmp_path / "profile", loose, questionnaire, 2)
    assert promises.lost != []


def kill_renderers(browser: Browser) -> None:
    """Kill the processes that hold the pages, also one kept ready for the next; not the browser."""
    renderers = renderers_of(browser)
    assert renderers != set()
    for renderer in renderers:
        os.kill(renderer, signal.SIGKILL)
    while renderers & renderers_of(browser):
        time.sleep(0.01)


def renderers_of(browser: Browser) -> set[int]:
    """Return the ids of the processes that hold pages."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return {process["id"] for process in processes if process["type"] == "renderer"}


def crashes_of(context: BrowserContext, take: str, items: list[str], crashes: int) -> Promises:
    """Answer on and on, crash the page at any moment, and open it again: so often."""
    promises = Promises(items)
    browser = context.browser
    assert browser is not None
    for _ in range(crashes + 1):
        respondent = Respondent(context.new_page(), take).open()
        promises.compare(respondent.wait_until_saved().answers)
        promises.listen(respondent.page)
        promises.go_on(respondent.page)
        respondent.page.wait_for_timeout(promises.draw.uniform(0, 150))
        with respondent.page.expect_event("crash"):
            kill_renderers(browser)
        respondent.page.close()
    return promises


def test_no_saved_answer_dies_with_the_page(
    context: BrowserContext, take_url: str, items: list[str]
) -> None:
    """Its renderer crashes while it answers, now early, now late."""
    promises = crashes_of(context, take_url, items, CRASHES)
    assert promises.lost == []
    assert promises.acknowledgements >= CRASHES


def reloads_of(context: BrowserContext, take: str, items: list[str], reloads: int) -> list[str]:
    """Answer on and on in some tabs, reload them at any moment: so often. Return what was lost."""
    pages = [context.new_page() for _ in range(TABS)]
    promises = [Promises(items[number::TABS]) for number in range(TABS)]
    tabs = [Respondent(page, take).open() for page in pages]
    for one, page in zip(promises, pages, strict=True):
        one.listen(page)
    for _ in range(reloads // TABS):
        for one, page in zip(promises, pages, strict=True):
            one.go_on(page)
        pages[0].wait_for_timeout(promises[0].draw.uniform(0, 60))
        for page in pages:
            page.reload(wait_until="commit")
        for one, tab in zip(promises, tabs, strict=True):
            one.compare(tab.wait_until_ready().answers)
    assert sum(one.acknowledgements for one in promises) >= reloads
    return [lost for one in promises for lost in one.lost]


def test_no_saved_answer_dies_in_a_reload(
    context: BrowserContext, take_url: str, items: list[str]
) -> None:
    """Of four tabs, each with questions of its own, while it answers."""
    assert reloads_of(context, take_url, items, RELOADS) == []


def test_a_site_that_keeps_nothing_is_found_out(
    context: BrowserContext, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary of the two above: crashes and reloads spare the mirror, so this one has none."""
    with serve(forgetful(built_site, tmp_path / "site")) as url:
        assert crashes_of(context, f"{url}take/", items, 2).lost != []
        assert reloads_of(context, f"{url}take/", items, 2 * TABS) != []
