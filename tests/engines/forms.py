"""Questionnaires in a few words, for worked-out cases.

`{"D*2": {"T": "a stop>=3 | b w2 na @boss %ten"}}` is one dimension D of weight 2 with a theme T of
two items: a has a stop gate at level 3; b has weight 2, may not apply, is asked of the role boss
only and is on the scale ten. Without other scales an item has the five usual levels.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from readiness.questionnaire import (
    Band,
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

FIVE = {"five": ["0", "25", "50", "75", "100"]}
BANDS = ((0, "Not started"), (25, "By chance"), (50, "In part"), (75, "Throughout"))
GATE = re.compile(r"(stop|hold)>=(\d+)")


def read_form(
    form: dict[str, dict[str, str]],
    *,
    scales: dict[str, list[str]] | None = None,
    scale: str | None = None,
    roles: list[str] | None = None,
    rules: dict[str, Any] | None = None,
) -> Questionnaire:
    """Return the questionnaire that a form in a few words means."""
    known = {name: _scale(name, points) for name, points in (FIVE | (scales or {})).items()}
    default = known[scale or next(iter(scales or FIVE))]
    dimensions = tuple(_dimension(name, themes, default, known) for name, themes in form.items())
    return Questionnaire(
        id="worked-out",
        edition="1",
        title="Worked out by hand",
        dimensions=dimensions,
        ask_order=tuple(dimension.id for dimension in dimensions),
        roles=tuple(Role(id=role, label=role.title()) for role in roles or []),
        bands=tuple(Band(start=Fraction(start), label=label) for start, label in BANDS),
        verdict=_rules(rules or {}),
    )


def _scale(name: str, points: list[str]) -> Scale:
    levels = (Level(label=f"level {at}", points=Fraction(at)) for at in points)
    return Scale(id=name, levels=tuple(levels))


def _dimension(
    name: str, themes: dict[str, str], default: Scale, known: dict[str, Scale]
) -> Dimension:
    id_, weight = _weighted(name)
    read = tuple(_theme(theme, items, default, known) for theme, items in themes.items())
    return Dimension(id=id_, title=id_.title(), weight=weight, themes=read)


def _theme(name: str, items: str, default: Scale, known: dict[str, Scale]) -> Theme:
    id_, weight = _weighted(name)
    read = tuple(_item(words.split(), default, known) for words in items.split("|"))
    return Theme(id=id_, title=id_.title(), weight=weight, items=read)


def _weighted(name: str) -> tuple[str, int]:
    id_, _, weight = name.partition("*")
    return id_, int(weight or 1)


def _item(words: list[str], default: Scale, known: dict[str, Scale]) -> Item:
    id_, *marks = words
    gates = [match for match in map(GATE.fullmatch, marks) if match]
    scale = next((known[mark[1:]] for mark in marks if mark[0] == "%"), default)
    assert all(GATE.fullmatch(m) or m == "na" or m[0] in "w@%" for m in marks), words
    return Item(
        id=id_,
        question=f"What about {id_}?",
        levels=tuple(f"{id_} {level.label}" for level in scale.levels),
        scale=scale,
        roles=tuple(role for mark in marks if mark[0] == "@" for role in mark[1:].split(",")),
        weight=next((int(mark[1:]) for mark in marks if mark[0] == "w"), 1),
        allow_na="na" in marks,
        gate=Gate(min=int(gates[0][2]), effect=Effect(gates[0][1])) if gates else None,
    )


def _rules(rules: dict[str, Any]) -> VerdictRules:
    kinds = {"completeness": Completeness, "not_yet": NotYet, "ready": Ready}
    read: dict[str, Any] = {}
    for name, value in rules.items():
        if name in kinds:
            read[name] = kinds[name](**{key: Fraction(text) for key, text in value.items()})
        else:
            read[name] = Fraction(value)
    return VerdictRules(**read)
