"""Groups as people write them: a questionnaire in YAML, and a file for each person."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

    from .text_groups import Form, Person, Question, Rules

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def write_form(form: Form, folder: Path) -> None:
    """Write the questionnaire as YAML."""
    folder.mkdir(parents=True)
    scales = {_scale_id(one.points): one.points for one in form.questions}
    head: dict[str, Any] = {
        "id": "trial",
        "edition": "1",
        "title": "Trial",
        "summary": "A trial.",
        "instruction": "Answer.",
        "scales": {name: {"levels": _levels(points)} for name, points in scales.items()},
        "default_scale": next(iter(scales)),
        "dimensions": [one.id for one in form.dimensions],
        "bands": [{"from": 0, "label": "Low"}, {"from": 50, "label": "High"}],
        **_written_rules(form.rules),
    }
    if form.roles:
        head["roles"] = {role: {"label": role} for role in form.roles}
    (folder / "questionnaire.yml").write_text(yaml.safe_dump(head, sort_keys=False), "utf-8")
    for one in form.dimensions:
        themes = [
            {"id": t.id, "title": t.id, "weight": t.weight, "items": [*map(_written, t.questions)]}
            for t in one.themes
        ]
        text = yaml.safe_dump({"title": one.id, "weight": one.weight, "themes": themes})
        (folder / f"{one.id}.yml").write_text(text, "utf-8")


def write_people(random: Random, people: Sequence[Person], folder: Path) -> list[str]:
    """Write one contribution for each person and return the paths."""
    folder.mkdir(parents=True)
    paths = []
    for number, person in enumerate(people):
        saved: dict[str, Any] = {
            "format": "readiness-responses",
            "version": 1,
            "questionnaire": {"id": "trial", "edition": "1"},
            "respondent": "".join(random.choice(SIGNS) for _ in range(13)),
            "answers": person.answers,
        }
        if person.role is not None:
            saved["role"] = person.role
        path = folder / f"{number:02}.json"
        path.write_text(json.dumps(saved), "utf-8")
        paths.append(str(path))
    return paths


def _scale_id(points: Sequence[Fraction]) -> str:
    return f"s{len(points)}-" + "-".join(str(int(at)) for at in points)


def _levels(points: Sequence[Fraction]) -> list[dict[str, Any]]:
    equal = all(at == Fraction(100 * n, len(points) - 1) for n, at in enumerate(points))
    own = [{} if equal else {"points": int(at)} for at in points]
    return [{"label": f"Level {n}"} | more for n, more in enumerate(own, 1)]


def _written_rules(rules: Rules) -> dict[str, Any]:
    names = ("index", "dimension", "theme")
    ready = dict(zip(names, rules.ready, strict=True)) | {"dont_know": _number(rules.dont_know)}
    return {
        "group": {
            "k_min": rules.k_min,
            "distribution_min": rules.distribution_min,
            "gate_share": _number(rules.gate_share),
            "gap": {"share": _number(rules.gap)},
            "colluders": rules.colluders,
        },
        "verdict": {
            "theme_share": _number(rules.theme_share),
            "not_yet": dict(zip(names, rules.not_yet, strict=True)),
            "ready": ready,
        },
    }


def _number(value: Fraction) -> int | str:
    return int(value) if value.denominator == 1 else str(value)


def _written(one: Question) -> dict[str, Any]:
    more: dict[str, Any] = {"roles": [*one.roles]} if one.roles else {}
    if one.may_not_apply:
        more["allow_na"] = True
    if one.gate:
        more["gate"] = {"min": one.gate[0], "effect": one.gate[1]}
    head = {"id": one.id, "question": f"Question {one.id}?", "scale": _scale_id(one.points)}
    return head | {"weight": one.weight} | more
