"""`readiness score --group`: files and codes together, bad ones by name, JSON, CSV and Parquet."""

from __future__ import annotations

import csv
import json
import sys
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest
from engines.test_score_command import save

from readiness.cli import main
from readiness.engine.response_code import Contribution, encode
from readiness.group.report_csv import csv_cell
from readiness.reading.loading import load

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

ASSESSMENT = Path(__file__).parents[2] / "assessment"


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    """Return the questionnaire of this repository."""
    loaded = load(ASSESSMENT).questionnaire
    assert loaded is not None
    return loaded


@pytest.fixture
def files(tmp_path: Path, questionnaire: Questionnaire) -> list[str]:
    """Return two good files, one bad one, and a chat with four codes and a damaged one."""
    answers = {item.id: 4 for item in questionnaire.items}
    codes = [
        encode(
            questionnaire, Contribution(respondent=f"0000{n}0", role="frontline", answers=answers)
        )
        for n in range(4)
    ]
    chat = tmp_path / "chat.txt"
    damaged = codes[0].replace("0", "1", 1)
    chat.write_text("\n".join(f"Anna: {code} thanks" for code in [*codes, damaged]), "utf-8")
    good = [
        save(tmp_path / f"{n}.json", answers, role="frontline", respondent=f"id{n}") for n in "ab"
    ]
    return [*good, save(tmp_path / "bad.json", {"lean-motive": 99}), str(chat)]


def test_the_good_count_although_others_are_refused(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Six people; the bad file and the damaged code are named; exit code 1."""
    assert main(["score", "--group", *files, "--assessment", str(ASSESSMENT), "--json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["respondents"] == 6
    *named, last = err.splitlines()
    assert [line.rsplit(" ", 1)[1] for line in named] == ["[bad-answer]", "[damaged]"]
    assert last == "This is not of all that was handed in: 2 refused, see above."
    assert "bad.json" in err
    assert "chat.txt, code 5" in err


def test_a_file_named_twice_is_read_once(
    tmp_path: Path, questionnaire: Questionnaire, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody without an id counts twice by a slip of the command line; another file does."""
    answers = {item.id: 4 for item in questionnaire.items}
    one, other = (save(tmp_path / f"{n}.json", answers, role="frontline") for n in "ab")
    group = ["score", "--group", "--assessment", str(ASSESSMENT), "--write-counts"]
    counts = tmp_path / "counts.csv"
    assert main([*group, str(counts), one, str(tmp_path / "." / "a.json"), other]) == 0
    err = capsys.readouterr().err.splitlines()
    assert err[0] == f"{one}: notice: it is named twice, and read once"
    assert "the same sheet again?" in err[1]
    assert {line.split(",")[4] for line in counts.read_text("utf-8").splitlines()[1:]} == {"2"}


def test_an_earlier_record_with_a_mark(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor that saves UTF-8 with its mark does not make it unreadable."""
    record = tmp_path / "record.json"
    group = ["score", "--group", *files, "--assessment", str(ASSESSMENT)]
    assert main([*group, "--record", str(record)]) == 1
    record.write_text(record.read_text("utf-8"), "utf-8-sig")
    assert main([*group, "--earlier", str(record)]) == 1
    assert "[record]" not in capsys.readouterr().err


def test_csv_holds_the_same(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """RFC 4180: CRLF, seven cells a row, the number of respondents among them."""
    main(["score", "--group", *files, "--assessment", str(ASSESSMENT), "--csv"])
    out = capsys.readouterr().out
    rows = list(csv.reader(StringIO(out, newline="")))
    assert {len(row) for row in rows} == {7}
    assert ["group", "", "", "respondents", "6", "", ""] in rows


def test_parquet_without_its_extra_says_how_to_get_it(
    files: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence, exit code 1, and the report all the same."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    group = ["score", "--group", files[0], "--assessment", str(ASSESSMENT)]
    assert main([*group, "--parquet", "answers.parquet"]) == 1
    out, err = capsys.readouterr()
    assert "pip install 'readiness[parquet]'" in err
    assert "not shown: fewer than 5 people" in out


MEANS = "SELECT item, avg(level) FROM '{}' WHERE state = 'rated' GROUP BY item"
STATES = "SELECT state, count(*) FROM '{}' GROUP BY state"
HALF = Fraction(1, 2)


def test_parquet_holds_what_the_report_is_made_from(
    tmp_path: Path, questionnaire: Questionnaire, capsys: pytest.CaptureFixture[str]
) -> None:
    """Means that DuckDB works out are those of the JSON; states and people are counted too."""
    people = mixed_people(questionnaire)
    out = tmp_path / "it's all.parquet"
    paths = [save(tmp_path / f"{n}.json", one, role=role) for n, (role, one) in enumerate(people)]
    group = ["score", "--group", *paths, "--assessment", str(ASSESSMENT), "--json"]
    assert main([*group, "--parquet", str(out)]) == 0
    report = json.loads(capsys.readouterr().out)
    name = str(out).replace("'", "''")
    means = dict(duckdb.execute(MEANS.format(name)).fetchall())
    shown = {item: str(one["mean"]["low"]["shown"]) for item, one in report["items"].items()}
    assert all(one["mean"]["low"] == one["mean"]["high"] for one in report["items"].values())
    assert len(shown) == len(means) == 34
    assert {item: one_decimal(mean) for item, mean in means.items()} == shown
    states = duckdb.execute(STATES.format(name)).fetchall()
    answers = [answer for _, one in people for answer in one.values()]
    unknown = answers.count("dk")
    assert dict(states) == {"rated": len(answers) - unknown, "dont_know": unknown}
    assert unknown > 0


def mixed_people(questionnaire: Questionnaire) -> list[tuple[str, dict[str, object]]]:
    """Return fifteen leaders and managers whose ratings of each item lie on all five levels."""
    return [
        (
            ("leader", "manager", "manager")[n % 3],
            {
                item.id: "dk" if (n + place) % 17 == 0 else (n * (1 + place % 3) + place) % 5 + 1
                for place, item in enumerate(questionnaire.items)
            },
        )
        for n in range(15)
    ]


def one_decimal(mean: float) -> str:
    """Round half up, after setting right what a double makes of a ratio."""
    tenths = int(Fraction(mean).limit_denominator(1000) * 10 + HALF)
    return f"{tenths // 10}.{tenths % 10}"


def test_numbers_stay_numbers_and_quotes_are_doubled() -> None:
    """Negative levels are no formulas."""
    assert [csv_cell(value) for value in (-3, "-0.5", "3.4", None)] == ["-3", "-0.5", "3.4", ""]
    assert csv_cell('a "b", c') == '"a ""b"", c"'
