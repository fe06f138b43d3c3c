"""The parts of a saved file that rounds and whole files share, checked one by one.

A part of the wrong kind refuses the file by the part's name; nothing is bent into shape.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from readiness.engine.editions import SavedAnswer, Wording
from readiness.engine.strict_json import Reason, RefusedError, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_LEVELS = 11
ITEM_ID = re.compile(r"[a-z][a-z0-9-]*")

JsonObject = dict[str, object]


def is_answer(answer: object) -> bool:
    """Tell whether something could be an answer to some item of some questionnaire."""
    if isinstance(answer, str):
        return answer in {"dk", "na"}
    return type(answer) is int and 1 <= answer <= MOST_LEVELS


def required_part(file: Mapping[str, object], name: str) -> JsonObject:
    """Return a part that must be there and be an object."""
    part = file.get(name)
    if not isinstance(part, dict):
        refuse_part(name, "an object", part)
    return part


def optional_part(file: Mapping[str, object], name: str) -> JsonObject:
    """Return a part that is an object, empty where it is missing."""
    return {} if file.get(name) is None else required_part(file, name)


def optional_text(file: Mapping[str, object], name: str) -> str | None:
    """Return a text, or None where it is missing."""
    text = file.get(name)
    if text is not None and not isinstance(text, str):
        refuse_part(name, "a text", text)
    return text


def texts(file: Mapping[str, object], name: str) -> dict[str, str]:
    """Return texts by item id; ids that no item can have are left out."""
    part = optional_part(file, name)
    found: dict[str, str] = {}
    for id_, text in part.items():
        if not isinstance(text, str):
            refuse_part(name, "texts by item", text)
        if ITEM_ID.fullmatch(id_):
            found[id_] = text
    return found


def saved_answers(file: Mapping[str, object]) -> list[SavedAnswer]:
    """Return the answers with what is known of their meaning and wording."""
    meanings = texts(file, "meanings")
    wordings = optional_part(file, "wording")
    return [
        SavedAnswer(
            id=id_,
            answer=answer,
            meaning=meanings.get(id_),
            wording=_wording(wordings, id_) if id_ in wordings else None,
        )
        for id_, answer in optional_part(file, "answers").items()
    ]


def old_answers(file: Mapping[str, object]) -> list[SavedAnswer]:
    """Return the answers that an earlier edition left behind, each with its own meaning."""
    old = optional_part(file, "old")
    return [_old_answer(old, id_) for id_ in old]


def rounds(file: Mapping[str, object]) -> list[JsonObject]:
    """Return earlier rounds: their answers must be answers, all else in them is kept as it is."""
    found = file.get("rounds")
    if found is None:
        return []
    if not isinstance(found, list):
        refuse_part("rounds", "a list", found)
    for round_ in found:
        if not isinstance(round_, dict):
            refuse_part("rounds", "a list of objects", round_)
        _check_round(round_)
    return found


def refuse_part(name: str, should: str, value: object) -> NoReturn:
    """Refuse a part that is of the wrong kind, by its name."""
    message = f'"{name}" must be {should}, it is {quoted(value)}'
    raise RefusedError(Reason.WRONG_FORMAT, message, name)


def _check_round(round_: JsonObject) -> None:
    optional_text(round_, "role")
    texts(round_, "notes")
    for saved in saved_answers(round_):
        if not is_answer(saved.answer):
            message = f"an earlier round's answer to {quoted(saved.id)} is {quoted(saved.answer)}"
            raise RefusedError(Reason.BAD_ANSWER, message, saved.id)


def _old_answer(old: Mapping[str, object], id_: str) -> SavedAnswer:
    part = optional_part(old, id_)
    meaning = optional_text(part, "meaning")
    return SavedAnswer(
        id=id_, answer=part.get("answer"), meaning=meaning, wording=_wording(old, id_)
    )


def _wording(parts: Mapping[str, object], id_: str) -> Wording | None:
    part = optional_part(parts, id_)
    wording = Wording(question=optional_text(part, "question"), level=optional_text(part, "level"))
    return None if wording == Wording(question=None, level=None) else wording
