"""Group reports worked out by hand, by both engines; `working` in the file says how.

Every limit of the rules stands there from both sides.
"""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from engines.forms import read_form
from engines.golden import differences

from readiness.group.breakdown import EVERYONE
from readiness.group.deduplication import Member
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import Frequencies
from readiness.group.report import group_report
from readiness.group.report_json import report_json
from readiness.questionnaire import Gap, GroupRules

from .groups import BrowserGroups

if TYPE_CHECKING:
    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

    from .groups import Engine, Fault

FILE = Path(__file__).parents[1] / "golden" / "group.json"
SHARED = json.loads(FILE.read_text(encoding="utf-8"))
CASES = {case["name"]: SHARED | case for case in SHARED["cases"]}
SPREADS = {case["name"]: case for case in SHARED["spreads"]}
EXAMPLE = read_form(
    {
        "L": {"L1": "a stop>=3 | b w2"},
        "P": {"P1": "c stop>=3", "P2": "d"},
        "E": {"E1": "e | f na"},
    },
    roles=["leader", "frontline"],
)
FAULTS: dict[str, Fault] = {
    "k_min - 1 raters of a block are told": (
        "disclosure_control.js",
        "sumOf(counts) >= rules.kMin",
        "sumOf(counts) >= rules.kMin - 1",
    ),
    "k_min - 1 people are told": (
        "disclosure_control.js",
        "respondents < group.kMin)",
        "respondents < group.kMin - 1)",
    ),
    "an item concerns k_min - 1 people": (
        "disclosure_control.js",
        "concerned >= kMin",
        "concerned >= kMin - 1",
    ),
    "k_min - 1 marks may move": (
        "earlier_tables.js",
        "size < least",
        "size < least - 1",
    ),
    "a block of k_min - 1 people is taken": (
        "breakdown.js",
        "if (sizeOf(roles, people) >= kMin) continue;",
        "if (sizeOf(roles, people) >= kMin - 1) continue;",
    ),
    "a block of k_min - 1 people is offered": (
        "breakdown.js",
        "every((roles) => sizeOf(roles, people) >= kMin)",
        "every((roles) => sizeOf(roles, people) >= kMin - 1)",
    ),
    "something is offered to k_min - 1 people": (
        "breakdown.js",
        "sizeOf([...people.keys()], people) < kMin",
        "sizeOf([...people.keys()], people) < kMin - 1",
    ),
    "k_min - 1 at most do not know, off by one": (
        "scores.js",
        "Math.min(group.kMin - 1, asked)",
        "Math.min(group.kMin - 2, asked)",
    ),
    "distribution_min - 1 people are a block that is not small": (
        "cell_rules.js",
        "< this.rules.distributionMin",
        "< this.rules.distributionMin - 1",
    ),
    "a cell of distribution_min - 1 is told": (
        "cell_rules.js",
        ">= this.rules.distributionMin",
        ">= this.rules.distributionMin - 1",
    ),
    "a half is exposed one too late": (
        "cell_rules.js",
        ">= people - colluders",
        ">= people - colluders + 1",
    ),
    "one fewer colludes": (
        "cell_rules.js",
        ">= sumOf(levels) - colluders",
        ">= sumOf(levels) - colluders + 1",
    ),
    "H where H - t is meant": (
        "cell_rules.js",
        ">= sumOf(levels) - colluders",
        ">= sumOf(levels)",
    ),
    "one fewer need not have said don't know": (
        "disclosure_control.js",
        "given > colluders",
        "given >= colluders",
    ),
    "the cut is one too high": (
        "cell_rules.js",
        "[[0, cut], [cut, levels]]",
        "[[0, cut + 1], [cut + 1, levels]]",
    ),
    "the first block decides what is exposed": ("cell_rules.js", "blocks.some(", "blocks.every("),
    "a number opens later": (
        "earlier_tables.js",
        "wasTold && mayShow(",
        "mayShow(",
    ),
    "what was lost is not looked at": (
        "earlier_tables.js",
        "own, cellMoves(cell, ratings, lossOf)]",
        "own]",
    ),
    "apart at the limit": (
        "item_statistics.js",
        "compare(ad, limit) > 0",
        "compare(ad, limit) >= 0",
    ),
    "a gap above its limit only": (
        "item_statistics.js",
        "!isBelow(size, rules.share)",
        "isBelow(rules.share, size)",
    ),
    "a gap of one person": (
        "item_statistics.js",
        "LEAST_PEOPLE = whole(2)",
        "LEAST_PEOPLE = whole(1)",
    ),
    "a gate met above its share only": (
        "gates.js",
        "!isBelow(surely, gateShare)",
        "isBelow(gateShare, surely)",
    ),
    "parts are compared by what one of them is not asked": (
        "scores.js",
        "blocks.every((block) => table.asked.has(block))",
        "blocks.some((block) => table.asked.has(block))",
    ),
    "don't know fails a gate": ("gates.js", ".slice(least - 1)) + most,", ".slice(least - 1)),"),
}
TWO = [
    Member(name="A", role="leader", answers={"a": 4, "b": 3, "c": 3, "d": "dk", "e": 5, "f": 2}),
    Member(name="B", role="frontline", answers={"a": 3, "b": 3, "c": 2, "d": 1, "e": 2, "f": "na"}),
]


@pytest.mark.parametrize("name", CASES)
def test_worked_out_by_hand(name: str, engine: Engine) -> None:
    """Every figure that was worked out stands in the report, every table in its record."""
    assert CASES[name]["working"]
    assert _wrong(CASES[name], engine) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_limit_that_is_off_by_one_is_found(fault: str, tmp_path: Path) -> None:
    """Each fault in the browser's rules turns a case red; faults in Python would do the same."""
    faulty = BrowserGroups(tmp_path, FAULTS[fault])
    assert any(_wrong(case, faulty) for case in CASES.values())


def _wrong(case: dict[str, Any], engine: Engine) -> list[str]:
    """Return where a report is not as it was worked out."""
    form, breakdown = _form(case), case.get("breakdown", EVERYONE)
    earlier = None
    if "before" in case:
        earlier = engine.report(form, _members(form, case["before"]), breakdown)["record"]
    made = engine.report(form, _members(form, case["counts"]), breakdown, earlier)
    wrong = differences({key: case[key] for key in ("offered", "refused") if key in case}, made)
    if "refused" not in case:
        wrong += differences({"report": case["expect"]}, made)
    if "cells" in case and not wrong:
        cells = made["record"]["items"]["a"]["cells"]
        found = [[[part["people"], part["levels"]] for part in cell["parts"]] for cell in cells]
        wrong += differences(case["cells"], found, "cells")
    return wrong


def test_the_file_is_read_whole() -> None:
    """No two cases share a name, so that none takes the place of another."""
    assert len(CASES) == len(SHARED["cases"]) > 50
    assert len(SPREADS) == len(SHARED["spreads"]) == 6


@pytest.mark.parametrize("name", SPREADS)
def test_arithmetic_on_open_tables(name: str, engine: Engine) -> None:
    """Mean, AD, variance and r_wg of the worked example; no report ever shows two people."""
    case = SPREADS[name]
    figures = engine.spread(case["counts"])
    assert figures == {key: case[key] for key in ("mean", "ad", "variance", "sd", "r_wg")}


def test_of_two_people_nothing_is_told() -> None:
    """The only digits are those of the rule and of the edition."""
    nobody = tell(EXAMPLE, Frequencies(people={"leader": 1, "frontline": 1}, items={}))
    told = report_json(EXAMPLE, group_report(EXAMPLE, nobody))
    assert told == {
        "questionnaire": {"id": "worked-out", "edition": "1"},
        "suppressed": "not shown: fewer than 5 people",
        "respondents": None,
        "breakdown": {},
        "verdict": ["none"],
        "index": None,
    }


def test_two_people_are_refused_a_breakdown(engine: Engine) -> None:
    """And offered none."""
    made = engine.report(EXAMPLE, TWO)
    assert made["refused"] == "the block everyone holds fewer than 5 people"
    assert made["instead"] == []


def test_where_nothing_applies_to_enough_people_there_is_no_verdict(engine: Engine) -> None:
    """Each question concerns three of six, fewer than five; nobody is in doubt: both drop out."""
    form = read_form({"D": {"T": "a na | b na"}})
    answers: list[dict[str, Answer]] = [{"a": 4, "b": "na"}, {"a": "na", "b": 4}]
    members = [
        Member(name=str(number), role=None, answers=answers[number % 2], respondent=f"p{number}")
        for number in range(6)
    ]
    report = engine.report(form, members)["report"]
    assert report["respondents"] == 6
    assert report["dimensions"]["D"]["state"] == "does_not_apply"
    assert (report["verdict"], report["index"]) == (["none"], None)
    assert [line["rule"] for line in report["conditions"]] == ["completeness"]


def _form(case: dict[str, Any]) -> Questionnaire:
    form = read_form(
        {"D": {"T": case["item"]}},
        roles=case["roles"],
        scales=case["scales"],
        scale=case["scale"],
    )
    rules = GroupRules(**case.get("rules", {}))
    return replace(form, group=replace(rules, gap=Gap(share=Fraction(1, 3))))


def _members(form: Questionnaire, counts: dict[str, list[int]]) -> list[Member]:
    """Return people of each role: so many at each level, then so many who do not know."""
    answers = [*range(1, len(form.items[0].scale.levels) + 1), "dk", "na"]
    found = []
    for role, people in counts.items():
        for answer, number in zip(answers, people, strict=False):
            names = [f"{role} {answer} {one}" for one in range(number)]
            given: dict[str, Any] = {"b": 3, "a": answer}
            found += [
                Member(name=name, role=role, answers=given, respondent=name) for name in names
            ]
    return found
