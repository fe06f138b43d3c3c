"""The whole journey of a facilitator by keyboard: nothing on the team page is ever clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.serving import serve

from journey.facilitator import codes, report_of
from journey.groups import asked, mixed
from journey.keyboard import Keyboard
from journey.test_team_collecting import response, write
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

ENOUGH = 200
SHEETS = "From paper \u2013 type returned sheets"


class Facilitator:
    """Somebody at the team page who has only a keyboard."""

    def __init__(self, page: Page, site: str) -> None:
        """Open the page."""
        self.page = page
        self.keys = Keyboard(page)
        page.on("filechooser", lambda _: None)  # the browser's own dialog is caught from now on
        page.goto(f"{site}team/")
        page.locator("#team-text").wait_for()

    def choose_files(self, files: list[Path]) -> None:
        """Choose files with the keys that open the browser's own dialog."""
        self.keys.tab_to_field("team-files")
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(files)
        self.heard(f"{len(files) - 1} read: all count")

    def paste(self, text: str) -> None:
        """Paste a text and add what is in it."""
        self.keys.tab_to_field("team-text")
        self.page.keyboard.insert_text(text)
        self.press("Add what is in the text")
        self.heard("30 read: all count")

    def heard(self, words: str) -> None:
        """Wait until the one live region has said something."""
        self.page.locator("[data-said][role=status]", has_text=words).wait_for()

    def type_facts(self, asked: int) -> None:
        """Say how many were asked."""
        self.keys.tab_to_field("team-asked")
        self.page.keyboard.type(str(asked))

    def choose_breakdown(self, downs: int) -> None:
        """Go to the breakdowns, down to one of them, and choose it."""
        for _ in range(ENOUGH):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.name") == "breakdown":
                break
        for _ in range(downs):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")

    def type_sheets(self, sheets: int, questions: int) -> None:
        """Enter sheets from paper, a key an answer."""
        self.press(SHEETS)
        self.keys.tab_to_field("sheet-keys")
        for number in range(sheets):
            self.page.keyboard.type(f"{1 + number % 5}" * questions)
            self.page.keyboard.press("Enter")
        self.press("Add these rows to the team")

    def save(self, button: str) -> str:
        """Press a button that hands a file out; return the name of the file."""
        with self.page.expect_download() as saved:
            self.press(button)
        return saved.value.suggested_filename

    def press(self, button: str) -> None:
        """Go to a button and press it."""
        self.keys.tab_to(button)
        self.page.keyboard.press("Enter")


def lead(page: Page, site: str, form: Questionnaire, folder: Path) -> None:
    """Collect, look into what was not taken, meet, hand out, and clear the page."""
    one = Facilitator(page, site)
    people = [response(form, f"P{number:012d}", 1 + number % 4) for number in range(8)]
    one.choose_files(write(folder, [*people, "Minutes of the meeting"]))
    one.paste(codes(form, mixed(form, {"leader": 12, "frontline": 18})))
    one.type_sheets(6, len(asked(form, "frontline")))
    one.heard("6 read: all count")
    one.heard("1 may be here twice")
    one.press("Leave one out: Sheet 6")
    one.heard("Sheet 6 is removed.")
    one.press("Undo")
    one.heard("It is back.")
    one.press("Keep both: Sheet 6")
    one.press("1 entry to look at \u2013 All answers")
    assert not page.locator("[data-named]").is_visible()
    one.type_facts(60)
    one.choose_breakdown(1)
    assert page.locator("[name=breakdown]:checked").input_value() == "leader,frontline"
    one.press("Show the report")
    assert report_of(page).get_attribute("data-respondents") == "44"
    assert page.evaluate("document.activeElement.closest('[data-section=report]') !== null")
    one.press("Start the meeting")
    page.locator(".rd-meeting h2").wait_for()
    for key in ("s", "4", "Tab", "x", "Escape"):
        page.keyboard.press(key)
    page.locator(".rd-meeting").wait_for(state="detached")
    assert page.locator("[data-agreed-item]").count() == 1
    page.locator("[data-fold=agreed]").evaluate("fold => { fold.open = true; }")
    assert one.save("Save what was agreed").endswith(".json")
    one.press("Copy the summary")
    one.heard("The summary is copied.")
    assert one.save("Save as a printable file").endswith(".html")
    assert one.save("Save as a table (CSV)").endswith(".csv")
    assert one.save("Keep the record of this report").endswith(".json")
    one.press("Clear this page")
    one.press("Yes, remove it")
    one.heard("is gone from this tab")


def test_a_facilitator_needs_no_mouse(
    page: Page, site_url: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """From the first file to the last."""
    lead(page, site_url, questionnaire, tmp_path)


def test_a_button_that_is_not_reached_is_noticed(
    page: Page, built_site: Path, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Canary: a page on which one button is left out of the order of Tab."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "views/team/collect.js",
        'const label = element("label", { for: text.id }',
        'add.tabIndex = -1;\n  const label = element("label", { for: text.id }',
    )
    with serve(site) as url, pytest.raises(AssertionError, match="Add what is in the text"):
        lead(page, url, questionnaire, tmp_path)
