"""Who reads a piece of advice as something to do, and who as something to ask for: both engines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from readiness.engine.responses import Responses
from readiness.questionnaire import Advice

from .engines import BrowserEngine, python_engine
from .forms import read_form

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.questionnaire import Item, Questionnaire

FORM = read_form({"D": {"T": "a | b", "U": "c | d @boss"}}, roles=["boss", "staff"])
# `d` is asked of bosses alone; nobody is named for `b`, so that everybody can do it.
BY = {"a": ("boss",), "b": (), "c": ("boss", "staff"), "d": ("staff",)}
ASKED = {
    "boss": {"a": False, "b": False, "c": False, "d": True},
    "staff": {"a": True, "b": False, "c": False},
    None: {"a": False, "b": False, "c": False, "d": False},
}


def named(item: Item) -> Item:
    """Return the item with those who can do what is advised."""
    return replace(item, advice=Advice(by=BY[item.id]))


def form() -> Questionnaire:
    """Return the form with all of them."""
    (dimension,) = FORM.dimensions
    themes = tuple(
        replace(theme, items=tuple(map(named, theme.items))) for theme in dimension.themes
    )
    return replace(FORM, dimensions=(replace(dimension, themes=themes),))


@pytest.mark.parametrize("role", ASKED)
def test_a_role_that_is_not_named_asks(role: str | None, browser_engine: BrowserEngine) -> None:
    """All advised; without a role everything can be done, and so where nobody is named."""
    people = [Responses(role=role, answers=dict.fromkeys(BY, 1))]
    for engine in (python_engine, browser_engine):
        [result] = engine(form(), people)
        assert {line["item"]: line["ask"] for line in result["advice"]} == ASKED[role]


def test_a_role_that_is_not_looked_at_is_seen(tmp_path: Path) -> None:
    """Canary: the page would tell the front line to do what only others can."""
    broken = BrowserEngine(tmp_path, ("advice.js", "!by.includes(role)", "false"))
    [result] = broken(form(), [Responses(role="staff", answers=dict.fromkeys(BY, 1))])
    assert {line["item"]: line["ask"] for line in result["advice"]} != ASKED["staff"]
