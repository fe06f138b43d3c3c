"""Nobody's exact answer follows from what is published of a group.

Simulated organisations, many of them nearly of one mind; with READINESS_LONG=1 there are 20,000.
Only a role whose people all gave the same answer can be found out by somebody who does not know
who is who, since the true answers are always possible: two people of a role who answered
differently could have changed places. The attacker is set on every such role. In the same run a
naive report (nothing under five people, two decimals, the distribution of everybody) must leak.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

from readiness.engine import protection
from readiness.engine.cells import is_apart
from readiness.engine.freeze import may_publish, record_of
from readiness.engine.gathering import Member
from readiness.engine.group import aggregate, protect
from readiness.engine.group_csv import group_csv
from readiness.engine.group_json import group_json
from readiness.questionnaire import GroupRules

from .attacker import Known, csv_says_no_more, fixed_answer
from .forms import read_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pytest

    from readiness.engine.group import Group
    from readiness.questionnaire import Questionnaire

    Answers = dict[str, list[dict[str, int]]]
    Json = dict[str, Any]

LONG = os.environ.get("READINESS_LONG") == "1"
ORGANISATIONS = 20_000 if LONG else 300
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


def _organisation(random: Random) -> tuple[Questionnaire, Answers]:
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


def _group(form: Questionnaire, answers: Answers) -> Group:
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


def _leaks(report: Json, form: Questionnaire, answers: Answers) -> Iterator[tuple[str, str]]:
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


def _naive(form: Questionnaire, answers: Answers) -> Json:
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


def test_nobody_is_found_out_and_a_naive_report_leaks() -> None:
    """No role of one mind is found out from JSON or CSV; many are from the naive report."""
    random = Random(4)  # noqa: S311  # not a secret: repeatable organisations
    seen: Counter[str] = Counter()
    for number in range(ORGANISATIONS):
        form, answers = _organisation(random)
        report = group_json(form, protect(_group(form, answers)))
        seen["published"] += report["suppressed"] is None
        assert csv_says_no_more(report, group_csv(report))
        leaks = list(_leaks(report, form, answers))
        assert leaks == [], (number, answers)
        enough = sum(map(len, answers.values())) >= K_MIN
        seen["naive"] += bool(enough and any(_leaks(_naive(form, answers), form, answers)))
    assert seen["published"] > ORGANISATIONS * 0.8
    assert seen["naive"] > ORGANISATIONS * 0.1
    print(dict(seen))  # noqa: T201  # the rates, with pytest -s


def test_a_flag_that_tells_too_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The attacker finds roles out where the exact flag of everybody stands beside their means."""
    monkeypatch.setattr(protection, "_must_be_apart", lambda ratings: is_apart(ratings.total))
    random = Random(4)  # noqa: S311  # not a secret: the organisations of the test above
    leaks = 0
    for _ in range(300):
        form, answers = _organisation(random)
        leaks += any(_leaks(group_json(form, protect(_group(form, answers))), form, answers))
    assert leaks > 0


def test_one_more_file_is_not_published() -> None:
    """A report with one person more, fewer or other may not follow; the same one may (G4)."""
    random = Random(5)  # noqa: S311  # not a secret: repeatable organisations
    for _ in range(ORGANISATIONS):
        form, answers = _organisation(random)
        before = record_of(_group(form, answers))
        role = random.choice(list(answers))
        more = {**answers, role: [*answers[role], answers[role][0]]}
        other = {**answers, role: [_other(answers[role][0]), *answers[role][1:]]}
        assert not may_publish(before, record_of(_group(form, more)), K_MIN).allowed
        assert not may_publish(before, record_of(_group(form, other)), K_MIN).allowed
        assert may_publish(before, record_of(_group(form, answers)), K_MIN).allowed


def _other(answers: Mapping[str, int]) -> dict[str, int]:
    return {id_: 1 if level == 2 else 2 for id_, level in answers.items()}  # a level
