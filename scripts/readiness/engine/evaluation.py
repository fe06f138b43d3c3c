"""The whole result of one respondent: always computed anew from the answers, never stored.

Puts scores, verdict, bounds and advice together. Exact and pure; it reads no file and knows no
page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.engine import advice, scoring, verdict
from readiness.engine.borderline import is_borderline
from readiness.engine.gates import read_gates
from readiness.engine.responses import State, count_states, filled, read_states

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.engine.advice import AdviceLine
    from readiness.engine.gates import GateResult
    from readiness.engine.responses import Given, Responses
    from readiness.engine.scoring import DimensionScore, ThemeScore
    from readiness.engine.verdict import Condition
    from readiness.questionnaire import Outcome, Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Index and verdict if every unknown answer were the lowest, or the highest, level."""

    low: Fraction | None
    high: Fraction | None
    verdict_low: Outcome
    verdict_high: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything a page or a file says about one respondent's answers."""

    verdict: Outcome
    index: Fraction | None
    completeness: Fraction | None
    dont_know_share: Fraction | None
    bounds: Bounds | None
    dimensions: tuple[DimensionScore, ...]
    themes: tuple[ThemeScore, ...]
    gates: tuple[GateResult, ...]
    conditions: tuple[Condition, ...]
    advice: tuple[AdviceLine, ...]
    find_out: tuple[str, ...]
    strongest: tuple[str, ...]
    borderline: bool
    many_not_applicable: bool
    counts: dict[State, int]


def evaluate(questionnaire: Questionnaire, responses: Responses) -> Result:
    """Evaluate the responses of one respondent."""
    given = read_states(questionnaire, responses)
    case = _case(questionnaire, given)
    outcome = verdict.judge(case)
    counts = count_states(given)
    return Result(
        verdict=outcome,
        index=case.scores.index,
        completeness=case.scores.completeness,
        dont_know_share=case.scores.dont_know_share,
        bounds=None if case.scores.index is None else _bounds(questionnaire, given),
        dimensions=case.scores.dimensions,
        themes=case.scores.themes,
        gates=case.gates,
        conditions=verdict.explain(case, outcome),
        advice=advice.advise(questionnaire, given, case.scores.themes, responses.role),
        find_out=advice.find_out(given),
        strongest=advice.strongest(questionnaire, case.scores.themes),
        borderline=is_borderline(questionnaire, case, outcome),
        many_not_applicable=_many_not_applicable(questionnaire, counts),
        counts=counts,
    )


def _case(questionnaire: Questionnaire, given: Given) -> verdict.Case:
    return verdict.Case(
        rules=questionnaire.verdict,
        given=given,
        gates=read_gates(questionnaire, given),
        scores=scoring.score(questionnaire, given),
    )


def _bounds(questionnaire: Questionnaire, given: Given) -> Bounds:
    """Return the worst-case bounds (scoring.md 3.1, 5)."""
    low = _case(questionnaire, filled(given, highest=False))
    high = _case(questionnaire, filled(given, highest=True))
    return Bounds(
        low=low.scores.index,
        high=high.scores.index,
        verdict_low=verdict.judge(low),
        verdict_high=verdict.judge(high),
    )


def _many_not_applicable(questionnaire: Questionnaire, counts: dict[State, int]) -> bool:
    """Tell whether so much does not apply that another edition should be advised."""
    asked = sum(counts.values()) - counts[State.NOT_ASKED]
    share = questionnaire.verdict.not_applicable
    return counts[State.NOT_APPLICABLE] > share * asked
