"""One respondent's result in a few plain sentences, for the terminal.

The full result is in the JSON form; here stand only verdict, index, themes' names and conditions.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from readiness.engine.verdict import Line
from readiness.problems import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from readiness.engine.evaluation import Result
    from readiness.engine.verdict import Condition
    from readiness.questionnaire import Questionnaire

SENTENCES = {
    Line.COMPLETENESS: "{value}% of the questions are dealt with, a verdict asks for {limit}%",
    Line.GATE_UNANSWERED: "{name}: not answered, and no verdict is given without it",
    Line.GATE_FAILED: "{name}: level {value}, it must be at least {limit}",
    Line.GATE_DONT_KNOW: "{name}: not known, it must be at least level {limit}",
    Line.INDEX: "the index is {value}, it must be at least {limit}",
    Line.DIMENSION: "{name}: {value} points, it must have at least {limit}",
    Line.DIMENSION_UNSCORED: "{name}: too few answers for a score",
    Line.THEME: "{name}: {value} points, it must have at least {limit}",
    Line.THEME_UNSCORED: "{name}: too few answers for a score",
    Line.DONT_KNOW: '{value}% of the answers are "I don\'t know", it must be at most {limit}%',
}
SHARES = {Line.COMPLETENESS, Line.DONT_KNOW}


def summary(questionnaire: Questionnaire, result: Result) -> str:
    """Return the verdict with its reasons and the next steps, in lines indented by two."""
    return "\n".join(f"  {printable(line)}" for line in _lines(questionnaire, result))


def _lines(questionnaire: Questionnaire, result: Result) -> Iterator[str]:
    questions = {item.id: item.question for item in questionnaire.items}
    yield getattr(questionnaire.verdict.labels, result.verdict.value)
    yield _index(questionnaire, result)
    for condition in result.conditions:
        yield f"- {_sentence(questionnaire, condition)}"
    if result.advice:
        yield "Next:"
    for line in result.advice:
        yield f"- {questions[line.item]}"
    if result.find_out:
        yield "Find out first:"
    for item in result.find_out:
        yield f"- {questions[item]}"
    if result.borderline:
        yield "A single answer one level higher or lower would change this verdict."


def _index(questionnaire: Questionnaire, result: Result) -> str:
    if result.index is None or result.bounds is None:
        return "Index: none"
    bands = [band.label for band in questionnaire.bands if band.start <= result.index]
    band = f", {bands[-1]}" if bands else ""
    low, high = _whole(result.bounds.low), _whole(result.bounds.high)
    spread = f" ({low} to {high} if the unknown answers were the lowest or highest)"
    unknown = any(theme.unknown for theme in result.themes)
    return f"Index: {_whole(result.index)} of 100{band}{spread if unknown else ''}"


def _sentence(questionnaire: Questionnaire, condition: Condition) -> str:
    names = {item.id: item.question for item in questionnaire.items}
    if condition.rule in {Line.THEME, Line.THEME_UNSCORED}:
        names = {theme.id: theme.title for theme in questionnaire.themes}
    elif condition.rule in {Line.DIMENSION, Line.DIMENSION_UNSCORED}:
        names = {dimension.id: dimension.title for dimension in questionnaire.dimensions}
    factor = 100 if condition.rule in SHARES else 1
    return SENTENCES[condition.rule].format(
        name=names.get(condition.id or ""),
        value=_whole(condition.value, factor),
        limit=_whole(condition.limit, factor),
    )


def _whole(value: Fraction | int | None, factor: int = 1) -> int:
    return 0 if value is None else math.floor(value * factor)
