"""Tables of counts in place of files: what is taken, what is refused with its row and remedy."""

from __future__ import annotations

import csv
import json
import re
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest
from engines.test_score_command import save

from readiness.cli import main
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.questionnaire import Questionnaire

    Row = list[str]

ASSESSMENT = Path(__file__).parents[2] / "assessment"
GROUP = ["score", "--group", "--assessment", str(ASSESSMENT), "--json"]
NOTHING_TOLD = "Nothing is told: the other tables are not the whole group. Mend what was refused."
HEAD = ["item", "role", "state", "level", "people", "questionnaire"]


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    """Return the questionnaire of this repository."""
    loaded = load(ASSESSMENT).questionnaire
    assert loaded is not None
    return loaded


@pytest.fixture
def rows(questionnaire: Questionnaire) -> list[Row]:
    """Return the counts of seven front-line people: two chose level 1, four 4, one doesn't know."""
    edition = questionnaire_fingerprint(questionnaire)
    answers = (("rated", "1", "2"), ("rated", "4", "4"), ("dont_know", "", "1"))
    asked = [item.id for item in questionnaire.items if item.asked_of("frontline")]
    return [
        [item, "frontline", state, level, people, edition]
        for item in asked
        for state, level, people in answers
    ]


def table(path: Path, rows: list[Row], head: list[str] = HEAD) -> str:
    """Write a table of counts as CSV and return its name."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return str(path)


def test_counts_take_the_place_of_files(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """Seven files and their counts give the same; nobody knows who was left out of counts."""
    answered = [*[1] * 2, *[4] * 4, "dk"]
    asked = list(dict.fromkeys(row[0] for row in rows))
    files = [
        save(tmp_path / f"{n}.json", dict.fromkeys(asked, answer), role="frontline")
        for n, answer in enumerate(answered)
    ]
    assert main([*GROUP, *files, "--write-counts", str(tmp_path / "written.csv")]) == 0
    expected = json.loads(capsys.readouterr().out)
    assert expected["respondents"] == 7
    for name in (table(tmp_path / "by-hand.csv", rows), str(tmp_path / "written.csv")):
        assert main([*GROUP, "--counts", name]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert json.loads(out) == {**expected, "left_out": None, "other_editions": None}


def test_tables_add_up_and_are_written(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """Two tables, one of them CSV and one Parquet, are counts of twice as many people."""
    one, two = table(tmp_path / "one.csv", rows), str(tmp_path / "two.parquet")
    assert main([*GROUP, "--counts", one, "--write-counts", two]) == 0
    both = str(tmp_path / "both.csv")
    assert main([*GROUP, "--counts", one, "--counts", two, "--write-counts", both]) == 0
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [report["respondents"] for report in reports] == [7, 14]
    written = list(csv.reader(StringIO(Path(both).read_text("utf-8"))))
    doubled = [[*row[:4], str(2 * int(row[4])), row[5]] for row in rows]
    assert written[0] == HEAD
    assert sorted(written[1:]) == sorted(doubled)
    assert written[1:] == sorted(written[1:])


def test_a_folder_of_parts(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """Engines write a folder of parts; they are one table. An empty folder is refused."""
    folder = tmp_path / "counts.csv"
    folder.mkdir()
    assert main([*GROUP, "--counts", str(folder)]) == 1
    assert "name the file of the counts" in capsys.readouterr().err
    (folder / "_SUCCESS").write_bytes(b"")
    table(folder / "part-1.csv", rows[:10])
    table(folder / "part-2.csv", rows[10:])
    assert main([*GROUP, "--counts", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["respondents"] == 7
    table(folder / "part-3.csv", rows, HEAD[::-1])
    assert main([*GROUP, "--counts", str(folder)]) == 1
    assert "part-3.csv has other columns than part-1.csv" in capsys.readouterr().err


def test_order_of_columns_and_more_columns_do_not_matter(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """Columns are known by their names."""
    turned = [["more", *row[::-1]] for row in rows]
    name = table(tmp_path / "turned.csv", turned, ["also", *HEAD[::-1]])
    assert main([*GROUP, "--counts", name]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["respondents"] == 7
    assert err == ""


@pytest.mark.parametrize("with_column", [True, False])
def test_without_an_edition_there_is_a_notice(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str], *, with_column: bool
) -> None:
    """Taken all the same, whether the column is missing or one cell of it is empty."""
    bare = [*rows[:-1], [*rows[-1][:-1], ""]] if with_column else [row[:-1] for row in rows]
    name = table(tmp_path / "bare.csv", bare, HEAD if with_column else HEAD[:-1])
    assert main([*GROUP, "--counts", name]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["respondents"] == 7
    assert err.count("notice") == 1
    assert 'the column "questionnaire" is missing or empty' in err


def in_a_spreadsheet(rows: list[Row], sign: str) -> str:
    """Return a table as spreadsheet programs write it, with blanks and empty rows."""
    lines = [sign.join(f" {value} " for value in [*row, ""]) for row in [HEAD, *rows]]
    return "\r\n".join([*lines, sign * len(HEAD), ""])


SPREADSHEETS: dict[str, Callable[[list[Row]], bytes]] = {
    "semicolons": lambda rows: in_a_spreadsheet(rows, ";").encode(),
    "semicolons with a mark": lambda rows: in_a_spreadsheet(rows, ";").encode("utf-8-sig"),
    "Unicode text": lambda rows: in_a_spreadsheet(rows, "\t").encode("utf-16"),
    "a line that says what stands between": lambda rows: (
        f"sep=;\r\n{in_a_spreadsheet(rows, ';')}".encode()
    ),
    "old line ends": lambda rows: in_a_spreadsheet(rows, ",").replace("\r\n", "\r").encode(),
    "fractions of pandas": lambda rows: in_a_spreadsheet(
        [[*row[:3], row[3] and f"{row[3]}.0", f"{row[4]}.0", row[5]] for row in rows], ","
    ).encode(),
}


@pytest.mark.parametrize("name", SPREADSHEETS)
def test_a_table_that_a_spreadsheet_saved(
    name: str, tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same counts, whatever stands between the cells and around them."""
    path = tmp_path / "saved.csv"
    path.write_bytes(SPREADSHEETS[name](rows))
    plain = table(tmp_path / "plain.csv", rows)
    assert main([*GROUP, "--counts", plain]) == 0
    assert main([*GROUP, "--counts", str(path)]) == 0
    out, err = capsys.readouterr()
    reports = out.splitlines()
    assert reports[0] == reports[1]
    assert json.loads(reports[0])["respondents"] == 7
    assert err == ""


def test_columns_of_whole_fractions(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """3.0 is 3 in Parquet too, and a fraction that is none is no level."""
    name, made = table(tmp_path / "counts.csv", rows), str(tmp_path / "made.parquet")
    assert main([*GROUP, "--counts", name]) == 0
    changed = duckdb.sql(
        "SELECT * REPLACE (people::DECIMAL(9, 1) AS people,"  # noqa: S608  # a file of ours
        " coalesce(level::DOUBLE, 'NaN'::DOUBLE) AS level)"
        f" FROM read_csv('{name}', all_varchar=true)"
    )
    assert changed is not None
    changed.write_parquet(made)
    assert main([*GROUP, "--counts", made]) == 0
    reports = capsys.readouterr().out.splitlines()
    assert reports[0] == reports[1]


def test_a_table_named_twice(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """Five people counted twice would be ten, and more would be told of them."""
    name = table(tmp_path / "counts.csv", rows)
    again = str(tmp_path / "." / "counts.csv")
    assert main([*GROUP, "--counts", name, "--counts", again]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "the table is named twice" in err


def cell(row: int, column: str, value: str) -> Callable[[list[Row]], list[Row]]:
    """Return what puts another value into one cell."""

    def change(rows: list[Row]) -> list[Row]:
        place = HEAD.index(column)
        changed = [*rows[row][:place], value, *rows[row][place + 1 :]]
        return [*rows[:row], changed, *rows[row + 1 :]]

    return change


BAD: dict[str, tuple[Callable[[list[Row]], list[Row]], str, str]] = {
    "an unknown item": (cell(4, "item", "bad-newz"), "row 5 ", "did you mean 'bad-news'?"),
    "no item": (cell(0, "item", ""), "row 1 ", "there is no item empty"),
    "an unknown role": (cell(1, "role", "boss"), "row 2 ", "the roles are leader, manager"),
    "an item of others": (cell(0, "item", "loyalty-figures"), "row 1 ", "is not asked of the role"),
    "an unknown state": (cell(0, "state", "Rated"), "row 1 ", "must be one of rated, dont_know"),
    "not asked": (cell(0, "state", "not_asked"), "row 1 ", "must be one of rated, dont_know"),
    "level 6 of 5": (cell(0, "level", "6"), "row 1 ", 'from 1 to 5, it is "6"'),
    "level 0": (cell(0, "level", "0"), "row 1 ", "from 1 to 5"),
    "no level": (cell(0, "level", ""), "row 1 ", "from 1 to 5, it is empty"),
    "a level and a half": (cell(0, "level", "1.5"), "row 1 ", 'from 1 to 5, it is "1.5"'),
    "one, or a thousand": (cell(0, "people", "1.000"), "row 1 ", 'it is "1.000"'),
    "thousands": (cell(0, "people", "1,234"), "row 1 ", 'it is "1,234"'),
    "a row twice": (lambda rows: [*rows, rows[1]], "row 91 ", "give two tables by --counts twice"),
    "all rows twice": (lambda rows: [*rows, *rows], "row 91 ", "rated 1, stands there twice"),
    "a row of sums": (
        lambda rows: [*rows, ["total", "", "", "", "7", ""]],
        "row 91 ",
        'no item "total"',
    ),
    "a level of no answer": (cell(2, "level", "1"), "row 3 ", "only rated answers have a level"),
    "fewer than nobody": (cell(0, "people", "-2"), "row 1 ", 'it is "-2"'),
    "half a person": (cell(0, "people", "1.5"), "row 1 ", 'it is "1.5"'),
    "people in words": (cell(0, "people", "two"), "row 1 ", "must be a whole number from 0"),
    "other digits": (cell(0, "people", "\u0662"), "row 1 ", "must be a whole number from 0"),
    "people without end": (cell(0, "people", "9" * 16), "row 1 ", "to 1000000000000000"),
    "no people": (cell(0, "people", ""), "row 1 ", "it is empty"),
    "another edition": (cell(3, "questionnaire", "0" * 12), "row 4 ", "take that edition's"),
    "one person more": (cell(3, "people", "3"), ' 7 people of the role "frontline"', '" 8; every'),
    "an answer is missing": (lambda rows: rows[:-1], " 6; ", "once, in the state unanswered"),
    "an item is missing": (lambda rows: rows[3:], '" counts 0 ', " 7; every item asked"),
    "cells are missing": (lambda rows: [rows[0][:4], *rows[1:]], "line 2 has 4 cells", "give each"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused(
    name: str, tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole table is refused by row and remedy; nothing is told of the others; exit code 1."""
    change, place, remedy = BAD[name]
    bad = table(tmp_path / "bad.csv", change(rows))
    good = table(tmp_path / "good.csv", rows)
    written = [tmp_path / "written.csv", tmp_path / "record.json"]
    outs = ["--write-counts", str(written[0]), "--record", str(written[1])]
    assert main([*GROUP, "--counts", bad, "--counts", good, *outs]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert not any(path.exists() for path in written)
    assert err.startswith(f"{bad}: refused: ")
    assert place in err
    assert remedy in err
    assert err.splitlines()[1:] == [NOTHING_TOLD]


def test_does_not_apply_only_where_it_is_offered(
    tmp_path: Path,
    rows: list[Row],
    questionnaire: Questionnaire,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Gates never offer it."""
    gates = {item.id for item in questionnaire.items if item.gate}
    at = next(at for at, row in enumerate(rows) if row[0] in gates and row[2] == "dont_know")
    bad = table(tmp_path / "bad.csv", cell(at, "state", "not_applicable")(rows))
    assert main([*GROUP, "--counts", bad]) == 1
    assert 'has no "does not apply"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", 'the column "item" is missing'),
        (b"item role state level people\n", "with commas, semicolons or tabs between"),
        (b"item,role,item,state,level,people\n", 'the column "item" stands there twice'),
        (b'item,role,state,level,people\n"a,,,,\n', "is no CSV"),
        (b"item,role,state,level,people\n\xff,,,,\n", "there is no item"),
        (b"PK\x03\x04" + bytes(60), "neither Parquet nor CSV; save it as one of them"),
        (b"PAR1 and then nothing", "cannot be read"),
        (b'{"format": "readiness-responses"}', "the query that `readiness sql` prints"),
    ],
)
def test_no_table_at_all(
    content: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence and exit code 1, never a traceback; nothing is told."""
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    assert main([*GROUP, "--counts", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert why in err
    assert err.splitlines()[1:] == [NOTHING_TOLD]


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ("people + 0.5 AS people", "it is"),
        ("CAST(people AS DOUBLE) / 3 AS people", "it is 0."),
        ("people > 0 AS people", "it is true"),
        ("[state] AS state", "must be one of rated"),
        ("{'a': item} AS item", "there is no item"),
        ("CAST(role AS BLOB) AS role", "there is no role"),
        ("[questionnaire] AS questionnaire", "counts of the edition"),
        ("level + 0.25 AS level", "it is"),
        ("CAST('inf' AS DOUBLE) AS level", "it is"),
        ("DATE '2026-01-01' AS level", 'it is "2026-01-01"'),
    ],
)
def test_columns_of_other_kinds(
    column: str, why: str, tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """A Parquet file may hold anything; what is no count is refused with its row."""
    good, bad = str(tmp_path / "good.parquet"), str(tmp_path / "bad[1]*.parquet")
    table(tmp_path / "counts.csv", rows)
    counts = ["--counts", str(tmp_path / "counts.csv")]
    assert main([*GROUP, *counts, "--write-counts", good]) == 0
    capsys.readouterr()
    name = column.rpartition(" AS ")[2]
    query = f"SELECT {column}, * EXCLUDE ({name}) FROM '{good}'"  # noqa: S608  # a file of ours
    changed = duckdb.sql(query)
    assert changed is not None
    changed.write_parquet(bad)
    assert main([*GROUP, "--counts", bad]) == 1
    err = capsys.readouterr().err
    assert re.search("row [12] below the names of the columns: ", err)
    assert why in err


def test_parquet_needs_its_extra_and_csv_does_not(
    tmp_path: Path,
    rows: list[Row],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sentence names the extra; counts as CSV are read and written without it."""
    name = table(tmp_path / "counts.csv", rows)
    parquet, again = str(tmp_path / "counts.parquet"), str(tmp_path / "again.csv")
    assert main([*GROUP, "--counts", name, "--write-counts", parquet]) == 0
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert main([*GROUP, "--counts", name, "--write-counts", again]) == 0
    assert capsys.readouterr().err == ""
    assert main([*GROUP, "--counts", parquet]) == 1
    assert "pip install 'readiness[parquet]'" in capsys.readouterr().err
    assert main([*GROUP, "--counts", name, "--write-counts", parquet]) == 1
    out, err = capsys.readouterr()
    assert "pip install 'readiness[parquet]'" in err
    assert json.loads(out)["respondents"] == 7


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["score"], "name at least one FILE"),
        (["score", "--group"], "name at least one FILE"),
        (["score", "--counts", "a.csv"], "--counts goes with --group"),
        (["score", "--group", "a.json", "--counts", "a.csv"], "takes the place of FILE"),
        (["score", "--group", "--counts", "a.csv", "--parquet", "b"], "--parquet needs FILE"),
        (["score", "--group", "a.json", "--write-counts", "a.txt"], "must end in .csv or .parquet"),
    ],
)
def test_options_that_do_not_go_together(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence before anything is read."""
    with pytest.raises(SystemExit):
        main(arguments)
    assert why in capsys.readouterr().err


def test_a_whole_country(
    tmp_path: Path, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    """Ten billion times as many people take no longer."""
    many = [[*row[:4], f"{row[4]}0000000000", row[5]] for row in rows]
    assert main([*GROUP, "--counts", table(tmp_path / "many.csv", many)]) == 0
    assert json.loads(capsys.readouterr().out)["respondents"] == 70_000_000_000
