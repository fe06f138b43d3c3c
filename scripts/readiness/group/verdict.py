"""The verdict of a group: the rules for one respondent at both ends of the told figures.

Where both ends agree the verdict is told; else it lies between the two. "Ready" also asks that no
gate is flagged, and that at least half named a role other than the questionnaire's first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine import verdict
from readiness.engine.verdict import Line
from readiness.group.agreement import ad_limit
from readiness.group.item_statistics import Agreement, Interval, largest_gap
from readiness.questionnaire import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.engine.verdict import Case, Condition
    from readiness.group.item_statistics import ItemStatistics
    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

HALF = Fraction(1, 2)
GATES = {Line.GATE_FAILED, Line.GATE_DONT_KNOW}


class GroupLine(StrEnum):
    """The further lines of "ready"."""

    GATE_APART = "gate_apart"
    GATE_GAP = "gate_gap"
    OTHER_ROLES = "other_roles"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCondition:
    """A failed line; `sure` is False where it fails at the low end only.

    The limit of a gate is the share it asks for; scores have their interval as value.
    """

    rule: Line | GroupLine
    id: str | None = None
    limit: Fraction
    value: Interval | None = None
    items: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Cases:
    """What the rules are applied to, at the low and at the high end."""

    low: Case
    high: Case


def judge_group(
    questionnaire: Questionnaire,
    tables: ToldTables,
    items: Sequence[ItemStatistics],
    cases: Cases,
) -> tuple[tuple[Outcome, ...], tuple[GroupCondition, ...]]:
    """Return the verdict, or the two it lies between, with the failed lines that explain it."""
    more = tuple(_more_for_ready(questionnaire, tables, items))
    low, high = (_held_back(verdict.judge(case), more) for case in (cases.low, cases.high))
    outcomes = (low,) if low is high else (low, high)
    lines = _lines(questionnaire, cases, low)
    if low is Outcome.CONDITIONS:
        lines = (*lines, *more)
    return outcomes, lines


def _held_back(outcome: Outcome, more: Sequence[GroupCondition]) -> Outcome:
    return Outcome.CONDITIONS if outcome is Outcome.READY and more else outcome


def _lines(
    questionnaire: Questionnaire, cases: Cases, outcome: Outcome
) -> tuple[GroupCondition, ...]:
    """Return the lines that fail at the low end, with what is told of them."""
    high = {(one.rule, one.id) for one in verdict.explain(cases.high, outcome)}
    values = _values(cases)
    found = []
    for one in verdict.explain(cases.low, outcome):
        is_gate = one.rule in GATES
        found.append(
            GroupCondition(
                rule=one.rule,
                id=one.id,
                limit=questionnaire.group.gate_share if is_gate else Fraction(one.limit),
                value=_value(one, values),
                items=one.items,
                sure=(one.rule, one.id) in high,
            )
        )
    return tuple(found)


def _value(line: Condition, values: dict[tuple[Line, str | None], Interval]) -> Interval | None:
    if line.rule in {Line.DIMENSION_UNSCORED, Line.THEME_UNSCORED} and line.value is not None:
        return Interval(Fraction(line.value), Fraction(line.value))
    return values.get((line.rule, line.id))


def _values(cases: Cases) -> dict[tuple[Line, str | None], Interval]:
    low, high = cases.low.scores, cases.high.scores
    pairs = [
        ((Line.INDEX, None), low.index, high.index),
        ((Line.DONT_KNOW, None), high.dont_know_share, low.dont_know_share),
        *(
            ((Line.DIMENSION, one.id), one.score, other.score)
            for one, other in zip(low.dimensions, high.dimensions, strict=True)
        ),
        *(
            ((Line.THEME, one.id), one.score, other.score)
            for one, other in zip(low.themes, high.themes, strict=True)
        ),
    ]
    return {
        key: Interval(one, other)
        for key, one, other in pairs
        if one is not None and other is not None
    }


def _more_for_ready(
    questionnaire: Questionnaire, tables: ToldTables, items: Sequence[ItemStatistics]
) -> Iterator[GroupCondition]:
    gates = [one for one in items if one.item.gate is not None]
    for one in gates:
        if one.agreement is Agreement.APART:
            yield GroupCondition(
                rule=GroupLine.GATE_APART,
                id=one.item.id,
                limit=ad_limit(len(one.item.scale.levels)),
            )
    for one in gates:
        size = largest_gap(one.gaps)
        if size:
            yield GroupCondition(
                rule=GroupLine.GATE_GAP,
                id=one.item.id,
                limit=questionnaire.group.gap.share,
                value=Interval(size, size),
            )
    if tables.mostly_leaders:
        yield GroupCondition(rule=GroupLine.OTHER_ROLES, limit=HALF)
