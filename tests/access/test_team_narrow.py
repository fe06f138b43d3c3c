"""The team page on a phone: no word breaks in its tables, the verdict is on the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journey.facilitator import add, bring, codes
from journey.groups import alike, demo_groups, mixed
from tools.building import ROOT

from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

    NewPage = Callable[..., Page]

# Names that people gave may be of any length; all other words stand on one line.
BROKEN = """(root) => {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement.closest("bdi") !== null) continue;
    for (const { 0: word, index } of node.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
      if (lines.size > 0) found.push([word, lines.size]);
    }
  }
  return found;
}"""
FIRST = """() => {
  const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
  return top(".rd-verdict h3") - top("[data-group-verdict]");
}"""
NEAR = 300
OLD = ".rd-came :is(th, td) { display: table-cell !important; overflow-wrap: anywhere !important; }"


@pytest.fixture(scope="module")
def form() -> Questionnaire:
    """Return the demo's questionnaire."""
    loaded = load(ROOT / "assessment").questionnaire
    assert loaded is not None
    return loaded


def broken(page: Page, selector: str) -> list[str]:
    """Return the words of a part that stand on more than one line."""
    words = page.locator(selector).evaluate(BROKEN)
    assert len(words) >= 20
    return [word for word, lines in words if lines > 1]


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_word_breaks_in_what_came(
    width: int, new_page: NewPage, site_url: str, form: Questionnaire
) -> None:
    """Counts, people and what is named, with a question before a removal."""
    page = new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}team/")
    add(page, codes(form, demo_groups(form)["two roles hidden"]))
    add(page, codes(form, alike(form, {"leader": (3, 2)})))
    page.locator("[data-people] > summary").click()
    page.locator("[data-person]").first.wait_for()
    assert broken(page, "[data-section=came]") == []
    page.locator("[data-action=remove-person]").first.scroll_into_view_if_needed()
    page.locator("[data-action=remove-team]").click()
    assert broken(page, "[data-section=came]") == []


def test_canary_a_table_that_breaks_words(
    new_page: NewPage, site_url: str, form: Questionnaire
) -> None:
    """The style of before is noticed."""
    page = new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site_url}team/")
    add(page, codes(form, demo_groups(form)["two roles hidden"]))
    row = page.locator("[data-team]")
    page.locator("[data-people] > summary").click()
    row.evaluate(
        "(row, style) => { const made = new CSSStyleSheet(); made.replaceSync(style);"
        " document.adoptedStyleSheets.push(made); row.style.display = 'table-row'; }",
        OLD,
    )
    assert broken(page, "[data-section=came]") != []


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (768, 1024), (1280, 800)])
def test_the_verdict_stands_right_below_the_name(
    size: tuple[int, int], new_page: NewPage, site_url: str, form: Questionnaire
) -> None:
    """With nothing but the way into the meeting above it; canary: the other buttons and a hint."""
    width, height = size
    page = new_page()
    group = mixed(form, {"leader": 3, "manager": 4, "frontline": 7})
    bring(page, site_url, codes(form, group), breakdown="leader+manager,frontline")
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(FIRST) <= NEAR
    page.evaluate(
        "() => document.querySelector('[data-slot=actions]').append("
        "document.querySelector('.rd-out'), document.querySelector('[data-slot=agreed]'))"
    )
    page.locator(".rd-out button").evaluate_all("all => all.map((b) => b.style.width = '100%')")
    assert page.evaluate(FIRST) > NEAR
