"""A dozen and more sets of answers, made by hand to reach the corners of the model."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journey.respondent import Answers
    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire, Theme

ANY: list[Answer | None] = [1, 2, 3, 4, 5, "dk", None]


def answer_sets(questionnaire: Questionnaire) -> dict[str, tuple[str | None, Answers]]:
    """Return role and answers by the name of the case."""
    themes = {theme.id: theme for theme in questionnaire.themes}
    all_4, all_5 = everything(questionnaire, 4), everything(questionnaire, 5)
    unknown = ["who-is-customer", "touchpoints-mapped", "effect-checked", "team-goals"]
    unknown += ["across-boundaries", "room-to-act", "what-is-praised", "bad-news"]
    by_hand: dict[str, tuple[str | None, Answers]] = {
        "all 2": ("leader", everything(questionnaire, 2)),
        "all 1": ("manager", everything(questionnaire, 1)),
        "a hold": ("leader", {**all_4, "lean-and-jobs": 2}),
        "a weak theme": ("leader", {**all_4, **whole(themes["acting-on-feedback"], 2)}),
        "a theme too weak": ("manager", {**all_5, **whole(themes["every-day"], 1)}),
        "a theme does not apply": (
            "leader",
            {**all_4, **whole(themes["internal-customers"], "na")},
        ),
        "eight unknown": ("leader", {**all_4, **dict.fromkeys(unknown, "dk")}),
        "nine unknown": ("leader", {**all_4, **dict.fromkeys([*unknown, "journey-owner"], "dk")}),
        "an unknown gate": ("leader", {**all_4, "customer-view": "dk"}),
        "an open gate": (None, without(all_4, {"safe-to-speak"})),
        "front line": ("frontline", everything(questionnaire, 3)),
        "six gates failed": ("leader", {**all_4, **gates(questionnaire, 1)}),
    }
    drawn = {f"drawn {seed}": mixed(questionnaire, seed) for seed in range(3)}
    return {**by_hand, **drawn}


def everything(questionnaire: Questionnaire, value: Answer) -> Answers:
    """Give every item the same answer."""
    return {item.id: value for item in questionnaire.items}


def whole(theme: Theme, value: Answer) -> Answers:
    """Give every item of a theme the same answer."""
    return {item.id: value for item in theme.items}


def gates(questionnaire: Questionnaire, value: Answer) -> Answers:
    """Give every gate the same answer."""
    return {item.id: value for item in questionnaire.items if item.gate}


def without(answers: Answers, left_out: set[str]) -> Answers:
    """Leave some items unanswered."""
    return {item: value for item, value in answers.items() if item not in left_out}


def mixed(questionnaire: Questionnaire, seed: int) -> tuple[str, Answers]:
    """Draw a role and an answer for every item, more of some kind with each seed."""
    draw = Random(seed)  # noqa: S311  # the same cases in every run
    weights = [1 + seed * draw.random() for _ in ANY]
    drawn = {item.id: draw.choices(ANY, weights)[0] for item in questionnaire.items}
    answers = {item: answer for item, answer in drawn.items() if answer is not None}
    return draw.choice(["leader", "manager", "frontline"]), answers
