"""Everything stays readable and can be hit, however narrow or enlarged (W8 to W10).

Also one h1, no skipped level and a title that names the step (W13). The walk through every state
is in `test_axe`; here are long words, the other direction, an author's problems and the canaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import states
from .conditions import CONDITIONS, EVERYWHERE, detect, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    NewPage = Callable[..., Page]

STEP = """const step = document.querySelector('#step-why-lean');
  const label = step.querySelector('label');"""
# detector: a fault that it must find on the first step about leadership, 320 px wide
FAULTS = {
    "cutTexts": "Object.assign(label.style, {height: '20px', minHeight: 0, overflow: 'hidden'})",
    "sideways": "step.querySelector('legend').style.width = '400px'",
    "headings": "step.querySelector('legend').outerHTML = '<h4>Motive</h4>'",
    "title": "document.title = 'Answer the questions'",
    "smallTargets": "Object.assign(label.style, {height: '30px', minHeight: 0})",
}
LONG_WORDS = """() => {
  const view = document.querySelector(".readiness");
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const isOurs = text.parentElement.closest("template, button, summary, .rd-escapes, .rd-saved");
    if (text.data.trim() && !isOurs) text.data += " " + "wide".repeat(20);
  }
}"""


def test_problem_page(new_page: NewPage, problem_url: str) -> None:
    """What an author sees while serving."""
    page = new_page()
    page.goto(problem_url)
    assert faults(page) == []


@pytest.mark.parametrize("path", ["take/#step-why-lean", "result/"])
def test_words_of_eighty_letters(path: str, new_page: NewPage, site_url: str) -> None:
    """An author's long words wrap on a phone, in the table of scores too (I2)."""
    page = new_page(viewport={"width": 320, "height": 640})
    states.see_result(page, site_url, "3", {})
    page.goto(site_url + path)
    page.locator(".rd-footer, .rd-scores").first.wait_for()
    page.evaluate(LONG_WORDS)
    assert detect(page, "cutTexts", "sideways") == []


@pytest.mark.parametrize("path", ["take/#step-why-lean", "result/"])
def test_from_right_to_left(path: str, new_page: NewPage, site_url: str) -> None:
    """A page in a language that runs from right to left loses nothing either (I1)."""
    page = new_page(viewport={"width": 320, "height": 640})
    states.see_result(page, site_url, "3", {})
    page.goto(site_url + path)
    page.locator(".rd-footer, .rd-scores").first.wait_for()
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    assert detect(page, "cutTexts", "sideways", "smallTargets") == []


@pytest.mark.parametrize("detector", FAULTS)
def test_canary(detector: str, new_page: NewPage, site_url: str) -> None:
    """Each detector finds a planted fault, and nothing before it was planted."""
    width, height, _ = CONDITIONS["320 px"]
    page = new_page(viewport={"width": width, "height": height})
    page.goto(f"{site_url}take/#step-why-lean")
    page.locator("#step-why-lean").wait_for()
    assert set(FAULTS) == set(EVERYWHERE)
    assert detect(page, *EVERYWHERE) == []
    page.evaluate(f"() => {{ {STEP} {FAULTS[detector]} }}")
    assert detect(page, detector) != []
