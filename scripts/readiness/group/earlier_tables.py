"""What may be told after an earlier report: its readers compare, so what has moved is a table too.

In each block and cell, what was gained, lost and kept since then are blocks of their own under the
same rules. Where too few people moved from part to part, the earlier table of the item stays. A
table that was renewed cannot lose people again, and stays once it has. A part told only as a number
stays a number (scoring.md 3.6, later reports).
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
from readiness.group.told_tables import Renewal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readiness.group.cell_rules import Counts, ItemRatings
    from readiness.group.told_tables import ToldCell, ToldItem, ToldPart, ToldTables
    from readiness.questionnaire import GroupRules

    Move = Callable[[int, int], int]


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
    cells = None if before.renewed is Renewal.LOST else _continued(before, ratings)
    if cells is None:
        return replace(before, since=before.since or earlier.day)
    pairs = zip(before.cells, cells, strict=False)
    lost = any(now != old and _has_lost(before, old, ratings) for old, now in pairs)
    return replace(fresh, cells=cells, renewed=Renewal.LOST if lost else Renewal.GAINED)


def _continued(before: ToldItem, ratings: ItemRatings) -> tuple[ToldCell, ...] | None:
    """Return the cells of today, made as they were made before; None where they must stay."""
    known = [block for cell in before.cells for block in cell.blocks]
    if any(block not in ratings.blocks for block in known):
        return None
    cells = [_continued_cell(before, cell, ratings) for cell in before.cells]
    joining = [block for block in ratings.blocks if block not in known]
    cells += [tell_cell(ratings, blocks) for blocks in gather_cells(ratings, joining)]
    if None in cells or tuple(cells) == before.cells:
        return None
    return tuple(cell for cell in cells if cell is not None)


def _continued_cell(before: ToldItem, cell: ToldCell, ratings: ItemRatings) -> ToldCell | None:
    """Return a cell as of today, as it was where nobody moved to another part, None at too few."""
    told_before = any(part.levels is not None for part in cell.parts)
    if told_before and not ratings.tells_parts(cell.blocks):
        return None
    gained, lost, kept = (_block_moves(before, cell, ratings, move) for move in MOVES)
    if not any(map(sum, (*gained, *lost))):
        return cell
    own = [_cell_moves(cell, ratings, move) for move in (_gain, _loss)]
    singly = [[block] for block in (*gained, *lost)]
    if any(_is_too_little(moved, ratings.rules.k_min) for moved in (*singly, *own)):
        return None
    if _has_lost(before, cell, ratings):
        return None if before.renewed else _after_a_loss(cell, ratings, (gained, lost, kept))
    now = tell_cell(ratings, cell.blocks)
    parts = []
    for place, (part, old) in enumerate(zip(now.parts, cell.parts, strict=True)):
        stays = old.levels is not None and _may_show(gained, own[0], place, ratings.rules.colluders)
        parts.append(part if stays else replace(part, levels=None))
    return replace(now, parts=tuple(parts))


def _has_lost(before: ToldItem, cell: ToldCell, ratings: ItemRatings) -> bool:
    lost = (*_block_moves(before, cell, ratings, _loss), *_cell_moves(cell, ratings, _loss))
    return any(map(sum, lost))


def _after_a_loss(
    cell: ToldCell, ratings: ItemRatings, moves: Sequence[Sequence[Counts]]
) -> ToldCell | None:
    """Return a cell that lost people: level by level only where no part of a table is exposed.

    How single levels are held decides nothing here: what is not told would give them away.
    """
    rules, kept = ratings.rules, moves[-1]
    if len(cell.parts) == 1 or any(_is_too_little([block], rules.k_min) for block in kept):
        return None
    if any(_gives_away(old, rules) for old in cell.parts):
        return None
    total = added_levels([ratings.blocks[block] for block in cell.blocks])
    today = [part_counts(ratings.item, ratings.blocks[block]) for block in cell.blocks]
    parts = []
    for place, old in enumerate(cell.parts):
        levels = total[old.start : old.end]
        shows = old.levels is not None and not any(
            is_exposed([*blocks, added_levels(blocks)], place, rules.colluders)
            for blocks in (*moves, today)
        )
        parts.append(replace(old, people=sum(levels), levels=levels if shows else None))
    return replace(cell, raters=sum(total), parts=tuple(parts))


def _gives_away(old: ToldPart, rules: GroupRules) -> bool:
    """Tell whether an earlier part shows the level of any who are known to have been in it.

    In a part with fewer people no block of `k_min` can have all but `colluders` of its people.
    """
    if old.levels is None or old.people < rules.k_min - rules.colluders:
        return False
    return is_one_minded(old.levels, rules.colluders)


def _block_moves(
    before: ToldItem, cell: ToldCell, ratings: ItemRatings, move: Move
) -> list[Counts]:
    """Return what each block gained, lost or kept, part by part."""
    found = []
    for block in cell.blocks:
        old = before.blocks[block]
        now = part_counts(ratings.item, ratings.blocks[block])
        found.append(tuple(map(move, now, old.parts if old else (0,) * len(now))))
    return found


def _cell_moves(cell: ToldCell, ratings: ItemRatings, move: Move) -> list[Counts]:
    """Return what a cell gained or lost: for each part its levels, or its number where no more."""
    total = added_levels([ratings.blocks[block] for block in cell.blocks])
    found: list[Counts] = []
    for part in cell.parts:
        now = total[part.start : part.end]
        if part.levels is None:
            found.append((move(sum(now), part.people),))
        else:
            found.append(tuple(map(move, now, part.levels)))
    return found


def _is_too_little(moved: Sequence[Counts], least: int) -> bool:
    """Tell whether there are people, but all together fewer than may be told of."""
    return 0 < sum(map(sum, moved)) < least


def _may_show(blocks: Sequence[Counts], own: Sequence[Counts], place: int, colluders: int) -> bool:
    """Tell whether what was gained in a part may be seen level by level."""
    if not sum(own[place]):
        return True
    everybody = [*blocks, tuple(map(sum, own))]
    return not (is_exposed(everybody, place, colluders) and is_one_minded(own[place], colluders))


def _gain(now: int, old: int) -> int:
    return max(0, now - old)


def _loss(now: int, old: int) -> int:
    return max(0, old - now)


MOVES: tuple[Move, ...] = (_gain, _loss, min)
