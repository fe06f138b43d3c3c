"""A group's report shows what the command prints, and hides what it hides."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from engines.reports import script
from tools.building import ROOT

from journey.facilitator import bring, codes, scored
from journey.groups import alike, asked, demo_groups
from journey.report_reading import expected, seen
from readiness.site.payload import payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

    Json = dict[str, Any]
    Draw = Callable[..., Locator]

GROUPS = (
    *("everybody told", "no role told", "two roles hidden"),
    *("of one mind", "at both ends", "nobody knows"),
)
BREAKDOWNS = (
    ("everybody told", "roles"),
    ("everybody told", "leader+manager,frontline"),
    ("two roles hidden", "leader+manager,frontline"),
    ("at both ends", "roles"),
    ("nobody knows", "roles"),
)
ITEM = "lean-motive"
DRAW = """([payload, report, more]) => {
  const place = document.createElement("div");
  place.append(drawn.draw(payload, report, more));
  document.body.replaceChildren(place);
}"""


@contextmanager
def drawing(
    browser: Browser, folder: Path, questionnaire: Questionnaire, *edits: tuple[str, str, str]
) -> Iterator[Draw]:
    """Yield what draws the JSON form of a report on an empty page; `edits` plant faults."""
    page = browser.new_context().new_page()
    page.set_content("<!doctype html><html lang=en><body>")
    page.evaluate(f"globalThis.drawn = {script(folder, *edits)}; 0")

    def draw(report: Json, **more: object) -> Locator:
        page.evaluate(DRAW, [payload(questionnaire), report, more])
        return page.locator("[data-group-verdict]")

    yield draw
    page.context.close()


@pytest.fixture(scope="module")
def draw(
    browser: Browser, questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Draw]:
    """Yield what draws reports."""
    with drawing(browser, tmp_path_factory.mktemp("drawn") / "browser", questionnaire) as draws:
        yield draws


@pytest.mark.parametrize("name", GROUPS)
def test_the_page_shows_what_the_command_prints(
    name: str, page: Page, site_url: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Every figure, interval, gate, condition, place in the order, step, and hidden cell."""
    text = codes(questionnaire, demo_groups(questionnaire)[name])
    printed = scored(text, tmp_path)
    assert seen(bring(page, site_url, text)) == expected(questionnaire, printed)


@pytest.mark.parametrize(("name", "breakdown"), BREAKDOWNS)
def test_a_breakdown_is_drawn_as_the_command_prints_it(
    name: str, breakdown: str, draw: Draw, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Marks at the shares, rows by the size of the gap, gaps in points, counts of each block."""
    text = codes(questionnaire, demo_groups(questionnaire)[name])
    printed = scored(text, tmp_path, breakdown)
    report = draw(printed, asked=90)
    assert seen(report) == expected(questionnaire, printed, 90)
    assert suppressed_numbers(report) == []


def suppressed_numbers(report: Locator) -> list[str]:
    """Return what is marked as not told and holds a number nevertheless."""
    found: list[str] = report.evaluate(
        """view => [...view.querySelectorAll("[data-suppressed]")]
            .map((one) => one.outerHTML).filter((html) => /[0-9]/.test(html))"""
    )
    return found


def test_the_groups_are_not_all_of_one_kind(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Some tell levels, halves, intervals, gaps and every reason to talk; some hide them."""
    groups = demo_groups(questionnaire)
    assert set(groups) == set(GROUPS)
    pairs = [*((name, "everyone") for name in GROUPS), *BREAKDOWNS]
    reports = [scored(codes(questionnaire, groups[name]), tmp_path, how) for name, how in pairs]
    told = [expected(questionnaire, report) for report in reports]
    items = [item for report in told for item in report["items"].values()]
    assert {item["told"] for item in items} == {"levels", "halves", "none"}
    assert any(item["together"] for item in items)
    assert any(" to " in (item["mean"] or "") for item in items)
    assert {item["agreement"] for item in items} == {"close", "mixed", "apart", None}
    assert any(flagged for item in items for _, flagged in item["gaps"].values())
    reasons = {reason for report in told for _, each in report["talk"] for reason in each.split()}
    assert reasons >= {"gate_not_met", "gate_find_out", "gap", "apart"}
    kinds = {kind for report in told for _, kind in report["steps"]}
    assert kinds == {"low", "mid", "find_out"}


def people(questionnaire: Questionnaire, role: str, counts: list[int]) -> list[dict[str, Answer]]:
    """Return people of a role who chose the levels of one item so often, and 3 elsewhere."""
    levels = [level for level, count in enumerate(counts, 1) for _ in range(count)]
    others = dict.fromkeys(asked(questionnaire, role), 3)
    return [{**others, ITEM: level} for level in levels]


def test_two_blocks_by_hand(draw: Draw, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """7 leaders [0,0,1,4,2] and 7 of the front line [2,2,2,1,0], worked out in scoring.md 4.

    7 of 7 and 3 of 7 in the high half: 57 points. The whole is [2,2,3,5,2], mean 45/14 = 3.2.
    The item is one of its theme's; all others are 7 of 7 in both blocks.
    """
    group = {
        "leader": people(questionnaire, "leader", [0, 0, 1, 4, 2]),
        "frontline": people(questionnaire, "frontline", [2, 2, 2, 1, 0]),
    }
    report = draw(scored(codes(questionnaire, group), tmp_path, "roles"), asked=30)
    shown = seen(report)
    item = shown["items"][ITEM]
    assert (item["told"], item["levels"]) == ("levels", ["2", "2", "3", "5", "2"])
    assert (item["together"], item["mean"]) == ([], "3.2")
    assert item["blocks"] == {"leader": ["7 of 7", "0", "0"], "frontline": ["3 of 7", "0", "0"]}
    gap = ["Large gap: Leader 57 points above Front line", True]
    assert item["gaps"] == {"leader frontline": gap}
    assert (shown["people"], shown["breakdown"]) == ("14 of 30 asked", "Leader | Front line")
    theme = next(theme for theme in questionnaire.themes if ITEM in {i.id for i in theme.items})
    frontline = [one for one in theme.items if not one.roles or "frontline" in one.roles]
    size = 400 // (7 * len(frontline))
    assert shown["plot"][0][0] == theme.id
    assert shown["plot"][0][1].startswith(f"{size} points")
    assert shown["marks"][theme.id] == [
        "100%",
        f"{(700 * len(frontline) - 400) // (7 * len(frontline))}%",
    ]
    assert {figure for _, figure in shown["plot"][1:]} == {"0 points"}
    words = report.locator(".rd-level-bar").first.get_attribute("aria-label")
    assert words is not None
    assert "1 Absent: 2 people; 2 By chance: 2 people; 3 In part: 3 people" in words
    assert "Fewer than half of those asked" in report.locator("[data-few]").inner_text()


def test_a_half_that_is_told_as_a_number(
    draw: Draw, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """14 people [1,0,0,12,1]: the high half is told as 13, mean 2.9 to 4.7 (scoring.md 4)."""
    group = {"frontline": people(questionnaire, "frontline", [1, 0, 0, 12, 1])}
    report = draw(scored(codes(questionnaire, group), tmp_path))
    item = seen(report)["items"][ITEM]
    assert (item["told"], item["mean"]) == ("halves", "2.9 to 4.7")
    assert item["levels"] == ["1", "0", None, None, None]
    assert item["together"] == ["13"]
    place = report.locator(f"[data-item={ITEM}]")
    widths = place.locator(".rd-level-bar rect").evaluate_all(
        "all => all.map(one => [one.getAttribute('x'), one.getAttribute('width')])"
    )
    assert widths == [["0%", "7.14%"], ["7.14%", "92.86%"]]
    assert place.locator(".rd-level-bar .rd-stripes").count() == 1
    assert "A striped half is told only as a number" in (place.text_content() or "")
    assert suppressed_numbers(report) == []


def test_fourteen_told_by_level(draw: Draw, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """14 people [1,2,4,5,2] are told whole: mean 47/14 = 3.4 (scoring.md 4)."""
    group = {"frontline": people(questionnaire, "frontline", [1, 2, 4, 5, 2])}
    agreed = {ITEM: {"level": 4, "reason": "seen in the plan"}}
    report = draw(scored(codes(questionnaire, group), tmp_path), agreed=agreed)
    item = seen(report)["items"][ITEM]
    assert (item["told"], item["mean"]) == ("levels", "3.4")
    assert item["levels"] == ["1", "2", "4", "5", "2"]
    assert "Agreed in the meeting: level 4." in (
        report.locator(f"[data-item={ITEM}]").text_content() or ""
    )
    fold = report.locator("[data-fold=agreed]")
    assert f"1 of {len(questionnaire.items)}" in (fold.text_content() or "")
    assert report.locator("[data-slot=actions], [data-slot=agreed]").count() == 2


def test_two_verdicts(draw: Draw, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """14 people who all chose 4 are told as 14 in the high half: 50 to 100 points everywhere.

    Every must-have is met. At 50 the index is below 60: conditions; at 100 the group is ready.
    """
    group = alike(questionnaire, {"frontline": (14, 4)})
    printed = scored(codes(questionnaire, group), tmp_path)
    report = draw(printed)
    shown = seen(report)
    assert shown == expected(questionnaire, printed)
    assert (shown["verdict"], shown["index"]) == ("conditions ready", "50 to 100")
    assert (shown["must_haves"], shown["missing"]) == ("6 of 6 must-haves in place", {})
    words = report.locator(".rd-verdict").inner_text()
    assert "Ready with conditions or Ready" in words
    assert "cannot say more without telling of single people" in words


def test_too_few_people(draw: Draw, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Four people: words, and no number but the one that is needed."""
    group = alike(questionnaire, {"leader": (4, 3)})
    report = draw(scored(codes(questionnaire, group), tmp_path))
    assert report.get_attribute("data-respondents") == ""
    words = report.locator("[data-suppressed]").inner_text()
    assert {word for word in words.split() if any(map(str.isdigit, word))} == {"5"}
    assert report.locator("table, svg, h3").count() == 0


def test_the_summary_as_text(draw: Draw, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Verdict, what is missing, five questions with their reasons and the next steps, in order."""
    group = {
        "leader": people(questionnaire, "leader", [0, 0, 1, 4, 2]),
        "frontline": people(questionnaire, "frontline", [4, 2, 1, 0, 0]),
    }
    printed = scored(codes(questionnaire, group), tmp_path, "roles")
    page = draw(printed).page
    text: str = page.evaluate("all => drawn.text(...all)", [payload(questionnaire), printed])
    lines = text.splitlines()
    assert lines[0] == f"Team · {questionnaire.title} · 25 November 2026"
    assert lines[1:4] == ["14 people · Leader | Front line", "", "Not yet"]
    assert "- Not met: What about it?" in lines
    assert "Five questions to talk about first" in lines
    first = lines[lines.index("Five questions to talk about first") + 1]
    assert first.startswith("1. What about it? A must-have that is not met. Leader 85 points above")
    assert "Next steps for the group" in lines


def test_the_page_says_what_it_hides(
    draw: Draw, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """The promise in its words, and its limits."""
    report = draw(scored(codes(questionnaire, alike(questionnaire, {"leader": (6, 3)})), tmp_path))
    text = report.locator("[data-fold=method]").evaluate("one => one.textContent")
    assert "which level any other single person chose" in text
    assert "not even somebody who knows their own answer" in text
    assert "from whoever holds the files of the answers" in text


FAULTS = (
    ("views/team/item_report.js", "intervalText(one.mean)", "intervalText(one.points)"),
    ("views/team/told.js", "low === high ? String(low)", "low !== null ? String(low)"),
    ("views/team/plot.js", "other.size - one.size", "one.size - other.size"),
    ("views/team/plot.js", "blockMark(place, `${share}%`", "blockMark(place, `${share + 1}%`"),
    ("views/team/blocks.js", "told.high_half, told.raters", "told.raters, told.high_half"),
)


@pytest.mark.parametrize("fault", FAULTS)
def test_canary_a_figure_that_is_not_the_commands(
    fault: tuple[str, str, str], browser: Browser, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """A wrong figure, a dropped end, a wrong order, a mark beside its place are noticed."""
    text = codes(questionnaire, demo_groups(questionnaire)["two roles hidden"])
    printed = scored(text, tmp_path, "leader+manager,frontline")
    with drawing(browser, tmp_path / "browser", questionnaire, fault) as draw:
        assert seen(draw(printed)) != expected(questionnaire, printed)


def test_the_template_of_the_file_holds_the_style(page: Page, site_url: str) -> None:
    """What the saved file gets is the style of the page's own report, unbroken."""
    page.goto(f"{site_url}team/")
    style = page.locator("template[data-report-style]").evaluate("one => one.content.textContent")
    for name in ("printable.css", "tables.css", "report.css"):
        assert (ROOT / "templates" / name).read_text("utf-8").strip() in style
    assert "</" not in style
