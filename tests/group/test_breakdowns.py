"""Which breakdowns are offered and which are refused: from head-counts alone, in both engines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from engines.forms import read_form

from readiness.group.deduplication import Member

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

    from .groups import Engine

ROLES = ["leader", "manager", "frontline"]
# People of each role and without one, and what is offered; k_min is 5.
OFFERED = {
    "four people": ([1, 1, 2, 0], []),
    "five people": ([1, 1, 3, 0], ["everyone"]),
    "3 leaders, 4 managers, 7 front line": ([3, 4, 7, 0], ["everyone", "leader+manager,frontline"]),
    "five of each": (
        [5, 5, 5, 0],
        [
            "everyone",
            "leader,manager+frontline",
            "leader+manager,frontline",
            "leader,manager,frontline",
        ],
    ),
    "four of each: a pair leaves too few": ([4, 4, 4, 0], ["everyone"]),
    "without a role: a block of their own": ([0, 0, 6, 5], ["everyone", "frontline,-"]),
    "without a role: pooled with the last": (
        [5, 0, 6, 4],
        ["everyone", "leader,frontline+-"],
    ),
    "nobody has a role": ([0, 0, 0, 9], ["everyone"]),
}


def _form(*roles: str) -> Questionnaire:
    return read_form({"D": {"T": "a"}}, roles=list(roles))


def _people(form: Questionnaire, sizes: list[int], answer: int = 3) -> list[Member]:
    roles = [*(role.id for role in form.roles), None]
    return [
        Member(name=f"{role} {n}", role=role, answers={"a": answer}, respondent=f"{role} no. {n}")
        for role, size in zip(roles, sizes, strict=True)
        for n in range(size)
    ]


@pytest.mark.parametrize("name", OFFERED)
def test_offered(name: str, engine: Engine) -> None:
    """Coarsest first; each of them is taken, and holds everybody."""
    sizes, wanted = OFFERED[name]
    form = _form(*ROLES)
    people = _people(form, sizes)
    assert engine.report(form, people)["offered"] == wanted
    for breakdown in wanted:
        report = engine.report(form, people, breakdown)["report"]
        assert sum(report["breakdown"].values()) == len(people)
        assert min(report["breakdown"].values()) >= 5


def test_answers_play_no_part(engine: Engine) -> None:
    """Whatever people say."""
    form = _form(*ROLES)
    offers = {tuple(engine.report(form, _people(form, [3, 4, 7, 5], n))["offered"]) for n in (1, 5)}
    assert len(offers) == 1


# People of each role and without one, and a name for all of them as one block.
ONE_BLOCK = {
    "leader+manager+frontline": [3, 4, 7, 0],
    "frontline + leader+manager": [1, 2, 4, 0],
    "leader+manager+frontline+-": [3, 4, 7, 2],
    "frontline": [0, 0, 7, 0],
    "roles": [0, 0, 7, 0],
}


@pytest.mark.parametrize("text", ONE_BLOCK)
def test_one_block_of_all_who_are_there_is_everyone(text: str, engine: Engine) -> None:
    """Told by the same rules and under the same name, also where seven people are few."""
    form = _form(*ROLES)
    people = _people(form, ONE_BLOCK[text])
    people[0] = replace(people[0], answers={"a": 4})
    made = engine.report(form, people, text)
    assert [*made["report"]["breakdown"]] == ["everyone"]
    assert made == engine.report(form, people, "everyone")


MANY = [f"r{number}" for number in range(30)]


def test_of_many_roles_a_finest_breakdown_is_offered(engine: Engine) -> None:
    """Thirty roles of three people: pairs; what is left over joins the last. It takes no time."""
    form = _form(*MANY)
    people = _people(form, [3] * 29 + [2, 2])
    pairs = [f"{one}+{other}" for one, other in zip(MANY[::2], MANY[1::2], strict=True)]
    pairs[-1] += "+-"
    assert engine.report(form, people)["offered"] == ["everyone", ",".join(pairs)]
    assert len(engine.report(form, people, ",".join(pairs))["report"]["breakdown"]) == 15


def test_of_many_roles_with_too_few_people_everyone_is_offered(engine: Engine) -> None:
    """Thirty roles, of which eight have one person."""
    form = _form(*MANY)
    assert engine.report(form, _people(form, [1] * 8 + [0] * 23))["offered"] == ["everyone"]


REFUSED = {
    "leader,frontline": 'the breakdown "leader,frontline" leaves out manager',
    "leader+manager,manager+frontline": (
        'the breakdown "leader+manager,manager+frontline" names a role twice'
    ),
    "leader,boss+frontline": 'the breakdown "leader,boss+frontline": "boss" is no role',
    "leader,,frontline": 'the breakdown "leader,,frontline": a block is empty',
    "roles": "the block leader holds fewer than 5 people",
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str, engine: Engine) -> None:
    """In a sentence, with the breakdowns that would do."""
    form = _form(*ROLES)
    made = engine.report(form, _people(form, [3, 4, 7, 0]), text)
    assert made["refused"] == REFUSED[text]
    assert made["instead"] == ["everyone", "leader+manager,frontline"]


def test_people_without_a_role_are_a_block_where_they_are_not_named(engine: Engine) -> None:
    """And a block is written in the order of the questionnaire, with or without spaces."""
    form = _form(*ROLES)
    made = engine.report(form, _people(form, [3, 4, 7, 5]), "frontline, manager + leader")
    assert list(made["report"]["breakdown"].items()) == [
        ("frontline", 7),
        ("leader+manager", 7),
        ("-", 5),
    ]
