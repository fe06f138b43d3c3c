"""A group's report shows what the command prints, hides what it hides, and tells spread apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT
from tools.serving import serve

from journey.facilitator import bring, codes, expected, scored, seen
from journey.groups import WORKED, alike, asked, build_worked, demo_groups
from journey.variants import copy, with_module
from readiness.engine.gathering import Member
from readiness.engine.group import aggregate, protect
from readiness.engine.group_json import group_json
from readiness.questionnaire import GroupRules
from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from readiness.questionnaire import Questionnaire

GROUPS = (
    *("everybody told", "no role told", "two roles hidden"),
    *("of one mind", "at both ends", "nobody knows"),
)


@pytest.fixture(scope="module")
def worked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the worked example's own site, which hides nothing."""
    folder = tmp_path_factory.mktemp("worked") / "own"
    build_worked(folder)
    return folder


@pytest.fixture(scope="module")
def worked(worked_site: Path) -> Iterator[str]:
    """Yield the address of that site, built."""
    with serve(worked_site.with_name("own built")) as url:
        yield url


def form_of(folder: Path) -> Questionnaire:
    """Return the questionnaire of a site."""
    loaded = load(folder / "assessment").questionnaire
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("name", GROUPS)
def test_the_page_shows_what_the_command_prints(
    name: str, page: Page, site_url: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Every figure, range, gap, gate, condition, place in the talk list and hidden cell."""
    text = codes(questionnaire, demo_groups(questionnaire)[name])
    printed = scored(text, tmp_path)
    assert seen(bring(page, site_url, text)) == expected(printed)


def test_the_groups_are_not_all_of_one_kind(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Some tell distributions, ranges, gaps and every reason to talk; some hide them."""
    groups = demo_groups(questionnaire)
    assert set(groups) == set(GROUPS)
    told = [expected(scored(codes(questionnaire, group), tmp_path)) for group in groups.values()]
    items = [item for report in told for item in report["items"].values()]
    shown = [item for item in items if item is not None]
    assert None in items
    assert any(item["counts"] for item in shown)
    assert any(not item["counts"] for item in shown)
    assert any(item["spread"] is None for item in shown)
    assert any(" to " in item["cells"][""]["mean"] for item in shown)
    reasons = {reason for report in told for _, each in report["talk"] for reason in each.split()}
    assert reasons >= {"gate_failed", "apart", "gap", "dont_know"}


def test_the_worked_example(page: Page, worked: str, worked_site: Path) -> None:
    """The group of scoring.md 4 with k_min 1, copied from there: index 38, e apart, c fails."""
    form = form_of(worked_site)
    shown = seen(bring(page, worked, codes(form, WORKED)))
    form = replace(form, group=GroupRules(k_min=1))
    people = [Member(name=role, role=role, answers=rows[0]) for role, rows in WORKED.items()]
    told = protect(aggregate(form, people))
    assert shown == expected(group_json(form, told))
    assert (shown["verdict"], shown["index"], shown["respondents"]) == ("not_yet", "38", "2")
    assert shown["themes"] == {
        "theme-l1": "54",
        "theme-p1": "37",
        "theme-p2": "0",
        "theme-e1": "43",
    }
    assert shown["items"]["e"]["spread"] == ["1.5", "0.0", "2.1"]
    assert shown["items"]["e"]["gaps"] == {
        "leader frontline": ["Large gap: Leader 3.0 levels above Front line", True]
    }
    assert shown["items"]["b"]["spread"] == ["0.0", "1.0", "0.0"]
    assert shown["gates"] == {"a": "passed", "c": "failed"}
    report = page.locator("[data-group-verdict]")
    assert "This report hides nothing" in report.inner_text()
    assert "Reached by: 50%" in report.locator("[data-gate=c]").inner_text()


def test_too_few_people(page: Page, site_url: str, questionnaire: Questionnaire) -> None:
    """Four people: words, and no number but the one that is needed."""
    report = bring(page, site_url, codes(questionnaire, alike(questionnaire, {"leader": (4, 3)})))
    assert report.get_attribute("data-respondents") == ""
    words = report.locator("[data-suppressed]").inner_text()
    assert {word for word in words.split() if any(map(str.isdigit, word))} == {"5"}
    assert report.locator("table, svg, h3").count() == 0


def test_the_page_says_whom_it_protects(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """And from whom not."""
    group = alike(questionnaire, {"leader": (6, 3)})
    report = bring(page, site_url, codes(questionnaire, group))
    text = report.inner_text()
    assert "from its readers, not from whoever holds their files" in text


def test_same_mean_other_spread_looks_different(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """Most at both ends, or all around 3: same mean and points, other text, other pictures."""
    pairs = {"wide": [1] * 5 + [3] * 2 + [5] * 5, "close": [2] * 4 + [3] * 4 + [4] * 4}
    found = {}
    for name, levels in pairs.items():
        people = [dict.fromkeys(asked(questionnaire, "leader"), level) for level in levels]
        report = bring(page, site_url, codes(questionnaire, {"leader": people}), name)
        item = report.locator("[data-item=lean-motive]")
        found[name] = (
            seen(report)["items"]["lean-motive"],
            item.inner_text(),
            item.locator("svg").evaluate_all("all => all.map(one => one.outerHTML)"),
        )
        page.get_by_role("button", name="Clear this page").click()
    (wide, wide_text, wide_drawn), (close, close_text, close_drawn) = found.values()
    assert wide["cells"][""]["mean"] == close["cells"][""]["mean"] == "3.0"
    assert wide["cells"][""]["points"] == close["cells"][""]["points"] == "50"
    assert wide_text != close_text
    assert "Answers differ: talk before acting." in wide_text
    assert "Answers differ" not in close_text
    assert len(wide_drawn) == len(close_drawn) == 2
    assert all(one != other for one, other in zip(wide_drawn, close_drawn, strict=True))


def test_canary_a_figure_that_is_not_the_commands(
    browser: Browser, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """A view that shows points for the mean is noticed; so is one that drops the upper end."""
    text = codes(questionnaire, demo_groups(questionnaire)["of one mind"])
    printed = expected(scored(text, tmp_path))
    faults = {
        "views/team/item_report.js": ('toldFigure("points", points)', 'toldFigure("points", mean)'),
        "views/team/told.js": ("to === undefined ?", "to !== null ?"),
    }
    for number, (module, (old, new)) in enumerate(faults.items()):
        site = with_module(copy(built_site, tmp_path / f"site{number}"), module, old, new)
        with serve(site) as url:
            page = browser.new_page()
            assert seen(bring(page, url, text)) != printed
            page.close()


def test_the_template_of_the_file_holds_the_style(page: Page, site_url: str) -> None:
    """What the saved file gets is the style of the page's own report, unbroken."""
    page.goto(f"{site_url}team/")
    style = page.locator("template[data-report-style]").evaluate("one => one.content.textContent")
    for name in ("printable.css", "tables.css", "report.css"):
        assert (ROOT / "templates" / name).read_text("utf-8").strip() in style
    assert "</" not in style
