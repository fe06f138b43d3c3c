"""Whoever uses the keyboard sees where the focus is, and nothing lies over it (W2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import states
from .conditions import ask, detect, styled
from .turns import turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Page

    NewPage = Callable[..., Page]

SIZES = {"a laptop": (1280, 600), "a phone": (320, 568), "400 % zoom": (320, 256)}
PLACES = {
    "welcome": "",
    "step": "take/#step-knowing-the-customer",
    "result": "result/",
    "answers": "answers/",
    "host": "host/",
}
MOST = 90  # presses of a key; the longest page has fewer places
WHERE = """() => document.activeElement === document.body ? "" :
  [...document.querySelectorAll("*")].indexOf(document.activeElement) + ""  """


def walk(page: Page, key: str) -> tuple[int, list[str]]:
    """Press a key until the focus has been everywhere; return the stops and what covers one."""
    seen: set[str] = set()
    found = []
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = page.evaluate(WHERE)
        if stop in seen:
            break
        if stop:
            seen.add(stop)
            if detect(page, "coveredFocus"):
                page.wait_for_timeout(400)  # the search opens when it gets the focus
            found += detect(page, "coveredFocus")
    return len(seen), found


def unseen(page: Page, stops: int) -> list[str]:
    """Walk through some stops; return those that look the same with and without the focus."""
    found = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        clip: FloatRect | None = ask(page, "detectors.focusBox()")[0]
        if clip is None:
            continue
        with_focus = page.screenshot(clip=clip, animations="disabled")
        page.evaluate("window.focused = document.activeElement; window.focused.blur()")
        if page.screenshot(clip=clip, animations="disabled") == with_focus:
            found.append(str(page.evaluate("window.focused.outerHTML.slice(0, 120)")))
        page.evaluate("window.focused.focus({preventScroll: true})")
    return found


def opened(page: Page, site: str, place: str) -> None:
    """Open a place with answers there."""
    states.see_result(page, site, "3", {"needs-identified": "dk"})
    page.goto(site + PLACES[place])
    if place in ("step", "result"):
        page.locator(".rd-footer, .rd-scores").first.wait_for()
    if place == "answers":
        page.get_by_role("button", name="Make a code to share").click()


@pytest.mark.parametrize(("place", "size"), turns(PLACES, SIZES))
def test_nothing_covers_the_focus(place: str, size: str, new_page: NewPage, site_url: str) -> None:
    """Forwards and backwards through the whole page, with its sticky header and footer."""
    page = new_page(reduced_motion="reduce")
    opened(page, site_url, place)
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for key in ("Tab", "Shift+Tab"):
        page.evaluate("document.activeElement.blur()")
        stops, found = walk(page, key)
        assert stops > 8
        assert found == []


@pytest.mark.parametrize(("place", "scheme"), turns(PLACES, ["light", "dark"]))
def test_the_focus_is_seen(place: str, scheme: str, new_page: NewPage, site_url: str) -> None:
    """Pixels differ with and without it, at each of the first stops."""
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    opened(page, site_url, place)
    assert unseen(page, 26 if place == "step" else 14) == []


def test_canary_covered(new_page: NewPage, site_url: str) -> None:
    """A bar that takes half of the window without saying so is noticed."""
    page = new_page(viewport={"width": 320, "height": 568}, reduced_motion="reduce")
    opened(page, site_url, "step")
    with styled(page, ".rd-footer { height: 50vh } html { scroll-padding: 0 !important }"):
        assert walk(page, "Tab")[1] != []


def test_canary_unseen(new_page: NewPage, site_url: str) -> None:
    """A style sheet that takes every outline away is noticed."""
    page = new_page()
    opened(page, site_url, "step")
    page.locator("#item-who-is-customer input:checked").focus()
    style = "* { outline: 0 !important; box-shadow: none !important; caret-color: transparent }"
    with styled(page, style):
        assert len(unseen(page, 4)) >= 2
