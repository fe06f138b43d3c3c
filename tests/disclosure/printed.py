"""What goes out about one item: the JSON, the CSV and the record of the real engine.

Everything behind the told tables is worked out once for each table: it takes nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from engines.forms import read_form

from readiness.group import disclosure_control
from readiness.group.breakdown import Block, everyone
from readiness.group.earlier_tables import EarlierTables
from readiness.group.frequencies import Frequencies
from readiness.group.report import group_report
from readiness.group.report_csv import report_csv
from readiness.group.report_json import report_json
from readiness.group.report_record import record_json
from readiness.questionnaire import GroupRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

    from .worlds import Counts

DAY = "2026-05-03"
ITEM = "a"
ROLES = ("r", "s", "u")


def one_item(levels: int, roles: int, colluders: int, *, has_gate: bool) -> Questionnaire:
    """Return a questionnaire of one item with equal steps, its gate at the high half if any."""
    points = [str(Fraction(100 * step, levels - 1)) for step in range(levels)]
    cuts = {4: 2, 5: 2, 7: 3}
    words = f"{ITEM} stop>={cuts[levels] + 1}" if has_gate and levels in cuts else f"{ITEM} na"
    form = read_form({"D": {"T": words}}, scales={"s": points}, roles=list(ROLES[:roles]))
    return replace(form, group=GroupRules(colluders=colluders))


def written(questionnaire: Questionnaire, tables: ToldTables) -> str:
    """Return everything that goes out of these tables: JSON, CSV and record."""
    report = report_json(questionnaire, group_report(questionnaire, tables))
    record = record_json(questionnaire, "fingerprint", tables, DAY)
    return f"{json.dumps(report)}\n{report_csv(report)}{json.dumps(record)}"


@dataclass(frozen=True)
class Told:
    """A report that has gone out: its tables and its text."""

    tables: ToldTables
    text: str


class Press:
    """Makes reports of one item from counts, with each role as a block of its own."""

    def __init__(
        self, levels: int, roles: int = 1, colluders: int = 1, *, has_gate: bool = True
    ) -> None:
        """Prepare the questionnaire; a single role is everyone."""
        self.questionnaire = one_item(levels, roles, colluders, has_gate=has_gate)
        self.levels = levels
        names = ROLES[:roles]
        self.blocks = (
            everyone(self.questionnaire)
            if roles == 1
            else tuple(Block(name, (name,)) for name in names)
        )
        self._told: dict[str, Told] = {}
        self._first: dict[tuple[Counts, ...], Told] = {}
        self._after: dict[tuple[str, tuple[Counts, ...]], Told] = {}

    def report(self, blocks: Sequence[Counts]) -> Told:
        """Return the first report; counts hold the levels, or all answers of a histogram."""
        key = tuple(blocks)
        if key not in self._first:
            tables = disclosure_control.tell(
                self.questionnaire, self._frequencies(blocks), self.blocks
            )
            self._first[key] = self._printed(tables)
        return self._first[key]

    def later(self, before: Told, blocks: Sequence[Counts]) -> Told:
        """Return the report of today for people who have the earlier one."""
        key = (before.text, tuple(blocks))
        if key not in self._after:
            earlier = EarlierTables(day=DAY, tables=before.tables)
            tables = disclosure_control.tell(
                self.questionnaire, self._frequencies(blocks), self.blocks, earlier
            )
            self._after[key] = self._printed(tables)
        return self._after[key]

    def _printed(self, tables: ToldTables) -> Told:
        key = repr(tables)
        if key not in self._told:
            self._told[key] = Told(tables, written(self.questionnaire, tables))
        return self._told[key]

    def _frequencies(self, blocks: Sequence[Counts]) -> Frequencies:
        rows: dict[str | None, Counts] = {
            name: counts if len(counts) > self.levels else (*counts, 0, 0, 0)
            for name, counts in zip(ROLES, blocks, strict=False)
        }
        people: dict[str | None, int] = {None: 0, **{name: sum(row) for name, row in rows.items()}}
        return Frequencies(people=people, items={ITEM: rows})
