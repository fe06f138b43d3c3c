"""PyYAML's own pure Python parser, made faster and with a memory for quotes.

Pure Python, so that accepted files, marks and messages are the same on every machine (libyaml
differs in all three). Two steps are replaced by equal but faster ones; a test compares the
events with the stock parser's. The text must have `\\n` as its only line end (see `decoding`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken

if TYPE_CHECKING:
    from yaml.error import Mark

# Words of an unquoted scalar up to the end of the line, `: ` or ` #`; in brackets also `,?[]{}`.
_WORD = r"(?:[^\0 \t\n:{stop}]|:(?![\0 \t\n{after}]))+"
_BLOCK = _WORD.format(stop="", after="")
_FLOW = _WORD.format(stop=r",?\[\]{{}}", after=r",\[\]{{}}").replace("{{}}", "{}")
_WORDS = tuple(re.compile(rf"{word}(?: +(?!#){word})*") for word in (_BLOCK, _FLOW))


class Events(Reader, Scanner, Parser):  # type: ignore[misc]  # PyYAML has no types here
    """The events of one YAML text; `quoted` is where the last quoted text began and ended."""

    def __init__(self, text: str) -> None:
        """Start at the first character; the text has no control characters."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        self.quoted: tuple[Mark, Mark] | None = None

    def forward(self, length: int = 1) -> None:
        """Move on by some characters and keep line and column."""
        passed = self.buffer[self.pointer : self.pointer + length]
        self.pointer += length
        self.index += length
        lines = passed.count("\n")
        self.line += lines
        self.column = length - passed.rfind("\n") - 1 if lines else self.column + length

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Scan a quoted scalar and remember where it stands."""
        token: ScalarToken = super().scan_flow_scalar(style)
        self.quoted = (token.start_mark, token.end_mark)
        return token

    def scan_plain(self) -> ScalarToken:
        """Scan an unquoted scalar a line at a time instead of a character at a time."""
        words = _WORDS[bool(self.flow_level)]
        chunks: list[str] = []
        start = end = self.get_mark()
        spaces: list[str] = []
        while match := (self.peek() != "#" and words.match(self.buffer, self.pointer)):
            self.allow_simple_key = False
            chunks += [*spaces, match[0]]
            self.forward(len(match[0]))
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start)
            outdented = not self.flow_level and self.column < self.indent + 1
            if not spaces or outdented:
                break
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003  # PyYAML's order
