"""Each broken questionnaire gives exactly its problems, at the places counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readiness.commands import check
from readiness.problems import Severity
from readiness.reading.loading import Loaded, load
from readiness.reading.rules import RULES
from reading.broken_cases import ALL_OF_IT, CASES, Case
from reading.folder import change, good_copy, replace_all

if TYPE_CHECKING:
    from pathlib import Path


def broken(directory: Path, one: Case) -> Path:
    """Make the folder of a case."""
    folder = good_copy(directory)
    if one.old == ALL_OF_IT:
        replace_all(folder, one.file, one.new.encode())
    else:
        change(folder, one.file, one.old, one.new)
    return folder


def errors(loaded: Loaded) -> list[str]:
    """Return file, place and rule of every error, as the cases write them."""
    return [
        f"{problem.file.rpartition('/')[2]}:{problem.line}:{problem.column} {problem.rule}"
        for problem in loaded.problems
        if problem.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_problem_stands_where_the_author_erred(one: Case, tmp_path: Path) -> None:
    """File, line, column and rule are the expected ones, and there is no problem besides."""
    loaded = load(broken(tmp_path, one))
    assert errors(loaded) == [f"{one.file}.yml:{problem}" for problem in one.problems]
    assert loaded.questionnaire is None
    for problem in loaded.problems:
        assert problem.message
        assert problem.message[-1] not in ".:;"


def test_there_are_cases_of_every_kind() -> None:
    """The table is long, no case stands in it twice, and every cross-file rule has its case."""
    assert len(CASES) >= 100
    assert len({one.name for one in CASES}) == len(CASES)
    expected = {problem.split(" ")[1] for one in CASES for problem in one.problems}
    assert {rule.__name__.replace("_", "-") for rule in RULES} <= expected


def test_good_questionnaire_has_no_problem(tmp_path: Path) -> None:
    """Canary of the whole table: unbroken, nothing is found."""
    loaded = load(good_copy(tmp_path))
    assert loaded.problems == ()
    assert loaded.questionnaire is not None


def test_every_file_is_read_before_problems_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Faults in three files come out together, in file order, with exit code 2."""
    folder = good_copy(tmp_path)
    change(folder, "processes", "scale: answer", "scale: nowhere")
    change(folder, "people", "title: People", "title: @People")
    change(folder, "questionnaire", "k_min: 5", "k_min: five")
    assert run_check(folder) == 2
    printed = capsys.readouterr().out.splitlines()
    heads = [line.rpartition("/")[2].split(" ")[0] for line in printed if line.endswith("]")]
    assert heads == ["questionnaire.yml:35:10:", "people.yml:1:8:", "processes.yml:9:16:"]
    assert (
        printed[-1] == "The questionnaire has problems: 3 errors, 0 warnings, 0 pieces of advice."
    )


def run_check(folder: Path) -> int:
    """Run `readiness check` on a folder."""
    import argparse  # noqa: PLC0415  # only here

    parser = argparse.ArgumentParser()
    check.configure(parser)
    return check.run(parser.parse_args([str(folder)]))
