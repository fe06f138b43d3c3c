"""Random groups: questionnaires, roles, duplicates, other editions, from nobody to a few dozen."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from readiness.engine.gathering import Member
from readiness.questionnaire import Gap, GroupRules

from .strategies import cases

if TYPE_CHECKING:
    from readiness.engine.responses import Responses
    from readiness.questionnaire import Questionnaire

    Case = tuple[Questionnaire, list[Member]]

PEOPLE = 16
SYMBOLS = "012345678"


def groups() -> st.SearchStrategy[Case]:
    """Draw a questionnaire and the contributions of a group."""
    return st.builds(_group, cases(PEOPLE), st.integers(0, 2**48))


def _group(case: tuple[Questionnaire, list[Responses]], seed: int) -> Case:
    random = Random(seed)  # noqa: S311  # not a secret: a repeatable group
    questionnaire, people = case
    k_min = random.choice([1, 3, 4, 5])
    rules = GroupRules(
        k_min=k_min,
        distribution_min=max(k_min, random.choice([3, 6, 10])),
        gate_share=random.choice([Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)]),
        gap=Gap(levels=random.choice([Fraction(1, 2), Fraction(1)]), theme_points=Fraction(20)),
    )
    alike = random.random() < 0.5  # half of the groups are nearly of one mind
    if alike:
        people = [random.choice(people[:3]) for _ in range(random.randint(0, 40))]
    members = [_member(random, number, one) for number, one in enumerate(people)]
    return replace(questionnaire, group=rules), members


def _member(random: Random, number: int, responses: Responses) -> Member:
    whole = f"ABCDE{random.choice(SYMBOLS)}0000000"
    return Member(
        name=f"{random.choice('abc')}{number}",
        role=responses.role,
        answers=responses.answers,
        respondent=random.choice([None, None, whole, whole[:6]]),
        revision=random.choice([None, 0, 1, 2, 3]),
        edition=random.choice([None, "1", "1", "1", "0"]),
    )
