"""Who is told of together is chosen from head-counts alone, before any figure, and then stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.facilitator import add, codes, show
from journey.groups import alike, mixed
from journey.test_team_collecting import choose, people, response, said, team, write
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

__all__ = ["people", "team"]
FIGURES = "[data-section=report] [data-figure], [data-group-verdict], [data-figure]"


def stored_record(page: Page) -> dict[str, Any] | None:
    """Return the record of the one team that the tab keeps."""
    texts: list[str] = page.evaluate("Object.values(sessionStorage)")
    teams = [
        team
        for text in texts
        for _, team in (json.loads(text).get("content") or [])
        if isinstance(team, dict) and "people" in team
    ]
    assert len(teams) == 1
    shown = teams[0]["shown"]
    return None if shown is None else shown["record"]


def choices(page: Page) -> dict[str, str]:
    """Return the breakdowns that are offered, with their words."""
    found: dict[str, str] = page.locator("[data-breakdown]").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.dataset.breakdown,"
        " [...one.querySelectorAll('.rd-block')].map((b) => b.textContent).join(' | ')]))"
    )
    return found


def test_the_choice_comes_before_every_figure(team: Page, questionnaire: Questionnaire) -> None:
    """Three leaders, four managers, seven at the front line: everyone, or two blocks of seven."""
    assert team.locator("[data-section=breakdown]").is_hidden()
    add(
        team,
        codes(questionnaire, mixed(questionnaire, {"leader": 3, "manager": 4, "frontline": 7})),
    )
    assert choices(team) == {
        "everyone": "Everyone (14)",
        "leader+manager,frontline": "Leader + Manager (7) | Front line (7)",
    }
    assert team.locator(FIGURES).count() == 0
    assert stored_record(team) is None
    team.locator("[data-action=show-report]").click()
    assert "Choose first" in said(team)
    assert team.locator(FIGURES).count() == 0
    report = show(team, "leader+manager,frontline")
    assert report.get_attribute("data-respondents") == "14"
    title = report.locator("h2").first
    below_head = title.evaluate(
        "title => title.getBoundingClientRect().top"
        " - document.querySelector('header').getBoundingClientRect().bottom"
    )
    assert 0 < below_head < 100, "the report that was asked for fills the window"
    record = stored_record(team)
    assert record is not None
    assert record["breakdown"] == {"leader+manager": 7, "frontline": 7}
    assert len(record["items"]) == len(questionnaire.items)
    assert team.locator("[data-breakdown]").count() == 0
    locked = team.locator("[data-locked]")
    assert locked.get_attribute("data-locked") == "leader+manager,frontline"
    assert "This stays for this team and round." in locked.inner_text()
    team.reload()
    assert team.locator("[data-breakdown]").count() == 0
    assert team.locator("[data-group-verdict]").count() == 1


def test_four_people_are_too_few_and_five_are_enough(
    team: Page, questionnaire: Questionnaire
) -> None:
    """The page says how many are needed, and shows nothing."""
    add(team, codes(questionnaire, alike(questionnaire, {"leader": (4, 3)})))
    assert team.locator("[data-too-few]").get_attribute("data-too-few") == "4"
    assert "at least 5" in team.locator("[data-too-few]").inner_text()
    assert not team.locator("[data-action=show-report]").is_visible()
    add(team, codes(questionnaire, alike(questionnaire, {"leader": (1, 2)}), 50))
    assert team.locator("[data-too-few]").count() == 0
    assert show(team).get_attribute("data-respondents") == "5"


@pytest.mark.parametrize(
    ("asked", "state", "words"),
    [
        ("20", "enough", "12 of 20 answered."),
        ("24", "enough", "12 of 24 answered."),
        ("25", "few", "fewer than half"),
        ("12", "enough", "12 of 12 answered."),
        ("11", "too-many", "12 people answered, 11 were asked"),
    ],
)
def test_how_many_were_asked(  # noqa: PLR0913, PLR0917  # fixtures
    asked: str, state: str, words: str, team: Page, people: list[str], tmp_path: Path
) -> None:
    """Half, less than half, all, more than all; it is kept, and a wrong number is refused."""
    choose(team, write(tmp_path, people))
    team.get_by_label("How many were asked?").fill("twenty")
    team.keyboard.press("Tab")
    assert "whole number" in said(team)
    team.get_by_label("How many were asked?").fill(asked)
    team.keyboard.press("Tab")
    answered = team.locator("[data-answered]")
    assert answered.get_attribute("data-answered") == state
    assert words in answered.inner_text()
    team.reload()
    assert answered.get_attribute("data-answered") == state


def test_a_click_right_after_typing_is_not_lost(
    team: Page, people: list[str], tmp_path: Path
) -> None:
    """The field is left by the very click that shows the report."""
    choose(team, write(tmp_path, people))
    team.locator("#team-asked").fill("20")
    team.locator("#team-title").fill("Paint shop")
    team.locator("#team-asked").fill("21")
    team.locator("[data-action=show-report]").click()
    team.locator("[data-group-verdict]").wait_for()
    assert "Paint shop" in team.locator("[data-group-verdict]").inner_text()
    assert "12 of 21" in team.locator("[data-group-verdict]").inner_text()


def test_newcomers_are_told_beside_what_readers_have(
    team: Page, people: list[str], questionnaire: Questionnaire
) -> None:
    """The report stays until it is shown anew; four newcomers move no table, a fifth does."""
    add(team, "\n".join(people[:1]))
    for text in people[1:8]:
        add(team, text)
    show(team)
    first = stored_record(team)
    assert first is not None
    more = [response(questionnaire, f"N{number:012d}", 1 + number) for number in range(5)]
    for text in more[:4]:
        add(team, text)
    assert "People came or went" in team.locator("[data-changed]").inner_text()
    assert team.locator("[data-group-verdict]").get_attribute("data-respondents") == "8"
    show(team)
    second = stored_record(team)
    assert second is not None
    told = [item for item in second["items"].values() if item["cells"]]
    assert len(told) >= 25
    assert {item["since"] for item in told} == {first["day"]}
    assert [item["cells"] for item in second["items"].values()] == [
        item["cells"] for item in first["items"].values()
    ]
    add(team, more[4])
    show(team)
    third = stored_record(team)
    assert third is not None
    told = [item for item in third["items"].values() if item["cells"]]
    assert {item["since"] for item in told} == {None}
    assert {sum(cell["raters"] for cell in blocks(item)) for item in told} == {13}


def test_a_report_stays_when_too_few_are_left(
    team: Page, people: list[str], tmp_path: Path
) -> None:
    """Four of five are too few to tell of anew; what readers have is not overwritten."""
    choose(team, write(tmp_path, people[:5]))
    show(team)
    before = stored_record(team)
    team.locator("[data-people] > summary").click()
    team.get_by_role("button", name="Remove person 0.json").click()
    team.locator("[data-action=show-report]").click()
    assert "needs at least 5" in said(team)
    assert stored_record(team) == before
    team.reload()
    assert team.locator("[data-group-verdict]").get_attribute("data-respondents") == "5"


def blocks(item: dict[str, Any]) -> list[dict[str, int]]:
    """Return the blocks of an item that are told."""
    return [block for block in item["blocks"].values() if block is not None]


def test_canary_newcomers_in_the_open(
    page: Page, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """A page that forgets what readers have tells of a newcomer at once."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "team/collection.js",
        "const tables = tell(questionnaire, frequencies, blocks, earlier);",
        "const tables = tell(questionnaire, frequencies, blocks, null);",
    )
    with serve(site) as url:
        page.goto(f"{url}team/")
        add(page, codes(questionnaire, mixed(questionnaire, {"leader": 8})))
        show(page)
        add(page, codes(questionnaire, mixed(questionnaire, {"leader": 1}), 60))
        show(page)
        record = stored_record(page)
    assert record is not None
    assert {item["since"] for item in record["items"].values()} == {None}


def test_the_record_goes_on_another_day(
    team: Page, people: list[str], tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """Saved as a file and brought back, it shows the report, and the next is told beside it."""
    choose(team, write(tmp_path, people[:8]))
    show(team)
    with team.expect_download() as saved:
        team.locator("[data-action=save-record]").click()
    record = tmp_path / "record.json"
    saved.value.save_as(record)
    team.evaluate("sessionStorage.clear()")
    team.reload()
    choose(team, [record])
    assert "was read. The next report is told beside it." in said(team)
    assert team.locator("[data-group-verdict]").get_attribute("data-respondents") == "8"
    assert team.locator("[data-breakdown]").count() == 0
    choose(team, write(tmp_path, [*people[:8], response(questionnaire, "N000000000000", 5)]))
    show(team)
    again = stored_record(team)
    assert again is not None
    assert {item["since"] for item in again["items"].values() if item["cells"]} == {
        json.loads(record.read_text("utf-8"))["day"]
    }
    choose(team, [record])
    assert "was shown here already" in team.locator("[data-section=came]").inner_text()


def test_a_record_of_an_earlier_release_is_named(
    team: Page, people: list[str], tmp_path: Path
) -> None:
    """Nothing is lost: the answers are added, the file is named with a sentence."""
    old = tmp_path / "old record.json"
    old.write_text(
        json.dumps({"format": "readiness-group-record", "version": 1, "shown": [], "people": []})
    )
    choose(team, [*write(tmp_path, people), old])
    assert "12 read: all count" in said(team)
    named = team.locator("[data-named='old record.json']").inner_text()
    assert "another version" in named
    assert show(team).get_attribute("data-respondents") == "12"
