"""Simulated organisations on the demo questionnaire: people differ, leaders are rosier.

Each question has its own level of practice (2 to 3.8), each person a leaning of his own (0.4 of a
level) and something for each question (0.9): within a role answers spread by one level, as is usual
in surveys. Leaders are rosier by 0.7, managers by 0.3. One answer in twenty is "don't know", unless
a test says otherwise. Four of the 34 questions are not asked of the front line. In a second round
some answers have moved, and some people are others.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from readiness.group.deduplication import Member
from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

ASSESSMENT = Path(__file__).parents[2] / "assessment"
HIGHEST = 5
ROSIER = {"leader": 0.7, "manager": 0.3}


def demo() -> Questionnaire:
    """Return the questionnaire of this repository."""
    questionnaire = load(ASSESSMENT).questionnaire
    assert questionnaire is not None
    return questionnaire


def organisation(
    questionnaire: Questionnaire, seed: float, sizes: Mapping[str, int], dont_know: float = 0.05
) -> list[Member]:
    """Return the contributions of so many people in each role; shares from 0 to 1."""
    random = Random(seed)  # noqa: S311  # not a secret: a repeatable organisation
    practice = {item.id: random.uniform(2, 3.8) for item in questionnaire.items}
    members = []
    for role, size in sizes.items():
        for number in range(size):
            leaning = random.gauss(ROSIER.get(role, 0), 0.4)
            answers: dict[str, Answer] = {}
            for item in questionnaire.items:
                if item.asked_of(role):
                    level = round(random.gauss(practice[item.id] + leaning, 0.9))
                    known = random.random() >= dont_know
                    answers[item.id] = min(max(level, 1), HIGHEST) if known else "dk"
            members.append(Member(name=f"{role} {number}", role=role, answers=answers))
    return members


def second_round(
    questionnaire: Questionnaire, seed: float, members: list[Member], moved: float, left: int
) -> list[Member]:
    """Return the people of a second round: a share of the answers moved, some people replaced.

    An answer moves to the level beside it, three times of four upwards; whoever did not know says
    a level of the middle. Whoever takes somebody's place has the same role.
    """
    random = Random(seed)  # noqa: S311  # as above
    found = []
    for member in members:
        answers = {
            id_: _moved(random, answer) if random.random() < moved else answer
            for id_, answer in member.answers.items()
        }
        found.append(Member(name=member.name, role=member.role, answers=answers))
    for place in random.sample(range(len(found)), min(left, len(found))):
        role = found[place].role or ""
        (found[place],) = organisation(questionnaire, random.random(), {role: 1})
    return found


def _moved(random: Random, answer: Answer) -> Answer:
    if not isinstance(answer, int):
        return random.randint(2, 4)
    step = random.choice([1, 1, 1, -1])
    return answer + step if 1 <= answer + step <= HIGHEST else answer - step
