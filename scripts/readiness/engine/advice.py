"""What to do next: at most five items, what to find out first, and what is already strong.

Order by buckets (scoring.md 3.5): failed stop gates, failed hold gates, themes below the floor of
"not yet", themes below the floor of "ready", the rest; inside a bucket the largest gain first,
ties in order of reporting. An item that has 75 points or more is never advised.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine.responses import State
from readiness.questionnaire import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.engine.responses import Given, Response
    from readiness.engine.scoring import ThemeScore
    from readiness.questionnaire import Dimension, Item, Questionnaire, Theme

GOOD_POINTS = 75
MID_POINTS = 50
MOST = 5
MOST_PER_THEME = 2
MOST_STRONG = 3


class Reason(StrEnum):
    """Why an item is advised; the order is the order of the buckets."""

    GATE_STOP = "gate_stop"
    GATE_HOLD = "gate_hold"
    THEME_NOT_YET = "theme_not_yet"
    THEME_READY = "theme_ready"
    GAIN = "gain"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceLine:
    """One piece of advice; `gain` is what the index would gain if the item reached 75 points.

    `ask` tells that people of the respondent's role cannot do it themselves: they ask for it.
    """

    item: str
    reason: Reason
    kind: str
    gain: Fraction
    ask: bool


def advise(
    questionnaire: Questionnaire,
    given: Given,
    themes: tuple[ThemeScore, ...],
    role: str | None,
) -> tuple[AdviceLine, ...]:
    """Return at most five lines of advice, at most two of them from one theme."""
    order = list(Reason)
    lines = sorted(
        _candidates(questionnaire, given, {theme.id: theme for theme in themes}, role),
        key=lambda line: (order.index(line[1].reason), -line[1].gain),
    )
    taken: Counter[str] = Counter()
    chosen: list[AdviceLine] = []
    for theme, line in lines:
        if len(chosen) < MOST and taken[theme] < MOST_PER_THEME:
            taken[theme] += 1
            chosen.append(line)
    return tuple(chosen)


def find_out(given: Given) -> tuple[str, ...]:
    """Return the items answered "I don't know", gates on top."""
    items = [given[id_].item for id_ in given if given[id_].state is State.DONT_KNOW]
    return tuple(item.id for item in sorted(items, key=lambda item: item.gate is None))


def strongest(questionnaire: Questionnaire, themes: tuple[ThemeScore, ...]) -> tuple[str, ...]:
    """Return up to three themes at or above the floor of "ready", highest first."""
    floor = questionnaire.verdict.ready.theme
    scored = [(theme.score, theme.id) for theme in themes if theme.score is not None]
    strong = sorted((pair for pair in scored if pair[0] >= floor), key=lambda pair: -pair[0])
    return tuple(id_ for _, id_ in strong[:MOST_STRONG])


def _candidates(
    questionnaire: Questionnaire,
    given: Given,
    scores: dict[str, ThemeScore],
    role: str | None,
) -> Iterator[tuple[str, AdviceLine]]:
    """Yield theme and line of every item that could be advised, in order of reporting."""
    for dimension in questionnaire.dimensions:
        for theme in dimension.themes:
            for item in theme.items:
                response = given[item.id]
                if response.state is State.RATED and response.points < GOOD_POINTS:
                    omega = _omega(questionnaire, dimension, theme, item)
                    line = AdviceLine(
                        item=item.id,
                        reason=_reason(questionnaire, response, scores[theme.id].score),
                        kind="low" if response.points < MID_POINTS else "mid",
                        gain=(GOOD_POINTS - response.points) * omega,
                        ask=_is_asked_for(item, role),
                    )
                    yield theme.id, line


def _is_asked_for(item: Item, role: str | None) -> bool:
    """Tell whether others have to do it; without a role, or where nobody is named, nobody else."""
    return role is not None and bool(item.advice.by) and role not in item.advice.by


def _reason(questionnaire: Questionnaire, response: Response, score: Fraction | None) -> Reason:
    gate = response.item.gate
    if gate is not None and response.level < gate.min:
        return Reason.GATE_STOP if gate.effect is Effect.STOP else Reason.GATE_HOLD
    if score is not None and score < questionnaire.verdict.not_yet.theme:
        return Reason.THEME_NOT_YET
    if score is not None and score < questionnaire.verdict.ready.theme:
        return Reason.THEME_READY
    return Reason.GAIN


def _omega(
    questionnaire: Questionnaire, dimension: Dimension, theme: Theme, item: Item
) -> Fraction:
    """Return the item's share in the index by the weights as designed."""
    return (
        Fraction(dimension.weight, sum(other.weight for other in questionnaire.dimensions))
        * Fraction(theme.weight, sum(other.weight for other in dimension.themes))
        * Fraction(item.weight, sum(other.weight for other in theme.items))
    )
