"""A fault found in what an author wrote, as a value with a place; how one is shown.

Problems are collected and shown together; nothing here decides what is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
