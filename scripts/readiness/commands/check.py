"""Check a questionnaire and print every problem with its place."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.problems import Severity, show
from readiness.reading.loading import load

if TYPE_CHECKING:
    import argparse

    from readiness.reading.loading import Loaded

PROBLEMS = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the folder to check."""
    parser.add_argument(
        "directory",
        nargs="?",
        type=Path,
        default=Path("assessment"),
        help="folder of the questionnaire (default: assessment)",
    )


def run(options: argparse.Namespace) -> int:
    """Print every problem in file order and a closing line; return 2 where there is an error."""
    loaded = load(options.directory)
    for problem in loaded.problems:
        print(show(problem))  # noqa: T201  # printing is what this command is for
    print(closing(loaded))  # noqa: T201
    sys.stdout.flush()
    return 0 if loaded.questionnaire else PROBLEMS


def closing(loaded: Loaded) -> str:
    """Return the closing line: what was read, and how many problems of each kind there are."""
    counts = Counter(problem.severity for problem in loaded.problems)
    parts = [
        _count(counts[Severity.ERROR], "error"),
        _count(counts[Severity.WARNING], "warning"),
        _count(counts[Severity.ADVICE], "piece of advice", "pieces of advice"),
    ]
    questionnaire = loaded.questionnaire
    if questionnaire is None:
        return f"The questionnaire has problems: {', '.join(parts)}."
    items = _count(len(questionnaire.items), "item")
    themes = _count(len(questionnaire.themes), "theme")
    dimensions = _count(len(questionnaire.dimensions), "dimension")
    return f"{items} in {themes} and {dimensions}: {', '.join(parts)}."


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
