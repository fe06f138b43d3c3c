"""Finds answers in a text of any kind: codes, and saved responses that stand between other words.

Takes the text as `carriers.undo` returns it. What looks like a saved response and is not whole is
found too, so that it can be named. The time grows with the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.engine.code_groups import beginning_of
from readiness.engine.code_search import find_codes
from readiness.engine.strict_json import LARGEST
from readiness.formats.carriers import COUNTED, ROUNDS, ROW, SOFT_BREAK, WRAP, undo
from readiness.formats.mails import open_mail
from readiness.formats.rich_text import open_rich_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.engine.response_code import CodeShape

_MARK = re.compile("readiness-responses")
_ANSWERS = re.compile('"answers"[ \n]{0,9}:[ \n]{0,9}\\{')
_SIGN = re.compile('[{}"\\\\]')
_QUOTE_MARKS = re.compile("\n[>| \t]{0,40}")
# How a saved response begins that stands as a text in another file: in JSON, CSV or Python.
_IN_JSON = re.compile(r'\{(?:[ \n]|\\+[nrt]){0,99}\\+"')
_IN_CSV = re.compile('\\{[ \n]{0,99}""')
_IN_PYTHON = re.compile("\\{[ \n]{0,99}'")
_ESCAPED = re.compile(r"\\(.)")
_LAID_OUT = frozenset("nrt")
# So many brackets back may the one lie that opens a saved response.
_BRACKETS = 8


@dataclass(frozen=True, slots=True)
class FoundAnswers:
    """A code or a saved response as JSON, with the line on which it begins, counted from 1.

    `kind` is code, saved or named; `reason` says why something is named and not taken.
    """

    kind: str
    text: str
    line: int
    reason: str | None = None


def find_answers(text: str, shape: CodeShape) -> Iterator[FoundAnswers]:
    """Yield in their order the answers in a text as it came, and whatever looks like answers."""
    plain = undo(open_mail(open_rich_text(text)))
    at, line, counted = 0, 1, 0
    for start, end, saved in [*_objects(plain), (len(plain), len(plain), None)]:
        for found in find_codes(plain[at:start], shape):
            line += _lines(plain, counted, at + found.start)
            counted = at + found.start
            kind = "named" if found.reason else "code"
            yield FoundAnswers(kind, found.text, line, found.reason)
        if end > start:
            line += _lines(plain, counted, start)
            counted = start
            yield _found_object(plain[start:end], saved, line)
        at = end


def _lines(text: str, start: int, end: int) -> int:
    return len(COUNTED.findall(text, start, end))


def _found_object(text: str, saved: str | None, line: int) -> FoundAnswers:
    if saved is not None:
        return FoundAnswers("saved", saved, line)
    return FoundAnswers("named", beginning_of(text, 0, len(text)), line, "broken_file")


def _objects(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield start, end and JSON of each saved response; None where it is not whole."""
    at = 0
    mark = _MARK.search(text)
    while mark:
        following = _MARK.search(text, mark.end())
        limit = following.start() if following else len(text)
        opened, closed = _brackets(text, at, mark.start(), min(limit, mark.start() + LARGEST))
        if closed is None:
            parts = [part.end() for part in _ANSWERS.finditer(text, mark.end(), limit)]
            at = max([mark.end(), *parts])
            yield opened, at, None
        else:
            at = closed
            yield opened, at, _json(text[opened:closed])
        mark = following


def _brackets(text: str, start: int, mark: int, limit: int) -> tuple[int, int | None]:
    """Return where the object around a mark opens and ends; no end where it does not close."""
    opened = mark
    for _ in range(_BRACKETS):
        bracket = text.rfind("{", max(start, mark - LARGEST), opened)
        if bracket < 0:
            break
        opened = bracket
        closed = _closing(text, opened, limit)
        if closed is None or closed > mark:
            return opened, closed
    return opened, None


def _closing(text: str, opened: int, limit: int) -> int | None:
    depth, is_text, skipped = 0, False, -1
    for sign in _SIGN.finditer(text, opened, limit):
        if sign.start() == skipped:
            continue
        if sign[0] == "\\":
            skipped = sign.end()
        elif sign[0] == '"':
            is_text = not is_text
        elif not is_text:
            depth += 1 if sign[0] == "{" else -1
        if depth == 0:
            return sign.end()
    return None


def _json(text: str) -> str:
    """Return an object without what carriers put at the ends of its lines."""
    plain = text.replace(SOFT_BREAK, "").replace(WRAP, "\n").replace(ROW, "")
    return _in_the_open(_QUOTE_MARKS.sub("", plain))


def _in_the_open(text: str) -> str:
    """Return an object with its quotation marks as they were before another file held it."""
    if _IN_CSV.match(text):
        text = text.replace('""', '"')
    for _ in range(ROUNDS):
        if not _IN_JSON.match(text):
            break
        text = _ESCAPED.sub(lambda sign: " " if sign[1] in _LAID_OUT else sign[1], text)
    return text.replace("'", '"') if _IN_PYTHON.match(text) else text
