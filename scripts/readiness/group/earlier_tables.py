"""What may be told after an earlier report: its readers compare, so what has moved is a table too.

In each block and cell, what was gained and what was lost since then are blocks of their own under
the same rules. Where too few marks moved, the earlier table of the item stays. A part that was told
only as a number stays a number (scoring.md 3.6, later reports).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readiness.group.cell_rules import (
    added_levels,
    gather_cells,
    is_exposed,
    is_one_minded,
    part_counts,
    tell_cell,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.group.cell_rules import Counts, ItemRatings
    from readiness.group.told_tables import ToldCell, ToldItem, ToldTables


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTables:
    """The tables of the last report that went out, and its day (ISO 8601)."""

    day: str
    tables: ToldTables


def following(earlier: EarlierTables, fresh: ToldItem, ratings: ItemRatings) -> ToldItem:
    """Return the table of an item that may be told beside the one its readers have."""
    before = earlier.tables.items.get(fresh.id)
    if before is None or not before.cells:
        return fresh
    cells = _continued(before, ratings)
    if cells is None:
        return replace(before, since=before.since or earlier.day)
    return replace(fresh, cells=cells)


def _continued(before: ToldItem, ratings: ItemRatings) -> tuple[ToldCell, ...] | None:
    """Return the cells of today, made as they were made before; None where they must stay."""
    known = [block for cell in before.cells for block in cell.blocks]
    if any(block not in ratings.blocks for block in known):
        return None
    cells = [_continued_cell(before, cell, ratings) for cell in before.cells]
    joining = [block for block in ratings.blocks if block not in known]
    cells += [tell_cell(ratings, blocks) for blocks in gather_cells(ratings, joining)]
    return None if None in cells else tuple(cell for cell in cells if cell is not None)


def _continued_cell(before: ToldItem, cell: ToldCell, ratings: ItemRatings) -> ToldCell | None:
    rules, told_before = ratings.rules, any(part.levels is not None for part in cell.parts)
    if told_before and not ratings.tells_parts(cell.blocks):
        return None
    moved = [
        [_block_moves(before, cell, ratings, sign), _cell_moves(cell, ratings, sign)]
        for sign in (1, -1)
    ]
    if any(_is_too_little(blocks, own, rules.k_min) for blocks, own in moved):
        return None
    now = tell_cell(ratings, cell.blocks)
    parts = []
    for place, (part, old) in enumerate(zip(now.parts, cell.parts, strict=True)):
        stays = old.levels is not None and all(
            _may_show(blocks, own, place, rules.colluders) for blocks, own in moved
        )
        parts.append(part if stays else replace(part, levels=None))
    return replace(now, parts=tuple(parts))


def _block_moves(before: ToldItem, cell: ToldCell, ratings: ItemRatings, sign: int) -> list[Counts]:
    """Return what each block gained (sign 1) or lost (-1), part by part."""
    found = []
    for block in cell.blocks:
        old = before.blocks[block]
        now = part_counts(ratings.item, ratings.blocks[block])
        found.append(_moves(now, old.parts if old else (0,) * len(now), sign))
    return found


def _cell_moves(cell: ToldCell, ratings: ItemRatings, sign: int) -> list[Counts]:
    """Return what a cell gained or lost: for each part its levels, or its number where no more."""
    total = added_levels([ratings.blocks[block] for block in cell.blocks])
    found = []
    for part in cell.parts:
        now = total[part.start : part.end]
        if part.levels is None:
            found.append(_moves((sum(now),), (part.people,), sign))
        else:
            found.append(_moves(now, part.levels, sign))
    return found


def _is_too_little(blocks: Sequence[Counts], own: Sequence[Counts], least: int) -> bool:
    """Tell whether some block, or all together, moved fewer marks than may be told of."""
    sizes = [*map(sum, blocks), sum(map(sum, own))]
    return any(0 < size < least for size in sizes)


def _may_show(blocks: Sequence[Counts], own: Sequence[Counts], place: int, colluders: int) -> bool:
    """Tell whether what moved in a part may be seen level by level."""
    if not sum(own[place]):
        return True
    everybody = [*blocks, tuple(map(sum, own))]
    return not (is_exposed(everybody, place, colluders) and is_one_minded(own[place], colluders))


def _moves(now: Sequence[int], old: Sequence[int], sign: int) -> Counts:
    return tuple(max(0, sign * (one - other)) for one, other in zip(now, old, strict=True))
