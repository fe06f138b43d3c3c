"""How the ratings of one item are told, block by block and part by part (scoring.md 3.6, 2 to 4).

A part is a half of the scale, or all of a scale that has no halves. A part in which some block has
nearly all of its people is exposed; it is told level by level only if no level holds nearly all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.group.told_tables import ToldCell, ToldPart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readiness.questionnaire import GroupRules, Item

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ItemRatings:
    """The ratings of an item, by level, of each block with at least `k_min` raters."""

    item: Item
    blocks: Mapping[str, Counts]
    rules: GroupRules
    is_everyone: bool

    def is_small(self, block: str) -> bool:
        """Tell whether a block is told of as a whole only."""
        return sum(self.blocks[block]) < self.rules.distribution_min

    def raters(self, blocks: Sequence[str]) -> int:
        """Return how many rated in these blocks together."""
        return sum(sum(self.blocks[block]) for block in blocks)

    def tells_parts(self, blocks: Sequence[str]) -> bool:
        """Tell whether these blocks together may be told level by level at all."""
        return self.is_everyone or self.raters(blocks) >= self.rules.distribution_min


def parts_of(item: Item) -> list[tuple[int, int]]:
    """Return where the halves of an item's scale start and end; one part without halves."""
    levels, cut = len(item.scale.levels), item.scale.cut
    return [(0, levels)] if cut is None else [(0, cut), (cut, levels)]


def part_counts(item: Item, counts: Counts) -> Counts:
    """Return how many people chose each part."""
    return tuple(sum(counts[start:end]) for start, end in parts_of(item))


def is_exposed(blocks: Sequence[Counts], part: int, colluders: int) -> bool:
    """Tell whether some block has all of its people, or all but so few, in a part.

    `blocks` holds people by part.
    """
    return any(sum(block) > 0 and block[part] >= sum(block) - colluders for block in blocks)


def is_one_minded(levels: Counts, colluders: int) -> bool:
    """Tell whether one level holds nearly all of these people."""
    return max(levels) >= sum(levels) - colluders


def tell_cell(ratings: ItemRatings, blocks: Sequence[str]) -> ToldCell:
    """Tell of blocks together, part by part (rules 3 and 4)."""
    item, rules = ratings.item, ratings.rules
    total = added_levels([ratings.blocks[block] for block in blocks])
    by_part = [part_counts(item, ratings.blocks[block]) for block in blocks]
    may_tell = ratings.tells_parts(blocks)
    told = []
    for place, (start, end) in enumerate(parts_of(item)):
        levels = total[start:end]
        hides = is_exposed(by_part, place, rules.colluders)
        shown = may_tell and not (hides and is_one_minded(levels, rules.colluders))
        told.append(
            ToldPart(start=start, end=end, people=sum(levels), levels=levels if shown else None)
        )
    return ToldCell(blocks=tuple(blocks), raters=sum(total), parts=tuple(told))


def added_levels(counts: Sequence[Counts]) -> Counts:
    """Return people by level of several blocks together; there is at least one."""
    return tuple(map(sum, zip(*counts, strict=True)))


def gather_cells(ratings: ItemRatings, blocks: Sequence[str]) -> list[list[str]]:
    """Return the blocks that are told of together: the small ones as a pool, each other alone."""
    small = [block for block in blocks if ratings.is_small(block)]
    large = [[block] for block in blocks if not ratings.is_small(block)]
    return [*([small] if small else []), *large]
