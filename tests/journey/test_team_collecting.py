"""What a facilitator brings is counted once, named where it is not taken, and kept in the tab."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from journey.facilitator import add, codes, hush, show
from journey.groups import asked
from journey.test_figures import saved_response
from readiness.engine.response_code import Contribution, encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Page

    from journey.respondent import Answers
    from readiness.questionnaire import Questionnaire

COUNTS = "[data-team] td"
NAMED = """() => Object.fromEntries([...document.querySelectorAll("[data-named]")].map((row) =>
  [row.dataset.named, row.querySelector("td").textContent]))"""
DROP = """([section, files]) => {
  const dropped = new DataTransfer();
  for (const [name, text] of files) dropped.items.add(new File([text], name));
  document.querySelector(section).dispatchEvent(
    new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }),
  );
}"""
FINGERPRINT = "0000000000000000"


@pytest.fixture
def team(page: Page, site_url: str) -> Page:
    """Return the team page, open."""
    page.goto(f"{site_url}team/")
    page.locator("#team-text").wait_for()
    return page


@pytest.fixture(scope="module")
def people(questionnaire: Questionnaire) -> list[str]:
    """Return saved responses of twelve front-line people, each with an id of their own."""
    return [response(questionnaire, f"P{number:012d}", 1 + number % 4) for number in range(12)]


def response(form: Questionnaire, respondent: str | None, level: int, **others: object) -> str:
    """Write a response file by hand."""
    answers: Answers = dict.fromkeys(asked(form, "frontline"), level)
    content = json.loads(saved_response("frontline", answers))
    return json.dumps({**content, "respondent": respondent, **others})


def write(folder: Path, texts: Sequence[str]) -> list[Path]:
    """Write files to be chosen."""
    files = [folder / f"person {number}.json" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def choose(page: Page, files: Sequence[Path]) -> None:
    """Choose files and wait until they are read."""
    hush(page)
    page.locator("#team-files").set_input_files(files)
    page.locator("[data-said]", has_text="added to").wait_for()


def counts(page: Page) -> list[int]:
    """Return how many count, do not count, were not taken, and lines without a code."""
    return [int(text) for text in page.locator(COUNTS).all_inner_texts()[:4]]


def said(page: Page) -> str:
    """Return what the page said last."""
    return page.locator("[data-said]").inner_text()


def drawn(page: Page) -> str:
    """Return the report as markup."""
    return str(show(page).evaluate("report => report.outerHTML"))


def test_files_folders_and_drops_are_read(team: Page, people: list[str], tmp_path: Path) -> None:
    """Some by choice, some as a folder with folders in it, some dropped."""
    folder = tmp_path / "folder"
    (folder / "deeper").mkdir(parents=True)
    write(folder, people[5:7])
    write(folder / "deeper", people[7:9])
    choose(team, write(tmp_path, people[:5]))
    assert counts(team) == [5, 0, 0, 0]
    team.locator("#team-folder").set_input_files(folder)
    team.locator("[data-said]", has_text="4 read: all count").wait_for()
    assert counts(team) == [9, 0, 0, 0]
    files = [[f"{number}.json", text] for number, text in enumerate(people[9:])]
    team.evaluate(DROP, ["[data-section=collect]", files])
    team.locator("[data-said]", has_text="3 read: all count").wait_for()
    assert counts(team) == [12, 0, 0, 0]
    assert team.locator("[data-breakdown=everyone]").inner_text().strip() == "Everyone (12)"
    assert team.locator("[data-group-verdict]").count() == 0
    assert show(team).get_attribute("data-respondents") == "12"


def test_every_file_that_is_not_taken_is_named(
    team: Page, questionnaire: Questionnaire, people: list[str], tmp_path: Path
) -> None:
    """One bad file stops nothing; what counts once is counted once, and the page says so."""
    (tmp_path / "good").mkdir()
    bad = {
        "cut.json": people[0][:-20],
        "notes.txt": "Minutes of the meeting",
        "strange.json": '{"format": "something else"}',
        "level nine.json": response(questionnaire, "Q", 9),
        "other.json": people[0].replace("customer-focus-before-lean", "another"),
    }
    kept = {
        "again.json": people[0],
        "changed mind.json": response(questionnaire, "P000000000000", 4),
        "old edition.json": response(
            questionnaire,
            "R000000000000",
            3,
            questionnaire={
                "id": questionnaire.id,
                "edition": "2019.1",
                "fingerprint": FINGERPRINT,
            },
        ),
        "half.json": json.dumps(
            {**json.loads(people[1]), "respondent": "H", "answers": {"team-goals": 2}}
        ),
    }
    files = write(tmp_path / "good", people)
    for name, text in {**bad, **kept}.items():
        files.append(tmp_path / name)
        files[-1].write_text(text, encoding="utf-8")
    files.append(tmp_path / "picture.json")
    files[-1].write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe")
    choose(team, files)
    named = team.evaluate(NAMED)
    assert counts(team) == [12, 4, 6, 0]
    sentence = said(team)
    assert sentence.startswith("16 read: 12 count, ")
    assert "1 has too few answers" in sentence
    assert "1 belongs to another edition" in sentence
    assert "6 were not taken and named below" in sentence
    assert set(named) >= {*bad, "picture.json", "old edition.json", "half.json"}
    assert "ends too early" in named["cut.json"]
    assert "another questionnaire" in named["other.json"]
    assert "never averaged" in named["old edition.json"]
    assert "Too few questions" in named["half.json"]


def test_what_was_added_says_what_of_it_counts(
    team: Page, people: list[str], tmp_path: Path
) -> None:
    """Nine read, one of them the same answers again: eight count."""
    choose(team, write(tmp_path, [*people[:8], people[3]]))
    words = "9 read: 8 count, 1 is the same answers again; added to \u201cAll answers\u201d."
    assert said(team) == words
    assert counts(team) == [8, 1, 0, 0]


def test_codes_are_found_in_a_chat(
    team: Page, questionnaire: Questionnaire, people: list[str]
) -> None:
    """A damaged one is named, a repeated one counts once."""
    answers = dict.fromkeys(asked(questionnaire, "leader"), 3)
    own = [
        encode(
            questionnaire,
            Contribution(role="leader", answers=answers, respondent=f"{number}7777777777"),
        )
        for number in range(10, 16)
    ]
    slip = own[0][:-1] + ("0" if own[0][-1] != "0" else "1")
    chat = ["[10:01] Anna: good morning", *(f"[10:02] {n}: {c}" for n, c in enumerate(own))]
    add(team, "\n".join([*chat, f"> {own[2].lower()}", f"and {slip}", "bye"]))
    assert counts(team)[:3] == [6, 1, 1]
    add(team, json.dumps(json.loads(people[0])))
    assert counts(team)[0] == 7


def test_the_order_of_files_changes_nothing(
    page: Page, site_url: str, people: list[str], tmp_path: Path
) -> None:
    """Forwards, backwards, and in two goes: the report is the same to the letter."""
    files = write(tmp_path, people)
    reports: list[Any] = []
    for goes in ([files], [files[::-1]], [files[6:], files[:6]]):
        page.goto("about:blank")
        page.goto(f"{site_url}team/")
        page.evaluate("sessionStorage.clear()")
        page.reload()
        for go in goes:
            choose(page, go)
        reports.append(drawn(page))
    assert reports[0] == reports[1] == reports[2]


def test_a_reload_keeps_and_another_tab_knows_nothing(
    team: Page, site_url: str, people: list[str], tmp_path: Path
) -> None:
    """What others answered is in this tab only; the report that was shown stays shown."""
    choose(team, write(tmp_path, people))
    before = drawn(team)
    team.reload()
    report = team.locator("[data-group-verdict]")
    assert report.evaluate("report => report.outerHTML") == before
    other = team.context.new_page()
    other.goto(f"{site_url}team/")
    other.locator("#team-text").wait_for()
    assert other.locator("[data-group-verdict]").count() == 0
    assert "P0000" not in other.evaluate("JSON.stringify({ ...localStorage })")


def test_reading_can_be_stopped(team: Page, people: list[str]) -> None:
    """Then nothing of it is added, and the page is as it was."""
    add(team, "\n".join(people[:1]))
    many = [[f"{number}.json", people[number % 12]] for number in range(4000)]
    team.evaluate(DROP, ["[data-section=collect]", many])
    team.get_by_role("button", name="Cancel").click()
    team.get_by_text("Cancelled. Nothing of it was added.").wait_for()
    assert counts(team) == [1, 0, 0, 0]


def test_teams_stand_beside_each_other_and_are_never_added_up(
    team: Page, questionnaire: Questionnaire
) -> None:
    """One heat map of what was shown, one report at a time."""
    for number, (name, level) in enumerate({"North": 2, "South": 4}.items()):
        group = {"frontline": [dict.fromkeys(asked(questionnaire, "frontline"), level)] * 6}
        add(team, codes(questionnaire, group, 100 * number), name)
        assert team.locator("[data-teams]").count() == 0
        show(team)
    heads = team.locator("[data-teams] thead th").all_inner_texts()
    assert heads[1:] == ["North", "South"]
    report = team.locator("[data-group-verdict]")
    assert report.locator("h2").first.inner_text() == "South"
    team.get_by_label("Report of").select_option("North")
    assert report.locator("h2").first.inner_text() == "North"
    assert report.count() == 1
    respondents = team.locator("[data-teams] [data-figure=respondents]").all_inner_texts()
    assert respondents == ["6", "6"]
    assert "12" not in team.locator("[data-teams]").inner_text()


def test_what_says_nothing_hides_nothing(team: Page) -> None:
    """At the lower edge of the window an empty notice covers nothing; one with words is seen."""
    band = team.locator(".rd-said")
    at_edge = """said => {
      const edge = said.getBoundingClientRect(), style = getComputedStyle(said);
      const hit = document.elementFromPoint(edge.left + 5, Math.min(edge.bottom, innerHeight) - 5);
      return [said.contains(hit), style.backgroundColor]; }"""
    assert band.evaluate(at_edge) == [False, "rgba(0, 0, 0, 0)"]
    add(team, "nothing of ours")
    covers, colour = band.evaluate(at_edge)
    assert covers
    assert colour != "rgba(0, 0, 0, 0)"
