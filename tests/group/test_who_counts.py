"""Group reports: both engines say the same, in any order of files, and count everybody once.

100 random groups; with READINESS_LONG=1 there are 10,000, new ones in each run.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.gathering import Member
from readiness.questionnaire import GroupRules

from .forms import read_form
from .group_strategies import groups
from .groups import BrowserGroups, PythonGroups

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from readiness.questionnaire import Questionnaire

    Case = tuple[Questionnaire, list[Member]]

LONG = os.environ.get("READINESS_LONG") == "1"
EXAMPLES = 10_000 if LONG else 100
SEARCH = settings(
    max_examples=EXAMPLES,
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
PYTHON = PythonGroups()

FAULTS = {
    "a variance over n": ("agreement.js", "people * (people - 1n)", "people * people"),
    "the smallest is not hidden": (
        "protection.js",
        "sumOf(hidden.map(([role]) => sizeOf(role))) >= least) break;",
        "hidden.length > 0) break;",
    ),
    "no range at the ends": ("protection.js", "const END_TENTHS = 4;", "const END_TENTHS = -1;"),
    "an older answer counts": (
        "gathering.js",
        "(other.revision ?? -1) - (one.revision ?? -1)",
        "(one.revision ?? -1) - (other.revision ?? -1)",
    ),
    "a gap the other way": ("talk.js", "minus(high.low, low.high)", "minus(low.low, high.high)"),
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> BrowserGroups:
    """Return the browser's engine as it is."""
    return BrowserGroups(tmp_path_factory.mktemp("groups"))


def test_both_engines_agree(browser: BrowserGroups) -> None:
    """Equal reports, hidden and open, to the last figure; every kind of figure among them."""
    seen: Counter[str] = Counter()

    @SEARCH
    @given(groups())
    def agree(case: Case) -> None:
        told = PYTHON.report(*case)
        assert browser.report(*case) == told
        assert browser.report(*case, is_open=True) == PYTHON.report(*case, is_open=True)
        earlier = PYTHON.report(case[0], case[1][: len(case[1]) // 2])["record"]
        freeze = PYTHON.freeze(earlier, told["record"], 3)
        assert browser.freeze(earlier, told["record"], 3) == freeze
        seen.update(_kinds(told) | {f"freeze {freeze['allowed']}"})

    agree()
    kinds = {"nobody", "hidden", "range", "mean", "spread", "distribution", "role", "gap"}
    kinds |= {"freeze True", "freeze False"}
    fates = {"duplicate", "replaced", "conflict", "incomplete", "other_edition"}
    assert {kind for kind in kinds | fates if seen[kind] < EXAMPLES / 50} == set()


def _kinds(told: dict[str, Any]) -> set[str]:
    kinds = {fate for _, fate, _ in told["left"]}
    report = told["report"]
    if report["suppressed"] is not None:
        return kinds | {"nobody"}
    for item in report["items"].values():
        if "suppressed" in item:
            kinds.add("hidden")
            continue
        kinds.add("range" if "to" in item["mean"] else "spread" if item["ad"] else "mean")
        kinds |= {"distribution"} if item["distribution"] else set()
        kinds |= {"role" for cell in item["roles"].values() if "suppressed" not in cell}
        kinds |= {"gap" for gap in item["gaps"] if gap["flagged"]}
    return kinds


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path) -> None:
    """Each fault makes the engines differ on some group."""
    faulty = BrowserGroups(tmp_path, FAULTS[fault])
    search = settings(SEARCH, max_examples=1000, phases=[Phase.generate], derandomize=True)
    try:
        find(groups(), lambda case: faulty.report(*case) != PYTHON.report(*case), settings=search)
    except NoSuchExample:
        pytest.fail(f"not found: {fault}")


def test_the_order_of_files_does_not_matter(browser: BrowserGroups) -> None:
    """Byte-equal reports, and the same names of those who do not count."""

    @settings(SEARCH, max_examples=max(50, EXAMPLES // 10))
    @given(groups(), st.randoms(use_true_random=False))
    def stays(case: Case, random: Any) -> None:  # noqa: ANN401  # hypothesis types it so
        questionnaire, members = case
        mixed = random.sample(members, len(members))
        for engine in (PYTHON, browser):
            one = engine.report(questionnaire, members)
            assert json.dumps(engine.report(questionnaire, mixed)) == json.dumps(one)

    stays()


FORM = read_form({"D": {"T": "a | b"}}, roles=["boss", "staff"])
ONE = replace(FORM, group=GroupRules(k_min=1))
ID = "ABCDEFGHJKMNP"


def _person(name: str, a: int, **more: Any) -> Member:  # noqa: ANN401  # as files are
    return Member(name=name, answers={"a": a, "b": 3}, role="staff", **more)


WHO_COUNTS = {
    "the same file twice": (
        [_person("x", 4, respondent=ID), _person("y", 4, respondent=ID)],
        1,
        [["y", "duplicate", "x"]],
    ),
    "the higher revision": (
        [_person("x", 4, respondent=ID, revision=2), _person("y", 5, respondent=ID, revision=3)],
        1,
        [["x", "replaced", "y"]],
    ),
    "other answers, nothing known of their age: the text that comes first": (
        [_person("y", 5, respondent=ID), _person("x", 4, respondent=ID)],
        1,
        [["y", "conflict", "x"]],
    ),
    "a file and a code of one person": (
        [_person("file", 4, respondent=ID), _person("code", 4, respondent=ID[:6], revision=0)],
        1,
        [["file", "duplicate", "code"]],
    ),
    "a code that two whole ids begin with is a third person": (
        [
            _person("one", 4, respondent=ID),
            _person("other", 4, respondent=f"{ID[:6]}0000000"),
            _person("code", 4, respondent=ID[:6], revision=0),
        ],
        3,
        [],
    ),
    "nobody is named": ([_person("x", 4), _person("y", 4)], 2, []),
    "another edition": (
        [_person("x", 4), _person("y", 4, edition="0"), _person("z", 4, fingerprint="0")],
        1,
        [["y", "other_edition", None], ["z", "other_edition", None]],
    ),
    "today's fingerprint counts more than another name of the edition": (
        [_person("x", 4, edition="0", fingerprint=questionnaire_fingerprint(ONE))],
        1,
        [],
    ),
    "too little is answered": (
        [_person("x", 4), Member(name="y", answers={"a": 4}, role="staff")],
        1,
        [["y", "incomplete", None]],
    ),
}


@pytest.mark.parametrize("case", WHO_COUNTS)
def test_who_counts(case: str, browser: BrowserGroups) -> None:
    """Everybody once, and everybody else by name."""
    members, people, left = WHO_COUNTS[case]
    for engine in (PYTHON, browser):
        told = engine.report(ONE, members)
        assert told["report"]["respondents"] == people
        assert told["left"] == left


def test_other_editions_are_counted_by_name(browser: BrowserGroups) -> None:
    """Never averaged with today's (G10)."""
    members = [_person("x", 4), *(_person(f"y{n}", 1, edition="0") for n in range(3))]
    for engine in (PYTHON, browser):
        report = engine.report(ONE, members)["report"]
        assert report["other_editions"] == [{"edition": "0", "count": 3}]
        assert report["items"]["a"]["mean"]["exact"] == "4"
