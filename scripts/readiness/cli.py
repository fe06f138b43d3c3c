"""The command line: arguments in, exit code out.

Exit codes: 0 done, 1 something in the input was refused, 2 the questionnaire has problems.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from readiness import __version__
from readiness.commands import check, new, schema, score

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (check, schema, score, new)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without arguments, those of the shell."""
    parser = argparse.ArgumentParser(prog="readiness", description=sys.modules["readiness"].__doc__)
    parser.add_argument("--version", action="version", version=f"readiness {__version__}")
    subparsers = parser.add_subparsers(title="commands", required=True)
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2]
        subparser = subparsers.add_parser(name, help=command.__doc__, description=command.__doc__)
        command.configure(subparser)
        subparser.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    code: int = options.run(options)
    return code
