"""A group report as `readiness score --group --json` prints it; nothing is computed here.

A figure is `{"exact", "shown"}` or null, an interval `{"low", "high"}` of figures. Scores
and shares are shown as the floor; levels as texts with one decimal, half up; gaps towards 0.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from readiness.engine.result_json import SHARE_LINES, figure, share
from readiness.group.agreement import root_tenths, tenths
from readiness.group.verdict import GATES, GroupLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from readiness.group.item_statistics import Gap, Interval, ItemStatistics
    from readiness.group.report import Report
    from readiness.group.scores import AreaFigures
    from readiness.group.told_tables import ToldItem
    from readiness.group.verdict import GroupCondition
    from readiness.questionnaire import Questionnaire

Json = dict[str, Any]
SHARES = SHARE_LINES | GATES | {GroupLine.GATE_GAP, GroupLine.OTHER_ROLES}


def report_json(questionnaire: Questionnaire, report: Report) -> Json:
    """Return a report ready for JSON; of fewer than `k_min` people it holds no figure."""
    tables = report.tables
    head = {"questionnaire": {"id": questionnaire.id, "edition": questionnaire.edition}}
    if tables.respondents is None:
        sentence = f"not shown: fewer than {questionnaire.group.k_min} people"
        return {
            **head,
            "suppressed": sentence,
            "respondents": None,
            "breakdown": {},
            "verdict": [outcome.value for outcome in report.verdict],
            "index": None,
        }
    return {
        **head,
        "suppressed": None,
        "respondents": tables.respondents,
        "breakdown": dict(tables.breakdown),
        "verdict": [outcome.value for outcome in report.verdict],
        "index": _interval(report.index, figure),
        "dont_know_share": _interval(report.dont_know_share, share),
        "mostly_leaders": tables.mostly_leaders,
        "outside": tables.outside,
        "left_out": tables.left_out,
        "other_editions": None
        if tables.other_editions is None
        else [{"edition": edition, "count": count} for edition, count in tables.other_editions],
        "dimensions": {area.id: _area(area) for area in report.dimensions},
        "themes": {area.id: _area(area) for area in report.themes},
        "gates": {gate.item: gate.state.value for gate in report.gates},
        "conditions": [_condition(line) for line in report.conditions],
        "talk_first": [line.item for line in report.talk_first],
        "talk_reasons": {
            line.item: [reason.value for reason in line.reasons] for line in report.talk_first
        },
        "advice": [{"item": line.item, "kind": line.kind} for line in report.advice],
        "items": {one.item.id: _item(one) for one in report.items},
    }


def _area(area: AreaFigures) -> Json:
    ends = _interval(area.score, figure) or {"low": None, "high": None}
    return {
        **ends,
        "state": area.state.value,
        "coverage": share(area.coverage),
        "blocks": {block: share(one) for block, one in area.shares.items()},
        "gaps": [_gap(gap) for gap in area.gaps],
    }


def _item(one: ItemStatistics) -> Json:
    table, spread = one.table, one.spread
    return {
        "told": table.told,
        "since": table.since,
        "applies": table.applies,
        "whole": whole_json(table),
        "blocks": {
            block: None if told is None else {"raters": told.raters, "high_half": told.high_half}
            for block, told in table.blocks.items()
        },
        "asked": dict(table.asked),
        "dont_know": dict(table.dont_know),
        "not_applicable": dict(table.not_applicable),
        "mean": _interval(one.mean, _level),
        "points": _interval(one.points, figure),
        "agreement": None if one.agreement is None else one.agreement.value,
        "ad": None if spread is None else _level(spread.ad),
        "r_wg": None if spread is None else _level(spread.r_wg),
        "sd": None
        if spread is None or spread.variance is None
        else tenths_text(root_tenths(spread.variance)),
        "gaps": [_gap(gap) for gap in one.gaps],
    }


def whole_json(table: ToldItem) -> Json | None:
    """Return the sum of what the cells tell; a level is null where no cell tells it.

    Cells may tell different things: what a half holds beyond its levels is told only as a number.
    """
    if not table.cells:
        return None
    levels: list[int | None] = [None] * table.levels
    parts = [part for cell in table.cells for part in cell.parts]
    for part in parts:
        for place, people in enumerate(part.levels or (), part.start):
            levels[place] = (levels[place] or 0) + people
    halves = [
        sum(part.people for part in parts if (part.start > 0) is high) for high in (False, True)
    ]
    has_halves = any(part.start > 0 for part in parts)
    return {
        "raters": table.raters,
        "low_half": halves[0] if has_halves else None,
        "high_half": halves[1] if has_halves else None,
        "levels": levels,
    }


def _gap(gap: Gap) -> Json:
    points = {"exact": str(gap.difference), "shown": math.trunc(100 * gap.difference)}
    return {"blocks": [gap.one, gap.other], "gap": points, "flagged": gap.flagged}


def _condition(line: GroupCondition) -> Json:
    show: Callable[[Fraction], Json | None] = share if line.rule in SHARES else figure
    if line.rule is GroupLine.GATE_APART:
        show = _level
    return {
        "rule": line.rule.value,
        "id": line.id,
        "limit": show(line.limit),
        "value": _interval(line.value, show),
        "items": list(line.items),
        "sure": line.sure,
    }


def _interval(interval: Interval | None, show: Callable[[Fraction], Json | None]) -> Json | None:
    if interval is None:
        return None
    return {"low": show(interval.low), "high": show(interval.high)}


def _level(value: Fraction | None) -> Json | None:
    return None if value is None else {"exact": str(value), "shown": level_text(value)}


def level_text(value: Fraction) -> str:
    """Return levels from 0 with one decimal, half up."""
    return tenths_text(tenths(value))


def tenths_text(tenths_: int) -> str:
    """Return tenths with a decimal point."""
    return f"{tenths_ // 10}.{tenths_ % 10}"
