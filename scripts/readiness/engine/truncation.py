"""Tells a text that was cut off from one that was never JSON.

A text ends inside when more text could still make it JSON. Only the form is looked at, piece by
piece; what the values are is for `strict_json` and Python's own reader.
"""

from __future__ import annotations

import re

PIECE = re.compile(
    r'[{}\[\],:]|"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|[A-Za-z]+|[-+.0-9eE]+'
)
SPACE = re.compile(r"[ \t\n\r]*")
BEGUN_TEXT = re.compile(
    r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(?:\\(?:u[0-9a-fA-F]{0,3})?)?'
)
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
BEGUN_NUMBER = re.compile(r"-?(?:(?:0|[1-9][0-9]*)(?:\.|(?:\.[0-9]+)?[eE][+-]?)?)?")
WORDS = ("true", "false", "null")

VALUE = frozenset({"value", "first value"})
KEY = frozenset({"key", "first key"})
FIRST = {"{": "first key", "[": "first value"}
NEXT = {"{": "key", "[": "value"}
SEPARATORS = {"comma": ",", "colon": ":"}
CLOSED_BY = {"{": "}", "[": "]"}


def ends_inside(text: str) -> bool:
    """Tell whether the text is the beginning of JSON, and not the whole of it."""
    opened: list[str] = []
    expected, at = "value", 0
    while found := PIECE.match(text, _after_space(text, at)):
        piece = found[0]
        following = _following(expected, piece, opened)
        if following is None:
            return found.end() == len(text) and expected in VALUE and _is_begun(piece)
        expected, at = following, found.end()
    rest = text[at:].lstrip(" \t\n\r")
    if rest:
        return expected in VALUE | KEY and BEGUN_TEXT.fullmatch(rest) is not None
    return expected != "end"


def _after_space(text: str, at: int) -> int:
    space = SPACE.match(text, at)
    return space.end() if space else at


def _following(expected: str, piece: str, opened: list[str]) -> str | None:
    """Return what must come after this piece; None where the piece cannot stand here."""
    inside = opened[-1] if opened else ""
    if expected in {"comma", FIRST.get(inside)} and piece == CLOSED_BY.get(inside):
        opened.pop()
        return "comma" if opened else "end"
    if expected in VALUE and piece in FIRST:
        opened.append(piece)
        return FIRST[piece]
    if piece == SEPARATORS.get(expected):
        return NEXT[inside] if expected == "comma" else "value"
    if expected in KEY and piece.startswith('"'):
        return "colon"
    if expected in VALUE and _is_whole(piece):
        return "comma" if opened else "end"
    return None


def _is_whole(piece: str) -> bool:
    return piece.startswith('"') or piece in WORDS or NUMBER.fullmatch(piece) is not None


def _is_begun(piece: str) -> bool:
    begun_word = any(word.startswith(piece) for word in WORDS)
    return begun_word or BEGUN_NUMBER.fullmatch(piece) is not None
