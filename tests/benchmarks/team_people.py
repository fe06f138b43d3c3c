"""People made up for the benchmarks of the team page, as saved responses or as codes."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from readiness.engine.response_code import Contribution, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.questionnaire import Questionnaire

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CUT = 30


def answered(form: Questionnaire) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Yield an id, a role and answers, without end."""
    random = Random(1)  # noqa: S311  # not a secret: repeatable people
    roles = [role.id for role in form.roles]
    while True:
        role = random.choice(roles)
        asked = [item.id for item in form.items if not item.roles or role in item.roles]
        name = "".join(random.choice(SYMBOLS) for _ in range(13))
        yield name, role, {item: random.randint(1, 5) for item in asked}


def responses(form: Questionnaire, count: int, bad: int) -> Iterator[str]:
    """Yield saved responses of so many people; the last few are cut off."""
    people = answered(form)
    for number in range(count):
        respondent, role, answers = next(people)
        content = {
            "format": "readiness-responses",
            "version": 1,
            "questionnaire": {"id": form.id, "edition": form.edition},
            "respondent": respondent,
            "role": role,
            "answers": answers,
        }
        text = json.dumps(content)
        yield text if number < count - bad else text[:-CUT]


def codes(form: Questionnaire, count: int) -> Iterator[str]:
    """Yield codes of so many people."""
    people = answered(form)
    for _ in range(count):
        respondent, role, answers = next(people)
        one = Contribution(role=role, answers=dict(answers), respondent=respondent)
        yield encode(form, one)
