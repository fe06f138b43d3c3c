r"""PyYAML's own pure Python parser, made faster and with a memory for quotes.

Pure Python, so that accepted files, places and messages are the same on every machine (libyaml
differs in all three). Three steps are replaced by equal but faster ones; a test compares the
events with the stock parser's. The text must have `\n` as its only line end (see `decoding`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

Place = tuple[int, int]  # line and column, from 1

# Words of an unquoted scalar up to the end of the line, `: ` or ` #`; in brackets also `,?[]{}`.
_BLOCK = r"(?:[^\0 \t\n:]|:(?![\0 \t\n]))+"
_FLOW = r"(?:[^\0 \t\n:,?\[\]{}]|:(?![\0 \t\n,\[\]{}]))+"
_WORDS = tuple(re.compile(rf"{word}(?: +(?!#){word})*") for word in (_BLOCK, _FLOW))


def place_of(mark: Any) -> Place:  # noqa: ANN401  # PyYAML types its marks in four ways
    """Return line and column of PyYAML's mark, counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class Events(Reader, Scanner, Parser):
    """The events of one YAML text; `quoted` tells where quoted texts began and ended."""

    def __init__(self, text: str) -> None:
        """Start at the first character; the text has no control characters."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        self.quoted: list[tuple[Place, Place]] = []

    def each(self) -> Iterator[tuple[Event, Place, Place]]:
        """Yield every event with the places where it starts and ends."""
        while self.check_event():
            event: Event = self.get_event()  # type: ignore[no-untyped-call]  # as PyYAML has it
            yield event, place_of(event.start_mark), place_of(event.end_mark)

    @property
    def place(self) -> Place:
        """Return how far the text has been read."""
        return self.line + 1, self.column + 1

    def forward(self, length: int = 1) -> None:
        """Move on by some characters and keep line and column."""
        passed = self.buffer[self.pointer : self.pointer + length]
        self.pointer += length
        self.index += length
        if "\n" in passed:
            self.line += passed.count("\n")
            self.column = length - passed.rfind("\n") - 1
        else:
            self.column += length

    def check_token(self, *choices: Any) -> bool:  # noqa: ANN401  # PyYAML's token classes
        """Tell whether the next token is one of some kinds; scan on only where that is needed."""
        if not self.tokens or self.possible_simple_keys:
            while self.need_more_tokens():
                self.fetch_more_tokens()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Scan a quoted scalar and remember where it stands."""
        token = super().scan_flow_scalar(style)
        self.quoted.append((place_of(token.start_mark), place_of(token.end_mark)))
        return token

    def scan_plain(self) -> ScalarToken:
        """Scan an unquoted scalar a line at a time instead of a character at a time."""
        words = _WORDS[bool(self.flow_level)]
        chunks: list[str] = []
        start = end = self.get_mark()
        spaces: list[str] | None = []
        while match := (self.peek() != "#" and words.match(self.buffer, self.pointer)):
            self.allow_simple_key = False
            chunks += [*(spaces or ()), match[0]]
            self.forward(len(match[0]))
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start)
            outdented = not self.flow_level and self.column < self.indent + 1
            if not spaces or outdented:
                break
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003  # PyYAML's order
