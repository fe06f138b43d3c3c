"""The report of a group, from what may be told of its items: scores, verdict, gaps, talk.

Item means are scored upward by the rules for one respondent (scoring.md 3.1 to 3.4, 3.6). The
verdict stands on exact figures; what is told of a score follows from what is told of its items,
so that it shows no more than they do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readiness.engine.cells import Range, open_item
from readiness.engine.gathering import Fate, gather
from readiness.engine.group_scores import exact_scores, group_given, role_scores, told_scores
from readiness.engine.group_verdict import Told, judge_group, read_group_gates, single_gates
from readiness.engine.protection import OPEN, item_views, visible_roles
from readiness.engine.talk import gaps_of, talk_first
from readiness.engine.tally import count
from readiness.engine.verdict import Case, Line
from readiness.questionnaire import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from fractions import Fraction

    from readiness.engine import scoring
    from readiness.engine.cells import ItemView
    from readiness.engine.gathering import Gathered, Member
    from readiness.engine.group_verdict import GateShare, GroupCondition
    from readiness.engine.scoring import ScoreState
    from readiness.engine.talk import Gap, TalkLine
    from readiness.engine.tally import Tally
    from readiness.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionView:
    """A dimension's score (0 to 100) as it is told."""

    id: str
    score: Range | None
    coverage: Fraction | None
    state: ScoreState


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """A theme's score (0 to 100) as it is told, of all and of each role that is asked in it."""

    id: str
    dimension: str
    score: Range | None
    coverage: Fraction | None
    state: ScoreState
    roles: Mapping[str, Range | None]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that is told about a group; None is hidden, or without a score.

    `roles` holds how many people there are in each role. Where there are fewer than `k_min`
    people in all, `people` is None and nothing is told.
    """

    people: int | None = None
    roles: Mapping[str, int | None]
    verdict: Outcome = Outcome.NONE
    index: Range | None = None
    completeness: Range | None = None
    dont_know_share: Range | None = None
    dimensions: tuple[DimensionView, ...] = ()
    themes: tuple[ThemeView, ...] = ()
    items: tuple[ItemView, ...] = ()
    gaps: Mapping[str, tuple[Gap, ...]]
    gates: tuple[GateShare, ...] = ()
    conditions: tuple[GroupCondition, ...] = ()
    talk_first: tuple[TalkLine, ...] = ()
    left_out: int = 0
    other_editions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A group before anything is hidden: who counts, and how often each answer was given."""

    questionnaire: Questionnaire
    gathered: Gathered
    tally: Tally


def aggregate(questionnaire: Questionnaire, members: Iterable[Member]) -> Group:
    """Bring the contributions of a group together, in whatever order they come."""
    gathered = gather(questionnaire, members)
    return Group(questionnaire, gathered, count(questionnaire, gathered.people))


def protect(group: Group) -> Report:
    """Return what readers may see of a group; nothing else is ever published."""
    rules, tally = group.questionnaire.group, group.tally
    if tally.respondents < rules.k_min:
        return Report(roles={}, gaps={})
    roles = list(tally.people) if rules.k_min == OPEN else visible_roles(tally, rules)
    views = item_views(group.questionnaire, tally)
    return _report(group, views, roles, is_open=rules.k_min == OPEN)


def open_report(group: Group) -> Report:
    """Return all figures of at least `k_min` raters, exact, for whoever holds the files anyway."""
    items, rules = group.questionnaire.items, group.questionnaire.group
    if group.tally.respondents == 0:
        return Report(roles={}, gaps={})
    views = tuple(open_item(item, group.tally.items[item.id], rules) for item in items)
    return _report(group, views, list(group.tally.people), is_open=True)


def _report(
    group: Group, views: Sequence[ItemView], visible: Collection[str | None], *, is_open: bool
) -> Report:
    questionnaire, tally = group.questionnaire, group.tally
    rules = questionnaire.group
    scores = exact_scores(questionnaire, tally, views)
    told_scored = told_scores(questionnaire, tally, views, scores, is_open=is_open)
    gaps = {view.item.id: gaps_of(_means(view), rules.gap.levels) for view in views}
    gates = read_group_gates(questionnaire, tally, views)
    told = Told(views=views, gaps=gaps, gates=gates, scores=told_scored, is_open=is_open)
    case = Case(
        rules=questionnaire.verdict,
        given=group_given(questionnaire, tally, views),
        gates=single_gates(gates),
        scores=scores,
    )
    outcome, conditions = judge_group(questionnaire, tally, case, told)
    by_role = {
        role.id: role_scores(questionnaire, views, role.id)
        for role in questionnaire.roles
        if tally.people[role.id]
    }
    return Report(
        people=tally.respondents,
        roles={
            role.id: size if role.id in visible or not size else None
            for role in questionnaire.roles
            for size in [tally.people[role.id]]
        },
        verdict=outcome,
        index=told_scored[Line.INDEX, None],
        completeness=told_scored[Line.COMPLETENESS, None],
        dont_know_share=told_scored[Line.DONT_KNOW, None],
        dimensions=tuple(
            DimensionView(
                id=dimension.id,
                score=told_scored[Line.DIMENSION, dimension.id],
                coverage=dimension.coverage,
                state=dimension.state,
            )
            for dimension in scores.dimensions
        ),
        themes=tuple(
            _theme_view(questionnaire, theme, told_scored, by_role) for theme in scores.themes
        ),
        items=tuple(views),
        gaps=gaps,
        gates=gates if is_open else tuple(replace(gate, share=None) for gate in gates),
        conditions=conditions,
        talk_first=talk_first(questionnaire, views, gaps, gates),
        left_out=sum(left.fate is Fate.INCOMPLETE for left in group.gathered.left),
        other_editions=group.gathered.other_editions,
    )


def _theme_view(
    questionnaire: Questionnaire,
    theme: scoring.ThemeScore,
    told: Mapping[tuple[Line, str | None], Range | None],
    by_role: Mapping[str, Mapping[str, Range | None]],
) -> ThemeView:
    roles = {role: scores[theme.id] for role, scores in by_role.items() if theme.id in scores}
    return ThemeView(
        id=theme.id,
        dimension=theme.dimension,
        score=told[Line.THEME, theme.id],
        coverage=theme.coverage,
        state=theme.state,
        roles=roles,
        gaps=gaps_of(roles, questionnaire.group.gap.theme_points),
    )


def _means(view: ItemView) -> dict[str, Range | None]:
    return {role: None if cell is None else cell.mean for role, cell in view.roles.items()}
