"""Measures how many of the 34 questions of a second round are told anew, beside the first one.

python tests/benchmarks/second_round.py [SEEDS]; prints means over simulated organisations, asserts
nothing. An answer that moves goes to the level beside it, three times of four upwards.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from disclosure.organisations import demo, organisation, second_round

from readiness.group.breakdown import read_breakdown
from readiness.group.deduplication import gather
from readiness.group.disclosure_control import tell
from readiness.group.earlier_tables import EarlierTables
from readiness.group.frequencies import count
from readiness.group.told_tables import Renewal

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

SEEDS = 20
# Leaders, managers and front line, and how they are told.
GROUPS = [
    ((3, 4, 7), "everyone"),
    ((3, 4, 7), "leader+manager,frontline"),
    ((8, 12, 20), "everyone"),
    ((8, 12, 20), "roles"),
    ((15, 35, 150), "everyone"),
    ((15, 35, 150), "roles"),
]
MOVED = (0.1, 0.3, 0.6)
REPLACED = (0, 1, 3)
HEADS = ("people", "told as", "moved", "replaced", "as before", "gained", "lost")
WIDTHS = (11, 26, 7, 10, 11, 8, 6)


def main() -> None:
    """Print a line for each group, share of answers moved and number of people replaced."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    questionnaire = demo()
    _line(HEADS)
    for group, moved, left in product(GROUPS, MOVED, REPLACED):
        tables: Counter[Renewal | None] = Counter()
        for seed in range(seeds):
            tables += renewals(questionnaire, seed, group, moved, left)
        means = [tables[one] / seeds for one in (None, Renewal.GAINED, Renewal.LOST)]
        people = "-".join(map(str, group[0]))
        _line((people, group[1], f"{moved:.0%}", left, *(f"{mean:.1f}" for mean in means)))


def renewals(
    questionnaire: Questionnaire,
    seed: int,
    group: tuple[tuple[int, ...], str],
    moved: float,
    left: int,
) -> Counter[Renewal | None]:
    """Return of how many questions the table stays, and of how many it is renewed in which way."""
    sizes = dict(zip((role.id for role in questionnaire.roles), group[0], strict=True))
    members = organisation(questionnaire, seed, sizes)
    first = count(questionnaire, gather(questionnaire, members))
    blocks = read_breakdown(questionnaire, first.people, group[1])
    earlier = EarlierTables(day="2026-05-03", tables=tell(questionnaire, first, blocks))
    today = second_round(questionnaire, seed, members, moved, left)
    now = tell(questionnaire, count(questionnaire, gather(questionnaire, today)), blocks, earlier)
    return Counter(table.renewed for table in now.items.values())


def _line(cells: tuple[object, ...]) -> None:
    pairs = zip(cells, WIDTHS, strict=True)
    sys.stdout.write("".join(f"{cell!s:<{width}}" for cell, width in pairs).rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
