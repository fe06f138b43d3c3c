"""Asks axe-core about a page in the state in which it stands.

What axe leaves open ("incomplete") counts as a fault as well, unless it is explained here. So
that nothing lies under a sticky bar, where axe cannot judge contrast, the window is made as high
as the page; what a bar may cover is the business of `test_focus`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .states import settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Page

DRAWN = "letters in a drawing, whose ground axe cannot see: test_team_report works the contrast out"
# rule, part of the target, part of the reason: why it is no fault
EXPLAINED = {
    **{
        ("color-contrast", part, reason): (
            "in the meeting's picture: axe takes a drawing for an image; paleMarks judges"
        )
        for part in ("text[", "rd-column-", "rd-agreed-")
        for reason in ("image node", "too short")
    },
    ("color-contrast", "article[data-md-score", "partially overlaps"): (
        "a finding of the theme's search: text and ground are those of every page, judged there"
    ),
    ("color-contrast", ".md-nav__title", "partially overlaps"): (
        "the site's name over the theme's list, in two lines: the theme's text on its ground"
    ),
    ("color-contrast", ".rd-piece-count", ""): DRAWN,
    ("color-contrast", "text[", ""): DRAWN,
    ("color-contrast", ".rd-tick", ""): DRAWN,
}
WIDTHS = (320, 768, 1280)
HEIGHT = 720
# While a dialog or the search is open, only what stands in front can be used and is asked about.
RUN = """() => {
  const search = document.querySelector("#__search:checked");
  const found = search?.parentElement.querySelector(".md-search");
  const front = document.querySelector("dialog[open]") ?? found;
  const options = {resultTypes: ["violations", "incomplete"], preload: false};
  return axe.run(front ?? document, options).then(({violations, incomplete, passes}) => (
    {violations, incomplete, passes: passes.length}));
}"""


def inspect(page: Page, axe: Path, widths: Sequence[int] = WIDTHS) -> list[str]:
    """Return what axe-core objects to at these widths; fails where no rule had anything to see."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.read_text(encoding="utf-8"))
    found = [f"{width} px: {finding}" for width in widths for finding in _at(page, width)]
    page.set_viewport_size({"width": WIDTHS[-1], "height": HEIGHT})
    return found


def _at(page: Page, width: int) -> Iterator[str]:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    settled(page)
    said = page.evaluate(RUN)
    assert said["passes"] > 0, f"axe saw nothing on {page.url}"
    for rule in said["violations"]:
        yield from _sentences("violation", rule)
    for rule in said["incomplete"]:
        yield from _sentences("left open", rule)


def _sentences(kind: str, rule: dict[str, Any]) -> Iterator[str]:
    for node in rule["nodes"]:
        target, why = str(node["target"]), " ".join(node["failureSummary"].split())
        if not any(
            (rule["id"] == known and part in target and reason in why)
            for known, part, reason in EXPLAINED
        ):
            yield f"{kind}: {rule['id']} at {target}: {why}"
