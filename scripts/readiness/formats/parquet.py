"""Reads and writes Parquet through DuckDB, an optional extra that most never need.

Refuses by a sentence where the extra is missing or a file is none. Knows nothing of answers.
"""

from __future__ import annotations

import csv
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MISSING = "DuckDB is not installed; install it with: pip install 'readiness[parquet]'"
NULL = "."  # stands for no value in a table on its way to DuckDB; no text of ours is this
FETCHED = 10_000  # rows at a time


class MissingExtraError(RuntimeError):
    """The extra that is needed is not installed."""


@contextmanager
def connection() -> Iterator[Any]:
    """Yield a database in memory; DuckDB's own errors become OSError."""
    try:
        duckdb = import_module("duckdb")
    except ImportError as error:
        raise MissingExtraError(MISSING) from error
    try:
        with duckdb.connect() as database:
            yield database
    except duckdb.Error as error:
        raise OSError(str(error).partition("\n")[0]) from error


def add_table(
    database: Any,  # noqa: ANN401  # DuckDB has no types where it is not installed
    name: str,
    columns: Mapping[str, str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Make a table of rows; a text in them holds letters, digits, "-", "_" and "." only."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.csv"
        with path.open("w", encoding="ascii", newline="") as file:
            csv.writer(file).writerows([NULL if x is None else x for x in row] for row in rows)
        kinds = ", ".join(f"'{column}': '{kind}'" for column, kind in columns.items())
        form = f"header=false, auto_detect=false, delim=',', nullstr='{NULL}', columns={{{kinds}}}"
        read = f"CREATE TABLE {name} AS FROM read_csv($path, {form})"
        database.execute(read, {"path": str(path)})


def write_parquet(database: Any, query: str, out: str) -> None:  # noqa: ANN401  # as above
    """Write what a query gives; raise OSError where the place cannot be written."""
    escaped = out.replace("'", "''")
    database.execute(f"COPY ({query}) TO '{escaped}' (FORMAT parquet)")


def read_parquet(path: Path) -> Iterator[tuple[Any, ...]]:
    """Yield the names of the columns, then the rows; raise OSError where it is no such file."""
    # A name with signs that stand for many files is none here.
    escaped = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))
    with connection() as database:
        found = database.execute("FROM read_parquet($path)", {"path": escaped})
        yield tuple(column[0] for column in found.description)
        while rows := found.fetchmany(FETCHED):
            yield from rows
