"""Random questionnaires and answers: other scales, weights, sizes, roles and cut-offs.

Hypothesis draws a size and a seed; the rest follows from them, which is twenty times as fast as
drawing every answer. Cut-offs and points come from the same few round numbers, so that values
often stand exactly on a line; a respondent has a mood, so that every verdict comes up often.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st

from readiness.engine.responses import Answer, Responses
from readiness.questionnaire import (
    Completeness,
    Dimension,
    Effect,
    Gate,
    Item,
    Level,
    NotYet,
    Questionnaire,
    Ready,
    Role,
    Scale,
    Theme,
    VerdictRules,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    Case = tuple[Questionnaire, list[Responses]]

SHARES = [Fraction(text) for text in ("0", "1/4", "1/3", "1/2", "1/2", "2/3", "3/4", "4/5", "1")]
LEVEL_COUNTS = (5, 5, 2, 3, 4, 6, 7, 8, 9, 10, 11)
ROLES = ("boss", "staff", "guest")
# Chances in percent of: don't know, does not apply, unanswered, not an answer; else rated.
MOODS = (
    (0, 0, 0, 0),
    (10, 0, 0, 0),
    (6, 12, 3, 1),
    (22, 15, 4, 2),
    (10, 10, 25, 3),
    (15, 70, 5, 1),
)
# Files are not typed: what is no answer can be of any type.
NO_ANSWERS = cast("tuple[Answer, ...]", (0, -1, 11, 1.5, "4", True, "no", 10**20))
SMALLEST, LARGEST = 1, 4


def cases(people: int = 2) -> st.SearchStrategy[Case]:
    """Draw a questionnaire and the answers of some respondents."""
    sizes = st.integers(SMALLEST, LARGEST)
    return st.builds(lambda size, seed: _case(size, seed, people), sizes, st.integers(0, 2**48))


def _case(size: int, seed: int, people: int) -> Case:
    random = Random(f"{size} {seed}")  # noqa: S311  # not a secret: a repeatable case
    questionnaire = _questionnaire(random, size)
    return questionnaire, [_responses(random, questionnaire) for _ in range(people)]


def _questionnaire(random: Random, size: int) -> Questionnaire:
    """Return a questionnaire of up to `size` dimensions, themes in each and items in each."""
    scales = [_scale(random, f"scale-{number}") for number in range(random.randint(1, 3))]
    roles = ROLES[: random.choice([0, 0, 2, 3])]
    gates = random.choice([0, 0.1, 0.1, 0.4])
    dimensions = tuple(
        Dimension(
            id=f"d{d}",
            title=f"Dimension {d}",
            weight=_weight(random),
            themes=tuple(
                Theme(
                    id=f"d{d}-t{t}",
                    title=f"Theme {t}",
                    weight=_weight(random),
                    items=tuple(
                        _item(random, f"d{d}-t{t}-i{i}", random.choice(scales), roles, gates)
                        for i in range(random.randint(1, size))
                    ),
                )
                for t in range(random.randint(1, size))
            ),
        )
        for d in range(random.randint(1, size))
    )
    return Questionnaire(
        id="random",
        edition="1",
        title="Random",
        dimensions=dimensions,
        ask_order=tuple(dimension.id for dimension in reversed(dimensions)),
        roles=tuple(Role(id=role, label=role) for role in roles),
        verdict=_rules(random),
    )


def _weight(random: Random) -> int:
    return random.choice([1, 1, 1, 1, 1, 2, 3, 5, 7, random.randint(1, 100)])


def _points(random: Random, least: int = 5, most: int = 95) -> Fraction:
    """Return points, mostly a multiple of five."""
    number = random.randint(least * 7, most * 7)
    return Fraction(number, 7) if random.random() < 0.2 else Fraction(number // 35 * 5)


def _scale(random: Random, name: str) -> Scale:
    count = random.choice(LEVEL_COUNTS)
    points = [Fraction(100 * level, count - 1) for level in range(count)]
    if random.random() < 0.4:
        inner: set[Fraction] = set()
        while len(inner) < count - 2:
            inner.add(_points(random))
        points = [Fraction(0), *sorted(inner), Fraction(100)]
    levels = (Level(label=f"level {number}", points=at) for number, at in enumerate(points, 1))
    return Scale(id=name, levels=tuple(levels))


def _item(random: Random, name: str, scale: Scale, roles: Sequence[str], gates: float) -> Item:
    gate = Gate(
        min=random.randint(1, len(scale.levels)), effect=random.choice([Effect.STOP, Effect.HOLD])
    )
    gated = random.random() < gates
    some = [role for role in roles if random.random() < 0.8]
    return Item(
        id=name,
        question=f"What about {name}?",
        levels=tuple(level.label for level in scale.levels),
        scale=scale,
        roles=tuple(some) if random.random() < 0.3 else (),
        weight=_weight(random),
        allow_na=random.random() < 0.5 and not gated,
        gate=gate if gated else None,
    )


def _rules(random: Random) -> VerdictRules:
    """Return the usual rules, or others whose floors do not exceed their cut-offs."""
    if random.random() < 0.5:
        return VerdictRules()
    floors = [_points(random, 5, 45) for _ in range(3)]
    cuts = [max(floor, _points(random, 30, 80)) for floor in floors]
    score, completeness, share, dont_know, not_applicable = (random.choice(SHARES) for _ in "12345")
    return VerdictRules(
        completeness=Completeness(score=score, verdict=completeness),
        theme_share=share,
        not_yet=NotYet(index=floors[0], dimension=floors[1], theme=floors[2]),
        ready=Ready(index=cuts[0], dimension=cuts[1], theme=cuts[2], dont_know=dont_know),
        not_applicable=not_applicable,
    )


def _responses(random: Random, questionnaire: Questionnaire) -> Responses:
    """Return the answers of one respondent; `lift` quarters of the levels are out of question."""
    mood, lift = random.choice(MOODS), random.choice([0, 1, 2, 2, 3, 3])
    drawn = {item.id: _answer(random, item, mood, lift) for item in questionnaire.items}
    role = random.choice([None, *(role.id for role in questionnaire.roles)])
    given = {id_: answer for id_, answer in drawn.items() if answer is not None}
    return Responses(role=role, answers=given)


def _answer(random: Random, item: Item, mood: Sequence[int], lift: int) -> Answer | None:
    dont_know, not_applicable, unanswered, bad = mood
    chance = random.randrange(100)
    levels = len(item.scale.levels)
    if chance < dont_know:
        return "dk"
    if chance < dont_know + not_applicable and item.allow_na:
        return "na"
    if chance >= 100 - unanswered:
        return None
    if chance >= 100 - unanswered - bad:
        return random.choice(NO_ANSWERS)
    return random.randint(max(1, 1 + levels * lift // 5), levels)
