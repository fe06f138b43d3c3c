"""Faults planted on every line where they fit: the line named is the line they are on.

A twentieth may be named elsewhere by more than one line (an open quote that a later one closes
well, say); the rest may not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from readiness.problems import Severity
from readiness.reading.loading import load
from reading.folder import FILES, GOOD, good_copy, replace_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Name of the fault, the lines it fits, and what the line becomes.
FAULTS = (
    ("tab", r"^ +\S", "\t"),
    ("at sign", r"(?<=: )(?=[A-Z])", "@"),
    ("template", r"(?<=: )(?=[A-Z])", "{% x %} "),
    ("bold", r"(?<=: )(?=[A-Z])", "**so** "),
    ("colon", r"(?<=: )(?=[A-Z][^:,{}]*$)", "So: "),
    ("open quote", r"(?<=: )(?=[A-Z][^,{}]*$)", '"'),
    ("open bracket", r"\]\s*$", ""),
    ("open brace", r"\}\s*$", ""),
    ("typo", r"(?<=[a-z])(?=[a-z]:)", "q"),
    ("lost space", r"(?<=:) (?=[A-Za-z0-9])", ""),
    ("NUL", r"$", "\0"),
    ("outdented", r"^ (?= )", ""),
    ("alias", r"(?<=: )(?=[A-Z])", "*"),
    ("bad weight", r"(?<=weight: )[0-9]+", "heavy"),
    ("twice", r"^( *)(title|weight|question|id)(?=: )", r"\1\2: x\n\1\2"),
)


def planted() -> Iterator[tuple[str, str, int, bytes]]:
    """Yield fault, file, line and content for each fault on each line that it fits."""
    for name in FILES:
        lines = (GOOD / f"{name}.yml").read_text("utf-8").split("\n")
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line:
                continue
            for fault, fits, becomes in FAULTS:
                changed = re.sub(fits, becomes, line, count=1)
                if changed != line:
                    content = "\n".join([*lines[: number - 1], changed, *lines[number:]])
                    yield fault, name, number, content.encode()


def named_lines(folder: Path, name: str, content: bytes) -> set[int]:
    """Return the lines of a file at which errors are reported."""
    replace_all(folder, name, content)
    problems = load(folder).problems
    replace_all(folder, name, (GOOD / f"{name}.yml").read_bytes())
    errors = (p for p in problems if p.severity is Severity.ERROR)
    return {error.line for error in errors if error.file.endswith(f"/{name}.yml")}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, int, bool]]]:
    """Plant every fault; for each say whether an error is named within one line of it."""
    folder = good_copy(tmp_path_factory.mktemp("faults"))
    outcome: dict[str, list[tuple[str, int, bool]]] = {}
    for fault, name, number, content in planted():
        lines = named_lines(folder, name, content)
        if lines:  # some faults do no harm where they stand
            near = bool(lines & {number - 1, number, number + 1})
            outcome.setdefault(fault, []).append((name, number, near))
    return outcome


def test_faults_are_many(figures: dict[str, list[tuple[str, int, bool]]]) -> None:
    """Every kind of fault was planted and found, several hundred in all."""
    assert figures.keys() == {fault for fault, _, _ in FAULTS}
    assert sum(len(rows) for rows in figures.values()) >= 300


def test_line_is_right(figures: dict[str, list[tuple[str, int, bool]]]) -> None:
    """At least 95 of 100 faults are named within one line of where they are."""
    rows = [(fault, *row) for fault, rows in figures.items() for row in rows]
    far = [row[:3] for row in rows if not row[3]]
    print(f"{len(rows)} faults, {len(far)} named elsewhere: {far}")  # noqa: T201  # the figure
    assert len(far) <= 0.05 * len(rows), far
