"""The verdict and the lines of the rules that explain it (scoring.md 3.4, first rule that fits).

Comparisons are exact. A dimension or theme that does not apply, and a gate that was not asked,
takes no part. Without a verdict the failed lines of rule 1 are listed, at "not yet" those of
rule 2, at "ready with conditions" those of rule 3; at "ready" there are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from readiness.engine.gates import GateState
from readiness.engine.responses import State
from readiness.engine.scoring import ScoreState
from readiness.questionnaire import Effect, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from readiness.engine.gates import GateResult
    from readiness.engine.responses import Given
    from readiness.engine.scoring import Scores
    from readiness.questionnaire import NotYet, Ready, VerdictRules


class Line(StrEnum):
    """The lines of the rules; an "unscored" line compares coverage with the share asked for."""

    COMPLETENESS = "completeness"
    GATE_UNANSWERED = "gate_unanswered"
    GATE_FAILED = "gate_failed"
    GATE_DONT_KNOW = "gate_dont_know"
    INDEX = "index"
    DIMENSION = "dimension"
    DIMENSION_UNSCORED = "dimension_unscored"
    THEME = "theme"
    THEME_UNSCORED = "theme_unscored"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A failed line: of which item, theme or dimension, the limit, the value, what to find out.

    Limit and value are levels on a gate, points on a score, shares (0 to 1) elsewhere.
    """

    rule: Line
    id: str | None = None
    limit: Fraction | int
    value: Fraction | int | None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the rules are applied to."""

    rules: VerdictRules
    given: Given
    gates: tuple[GateResult, ...]
    scores: Scores


def judge(case: Case) -> Outcome:
    """Return the verdict: the first rule that fits."""
    if any(_no_verdict(case)):
        return Outcome.NONE
    if any(_not_yet(case)):
        return Outcome.NOT_YET
    return Outcome.CONDITIONS if any(_short_of_ready(case)) else Outcome.READY


def explain(case: Case, outcome: Outcome) -> tuple[Condition, ...]:
    """Return the failed lines that make this verdict."""
    lines = {
        Outcome.NONE: _no_verdict,
        Outcome.NOT_YET: _not_yet,
        Outcome.CONDITIONS: _short_of_ready,
    }
    return tuple(lines[outcome](case)) if outcome in lines else ()


def _no_verdict(case: Case) -> Iterator[Condition]:
    """Yield the failed lines of rule 1: too little is answered to judge."""
    limits = case.rules.completeness
    least = max(limits.score, limits.verdict)
    value = case.scores.completeness
    if value is None or value < least:
        items = _items_in(case, State.UNANSWERED)
        yield Condition(rule=Line.COMPLETENESS, limit=least, value=value, items=items)
    yield from _unscored_dimensions(case)
    yield from _gates_in(case, GateState.UNANSWERED, Line.GATE_UNANSWERED)


def _not_yet(case: Case) -> Iterator[Condition]:
    """Yield the failed lines of rule 2: a foundation is missing."""
    yield from _gates_in(case, GateState.FAILED, Line.GATE_FAILED, Effect.STOP)
    yield from _below(case.scores, case.rules.not_yet)


def _short_of_ready(case: Case) -> Iterator[Condition]:
    """Yield the failed lines of rule 3: what "ready" still asks for."""
    yield from _gates_in(case, GateState.FAILED, Line.GATE_FAILED)
    yield from _gates_in(case, GateState.DONT_KNOW, Line.GATE_DONT_KNOW)
    yield from _below(case.scores, case.rules.ready)
    yield from _unscored_themes(case)
    limit = case.rules.ready.dont_know
    value = case.scores.dont_know_share
    if value is not None and value > limit:
        items = _items_in(case, State.DONT_KNOW)
        yield Condition(rule=Line.DONT_KNOW, limit=limit, value=value, items=items)


def _gates_in(case: Case, state: GateState, rule: Line, *effects: Effect) -> Iterator[Condition]:
    """Yield a line for each gate in this state and, where any are named, of these effects."""
    for gate in case.gates:
        if gate.state is state and (not effects or gate.effect in effects):
            items = () if state is GateState.FAILED else (gate.item,)
            yield Condition(rule=rule, id=gate.item, limit=gate.min, value=gate.level, items=items)


def _below(scores: Scores, cuts: NotYet | Ready) -> Iterator[Condition]:
    """Yield a line for each score below its cut-off or floor."""
    if scores.index is not None and scores.index < cuts.index:
        yield Condition(rule=Line.INDEX, limit=cuts.index, value=scores.index)
    for dimension in scores.dimensions:
        if dimension.score is not None and dimension.score < cuts.dimension:
            yield Condition(
                rule=Line.DIMENSION, id=dimension.id, limit=cuts.dimension, value=dimension.score
            )
    for theme in scores.themes:
        if theme.score is not None and theme.score < cuts.theme:
            yield Condition(rule=Line.THEME, id=theme.id, limit=cuts.theme, value=theme.score)


def _unscored_themes(case: Case) -> Iterator[Condition]:
    for theme in case.scores.themes:
        if theme.state is ScoreState.NOT_ENOUGH:
            yield Condition(
                rule=Line.THEME_UNSCORED,
                id=theme.id,
                limit=case.rules.theme_share,
                value=theme.coverage,
                items=theme.unknown,
            )


def _unscored_dimensions(case: Case) -> Iterator[Condition]:
    for dimension in case.scores.dimensions:
        if dimension.state is ScoreState.NOT_ENOUGH:
            yield Condition(
                rule=Line.DIMENSION_UNSCORED,
                id=dimension.id,
                limit=case.rules.theme_share,
                value=dimension.coverage,
                items=_unknown_behind(case.scores, dimension.id),
            )


def _unknown_behind(scores: Scores, dimension: str) -> tuple[str, ...]:
    """Return the unknown items of a dimension's themes that have no score."""
    return tuple(
        item
        for theme in scores.themes
        if theme.dimension == dimension and theme.state is ScoreState.NOT_ENOUGH
        for item in theme.unknown
    )


def _items_in(case: Case, state: State) -> tuple[str, ...]:
    return tuple(id_ for id_, response in case.given.items() if response.state is state)
