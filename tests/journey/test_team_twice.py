"""Who is here twice: named, decided by the facilitator, never counted in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.serving import serve

from journey.facilitator import add, codes, show
from journey.groups import asked, mixed
from journey.test_team_breakdown import stored_record
from journey.test_team_collecting import choose, counts, response, said, team, write
from journey.variants import copy, with_module
from readiness.engine.response_code import Contribution, encode

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

__all__ = ["team"]


def code(form: Questionnaire, respondent: str, revision: int, level: int) -> str:
    """Return a front-line person's code."""
    answers = dict.fromkeys(asked(form, "frontline"), level)
    one = Contribution(role="frontline", answers=answers, respondent=respondent, revision=revision)
    return encode(form, one)


def replaced(page: Page, form: Questionnaire) -> tuple[str, str]:
    """Bring eight people, and then a code with a colleague's id and a higher revision."""
    people = [code(form, f"{n}777777777777", 1, 2) for n in range(8)]
    add(page, "\n".join(people))
    add(page, code(form, "3777777777777", 2, 5))
    row = page.locator("[data-section=came] tr", has=page.locator("[data-action=count-instead]"))
    return str(row.get_attribute("data-named")), row.inner_text()


def test_whoever_is_replaced_is_named_and_can_be_kept(
    team: Page, questionnaire: Questionnaire
) -> None:
    """Anybody can write such a code: the page says so, and who counts is up to the facilitator."""
    old, words = replaced(team, questionnaire)
    new = "Pasted text 2, code 1 (line 1)"
    assert "1 answer of the same people from before counts no longer: see below" in said(team)
    assert "Anybody can write a code" in team.locator("[data-section=collect]").inner_text()
    assert f"{new} replaced {old}: newer answers of the same person." in words
    team.get_by_role("button", name=f"Count {old} instead").click()
    assert said(team) == f"{old} counts now."
    row = team.locator(f"[data-named='{new}']")
    assert f"you chose that {old} is counted" in row.inner_text()
    team.reload()
    assert f"you chose that {old} is counted" in row.inner_text()
    show(team)
    assert top_level(team, questionnaire) == 0
    assert counts(team)[:2] == [8, 1]


def test_the_choice_can_be_undone_and_changed(team: Page, questionnaire: Questionnaire) -> None:
    """Back to the newer one by undo, or by the button of the other."""
    old, _ = replaced(team, questionnaire)
    new = "Pasted text 2, code 1 (line 1)"
    team.get_by_role("button", name=f"Count {old} instead").click()
    team.locator("[data-action=undo]").click()
    assert team.locator(f"[data-named='{old}']").count() == 1
    team.get_by_role("button", name=f"Count {old} instead").click()
    team.get_by_role("button", name=f"Count {new} instead").click()
    assert team.locator(f"[data-named='{old}']").count() == 1
    assert team.locator(f"[data-named='{new}']").count() == 0


def top_level(page: Page, form: Questionnaire) -> int:
    """Return how many chose the highest level or are told as a half, of the first question."""
    record = stored_record(page)
    assert record is not None
    first = next(item for item in form.items if item.id in asked(form, "frontline"))
    block = record["items"][first.id]["blocks"]["everyone"]
    return int(block["parts"][1])


def test_sheets_that_say_the_same_are_asked_about(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """No report before it is said; one left out is not counted, one kept is."""
    people = [response(questionnaire, None, level) for level in (1, 2, 3, 4, 5, 3, 3)]
    choose(team, write(tmp_path, people))
    assert "7 read: all count" in said(team)
    assert "2 may be here twice" in said(team)
    repeats = team.locator("[data-repeat]")
    assert repeats.count() == 2
    assert "person 5.json again? It says the same as person 2.json" in repeats.first.inner_text()
    team.locator("[data-breakdown=everyone] input").check()
    team.locator("[data-action=show-report]").click()
    assert "Say first what is here twice" in said(team)
    assert team.locator("[data-group-verdict]").count() == 0
    assert team.evaluate("document.activeElement.dataset.action") == "keep-both"
    team.keyboard.press("Enter")
    assert repeats.count() == 1
    team.get_by_role("button", name="Leave one out: person 6.json").press("Enter")
    assert repeats.count() == 0
    assert counts(team)[0] == 6
    team.reload()
    assert repeats.count() == 0
    assert show(team).get_attribute("data-respondents") == "6"


def test_all_repeats_can_be_kept_at_once(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """And asked about again after an undo."""
    choose(team, write(tmp_path, [response(questionnaire, None, 3) for _ in range(7)]))
    assert team.locator("[data-repeats]").get_attribute("data-repeats") == "6"
    team.get_by_role("button", name="Keep all of them").click()
    assert team.locator("[data-repeats]").count() == 0
    team.locator("[data-action=undo]").click()
    assert team.locator("[data-repeats]").get_attribute("data-repeats") == "6"
    team.get_by_role("button", name="Keep all of them").click()
    assert show(team).get_attribute("data-respondents") == "7"


def test_files_of_one_name_stay_apart(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Each gets a name of its own, so that one can be removed without the other."""
    files = []
    for number in range(5):
        (tmp_path / str(number)).mkdir()
        files.append(tmp_path / str(number) / "readiness.json")
        files[-1].write_text(response(questionnaire, f"P{number:012d}", 3), "utf-8")
    for file in files:
        choose(team, [file])
    team.locator("[data-people] > summary").click()
    team.locator("[data-person]").first.wait_for()
    names = [str(row.get_attribute("data-person")) for row in team.locator("[data-person]").all()]
    assert names == ["readiness.json", *(f"readiness.json ({number})" for number in range(2, 6))]
    team.get_by_role("button", name="Remove readiness.json (3)").click()
    assert counts(team)[0] == 4


def test_teams_with_the_same_people_are_not_both_shown(
    team: Page, questionnaire: Questionnaire
) -> None:
    """Named with the remedy; once they are taken out the second one is shown."""
    add(team, codes(questionnaire, mixed(questionnaire, {"leader": 8})), "North")
    show(team)
    add(team, codes(questionnaire, mixed(questionnaire, {"leader": 8}), 6), "South")
    shared = team.locator("[data-shared]")
    assert shared.get_attribute("data-shared") == "North"
    words = shared.inner_text()
    assert "\u201cSouth\u201d has people who are in \u201cNorth\u201d too" in words
    assert "Pasted text 2, code 1 (line 1), Pasted text 2, code 2 (line 2)." in words
    assert not team.locator("[data-action=show-report]").is_visible()
    team.get_by_role("button", name="Take these 2 out here").click()
    assert shared.count() == 0
    assert show(team).get_attribute("data-respondents") == "6"
    assert team.locator("[data-teams] thead th").all_inner_texts()[1:] == ["North", "South"]


def test_a_later_round_is_told_beside_the_earlier_one(
    team: Page, questionnaire: Questionnaire
) -> None:
    """The breakdown is that of the first round, what hardly moved stays, the first is closed."""
    group = mixed(questionnaire, {"leader": 8, "frontline": 8})
    add(team, codes(questionnaire, group), "Spring")
    show(team, "leader,frontline")
    first = stored_record(team)
    assert first is not None
    changed = {**group, "leader": [{**group["leader"][0], "lean-motive": 1}, *group["leader"][1:]]}
    add(team, codes(questionnaire, changed), "Autumn")
    team.locator("[data-action=later-round]").click()
    assert team.locator("[data-breakdown]").count() == 0
    assert team.locator("[data-locked]").get_attribute("data-locked") == "leader,frontline"
    report = show(team)
    assert "Autumn" in report.locator("h2").first.inner_text()
    assert since(team, questionnaire) >= {first["day"]}
    team.get_by_label("Report of").select_option("Spring")
    assert "stays as" in team.locator("[data-section=breakdown]").inner_text()
    assert not team.locator("[data-action=show-report]").is_visible()
    add(team, codes(questionnaire, mixed(questionnaire, {"leader": 8}), 100), "Spring")
    assert not team.locator("[data-action=show-report]").is_visible()


def since(page: Page, form: Questionnaire) -> set[str | None]:
    """Return the days since which the tables of the team shown last are unchanged."""
    days: list[str | None] = page.evaluate(
        """() => Object.values(sessionStorage).map((text) => JSON.parse(text).content)
          .flatMap((content) => content.filter(([, team]) => team.roundOf))
          .flatMap(([, { shown }]) => Object.values(shown.record.items).map((one) => one.since))"""
    )
    assert len(days) == len(form.items)
    return set(days)


def test_canary_teams_that_are_not_looked_through(
    page: Page, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """A page that compares no ids shows both reports."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "team/shared_people.js",
        "if (respondent === null) return false;",
        "if (respondent !== null) return false;",
    )
    with serve(site) as url:
        page.goto(f"{url}team/")
        for name in ("North", "South"):
            add(page, codes(questionnaire, mixed(questionnaire, {"leader": 8})), name)
            show(page)
        assert page.locator("[data-teams]").count() == 1
