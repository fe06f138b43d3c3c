"""What is removed from the team page is gone: no store of the browser holds a trace of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.facilitator import add, hush, show
from journey.stores import traces
from journey.test_team_collecting import choose, counts, response, said, team, write
from journey.variants import copy, with_module
from readiness.engine.fingerprint import questionnaire_fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserType, Page

    from readiness.questionnaire import Questionnaire

__all__ = ["team"]
TEAM, REASON, SHEET, DOTS = "Zinc works", "Because Olga said so", "4444", "731"
FILE, ID = "person 3", "P000000000003"
PASTED = "not added yet"
SECRETS = (TEAM, REASON, SHEET, DOTS, FILE, ID, "readiness-group-record", "8151", PASTED)


def plant(page: Page, form: Questionnaire, folder: Path) -> None:
    """Bring people, show, agree with a reason, type sheets and dots, say how many were asked."""
    page.get_by_label("Team", exact=True).fill(TEAM)
    choose(page, write(folder, [response(form, f"P{n:012d}", 1 + n % 4) for n in range(8)]))
    page.locator("#team-asked").fill("8151")
    page.keyboard.press("Tab")
    show(page)
    page.locator("[data-action=start-meeting]").click()
    page.keyboard.press("4")
    page.locator("#meeting-reason").fill(REASON)
    page.keyboard.press("Escape")
    page.locator(".rd-meeting").wait_for(state="detached")
    for fold in ("sheets", "dots"):
        page.locator(f"[data-entry={fold}] > summary").click()
    page.locator("#sheet-keys").fill(SHEET)
    page.locator("#sheet-keys").press("Enter")
    page.locator("#sheet-keys").fill(SHEET)
    page.locator("[data-dots]").first.fill(DOTS)
    page.locator("#team-text").fill(PASTED)
    assert traces(page, SECRETS) == list(SECRETS)


def clear(page: Page) -> None:
    """Clear the page, saying yes."""
    hush(page)
    page.locator("[data-action=clear-team]").click()
    page.locator("[data-action=yes]").click()
    page.get_by_text("is gone from this tab").wait_for()


def test_a_cleared_page_holds_no_trace(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Not before it has asked; then not in any store, not in a field, not after a reload."""
    plant(team, questionnaire, tmp_path)
    team.locator("[data-action=clear-team]").click()
    assert team.locator(".rd-asked").inner_text().startswith("Remove everything on this page")
    assert "stays in that file" in team.locator(".rd-asked").inner_text()
    assert team.evaluate("document.activeElement.dataset.action") == "no"
    team.keyboard.press("Enter")
    assert traces(team, SECRETS) == list(SECRETS)
    assert team.evaluate("document.activeElement.dataset.action") == "clear-team"
    clear(team)
    assert traces(team, SECRETS) == []
    team.reload()
    team.locator("#team-text").wait_for()
    assert traces(team, SECRETS) == []
    choose(team, write(tmp_path, [response(questionnaire, f"N{n:012d}", 2) for n in range(8)]))
    report = show(team)
    assert team.locator("[data-agreed-item]").count() == 0
    assert REASON not in report.inner_html()


def test_a_text_that_was_not_added_is_gone_too(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """What still stands in the field when the page is cleared."""
    choose(team, write(tmp_path, [response(questionnaire, "P000000000001", 2)]))
    team.locator("#team-text").fill(f"from Olga: {REASON}")
    clear(team)
    assert traces(team, [REASON]) == []


def test_back_does_not_bring_it_back(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site_url: str,
    questionnaire: Questionnaire,
    tmp_path: Path,
) -> None:
    """A browser keeps the pages that were left as they were; one with what is gone is read anew."""
    held = {"ignore_default_args": ["--disable-back-forward-cache"]}
    browser = browser_type.launch(**{**browser_type_launch_args, **held})
    page = browser.new_page()
    page.goto(f"{site_url}team/")
    page.locator("#team-text").wait_for()
    choose(page, write(tmp_path, [response(questionnaire, f"P{n:012d}", 3) for n in range(8)]))
    page.evaluate("document.body.dataset.old = true")
    page.goto(f"{site_url}answers/")
    page.evaluate("history.back()")
    page.locator("body[data-old] #team-text").wait_for()
    assert counts(page)[0] == 8
    page.goto(f"{site_url}answers/")
    page.goto(f"{site_url}team/")
    clear(page)
    page.evaluate("document.body.dataset.cleared = true; history.go(-2)")
    page.locator("body:not([data-old]):not([data-cleared]) #team-text").wait_for()
    assert traces(page, [ID, FILE]) == []
    browser.close()


def test_an_agreement_from_a_file_can_be_undone(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """It stands in place of what was agreed here, which is said, and comes back on request."""
    plant(team, questionnaire, tmp_path)
    item = questionnaire.items[0].id
    origin = {"id": questionnaire.id, "fingerprint": questionnaire_fingerprint(questionnaire)}
    head = {"format": "readiness-agreement", "version": 1, "questionnaire": origin}
    decisions = [{"item": item, "level": 2, "reason": "from the file"}]
    file = tmp_path / "agreed.json"
    file.write_text(json.dumps({**head, "decisions": decisions}), "utf-8")
    choose(team, [file])
    assert "in place of what was agreed here" in said(team)
    assert traces(team, [REASON, "from the file"]) == ["from the file"]
    team.locator("[data-action=undo]").click()
    assert traces(team, [REASON, "from the file"]) == [REASON]


def test_a_removed_team_takes_everything_with_it(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Another team of the page keeps its own people, agreement, record and number asked."""
    plant(team, questionnaire, tmp_path)
    team.locator("#sheet-keys").fill("")
    team.get_by_role("button", name="Remove row 1").click()
    team.locator("[data-dots]").first.fill("")
    other = [response(questionnaire, f"Q{number:012d}", 2) for number in range(5)]
    add(team, other[0], "Tin works")
    for text in other[1:]:
        add(team, text)
    team.locator("#team-asked").fill("4242")
    show(team)
    team.locator("[data-action=start-meeting]").click()
    team.keyboard.press("2")
    team.locator("#meeting-reason").fill("Tin reason")
    team.keyboard.press("Escape")
    team.locator(".rd-meeting").wait_for(state="detached")
    team.locator("[data-team='Zinc works'] [data-action=remove-team]").click()
    team.locator("[data-action=yes]").click()
    gone = [TEAM, REASON, FILE, ID, "8151"]
    assert TEAM in said(team)
    hush(team)
    assert traces(team, gone) == []
    stays = ["Tin works", "Tin reason", "4242", "Q000000000003", "readiness-group-record"]
    assert traces(team, stays) == stays
    team.reload()
    team.locator("[data-group-verdict]").wait_for()
    assert traces(team, [*gone, *stays]) == stays


def test_one_person_can_be_removed_and_put_back(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """By name, with an undo; without it nothing of the person is left but in the record's sums."""
    choose(team, write(tmp_path, [response(questionnaire, f"P{n:012d}", 3) for n in range(8)]))
    team.locator("[data-people] > summary").click()
    team.locator("[data-person]").first.wait_for()
    assert team.locator("[data-person]").count() == 8
    remove(team, "person 3.json")
    assert counts(team)[0] == 7
    assert traces(team, [ID]) == []
    team.locator("[data-action=undo]").click()
    assert counts(team)[0] == 8
    assert traces(team, [ID]) == [ID]
    remove(team, "person 3.json")
    team.reload()
    team.locator("#team-text").wait_for()
    assert counts(team)[0] == 7
    assert traces(team, [ID, "person 3.json"]) == []


def remove(page: Page, name: str) -> None:
    """Remove one person."""
    page.locator(f"[data-person='{name}'] button").click()
    assert said(page) == f"{name} is removed."


def test_a_long_list_is_searched(team: Page, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Fifty are drawn; a part of the name finds any other."""
    people = [response(questionnaire, f"P{n:012d}", 3) for n in range(70)]
    choose(team, write(tmp_path, people))
    team.locator("[data-people] > summary").click()
    team.locator("[data-person]").first.wait_for()
    assert team.locator("[data-person]").count() == 50
    team.get_by_label("Find by name").fill("person 69")
    assert team.locator("[data-person]").count() == 1
    remove(team, "person 69.json")
    assert counts(team)[0] == 69


FAULTS = {
    "the agreement stays": ("views/team/came.js", "  decisions.clear();\n", "", REASON),
    "a sheet stays": ("views/team/came.js", "for (const empty of clearing) empty();", "", SHEET),
    "a pasted text stays": (
        "views/team/collect.js",
        '  clearing.push(() => {\n    text.value = "";\n  });\n',
        "",
        PASTED,
    ),
    "a record is laid aside": (
        "views/team/came.js",
        "  decisions.clear();\n",
        "  decisions.clear();\n  localStorage.setItem('aside', 'readiness-group-record');\n",
        "readiness-group-record",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_trace_is_noticed(
    fault: str,
    page: Page,
    built_site: Path,
    tmp_path: Path,
    questionnaire: Questionnaire,
) -> None:
    """Canary: a page that forgets to forget."""
    module, old, new, word = FAULTS[fault]
    site = with_module(copy(built_site, tmp_path / "site"), module, old, new)
    with serve(site) as url:
        page.goto(f"{url}team/")
        plant(page, questionnaire, tmp_path)
        clear(page)
        left = traces(page, SECRETS)
        page.reload()
        page.locator("#team-text").wait_for()
        assert word in [*left, *traces(page, SECRETS)]
