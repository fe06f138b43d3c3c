"""The figures of one item, worked out from its told table alone.

Where a table is coarse a figure is an interval: what is not told by level counts once as the lowest
and once as the highest level it can be (scoring.md 3.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from readiness.group.agreement import ad_limit, mean_level, mean_points, spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readiness.group.agreement import Spread
    from readiness.group.told_tables import ToldItem, ToldTables
    from readiness.questionnaire import Gap as GapRules
    from readiness.questionnaire import Item, Questionnaire

CLOSE = 2  # answers lie close where AD is at most this part of its limit (a half)
LEAST_PEOPLE = 2


class Agreement(StrEnum):
    """How close the ratings of an item lie."""

    CLOSE = "close"
    MIXED = "mixed"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure that lies from low to high."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Gap:
    """The share (0 to 1) in the high half of one block minus that of another."""

    one: str
    other: str
    difference: Fraction
    flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatistics:
    """Figures of an item; None is not told.

    `mean` is in levels from 1, `points` from 0 to 100; `shares` (0 to 1) holds the share of the
    high half by block. `spread` is there only where the whole table is told.
    """

    item: Item
    table: ToldItem
    mean: Interval | None = None
    points: Interval | None = None
    agreement: Agreement | None = None
    spread: Spread | None = None
    shares: Mapping[str, Fraction | None]
    gaps: tuple[Gap, ...] = ()


def item_statistics(questionnaire: Questionnaire, tables: ToldTables) -> tuple[ItemStatistics, ...]:
    """Return the figures of every item, in order of reporting."""
    rules = questionnaire.group.gap
    return tuple(_statistics(item, tables.items[item.id], rules) for item in questionnaire.items)


def gaps_between(
    shares: Mapping[str, Fraction | None], people: Mapping[str, int], rules: GapRules
) -> tuple[Gap, ...]:
    """Return the gap between any two blocks whose shares are told.

    Flagged from `rules.share` on, where at least two people of the smaller block make it.
    """
    told = [(block, share) for block, share in shares.items() if share is not None]
    found = []
    for (one, high), (other, low) in combinations(told, 2):
        size = abs(high - low)
        made_by = size * min(people[one], people[other])
        flagged = size >= rules.share and made_by >= LEAST_PEOPLE
        found.append(Gap(one, other, high - low, flagged))
    return tuple(found)


def largest_gap(gaps: Sequence[Gap]) -> Fraction:
    """Return the size of the largest flagged gap (0 to 1), 0 without one."""
    return max((abs(gap.difference) for gap in gaps if gap.flagged), default=Fraction(0))


def _statistics(item: Item, table: ToldItem, rules: GapRules) -> ItemStatistics:
    shares = {block: _share(table, block) for block in table.blocks}
    if not table.raters:
        return ItemStatistics(item=item, table=table, shares=shares)
    ends = (table.lowest, table.highest)
    raters = {block: told.raters for block, told in table.blocks.items() if told is not None}
    return ItemStatistics(
        item=item,
        table=table,
        mean=Interval(*map(mean_level, ends)),
        points=Interval(*(mean_points(item, counts) for counts in ends)),
        agreement=_agreement(ends),
        spread=spread(table.lowest) if ends[0] == ends[1] else None,
        shares=shares,
        gaps=gaps_between(shares, raters, rules),
    )


def _share(table: ToldItem, block: str) -> Fraction | None:
    told = table.blocks[block]
    if told is None or told.high_half is None:
        return None
    return Fraction(told.high_half, told.raters)


def _agreement(ends: Sequence[tuple[int, ...]]) -> Agreement | None:
    """Return the word that holds at both ends, else None (limit c/6 for c levels)."""
    words = {_word(counts) for counts in ends}
    return words.pop() if len(words) == 1 else None


def _word(counts: tuple[int, ...]) -> Agreement | None:
    ad, limit = spread(counts).ad, ad_limit(len(counts))
    if ad is None:
        return None
    if ad > limit:
        return Agreement.APART
    return Agreement.CLOSE if ad * CLOSE <= limit else Agreement.MIXED
