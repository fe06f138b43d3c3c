"""Print the query that makes the counts of a group from its single answers, in any SQL engine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.formats.standard_query import standard_query
from readiness.problems import show
from readiness.reading.loading import load

if TYPE_CHECKING:
    import argparse

PROBLEMS = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the folder of the questionnaire."""
    parser.add_argument(
        "--assessment",
        type=Path,
        default=Path("assessment"),
        metavar="DIR",
        help="folder of the questionnaire (default: assessment)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the query; return 2 where the questionnaire has problems."""
    loaded = load(options.assessment)
    if loaded.questionnaire is None:
        for problem in loaded.problems:
            print(show(problem), file=sys.stderr)  # noqa: T201  # apart from the query
        return PROBLEMS
    sys.stdout.write(standard_query(loaded.questionnaire))
    sys.stdout.flush()
    return 0
