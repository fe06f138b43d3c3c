"""Where roles see different things, and what a group should talk about first, with the reason.

Looks only at what may be told, so that neither a flag nor the order shows what is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from readiness.engine.agreement import ad_limit, tenths
from readiness.engine.cells import Range
from readiness.engine.gates import GateState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readiness.engine.cells import ItemView
    from readiness.engine.group_verdict import GateShare
    from readiness.questionnaire import Questionnaire


class TalkReason(StrEnum):
    """Why an item should be talked about, the most pressing first."""

    GATE_FAILED = "gate_failed"
    GATE_DONT_KNOW = "gate_dont_know"
    APART = "apart"
    GAP = "gap"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class Gap:
    """The figure of one role minus that of another; `flagged` where it is large for sure."""

    one: str
    other: str
    gap: Range
    flagged: bool

    @property
    def size(self) -> Fraction:
        """Return how large it is at least, without its sign."""
        return max(self.gap.low, -self.gap.high, Fraction(0))


@dataclass(frozen=True, slots=True)
class TalkLine:
    """An item to talk about, with every reason."""

    item: str
    reasons: tuple[TalkReason, ...]


def gaps_of(figures: Mapping[str, Range | None], limit: Fraction) -> tuple[Gap, ...]:
    """Return the gap between any two roles whose figures are told; flagged from the limit on."""
    told = [(role, figure) for role, figure in figures.items() if figure is not None]
    found = []
    for (one, high), (other, low) in combinations(told, 2):
        gap = Range(high.low - low.high, high.high - low.low)
        found.append(Gap(one, other, gap, gap.low >= limit or gap.high <= -limit))
    return tuple(found)


def talk_first(
    questionnaire: Questionnaire,
    views: Sequence[ItemView],
    gaps: Mapping[str, Sequence[Gap]],
    gates: Sequence[GateShare],
) -> tuple[TalkLine, ...]:
    """Return the items to talk about in their order.

    First gates that are failed, not known or flagged; then answers that lie apart, widest first;
    then gaps between roles, largest first; then "don't know", most first. Ties stand in the order
    of the questionnaire.
    """
    states = {gate.item: gate.state for gate in gates}
    limit = questionnaire.verdict.ready.dont_know
    lines = []
    for view in views:
        own = gaps[view.item.id]
        reasons = tuple(_reasons(view, own, states.get(view.item.id), limit))
        if reasons:
            lines.append((_rank(view, own, reasons), TalkLine(view.item.id, reasons)))
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def often_unknown(view: ItemView, limit: Fraction) -> bool:
    """Tell whether "don't know" is told to be above its limit, or in a range from there up."""
    known = view.dont_know
    if known is None:
        return False
    return known.low > limit or (known.low == limit and known.high > limit)


def _reasons(
    view: ItemView, gaps: Sequence[Gap], gate: GateState | None, limit: Fraction
) -> Iterator[TalkReason]:
    if gate is GateState.FAILED:
        yield TalkReason.GATE_FAILED
    if gate is GateState.DONT_KNOW:
        yield TalkReason.GATE_DONT_KNOW
    if view.apart:
        yield TalkReason.APART
    if any(gap.flagged for gap in gaps):
        yield TalkReason.GAP
    if often_unknown(view, limit):
        yield TalkReason.DONT_KNOW


def _rank(
    view: ItemView, gaps: Sequence[Gap], reasons: Sequence[TalkReason]
) -> tuple[int, Fraction]:
    """Return what the order goes by: a place, then the size as it is told, largest first."""
    if view.item.gate is not None and reasons[0] is not TalkReason.DONT_KNOW:
        return 0, Fraction(0)
    if reasons[0] is TalkReason.APART:
        ad = None if view.spread is None else view.spread.ad
        return 1, -Fraction(tenths(ad_limit(len(view.item.scale.levels)) if ad is None else ad))
    if reasons[0] is TalkReason.GAP:
        return 2, -max(gap.size for gap in gaps if gap.flagged)
    return 3, Fraction(0) if view.dont_know is None else -view.dont_know.low
