"""How often each answer was given to each item, by role: all that a group report is made from.

Counts only. A histogram holds the levels, then "don't know", "does not apply" and blank; people
without a role are counted under None. Counts are sums: those of two halves of a group add up to
those of the whole.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from readiness.engine.responses import State
from readiness.group.deduplication import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from readiness.group.deduplication import Gathered, Slots
    from readiness.questionnaire import Item, Questionnaire

Histogram = tuple[int, ...]
Rows = dict[str | None, list[list[int]]]  # by role: for each item how often each answer was given


@dataclass(frozen=True, slots=True)
class Frequencies:
    """People by role, and for each item the histogram of every role that was asked.

    `left_out` counts people who dealt with too little, `other_editions` those of other editions;
    None where nobody knows.
    """

    people: Mapping[str | None, int]
    items: Mapping[str, Mapping[str | None, Histogram]]
    left_out: int | None = 0
    other_editions: tuple[tuple[str, int], ...] | None = ()

    @property
    def respondents(self) -> int:
        """Return how many people count."""
        return sum(self.people.values())


def count(questionnaire: Questionnaire, gathered: Gathered) -> Frequencies:
    """Count the answers of everybody who counts."""
    sizes: dict[str | None, int] = dict.fromkeys(roles_of(questionnaire), 0)
    answers: dict[str | None, list[Slots]] = {}
    for person in gathered.people:
        role = person.member.role if person.member.role in sizes else None
        sizes[role] += 1
        answers.setdefault(role, []).append(person.slots)
    rows = {
        role: [
            _histogram(item, given)
            for item, given in zip(questionnaire.items, zip(*own, strict=True), strict=True)
        ]
        for role, own in answers.items()
    }
    return Frequencies(
        people=sizes,
        items=by_item(questionnaire, rows),
        left_out=gathered.left_out,
        other_editions=gathered.other_editions,
    )


def _histogram(item: Item, given: Iterable[int | None]) -> list[int]:
    counts = Counter(given)
    return [counts[place] for place in range(blank(item) + 1)]


def by_item(questionnaire: Questionnaire, rows: Rows) -> dict[str, dict[str | None, Histogram]]:
    """Return the histograms of each item by role, from those of each role by place of the item."""
    return {
        item.id: {
            role: tuple(rows[role][place])
            for role in roles_of(questionnaire)
            if role in rows and item.asked_of(role)
        }
        for place, item in enumerate(questionnaire.items)
    }


def roles_of(questionnaire: Questionnaire) -> tuple[str | None, ...]:
    """Return the roles in their order, after None for people without one."""
    return (None, *(role.id for role in questionnaire.roles))


def places(item: Item) -> list[tuple[State, int | None]]:
    """Return state and level (from 1) of each place in the item's histogram."""
    rated = [(State.RATED, level) for level in range(1, len(item.scale.levels) + 1)]
    others = (State.DONT_KNOW, State.NOT_APPLICABLE, State.UNANSWERED)
    return [*rated, *((state, None) for state in others)]


def empty(item: Item) -> list[int]:
    """Return a histogram of nobody."""
    return [0] * (blank(item) + 1)


def added(item: Item, histograms: Iterable[Histogram]) -> Histogram:
    """Return the histogram of several roles together."""
    total = empty(item)
    for histogram in histograms:
        total = list(map(add, total, histogram))
    return tuple(total)
