"""Scores of themes and dimensions, the index, and how much of the questionnaire they rest on.

Exact: every figure is a `Fraction`; a figure whose divisor would be nothing is None. Nested means
(scoring.md 3.1): a theme is the mean of its items, a dimension of its themes, the index of the
dimensions, each by weight; nothing is pooled, guessed or rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine.responses import State, count_states

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.engine.responses import Given
    from readiness.questionnaire import Dimension, Questionnaire, Theme


class ScoreState(StrEnum):
    """Why a theme or dimension has a score, or has none."""

    SCORED = "scored"
    NOT_ENOUGH = "not_enough"
    DOES_NOT_APPLY = "does_not_apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeScore:
    """A theme's score (0 to 100) and coverage (0 to 1); `unknown` lists unknown items."""

    id: str
    dimension: str
    score: Fraction | None
    coverage: Fraction | None
    state: ScoreState
    rated: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """A dimension's score (0 to 100) and coverage (0 to 1)."""

    id: str
    score: Fraction | None
    coverage: Fraction | None
    state: ScoreState


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All that the verdict rules look at, but for the gates."""

    themes: tuple[ThemeScore, ...]
    dimensions: tuple[DimensionScore, ...]
    index: Fraction | None
    completeness: Fraction | None
    dont_know_share: Fraction | None


def score(questionnaire: Questionnaire, given: Given) -> Scores:
    """Score a whole response."""
    themes = tuple(
        score_theme(questionnaire, dimension.id, theme, given)
        for dimension in questionnaire.dimensions
        for theme in dimension.themes
    )
    return assemble(questionnaire, themes, *shares(given))


def shares(given: Given) -> tuple[Fraction | None, Fraction | None]:
    """Return completeness a and don't-know share k, by number of items (scoring.md 3.1, 4)."""
    counts = count_states(given)
    dont_know = counts[State.DONT_KNOW]
    dealt_with = counts[State.RATED] + dont_know
    applicable = dealt_with + counts[State.UNANSWERED]
    return _share(dealt_with, applicable), _share(dont_know, dealt_with)


def score_theme(
    questionnaire: Questionnaire, dimension: str, theme: Theme, given: Given
) -> ThemeScore:
    """Score one theme of a dimension: T = sum(w s) / sum(w) over rated items (3.1, 1 and 2)."""
    responses = [given[item.id] for item in theme.items]
    rated = [response for response in responses if response.state is State.RATED]
    unknown = tuple(response.item.id for response in responses if response.unknown)
    rated_weight = sum(response.item.weight for response in rated)
    coverage = _share(rated_weight, rated_weight + sum(given[id_].item.weight for id_ in unknown))
    state = _state(coverage, questionnaire.verdict.theme_share)
    return ThemeScore(
        id=theme.id,
        dimension=dimension,
        score=_mean((response.item.weight, response.points) for response in rated)
        if state is ScoreState.SCORED
        else None,
        coverage=coverage,
        state=state,
        rated=len(rated),
        unknown=unknown,
    )


def assemble(
    questionnaire: Questionnaire,
    themes: tuple[ThemeScore, ...],
    completeness: Fraction | None,
    dont_know_share: Fraction | None,
) -> Scores:
    """Build dimensions and index upon scored themes."""
    by_id = {theme.id: theme for theme in themes}
    dimensions = tuple(
        _score_dimension(questionnaire, dimension, by_id) for dimension in questionnaire.dimensions
    )
    return Scores(
        themes=themes,
        dimensions=dimensions,
        index=_index(questionnaire, dimensions, completeness),
        completeness=completeness,
        dont_know_share=dont_know_share,
    )


def _score_dimension(
    questionnaire: Questionnaire, dimension: Dimension, by_id: dict[str, ThemeScore]
) -> DimensionScore:
    """Score one dimension: D = sum(W T) / sum(W) over scored themes (scoring.md 3.1, 3)."""
    themes = [(theme.weight, by_id[theme.id]) for theme in dimension.themes]
    scored = [(weight, theme.score) for weight, theme in themes if theme.score is not None]
    applicable = sum(w for w, theme in themes if theme.state is not ScoreState.DOES_NOT_APPLY)
    coverage = _share(sum(weight for weight, _ in scored), applicable)
    state = _state(coverage, questionnaire.verdict.theme_share)
    return DimensionScore(
        id=dimension.id,
        score=_mean(scored) if state is ScoreState.SCORED else None,
        coverage=coverage,
        state=state,
    )


def _index(
    questionnaire: Questionnaire,
    dimensions: tuple[DimensionScore, ...],
    completeness: Fraction | None,
) -> Fraction | None:
    """Return the mean of the dimensions that apply; None if one is unscored or none applies."""
    if completeness is None or completeness < questionnaire.verdict.completeness.score:
        return None
    if any(dimension.state is ScoreState.NOT_ENOUGH for dimension in dimensions):
        return None
    weights = [dimension.weight for dimension in questionnaire.dimensions]
    pairs = zip(weights, dimensions, strict=True)
    scored = [(weight, one.score) for weight, one in pairs if one.score is not None]
    return _mean(scored) if scored else None


def _state(coverage: Fraction | None, least: Fraction) -> ScoreState:
    if coverage is None:
        return ScoreState.DOES_NOT_APPLY
    enough = coverage > 0 and coverage >= least
    return ScoreState.SCORED if enough else ScoreState.NOT_ENOUGH


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def _mean(pairs: Iterable[tuple[int, Fraction]]) -> Fraction:
    pairs = list(pairs)
    total = sum((weight * value for weight, value in pairs), start=Fraction(0))
    return total / sum(weight for weight, _ in pairs)
