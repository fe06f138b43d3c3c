"""Reads and writes counts by item, role, state and level, as CSV or Parquet.

A spreadsheet's CSV is taken too: semicolons or tabs, blanks around cells, empty rows, any encoding.
A file of counts is taken whole or not at all; what is refused is named with its row and what to do.
Whether people answered twice, or too little, cannot be seen in counts: whoever makes them sees to
it, with the query of `readiness sql`.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.strict_json import Reason, RefusedError
from readiness.formats.encodings import decode_text
from readiness.formats.foreign_files import foreign_kind
from readiness.formats.parquet import (
    MissingExtraError,
    add_table,
    connection,
    read_parquet,
    write_parquet,
)
from readiness.group.frequencies import places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readiness.group.frequencies import Frequencies
    from readiness.questionnaire import Questionnaire

Row = tuple[Any, ...]
COLUMNS = {
    "item": "VARCHAR",
    "role": "VARCHAR",
    "state": "VARCHAR",
    "level": "INTEGER",
    "people": "BIGINT",
    "questionnaire": "VARCHAR",
}
CSV, PARQUET = ".csv", ".parquet"
MAGIC = b"PAR1"
LARGEST = 100_000_000
_LONGEST_HEAD = 10_000
# By this line a spreadsheet program is told what stands between the cells.
_DELIMITER_LINE = re.compile("^sep=.\r?\n", re.IGNORECASE)


def read_table(path: Path) -> Iterator[Row]:
    """Yield the names of the columns, then the rows, of a file or of all files in a folder.

    Texts of a CSV stay texts, and none is None. Raises RefusedError.
    """
    try:
        if path.is_dir():
            yield from _folder(path)
        elif _starts_as_parquet(path):
            yield from read_parquet(path)
        else:
            yield from _csv_rows(path)
    except (OSError, ValueError, MissingExtraError) as error:
        if isinstance(error, RefusedError):
            raise
        raise RefusedError(Reason.UNREADABLE, f"the file cannot be read: {error}") from error


def _folder(path: Path) -> Iterator[Row]:
    """Yield the rows of the parts that engines such as Spark write into a folder."""
    parts = sorted(part for part in path.iterdir() if part.suffix in {CSV, PARQUET})
    head: Row | None = None
    for part in parts:
        rows = read_table(part)
        names = next(rows)
        if head is None:
            yield names
        elif names != head:
            what = f"{part.name} has other columns than {parts[0].name}; keep one table in a folder"
            raise RefusedError(Reason.WRONG_FORMAT, what)
        head = names
        yield from rows
    if head is None:
        what = f"there is no {CSV} or {PARQUET} file in the folder; name the file of the counts"
        raise RefusedError(Reason.WRONG_FORMAT, what)


def _starts_as_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _csv_rows(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise RefusedError(Reason.TOO_BIG, f"the file is larger than {LARGEST} bytes")
    text = None if foreign_kind(content, "") not in {None, "empty_file"} else decode_text(content)
    if text is None:
        what = "the file is neither Parquet nor CSV; save it as one of them"
        raise RefusedError(Reason.WRONG_FORMAT, what)
    text = _DELIMITER_LINE.sub("", text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        yield tuple(names)
        for row in reader:
            cells = tuple(cell.strip() or None for cell in row)
            if any(cells) and len(cells) != len(names):
                what = f"line {reader.line_num} has {len(row)} cells, the first line {len(names)}"
                raise RefusedError(Reason.WRONG_FORMAT, f"{what}; give each line as many")
            if any(cells):
                yield cells
    except csv.Error as error:
        what = f"line {reader.line_num} is no CSV: {error}"
        raise RefusedError(Reason.WRONG_FORMAT, what) from error


def _delimiter(text: str) -> str:
    """Return what stands between the names of the columns most often; commas where nothing does."""
    head = text[:_LONGEST_HEAD].splitlines()[:1]
    return max(",;\t", key=lambda sign: head[0].count(sign) if head else 0)


def write_counts(questionnaire: Questionnaire, frequencies: Frequencies, path: Path) -> None:
    """Write counts as CSV or Parquet, by the ending of the name; raise OSError where it cannot be.

    Raises MissingExtraError where Parquet is asked for without DuckDB.
    """
    rows = _rows(questionnaire, frequencies)
    if path.suffix == PARQUET:
        with connection() as database:
            add_table(database, "counts", COLUMNS, rows)
            write_parquet(database, "FROM counts", str(path))
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([tuple(COLUMNS), *rows])


def _rows(questionnaire: Questionnaire, frequencies: Frequencies) -> list[Row]:
    """Return the counts above 0 in the order in which the query of `readiness sql` has them."""
    fingerprint = questionnaire_fingerprint(questionnaire)
    found = [
        (item.id, role, state.value, level, people, fingerprint)
        for item in questionnaire.items
        for role, histogram in frequencies.items[item.id].items()
        for (state, level), people in zip(places(item), histogram, strict=True)
        if people
    ]
    return sorted(found, key=lambda row: (row[0], row[1] or "", row[2], row[3] or 0))
