"""Alone first, then agree: a meeting by keyboard, resumed after a reload, scored as its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tools.serving import serve

from journey.facilitator import add, codes, report_of
from journey.groups import demo_groups
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

HEADING = ".rd-meeting h2"


@pytest.fixture
def team(page: Page, site_url: str, questionnaire: Questionnaire) -> Page:
    """Return the team page with a group that differs and whose answers are told."""
    return with_group(page, site_url, questionnaire)


def with_group(page: Page, site: str, form: Questionnaire) -> Page:
    """Open the team page and bring a group."""
    page.goto(f"{site}team/")
    add(page, codes(form, demo_groups(form)["everybody told"]))
    return page


def start(page: Page) -> None:
    """Open the meeting by keyboard."""
    page.get_by_role("button", name="the meeting").first.focus()
    page.keyboard.press("Enter")
    page.locator(HEADING).wait_for()


def order(page: Page) -> list[str]:
    """Return the questions of the talk list, in order."""
    return [text.strip() for text in page.locator("[data-talk] > :first-child").all_inner_texts()]


def test_the_meeting_by_keyboard_alone(team: Page, questionnaire: Questionnaire) -> None:
    """Think, show, agree, give the reason, go on; what differs most comes first."""
    first = order(team)[:3]
    start(team)
    shown = team.locator(HEADING)
    assert shown.inner_text() == first[0]
    assert shown.evaluate("heading => heading === document.activeElement")
    assert team.locator(".rd-meeting [data-figure]").count() == 0
    team.keyboard.press("s")
    assert team.locator(".rd-meeting [data-figure]").count() > 0
    team.keyboard.press("4")
    team.get_by_text("Recorded: Level 4.").wait_for()
    team.keyboard.press("Tab")
    team.keyboard.type("1 of 3 customers said so in May; s 2")
    team.get_by_role("button", name="Next question").focus()
    team.keyboard.press("Enter")
    assert shown.inner_text() == first[1]
    team.keyboard.press("0")
    team.get_by_text("Recorded: Not agreed.").wait_for()
    team.get_by_role("button", name="Next question").focus()
    team.keyboard.press("ArrowRight")
    assert shown.inner_text() == first[2]
    team.keyboard.press("Escape")
    assert not shown.is_visible()
    rows = team.locator("[data-agreed-item]")
    assert rows.count() == 2
    assert "1 of 3 customers said so in May; s 2" in rows.nth(0).inner_text()
    assert "Not agreed" in rows.nth(1).inner_text()
    assert f"Agreed on 1 of {len(questionnaire.items)} questions; 1 not agreed." in (
        team.locator("[data-agreed]").inner_text()
    )
    assert team.locator("[data-agreed]").get_attribute("data-agreed-verdict") == "none"


def test_keys_can_be_switched_off(team: Page) -> None:
    """Then a stray key decides nothing (WCAG 2.1.4)."""
    start(team)
    team.get_by_label("Number keys choose a level").uncheck()
    team.locator(HEADING).focus()
    for key in ("4", "s", "ArrowRight"):
        team.keyboard.press(key)
    assert team.locator("[name=meeting-level]:checked").count() == 0
    assert team.locator(".rd-meeting [data-figure]").count() == 0


def test_it_goes_on_after_a_reload(team: Page) -> None:
    """At the first question that is not decided, with what was said before."""
    first = order(team)[:2]
    start(team)
    team.keyboard.press("2")
    team.reload()
    report_of(team)
    assert team.locator("[data-agreed-item]").count() == 1
    start(team)
    assert team.locator(HEADING).inner_text() == first[1]
    team.get_by_role("button", name="Back").click()
    assert team.locator("[name=meeting-level]:checked").get_attribute("value") == "2"


def agree_on_all(page: Page, form: Questionnaire, levels: dict[str, int]) -> None:
    """Agree on a level for every question, in the order of the meeting."""
    start(page)
    for _ in form.items:
        question = page.locator(HEADING).inner_text()
        item = next(one.id for one in form.items if plain(one.question) == question)
        page.keyboard.press(str(levels.get(item, 3)))
        page.get_by_role("button", name="Next question").click()
    page.keyboard.press("Escape")


def plain(text: str) -> str:
    """Return a question as it is read; the demo's questions hold no marks."""
    return text.replace("'", "\u2019")


def test_what_is_agreed_is_scored_as_its_own(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """All on level 3 gives conditions at 50, whatever was said alone; a file brings it back."""
    before = report_of(team).get_attribute("data-group-verdict")
    agree_on_all(team, questionnaire, {})
    agreed = team.locator("[data-agreed]")
    assert agreed.get_attribute("data-agreed-verdict") == "conditions"
    assert agreed.get_attribute("data-agreed-index") == "50"
    assert report_of(team).get_attribute("data-group-verdict") == before
    with team.expect_download() as saved:
        team.get_by_role("button", name="Save what was agreed").click()
    file = tmp_path / "agreed.json"
    saved.value.save_as(file)
    assert len(json.loads(file.read_text("utf-8"))["decisions"]) == len(questionnaire.items)
    counted = team.locator("[data-team] td").first.inner_text()
    team.evaluate("sessionStorage.clear()")
    team.reload()
    add(team, codes(questionnaire, demo_groups(questionnaire)["everybody told"]))
    team.locator("#team-files").set_input_files(file)
    team.get_by_text("What a meeting had agreed was read.").wait_for()
    assert team.locator("[data-agreed]").get_attribute("data-agreed-index") == "50"
    assert team.locator("[data-team] td").first.inner_text() == counted


def test_a_meeting_that_shows_at_once_is_noticed(
    page: Page, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """Canary: a page that shows how people answered before anybody asks."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "views/team/meeting.js",
        "    this.isShown = false;\n    this.said",
        "    this.isShown = true;\n    this.said",
    )
    with serve(site) as url:
        start(with_group(page, url, questionnaire))
        assert page.locator(".rd-meeting [data-figure]").count() > 0
