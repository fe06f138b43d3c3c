"""The told tables of a group, written anew from the text of the rules, for comparison.

In the words and the order of scoring.md 3.6, with nothing of the package. Each rule that a canary
bends stands in a method of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .text_groups import high_half_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .text_groups import Form, Person, Question

Ends = tuple[Fraction, Fraction]
Blocks = dict[str, "list[Person]"]
EVERYONE = "everyone"
NOT_ASKED = "not asked"


@dataclass(frozen=True)
class Half:
    """Levels from `start` to before `end`; `levels` is None where only the number is told."""

    start: int
    end: int
    people: int
    levels: list[int] | None


@dataclass(frozen=True, kw_only=True)
class Table:
    """What is told of one question; a block is None where too few rated."""

    question: Question
    halves: list[Half]
    blocks: dict[str, tuple[int, int | None] | None]
    asked: dict[str, int]
    dont_know: dict[str, int | None]
    not_applicable: dict[str, int | None]
    applies: bool

    @property
    def raters(self) -> int:
        """Return how many are told of."""
        return sum(half.people for half in self.halves)

    @property
    def is_whole(self) -> bool:
        """Tell whether everybody is told by level."""
        return all(half.levels is not None or not half.people for half in self.halves)

    def counts(self, end: int) -> list[int]:
        """Return people by level, untold ones at their lowest (0) or highest (1)."""
        found = [0] * len(self.question.points)
        for half in self.halves:
            for place, people in enumerate(half.levels or []):
                found[half.start + place] += people
            if half.levels is None:
                found[half.end - 1 if end else half.start] += half.people
        return found

    def ends(self, values: Sequence[Fraction]) -> Ends | None:
        """Return the mean of these values of the levels at both ends."""
        return (self._mean(0, values), self._mean(1, values)) if self.halves else None

    def _mean(self, end: int, values: Sequence[Fraction]) -> Fraction:
        pairs = zip(self.counts(end), values, strict=True)
        return sum((people * value for people, value in pairs), Fraction(0)) / self.raters


class TextTables:
    """Who counts, in which block, and what is told of each question."""

    def __init__(self, form: Form, people: Sequence[Person]) -> None:
        """Keep those who dealt with four fifths of what applies to them."""
        self.form, self.rules = form, form.rules
        self.people = [person for person in people if self._counts(person)]
        self.left_out = len(people) - len(self.people)

    def blocks(self, breakdown: str) -> Blocks | None:
        """Return who is in which block; None where one has too few."""
        names = [*self.form.roles] if breakdown == "roles" else breakdown.split(",")
        found = {name: [p for p in self.people if p.role in name.split("+")] for name in names}
        if breakdown == "roles":
            found = {name: inside for name, inside in found.items() if inside}
        nameless = [person for person in self.people if person.role is None]
        if nameless:
            found["-"] = nameless
        if breakdown == EVERYONE or len(found) == 1:
            found = {EVERYONE: self.people}
        enough = all(len(inside) >= self.rules.k_min for inside in found.values())
        return found if found and enough else None

    # Rules 1 to 5: the table of one question.

    def table(self, one: Question, blocks: Blocks) -> Table:
        """Return what is told of one question."""
        given = {name: self._given(one, inside) for name, inside in blocks.items()}
        given = {name: states for name, states in given.items() if states.total()}
        levels = range(1, len(one.points) + 1)
        rows = {name: [states[level] for level in levels] for name, states in given.items()}
        told = {name: row for name, row in rows.items() if self.is_enough(sum(row))}
        high = high_half_from(one.points)
        return Table(
            question=one,
            halves=[half for cell in self._cells(told) for half in self._tell(cell, high, told)],
            blocks={
                name: (sum(row), None if high is None else sum(row[high:]))
                if name in told
                else None
                for name, row in rows.items()
            },
            asked={name: states.total() for name, states in given.items()},
            dont_know={name: self._beside(states, "dk") for name, states in given.items()},
            not_applicable={name: self._beside(states, "na") for name, states in given.items()},
            applies=any(states["dk"] or states["blank"] for states in given.values())
            or any(s.total() - s["na"] >= self.rules.k_min for s in given.values()),
        )

    def is_enough(self, raters: int) -> bool:
        """Rule 1."""
        return raters >= self.rules.k_min

    def is_small(self, raters: int) -> bool:
        """Rule 2."""
        return raters < self.rules.distribution_min

    def may_tell(self, raters: int) -> bool:
        """Rule 3: who may be told half by half, the one block of everyone apart."""
        return raters >= self.rules.distribution_min

    def is_exposed(self, inside: Sequence[tuple[int, int]]) -> bool:
        """Rule 3: of some block all but t, or more, of its raters (second) are in it (first)."""
        return any(half >= raters - self.rules.colluders for half, raters in inside)

    def is_of_one_mind(self, levels: Sequence[int]) -> bool:
        """Rule 3: one level holds H - t or more."""
        return max(levels) >= sum(levels) - self.rules.colluders

    def _cells(self, told: Mapping[str, Sequence[int]]) -> list[list[str]]:
        small = [n for n, row in told.items() if n != EVERYONE and self.is_small(sum(row))]
        return [*([small] if small else []), *([n] for n in told if n not in small)]

    def _tell(
        self, cell: Sequence[str], high: int | None, told: Mapping[str, Sequence[int]]
    ) -> list[Half]:
        rows = [told[name] for name in cell]
        pool = [sum(column) for column in zip(*rows, strict=True)]
        may = EVERYONE in cell or self.may_tell(sum(pool))
        cuts = [(0, len(pool))] if high is None else [(0, high), (high, len(pool))]
        found = []
        for start, end in cuts:
            inside = [(sum(row[start:end]), sum(row)) for row in rows]
            levels = pool[start:end]
            hides = self.is_exposed(inside) or high is None
            shown = may and not (hides and self.is_of_one_mind(levels))
            found.append(Half(start, end, sum(levels), levels if shown else None))
        return found

    def _beside(self, states: Counter[int | str], answer: str) -> int | None:
        others = states.total() - states[answer]
        return states[answer] if others >= self.rules.colluders + 1 else None

    def _counts(self, person: Person) -> bool:
        states = [_answer(person, one) for one in self.form.questions]
        applicable = [state for state in states if state not in {"na", NOT_ASKED}]
        dealt = [state for state in applicable if state != "blank"]
        return bool(applicable) and Fraction(len(dealt), len(applicable)) >= Fraction(4, 5)

    def _given(self, one: Question, people: Sequence[Person]) -> Counter[int | str]:
        states = Counter(_answer(person, one) for person in people)
        del states[NOT_ASKED]
        return states


def _answer(person: Person, one: Question) -> int | str:
    asked = person.role is None or not one.roles or person.role in one.roles
    return person.answers.get(one.id, "blank") if asked else NOT_ASKED
