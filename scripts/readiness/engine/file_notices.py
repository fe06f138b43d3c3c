"""Sentences about what merely differs in a file that is taken; they refuse nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.engine.editions import Fate
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.strict_json import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.engine.editions import Fated
    from readiness.engine.file_parts import JsonObject
    from readiness.questionnaire import Questionnaire

MOST_NAMED = 10
NOTICES = {
    "answers under an earlier id": {Fate.RENAMED},
    "left out, unknown or answered twice": {Fate.REMOVED, Fate.ANSWERED_TWICE},
    "left out, the question or its levels have changed": {Fate.CHANGED},
    "left out, no longer offered": {Fate.INVALID},
    "left out, not asked of this role": {Fate.NOT_ASKED},
}


def origin_notices(
    saved: JsonObject, origin: JsonObject, questionnaire: Questionnaire
) -> Iterator[str]:
    """Say what the file leaves out about its origin, and what differs from ours."""
    if saved.get("respondent") is None:
        yield "no respondent is named"
    if origin.get("edition") is None:
        yield "no edition is named"
    elif origin["edition"] != questionnaire.edition:
        ours = quoted(questionnaire.edition)
        yield f"written for edition {quoted(origin['edition'])}, scored by edition {ours}"
    if origin.get("fingerprint") is None:
        yield "no fingerprint: whether the questions were the same is not known"
    elif origin["fingerprint"] != questionnaire_fingerprint(questionnaire):
        yield "the fingerprint differs: questions or rules have changed since"


def role_notices(
    named: str | None, role: str | None, questionnaire: Questionnaire
) -> Iterator[str]:
    """Say when there is no role, or none that we know."""
    if named is None and questionnaire.roles:
        yield "no role: scored as if everything had been asked"
    if named is not None and role is None:
        yield f"unknown role {quoted(named)}: scored as if everything had been asked"


def fate_notices(found: list[Fated]) -> Iterator[str]:
    """Say which answers were read under another id, and which are left out, and why."""
    for what, which in NOTICES.items():
        ids = [quoted(one.saved.id) for one in found if one.fate in which]
        more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
        if ids:
            yield f"{what}: {', '.join(ids[:MOST_NAMED])}{more}"
