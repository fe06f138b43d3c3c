"""Writes every single answer of a group to a Parquet file, through DuckDB, an optional extra.

One row an answer: a number for the person, role, item, state, level, points. Nothing in it is
hidden and no id is kept, so it is for whoever holds the files, never for readers.
"""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.group.deduplication import Gathered
    from readiness.questionnaire import Item, Questionnaire

COLUMNS = {
    "person": "INTEGER",
    "role": "VARCHAR",
    "item": "VARCHAR",
    "state": "VARCHAR",
    "level": "INTEGER",
    "points": "DOUBLE",
}
MISSING = "DuckDB is not installed; install it with: pip install 'readiness[parquet]'"


class MissingExtraError(RuntimeError):
    """The extra that is needed is not installed."""


def write_parquet(questionnaire: Questionnaire, gathered: Gathered, out: str) -> None:
    """Write the answers of everybody who counts; raise MissingExtraError without DuckDB."""
    try:
        duckdb = import_module("duckdb")  # an extra that most never need
    except ImportError as error:
        raise MissingExtraError(MISSING) from error
    with TemporaryDirectory() as folder:
        table = Path(folder) / "answers.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows(questionnaire, gathered))
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
        read = f"read_csv($table, header=false, nullstr='', columns={{{columns}}})"
        escaped = out.replace("'", "''")
        try:
            duckdb.execute(
                f"COPY (SELECT * FROM {read}) TO '{escaped}' (FORMAT parquet)",  # noqa: S608  # a name that is escaped
                {"table": str(table)},
            )
        except duckdb.Error as error:
            raise OSError(str(error)) from error


def _rows(questionnaire: Questionnaire, gathered: Gathered) -> Iterator[tuple[object, ...]]:
    items = [(item.id, _answers(item)) for item in questionnaire.items]
    for number, person in enumerate(gathered.people, 1):
        role = person.member.role
        for (id_, answers), slot in zip(items, person.slots, strict=True):
            if slot is not None:
                yield (number, role, id_, *answers[slot])


def _answers(item: Item) -> list[tuple[str, int | None, float | None]]:
    """Return state, level and points of each place in the item's histogram."""
    levels = enumerate(item.scale.levels, 1)
    return [
        *(("rated", number, float(level.points)) for number, level in levels),
        ("dont_know", None, None),
        ("not_applicable", None, None),
        ("unanswered", None, None),
    ]
