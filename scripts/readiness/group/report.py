"""The report of a group, worked out from its told tables and the questionnaire, nothing else.

Figures go upward by the rules for one respondent (scoring.md 3.1 to 3.4), from low to high where a
table is coarse. Equal tables give an equal report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.engine.verdict import Case
from readiness.group.advice import advise_group
from readiness.group.discussion_order import talk_first
from readiness.group.gates import read_group_gates
from readiness.group.item_statistics import Interval, item_statistics
from readiness.group.scores import dimension_figures, group_given, score_ends, theme_figures
from readiness.group.verdict import Cases, judge_group
from readiness.questionnaire import Outcome

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.group.advice import GroupAdvice
    from readiness.group.discussion_order import TalkLine
    from readiness.group.gates import GroupGate
    from readiness.group.item_statistics import ItemStatistics
    from readiness.group.scores import AreaFigures
    from readiness.group.told_tables import ToldTables
    from readiness.group.verdict import GroupCondition
    from readiness.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that is told about a group; None is not told, or without a score.

    `verdict` holds one outcome, or the two it lies between. Where there are too few people in all,
    the tables have no `respondents` and nothing is told.
    """

    tables: ToldTables
    verdict: tuple[Outcome, ...] = (Outcome.NONE,)
    index: Interval | None = None
    dont_know_share: Interval | None = None
    dimensions: tuple[AreaFigures, ...] = ()
    themes: tuple[AreaFigures, ...] = ()
    items: tuple[ItemStatistics, ...] = ()
    gates: tuple[GroupGate, ...] = ()
    conditions: tuple[GroupCondition, ...] = ()
    talk_first: tuple[TalkLine, ...] = ()
    advice: tuple[GroupAdvice, ...] = ()


def group_report(questionnaire: Questionnaire, tables: ToldTables) -> Report:
    """Return the report that follows from the told tables."""
    if tables.respondents is None:
        return Report(tables=tables)
    items = item_statistics(questionnaire, tables)
    gates = read_group_gates(questionnaire, items)
    ends = score_ends(questionnaire, tables, items)
    given, single = group_given(items), tuple(gate.single for gate in gates)
    rules = questionnaire.verdict
    low, high = (
        Case(rules=rules, given=given, gates=single, scores=scores)
        for scores in (ends.low, ends.high)
    )
    outcomes, conditions = judge_group(questionnaire, tables, items, Cases(low, high))
    return Report(
        tables=tables,
        verdict=outcomes,
        index=_interval(ends.low.index, ends.high.index),
        dont_know_share=_interval(ends.high.dont_know_share, ends.low.dont_know_share),
        dimensions=dimension_figures(questionnaire, tables, items, ends),
        themes=theme_figures(questionnaire, tables, items, ends),
        items=items,
        gates=gates,
        conditions=conditions,
        talk_first=talk_first(items, gates),
        advice=advise_group(questionnaire, items, gates),
    )


def _interval(low: Fraction | None, high: Fraction | None) -> Interval | None:
    return None if low is None or high is None else Interval(low, high)
