"""Random groups: questionnaires, rules, roles, duplicates, other editions, a report before.

From nobody to a few dozen people. Half of the groups are nearly of one mind, where the rules for
telling matter most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from engines.strategies import cases
from hypothesis import strategies as st

from readiness.group.deduplication import Member
from readiness.questionnaire import Gap, GroupRules

if TYPE_CHECKING:
    from engines.strategies import Case as People

    from readiness.engine.responses import Responses
    from readiness.questionnaire import Questionnaire

PEOPLE = 16
SYMBOLS = "012345678"
NAMES = ("a", "b", "\ufffd", "\U0001f600")  # text sorts by UTF-16 in both languages
ROUGH_BREAKDOWNS = (
    "roles",
    "boss+staff,guest",
    "guest+boss, staff",
    "boss",
    "boss,boss,-",
    "x,-",
    "",
)


@dataclass(frozen=True, kw_only=True)
class Group:
    """A questionnaire, the contributions of a group, and how a report is asked for.

    `before` are those of an earlier report; `choice` picks one of the breakdowns that are offered,
    `rough` is a breakdown that may not do.
    """

    questionnaire: Questionnaire
    members: list[Member]
    before: list[Member]
    preferred: list[str]
    choice: int
    rough: str


def groups() -> st.SearchStrategy[Group]:
    """Draw a group."""
    return st.builds(_group, cases(PEOPLE), st.integers(0, 2**48))


def _group(case: People, seed: int) -> Group:
    random = Random(seed)  # noqa: S311  # not a secret: a repeatable group
    questionnaire, people = case
    if random.random() < 0.5:
        kinds = random.randint(1, 4)
        people = [random.choice(people[:kinds]) for _ in range(random.randint(0, 40))]
    members = [_member(random, number, one) for number, one in enumerate(people)]
    return Group(
        questionnaire=replace(questionnaire, group=_rules(random)),
        members=members,
        before=_before(random, members),
        preferred=[member.name for member in members if random.random() < 0.1],
        choice=random.randrange(60),
        rough=random.choice(ROUGH_BREAKDOWNS),
    )


def _rules(random: Random) -> GroupRules:
    k_min = random.choice([3, 3, 4, 5])
    return GroupRules(
        k_min=k_min,
        distribution_min=max(k_min, random.choice([3, 6, 10])),
        gate_share=random.choice([Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)]),
        gap=Gap(share=random.choice([Fraction(1, 5), Fraction(1, 3), Fraction(1, 3)])),
        colluders=random.randint(1, k_min - 2),
    )


def _member(random: Random, number: int, responses: Responses) -> Member:
    whole = f"ABCDE{random.choice(SYMBOLS)}0000000"
    known = random.random() < 0.3
    return Member(
        name=f"{random.choice(NAMES)}{number}",
        role=responses.role,
        answers=responses.answers,
        respondent=random.choice([None, whole, whole[:6]]) if known else f"person {number}",
        revision=random.choice([None, 0, 1, 2, 3]),
        edition=random.choice([None, "1", "1", "1", "1", "0"]),
    )


def _before(random: Random, members: list[Member]) -> list[Member]:
    """Return most of the same people, some of whom gave other answers."""
    share = random.choice([0.4, 0.7, 0.95])
    kept = [member for member in members if random.random() < share]
    changed = random.choice([0, 0.1, 0.5])
    return [
        replace(member, answers=random.choice(members).answers)
        if random.random() < changed
        else member
        for member in kept
    ]
