"""What a group report is made from: for each item one table that may be told, and nothing more.

Everything that goes out follows from these tables. They hold no answer of a person and no count
that is not told; the rules that make them are in `disclosure_control` (scoring.md 3.6). This module
and whatever stands behind it never sees a count or a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Levels = tuple[int, ...]


class Renewal(StrEnum):
    """How the table of an item differs from the one before, by the names that records use."""

    GAINED = "gained"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPart:
    """Neighbouring levels of a scale: a half of it, or all of a scale that has no halves.

    `start` and `end` count levels from 0, `end` is beyond the last one. `levels` says how many
    people chose each; None where only their number is told.
    """

    start: int
    end: int
    people: int
    levels: Levels | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBlock:
    """What is told of one block: how many rated, and how many of them chose each part.

    None in place of a block means that too few people rated the item there.
    """

    raters: int
    parts: Levels

    @property
    def high_half(self) -> int | None:
        """Return how many chose the high half; None on a scale without halves."""
        return self.parts[1] if len(self.parts) > 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCell:
    """Blocks whose ratings are told together, part by part."""

    blocks: tuple[str, ...]
    raters: int
    parts: tuple[ToldPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldItem:
    """The table of one item.

    `levels` is how many its scale has. `asked` holds people by block; "don't know" and "does not
    apply" are None where nearly everybody of the block gave that answer. `applies` is False where
    too few people were concerned and none of those was in doubt. `since` names the day of an
    earlier report whose table stays; `renewed` tells how an earlier table was replaced.
    """

    id: str
    levels: int
    asked: Mapping[str, int]
    blocks: Mapping[str, ToldBlock | None]
    cells: tuple[ToldCell, ...]
    dont_know: Mapping[str, int | None]
    not_applicable: Mapping[str, int | None]
    applies: bool
    since: str | None = None
    renewed: Renewal | None = None

    @property
    def raters(self) -> int:
        """Return how many ratings are told of."""
        return sum(cell.raters for cell in self.cells)

    @property
    def lowest(self) -> Levels:
        """Return people by level if everybody not told by level chose the lowest one."""
        return self._completed(highest=False)

    @property
    def highest(self) -> Levels:
        """Return people by level if everybody not told by level chose the highest one."""
        return self._completed(highest=True)

    @property
    def told(self) -> str:
        """Return how much is told: "levels" of everybody, "halves", or "none"."""
        if not self.cells:
            return "none"
        parts = [part for cell in self.cells for part in cell.parts]
        if all(part.levels is not None or part.people == 0 for part in parts):
            return "levels"
        return "halves" if all(len(cell.parts) > 1 for cell in self.cells) else "none"

    def _completed(self, *, highest: bool) -> Levels:
        counts = [0] * self.levels
        for part in (part for cell in self.cells for part in cell.parts):
            if part.levels is None:
                counts[part.end - 1 if highest else part.start] += part.people
                continue
            for place, people in enumerate(part.levels, part.start):
                counts[place] += people
        return tuple(counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTables:
    """All that is told of a group.

    `breakdown` holds people by block. Where there are too few people in all, `respondents` is None
    and there is no item. `mostly_leaders` tells whether fewer than half named a role other than
    the questionnaire's first. `outside` counts people of roles that came after the breakdown was
    chosen and are too few to be told of. `left_out` and `other_editions` are None where nobody
    knows.
    """

    respondents: int | None
    breakdown: Mapping[str, int]
    items: Mapping[str, ToldItem]
    mostly_leaders: bool = False
    outside: int = 0
    left_out: int | None = 0
    other_editions: tuple[tuple[str, int], ...] | None = ()
