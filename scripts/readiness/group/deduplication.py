"""Decides whose answers count in a group report, whatever the order in which they came.

Only answers to today's edition count, once a person, and only of people who dealt with enough of
what they were asked. Everybody else is named with the reason; nothing is averaged here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import eq
from typing import TYPE_CHECKING

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.responses import Responses

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from fractions import Fraction

    from readiness.questionnaire import Item, Questionnaire

WHOLE_ID = 13
CODE_ID = 6
NO_REVISION = -1
KINDS = frozenset({int, str, type(None)})  # of answers: True and 1.0 are none, though equal to 1
Slots = tuple[int | None, ...]
_Places = tuple[list[dict[object, int]], list[int | None]]  # by item: of answers, of none


class Fate(StrEnum):
    """Why a contribution does not count."""

    DUPLICATE = "duplicate"  # the same person, the same answers
    REPLACED = "replaced"  # the same person gave a newer one
    CONFLICT = "conflict"  # the same person, other answers, and neither is known to be newer
    INCOMPLETE = "incomplete"
    OTHER_EDITION = "other_edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Responses):
    """One contribution: its name (a file, a line), and where known person, revision, edition."""

    name: str
    respondent: str | None = None
    revision: int | None = None
    edition: str | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A contribution that counts: the slot of each item's histogram, None where not asked."""

    member: Member
    slots: Slots


@dataclass(frozen=True, slots=True)
class Left:
    """A contribution that does not count; `kept` names the one that counts in its place."""

    name: str
    fate: Fate
    kept: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A contribution without an id that says the same as another one: perhaps the same sheet."""

    name: str
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Who counts, who does not, and how many answered which other edition.

    `taken` holds all contributions to today's edition, whoever counts. `repeats` are counted, and
    somebody has to be asked about them.
    """

    people: tuple[Person, ...]
    left: tuple[Left, ...]
    other_editions: tuple[tuple[str, int], ...]
    repeats: tuple[Repeat, ...] = ()
    taken: tuple[Person, ...] = ()

    @property
    def left_out(self) -> int:
        """Return how many people dealt with too little."""
        return sum(left.fate is Fate.INCOMPLETE for left in self.left)


def gather(
    questionnaire: Questionnaire, members: Iterable[Member], preferred: Container[str] = ()
) -> Gathered:
    """Sort out the contributions of a group.

    `preferred` names contributions that count before others of the same person, newer or not.
    """
    reader = SlotReader(questionnaire)
    left: list[Left] = []
    others: dict[str, int] = {}
    today: list[Person] = []
    for member in members:
        if _is_today(questionnaire, reader.fingerprint, member):
            today.append(Person(member, reader.slots(member)))
        else:
            left.append(Left(member.name, Fate.OTHER_EDITION))
            edition = member.edition or ""
            others[edition] = others.get(edition, 0) + 1
    enough = questionnaire.verdict.completeness.verdict
    counted: list[Person] = []
    for group in _by_person(today):
        person = _one_of(group, left, preferred)
        if reader.is_complete(person.slots, enough):
            counted.append(person)
        else:
            left.append(Left(person.member.name, Fate.INCOMPLETE))
    counted.sort(key=_order)
    return Gathered(
        people=tuple(counted),
        left=tuple(
            sorted(left, key=lambda one: (_place(one.name), one.fate, _place(one.kept or "")))
        ),
        other_editions=tuple(sorted(others.items(), key=lambda pair: _place(pair[0]))),
        repeats=_repeats(counted),
        taken=tuple(today),
    )


class SlotReader:
    """Reads answers as places in a histogram: the levels, don't know, does not apply, blank."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Prepare the places of every item, for every role."""
        self.fingerprint = questionnaire_fingerprint(questionnaire)
        self._items = questionnaire.items
        self._blanks = [blank(item) for item in questionnaire.items]
        self._not_applicable = [place - 1 for place in self._blanks]
        self._ids = [item.id for item in questionnaire.items]
        self._by_role: dict[str | None, _Places] = {}

    def slots(self, responses: Responses) -> Slots:
        """Return the place of each item's answer, None where the item is not asked."""
        if responses.role not in self._by_role:
            self._by_role[responses.role] = self._places_of(responses.role)
        places, nothing = self._by_role[responses.role]
        given: list[object] = list(map(responses.answers.get, self._ids))
        if not KINDS.issuperset(map(type, given)):
            given = [answer if type(answer) in KINDS else None for answer in given]
        return tuple(map(dict.get, places, given, nothing))

    def _places_of(self, role: str | None) -> _Places:
        asked = [item.asked_of(role) for item in self._items]
        return (
            [_places(item) if own else {} for item, own in zip(self._items, asked, strict=True)],
            [place if own else None for place, own in zip(self._blanks, asked, strict=True)],
        )

    def is_complete(self, slots: Slots, enough: Fraction) -> bool:
        """Tell whether so large a share of what applies is rated or answered "don't know"."""
        left: int = slots.count(None) + sum(map(eq, slots, self._not_applicable))
        blanks: int = sum(map(eq, slots, self._blanks))
        applicable = len(slots) - left
        return applicable > 0 and (
            (applicable - blanks) * enough.denominator >= enough.numerator * applicable
        )


def blank(item: Item) -> int:
    """Return the last place of an item's histogram: asked, not answered."""
    return len(item.scale.levels) + 2


def _places(item: Item) -> dict[object, int]:
    levels = len(item.scale.levels)
    places: dict[object, int] = {level: level - 1 for level in range(1, levels + 1)}
    places["dk"] = levels
    if item.allow_na and item.gate is None:
        places["na"] = levels + 1
    return places


def _is_today(questionnaire: Questionnaire, fingerprint: str, member: Member) -> bool:
    """Tell whether it answers this very edition; without a fingerprint its name decides."""
    if member.fingerprint is not None:
        return member.fingerprint == fingerprint
    return member.edition in (None, questionnaire.edition)


def _by_person(people: Iterable[Person]) -> list[list[Person]]:
    """Return the contributions of each person together.

    A code holds the beginning of a person's id: it belongs to the one whole id that begins so,
    and stands for a person of its own where several do.
    """
    groups: dict[tuple[str, str], list[Person]] = {}
    codes: dict[str, list[Person]] = {}
    whole: dict[str, set[str]] = {}
    alone: list[list[Person]] = []
    for person in people:
        id_ = person.member.respondent
        if id_ is None:
            alone.append([person])
        elif len(id_) == CODE_ID:
            codes.setdefault(id_, []).append(person)
        else:
            groups.setdefault(("whole", id_), []).append(person)
            if len(id_) == WHOLE_ID:
                whole.setdefault(id_[:CODE_ID], set()).add(id_)
    for start, own in codes.items():
        ids = whole.get(start, set())
        key = ("whole", next(iter(ids))) if len(ids) == 1 else ("code", start)
        groups.setdefault(key, []).extend(own)
    return [*alone, *groups.values()]


def _repeats(people: Iterable[Person]) -> tuple[Repeat, ...]:
    """Return contributions without an id that give the same answers in the same role."""
    first: dict[tuple[str | None, Slots], str] = {}
    found = []
    for person in people:
        if person.member.respondent is None:
            key = (person.member.role, person.slots)
            if key in first:
                found.append(Repeat(person.member.name, first[key]))
            first.setdefault(key, person.member.name)
    return tuple(found)


def _one_of(group: Sequence[Person], left: list[Left], preferred: Container[str]) -> Person:
    """Return the contribution that counts of one person's, and name the others.

    A preferred one counts, else the highest revision. Where that does not decide: the one with the
    most answers, then the one whose answers come first as text; no order of arrival plays a part.
    """
    if len(group) == 1:
        return group[0]
    kept, *others = sorted(group, key=lambda one: (one.member.name not in preferred, *_worth(one)))
    left += [Left(other.member.name, _fate(kept, other), kept.member.name) for other in others]
    return kept


def _worth(person: Person) -> tuple[object, ...]:
    return (-_revision(person), -len(person.member.answers), *_order(person))


def _fate(kept: Person, other: Person) -> Fate:
    if (kept.slots, kept.member.role) == (other.slots, other.member.role):
        return Fate.DUPLICATE
    known = kept.member.revision is not None and other.member.revision is not None
    return Fate.REPLACED if known and _revision(kept) > _revision(other) else Fate.CONFLICT


def _revision(person: Person) -> int:
    return NO_REVISION if person.member.revision is None else person.member.revision


def _order(person: Person) -> tuple[str, str, bytes]:
    """Return what sorts people the same in every language and order of arrival."""
    role = person.member.role
    return "" if role is None else f"={role}", slots_text(person.slots), _place(person.member.name)


def slots_text(slots: Slots) -> str:
    """Return answers as a text that two people share only if they answered the same."""
    return ".".join(["-" if slot is None else str(slot) for slot in slots])


def _place(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")
