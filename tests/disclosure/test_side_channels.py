"""Whatever is not told has no trace: equal told tables give equal JSON, CSV and record.

Two groups that differ only in what is hidden are made from one, and what goes out is compared byte
for byte: order, reasons, flags, verdict and all. Likewise two second rounds after one first report.
With READINESS_LONG=1 2,000 groups each, else 150.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .alike import pairs
from .printed import written
from .worlds import LONG

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.group.frequencies import Frequencies
    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

    Page = Callable[[Questionnaire, Frequencies, ToldTables], str]

GROUPS = 2_000 if LONG else 150


def differing(page: Page, number: int, rounds: int) -> tuple[int, int]:
    """Return how many items differ in so many pairs, and how many pages do."""
    items = pages = 0
    for pair in pairs(number, rounds=rounds):
        tables = [pair.told(frequencies) for frequencies in (pair.one, pair.other)]
        assert tables[0] == tables[1]
        items += pair.hidden
        texts = [
            page(pair.questionnaire, frequencies, told)
            for frequencies, told in zip((pair.one, pair.other), tables, strict=True)
        ]
        pages += texts[0] != texts[1]
    return items, pages


def what_goes_out(
    questionnaire: Questionnaire, _frequencies: Frequencies, tables: ToldTables
) -> str:
    """Return what the engine makes of told tables."""
    return written(questionnaire, tables)


def with_a_flag(questionnaire: Questionnaire, frequencies: Frequencies, tables: ToldTables) -> str:
    """Return the same with one word for each item that is worked out from exact figures."""
    flags = []
    for histograms in frequencies.items.values():
        levels = [sum(column) for column in zip(*histograms.values(), strict=True)][:-3]
        flags.append(sum(levels) > 0 and 2 * max(levels) > sum(levels))
    return f"{written(questionnaire, tables)}{json.dumps(flags)}"


@pytest.mark.parametrize("rounds", [1, 2])
def test_equal_tables_give_equal_output(rounds: int) -> None:
    """Nothing beside the told tables decides anything."""
    items, pages = differing(what_goes_out, GROUPS, rounds)
    print(f"{GROUPS} pairs, {items} items with other answers")  # noqa: T201  # with pytest -rP
    assert items > 5 * GROUPS
    assert pages == 0


@pytest.mark.parametrize("rounds", [1, 2])
def test_canary_a_flag_from_exact_figures_is_noticed(rounds: int) -> None:
    """A flag that looks at the counts differs in some pairs."""
    _, pages = differing(with_a_flag, 20, rounds)
    assert pages > 0
