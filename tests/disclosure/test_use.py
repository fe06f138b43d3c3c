"""The other side: ordinary groups get a picture. Counted over seeds of simulated organisations."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest

from readiness.group.breakdown import read_breakdown
from readiness.group.deduplication import gather
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import count
from readiness.group.report import group_report

from .organisations import demo, organisation

if TYPE_CHECKING:
    from readiness.group.report import Report
    from readiness.group.told_tables import ToldItem

SEEDS = range(40)
ORDINARY = {"leader": 3, "manager": 4, "frontline": 7}
THIRDS = {"leader": 5, "manager": 5, "frontline": 5}
LARGE = {"leader": 10, "manager": 20, "frontline": 60}


def reports(sizes: dict[str, int], breakdown: str) -> list[Report]:
    """Return the report of an organisation of these sizes for each seed."""
    questionnaire = demo()
    found = []
    for seed in SEEDS:
        members = organisation(questionnaire, seed, sizes)
        frequencies = count(questionnaire, gather(questionnaire, members))
        blocks = read_breakdown(questionnaire, frequencies.people, breakdown)
        found.append(group_report(questionnaire, tell(questionnaire, frequencies, blocks)))
    return found


@pytest.mark.parametrize(
    ("sizes", "breakdown", "least"),
    [
        (ORDINARY, "everyone", 32),
        (ORDINARY, "leader+manager,frontline", 28),
        (THIRDS, "roles", 26),
    ],
    ids=["3-4-7 everyone", "3-4-7 in two blocks", "5-5-5 by role"],
)
def test_whole_distributions(sizes: dict[str, int], breakdown: str, least: int) -> None:
    """Most of the 34 questions are told level by level."""
    told = [sum(one.table.told == "levels" for one in r.items) for r in reports(sizes, breakdown)]
    print(f"median {median(told)}, least {min(told)} of 34")  # noqa: T201  # with pytest -rP
    assert median(told) >= least


def test_shares_and_gaps_of_two_blocks() -> None:
    """Wherever five rate in both blocks, both have a share, and there is a gap."""
    shared = flagged = 0
    for report in reports(ORDINARY, "leader+manager,frontline"):
        for one in report.items:
            if all(told is not None for told in one.table.blocks.values()):
                assert len([share for share in one.shares.values() if share is not None]) == len(
                    one.table.blocks
                )
                if len(one.shares) > 1:
                    shared += 1
                    assert len(one.gaps) == 1
                    flagged += one.gaps[0].flagged
    asked_of_all = 30
    print(f"{shared / len(SEEDS)} of {asked_of_all} with a gap, {flagged} flagged")  # noqa: T201
    assert shared >= 0.95 * asked_of_all * len(SEEDS)
    assert flagged > 0


@pytest.mark.parametrize(
    ("sizes", "breakdown"),
    [(LARGE, "roles"), ({"leader": 7}, "everyone")],
    ids=["10-20-60", "seven leaders"],
)
def test_the_meeting_begins_with_pictures(sizes: dict[str, int], breakdown: str) -> None:
    """Of the first three questions to talk about, four of five answers are told by level.

    Ten leaders of whom one does not know are a small block: their halves alone are told.
    """
    pictures, whole = [], []
    for report in reports(sizes, breakdown):
        first = [report.tables.items[line.item] for line in report.talk_first[:3]]
        pictures.append(sum(5 * _by_level(table) >= 4 * table.raters for table in first))
        whole.append(sum(table.told == "levels" for table in first))
    print(f"of three: {sorted(pictures)}; without any hatching: {sorted(whole)}")  # noqa: T201
    assert median(pictures) == 3


def _by_level(table: ToldItem) -> int:
    """Return how many answers are told level by level."""
    parts = [part for cell in table.cells for part in cell.parts]
    return sum(sum(part.levels) for part in parts if part.levels is not None)
