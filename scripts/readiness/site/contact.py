"""Finds what keeps a built site from being closed: contacts with other hosts, inline styles.

A contact is anything a page would fetch from elsewhere by itself. Scripts are not read for
addresses: the content security policy stops what they might ask for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.site.addresses import FETCHED, in_css, in_tag, is_remote, plainly
from readiness.site.built_page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readiness.site.built_page import Tag

PAGES = {".html", ".htm", ".svg"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a built file and what is wrong there; `contact` tells the worse kind."""

    file: str
    line: int
    what: str
    contact: bool

    def __str__(self) -> str:
        """Name the place, then what stands there."""
        return f"{self.file}:{self.line}: {self.what}"


def findings(site: Path) -> Iterator[Finding]:
    """Yield everything in a built site that is not closed, by file."""
    for path in sorted(site.rglob("*")):
        kind = path.suffix.lower()
        if kind in PAGES or kind == ".css":
            text = path.read_text(encoding="utf-8", errors="surrogateescape")
            judge = in_page if kind in PAGES else in_style_sheet
            yield from judge(path.relative_to(site).as_posix(), text)


def in_style_sheet(file: str, css: str) -> Iterator[Finding]:
    """Yield each contact of a style sheet."""
    for line, address in in_css(css):
        yield from _contact(file, line, "the style sheet", address)


def in_page(file: str, html: str) -> Iterator[Finding]:
    """Yield each contact of a page, and each inline style or handler that the policy blocks."""
    page = read_page(html)
    for tag in page.tags:
        for place, address in in_tag(tag):
            yield from _contact(file, tag.line, place, address)
        for what in _blocked(tag):
            message = f"{what} will not work under the site's policy"
            yield Finding(file, tag.line, message, contact=False)
        if "srcdoc" in tag.attributes:
            for framed in in_page(file, tag.attributes["srcdoc"]):
                yield Finding(file, tag.line, f"in srcdoc: {framed.what}", framed.contact)
    for style in page.styles:
        for _, address in in_css(style.text):
            yield from _contact(file, style.tag.line, "<style>", address)


def _contact(file: str, line: int, place: str, address: str) -> Iterator[Finding]:
    if is_remote(address):
        yield Finding(file, line, f"{place} would fetch {address.strip()}", contact=True)


def _blocked(tag: Tag) -> Iterator[str]:
    if tag.name == "style":
        yield "<style>"
    for name, value in tag.attributes.items():
        handler = name.startswith("on") and len(name) > len("on")
        script = name in FETCHED and plainly(value).startswith("javascript:")
        if name == "style" or handler or script:
            yield f"<{tag.name} {name}>"
