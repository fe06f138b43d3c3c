"""Print the JSON Schema of the questionnaire files, for editors and other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from readiness.reading.schema import schema_text

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command has no options."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001  # it takes no options
    """Print the schema."""
    sys.stdout.write(schema_text())
    return 0
