"""The command line: arguments in, exit code out.

Exit codes: 0 done, 1 something in the input was refused, 2 the questionnaire has problems. Only the
module of the command that is called is loaded: the others take longer than many commands.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from readiness import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each is the first line of the command's own module.
COMMANDS = {
    "check": "Check a questionnaire and print every problem with its place.",
    "schema": "Print the JSON Schema of the questionnaire files, for editors and other programs.",
    "score": "Score saved response files without a browser, one by one or as a group.",
    "sql": (
        "Print the query that makes the counts of a group from its single answers, in any SQL"
        " engine."
    ),
    "new": (
        "Write a site of your own into an empty folder: questions, pages, templates, mkdocs.yml."
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without arguments, those of the shell."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="readiness", description=sys.modules["readiness"].__doc__)
    parser.add_argument("--version", action="version", version=f"readiness {__version__}")
    subparsers = parser.add_subparsers(title="commands", required=True)
    called = next((word for word in given if word in COMMANDS), None)
    for name, purpose in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=purpose, description=purpose)
        if name == called:
            command = import_module(f"readiness.commands.{name}")
            command.configure(subparser)
            subparser.set_defaults(run=command.run)
    options = parser.parse_args(given)
    code: int = options.run(options)
    return code
