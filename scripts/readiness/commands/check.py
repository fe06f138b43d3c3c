"""Check a questionnaire and print every problem with its place."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.engine.examples import differences
from readiness.engine.responses import Responses
from readiness.problems import Severity, show
from readiness.reading.examples import Examples, load_examples
from readiness.reading.loading import load

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from readiness.problems import Problem
    from readiness.questionnaire import Questionnaire

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
    examples = Examples()
    if loaded.questionnaire:
        examples = load_examples(options.directory, loaded.questionnaire)
    tried = try_examples(examples, loaded.questionnaire)
    problems = (*loaded.problems, *examples.problems, *tried)
    for problem in problems:
        print(show(problem))  # noqa: T201  # printing is what this command is for
    print(closing(loaded.questionnaire, problems, len(examples.examples)))  # noqa: T201
    sys.stdout.flush()
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in problems) else 0


def try_examples(examples: Examples, questionnaire: Questionnaire | None) -> list[Problem]:
    """Return a problem for each expectation of an example that is not met."""
    return [
        example.problem(*difference)
        for example in examples.examples
        if questionnaire
        for difference in differences(
            questionnaire, Responses(role=example.role, answers=example.answers), example.expect
        )
    ]


def closing(
    questionnaire: Questionnaire | None, problems: Iterable[Problem], examples: int = 0
) -> str:
    """Return the closing line: what was read, and how many problems of each kind there are."""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        _count(counts[Severity.ERROR], "error"),
        _count(counts[Severity.WARNING], "warning"),
        _count(counts[Severity.ADVICE], "piece of advice", "pieces of advice"),
    ]
    if questionnaire is None:
        return f"The questionnaire has problems: {', '.join(parts)}."
    items = _count(len(questionnaire.items), "item")
    themes = _count(len(questionnaire.themes), "theme")
    dimensions = _count(len(questionnaire.dimensions), "dimension")
    tried = f", {_count(examples, 'example')} tried" if examples else ""
    return f"{items} in {themes} and {dimensions}{tried}: {', '.join(parts)}."


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
