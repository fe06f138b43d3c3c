"""Whether the verdict hangs on a single answer (scoring.md 3.4, the borderline flag).

One rated answer that is no gate is moved by one level, up or down, and the rules are run again;
this answers yes or no and does not say which answer it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readiness.engine.responses import State
from readiness.engine.scoring import assemble, score_theme
from readiness.engine.verdict import judge
from readiness.questionnaire import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.engine.responses import Given
    from readiness.engine.scoring import Scores
    from readiness.engine.verdict import Case
    from readiness.questionnaire import Questionnaire, Theme


def is_borderline(questionnaire: Questionnaire, case: Case, outcome: Outcome) -> bool:
    """Tell whether one such move would change the verdict `outcome` of this case.

    Without a verdict no move gives one: levels play no part in rule 1.
    """
    if outcome is Outcome.NONE:
        return False
    moved = _moved_scores(questionnaire, case)
    return any(judge(replace(case, scores=scores)) is not outcome for scores in moved)


def _moved_scores(questionnaire: Questionnaire, case: Case) -> Iterator[Scores]:
    """Yield the scores after each move; only the theme of the moved item is scored anew."""
    before = case.scores
    for position, theme in enumerate(questionnaire.themes):
        for given in _moves(theme, case.given):
            scored = score_theme(questionnaire, before.themes[position].dimension, theme, given)
            themes = (*before.themes[:position], scored, *before.themes[position + 1 :])
            yield assemble(questionnaire, themes, before.completeness, before.dont_know_share)


def _moves(theme: Theme, given: Given) -> Iterator[Given]:
    for item in theme.items:
        response = given[item.id]
        if response.state is State.RATED and item.gate is None:
            for level in (response.level - 1, response.level + 1):
                if 1 <= level <= len(item.scale.levels):
                    yield given | {item.id: response.at(level)}
