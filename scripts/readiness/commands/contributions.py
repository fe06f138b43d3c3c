"""Reads the contributions of a group from files: saved responses, or any text with codes in it.

A file that begins as JSON does is one saved response; every other one is searched for codes. What
is not taken is named with its reason and never stops the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from readiness.engine.code_search import find_codes
from readiness.engine.response_code import Contribution, Refusal, decode
from readiness.engine.response_file import read_response_file
from readiness.engine.strict_json import LARGEST, Reason, RefusedError, read_json
from readiness.group.deduplication import Member

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readiness.questionnaire import Questionnaire

LARGEST_TEXT = 100_000_000
Refuse = Callable[[str, str, str], None]


def read_contributions(
    path: Path, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    """Yield the contributions in a file; `refuse` hears name, sentence and reason of the others."""
    name = str(path)
    try:
        content = read_bytes(path, LARGEST_TEXT)
        if content[:4].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
            yield _file_member(name, content[: LARGEST + 1], questionnaire)
            return
        text = content.decode("utf-8")
    except RefusedError as refused:
        refuse(name, str(refused), refused.reason)
        return
    except UnicodeDecodeError:
        refuse(name, "the file is neither a saved response nor a text", Reason.NOT_JSON)
        return
    yield from _code_members(name, text, questionnaire, refuse)


def read_bytes(path: Path, most: int) -> bytes:
    """Return the file's bytes, and of a file that is too big only enough to see that it is."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise RefusedError(Reason.UNREADABLE, f"the file cannot be read: {error}") from error


def _file_member(name: str, content: bytes, questionnaire: Questionnaire) -> Member:
    read = read_response_file(content, questionnaire)
    saved = read_json(content)
    origin = saved["questionnaire"] if isinstance(saved, dict) else {}
    edition, fingerprint = origin.get("edition"), origin.get("fingerprint")
    return Member(
        name=name,
        role=read.responses.role,
        answers=read.responses.answers,
        respondent=read.respondent,
        edition=edition if isinstance(edition, str) else None,
        fingerprint=fingerprint if isinstance(fingerprint, str) else None,
    )


def _code_members(
    name: str, text: str, questionnaire: Questionnaire, refuse: Refuse
) -> Iterator[Member]:
    if len(text) > LARGEST_TEXT:
        refuse(name, f"the text has more than {LARGEST_TEXT} characters", Reason.TOO_BIG)
        return
    number = 0
    for number, code in enumerate(find_codes(text), 1):
        place = f"{name}, code {number}"
        read = decode(code, questionnaire)
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
            refuse(place, "the code cannot be taken", read.value.replace("_", "-"))
    if not number:
        refuse(name, "there is no response and no code in the file", Reason.WRONG_FORMAT)
