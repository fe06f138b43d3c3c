"""Rounds: finished, begun again, and set beside each other honestly. Figures worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tools.serving import serve

from journey.editions import put
from journey.respondent import Respondent
from journey.stored import entries, stored_answers
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from journey.respondent import Answers
    from readiness.questionnaire import Questionnaire

TREND = """() => [...document.querySelectorAll("[data-trend] tbody tr")].map((row) => [
  row.dataset.of || "index",
  [...row.querySelectorAll("td")].slice(1).map((cell) => cell.innerText.trim()),
  row.querySelectorAll(".rd-spark line:not(.rd-spark-floor)").length,
  row.querySelector(".rd-spark").getAttribute("aria-label"),
])"""


def finish(page: Page, site: str, earlier: str = "hidden") -> None:
    """Finish a round on the page of answers."""
    page.goto(f"{site}answers/")
    page.locator(f"[name=earlier][value={earlier}]").check()
    page.locator("[data-finish]").click()
    expect(page.locator(".rd-rounds [role=status]")).to_contain_text("is finished and kept")
    expect(page.locator("[data-saved=yes]")).to_be_visible()


def trend(page: Page, site: str) -> dict[str, tuple[list[str], int, str]]:
    """Return the cells of each row, the lines of its picture, and the picture in words."""
    page.goto(f"{site}answers/")
    expect(page.locator("[data-trend]")).to_be_visible()
    return {name: (cells, lines, words) for name, cells, lines, words in page.evaluate(TREND)}


def test_two_rounds_stand_beside_now(
    respondent: Respondent, site_url: str, items: list[str], questionnaire: Questionnaire
) -> None:
    """All 2 is 25, all 3 is 50, all 4 is 75: on the index, every dimension and every theme."""
    for level in (2, 3):
        respondent.open().fill("leader", dict.fromkeys(items, level))
        finish(respondent.page, site_url)
    assert respondent.open().answers == {}
    alone = trend(respondent.page, site_url)
    assert alone["index"] == (["25", "50"], 1, "25, 50")
    respondent.open().fill("leader", dict.fromkeys(items, 4))
    rows = trend(respondent.page, site_url)
    dimensions = {dimension.id for dimension in questionnaire.dimensions}
    assert set(rows) == {"index", *dimensions, *(theme.id for theme in questionnaire.themes)}
    assert len(rows) == 14
    assert set(map(str, rows.values())) == {str((["25", "50", "75"], 2, "25, 50, 75"))}


def test_earlier_answers_are_shown_only_by_choice(
    respondent: Respondent, site_url: str, items: list[str], questionnaire: Questionnaire
) -> None:
    """In the words of the level that was chosen; the fields themselves are empty either way."""
    shown = respondent.page.locator(".rd-earlier:not([hidden])")
    for earlier, lines in (("hidden", 0), ("shown", len(items))):
        respondent.open().fill("leader", dict.fromkeys(items, 2))
        finish(respondent.page, site_url, earlier)
        assert respondent.open().answers == {}
        assert shown.count() == lines
    needs = next(item for item in questionnaire.items if item.id == "needs-identified")
    line = respondent.page.locator("#earlier-needs-identified")
    assert line.text_content() == f"Last time you chose: \u201c{needs.levels[1]}\u201d"
    group = respondent.page.locator("#item-needs-identified")
    assert group.get_attribute("aria-describedby") == "earlier-needs-identified"


def test_a_round_is_taken_up_again(respondent: Respondent, site_url: str, items: list[str]) -> None:
    """With its notes, and no round is left; only while nothing new is answered."""
    answers: Answers = {**dict.fromkeys(items, 4), "bad-news": "dk"}
    respondent.fill("leader", answers)
    note = respondent.page.locator("#note-team-goals")
    note.evaluate("field => { field.closest('details').open = true; }")
    respondent.page.evaluate("location.hash = '#step-knowing-my-part'")
    note.fill("Kept \u2014 with \u201codd\u201d signs \U0001f642")
    finish(respondent.page, site_url)
    assert set(stored_answers(respondent.page)) == set()
    respondent.page.locator("[data-take-up]").click()
    expect(respondent.page.locator("[data-saved=yes]")).to_be_visible()
    assert respondent.page.locator("[data-trend]").count() == 0
    assert respondent.page.locator("[data-take-up]").is_hidden()
    assert respondent.open().answers == answers
    assert note.input_value() == "Kept \u2014 with \u201codd\u201d signs \U0001f642"


def test_another_role_is_not_drawn_beside(
    respondent: Respondent, site_url: str, items: list[str]
) -> None:
    """Another role is asked other questions: the figures stand, no line joins them."""
    respondent.fill("leader", dict.fromkeys(items, 2))
    finish(respondent.page, site_url)
    respondent.open().fill("manager", dict.fromkeys(items, 4))
    rows = trend(respondent.page, site_url)
    assert rows["index"] == (["25", "75"], 0, "25, 75")
    assert "answered in another role" in respondent.page.locator(".rd-rounds").inner_text()


def test_a_round_of_another_edition_is_scored_again_beside_what_was_shown(
    page: Page, built_site: Path, next_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Bad news 1, all else 4. Then: (75 + 75 + 0) / 3 = 50. Now, without the reworded one: 75."""
    served = tmp_path / "served"
    put(built_site, served)
    with serve(served) as url:
        respondent = Respondent(page, f"{url}take/").open()
        respondent.fill("leader", {**dict.fromkeys(items, 4), "bad-news": 1})
        finish(page, url)
        put(next_site, served)
        rows = trend(page, url)
        text = page.locator(".rd-rounds").inner_text()
    assert rows["visible-commitment"] == (["75* then 50"], 0, "75")
    assert rows["why-lean"] == (["75"], 0, "75")
    assert rows["leadership"][0] == ["75* then 66"]
    assert "Not like for like" in text
    assert "Edition 2026.2" in text


def test_a_round_that_cannot_be_read_is_kept(
    respondent: Respondent, site_url: str, items: list[str]
) -> None:
    """Damaged text under the name of a round: said, not shown, not thrown away."""
    respondent.fill("leader", dict.fromkeys(items, 3))
    finish(respondent.page, site_url)
    respondent.page.evaluate(
        """async () => {
          const { name } = (await indexedDB.databases())[0];
          const opened = indexedDB.open(name);
          await new Promise((done) => { opened.onsuccess = done; });
          const database = opened.result;
          const change = database.transaction("records", "readwrite");
          change.objectStore("records").put(
            { version: 1, key: "round:2", value: "{\\"published\\": 7", revision: 900, tab: "1" },
          );
          await new Promise((done) => { change.oncomplete = done; });
          database.close();
        }"""
    )
    rows = trend(respondent.page, site_url)
    assert rows["index"] == (["50"], 0, "50")
    said = respondent.page.locator(".rd-rounds").inner_text()
    assert "One round could not be read" in said
    assert any(key.endswith("round:2") for key in entries(respondent.page))


def test_canary_a_trend_that_hides_what_has_changed_is_found_out(
    page: Page, built_site: Path, next_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """A build that takes every answer for the same question fails the same figures."""
    fault = ("engine/rounds.js", "new Set(fates.filter(countsToday)", "new Set(fates")
    first, then = (
        with_module(copy(site, tmp_path / name), *fault)
        for name, site in (("first", built_site), ("then", next_site))
    )
    served = tmp_path / "served"
    put(first, served)
    with serve(served) as url:
        respondent = Respondent(page, f"{url}take/").open()
        respondent.fill("leader", {**dict.fromkeys(items, 4), "bad-news": 1})
        finish(page, url)
        put(then, served)
        assert trend(page, url)["visible-commitment"][0] == ["75 then 50"]
