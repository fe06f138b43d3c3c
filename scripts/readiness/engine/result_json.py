"""A result as `readiness score --json` prints it: every figure exact, with the way it is shown.

Scores are shown as the floor, shares as the floor of the percentage, so that a shown 60 always
meets a cut-off of 60. Nothing is computed here.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from readiness.engine.verdict import Line

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.engine.evaluation import Bounds, Result
    from readiness.engine.verdict import Condition

SHARE_LINES = {
    Line.COMPLETENESS,
    Line.DIMENSION_UNSCORED,
    Line.THEME_UNSCORED,
    Line.DONT_KNOW,
}

Figure = dict[str, str | int] | None


def figure(value: Fraction | int | None) -> Figure:
    """Return points, a level or a count as a ratio in lowest terms and as a whole number."""
    return None if value is None else {"exact": str(value), "shown": math.floor(value)}


def share(value: Fraction | int | None) -> Figure:
    """Return a share (0 to 1) as a ratio in lowest terms and as a whole percentage."""
    return None if value is None else {"exact": str(value), "shown": math.floor(value * 100)}


def result_json(result: Result) -> dict[str, object]:
    """Return the result ready for JSON, in the words of the file format."""
    return {
        "verdict": result.verdict.value,
        "index": figure(result.index),
        "completeness": share(result.completeness),
        "dont_know_share": share(result.dont_know_share),
        "bounds": None if result.bounds is None else _bounds(result.bounds),
        "dimensions": {
            dimension.id: {
                "score": figure(dimension.score),
                "coverage": share(dimension.coverage),
                "state": dimension.state.value,
            }
            for dimension in result.dimensions
        },
        "themes": {
            theme.id: {
                "dimension": theme.dimension,
                "score": figure(theme.score),
                "coverage": share(theme.coverage),
                "state": theme.state.value,
                "rated": figure(theme.rated),
            }
            for theme in result.themes
        },
        "gates": {
            gate.item: {
                "effect": gate.effect.value,
                "min": figure(gate.min),
                "state": gate.state.value,
            }
            for gate in result.gates
        },
        "conditions": [_condition(condition) for condition in result.conditions],
        "advice": [
            {
                "item": line.item,
                "reason": line.reason.value,
                "kind": line.kind,
                "gain": figure(line.gain),
                "ask": line.ask,
            }
            for line in result.advice
        ],
        "find_out": [{"item": item} for item in result.find_out],
        "strongest": list(result.strongest),
        "borderline": result.borderline,
        "many_not_applicable": result.many_not_applicable,
        "counts": {state.value: figure(count) for state, count in result.counts.items()},
    }


def _bounds(bounds: Bounds) -> dict[str, object]:
    return {
        "low": figure(bounds.low),
        "high": figure(bounds.high),
        "verdict_low": bounds.verdict_low.value,
        "verdict_high": bounds.verdict_high.value,
    }


def _condition(condition: Condition) -> dict[str, object]:
    shown = share if condition.rule in SHARE_LINES else figure
    return {
        "rule": condition.rule.value,
        "id": condition.id,
        "limit": shown(condition.limit),
        "value": shown(condition.value),
        "items": list(condition.items),
    }
