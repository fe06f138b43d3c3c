"""`mkdocs serve` and an author: the open page follows the files, faults and all.

Measured times are printed (pytest -rP); the test only asks that a change comes at all.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tools.live import PATIENCE, served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def change(path: Path, old: str, new: str) -> float:
    """Save a changed file and return the moment."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return time.monotonic()


def test_the_open_page_follows_what_an_author_saves(own_site: Path, page: Page) -> None:
    """A new text, a fault at the page's own URL, its mending, a template, a style sheet."""
    with served(own_site) as url:
        follow(own_site, page, f"{url}take/")


def follow(own_site: Path, page: Page, url: str) -> None:
    """Save one change after the other and wait for each on the page."""
    people = own_site / "assessment" / "people.yml"
    page.goto(url)
    form = page.locator("[data-readiness=questionnaire] fieldset[data-item]")
    problems = page.locator("[data-readiness=problems]")
    expect(form).to_have_count(34)

    def took(since: float, what: str) -> None:
        sys.stdout.write(f"{what}: {time.monotonic() - since:.2f} s\n")
        assert page.url == url

    line = people.read_text("utf-8").partition("levels:")[2].strip().splitlines()[0]
    moment = change(people, line, '- "A level that has just been written."')
    written = page.get_by_text("A level that has just been written.", exact=True)
    written.first.wait_for(state="attached", timeout=PATIENCE)
    took(moment, "a changed level")

    moment = change(people, "levels:", "levles:")
    problems.get_by_text("levles").first.wait_for(timeout=PATIENCE)
    took(moment, "a fault")
    expect(problems).to_contain_text("people.yml:")
    expect(form).to_have_count(0)

    moment = change(people, "levles:", "levels:")
    expect(form).to_have_count(34, timeout=PATIENCE)
    took(moment, "a mended fault")

    moment = change(own_site / "templates" / "item.html", "<legend>", "<legend>Changed: ")
    page.locator("legend", has_text="Changed: ").first.wait_for(state="attached", timeout=PATIENCE)
    took(moment, "a changed template")

    style = own_site / "templates" / "page.css"
    style.write_text(f"{style.read_text('utf-8')}\nbody {{ outline: 7px solid red }}\n", "utf-8")
    moment = time.monotonic()
    page.wait_for_function(
        "getComputedStyle(document.body).outlineWidth === '7px'", timeout=PATIENCE
    )
    took(moment, "a changed style")


def test_a_site_with_problems_can_be_served_from_the_start(own_site: Path, page: Page) -> None:
    """The author meets the problem on the page, and in the terminal as `readiness check` says."""
    change(own_site / "assessment" / "people.yml", "levels:", "levles:")
    with served(own_site) as url:
        page.goto(f"{url}take/")
        expect(page.locator("[data-readiness=problems]")).to_contain_text("levles")
        log = (own_site / "serve.log").read_text("utf-8")
    assert "people.yml:" in log
    assert "unknown key 'levles' (did you mean 'levels'?) [unknown-key]" in log
    assert "Content-Security-Policy" not in log
