"""Random groups as plain data for `text_tables`, which uses nothing of the package.

5 to 40 people: roles that are missing, people without a role, people who leave much blank, many
who do not know, groups of one mind; scales of 2 to 7 levels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

ROLES = ("boss", "mid", "staff", "guest")
# Chances of "don't know", of "does not apply", and of the one level most agree on.
MOODS = (
    (0.06, 0.1, 0),
    (0.06, 0.1, 0.55),
    (0, 0, 0.9),
    (0, 0, 1),
    (0.5, 0.1, 0.2),
    (0.1, 0.6, 0.2),
    (0.15, 0.2, 0.7),
)
Answer = int | Literal["dk", "na"]
Answers = dict[str, Answer]


@dataclass(frozen=True, kw_only=True)
class Question:
    """One item: points of its levels, lowest first; no roles are all roles."""

    id: str
    points: tuple[Fraction, ...]
    roles: tuple[str, ...] = ()
    weight: int = 1
    may_not_apply: bool = False
    gate: tuple[int, str] | None = None


@dataclass(frozen=True)
class Theme:
    """Questions that are scored together."""

    id: str
    questions: tuple[Question, ...]
    weight: int = 1


@dataclass(frozen=True)
class Dimension:
    """Themes that are scored together."""

    id: str
    themes: tuple[Theme, ...]
    weight: int = 1


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The values of a questionnaire that a group's report goes by."""

    k_min: int = 5
    distribution_min: int = 10
    gate_share: Fraction = Fraction(2, 3)
    gap: Fraction = Fraction(1, 3)
    colluders: int = 1
    theme_share: Fraction = Fraction(1, 2)
    not_yet: tuple[int, int, int] = (40, 30, 20)
    ready: tuple[int, int, int] = (60, 50, 40)
    dont_know: Fraction = Fraction(1, 4)


@dataclass(frozen=True)
class Form:
    """A questionnaire."""

    dimensions: tuple[Dimension, ...]
    roles: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)

    @property
    def questions(self) -> list[Question]:
        """Return all questions in order."""
        return [one for area in self.dimensions for t in area.themes for one in t.questions]


@dataclass(frozen=True)
class Person:
    """Somebody's role, if any, and answers: a level, "dk" or "na"; a blank is left out."""

    role: str | None
    answers: Answers


def high_half_from(points: Sequence[Fraction]) -> int | None:
    """Return the first level (from 0) of the high half; None on a scale of 2 or 3 levels."""
    worth_half = min(place for place, at in enumerate(points) if at >= 50)
    return min(max(worth_half, 2), len(points) - 2) if len(points) >= 4 else None


def random_form(random: Random) -> Form:
    """Return a questionnaire of up to three dimensions."""
    roles = ROLES[: random.choice([0, 2, 2, 3, 3, 4])]
    usual = _points(random, random.choice([2, 3, 4, 5, 5, 7]))
    dimensions = []
    for number in range(random.randint(1, 3)):
        themes = []
        for place in range(random.randint(1, 3)):
            name = f"t{number}{place}"
            questions = tuple(
                _question(random, f"{name}-{at}", usual, roles)
                for at in range(random.randint(1, 3))
            )
            themes.append(Theme(name, questions, random.choice([1, 1, 3])))
        dimensions.append(Dimension(f"d{number}", tuple(themes), random.choice([1, 1, 2])))
    return Form(tuple(dimensions), roles, _rules(random))


def random_people(random: Random, form: Form) -> list[Person]:
    """Return 5 to 40 people of one mood."""
    mood = random.choice(MOODS)
    habits = {one.id: random.random() for one in form.questions}
    people = []
    for role in _roles(random, form):
        blank = 0.5 if random.random() < 0.1 else 0.03
        asked = [one for one in form.questions if role is None or role in (one.roles or [role])]
        given = {one.id: _answer(random, one, mood, habits[one.id]) for one in asked}
        kept = {name: answer for name, answer in given.items() if random.random() >= blank}
        people.append(Person(role, kept))
    return people


def _roles(random: Random, form: Form) -> list[str | None]:
    """Return the role of each person: some are missing, all are as many, or nobody has one."""
    if form.roles and random.random() < 0.3:
        return [*form.roles] * random.choice([5, 5, 6, 10])
    people = random.choice([random.randint(5, 11), random.randint(5, 40)])
    some = [role for role in form.roles if random.random() < 0.85]
    shares = [random.random() + 0.1 for _ in some]
    nameless = random.choice([0, 0, 0.3]) if some else 1
    return [
        None if random.random() < nameless else random.choices(some, shares)[0]
        for _ in range(people)
    ]


def _points(random: Random, levels: int) -> tuple[Fraction, ...]:
    if levels > 2 and random.random() < 0.2:
        inner = sorted(random.sample(range(1, 100), levels - 2))
        return tuple(map(Fraction, (0, *inner, 100)))
    return tuple(Fraction(100 * step, levels - 1) for step in range(levels))


def _question(
    random: Random, name: str, usual: tuple[Fraction, ...], roles: Sequence[str]
) -> Question:
    points = usual if random.random() < 0.7 else _points(random, random.choice([2, 3, 4, 5, 7]))
    kind = random.choice(["gate", "na", "na", "some", "plain"])
    high = high_half_from(points)
    least = random.randint(2, len(points)) if high is None else high + 1
    some = [role for role in roles if random.random() < 0.5]
    return Question(
        id=name,
        points=points,
        roles=tuple(some) if kind == "some" else (),
        weight=random.choice([1, 1, 1, 2, 5]),
        may_not_apply=kind == "na",
        gate=(least, random.choice(["stop", "hold"])) if kind == "gate" else None,
    )


def _rules(random: Random) -> Rules:
    k_min = random.choice([5, 5, 5, 3, 4, 6])
    return Rules(
        k_min=k_min,
        distribution_min=max(k_min, random.choice([10, 10, 10, 3, 7, 12, 20])),
        gate_share=Fraction(random.choice(["2/3", "2/3", "1/2", "3/4", "1"])),
        gap=Fraction(random.choice(["1/3", "1/3", "1/5", "1/2", "1/10", "2/5", "2/5"])),
        colluders=min(random.choice([1, 1, 2]), k_min - 2),
        theme_share=Fraction(random.choice(["1/2", "1/2", "2/3", "1/4"])),
        not_yet=random.choice([(40, 30, 20), (20, 10, 0)]),
        ready=random.choice([(60, 50, 40), (40, 30, 20)]),
        dont_know=Fraction(random.choice(["1/4", "1/10", "1/2"])),
    )


def _answer(
    random: Random, one: Question, mood: tuple[float, float, float], habit: float
) -> Answer:
    dont_know, not_applicable, alike = mood
    if random.random() < dont_know + (0.4 if habit < 0.2 and dont_know > 0.2 else 0):
        return "dk"
    if one.may_not_apply and random.random() < not_applicable + (0.3 if habit < 0.2 else 0):
        return "na"
    levels = len(one.points)
    return 1 + (int(habit * levels) if random.random() < alike else random.randrange(levels))
