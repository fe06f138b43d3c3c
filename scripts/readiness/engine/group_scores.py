"""Scores of a group, from the points of its items: exact ones, and those that may be told.

The verdict stands on the exact ones. A score that is told runs from the least to the greatest
that follow from the items as they are told, so that it shows no more than they do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readiness.engine import scoring
from readiness.engine.agreement import mean_points
from readiness.engine.cells import Range, at
from readiness.engine.protection import OPEN, quarter
from readiness.engine.responses import Response, State
from readiness.engine.scoring import ScoreState
from readiness.engine.tally import added, dont_know_of, levels_of, shares
from readiness.engine.verdict import Line
from readiness.questionnaire import Level, Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from readiness.engine.cells import ItemView
    from readiness.engine.responses import Given
    from readiness.engine.scoring import Scores
    from readiness.engine.tally import Tally
    from readiness.questionnaire import Item, Questionnaire

ToldScores = dict[tuple[Line, str | None], Range | None]


def exact_scores(questionnaire: Questionnaire, tally: Tally, views: Sequence[ItemView]) -> Scores:
    """Return the exact scores that the verdict stands on."""
    points = {
        view.item.id: mean_points(view.item, _levels(tally, view.item))
        for view in views
        if view.total is not None
    }
    return _scored(questionnaire, tally, views, points)


def _scored(
    questionnaire: Questionnaire,
    tally: Tally,
    views: Sequence[ItemView],
    points: Mapping[str, Fraction],
) -> Scores:
    given = group_given(questionnaire, tally, views) | _rated(questionnaire.items, points)
    themes = tuple(
        scoring.score_theme(questionnaire, dimension.id, theme, given)
        for dimension in questionnaire.dimensions
        for theme in dimension.themes
    )
    return scoring.assemble(questionnaire, themes, *shares(questionnaire, tally))


def told_scores(
    questionnaire: Questionnaire,
    tally: Tally,
    views: Sequence[ItemView],
    exact: Scores,
    *,
    is_open: bool,
) -> ToldScores:
    """Return each score as it follows from the items as they are told."""
    low, high = (_by_line(_scored(questionnaire, tally, views, points)) for points in _ends(views))
    found: ToldScores = {key: _range(value, high[key]) for key, value in low.items()}
    share = exact.dont_know_share
    found[Line.COMPLETENESS, None] = _range(exact.completeness, exact.completeness)
    found[Line.DONT_KNOW, None] = (
        None if share is None else at(share) if is_open else quarter(share)
    )
    return found


def _ends(views: Sequence[ItemView]) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Return the least and the greatest points of the items that are told."""
    told = [(view.item.id, view.total) for view in views if view.total is not None]
    return (
        {id_: total.points.low for id_, total in told},
        {id_: total.points.high for id_, total in told},
    )


def _by_line(scores: Scores) -> dict[tuple[Line, str | None], Fraction | None]:
    return {
        (Line.INDEX, None): scores.index,
        **{(Line.DIMENSION, one.id): one.score for one in scores.dimensions},
        **{(Line.THEME, one.id): one.score for one in scores.themes},
    }


def _range(low: Fraction | None, high: Fraction | None) -> Range | None:
    return None if low is None or high is None else Range(low, high)


def role_scores(
    questionnaire: Questionnaire, views: Sequence[ItemView], role: str
) -> dict[str, Range | None]:
    """Return the scores of the themes that a role is asked in, from its items as they are told."""
    cells = {view.item.id: view.roles[role] for view in views if role in view.roles}
    told = [(id_, cell.points) for id_, cell in cells.items() if cell is not None]
    low = _role_themes(questionnaire, cells, {id_: points.low for id_, points in told})
    high = _role_themes(questionnaire, cells, {id_: points.high for id_, points in told})
    return {theme: _range(score, high[theme]) for theme, score in low.items()}


def _role_themes(
    questionnaire: Questionnaire, asked: Mapping[str, object], points: Mapping[str, Fraction]
) -> dict[str, Fraction | None]:
    items = questionnaire.items
    given = {
        item.id: Response(item, State.DONT_KNOW if item.id in asked else State.NOT_ASKED)
        for item in items
    } | _rated(items, points)
    scores = [
        scoring.score_theme(questionnaire, "", theme, given) for theme in questionnaire.themes
    ]
    return {
        theme.id: theme.score for theme in scores if theme.state is not ScoreState.DOES_NOT_APPLY
    }


def group_given(questionnaire: Questionnaire, tally: Tally, views: Sequence[ItemView]) -> Given:
    """Return the state of each item: rated where it is told, else not known."""
    return {view.item.id: Response(view.item, _state(questionnaire, tally, view)) for view in views}


def _state(questionnaire: Questionnaire, tally: Tally, view: ItemView) -> State:
    """Return the state of an item; "does not apply" only where all may know it."""
    histograms = tally.items[view.item.id]
    if view.total is not None:
        return State.RATED
    if not histograms:
        return State.NOT_ASKED
    total = added(view.item, histograms.values())
    applicable = sum(levels_of(total)) + dont_know_of(total) + total[-1]
    if questionnaire.group.k_min == OPEN and not applicable:
        return State.NOT_APPLICABLE
    return State.DONT_KNOW


def _rated(items: Iterable[Item], points: Mapping[str, Fraction]) -> Given:
    """Return items as if each had one level, with the mean points of its raters."""
    return {
        item.id: Response(replace(item, scale=_one_level(points[item.id])), State.RATED, 1)
        for item in items
        if item.id in points
    }


def _one_level(points: Fraction) -> Scale:
    return Scale(id="", levels=(Level(label="", points=points),))


def _levels(tally: Tally, item: Item) -> tuple[int, ...]:
    return levels_of(added(item, tally.items[item.id].values()))
