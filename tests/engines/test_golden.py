"""Both engines give the figures that were worked out by hand."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from .engines import BrowserEngine, python_engine
from .golden import Golden, differences, golden_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .engines import Engine

CASES = golden_cases()

FAULTS = {
    "a weight is lost": ("ratio.js", "const times = BigInt(weight);", "const times = 1n;"),
    "scores are rounded, not floored": (
        "ratio.js",
        "const cut = n / d;",
        "const cut = (2n * n + d) / (2n * d);",
    ),
    "a dimension is a pooled mean": (
        "scoring.js",
        "return value ? { weight, value } : [];",
        "return value ? { weight: weight * (themes[place]?.rated ?? 0), value } : [];",
    ),
    "don't know counts as unanswered": (
        "scoring.js",
        "completeness: shareOf(rated + dontKnow, ",
        "completeness: shareOf(rated, ",
    ),
    "a floor must be passed, not met": (
        "verdict.js",
        "value !== null && isBelow(value, limit)",
        "value !== null && !isBelow(limit, value)",
    ),
    "three of a theme are advised": (
        "advice.js",
        "const MOST_PER_THEME = 2;",
        "const MOST_PER_THEME = 3;",
    ),
    "what does not apply counts": (
        "scoring.js",
        'applicableWeight += state === "does_not_apply" ? 0 : weight;',
        "applicableWeight += weight;",
    ),
}


def test_there_are_enough_cases() -> None:
    """An empty folder would pass every test below."""
    assert len(CASES) >= 100
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_worked_out_figures(case: Golden, engine: Engine) -> None:
    """Whatever a case expects is in the result."""
    [result] = engine(case.questionnaire, [case.responses])
    assert differences(case.expect, result) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_engines_agree_on_everything_else(case: Golden, browser_engine: BrowserEngine) -> None:
    """What a case does not mention is the same in both engines."""
    people = [case.responses]
    assert browser_engine(case.questionnaire, people) == python_engine(case.questionnaire, people)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_seen(fault: str, tmp_path: Path) -> None:
    """Each fault makes at least one worked-out figure wrong."""
    broken = BrowserEngine(tmp_path, FAULTS[fault])
    assert any(
        differences(case.expect, result)
        for case in CASES
        for result in broken(case.questionnaire, [case.responses])
    )


def test_every_expected_value_is_compared() -> None:
    """Change each expected leaf in turn: the comparison must see every one of them."""
    case = next(case for case in CASES if case.name == "worked_example: respondent A")
    [result] = python_engine(case.questionnaire, [case.responses])
    changed = list(_with_one_leaf_changed(case.expect))
    assert len(changed) > 100
    assert all(differences(expect, result) for expect in changed)


def _with_one_leaf_changed(tree: object) -> Iterator[object]:
    """Yield copies of a tree, each with one leaf replaced."""
    if isinstance(tree, dict | list) and tree:
        for key in tree if isinstance(tree, dict) else range(len(tree)):
            for changed in _with_one_leaf_changed(tree[key]):
                other = copy.copy(tree)
                other[key] = changed
                yield other
    else:
        yield "something else"
