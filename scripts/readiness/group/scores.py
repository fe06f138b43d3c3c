"""Scores of themes and dimensions and the index of a group, upward from the points of its items.

Each is an interval from the least to the greatest that the told tables allow; the rules are those
for one respondent (scoring.md 3.1). By block, the share of people in the high half.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine import scoring
from readiness.engine.responses import Response, State
from readiness.group.item_statistics import Interval, gaps_between
from readiness.questionnaire import Level, Scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readiness.engine.responses import Given
    from readiness.engine.scoring import DimensionScore, Scores, ScoreState, ThemeScore
    from readiness.group.item_statistics import Gap, ItemStatistics
    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFigures:
    """A theme or dimension: its score (0 to 100) and coverage (0 to 1), and shares by block."""

    id: str
    score: Interval | None
    coverage: Fraction | None
    state: ScoreState
    shares: Mapping[str, Fraction | None]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class ScoreEnds:
    """All scores at the low and at the high end of what the tables allow."""

    low: Scores
    high: Scores


def score_ends(
    questionnaire: Questionnaire, tables: ToldTables, items: Sequence[ItemStatistics]
) -> ScoreEnds:
    """Return the scores at both ends; the low end has the most "don't know"."""
    least, most = dont_know_share(questionnaire, tables)
    told = [one for one in items if one.points is not None]
    low = {one.item.id: one.points.low for one in told if one.points}
    high = {one.item.id: one.points.high for one in told if one.points}
    return ScoreEnds(
        low=_scored(questionnaire, items, low, most),
        high=_scored(questionnaire, items, high, least),
    )


def group_given(items: Sequence[ItemStatistics]) -> Given:
    """Return the state of each item: rated where it is told, else not known."""
    return {one.item.id: Response(one.item, _state(one)) for one in items}


def dimension_figures(
    questionnaire: Questionnaire,
    tables: ToldTables,
    items: Sequence[ItemStatistics],
    ends: ScoreEnds,
) -> tuple[AreaFigures, ...]:
    """Return the figures of every dimension."""
    found = []
    rows = zip(questionnaire.dimensions, ends.low.dimensions, ends.high.dimensions, strict=True)
    for dimension, low, high in rows:
        inside = {item.id for theme in dimension.themes for item in theme.items}
        own = [one for one in items if one.item.id in inside]
        found.append(_area(questionnaire, tables, own, (low, high)))
    return tuple(found)


def theme_figures(
    questionnaire: Questionnaire,
    tables: ToldTables,
    items: Sequence[ItemStatistics],
    ends: ScoreEnds,
) -> tuple[AreaFigures, ...]:
    """Return the figures of every theme."""
    found = []
    rows = zip(questionnaire.themes, ends.low.themes, ends.high.themes, strict=True)
    for theme, low, high in rows:
        inside = {item.id for item in theme.items}
        own = [one for one in items if one.item.id in inside]
        found.append(_area(questionnaire, tables, own, (low, high)))
    return tuple(found)


def dont_know_share(
    questionnaire: Questionnaire, tables: ToldTables
) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest share (0 to 1) of "don't know" among all answers."""
    rules, least, most = questionnaire.group, [0, 0], [0, 0]
    for table in tables.items.values():
        for block, asked in table.asked.items():
            known, told = table.dont_know[block], table.blocks[block]
            unknown = (
                (known, known) if known is not None else (max(0, asked - rules.colluders), asked)
            )
            room = min(rules.k_min - 1, asked)
            raters = (told.raters, told.raters) if told else (0, room)
            least = [least[0] + unknown[0], least[1] + unknown[0] + raters[1]]
            most = [most[0] + unknown[1], most[1] + unknown[1] + raters[0]]
    return _share(*least), _share(*most)


def _area(
    questionnaire: Questionnaire,
    tables: ToldTables,
    items: Sequence[ItemStatistics],
    ends: tuple[ThemeScore | DimensionScore, ThemeScore | DimensionScore],
) -> AreaFigures:
    low, high = ends
    shares = _mean_shares(tables, items)
    return AreaFigures(
        id=low.id,
        score=None if low.score is None or high.score is None else Interval(low.score, high.score),
        coverage=low.coverage,
        state=low.state,
        shares=shares,
        gaps=gaps_between(shares, tables.breakdown, questionnaire.group.gap),
    )


def _mean_shares(tables: ToldTables, items: Sequence[ItemStatistics]) -> dict[str, Fraction | None]:
    """Return the mean share of each block, over what it tells of the items all are asked.

    Those are the blocks that tell any item: so a gap never compares different questions by design.
    """
    blocks = [block for block in tables.breakdown if any(_has(one, block) for one in items)]
    common = [one for one in items if all(block in one.table.asked for block in blocks)]
    return {
        block: _mean_share([one for one in common if _has(one, block)], block)
        for block in tables.breakdown
    }


def _has(one: ItemStatistics, block: str) -> bool:
    return one.shares.get(block) is not None


def _mean_share(items: Sequence[ItemStatistics], block: str) -> Fraction | None:
    weighed = [(one.item.weight, one.shares[block] or Fraction(0)) for one in items]
    total = sum((weight * share for weight, share in weighed), start=Fraction(0))
    return total / sum(weight for weight, _ in weighed) if weighed else None


def _scored(
    questionnaire: Questionnaire,
    items: Sequence[ItemStatistics],
    points: Mapping[str, Fraction],
    dont_know: Fraction | None,
) -> Scores:
    given = group_given(items) | {
        one.item.id: _rated(one, points[one.item.id]) for one in items if one.item.id in points
    }
    themes = tuple(
        scoring.score_theme(questionnaire, dimension.id, theme, given)
        for dimension in questionnaire.dimensions
        for theme in dimension.themes
    )
    # Everybody who counts has dealt with enough; of nothing that applies there is nothing to judge.
    completeness = Fraction(1) if any(one.table.applies for one in items) else None
    return scoring.assemble(questionnaire, themes, completeness, dont_know)


def _state(one: ItemStatistics) -> State:
    if one.points is not None:
        return State.RATED
    return State.DONT_KNOW if one.table.applies else State.NOT_APPLICABLE


def _rated(one: ItemStatistics, points: Fraction) -> Response:
    """Return an item as if it had one level, with these points."""
    scale = Scale(id="", levels=(Level(label="", points=points),))
    return Response(replace(one.item, scale=scale), State.RATED, 1)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
