"""The second reports of scoring.md 4, and what was found by trying: worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .printed import DAY, ITEM, Press

if TYPE_CHECKING:
    from .worlds import Counts

FIRST = (1, 2, 4, 5, 2)
Parts = list[int | tuple[int, ...]]
CASES: dict[str, tuple[Counts, Counts, Parts | None]] = {
    "one newcomer": (FIRST, (1, 2, 4, 6, 2), None),
    "five who all chose 5": (FIRST, (1, 2, 4, 5, 7), [(1, 2), 16]),
    "five who differ": (FIRST, (1, 3, 6, 7, 2), [(1, 3), (6, 7, 2)]),
    "nobody": (FIRST, FIRST, None),
    # 8 chose 4; of the five who are left all must have.
    "five leave an earlier half of one mind": ((0, 2, 0, 8, 0), (0, 0, 0, 5, 0), None),
    # Of the lost both halves hold two and more, so do those who stayed: told level by level.
    "six leave from both halves": ((2, 3, 3, 4, 2), (1, 1, 2, 3, 1), [(1, 1), (2, 3, 1)]),
    # Ten went up by one level inside the high half: nobody has moved to another half.
    "answers move inside a half": ((2, 2, 10, 2, 2), (2, 2, 2, 10, 2), None),
    # Six changed from the low to the high half: both are exposed in what moved.
    "answers move to the other half": ((4, 4, 4, 4, 2), (1, 1, 7, 7, 2), [2, 16]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_second_report_of_everyone(case: str) -> None:
    """Levels where they are told, else the number of each half; None: the earlier table stays."""
    before, after, expected = CASES[case]
    press = Press(5)
    first = press.report([before])
    table = press.later(first, [after]).tables.items[ITEM]
    if expected is None:
        assert table.since == DAY
        assert table.cells == first.tables.items[ITEM].cells
        return
    assert table.since is None
    (cell,) = table.cells
    assert [part.people if part.levels is None else part.levels for part in cell.parts] == expected


def test_a_table_that_lost_people_stays_from_then_on() -> None:
    """Five more come to those who are left: they could be some of those who had left."""
    press = Press(5)
    first = press.report([(2, 3, 3, 4, 2)])
    second = press.later(first, [(1, 1, 2, 3, 1)])
    third = press.later(second, [(2, 3, 3, 4, 1)])
    assert third.tables.items[ITEM].cells == second.tables.items[ITEM].cells
