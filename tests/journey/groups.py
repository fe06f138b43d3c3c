"""Groups of people for the team page: of the demo, and the worked example of scoring.md 4."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import yaml
from tools.building import build

from journey.variants import replace
from readiness.commands.new import write_site

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

    Answers = dict[str, list[dict[str, Answer]]]

USUAL = {"leader": 4, "manager": 3, "frontline": 2}
WORKED: Answers = {
    "leader": [{"a": 4, "b": 3, "c": 3, "d": "dk", "e": 5, "f": 2}],
    "frontline": [{"a": 3, "b": 3, "c": 2, "d": 1, "e": 2, "f": "na"}],
}


def asked(questionnaire: Questionnaire, role: str | None) -> list[str]:
    """Return the ids of the items that a role is asked; without a role, of all."""
    everybody = role is None
    items = questionnaire.items
    return [item.id for item in items if everybody or not item.roles or role in item.roles]


def mixed(questionnaire: Questionnaire, sizes: dict[str, int], unknown: float = 0.06) -> Answers:
    """Return people who differ by one level around what is usual in their role."""
    random = Random(3)  # noqa: S311  # not a secret: repeatable people

    def answer(role: str) -> Answer:
        if random.random() < unknown:
            return "dk"
        return max(1, min(5, USUAL[role] + random.choice([-1, 0, 0, 1])))

    return {
        role: [{id_: answer(role) for id_ in asked(questionnaire, role)} for _ in range(size)]
        for role, size in sizes.items()
    }


def alike(questionnaire: Questionnaire, levels: dict[str, tuple[int, Answer]]) -> Answers:
    """Return so many people of each role who all gave one answer to everything."""
    return {
        role: [dict.fromkeys(asked(questionnaire, role), answer) for _ in range(size)]
        for role, (size, answer) in levels.items()
    }


def demo_groups(questionnaire: Questionnaire) -> dict[str, Answers]:
    """Return groups of the demo; together they hide and tell everything that can be."""
    return {
        "everybody told": mixed(questionnaire, {"leader": 14, "manager": 12, "frontline": 17}),
        "no role told": mixed(questionnaire, {"leader": 3, "frontline": 11}),
        "two roles hidden": mixed(questionnaire, {"leader": 3, "manager": 5, "frontline": 6}),
        "of one mind": alike(questionnaire, {"leader": (6, 4), "manager": (6, 3)}),
        "at both ends": alike(questionnaire, {"leader": (7, 5), "frontline": (9, 1)}),
        "nobody knows": mixed(questionnaire, {"leader": 9, "frontline": 9}, unknown=0.5),
    }


def write_worked(folder: Path, **changes: object) -> Path:
    """Write a site around the form of the worked example; it is nothing to ask people."""
    write_site(folder)
    assessment = folder / "assessment"
    for path in assessment.glob("*.yml"):
        path.unlink()
    forms: dict[str, Any] = {
        "questionnaire": {
            "id": "worked-out",
            "edition": "1",
            "title": "Worked out by hand",
            "summary": "A form to try the figures with.",
            "instruction": "Think of last year.",
            "scales": {"s": {"levels": [{"label": f"Label {word}"} for word in WORDS]}},
            "roles": {"leader": {"label": "Leader"}, "frontline": {"label": "Front line"}},
            "dimensions": ["l", "p", "e"],
            "group": {"k_min": LEAST_K_MIN},
        }
        | changes,
        "l": _dimension({"l1": [_item("a", gate=True), _item("b", weight=2)]}),
        "p": _dimension({"p1": [_item("c", gate=True)], "p2": [_item("d")]}),
        "e": _dimension({"e1": [_item("e"), _item("f", allow_na=True)]}),
    }
    for name, form in forms.items():
        (assessment / f"{name}.yml").write_text(yaml.safe_dump(form, sort_keys=False), "utf-8")
    return folder


def build_worked(folder: Path) -> Path:
    """Build that site and return where it stands; then let its page hide nothing.

    No author may ask for that, so it is written into the page that was built.
    """
    site = build(folder.with_name(f"{folder.name} built"), folder=write_worked(folder))
    replace(site / "team" / "index.html", f'"k_min":{LEAST_K_MIN}', '"k_min":1')
    return site


LEAST_K_MIN = 3
WORDS = ("one", "two", "three", "four", "five")


def _dimension(themes: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    written = [
        {"id": f"theme-{id_}", "title": f"Theme {id_.upper()}", "items": items}
        for id_, items in themes.items()
    ]
    return {"title": "Some dimension", "summary": "Of the worked example.", "themes": written}


def _item(id_: str, *, gate: bool = False, **more: object) -> dict[str, Any]:
    item = {
        "id": id_,
        "question": f"What about {id_}?",
        "levels": [f"{id_} is {word}" for word in WORDS],
    }
    return item | more | ({"gate": {"min": 3, "effect": "stop"}} if gate else {})
