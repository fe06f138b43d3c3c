"""Reads JSON that a stranger wrote: nothing is guessed, doubled or let through too large.

Refuses what Python's reader would take in silence: repeated keys, NaN and Infinity, half
characters, deep nesting, files of more than a megabyte. A number that is not a whole one of at
most 15 digits stays as it was written. A text that ends inside a value is "truncated".
"""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from readiness.engine.truncation import ends_inside

LARGEST = 1_000_000
DEEPEST = 32
WIDEST = 60
WHOLE = re.compile(r"(?!-0)-?[0-9]{1,15}")
TEXTS = re.compile(r'"(?:[^"\\]|\\.)*\\?"?', re.DOTALL)


class Reason(StrEnum):
    """Why a file is not taken."""

    UNREADABLE = "unreadable"
    TOO_BIG = "too-big"
    TRUNCATED = "truncated"
    NOT_JSON = "not-json"
    WRONG_FORMAT = "wrong-format"
    NEWER_VERSION = "newer-version"
    OTHER_QUESTIONNAIRE = "other-questionnaire"
    BAD_ANSWER = "bad-answer"
    DUPLICATE = "duplicate"
    OTHER_EDITION = "other-edition"  # of counts: files and codes of other editions are told of
    BAD_COUNTS = "bad-counts"


class RefusedError(ValueError):
    """A file that is not taken: the reason, and a sentence that names the place."""

    def __init__(self, reason: Reason, sentence: str, place: str | None = None) -> None:
        """Keep apart the reason and the place: the item of an answer, or the part of the file."""
        super().__init__(sentence)
        self.reason = reason
        self.place = place


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number that is not a small whole one, exactly as the file has it."""

    text: str


def read_json(content: bytes) -> object:
    """Return what a JSON file holds; raise RefusedError where it is not strict JSON."""
    if len(content) > LARGEST:
        raise RefusedError(Reason.TOO_BIG, f"the file is larger than {LARGEST} bytes")
    text, is_cut = _decoded(content)
    if _depth(text) > DEEPEST:
        _refuse(f"it nests deeper than {DEEPEST} levels")
    repeated: list[str] = []
    value = _parsed(text, repeated)
    if is_cut:
        _refuse("half a character follows it")
    if repeated:
        _refuse(f"the key {quoted(repeated[0])} stands twice in one object")
    if _has_half_characters(value):
        _refuse("a text in it holds half a character")
    return value


def quoted(value: object) -> str:
    """Return a value of the file for a message: on one line, in ASCII, and short."""
    text = value.text if isinstance(value, WrittenNumber) else json.dumps(value, default=_written)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 3]}..."


def _refuse(why: str) -> NoReturn:
    message = f"this is not JSON: {why}"
    raise RefusedError(Reason.NOT_JSON, message)


def _decoded(content: bytes) -> tuple[str, bool]:
    """Return the text, and whether the end of the file cuts a character in two."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8"), True
        raise RefusedError(Reason.NOT_JSON, f"this is not UTF-8 text: {error}") from error


def _parsed(text: str, repeated: list[str]) -> object:
    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        read = dict(found)
        if len(read) < len(found):
            repeated.append(Counter(key for key, _ in found).most_common(1)[0][0])
        return read

    try:
        return json.loads(
            text,
            object_pairs_hook=pairs,
            parse_constant=_no_constant,
            parse_int=_number,
            parse_float=WrittenNumber,
        )
    except json.JSONDecodeError as error:
        if ends_inside(text):
            message = "the file ends in the middle"
            raise RefusedError(Reason.TRUNCATED, message) from error
        _refuse(str(error))


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", TEXTS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _number(text: str) -> int | WrittenNumber:
    return int(text) if WHOLE.fullmatch(text) else WrittenNumber(text)


def _no_constant(name: str) -> object:
    _refuse(f"{name} is not a number")


def _has_half_characters(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False, default=_written).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _written(number: WrittenNumber) -> str:
    return number.text
