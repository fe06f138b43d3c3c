"""Both engines say the same of a group, to the last figure, and in any order of files.

100 random groups; with READINESS_LONG=1 there are 10,000, new ones in each run.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from readiness.group.breakdown import EVERYONE

from .group_strategies import groups
from .groups import BrowserGroups, PythonGroups

if TYPE_CHECKING:
    from pathlib import Path

    from .group_strategies import Group
    from .groups import Engine, Fault, Json

LONG = os.environ.get("READINESS_LONG") == "1"
EXAMPLES = 10_000 if LONG else 100
ORDERS = max(50, EXAMPLES // 10)
SEARCH = settings(
    max_examples=EXAMPLES,
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
PYTHON = PythonGroups()

FAULTS: dict[str, Fault] = {
    "the day is the last one's": (
        "earlier_tables.js",
        "before.since ?? earlier.day",
        "earlier.day",
    ),
    "a variance over n": ("agreement.js", "people * (people - 1n)", "people * people"),
    "an older answer counts": (
        "deduplication.js",
        "(other.revision ?? -1) - (one.revision ?? -1)",
        "(one.revision ?? -1) - (other.revision ?? -1)",
    ),
    "what is preferred does not count": (
        "deduplication.js",
        "Number(preferred.has(other.name)) - Number(preferred.has(one.name)) || ",
        "",
    ),
    "a repeat in another role": (
        "deduplication.js",
        "role === null ? text : `${text}=${role}`",
        "text",
    ),
}


def told(engine: Engine, group: Group) -> list[Json]:
    """Return all that is told of a group: under breakdowns, and beside an earlier report."""
    form, members, preferred = group.questionnaire, group.members, group.preferred
    first = engine.report(form, members, EVERYONE, None, preferred)
    offers = first.get("offered") or [EVERYONE]
    chosen = offers[group.choice % len(offers)]
    made = [
        first,
        engine.report(form, members, chosen, None, preferred),
        engine.report(form, members, group.rough),
    ]
    before = engine.report(form, group.before, chosen)
    if (before.get("record") or {}).get("respondents"):
        second = engine.report(form, members, EVERYONE, before["record"])
        made += [before, second, engine.report(form, members[:2], EVERYONE, before["record"])]
        if second["record"]["respondents"]:
            later = {**second["record"], "day": "2026-12-24"}
            made.append(engine.report(form, members[1:], EVERYONE, later))
    return made


def test_both_engines_agree(browser_groups: BrowserGroups) -> None:
    """Equal JSON, CSV, records, names and breakdowns; every kind of figure among them."""
    seen: Counter[str] = Counter()

    @SEARCH
    @given(groups())
    def agree(group: Group) -> None:
        made = told(PYTHON, group)
        assert told(browser_groups, group) == made
        seen.update(set().union(*map(_kinds, made)))

    agree()
    kinds = {"too few", "refused", "blocks", "none", "halves", "levels", "stays", "interval", "gap"}
    kinds |= {"met", "not_met", "find_out", "close", "mixed", "apart", "two verdicts", "spread"}
    kinds |= {"a kind of none", "repeat", "does not apply"}
    fates = {"duplicate", "replaced", "conflict", "incomplete", "other_edition"}
    assert {kind for kind in kinds | fates if seen[kind] < EXAMPLES / 50} == set()


def _kinds(made: Json) -> set[str]:
    kinds = {fate for _, fate, _ in made["left"]} | {"repeat" for _ in made["repeats"]}
    if "refused" in made:
        return kinds | {"refused"}
    report = made["report"]
    if report["suppressed"] is not None:
        return kinds | {"too few"}
    kinds |= {"blocks"} if len(report["breakdown"]) > 1 else set()
    kinds |= {"two verdicts"} if len(report["verdict"]) > 1 else set()
    kinds |= set(report["gates"].values())
    for item in report["items"].values():
        kinds |= {item["told"], item["agreement"] or "a kind of none"}
        kinds |= {"stays"} if item["since"] else set()
        kinds |= {"spread"} if item["ad"] else set()
        kinds |= (
            {"interval"} if item["mean"] and item["mean"]["low"] != item["mean"]["high"] else set()
        )
        kinds |= {"gap" for gap in item["gaps"] if gap["flagged"]}
        kinds |= set() if item["applies"] else {"does not apply"}
    return kinds


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path) -> None:
    """Each fault makes the engines differ on some group."""
    faulty = BrowserGroups(tmp_path, FAULTS[fault])
    search = settings(SEARCH, max_examples=300, phases=[Phase.generate], derandomize=True)
    try:
        find(groups(), lambda group: told(faulty, group) != told(PYTHON, group), settings=search)
    except NoSuchExample:
        pytest.fail(f"not found: {fault}")


def test_the_order_of_files_does_not_matter(browser_groups: BrowserGroups) -> None:
    """Byte-equal reports, and the same names of those who do not count."""
    seen = 0

    @settings(SEARCH, max_examples=ORDERS)
    @given(groups(), st.randoms(use_true_random=False))
    def stays(group: Group, random: Any) -> None:  # noqa: ANN401  # hypothesis types it so
        nonlocal seen
        mixed = random.sample(group.members, len(group.members))
        for engine in (PYTHON, browser_groups):
            one = engine.report(group.questionnaire, group.members, "roles")
            if "refused" in one:
                one = engine.report(group.questionnaire, group.members)
                other = engine.report(group.questionnaire, mixed)
            else:
                other = engine.report(group.questionnaire, mixed, "roles")
            assert json.dumps(other) == json.dumps(one)
            seen += "report" in one

    stays()
    assert seen > ORDERS
