"""The verdict of a group: the rules for one respondent on group figures, and three lines more.

A gate passes where at least `gate_share` of raters and "don't know" reach its level. "Ready" also
asks that no gate is flagged, and that at least half named a role other than the first one of the
questionnaire, which is that of those who lead.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine import verdict
from readiness.engine.agreement import ad_limit
from readiness.engine.cells import Range, at
from readiness.engine.gates import GateResult, GateState
from readiness.engine.talk import often_unknown
from readiness.engine.tally import added, dont_know_of, levels_of
from readiness.engine.verdict import Line
from readiness.questionnaire import Effect, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readiness.engine.cells import ItemView
    from readiness.engine.talk import Gap
    from readiness.engine.tally import Tally
    from readiness.engine.verdict import Case, Condition
    from readiness.questionnaire import Questionnaire

HALF = Fraction(1, 2)
GATES = {Line.GATE_FAILED, Line.GATE_DONT_KNOW, Line.GATE_UNANSWERED}


class GroupLine(StrEnum):
    """The further lines of "ready"."""

    GATE_APART = "gate_apart"
    GATE_GAP = "gate_gap"
    OTHER_ROLES = "other_roles"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateShare:
    """How a gate stands with the group; `share` reached its level."""

    item: str
    effect: Effect
    min: int
    state: GateState
    share: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCondition:
    """A failed line, its value as it is told; the limit of a gate is the share it asks for."""

    rule: Line | GroupLine
    id: str | None = None
    limit: Fraction
    value: Range | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the lines may show."""

    views: Sequence[ItemView]
    gaps: Mapping[str, Sequence[Gap]]
    gates: Sequence[GateShare]
    scores: Mapping[tuple[Line, str | None], Range | None]
    is_open: bool


def read_group_gates(
    questionnaire: Questionnaire, tally: Tally, views: Sequence[ItemView]
) -> tuple[GateShare, ...]:
    """Return how each gate stands; too few raters mean that it is not known."""
    found = []
    for view in views:
        if view.item.gate is None:
            continue
        gate, share = view.item.gate, None
        histograms = tally.items[view.item.id]
        state = GateState.DONT_KNOW if histograms else GateState.NOT_ASKED
        if view.total is not None:
            total = added(view.item, histograms.values())
            levels = levels_of(total)
            share = Fraction(sum(levels[gate.min - 1 :]), sum(levels) + dont_know_of(total))
            passed = share >= questionnaire.group.gate_share
            state = GateState.PASSED if passed else GateState.FAILED
        found.append(
            GateShare(item=view.item.id, effect=gate.effect, min=gate.min, state=state, share=share)
        )
    return tuple(found)


def single_gates(gates: Sequence[GateShare]) -> tuple[GateResult, ...]:
    """Return the gates as the rules for one respondent read them."""
    return tuple(
        GateResult(item=gate.item, effect=gate.effect, min=gate.min, level=None, state=gate.state)
        for gate in gates
    )


def judge_group(
    questionnaire: Questionnaire, tally: Tally, case: Case, told: Told
) -> tuple[Outcome, tuple[GroupCondition, ...]]:
    """Return the verdict with the failed lines that explain it."""
    outcome = verdict.judge(case)
    if outcome not in {Outcome.READY, Outcome.CONDITIONS}:
        return outcome, _lines(questionnaire, case, outcome, told)
    more = tuple(_more_for_ready(questionnaire, tally, told))
    lines = _lines(questionnaire, case, Outcome.CONDITIONS, told)
    return (Outcome.CONDITIONS if lines or more else Outcome.READY), (*lines, *more)


def _lines(
    questionnaire: Questionnaire, case: Case, outcome: Outcome, told: Told
) -> tuple[GroupCondition, ...]:
    return tuple(
        _line(questionnaire, condition, told) for condition in verdict.explain(case, outcome)
    )


def _line(questionnaire: Questionnaire, line: Condition, told: Told) -> GroupCondition:
    limit, value, items = Fraction(line.limit), told.scores.get((line.rule, line.id)), line.items
    if line.rule in GATES:
        shares = {gate.item: gate.share for gate in told.gates}
        share = shares.get(line.id or "") if told.is_open else None
        limit, value = questionnaire.group.gate_share, None if share is None else at(share)
    elif line.rule in {Line.DIMENSION_UNSCORED, Line.THEME_UNSCORED} and line.value is not None:
        value = at(line.value)
    elif line.rule is Line.DONT_KNOW:
        items = tuple(view.item.id for view in told.views if often_unknown(view, limit))
    return GroupCondition(rule=line.rule, id=line.id, limit=limit, value=value, items=items)


def _more_for_ready(
    questionnaire: Questionnaire, tally: Tally, told: Told
) -> Iterator[GroupCondition]:
    gates = [view for view in told.views if view.item.gate is not None]
    for view in gates:
        if view.apart:
            ad = None if view.spread is None else view.spread.ad
            yield GroupCondition(
                rule=GroupLine.GATE_APART,
                id=view.item.id,
                limit=ad_limit(len(view.item.scale.levels)),
                value=None if ad is None else at(ad),
            )
    for view in gates:
        sizes = [gap.size for gap in told.gaps[view.item.id] if gap.flagged]
        if sizes:
            yield GroupCondition(
                rule=GroupLine.GATE_GAP,
                id=view.item.id,
                limit=questionnaire.group.gap.levels,
                value=at(max(sizes)),
            )
    if len(questionnaire.roles) > 1:
        others = sum(tally.people[role.id] for role in questionnaire.roles[1:])
        share = Fraction(others, tally.respondents)
        if share < HALF:
            yield GroupCondition(
                rule=GroupLine.OTHER_ROLES, limit=HALF, value=at(share) if told.is_open else None
            )
