"""A fault found in what an author wrote, as a value with a place; how one is shown.

Problems are collected and shown together; nothing here decides what is a fault. What is shown
is safe for a terminal: control and direction characters of the author appear as a replacement.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

WIDEST = 100  # columns of an excerpt; longer lines are cut around the caret
BEFORE_CARET = 60
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Severity(StrEnum):
    """An error stops the build; a warning and a piece of advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault: where it is (line and column count from 1), which rule found it, what to do.

    `excerpt` is the line of the file as written, for showing it with a caret under it.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR
    excerpt: str = ""


def show(problem: Problem) -> str:
    """Return `file:line:col: what is needed, what is there [rule]`, the line, and a caret."""
    kind = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    place = f"{printable(problem.file)}:{problem.line}:{problem.column}"
    head = f"{place}: {kind}{printable(problem.message)} [{problem.rule}]"
    if not problem.excerpt.strip():
        return head
    excerpt, caret = cut(problem.excerpt, problem.column)
    return f"{head}\n    {excerpt}\n    {' ' * caret}^"


def cut(line: str, column: int) -> tuple[str, int]:
    """Return at most 100 columns of a line around a column, and the caret's distance in it."""
    start = max(0, column - 1 - BEFORE_CARET) if len(line) > WIDEST else 0
    end = start + WIDEST
    before, after = printable(line[start : column - 1]), printable(line[column - 1 : end])
    head, tail = "…" if start else "", "…" if len(line) > end else ""
    gap = max(0, column - 1 - len(line))  # a caret just behind the end of the line
    return f"{head}{before}{after}{tail}", width(head + before) + gap


def printable(text: str) -> str:
    """Return text on one line in which nothing can move the cursor or turn the direction."""
    safe = text.replace("\t", " ").replace("\n", " ")
    return "".join(
        REPLACEMENT if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign
        for sign in safe
    )


def width(text: str) -> int:
    """Return the columns that a text takes in a terminal: wide characters two, combining none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
