"""The safe subset of Markdown that authors' texts may use, turned into HTML.

It knows emphasis, strong, code and links (to http, https or pages beside this one). Everything
else, HTML included, appears exactly as it was written. One pass, in linear time: at most one
mark of each kind is open at once, so nesting is shallow and nothing is ever scanned back.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

TOKEN = re.compile(
    r"""
    (?P<written>\\[*_`[])               # a mark behind a backslash is none, and both are shown
    | `(?P<code>[^`]+)`(?!`)            # code, between single backticks
    | (?P<run>`+ | \*{3,} | _{3,})      # longer runs mean nothing here
    | (?P<mark>\*\*? | __?)
    | (?P<bracket>!?\[)
    | \]\((?P<target>[^\s()]*)\)
    """,
    re.VERBOSE,
)
EMPHASIS = Markup("<em>"), Markup("</em>")
STRONG = Markup("<strong>"), Markup("</strong>")
TAGS = {"*": EMPHASIS, "_": EMPHASIS, "**": STRONG, "__": STRONG}

# A place on the web, or a page beside this one: never another scheme, `//host` or `/path`.
WEB = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][^\\\x00-\x1f\x7f]*)?", re.IGNORECASE)
BESIDE = re.compile(r"[\w.~#?-][\w.~%/#?=&+,-]*")


def prose(text: str) -> Markup:
    """Return the text as HTML in which only the safe subset is live."""
    writer = _Writer(text)
    end = 0
    for token in TOKEN.finditer(text):
        writer.write(text[end : token.start()])
        writer.take(token)
        end = token.end()
    writer.write(text[end:])
    return Markup("").join(writer.parts)


class _Writer:
    """The parts written so far, and where each mark that is still open stands among them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Markup] = []
        self.opened: dict[str, int] = {}

    def write(self, text: str) -> None:
        """Add text as it was written."""
        if text:
            self.parts.append(escape(text))

    def take(self, token: re.Match[str]) -> None:
        """Add one token: as a tag where it means something here, else as it was written."""
        if token["code"] is not None:
            self.parts.append(Markup("<code>{}</code>").format(token["code"]))
        elif token["mark"] is not None:
            self._mark(token)
        elif token["bracket"] is not None:
            self._bracket(token[0])
        elif token["target"] is not None:
            self._link(token)
        else:
            self.write(token[0])

    def _mark(self, token: re.Match[str]) -> None:
        mark = token["mark"]
        before = self.text[max(token.start() - 1, 0) : token.start()]
        after = self.text[token.end() : token.end() + 1]
        if mark in self.opened and not before.isspace() and not after.isalnum():
            self._close(mark, *TAGS[mark])
        elif mark not in self.opened and after and not after.isspace() and not before.isalnum():
            self.opened[mark] = len(self.parts)
            self.write(mark)
        else:
            self.write(token[0])

    def _link(self, token: re.Match[str]) -> None:
        start = _anchor(token["target"])
        opened = self.opened.get("[")
        if start is None or opened is None or not self._says_something(opened):
            self.opened.pop("[", None)
            self.write(token[0])
        else:
            self._close("[", start, Markup("</a>"))

    def _says_something(self, opened: int) -> bool:
        return any(part.strip() for part in self.parts[opened + 1 :])

    def _bracket(self, written: str) -> None:
        """Open a link; a picture is none, nor is anything around it."""
        self.opened.pop("[", None)
        if written == "[":
            self.opened["["] = len(self.parts)
        self.write(written)

    def _close(self, mark: str, start: Markup, end: Markup) -> None:
        """Make the open mark a tag; marks opened inside it and left open stay as written."""
        opened = self.opened[mark]
        self.parts[opened] = start
        self.parts.append(end)
        self.opened = {key: place for key, place in self.opened.items() if place < opened}


def _anchor(target: str) -> Markup | None:
    """Return the start tag of a link, or None where the target is not a safe one."""
    if WEB.fullmatch(target):
        return Markup('<a href="{}" rel="noopener noreferrer">').format(target)
    if BESIDE.fullmatch(target):
        return Markup('<a href="{}">').format(target)
    return None
