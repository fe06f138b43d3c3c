"""The summary that a facilitator copies: of the told report alone, by keyboard, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.building import build
from tools.serving import serve

from journey.facilitator import bring, codes, report_of
from journey.groups import write_worked
from journey.keyboard import Keyboard
from journey.variants import copy, with_module
from readiness.reading.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

# Five people, item by item. Nothing of it is hidden: no half has four at one level.
PEOPLE = {
    "a": (1, 1, 2, 2, 3),
    "b": (3, 3, 4, 4, 5),
    "c": (5, 4, 4, 3, 3),
    "d": (2, 1, 3, 1, 2),
    "e": (3, 4, 5, 3, 4),
    "f": (4, 4, 3, 3, 5),
}
# a and d: (0 + 0 + 25 + 25 + 50) / 5 = 20; the others: (50 + 50 + 75 + 75 + 100) / 5 = 70.
# Leadership (20 + 2 x 70) / 3, processes (70 + 20) / 2, people 70: together 56.1.
# One of five stands at the must-have a, five at c. Ties stand in the order of the questions.
EXPECTED = """All answers · Worked out by hand · 25 November 2026
5 people · Everyone

Not yet
Index 56 of 100

Must-haves that are not in place
- Not met: What about a?

Five questions to talk about first
1. What about a? A must-have that is not met. It stands low.
2. What about d? It stands low.
3. What about b?
4. What about c?
5. What about e?

Next steps for the group
1. Work towards this: a is three (What about a?)
2. Work towards this: d is three (What about d?)
3. Work towards this: b is four (What about b?)
4. Work towards this: c is four (What about c?)
5. Work towards this: e is four (What about e?)
"""
AGREED = """What was agreed
- What about a? Agreed in the meeting: level 2. seen on the board

Next steps for the group
"""
SUMMARY = "Copy the summary"
PASTED = "navigator.clipboard.readText()"
WRITE = "reportText(toldInTeam(page, team, told))"


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site around the form of the worked example, told from five people on."""
    folder = write_worked(tmp_path_factory.mktemp("small") / "form", group={"k_min": 5})
    return build(folder.with_name("built"), folder=folder)


@pytest.fixture(scope="module")
def small_form(small_site: Path) -> Questionnaire:
    """Return its questionnaire."""
    loaded = load(small_site.with_name("form") / "assessment").questionnaire
    assert loaded is not None
    return loaded


def see(page: Page, url: str, form: Questionnaire) -> None:
    """See the report of the five, on the day of the expected text."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time("2026-11-25T12:00:00")
    rows: list[dict[str, Answer]] = [
        {item: levels[number] for item, levels in PEOPLE.items()} for number in range(5)
    ]
    bring(page, url, codes(form, {"frontline": rows}))


def press(page: Page, words: str) -> None:
    """Go to the button by keyboard, press it, and wait until the page has said what came of it."""
    Keyboard(page).tab_to(SUMMARY)
    page.keyboard.press("Enter")
    page.locator("[data-said][role=status]", has_text=words).wait_for()


def test_the_summary_is_copied_and_in_the_record(
    page: Page, small_site: Path, small_form: Questionnaire, tmp_path: Path
) -> None:
    """By hand, word for word; the record alone gives the same text, so it holds all of it."""
    with serve(small_site) as url:
        see(page, url, small_form)
        press(page, "The summary is copied.")
        assert page.evaluate(PASTED) == EXPECTED
        assert page.locator("#report-text").count() == 0
        assert page.evaluate("document.activeElement.dataset.action") == "copy-text"
        with page.expect_download() as saved:
            page.locator("[data-action=save-record]").click()
        record = tmp_path / "record.json"
        saved.value.save_as(record)
        page.evaluate("sessionStorage.clear(); navigator.clipboard.writeText('')")
        page.reload()
        page.locator("#team-files").set_input_files(record)
        report_of(page)
        press(page, "The summary is copied.")
        assert page.evaluate(PASTED) == EXPECTED


def test_what_a_meeting_agreed_is_copied_too(
    page: Page, small_site: Path, small_form: Questionnaire
) -> None:
    """With its reason, in front of the next steps."""
    with serve(small_site) as url:
        see(page, url, small_form)
        page.locator("[data-action=start-meeting]").click()
        for key in ("s", "2"):
            page.keyboard.press(key)
        page.locator("#meeting-reason").fill("seen on the board")
        page.keyboard.press("Escape")
        page.locator(".rd-meeting").wait_for(state="detached")
        press(page, "The summary is copied.")
        wanted = EXPECTED.replace("Next steps for the group\n", AGREED)
        assert page.evaluate(PASTED) == wanted


@pytest.mark.parametrize("refused", ["clipboard", "everything"])
def test_a_refused_clipboard_loses_nothing(
    refused: str, page: Page, context: BrowserContext, small_site: Path, small_form: Questionnaire
) -> None:
    """By the old command; where that is refused too, the text stands selected and it is said."""
    with serve(small_site) as url:
        see(page, url, small_form)
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        if refused == "clipboard":
            press(page, "The summary is copied.")
            other = context.new_page()
            other.goto(url)
            assert other.evaluate(PASTED) == EXPECTED
            return
        page.evaluate("document.execCommand = () => false")
        press(page, "does not let the page copy")
        field = page.locator("#report-text")
        assert field.input_value() == EXPECTED
        assert page.get_by_label("The summary as text").count() == 1
        read = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
        assert field.evaluate(read) == EXPECTED
        assert page.evaluate("document.activeElement.id") == "report-text"


@pytest.mark.parametrize(
    "planted",
    [f"{WRITE} + page.collection.gathered(team).people.length", f'{WRITE}.replace("5.", "4.")'],
)
def test_canary_more_or_less_than_the_report(
    planted: str, page: Page, small_site: Path, small_form: Questionnaire, tmp_path: Path
) -> None:
    """A head-count behind the text and a wrong number in it are noticed."""
    site = with_module(copy(small_site, tmp_path / "site"), "views/team/reports.js", WRITE, planted)
    with serve(site) as url:
        see(page, url, small_form)
        press(page, "The summary is copied.")
        assert page.evaluate(PASTED) != EXPECTED
