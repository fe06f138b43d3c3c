"""Parts of the report without the page around them: hostile texts, teams, rounds, the saved file.

No policy protects the page here, so that a hole would not be hidden by it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from engines.reports import script

from journey.facilitator import SYMBOLS, codes, scored
from journey.groups import alike, demo_groups
from journey.hostile import PAYLOADS
from journey.report_reading import interval
from journey.test_hostile_journey import LIVE
from readiness.site.payload import payload

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from readiness.questionnaire import Questionnaire

Json = dict[str, Any]

DRAW = """([payload, report, teams]) => {
  const place = document.createElement("div");
  place.dataset.readiness = "team";
  place.append(drawn.drawTeams(payload, teams), drawn.draw(payload, report));
  for (const one of place.querySelectorAll("details")) one.open = true;
  document.body.replaceChildren(place);
}"""
SAVE = "title => drawn.printable([document.body.firstChild], title, 'p { color: red } </style>')"


class Drawn:
    """A page without a policy on which parts of reports are drawn, and what ran on it."""

    def __init__(self, browser: Browser, folder: Path, *edits: tuple[str, str, str]) -> None:
        """Load the modules into an empty page."""
        self.page = browser.new_context().new_page()
        self.ran: list[str] = []
        self.page.expose_binding("__xss", lambda _, number: self.ran.append(str(number)))
        self.page.on("dialog", lambda dialog: dialog.dismiss())
        self.page.set_content("<!doctype html><html lang=en><body>")
        self.page.evaluate(f"globalThis.drawn = {script(folder, *edits)}; 0")


@pytest.fixture(scope="module")
def report(questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Json:
    """Return a report in which nearly everything is told."""
    group = demo_groups(questionnaire)["everybody told"]
    return scored(codes(questionnaire, group), tmp_path_factory.mktemp("report"), "roles")


def hostile(content: Json, number: int) -> tuple[Json, list[str]]:
    """Put payloads, from a number on, into every short text of a questionnaire."""
    told: Json = json.loads(json.dumps(content))
    used: list[str] = []

    def text() -> str:
        used.append(f"{PAYLOADS[(number + len(used)) % len(PAYLOADS)]} n{len(used)}n")
        return used[-1]

    told["title"] = text()
    for role in told["roles"]:
        role["label"] = text()
    for band in told["bands"]:
        band["label"] = text()
    told["scales"][0]["labels"] = [text() for _ in told["scales"][0]["labels"]]
    told["verdict"]["labels"] = {name: text() for name in told["verdict"]["labels"]}
    for dimension in told["dimensions"]:
        for area in (dimension, *dimension["themes"]):
            area["title"] = text()
    return told, used


def see_hostile(drawn: Drawn, questionnaire: Questionnaire, report: Json) -> tuple[str, list[str]]:
    """Draw hostile reports; return the text in sight and every hostile text that must be in it."""
    seen, wanted = "", []
    for number in range(0, len(PAYLOADS), 10):
        told, used = hostile(payload(questionnaire), number)
        names = [f"{one} team" for one in PAYLOADS[number : number + 10]]
        edition = [{"edition": names[0], "count": 2}]
        other = {**report, "other_editions": edition, "verdict": ["ready"]}
        teams = [{"title": name, "report": report} for name in names]
        drawn.page.evaluate(DRAW, [told, other, teams])
        drawn.ran += drawn.page.evaluate(LIVE)
        seen += drawn.page.inner_text("body")
        wanted += [*names, told["title"], *(role["label"] for role in told["roles"])]
        wanted += [one["title"] for each in told["dimensions"] for one in (each, *each["themes"])]
        wanted += told["scales"][0]["labels"] + [told["verdict"]["labels"]["ready"]]
        assert set(wanted) & set(used)
        file = drawn.page.evaluate(SAVE, names[0])
        saved = drawn.page.context.new_page()
        saved.expose_binding("__xss", lambda _, number: drawn.ran.append(str(number)))
        saved.set_content(file.replace("http-equiv", "data-none"))
        assert saved.title() == " ".join(names[0].split())
        assert saved.locator("style").count() == 1
        saved.close()
    return seen, wanted


def found_in(text: str, words: str) -> bool:
    """Tell whether words stand in a text, spaces and capitals aside."""
    return " ".join(words.split()).lower() in " ".join(text.split()).lower()


def test_hostile_texts_are_texts(
    browser: Browser, questionnaire: Questionnaire, report: Json, tmp_path: Path
) -> None:
    """As names of teams, roles, themes, levels and editions: none runs, each can be read."""
    drawn = Drawn(browser, tmp_path / "browser")
    seen, wanted = see_hostile(drawn, questionnaire, report)
    assert drawn.ran == []
    assert len(wanted) >= 150
    assert [words for words in wanted if not found_in(seen, words)] == []
    drawn.page.context.close()


def test_canary_a_title_that_is_trusted(
    browser: Browser, questionnaire: Questionnaire, report: Json, tmp_path: Path
) -> None:
    """A view that takes the name of a team for HTML is found out."""
    trusting = (
        "views/team/heat_map.js",
        'element("bdi", {}, title)',
        "document.createRange().createContextualFragment(title)",
    )
    drawn = Drawn(browser, tmp_path / "browser", trusting)
    see_hostile(drawn, questionnaire, report)
    assert drawn.ran != []
    drawn.page.context.close()


def cells(page: Page, selector: str) -> list[list[str]]:
    """Return the texts of a table, row by row."""
    rows: list[list[str]] = page.locator(f"{selector} tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return rows


def test_teams_beside_each_other(
    browser: Browser, questionnaire: Questionnaire, report: Json, tmp_path: Path
) -> None:
    """Verdict, people, index and ten themes of each; a team of four shows nothing, and no total."""
    drawn = Drawn(browser, tmp_path / "browser")
    few = scored(codes(questionnaire, alike(questionnaire, {"leader": (4, 3)})), tmp_path)
    teams = [{"title": "North", "report": report}, {"title": "South", "report": few}]
    drawn.page.evaluate(DRAW, [payload(questionnaire), report, teams])
    told = cells(drawn.page, "[data-teams]")
    themes = report["themes"].values()
    assert told[0] == ["Theme", "North", "South"]
    index = [interval(report["index"]), *map(interval, themes)]
    assert [row[1] for row in told[1:3]] == ["Ready with conditions", "43"]
    assert [row[1] for row in told[3:]] == index
    assert {row[2] for row in told[1:]} == {"not shown"}
    assert len(told) == 14
    drawn.page.context.close()


def ends(low: int, high: int) -> Json:
    """Return an interval."""
    return {"low": {"exact": str(low), "shown": low}, "high": {"exact": str(high), "shown": high}}


def test_two_rounds_beside_each_other(
    browser: Browser, questionnaire: Questionnaire, report: Json, tmp_path: Path
) -> None:
    """A shift is told where the figures do not overlap; ranges, hidden ones, other editions."""
    drawn = Drawn(browser, tmp_path / "browser")
    now: Json = json.loads(json.dumps(report))
    then = {**report, "index": ends(40, 45)}
    now["index"] = ends(50, 50)
    ranges = [("people", (0, 11), (20, 31)), ("processes", (30, 40), (40, 50))]
    then["dimensions"] = json.loads(json.dumps(report["dimensions"]))
    for name, first, second in ranges:
        for told, (low, high) in ((then, first), (now, second)):
            told["dimensions"][name] |= ends(low, high)
    now["themes"]["why-lean"] |= {"low": None, "high": None}

    def shifts(before: Json, after: Json) -> dict[str, str]:
        content = [payload(questionnaire), before, after]
        drawn.page.evaluate(
            "all => document.body.replaceChildren(drawn.drawRounds(...all))", content
        )
        rows = drawn.page.locator("[data-shift]").evaluate_all(
            "rows => rows.map(row => [row.dataset.shift, row.lastChild.textContent])"
        )
        return dict(rows)

    told = shifts(then, now)
    assert told["index"] == "up by 5 to 10"
    assert told["dimensions people"] == "up by 9 to 31"
    assert told["dimensions processes"] == "cannot be told"
    assert told["themes why-lean"] == "not shown"
    assert told["themes every-day"] == "the same figure"
    assert shifts(now, then)["index"] == "down by 5 to 10"
    other = {**now, "questionnaire": {**now["questionnaire"], "edition": SYMBOLS}}
    assert set(shifts(then, other).values()) == {"\u2013", "not shown"}
    drawn.page.context.close()
