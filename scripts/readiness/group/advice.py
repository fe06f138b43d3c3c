"""Next steps for a group: its open gates, then the items that stand lowest; from told figures.

At most five, at most two of one theme. An item that surely has 75 points or more is not advised,
unless its gate is not met.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.engine.advice import GOOD_POINTS, MID_POINTS, MOST, MOST_PER_THEME
from readiness.group.gates import GroupGateState
from readiness.questionnaire import Effect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from readiness.group.gates import GroupGate
    from readiness.group.item_statistics import ItemStatistics
    from readiness.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class GroupAdvice:
    """One next step: whether the advice for low or for middle levels, or to find out first."""

    item: str
    kind: str


def advise_group(
    questionnaire: Questionnaire,
    items: Sequence[ItemStatistics],
    gates: Sequence[GroupGate],
) -> tuple[GroupAdvice, ...]:
    """Return the next steps, the most pressing first."""
    by_gate = {gate.item: gate for gate in gates}
    themes = {item.id: theme.id for theme in questionnaire.themes for item in theme.items}
    ranked = sorted(
        (one for one in items if _is_advised(one, by_gate)),
        key=lambda one: _rank(one, by_gate),
    )
    chosen: list[GroupAdvice] = []
    taken: Counter[str] = Counter()
    for one in ranked:
        theme = themes[one.item.id]
        if len(chosen) < MOST and taken[theme] < MOST_PER_THEME:
            taken[theme] += 1
            chosen.append(GroupAdvice(one.item.id, _kind(one, by_gate)))
    return tuple(chosen)


def _is_advised(one: ItemStatistics, gates: Mapping[str, GroupGate]) -> bool:
    gate = gates.get(one.item.id)
    is_open = gate is not None and gate.state is not GroupGateState.MET
    return is_open or (one.points is not None and one.points.low < GOOD_POINTS)


def _rank(one: ItemStatistics, gates: Mapping[str, GroupGate]) -> tuple[int, Fraction | int]:
    gate = gates.get(one.item.id)
    points = 0 if one.points is None else one.points.low + one.points.high
    if gate is None or gate.state is GroupGateState.MET:
        return 3, points
    if gate.state is GroupGateState.FIND_OUT:
        return 2, points
    return (0 if gate.effect is Effect.STOP else 1), points


def _kind(one: ItemStatistics, gates: Mapping[str, GroupGate]) -> str:
    gate = gates.get(one.item.id)
    if gate is not None and gate.state is GroupGateState.FIND_OUT:
        return "find_out"
    return "low" if one.points is None or one.points.low < MID_POINTS else "mid"
