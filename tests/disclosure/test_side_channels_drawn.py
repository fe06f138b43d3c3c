"""Whatever is not told has no trace on the drawn page either, nor in what it saves.

Two groups that are told alike but answered otherwise come to the team page as codes, every fourth
pair as a second round beside the first. The whole page, its report on paper, each question of the
meeting, what was agreed, and all that is copied and saved is compared byte for byte. One page draws
many groups; that this is what a person gets is tried too. In the long form 2,000 pairs, else 40.
"""

from __future__ import annotations

import re
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from journey.facilitator import add, hush, show
from journey.variants import copy, with_module
from tools.serving import serve

from .alike import pairs
from .drawn import DRAW, drawn, rounds_of
from .worlds import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .alike import Alike
    from .drawn import Pages, Rounds

PAIRS = 2_000 if LONG else 40
TOGETHER = 10
# The theme marks what has the focus, and forgets what was no class.
FOCUS = re.compile(r' data-focus-visible-added=""| class="(focus-visible)?"| focus-visible(?=[" ])')
ITEMS = 34
SECTIONS = """["came", "breakdown", "report"].map((name) => {
  return document.querySelector(`[data-section=${name}]`).outerHTML;
}).join("\\n")"""
DIALOG = "document.querySelector('dialog').outerHTML"
SAVES = (
    "Save as a printable file",
    "Save as a table (CSV)",
    "Keep the record of this report",
    "Save what was agreed",
)


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    """Yield two pages that share nothing; the browser draws them at the same time."""
    with browser.new_context() as one, browser.new_context() as other:
        yield one.new_page(), other.new_page()


def test_equal_tables_give_an_equal_page(pages: Pages, site_url: str) -> None:
    """Screen, order, tooltips, lengths, paper, meeting, copied text and files."""
    start, hidden = time.monotonic(), 0
    for page in pages:
        page.goto(f"{site_url}team/")
    differing: list[int] = []
    seen: set[str] = set()
    told = drawn(pages, _batches(_mixed(PAIRS)))
    for place, (pair, one, other) in enumerate(told):
        assert one["size"] > 200_000
        differing += [place] if one != other else []
        seen.add(one["sum"])
        hidden += pair.hidden
    minutes = (time.monotonic() - start) / 60
    print(f"{PAIRS} pairs, {hidden} items with other answers, {minutes:.1f} minutes")  # noqa: T201
    assert differing == []
    assert len(seen) == PAIRS  # no page was read twice
    assert hidden > 5 * PAIRS


# Adds up all counts, each times its place: hardly any two groups have the same sum.
EXACT = """[...frequencies.items.values()].flatMap((roles) => [...roles.values()]).flat()
      .reduce((sum, people, place) => sum + people * place, 1)"""
TABLES = "const { outside, leftOut, otherEditions } = tables;"
FAULTS = {
    "a number on the page": f"""const {{ leftOut, otherEditions }} = tables;
    const outside = {EXACT};""",
    "the order in the saved record": f"""{TABLES}
    const items = Object.entries(record.items);
    items.push(...items.splice(0, {EXACT} % items.length));
    record.items = Object.fromEntries(items);""",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_canary_exact_figures_are_noticed(
    fault: str, pages: Pages, built_site: Path, tmp_path: Path
) -> None:
    """A page that lets a sum of the counts through tells some groups apart, alone and later."""
    site = copy(built_site, tmp_path / "site")
    with serve(with_module(site, "team/collection.js", TABLES, FAULTS[fault])) as url:
        for page in pages:
            page.goto(f"{url}team/")
        told = drawn(pages, _batches(_mixed(8)))
        differing = {pair.first is None for pair, one, other in told if one != other}
    assert differing == {True, False}


def test_a_person_gets_the_same(page: Page, site_url: str) -> None:
    """By hand on a fresh page, with real downloads: what one page gave after other groups."""
    first, other, _, later = _mixed(4)
    page.goto(f"{site_url}team/")
    page.evaluate(DRAW, [rounds_of(first, first.other)])
    for pair in (other, later):
        (quick,) = page.evaluate(DRAW, [rounds_of(pair, pair.one)])
        fresh = page.context.new_page()
        by_hand = _by_hand(fresh, site_url, rounds_of(pair, pair.one))
        fresh.close()
        assert len(by_hand) == 2 + ITEMS + 1 + 1 + len(SAVES)
        texts = [quick["before"], *quick["meeting"], quick["after"], *quick["taken"]]
        assert [FOCUS.sub("", text) for text in texts] == [FOCUS.sub("", text) for text in by_hand]


def _by_hand(page: Page, site: str, rounds: Rounds) -> list[str]:
    """Return the page, the meeting, the page afterwards, what is copied and the files."""
    page.goto(f"{site}team/")
    for team, text, breakdown in rounds:
        add(page, text, team)
        later = page.locator("[data-action=later-round]")
        if later.count():
            later.click()
        show(page, breakdown)
    texts = [page.evaluate(SECTIONS), *_meeting(page), page.evaluate(SECTIONS)]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hush(page)
    page.locator("[data-action=copy-text]").click()
    page.locator("[data-said]", has_text="copied").wait_for()
    texts.append(page.evaluate("navigator.clipboard.readText()"))
    page.locator("[data-fold=agreed] > summary").click()
    for name in SAVES:
        with page.expect_download() as saving:
            page.get_by_role("button", name=name).click()
        texts.append(Path(saving.value.path()).read_bytes().decode("utf-8"))
    return texts


def _meeting(page: Page) -> list[str]:
    page.locator("[data-action=start-meeting]").press("Enter")
    seen = []
    for _ in range(ITEMS):
        page.keyboard.press("s")
        seen.append(page.evaluate(DIALOG))
        if len(seen) == 1:
            page.keyboard.press("3")
            seen.append(page.evaluate(DIALOG))
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    return seen


def _mixed(number: int) -> Iterator[Alike]:
    """Yield pairs, every fourth of them of second rounds."""
    alone, later = pairs(number), pairs(number, rounds=2)
    for place in range(number):
        yield next(later if place % 4 == 3 else alone)


def _batches(found: Iterator[Alike]) -> Iterator[list[Alike]]:
    while some := list(islice(found, TOGETHER)):
        yield some
