"""Reads JSON that a stranger wrote: nothing is guessed, doubled or let through too large.

Refuses what Python's reader would take in silence: repeated keys, NaN and Infinity, deep nesting,
files of more than a megabyte.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum

LARGEST = 1_000_000
DEEPEST = 32
WIDEST = 60
TEXTS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class Reason(StrEnum):
    """Why a file is not taken."""

    UNREADABLE = "unreadable"
    TOO_BIG = "too-big"
    TOO_DEEP = "too-deep"
    NOT_JSON = "not-json"
    DUPLICATE = "duplicate"
    WRONG_FORMAT = "wrong-format"
    NEWER_VERSION = "newer-version"
    OTHER_QUESTIONNAIRE = "other-questionnaire"
    BAD_ANSWER = "bad-answer"


class RefusedError(ValueError):
    """A file that is not taken: the reason, and a sentence that names the place."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        """Keep the reason apart from the sentence."""
        super().__init__(sentence)
        self.reason = reason


def read_json(content: bytes) -> object:
    """Return what a JSON file holds; raise RefusedError where it is not strict JSON."""
    if len(content) > LARGEST:
        raise RefusedError(Reason.TOO_BIG, f"the file is larger than {LARGEST} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(Reason.NOT_JSON, f"this is not UTF-8 text: {error}") from error
    if _depth(text) > DEEPEST:
        raise RefusedError(Reason.TOO_DEEP, f"the file nests deeper than {DEEPEST} levels")
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except RefusedError:
        raise
    except ValueError as error:
        raise RefusedError(Reason.NOT_JSON, f"this is not JSON: {error}") from error


def quoted(value: object) -> str:
    """Return a value of the file for a message: on one line, in ASCII, and short."""
    text = json.dumps(value)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 3]}..."


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", TEXTS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read: dict[str, object] = {}
    for key, value in pairs:
        if key in read:
            twice = f"the key {quoted(key)} stands twice in one object"
            raise RefusedError(Reason.DUPLICATE, twice)
        read[key] = value
    return read


def _no_constant(name: str) -> object:
    raise RefusedError(Reason.NOT_JSON, f"this is not JSON: {name} is not a number")
