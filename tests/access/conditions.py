"""The conditions under which a page must hold, and what is asked of it under each of them.

Sizes of the window (320 x 256 px is 1280 x 1024 at 400 %), text spacing of WCAG 1.4.12, text at
200 % (1.4.4), words of eighty letters. `detectors.js` does the looking.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .states import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
TWICE = "html { font-size: 250% !important; }"  # the theme's own is 125 %

# name: width, height, style
CONDITIONS = {
    "1280 px": (1280, 720, ""),
    "768 px": (768, 1024, ""),
    "320 px": (320, 640, ""),
    "400 % zoom": (320, 256, ""),
    "text spacing": (320, 640, SPACING),
    "text spacing, wide": (1280, 720, SPACING),
    "200 % text": (1280, 720, TWICE),
}
EVERYWHERE = ("cutTexts", "sideways", "headings", "title", "smallTargets")
DETECTORS = Path(__file__).with_name("detectors.js").read_text(encoding="utf-8")


def detect(page: Page, *names: str) -> list[str]:
    """Return what these detectors find on the page as it stands."""
    found: list[str] = ask(page, ", ".join(f"...detectors.{name}()" for name in names))
    return found


def ask(page: Page, calls: str) -> Any:  # noqa: ANN401  # whatever JSON the page answers
    """Return what calls of functions of `detectors` answer, as a list."""
    return page.evaluate(f"() => {{ const detectors = {DETECTORS}; return [{calls}]; }}")


def faults(page: Page, names: Iterable[str] = CONDITIONS) -> list[str]:
    """Return what is found under these conditions."""
    found = []
    for name in names:
        width, height, style = CONDITIONS[name]
        page.set_viewport_size({"width": width, "height": height})
        with styled(page, style):
            settled(page)
            found += [f"{name}: {fault}" for fault in detect(page, *EVERYWHERE)]
    page.set_viewport_size({"width": 1280, "height": 720})
    return found


@contextmanager
def styled(page: Page, style: str) -> Iterator[None]:
    """Lay a style sheet over the page for a while, as a person's own browser can."""
    if not style:
        yield
        return
    add = """style => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets.push(sheet);
    }"""
    page.evaluate(add, style)
    yield
    page.evaluate("document.adoptedStyleSheets.pop()")
