"""A new edition under saved answers: each one meets its fate, and the page says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tools.serving import serve

from journey.editions import REMOVED, REWORDED, put
from journey.respondent import Respondent
from journey.stored import stored_answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

FATES = """() => Object.fromEntries(
  [...document.querySelectorAll("[data-receipt] [data-fate]")].map(
    (row) => [row.dataset.answer, row.dataset.fate],
  ),
)"""


@pytest.fixture
def returned(
    page: Page, built_site: Path, next_site: Path, tmp_path: Path, items: list[str]
) -> Iterator[tuple[Respondent, str]]:
    """Yield somebody who answered the first edition and comes back to the next."""
    served = tmp_path / "served"
    put(built_site, served)
    with serve(served) as url:
        respondent = Respondent(page, f"{url}take/").open()
        respondent.fill("leader", dict.fromkeys(items, 4))
        put(next_site, served)
        yield respondent.open().wait_until_saved(), url


def test_every_answer_meets_its_fate(returned: tuple[Respondent, str], items: list[str]) -> None:
    """One reworded, one renamed, one removed; the other 31 carried. The receipt lists all 34."""
    respondent, url = returned
    kept = set(items) - {"bad-news", "lean-motive", REMOVED}
    assert respondent.answers == {**dict.fromkeys(kept, 4), "lean-reason": 4}
    respondent.page.goto(f"{url}answers/")
    expect(respondent.page.locator("[data-receipt]")).to_be_visible()
    fates = dict.fromkeys(kept, "carried") | {"bad-news": "changed", "lean-motive": "renamed"}
    assert respondent.page.evaluate(FATES) == {**fates, REMOVED: "removed"}
    text = respondent.page.locator("[data-receipt]").inner_text()
    counts = "31 carried over, 1 carried over under a new name, 1 to look at again, 1 removed"
    assert counts in text


def test_a_changed_question_is_shown_with_both_wordings(
    returned: tuple[Respondent, str], questionnaire: Questionnaire
) -> None:
    """In the receipt and at the question itself, with the words that were chosen."""
    respondent, url = returned
    old = next(item for item in questionnaire.items if item.id == "bad-news")
    line = respondent.page.locator("#earlier-bad-news")
    said = line.text_content() or ""
    assert said.startswith("This question has changed since you answered it.")
    assert f"\u201c{old.question}\u201d" in said
    assert f"\u201c{old.levels[3]}\u201d" in said
    respondent.page.goto(f"{url}answers/")
    row = respondent.page.locator("[data-answer=bad-news]")
    expect(row).to_contain_text(f"Then: {old.question}")
    expect(row).to_contain_text(f"Now: {REWORDED}")
    expect(row).to_contain_text(old.levels[3])


def test_a_second_look_settles_it(returned: tuple[Respondent, str]) -> None:
    """The link leads to the question; once it is answered nothing waits any more."""
    respondent, url = returned
    page = respondent.page
    page.goto(f"{url}answers/")
    page.locator("[data-answer=bad-news] a").click()
    expect(page.locator("#step-visible-commitment")).to_be_visible()
    page.locator("#item-bad-news label").nth(1).click()
    expect(page.locator("[data-saved=yes]")).to_be_visible()
    expect(page.locator("#earlier-bad-news")).to_be_hidden()
    assert respondent.open().answers["bad-news"] == 2
    page.goto(f"{url}answers/")
    expect(page.locator("[data-receipt]")).to_be_visible()
    assert page.evaluate(FATES)["bad-news"] == "carried"


def test_an_answer_that_waits_does_not_count(returned: tuple[Respondent, str]) -> None:
    """32 of 33 questions are dealt with: the share that the result shows, by hand."""
    respondent, _ = returned
    shown = respondent.go_to_result()
    assert "One of your answers is not counted: its question has changed." in shown.text
    assert shown.verdict == "ready"
    assert shown.index == "75"
    assert respondent.page.locator("[data-theme=visible-commitment] td").last.inner_text() == "66%"


def test_nothing_is_thrown_away(returned: tuple[Respondent, str], items: list[str]) -> None:
    """All 34 stay in the browser, under the ids they were given to."""
    respondent, _ = returned
    assert stored_answers(respondent.page) == dict.fromkeys(items, 4)


def test_without_a_change_there_is_no_receipt(respondent: Respondent, items: list[str]) -> None:
    """Canary of the ones above."""
    respondent.fill("leader", dict.fromkeys(items, 4))
    respondent.page.goto(respondent.take.replace("take/", "answers/"))
    expect(respondent.page.locator("[data-finish]")).to_be_visible()
    assert respondent.page.locator("[data-receipt]").is_hidden()
