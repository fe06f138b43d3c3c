"""Later reports by both engines: equal JSON, CSV and record, however answers came and went."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from group.groups import BrowserGroups, PythonGroups

from readiness.group.deduplication import Member

from .printed import ITEM, one_item
from .worlds import LONG

if TYPE_CHECKING:
    from pathlib import Path


CHAINS = 2_000 if LONG else 150
FAULT = (
    "earlier_tables.js",
    'renewed: lost ? "lost" : "gained"',
    'renewed: "gained"',
)


def group(random: Random, before: list[Member], levels: int) -> list[Member]:
    """Return the people of the next report: some of those before, some changed, some new."""
    kept = [one for one in before if random.random() < random.choice([0.5, 0.8, 1.0])]
    kept = [_person(random, one.name, levels) if random.random() < 0.2 else one for one in kept]
    start = random.randint(0, 10_000)
    more = random.choice([0, 5, 8, 14])
    return kept + [_person(random, f"{start}-{at}", levels) for at in range(more)]


def _person(random: Random, name: str, levels: int) -> Member:
    level = min(levels, max(1, round(random.gauss(levels * 0.7, 1))))
    return Member(name=name, role="rs"[len(name) % 2], answers={ITEM: level})


def differing(browser: BrowserGroups, chains: int) -> tuple[int, set[str]]:
    """Return how many chains of three reports differ, and how tables were renewed."""
    random, python = Random(8), PythonGroups()  # noqa: S311  # not a secret: repeatable
    count, renewals = 0, set()
    for number in range(chains):
        levels = random.choice([3, 4, 5, 5, 7])
        form = one_item(levels, 2, random.choice([1, 2]), has_gate=number % 2 == 0)
        people: list[Member] = []
        record = None
        breakdown = random.choice(["everyone", "roles"])
        for _ in range(3):
            people = group(random, people, levels) or [_person(random, "only", levels)]
            one, other = (
                engine.report(form, people, breakdown, record) for engine in (python, browser)
            )
            count += one != other
            if "record" not in one or one["record"]["respondents"] is None:
                break
            record = one["record"]
            renewals.add(str(record["items"][ITEM]["renewed"]))
    return count, renewals


def test_later_reports_are_equal(tmp_path: Path) -> None:
    """Chains of three reports of everyone and of two roles, on 3 to 7 levels."""
    count, renewals = differing(BrowserGroups(tmp_path), CHAINS)
    assert count == 0
    assert renewals == {"None", "gained", "lost"}


def test_canary_a_rule_that_only_one_engine_has(tmp_path: Path) -> None:
    """A rule that the browser does not know is noticed."""
    count, _ = differing(BrowserGroups(tmp_path, FAULT), CHAINS)
    assert count > 0
