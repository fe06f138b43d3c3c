"""What a facilitator does on the team page, step by step, and how long each step holds up the page.

A step is over when the page has said or drawn what it is to; what it then still lays out counts as
well. A block is one task of the page: by the clock, which other programs hold up as well, and by
the processor's own time.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Block = tuple[float, float]
    Act = Callable[[Page], None]
    Step = tuple[str, Act]
    Arrival = tuple[Act, Act]

# What the person's hands do first, and what they then set going; only the page's work is measured.
HOLD = """(files) => {
  window.dropped = new DataTransfer();
  for (const [name, text] of files) window.dropped.items.add(new File([text], name));
}"""
DROP = """() => {
  const section = document.querySelector("[data-section=collect]");
  section.dispatchEvent(new DragEvent("drop", { dataTransfer: window.dropped, bubbles: true }));
}"""
PASTE = "(text) => { document.querySelector('#team-text').value = text; }"
ADD = "() => document.querySelector('[data-action=add-text]').click()"
PRINT = (
    "() => ['before', 'after'].forEach((when) => window.dispatchEvent(new Event(`${when}print`)))"
)
TRACED = ["toplevel", "disabled-by-default-devtools.timeline"]
PATIENCE = 600_000  # ms
SETTLE = 1_000  # ms


def open_page(page: Page, url: str) -> None:
    """Open an empty team page."""
    page.goto(f"{url}team/")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    page.locator("#team-text").wait_for()


def arrivals(files: dict[int, list[str]], texts: dict[int, str]) -> dict[str, Arrival]:
    """Return for each number of files or codes how they are taken in hand and let go."""
    found: dict[str, Arrival] = {}
    for count, contents in files.items():
        found[f"{count} files"] = partial(hold_files, contents), dropped
    for count, text in texts.items():
        found[f"{count} codes"] = partial(hold_text, text), pasted
    return found


def hold_files(contents: list[str], page: Page) -> None:
    """Take files in hand; `dropped` lets them go."""
    page.evaluate(HOLD, [[f"{number}.json", text] for number, text in enumerate(contents)])
    page.wait_for_timeout(3 * SETTLE)


def hold_text(text: str, page: Page) -> None:
    """Put a text into the field; `pasted` adds it."""
    page.evaluate(PASTE, text)
    page.wait_for_timeout(3 * SETTLE)


def dropped(page: Page) -> None:
    """Drop the files in hand and wait until they are added."""
    set_going(page, DROP, "added to")


def pasted(page: Page) -> None:
    """Add the text in the field and wait until it is added."""
    set_going(page, ADD, "added to")


def set_going(page: Page, act: str, words: str) -> None:
    """Do something and wait until the page says the words."""
    page.evaluate("document.querySelector('[data-said]').textContent = ''")
    page.evaluate(act)
    page.locator("[data-said]", has_text=words).wait_for(timeout=PATIENCE)


def steps(one_more: str) -> Iterator[Step]:
    """Yield what is done once people are there, in order; the text is that of one more file."""
    yield "breakdown chosen", lambda page: page.locator("[data-breakdown]").last.click()
    yield "report shown", lambda page: pressed(page, "show-report", "is shown")
    yield "every question", lambda page: page.locator("[data-fold=items] > summary").click()
    yield "all its themes", lambda page: page.evaluate(all_open("[data-items-of]"))
    yield "printing", lambda page: page.evaluate(PRINT)
    yield "meeting started", lambda page: clicked(page, "start-meeting")
    yield "answers in it", lambda page: clicked(page, "reveal")
    yield "level agreed", lambda page: page.keyboard.press("3")
    yield "meeting ended", ended
    for name in ("printable file", "table", "record"):
        yield f"saved: {name}", saving(name)
    yield "people unfolded", lambda page: page.locator("[data-people] > summary").click()
    yield "one removed", lambda page: pressed(page, "remove-person", "is removed")
    yield "put back", lambda page: pressed(page, "undo", "back")
    yield "one more file", lambda page: add_one(page, one_more)
    yield "shown anew", lambda page: pressed(page, "show-report", "is shown")
    yield "reloaded", reloaded
    yield "cleared", cleared


def pressed(page: Page, action: str, words: str) -> None:
    """Press a button of the page and wait until it says the words."""
    set_going(page, f"() => document.querySelector('[data-action={action}]').click()", words)


def clicked(page: Page, action: str) -> None:
    """Press a button."""
    page.evaluate(f"document.querySelector('[data-action={action}]').click()")


def all_open(folds: str) -> str:
    """Return the script that opens folds."""
    return f"for (const one of document.querySelectorAll('{folds}')) one.open = true"


def ended(page: Page) -> None:
    """End the meeting."""
    page.keyboard.press("Escape")
    page.locator(".rd-meeting").wait_for(state="detached")


def saving(name: str) -> Act:
    """Return the step that saves the report by the button whose label has the name."""

    def save(page: Page) -> None:
        buttons = page.locator("[data-section=out] button", has_text=name)
        with page.expect_download():
            buttons.first.dispatch_event("click")

    return save


def add_one(page: Page, text: str) -> None:
    """Drop one more file."""
    page.evaluate(HOLD, [["one more.json", text]])
    dropped(page)


def reloaded(page: Page) -> None:
    """Load the page anew, with what the tab has kept."""
    page.reload()
    page.locator("#team-text").wait_for()
    page.wait_for_timeout(2 * SETTLE)


def cleared(page: Page) -> None:
    """Clear the page, saying yes; where the tab could not keep it, nothing is there."""
    if page.locator("[data-action=clear-team]").is_visible():
        clicked(page, "clear-team")
        pressed(page, "yes", "is gone")


def longest(browser: Browser, page: Page, step: Act) -> Block:
    """Do a step; return its longest block by the processor, and by the clock, in ms."""
    browser.start_tracing(page=page, categories=TRACED)
    step(page)
    page.wait_for_timeout(SETTLE)
    events: list[Any] = json.loads(browser.stop_tracing())["traceEvents"]
    named = [one for one in events if one.get("name") == "thread_name"]
    pages = {(one["pid"], one["tid"]) for one in named if one["args"]["name"] == "CrRendererMain"}
    tasks = [
        (one.get("tdur", 0) / 1000, one.get("dur", 0) / 1000)
        for one in events
        if (one.get("pid"), one.get("tid")) in pages and one.get("name", "").endswith("RunTask")
    ]
    assert tasks, "the browser traced nothing"
    return max(cpu for cpu, _ in tasks), max(clock for _, clock in tasks)
