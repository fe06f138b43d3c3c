"""Simulated organisations, many of them nearly of one mind, and what an attacker finds in a report.

Only a role whose people all gave the same answer can be found out by somebody who does not know
who is who, since the true answers are always possible: two people of a role who answered
differently could have changed places. The attacker is set on every such role. The naive report
shows nothing of under five people, two decimals, and the distribution of everybody.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from readiness.engine.gathering import Member
from readiness.engine.group import aggregate
from readiness.questionnaire import GroupRules

from .attacker import Known, fixed_answer
from .forms import read_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from readiness.engine.group import Group
    from readiness.questionnaire import Questionnaire

    Answers = dict[str, list[dict[str, int]]]
    Json = dict[str, Any]

K_MIN = 5
ROLES = ("leader", "manager", "frontline")
SCALES = {
    5: ["0", "25", "50", "75", "100"],
    3: ["0", "50", "100"],
    4: ["0", "100/3", "200/3", "100"],
}
DONT_KNOW = 0


def _form(levels: int, items: int, roles: int) -> Questionnaire:
    names = " | ".join("abc"[:items])
    form = read_form({"D": {"T": names}}, scales={"s": SCALES[levels]}, roles=list(ROLES[:roles]))
    return replace(form, group=GroupRules(k_min=K_MIN))


def organisation(random: Random) -> tuple[Questionnaire, Answers]:
    """Return a form of one to three items and the answers by role, 0 for "don't know"."""
    levels, roles = random.choice([5, 5, 4, 3]), random.choice([2, 2, 3])
    form = _form(levels, random.choice([1, 1, 2, 3]), roles)
    answers: Answers = {}
    for role in ROLES[:roles]:
        size = random.choice([1, 2, 3, 4, 5, 5, 6, 6, 7])
        mind = {item.id: random.randint(1, levels) for item in form.items}
        agree = random.choice([1.0, 1.0, 0.9, 0.5])
        answers[role] = [
            {
                id_: level if random.random() < agree else random.randint(DONT_KNOW, levels)
                for id_, level in mind.items()
            }
            for _ in range(size)
        ]
    return form, answers


def group_of(form: Questionnaire, answers: Answers) -> Group:
    """Bring everybody's answers together."""
    members = [
        Member(
            name=f"{role}{number}",
            respondent=f"{role}-{number}",
            role=role,
            answers={id_: level or "dk" for id_, level in one.items()},
        )
        for role, people in answers.items()
        for number, one in enumerate(people)
    ]
    return aggregate(form, members)


def leaks_of(report: Json, form: Questionnaire, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield each role and item of which the attacker finds out everybody's answer."""
    if report["suppressed"] is not None:
        return
    levels = len(form.items[0].scale.levels)
    sizes = {role: len(people) for role, people in answers.items()}
    points = {item.id: _points(item.id, answers, levels) for item in form.items}
    for item in form.items:
        elsewhere = tuple(
            value
            for id_, value in points.items()
            if id_ != item.id and value is not None and "suppressed" not in report["items"][id_]
        )
        known = Known(levels, sizes, K_MIN, elsewhere)
        for role, people in answers.items():
            truth = {one[item.id] for one in people}
            if len(truth) == 1:
                found = fixed_answer(report, item.id, "T", role, known)
                if found is not None:
                    assert found == (truth.pop() - 1) % (levels + 1)
                    yield role, item.id


def _points(id_: str, answers: Answers, levels: int) -> Fraction | None:
    rated = [one[id_] for people in answers.values() for one in people if one[id_]]
    if not rated:
        return None
    return Fraction(100 * (sum(rated) - len(rated)), len(rated) * (levels - 1))


def naive_report(form: Questionnaire, answers: Answers) -> Json:
    """Return what is published by a rule that only hides cells of fewer than five."""
    levels = len(form.items[0].scale.levels)
    items = {}
    for item in form.items:
        given = {role: [one[item.id] for one in people] for role, people in answers.items()}
        everybody = [level for people in given.values() for level in people]
        total = _naive_cell(everybody, levels)
        if "suppressed" not in total:
            rated = [level for level in everybody if level]
            total |= {
                "dont_know_share": {"shown": 0, "to": 100},
                "apart": None,
                "ad": None,
                "distribution": [rated.count(level) for level in range(1, levels + 1)],
            }
        roles = {role: _naive_cell(people, levels) for role, people in given.items()}
        items[item.id] = total | {"roles": roles}
    return {"suppressed": None, "items": items, "themes": {"T": {"score": None}}}


def _naive_cell(answers: list[int], levels: int) -> Json:
    rated = [level for level in answers if level]
    if len(rated) < K_MIN:
        return {"suppressed": True}
    mean = Fraction(sum(rated), len(rated))
    return {
        "raters": {"shown": len(rated)},
        "mean": {"shown": f"{float((100 * mean + Fraction(1, 2)) // 1) / 100:.2f}"},
        "points": {"shown": int(100 * (mean - 1) / (levels - 1))},
    }


def answered_otherwise(answers: Mapping[str, int]) -> dict[str, int]:
    """Return other answers to the same items."""
    return {id_: 1 if level == 2 else 2 for id_, level in answers.items()}  # a level
