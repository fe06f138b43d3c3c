"""A group report as `readiness score --group --json` prints it; nothing is computed here.

A figure is `{"exact", "shown"}`; where only a range may be told it has "to" as well, and "shown"
is its lower end. A report that hides anything never holds exact ratios. Scores and shares are
shown as the floor; levels as texts with one decimal. What is hidden is `{"suppressed": true}`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from readiness.engine.agreement import root_tenths, tenths
from readiness.engine.group_verdict import GATES, GroupLine
from readiness.engine.result_json import SHARE_LINES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from readiness.engine.cells import Cell, ItemView, Range
    from readiness.engine.group import Report, ThemeView
    from readiness.engine.group_verdict import GroupCondition
    from readiness.engine.talk import Gap
    from readiness.questionnaire import Questionnaire

Json = dict[str, Any]
Shown = int | str
SUPPRESSED: Json = {"suppressed": True}
LEVEL_LINES = {GroupLine.GATE_APART, GroupLine.GATE_GAP}


def group_json(questionnaire: Questionnaire, report: Report) -> Json:
    """Return a report ready for JSON; under `k_min` people it holds no figure."""
    head = {"questionnaire": {"id": questionnaire.id, "edition": questionnaire.edition}}
    if report.people is None:
        return {
            **head,
            "suppressed": f"not shown: fewer than {questionnaire.group.k_min} people",
            "verdict": report.verdict.value,
            "index": None,
        }
    return {**head, "suppressed": None, **_Writer(exact=questionnaire.group.k_min == 1).all(report)}


class _Writer:
    """Writes figures, with or without their exact ratios."""

    def __init__(self, *, exact: bool) -> None:
        self._exact = exact

    def all(self, report: Report) -> Json:
        return {
            "verdict": report.verdict.value,
            "respondents": report.people,
            "roles": {
                role: SUPPRESSED if size is None else {"respondents": size}
                for role, size in report.roles.items()
            },
            "left_out": report.left_out,
            "other_editions": [
                {"edition": edition, "count": count} for edition, count in report.other_editions
            ],
            "index": self._points(report.index),
            "completeness": self._share(report.completeness),
            "dont_know_share": self._share(report.dont_know_share),
            "dimensions": {
                one.id: {
                    "score": self._points(one.score),
                    "coverage": self._share_of(one.coverage),
                    "state": one.state.value,
                }
                for one in report.dimensions
            },
            "themes": {theme.id: self._theme(theme) for theme in report.themes},
            "items": {view.item.id: self._item(view, report.gaps) for view in report.items},
            "gates": {
                gate.item: {
                    "effect": gate.effect.value,
                    "min": gate.min,
                    "state": gate.state.value,
                    "share": self._share_of(gate.share),
                }
                for gate in report.gates
            },
            "conditions": [self._condition(line) for line in report.conditions],
            "talk_first": [
                {"item": line.item, "reasons": [reason.value for reason in line.reasons]}
                for line in report.talk_first
            ],
        }

    def _theme(self, theme: ThemeView) -> Json:
        return {
            "dimension": theme.dimension,
            "score": self._points(theme.score),
            "coverage": self._share_of(theme.coverage),
            "state": theme.state.value,
            "roles": {
                role: SUPPRESSED if score is None else self._points(score)
                for role, score in theme.roles.items()
            },
            "gaps": [self._gap(gap, _toward_zero) for gap in theme.gaps],
        }

    def _item(self, view: ItemView, gaps: Mapping[str, tuple[Gap, ...]]) -> Json:
        roles = {
            role: SUPPRESSED if cell is None else self._cell(cell)
            for role, cell in view.roles.items()
        }
        if view.total is None:
            return {**SUPPRESSED, "roles": roles}
        spread = view.spread
        return {
            **self._cell(view.total),
            "dont_know_share": self._share(view.dont_know),
            "ad": spread and self._level_of(spread.ad),
            "r_wg": spread and self._level_of(spread.r_wg),
            "variance": spread and self._level_of(spread.variance),
            "sd": None
            if spread is None or spread.variance is None
            else tenths_text(root_tenths(spread.variance)),
            "distribution": None if view.distribution is None else list(view.distribution),
            "roles": roles,
            "gaps": [self._gap(gap, level_text) for gap in gaps[view.item.id]],
        }

    def _cell(self, cell: Cell) -> Json:
        return {
            "raters": self._figure(cell.raters, _floor),
            "mean": self._figure(cell.mean, level_text),
            "points": self._points(cell.points),
            "apart": cell.apart,
        }

    def _gap(self, gap: Gap, show: Callable[[Fraction], Shown]) -> Json:
        return {
            "roles": [gap.one, gap.other],
            "gap": self._figure(gap.gap, show),
            "flagged": gap.flagged,
        }

    def _condition(self, line: GroupCondition) -> Json:
        limit = {"exact": str(line.limit), "shown": _shower(line)(line.limit)}
        value = None if line.value is None else self._figure(line.value, _shower(line))
        return {
            "rule": line.rule.value,
            "id": line.id,
            "limit": limit,
            "value": value,
            "items": list(line.items),
        }

    def _points(self, figure: Range | None) -> Json | None:
        return None if figure is None else self._figure(figure, _floor)

    def _share(self, figure: Range | None) -> Json | None:
        return None if figure is None else self._figure(figure, _percent)

    def _share_of(self, value: Fraction | None) -> Json | None:
        return None if value is None else self._one(value, _percent)

    def _level_of(self, value: Fraction | None) -> Json | None:
        return None if value is None else self._one(value, level_text)

    def _figure(self, figure: Range, show: Callable[[Fraction], Shown]) -> Json:
        low = self._one(figure.low, show)
        high = show(figure.high)
        return low if high == low["shown"] else {**low, "to": high}

    def _one(self, value: Fraction, show: Callable[[Fraction], Shown]) -> Json:
        return {"exact": str(value) if self._exact else None, "shown": show(value)}


def level_text(value: Fraction) -> str:
    """Return levels, or a difference of levels, with one decimal, half away from 0."""
    text = tenths_text(tenths(abs(value)))
    return f"-{text}" if value < 0 and text != "0.0" else text


def tenths_text(tenths_: int) -> str:
    """Return tenths with a decimal point."""
    return f"{tenths_ // 10}.{tenths_ % 10}"


def _shower(line: GroupCondition) -> Callable[[Fraction], Shown]:
    if line.rule in LEVEL_LINES:
        return level_text
    is_share = line.rule in SHARE_LINES | GATES or line.rule is GroupLine.OTHER_ROLES
    return _percent if is_share else _floor


def _floor(value: Fraction) -> int:
    return math.floor(value)


def _toward_zero(value: Fraction) -> int:
    return math.trunc(value)


def _percent(value: Fraction) -> int:
    return math.floor(100 * value)
