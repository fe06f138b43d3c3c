"""A built page as a list of tags and inline texts, which is all that closing a site needs.

Reads HTML, and SVG well enough. Judges nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

DATA_TYPES = ("application/json", "application/ld+json", "text/template", "importmap")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag; attribute names are in lower case, an attribute without a value holds ""."""

    name: str
    attributes: dict[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Text:
    """What stands inside a `script` or `style` element, to the letter."""

    tag: Tag
    text: str


class BuiltPage(HTMLParser):
    """The tags of a page in their order, and the texts of its scripts and styles."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.texts: list[Text] = []
        self._inside: Tag | None = None
        self.feed(html)
        self.close()

    @property
    def scripts(self) -> list[str]:
        """Return the inline scripts that a browser would run."""
        return [text.text for text in self.texts if _runs(text.tag)]

    @property
    def styles(self) -> list[Text]:
        """Return the inline style sheets."""
        return [text for text in self.texts if text.tag.name == "style"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag; the first of two attributes of one name counts, as in a browser."""
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self.tags.append(Tag(tag, attributes, self.getpos()[0]))
        self._inside = self.tags[-1] if tag in ("script", "style") else None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat `<path/>` like `<path>`."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave the script or style."""
        del tag
        self._inside = None

    def handle_data(self, data: str) -> None:
        """Keep the text of a script or style."""
        if self._inside is not None:
            self.texts.append(Text(self._inside, data))


@lru_cache(maxsize=256)
def read_page(html: str) -> BuiltPage:
    """Read a page once for all who look at it; most of closing a site is reading."""
    return BuiltPage(html)


def _runs(tag: Tag) -> bool:
    kind = tag.attributes.get("type", "").strip().lower()
    return tag.name == "script" and "src" not in tag.attributes and kind not in DATA_TYPES
