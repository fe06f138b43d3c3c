"""Advice says who can do it, and gives everybody on the front line something to do or to ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .specification import BY, THEMES

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

    from .conftest import Plant

# The last sentence of a text that others have to act on: one question that can be carried to them.
ASK = re.compile(r"On the front line, ask: “[A-Z][^“”?.]+\?”$")
LONGEST_QUESTION = 16  # words


def who(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return who can do what is advised, by item."""
    return {item.id: item.advice.by for item in questionnaire.items}


def without_a_way(questionnaire: Questionnaire) -> list[str]:
    """Return the items whose advice the front line can neither do nor carry on as a question."""
    return [
        item.id
        for item in questionnaire.items
        for text in (item.advice.low, item.advice.mid)
        if "frontline" not in item.advice.by and not ASK.search(text or "")
    ]


def test_the_table_holds_every_item_once() -> None:
    """A slip in typing it would weaken every test below."""
    names = [name for items in BY.values() for name in items]
    assert sorted(names) == sorted(name for items in THEMES.values() for name in items)


def test_every_advice_names_who_can_do_it(questionnaire: Questionnaire) -> None:
    """By the table, in the order of the roles."""
    assert who(questionnaire) == {name: by for by, items in BY.items() for name in items}


def test_the_front_line_can_do_or_ask_something_everywhere(questionnaire: Questionnaire) -> None:
    """22 items say what to ask, twelve what to do; a question is short and asked once."""
    assert without_a_way(questionnaire) == []
    texts = [text for item in questionnaire.items for text in (item.advice.low, item.advice.mid)]
    asked = [match[0] for text in texts if (match := ASK.search(text or ""))]
    assert len(asked) == len(set(asked)) == 2 * 22
    questions = [text.split("“")[1] for text in asked]
    assert max(len(question.split()) for question in questions) <= LONGEST_QUESTION


def test_a_text_without_a_way_is_seen(plant: Plant) -> None:
    """Canary: the question is lost, or is two."""
    old = "On the front line, ask: “Which problem of our customers shall Lean solve?”"
    assert without_a_way(plant("leadership.yml", old, "Then start.")) == ["lean-motive"]


def test_a_question_that_runs_on_is_seen(plant: Plant) -> None:
    """Canary: something stands after it."""
    old = "“Which problem of our customers shall Lean solve?”"
    assert without_a_way(plant("leadership.yml", old, f"{old} Then start.")) == ["lean-motive"]


def test_a_lost_role_is_seen(plant: Plant) -> None:
    """Canary: the front line is no longer named, and no question stands in its place."""
    changed = plant("processes.yml", "by: [leader, manager, frontline]", "by: [leader, manager]")
    assert who(changed)["effect-checked"] == ("leader", "manager")
    assert without_a_way(changed) == ["effect-checked", "effect-checked"]
