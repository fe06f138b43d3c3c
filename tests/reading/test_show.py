"""How a problem is shown: place, sentence, rule, the line, and a caret that stands right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readiness.problems import Problem, Severity, show
from readiness.reading.loading import load
from reading.folder import change, good_copy

if TYPE_CHECKING:
    from pathlib import Path


def problem(excerpt: str, column: int, **more: str) -> Problem:
    """Make a problem at a column of a line."""
    given = {"file": "a.yml", "rule": "r", "message": "m", **more}
    return Problem(**given, line=3, column=column, excerpt=excerpt)  # type: ignore[arg-type]


def test_problem_as_the_design_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of design.md comes out word by word, with a path from the current folder."""
    folder = good_copy(tmp_path)
    change(folder, "people", "weight: 3", "wieght: 3")
    monkeypatch.chdir(tmp_path)
    (found,) = load(folder).problems
    assert show(found).split("\n") == [
        "assessment/people.yml:21:9: unknown key 'wieght' (did you mean 'weight'?) [unknown-key]",
        "            wieght: 3",
        "            ^",
    ]


@pytest.mark.parametrize(
    ("excerpt", "column", "shown", "caret"),
    [
        ("title: x", 8, "title: x", 7),
        ("title:", 7, "title:", 6),  # just behind the end
        ("\ttitle: x", 2, " title: x", 1),
        ("東京: x", 3, "東京: x", 4),  # two wide characters take four columns
        ("e\u0301a: x", 3, "e\u0301a: x", 1),  # an accent of its own takes none
        ("a\x1b[31mb: x", 7, "a\ufffd[31mb: x", 6),
        ("a\u202eb: x", 3, "a\ufffdb: x", 2),
    ],
)
def test_caret_stands_under_the_column(excerpt: str, column: int, shown: str, caret: int) -> None:
    """Tabs, wide, combining and dangerous characters keep the caret where it belongs."""
    _, line, mark = show(problem(excerpt, column)).split("\n")
    assert line == "    " + shown
    assert mark == "    " + " " * caret + "^"


def test_long_lines_are_cut_around_the_caret() -> None:
    """The column is still there, under the caret, between two marks of what was cut."""
    line = "".join(chr(ord("a") + i // 10 % 26) for i in range(990)) + "Q" + "z" * 500
    _, shown, mark = show(problem(line, 991)).split("\n")
    assert len(shown) <= 4 + 102
    assert shown[len(mark) - 1] == "Q"
    assert shown[4] == shown[-1] == "…"


def test_severity_is_told_apart() -> None:
    """An error goes without saying; a warning and a piece of advice are named."""
    shown = [
        show(Problem(file="a.yml", line=1, column=1, rule="r", message="m", severity=severity))
        for severity in Severity
    ]
    assert shown == ["a.yml:1:1: m [r]", "a.yml:1:1: warning: m [r]", "a.yml:1:1: advice: m [r]"]


def test_message_stays_on_one_line() -> None:
    """What an author wrote cannot add a line or move the cursor."""
    assert show(problem("", 1, message="a\nb\x1b[2Jc")) == "a.yml:3:1: a b\ufffd[2Jc [r]"
