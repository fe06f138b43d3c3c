"""Whatever is not told has no trace: equal told tables give equal JSON, CSV and record.

Two groups that differ only in what is hidden are made from one, and what goes out is compared byte
for byte: order, reasons, flags, verdict and all. With READINESS_LONG=1 2,000 groups, else 200.
"""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from readiness.group.breakdown import offered, read_breakdown
from readiness.group.deduplication import gather
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import Frequencies, count

from .organisations import demo, organisation
from .printed import written
from .worlds import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from readiness.group.breakdown import Block
    from readiness.group.frequencies import Histogram
    from readiness.group.told_tables import ToldItem, ToldTables
    from readiness.questionnaire import Questionnaire

    Page = Callable[[Questionnaire, Frequencies, ToldTables], str]
    Rows = dict[str | None, list[int]]

GROUPS = 2_000 if LONG else 200
TRIALS = 6


def pairs(number: int) -> Iterator[tuple[Questionnaire, Frequencies, Frequencies, Sequence[Block]]]:
    """Yield groups with others that are told alike, and their breakdown."""
    questionnaire, random = demo(), Random(5)  # noqa: S311  # not a secret: repeatable
    for seed in range(number):
        sizes = {role.id: random.choice([0, 1, 3, 5, 5, 6, 7, 12]) for role in questionnaire.roles}
        sizes["frontline"] = max(sizes["frontline"], 5)
        members = organisation(questionnaire, seed, sizes, random.choice([0, 0.05, 0.3]))
        one = count(questionnaire, gather(questionnaire, members))
        choices = offered(questionnaire, one.people)
        if choices:
            blocks = read_breakdown(questionnaire, one.people, random.choice(choices))
            yield questionnaire, one, altered(random, questionnaire, one, blocks), blocks


def altered(
    random: Random, questionnaire: Questionnaire, one: Frequencies, blocks: Sequence[Block]
) -> Frequencies:
    """Return other answers under which each item is told as it was."""
    told = tell(questionnaire, one, blocks).items
    items = dict(one.items)
    for _ in range(TRIALS):
        trial = {id_: _moved(random, rows, told[id_]) for id_, rows in items.items() if rows}
        other = Frequencies(people=one.people, items={**items, **trial}, left_out=one.left_out)
        alike = tell(questionnaire, other, blocks).items
        items |= {id_: rows for id_, rows in trial.items() if alike[id_] == told[id_]}
    return Frequencies(people=one.people, items=items, left_out=one.left_out)


def _moved(
    random: Random, histograms: Mapping[str | None, Histogram], table: ToldItem
) -> dict[str | None, Histogram]:
    """Return histograms in which some people chose a level beside, or two changed places."""
    rows: Rows = {role: list(histogram) for role, histogram in histograms.items()}
    for _ in range(random.randint(1, 4)):
        role = random.choice([*rows])
        place = random.randrange(table.levels - 1)
        start, end = random.choice([(place, place + 1), (place + 1, place)])
        others = [other for other in rows if other != role and rows[other][end]]
        if not rows[role][start]:
            continue
        rows[role][start] -= 1
        rows[role][end] += 1
        if others and random.random() < 0.7:
            other = random.choice(others)
            rows[other][end] -= 1
            rows[other][start] += 1
    return {role: tuple(row) for role, row in rows.items()}


def differing(page: Page, number: int) -> tuple[int, int, int]:
    """Return how many pairs there were, how many items differ in them, how many pages do."""
    seen = items = pages = 0
    for questionnaire, one, other, blocks in pairs(number):
        tables = [tell(questionnaire, frequencies, blocks) for frequencies in (one, other)]
        assert tables[0] == tables[1]
        hidden = sum(one.items[id_] != other.items[id_] for id_ in one.items)
        seen += hidden > 0
        items += hidden
        texts = [
            page(questionnaire, frequencies, told)
            for frequencies, told in zip((one, other), tables, strict=True)
        ]
        pages += texts[0] != texts[1]
    return seen, items, pages


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


def test_equal_tables_give_equal_output() -> None:
    """Nothing beside the told tables decides anything."""
    seen, items, pages = differing(what_goes_out, GROUPS)
    print(f"{seen} pairs, {items} items with other answers")  # noqa: T201  # with pytest -rP
    assert seen >= 0.8 * GROUPS
    assert items > 5 * GROUPS
    assert pages == 0


def test_canary_a_flag_from_exact_figures_is_noticed() -> None:
    """A flag that looks at the counts differs in some pairs."""
    _, _, pages = differing(with_a_flag, 20)
    assert pages > 0
