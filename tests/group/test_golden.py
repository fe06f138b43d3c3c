"""Group reports worked out by hand, by both engines; `working` in the file says how."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from readiness.engine.gathering import Member
from readiness.questionnaire import GroupRules

from .forms import read_form
from .golden import differences
from .groups import BrowserGroups, PythonGroups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.questionnaire import Questionnaire

FILE = Path(__file__).parents[1] / "golden" / "group.json"
SHARED = json.loads(FILE.read_text(encoding="utf-8"))
CASES = {case["name"]: SHARED | case for case in SHARED["cases"]}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> BrowserGroups:
    """Return the browser's engine as it is."""
    return BrowserGroups(tmp_path_factory.mktemp("golden"))


def _form(case: dict[str, Any]) -> Questionnaire:
    form = read_form(case["form"], roles=case["roles"])
    return replace(form, group=GroupRules(k_min=case.get("k_min", 5)))


def _members(case: dict[str, Any]) -> Iterator[Member]:
    """Yield the people of each role; a pair is so many people with the same answers."""
    for role, rows in case["people"].items():
        for row in rows:
            times, answers = row if isinstance(row, list) else (1, row)
            for number in range(times):
                yield Member(name=f"{role}{number}", role=role, answers=answers)


@pytest.mark.parametrize("name", CASES)
def test_worked_out_by_hand(name: str, browser: BrowserGroups) -> None:
    """Every figure that was worked out stands in the report."""
    case = CASES[name]
    assert case["working"]
    for engine in (PythonGroups(), browser):
        report = engine.report(_form(case), list(_members(case)))["report"]
        assert differences(case["expect"], report) == []


def test_without_enough_people_there_is_no_number(browser: BrowserGroups) -> None:
    """The only digits are those of the rule and of the edition."""
    case = CASES["scoring.md, section 4, k_min 5"]
    for engine in (PythonGroups(), browser):
        report = engine.report(_form(case), list(_members(case)))["report"]
        assert set(report) == {"questionnaire", "suppressed", "verdict", "index"}
