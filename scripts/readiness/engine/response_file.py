"""Reads a saved response file for one questionnaire; what cannot be scored as written is refused.

No answer is ever bent into another. A file that merely differs (an item that is not known, another
edition, no role) is scored, with a notice for each difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.responses import Answer, Responses, offers
from readiness.engine.strict_json import Reason, RefusedError, quoted, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.questionnaire import Item, Questionnaire

FORMAT = "readiness-responses"
VERSION = 1
MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """The responses of a good file, and what a reader should know about it."""

    responses: Responses
    notices: tuple[str, ...]


def read_response_file(content: bytes, questionnaire: Questionnaire) -> ReadFile:
    """Read one file; raise RefusedError where it cannot be scored as it was written."""
    saved = _object(read_json(content), "the file")
    _check_format(saved)
    meant = _object(saved.get("questionnaire"), '"questionnaire"')
    if meant.get("id") != questionnaire.id:
        what = f"these are answers to {quoted(meant.get('id'))}, not to {quoted(questionnaire.id)}"
        raise RefusedError(Reason.OTHER_QUESTIONNAIRE, what)
    role, role_notices = _role(saved, questionnaire)
    answers, answer_notices = _answers(saved, questionnaire, role)
    notices = (*_origin_notices(saved, meant, questionnaire), *role_notices, *answer_notices)
    return ReadFile(responses=Responses(role=role, answers=answers), notices=notices)


def _object(value: object, name: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise RefusedError(Reason.WRONG_FORMAT, f"{name} must be an object, it is {quoted(value)}")
    return value


def _check_format(saved: dict[str, object]) -> None:
    if saved.get("format") != FORMAT:
        message = f'"format" must be "{FORMAT}", it is {quoted(saved.get("format"))}'
        raise RefusedError(Reason.WRONG_FORMAT, message)
    version = saved.get("version")
    if type(version) is int and version > VERSION:
        message = f"the file has version {quoted(version)}; this program reads {VERSION}"
        raise RefusedError(Reason.NEWER_VERSION, message)
    if type(version) is not int or version != VERSION:
        message = f'"version" must be {VERSION}, it is {quoted(version)}'
        raise RefusedError(Reason.WRONG_FORMAT, message)


def _origin_notices(
    saved: dict[str, object], meant: dict[str, object], questionnaire: Questionnaire
) -> Iterator[str]:
    if saved.get("respondent") is None:
        yield "no respondent is named"
    if meant.get("edition") is None:
        yield "no edition is named"
    elif meant["edition"] != questionnaire.edition:
        ours = quoted(questionnaire.edition)
        yield f"written for edition {quoted(meant['edition'])}, scored by edition {ours}"
    if meant.get("fingerprint") is None:
        yield "no fingerprint: whether the questions were the same is not known"
    elif meant["fingerprint"] != questionnaire_fingerprint(questionnaire):
        yield "the fingerprint differs: questions or rules have changed since"


def _role(
    saved: dict[str, object], questionnaire: Questionnaire
) -> tuple[str | None, tuple[str, ...]]:
    role = saved.get("role")
    if role is not None and not isinstance(role, str):
        raise RefusedError(
            Reason.WRONG_FORMAT, f'"role" must be a role\'s id, it is {quoted(role)}'
        )
    if role in {known.id for known in questionnaire.roles}:
        return role, ()
    if role is None:
        missing = "no role: scored as if everything had been asked"
        return None, (missing,) if questionnaire.roles else ()
    return None, (f"unknown role {quoted(role)}: scored as if everything had been asked",)


def _answers(
    saved: dict[str, object], questionnaire: Questionnaire, role: str | None
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    given = _object(saved.get("answers"), '"answers"')
    items = {item.id: item for item in questionnaire.items}
    earlier = {old: item for item in items.values() for old in item.was if old not in items}
    answers = {id_: _answer(items[id_], given[id_], id_) for id_ in given if id_ in items}
    renamed = [id_ for id_ in given if id_ in earlier and earlier[id_].id not in answers]
    for id_ in renamed:
        answers.setdefault(earlier[id_].id, _answer(earlier[id_], given[id_], id_))
    unknown = [id_ for id_ in given if id_ not in items and id_ not in renamed]
    not_asked = [id_ for id_ in answers if not items[id_].asked_of(role)]
    notices = {
        "answers under an earlier id": renamed,
        "left out, unknown or answered twice": unknown,
        "left out, not asked of this role": not_asked,
    }
    return answers, tuple(f"{what}: {_named(ids)}" for what, ids in notices.items() if ids)


def _answer(item: Item, answer: object, written: str) -> Answer:
    if not offers(item, answer):
        na = ', "na"' if offers(item, "na") else ""
        levels = f'a level from 1 to {len(item.scale.levels)}, "dk"{na}'
        message = f"the answer to {quoted(written)} must be {levels}; it is {quoted(answer)}"
        raise RefusedError(Reason.BAD_ANSWER, message)
    return cast("Answer", answer)


def _named(ids: list[str]) -> str:
    more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
    return ", ".join(quoted(id_) for id_ in ids[:MOST_NAMED]) + more
