"""How often each answer was given to each item, by role: all that a group report is made from.

Counts only. A histogram holds the levels, then "don't know", "does not apply" and blank; people
without a role are counted under None.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine.gathering import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readiness.engine.gathering import Person
    from readiness.questionnaire import Item, Questionnaire

Histogram = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """People by role, and for each item the histogram of every role that was asked."""

    people: dict[str | None, int]
    items: dict[str, dict[str | None, Histogram]]

    @property
    def respondents(self) -> int:
        """Return how many people count."""
        return sum(self.people.values())


def count(questionnaire: Questionnaire, people: Iterable[Person]) -> Tally:
    """Count the answers of everybody."""
    sizes: dict[str | None, int] = {None: 0, **{role.id: 0 for role in questionnaire.roles}}
    rows: dict[str | None, list[list[int]]] = {}
    for person in people:
        role = person.member.role if person.member.role in sizes else None
        sizes[role] += 1
        own = rows.get(role)
        if own is None:
            own = rows[role] = [[0] * (blank(item) + 1) for item in questionnaire.items]
        for histogram, slot in zip(own, person.slots, strict=True):
            if slot is not None:
                histogram[slot] += 1
    return Tally(
        people=sizes,
        items={
            item.id: {
                role: tuple(rows[role][place])
                for role in sizes
                if role in rows and item.asked_of(role)
            }
            for place, item in enumerate(questionnaire.items)
        },
    )


def levels_of(histogram: Sequence[int]) -> Histogram:
    """Return how often each level was given."""
    return tuple(histogram[:-3])


def dont_know_of(histogram: Sequence[int]) -> int:
    """Return how many did not know."""
    return histogram[-3]


def added(item: Item, histograms: Iterable[Sequence[int]]) -> Histogram:
    """Return the histogram of several roles together."""
    total = [0] * (blank(item) + 1)
    for histogram in histograms:
        total = [one + other for one, other in zip(total, histogram, strict=True)]
    return tuple(total)


def shares(questionnaire: Questionnaire, tally: Tally) -> tuple[Fraction | None, Fraction | None]:
    """Return completeness and don't-know share over all answers of all people."""
    totals = [added(item, tally.items[item.id].values()) for item in questionnaire.items]
    dont_know = sum(dont_know_of(total) for total in totals)
    dealt_with = dont_know + sum(sum(levels_of(total)) for total in totals)
    applicable = dealt_with + sum(total[-1] for total in totals)
    return (
        Fraction(dealt_with, applicable) if applicable else None,
        Fraction(dont_know, dealt_with) if dealt_with else None,
    )
