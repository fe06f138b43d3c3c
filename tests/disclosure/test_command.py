"""The command prints exactly what the functions give that all other tests here call."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from readiness.cli import main
from readiness.group.breakdown import read_breakdown
from readiness.group.deduplication import gather
from readiness.group.disclosure_control import tell
from readiness.group.earlier_tables import EarlierTables
from readiness.group.frequencies import count
from readiness.group.report import group_report
from readiness.group.report_csv import report_csv
from readiness.group.report_json import report_json

from .organisations import ASSESSMENT, demo, organisation

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.group.deduplication import Member


def saved(folder: Path, members: list[Member]) -> list[str]:
    """Write a file for each person, by hand."""
    paths = []
    for number, member in enumerate(members):
        path = folder / f"{number}.json"
        file = {
            "format": "readiness-responses",
            "version": 1,
            "questionnaire": {"id": "customer-focus-before-lean"},
            "role": member.role,
            "answers": dict(member.answers),
        }
        path.write_text(json.dumps(file), encoding="utf-8")
        paths.append(str(path))
    return paths


def test_everyone_by_whatever_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The long name asks for everyone; a record that was written under it is taken by it still."""
    record, old = tmp_path / "record.json", tmp_path / "old.json"
    members = organisation(demo(), 3, {"leader": 1, "manager": 2, "frontline": 7})
    group = ["score", "--group", "--assessment", str(ASSESSMENT), "--json"]
    group += saved(tmp_path, members)
    long = "leader+manager+frontline"
    assert main([*group, "--breakdown", long, "--record", str(record)]) == 0
    assert json.loads(capsys.readouterr().out)["breakdown"] == {"everyone": 10}
    old.write_text(record.read_text("utf-8").replace('"everyone"', f'"{long}"'), "utf-8")
    for earlier, name in ((record, "everyone"), (old, long)):
        for asked in ([], ["--breakdown", name], ["--breakdown", long]):
            assert main([*group, *asked, "--earlier", str(earlier)]) == 0
            assert json.loads(capsys.readouterr().out)["breakdown"] == {name: 10}


@pytest.mark.parametrize("breakdown", ["everyone", "leader+manager,frontline", "roles"])
def test_the_command_prints_what_the_functions_give(
    breakdown: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON, CSV, and a later report of eight people more beside the record of the first."""
    questionnaire, record = demo(), tmp_path / "record.json"
    members = organisation(questionnaire, 3, {"leader": 5, "manager": 6, "frontline": 7})
    first = count(questionnaire, gather(questionnaire, members))
    blocks = read_breakdown(questionnaire, first.people, breakdown)
    tables = tell(questionnaire, first, blocks)
    expected = report_json(questionnaire, group_report(questionnaire, tables))
    paths = saved(tmp_path, members)
    group = ["score", "--group", "--assessment", str(ASSESSMENT)]
    asked = ["--breakdown", breakdown]

    assert main([*group, *asked, "--json", "--record", str(record), *paths]) == 0
    assert capsys.readouterr().out == f"{json.dumps(expected)}\n"
    assert main([*group, *asked, "--csv", *paths]) == 0
    assert capsys.readouterr().out == report_csv(expected)

    more = organisation(questionnaire, 4, {"frontline": 8})
    second = count(questionnaire, gather(questionnaire, [*members, *more]))
    day = json.loads(record.read_text("utf-8"))["day"]
    later = tell(questionnaire, second, blocks, EarlierTables(day=day, tables=tables))
    expected = report_json(questionnaire, group_report(questionnaire, later))
    assert (
        main([*group, "--json", "--earlier", str(record), *saved(tmp_path, [*members, *more])]) == 0
    )
    assert capsys.readouterr().out == f"{json.dumps(expected)}\n"
    assert expected["respondents"] == 26
