"""How the items with a gate stand: five states, because "don't know" is not "failed".

A gate only compares levels; what a failed one does to the verdict is decided in `verdict`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from readiness.engine.responses import State

if TYPE_CHECKING:
    from readiness.engine.responses import Given, Response
    from readiness.questionnaire import Effect, Questionnaire


class GateState(StrEnum):
    """How an item with a gate stands."""

    PASSED = "passed"
    FAILED = "failed"
    DONT_KNOW = "dont_know"
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """One gate; `min` and `level` count levels from 1, and `level` is None unless rated."""

    item: str
    effect: Effect
    min: int
    level: int | None
    state: GateState


def read_gates(questionnaire: Questionnaire, given: Given) -> tuple[GateResult, ...]:
    """Return how each gate stands, in order of reporting."""
    return tuple(
        GateResult(
            item=item.id,
            effect=item.gate.effect,
            min=item.gate.min,
            level=given[item.id].level or None,
            state=_state(given[item.id], item.gate.min),
        )
        for item in questionnaire.items
        if item.gate is not None
    )


def _state(response: Response, least: int) -> GateState:
    if response.state is State.RATED:
        return GateState.PASSED if response.level >= least else GateState.FAILED
    return GateState(response.state.value)
