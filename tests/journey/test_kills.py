"""A killed browser loses no answer that was shown as saved.

The expected answers are kept here, outside the browser. `READINESS_LONG=1` kills 200 times.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error
from tools.serving import serve

from journey.killing import OwnBrowser
from journey.respondent import CLICK_ALL, Respondent
from journey.variants import local_storage_only
from readiness.engine.evaluation import evaluate
from readiness.engine.responses import Responses
from readiness.engine.result_json import result_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright

    from journey.respondent import Answers, Shown
    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

KILLS = 200 if os.environ.get("READINESS_LONG") else 20
LONGEST_WAIT = 0.7
VALUES: list[Answer] = [1, 2, 3, 4, 5, "dk"]


@dataclass
class Lives:
    """One respondent over many lives of a browser, and what they were told was saved."""

    playwright: Playwright
    profile: Path
    take: str
    questionnaire: Questionnaire
    draw: Random = field(default_factory=lambda: Random(7))  # noqa: S311  # the same moments
    acknowledged: Answers = field(default_factory=dict)
    in_flight: Answers = field(default_factory=dict)
    acknowledgements: int = 0
    lost: list[str] = field(default_factory=list)

    def live_and_die(self) -> None:
        """Start, compare what is there with what was promised, answer on, be killed."""
        with OwnBrowser(self.playwright, self.profile) as browser:
            respondent = Respondent(browser.page, self.take)
            self.compare(respondent)
            self.answer_until_killed(browser, respondent)
            browser.wait_until_dead()

    def compare(self, respondent: Respondent) -> None:
        """Note what was promised and is not there; what is there is the promise from now on."""
        respondent.page.goto(self.take.replace("take/", "result/"))
        result = respondent.result()
        shown = respondent.open().wait_until_saved().answers
        for item, value in self.acknowledged.items():
            if shown.get(item) not in (value, self.in_flight.get(item, value)):
                self.lost.append(f"{item}: {value} became {shown.get(item)}")
        unasked = {item for item in shown if item not in {**self.acknowledged, **self.in_flight}}
        assert unasked == set()
        assert self.agrees(result, shown)
        self.acknowledged, self.in_flight = shown, {}

    def agrees(self, shown: Shown, answers: Answers) -> bool:
        """Compare verdict and index with what the other engine says."""
        result = result_json(evaluate(self.questionnaire, Responses(role=None, answers=answers)))
        index = result["index"]
        figure = str(index["shown"]) if isinstance(index, dict) else ""
        return (shown.verdict, shown.index) == (result["verdict"], figure)

    def answer_until_killed(self, browser: OwnBrowser, respondent: Respondent) -> None:
        """Answer on and on; some time after the first answer that counts, the browser dies."""
        self.answer_once(respondent)
        timer = Timer(self.draw.uniform(0, LONGEST_WAIT), browser.kill)
        timer.start()
        with suppress(Error):
            while True:
                self.answer_once(respondent)
        timer.join()

    def answer_once(self, respondent: Respondent) -> None:
        """Change one answer and wait for the word that it is saved."""
        item = self.draw.choice(self.questionnaire.items).id
        others = [value for value in VALUES if value != self.acknowledged.get(item)]
        self.in_flight = {item: self.draw.choice(others)}
        respondent.page.evaluate(CLICK_ALL, [None, self.in_flight])
        respondent.wait_until_saved()
        self.acknowledged |= self.in_flight
        self.in_flight = {}
        self.acknowledgements += 1


def final_look(lives: Lives) -> None:
    """Compare once more, after the last death."""
    with OwnBrowser(lives.playwright, lives.profile) as browser:
        lives.compare(Respondent(browser.page, lives.take))


def test_no_saved_answer_dies_with_the_browser(
    playwright: Playwright, tmp_path: Path, take_url: str, questionnaire: Questionnaire
) -> None:
    """Compared by value, and by verdict and index, after each death."""
    lives = Lives(playwright, tmp_path / "profile", take_url, questionnaire)
    for _ in range(KILLS):
        lives.live_and_die()
    final_look(lives)
    assert lives.lost == []
    assert lives.acknowledgements >= 3 * KILLS


@pytest.fixture
def forgetful(built_site: Path, tmp_path: Path) -> Iterator[str]:
    """Yield the address of the form of a site that keeps localStorage only."""
    with serve(local_storage_only(built_site, tmp_path / "site")) as url:
        yield f"{url}take/"


def test_a_site_with_local_storage_only_loses_answers(
    playwright: Playwright, tmp_path: Path, forgetful: str, questionnaire: Questionnaire
) -> None:
    """Canary: the same lives and deaths, and the same comparison, find what is lost."""
    lives = Lives(playwright, tmp_path / "profile", forgetful, questionnaire)
    for _ in range(2):
        lives.live_and_die()
    final_look(lives)
    assert lives.lost != []
