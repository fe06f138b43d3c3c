"""What becomes of every saved answer under the questionnaire of today.

An answer stands for the question that was asked, never for an id alone: where the meaning is
known and differs, the answer is not scored until somebody confirms it. Nothing is dropped: each
answer has a fate.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from readiness.engine.fingerprint import item_fingerprint
from readiness.engine.responses import offers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Item, Questionnaire


class Fate(StrEnum):
    """What becomes of one saved answer."""

    CARRIED = "carried"  # same item, same meaning, or none known
    RENAMED = "renamed"  # the same under an earlier id
    CHANGED = "changed"  # the meaning differs: to be looked at again
    REMOVED = "removed"  # no such item
    NOT_ASKED = "not_asked"  # not of this role
    INVALID = "invalid"  # an answer that the item does not offer
    ANSWERED_TWICE = "answered_twice"  # the item is answered under a later id too


COUNTING = frozenset({Fate.CARRIED, Fate.RENAMED, Fate.NOT_ASKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The question and the chosen level's text as they were when the answer was given."""

    question: str | None
    level: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer:
    """An answer as it was saved; `meaning` is the item's fingerprint at the time, if known."""

    id: str
    answer: object
    meaning: str | None = None
    wording: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fated:
    """A saved answer, the item of today that it belongs to, and what becomes of it."""

    saved: SavedAnswer
    item: Item | None
    fate: Fate


def fates(
    questionnaire: Questionnaire, role: str | None, answers: Iterable[SavedAnswer]
) -> list[Fated]:
    """Return the fate of every answer, in the order of the questionnaire, then the removed."""
    unclaimed = {saved.id: saved for saved in answers}
    present = {item.id for item in questionnaire.items}
    found: list[Fated] = []
    for item in questionnaire.items:
        ids = dict.fromkeys([item.id, *(old for old in item.was if old not in present)])
        claimed = [unclaimed.pop(id_) for id_ in ids if id_ in unclaimed]
        for place, saved in enumerate(claimed):
            fate = Fate.ANSWERED_TWICE if place else _fate(item, role, saved)
            found.append(Fated(saved=saved, item=item, fate=fate))
    gone = (Fated(saved=saved, item=None, fate=Fate.REMOVED) for saved in unclaimed.values())
    return [*found, *gone]


def answers_today(found: Iterable[Fated]) -> dict[str, Answer]:
    """Return the answers that can be scored, by the ids of today."""
    return {
        one.item.id: cast("Answer", one.saved.answer)
        for one in found
        if one.item is not None and one.fate in COUNTING
    }


def _fate(item: Item, role: str | None, saved: SavedAnswer) -> Fate:
    if not offers(item, saved.answer):
        return Fate.INVALID
    if not item.asked_of(role):
        return Fate.NOT_ASKED
    if saved.meaning not in {None, item_fingerprint(item)}:
        return Fate.CHANGED
    return Fate.CARRIED if saved.id == item.id else Fate.RENAMED
