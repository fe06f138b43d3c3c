"""Reads a saved response file for one questionnaire; what cannot be taken as written is refused.

No answer is ever bent into another. Every answer of a file that is taken has its fate, and what
merely differs (another edition, no role) a notice. A person's own backup holds the meaning of each
item; of other files only the fingerprint tells whether the questions were the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from readiness.engine.editions import Fate, Fated, SavedAnswer, answers_today, fates
from readiness.engine.file_notices import fate_notices, origin_notices, role_notices
from readiness.engine.file_parts import (
    JsonObject,
    is_answer,
    old_answers,
    optional_text,
    refuse_part,
    required_part,
    rounds,
    saved_answers,
    texts,
)
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.responses import Responses, offers
from readiness.engine.strict_json import Reason, RefusedError, quoted, read_json

if TYPE_CHECKING:
    from collections.abc import Container

    from readiness.questionnaire import Questionnaire

FORMAT = "readiness-responses"
VERSION = 1
UNTOUCHED = frozenset({Fate.CARRIED, Fate.NOT_ASKED})


class Kind(StrEnum):
    """What a file is for: meant for sharing, or everything for oneself."""

    CONTRIBUTION = "contribution"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was taken, and what a reader should know about it.

    `migrated` means from another edition, or that not every answer counts. Notes, step and
    rounds are read from a backup only. `edition` and `fingerprint` are None where they are no text.
    """

    kind: Kind
    edition: str | None
    fingerprint: str | None
    migrated: bool
    respondent: str | None
    responses: Responses
    fates: tuple[Fated, ...]
    notes: dict[str, str]
    step: str | None
    code: str | None
    rounds: list[JsonObject]
    notices: tuple[str, ...]

    @property
    def outcome(self) -> str:
        """Return the name of the outcome: "ok" or "migrated"."""
        return "migrated" if self.migrated else "ok"


def read_response_file(
    content: bytes, questionnaire: Questionnaire, taken: Container[str | None] = ()
) -> ReadFile:
    """Read one file; raise RefusedError where it cannot be taken as it was written.

    `taken` names the respondents whose files were taken before.
    """
    saved = read_json(content)
    if not isinstance(saved, dict):
        raise RefusedError(
            Reason.WRONG_FORMAT, f"the file must be an object, it is {quoted(saved)}"
        )
    _check_format(saved)
    file = _read(saved, questionnaire)
    if file.respondent in taken:
        what = f"the file of respondent {quoted(file.respondent)} was taken before"
        raise RefusedError(Reason.DUPLICATE, what)
    return file


def _read(saved: JsonObject, questionnaire: Questionnaire) -> ReadFile:
    origin = _origin(saved, questionnaire)
    kind = _kind(saved)
    named = optional_text(saved, "role")
    role = named if named in {known.id for known in questionnaire.roles} else None
    respondent = optional_text(saved, "respondent")
    found = fates(questionnaire, role, _saved_answers(saved, kind))
    is_other = _is_other(origin, questionnaire)
    is_backup = kind is Kind.BACKUP
    may_differ = is_backup and is_other and origin.get("fingerprint") is not None
    _refuse_bad_answer(found, () if may_differ else required_part(saved, "answers"))
    return ReadFile(
        kind=kind,
        edition=_text(origin.get("edition")),
        fingerprint=_text(origin.get("fingerprint")),
        migrated=is_other or any(one.fate not in UNTOUCHED for one in found),
        respondent=respondent,
        responses=Responses(role=role, answers=answers_today(found)),
        fates=tuple(found),
        notes=texts(saved, "notes") if is_backup else {},
        step=optional_text(saved, "step") if is_backup else None,
        code=optional_text(saved, "code") if is_backup else None,
        rounds=rounds(saved) if is_backup else [],
        notices=(
            *origin_notices(saved, origin, questionnaire),
            *role_notices(named, role, questionnaire),
            *fate_notices(found),
        ),
    )


def _check_format(saved: JsonObject) -> None:
    if saved.get("format") != FORMAT:
        refuse_part("format", f'"{FORMAT}"', saved.get("format"))
    version = saved.get("version")
    if type(version) is int and version > VERSION:
        message = f"the file has version {quoted(version)}; this program reads {VERSION}"
        raise RefusedError(Reason.NEWER_VERSION, message)
    if type(version) is not int or version != VERSION:
        refuse_part("version", str(VERSION), version)


def _origin(saved: JsonObject, questionnaire: Questionnaire) -> JsonObject:
    origin = required_part(saved, "questionnaire")
    if origin.get("id") != questionnaire.id:
        what = f"these are answers to {quoted(origin.get('id'))}, not to {quoted(questionnaire.id)}"
        raise RefusedError(Reason.OTHER_QUESTIONNAIRE, what)
    return origin


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _kind(saved: JsonObject) -> Kind:
    """Return the kind; a file that does not say holds answers only."""
    kind = saved.get("kind")
    if kind is None:
        return Kind.CONTRIBUTION
    if not isinstance(kind, str) or kind not in set(Kind):
        refuse_part("kind", f'"{Kind.CONTRIBUTION}" or "{Kind.BACKUP}"', kind)
    return Kind(kind)


def _saved_answers(saved: JsonObject, kind: Kind) -> list[SavedAnswer]:
    answers = required_part(saved, "answers")
    if kind is Kind.CONTRIBUTION:
        return [SavedAnswer(id=id_, answer=answer) for id_, answer in answers.items()]
    return [
        *saved_answers(saved),
        *(old for old in old_answers(saved) if old.id not in answers),
    ]


def _is_other(origin: JsonObject, questionnaire: Questionnaire) -> bool:
    """Tell whether the file says that it was written for another edition."""
    if origin.get("fingerprint") is not None:
        return origin["fingerprint"] != questionnaire_fingerprint(questionnaire)
    return origin.get("edition") not in (None, questionnaire.edition)


def _refuse_bad_answer(found: list[Fated], strict: Container[str]) -> None:
    """Refuse what no item offers, and under the `strict` ids what its item does not offer."""
    for one in found:
        if one.fate is Fate.INVALID and (one.saved.id in strict or not is_answer(one.saved.answer)):
            raise _bad_answer(one)


def _bad_answer(one: Fated) -> RefusedError:
    item, saved = one.item, one.saved
    if item is None:
        raise AssertionError(saved.id)
    na = ', "na"' if offers(item, "na") else ""
    levels = f'a level from 1 to {len(item.scale.levels)}, "dk"{na}'
    what = f"the answer to {quoted(saved.id)} must be {levels}; it is {quoted(saved.answer)}"
    return RefusedError(Reason.BAD_ANSWER, what, saved.id)
