"""In which order a group should talk about the items, and why; from told figures alone.

First gates that are not met or to be found out, then flagged gaps between blocks, the largest
first, then answers that lie apart, then all others, those with the fewest points first. Ties stand
in the questionnaire's order (scoring.md 3.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.group.gates import GroupGateState
from readiness.group.item_statistics import Agreement, largest_gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.group.gates import GroupGate
    from readiness.group.item_statistics import ItemStatistics

LOW_POINTS = 50


class TalkReason(StrEnum):
    """Why an item should be talked about, the most pressing first."""

    GATE_NOT_MET = "gate_not_met"
    GATE_FIND_OUT = "gate_find_out"
    GAP = "gap"
    APART = "apart"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class TalkLine:
    """An item to talk about, with every reason; the last ones on the list may have none."""

    item: str
    reasons: tuple[TalkReason, ...]


def talk_first(items: Sequence[ItemStatistics], gates: Sequence[GroupGate]) -> tuple[TalkLine, ...]:
    """Return the items that are told of, and all open gates, in the order of talking."""
    states = {gate.item: gate.state for gate in gates}
    lines = []
    for one in items:
        reasons = tuple(_reasons(one, states.get(one.item.id)))
        if reasons or one.points is not None:
            lines.append((_rank(one, reasons), TalkLine(one.item.id, reasons)))
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _reasons(one: ItemStatistics, gate: GroupGateState | None) -> Iterator[TalkReason]:
    if gate is GroupGateState.NOT_MET:
        yield TalkReason.GATE_NOT_MET
    if gate is GroupGateState.FIND_OUT:
        yield TalkReason.GATE_FIND_OUT
    if largest_gap(one.gaps):
        yield TalkReason.GAP
    if one.agreement is Agreement.APART:
        yield TalkReason.APART
    if one.points is not None and one.points.high < LOW_POINTS:
        yield TalkReason.LOW


def _rank(one: ItemStatistics, reasons: Sequence[TalkReason]) -> tuple[int, Fraction]:
    """Return what the order goes by: a place, then a size, smallest first."""
    first = reasons[0] if reasons else None
    if first in {TalkReason.GATE_NOT_MET, TalkReason.GATE_FIND_OUT}:
        return 0, Fraction(0)
    if first is TalkReason.GAP:
        return 1, -largest_gap(one.gaps)
    middle = Fraction(0) if one.points is None else one.points.low + one.points.high
    return (2 if first is TalkReason.APART else 3), middle
