"""How the gates of a group stand: met, not met, or to be found out (scoring.md 3.6).

A gate is met where enough of those who rated or did not know chose its level or a higher one. An
honest "don't know" asks for a look: it never decides that a gate is not met.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine.gates import GateResult, GateState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.group.item_statistics import ItemStatistics
    from readiness.group.told_tables import ToldItem
    from readiness.questionnaire import Effect, GroupRules, Questionnaire


class GroupGateState(StrEnum):
    """How a gate stands with a group."""

    MET = "met"
    NOT_MET = "not_met"
    FIND_OUT = "find_out"


AS_SINGLE = {
    GroupGateState.MET: GateState.PASSED,
    GroupGateState.NOT_MET: GateState.FAILED,
    GroupGateState.FIND_OUT: GateState.DONT_KNOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGate:
    """One gate; `min` counts levels from 1."""

    item: str
    effect: Effect
    min: int
    state: GroupGateState

    @property
    def single(self) -> GateResult:
        """Return the gate as the rules for one respondent read it."""
        state = AS_SINGLE[self.state]
        return GateResult(item=self.item, effect=self.effect, min=self.min, level=None, state=state)


def read_group_gates(
    questionnaire: Questionnaire, items: Sequence[ItemStatistics]
) -> tuple[GroupGate, ...]:
    """Return how each gate stands, in order of reporting."""
    rules = questionnaire.group
    return tuple(
        GroupGate(
            item=one.item.id,
            effect=one.item.gate.effect,
            min=one.item.gate.min,
            state=_state(one.table, one.item.gate.min, rules),
        )
        for one in items
        if one.item.gate is not None
    )


def _state(table: ToldItem, least: int, rules: GroupRules) -> GroupGateState:
    raters = table.raters
    if not raters:
        return GroupGateState.FIND_OUT
    most = _most_in_doubt(table)
    surely = Fraction(sum(table.lowest[least - 1 :]), raters + most)
    perhaps = Fraction(sum(table.highest[least - 1 :]) + most, raters + most)
    if surely >= rules.gate_share:
        return GroupGateState.MET
    return GroupGateState.NOT_MET if perhaps < rules.gate_share else GroupGateState.FIND_OUT


def _most_in_doubt(table: ToldItem) -> int:
    """Return how many did not know at most; where nearly all of a block did, that is all of it."""
    told = [(table.asked[block], known) for block, known in table.dont_know.items()]
    return sum(asked if known is None else known for asked, known in told)
