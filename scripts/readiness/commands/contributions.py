"""Reads the contributions of a group from files: saved responses, or any text with answers in it.

A file that is one saved response is read as such; every other text is searched for codes and saved
responses after undoing what carriers did. What is not taken is named with its line and its reason
and never stops the rest; a file that is none of ours is named for what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from readiness.engine.response_code import Contribution, Refusal, code_shape, decode
from readiness.engine.response_file import read_response_file
from readiness.engine.strict_json import LARGEST, Reason, RefusedError
from readiness.formats.answers_in_text import find_answers
from readiness.formats.encodings import decode_text
from readiness.formats.foreign_files import foreign_kind, text_kind
from readiness.formats.refusals import FOREIGN, NAMED
from readiness.group.deduplication import Member
from readiness.problems import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readiness.formats.answers_in_text import FoundAnswers
    from readiness.questionnaire import Questionnaire

LARGEST_TEXT = 100_000_000
OURS = "readiness-responses"
SHOWN = 40
# A file that is refused for these, or names no format of ours, may be a text with answers in it.
NOT_ONE_FILE = (Reason.NOT_JSON, Reason.TRUNCATED, Reason.TOO_BIG)
Refuse = Callable[[str, str, str], None]


def read_contributions(
    path: Path, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    """Yield the contributions in a file; `refuse` hears name, sentence and reason of the others."""
    name = str(path)
    if path.is_dir():
        refuse(name, FOREIGN["folder"], "folder")
        return
    try:
        content = read_bytes(path, LARGEST_TEXT)
    except RefusedError as refused:
        refuse(name, str(refused), refused.reason)
        return
    yield from _content_members(name, content, questionnaire, refuse)


def _content_members(
    name: str, content: bytes, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    kind = foreign_kind(content, name)
    text = None if kind else decode_text(content)
    if text is None:
        kind = kind or "no_text"
        refuse(name, FOREIGN[kind], _shown(kind))
    elif len(content) > LARGEST_TEXT:
        refuse(name, f"the text has more than {LARGEST_TEXT} characters", Reason.TOO_BIG)
    else:
        yield from _members(name, content, text, questionnaire, refuse)


def read_bytes(path: Path, most: int) -> bytes:
    """Return the file's bytes, and of a file that is too big only enough to see that it is."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise RefusedError(Reason.UNREADABLE, f"the file cannot be read: {error}") from error


def _members(
    name: str, content: bytes, text: str, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    """Yield what a text holds: it may be one saved response, or hold many answers."""
    refused = None
    if text.lstrip(" \t\r\n").startswith("{"):
        try:
            yield _saved_member(name, content[: LARGEST + 1], questionnaire)
        except RefusedError as error:
            refused = error
        if refused is None:
            return
    if refused and refused.reason not in NOT_ONE_FILE and refused.place != "format":
        refuse(name, str(refused), refused.reason)
        return
    found = find_answers(text, code_shape(questionnaire))
    first, second = next(found, None), next(found, None)
    if first is None or (refused and second is None and first.reason == "broken_file"):
        refuse(name, *_nothing_found(text, refused))
        return
    every = chain([first], [second] if second else [], found)
    for number, one in enumerate(every, 1):
        yield from _found_member(one, f"{name}, {_place(one, number)}", questionnaire, refuse)


def _nothing_found(text: str, refused: RefusedError | None) -> tuple[str, str]:
    """Return the sentence and the reason for a text without answers."""
    kind = text_kind(text)
    if kind:
        return FOREIGN[kind], _shown(kind)
    if refused and (refused.place or refused.reason == Reason.TRUNCATED or OURS in text):
        return str(refused), refused.reason
    return "there is no response and no code in the file", Reason.WRONG_FORMAT


def _place(found: FoundAnswers, number: int) -> str:
    """Return what stands in a text, which of all it is, and on what line."""
    is_response = found.kind == "saved" or found.reason == "broken_file"
    other = "link" if found.reason == "empty_link" else "code"
    return f"{'response' if is_response else other} {number} (line {found.line})"


def _found_member(
    found: FoundAnswers, place: str, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    if found.kind == "code":
        yield from _code_member(found, place, questionnaire, refuse)
    elif found.kind == "named":
        _refuse_named(found, place, found.reason or "damaged", refuse)
    else:
        try:
            yield _saved_member(place, found.text.encode("utf-8", "replace"), questionnaire)
        except RefusedError as refused:
            refuse(place, str(refused), refused.reason)


def _code_member(
    found: FoundAnswers, place: str, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    read = decode(found.text, questionnaire)
    if isinstance(read, Contribution):
        yield Member(
            name=place,
            role=read.role,
            answers=read.answers,
            respondent=read.respondent,
            revision=read.revision,
        )
    elif read is Refusal.OTHER_EDITION:
        yield Member(name=place, edition="", fingerprint="")
    else:
        _refuse_named(found, place, read.value, refuse)


def _refuse_named(found: FoundAnswers, place: str, reason: str, refuse: Refuse) -> None:
    sentence = NAMED.get(reason, NAMED["damaged"])
    refuse(place, f"{sentence}; it begins {printable(found.text[:SHOWN])}", _shown(reason))


def _saved_member(name: str, content: bytes, questionnaire: Questionnaire) -> Member:
    read = read_response_file(content, questionnaire)
    return Member(
        name=name,
        role=read.responses.role,
        answers=read.responses.answers,
        respondent=read.respondent,
        edition=read.edition,
        fingerprint=read.fingerprint,
    )


def _shown(reason: str) -> str:
    return reason.replace("_", "-")
