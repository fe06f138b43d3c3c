"""All that a visitor can set off: every page, the journey, erasing, search, both palettes."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journey.damaged import record
from journey.respondent import Respondent
from journey.stored import plant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

REPORT = """
addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  report(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} on ${location.href}`);
});
"""


@dataclass(slots=True)
class Watched:
    """A page, and everything that went wrong on it."""

    page: Page
    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def watch(browser: Browser) -> Iterator[Watched]:
    """Yield a page of a fresh context, listened to."""
    context = browser.new_context()
    yield listen(context)
    context.close()


def listen(context: BrowserContext) -> Watched:
    """Open a page and listen to it from before its first byte."""
    watched = Watched(context.new_page())
    context.expose_binding("report", lambda _, violation: watched.refused.append(violation))
    context.add_init_script(REPORT)
    watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    watched.page.on(
        "console",
        lambda said: watched.complaints.append(said.text) if said.type == "error" else None,
    )
    return watched


def pages_of(site: Path) -> list[str]:
    """Return the address of every page of a built site, relative to it."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(found) >= 9
    return [path.removesuffix("index.html") for path in found]


def see_every_page(page: Page, site: str, pages: list[str]) -> None:
    """Open one page after the other and wait until it asks for nothing more."""
    for path in pages:
        page.goto(site + path, wait_until="networkidle")
        assert page.locator("h1").count() == 1, path


def take_it_all(page: Page, site: str, items: list[str]) -> None:
    """Answer everything, with a note, through the review to the result; erase there."""
    respondent = Respondent(page, f"{site}take/").open()
    respondent.next()
    page.locator(f"[data-item={items[0]}] summary").click()
    page.locator(f"#note-{items[0]}").fill("A note")
    respondent.fill("leader", dict.fromkeys(items, 2))
    while respondent.next() != "review":
        pass
    assert respondent.follow_to_result().verdict == "not_yet"
    page.get_by_role("button", name="Print this result").click()
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("button", name="Erase them").click()
    page.get_by_text("Your answers have been erased").wait_for()


def download_what_was_kept(page: Page, site: str) -> None:
    """Meet damaged answers and download them."""
    respondent = Respondent(page, f"{site}take/").open()
    plant(page, [record("team-goals", version=9)])
    respondent.reload()
    with page.expect_download():
        page.get_by_role("button", name="Download what was kept").click()


def search_and_toggle(page: Page, site: str) -> None:
    """Use what the theme brings: search, with its worker, and both palettes."""
    page.goto(f"{site}take/", wait_until="networkidle")
    page.locator("input.md-search__input").click()
    page.keyboard.type("customer", delay=10)  # the theme listens to keys
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    for _ in range(2):
        page.locator("label.md-header__button[title]:visible").first.click()


def tour(page: Page, site: str, pages: list[str], items: list[str]) -> None:
    """Do all of it."""
    see_every_page(page, site, pages)
    take_it_all(page, site, items)
    download_what_was_kept(page, site)
    search_and_toggle(page, site)
