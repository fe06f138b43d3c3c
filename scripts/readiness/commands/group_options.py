"""The options of `readiness score` that belong to a group, and which of them go together.

Ends the command with a sentence before anything is read where they do not.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from readiness.formats.counts_table import CSV, PARQUET


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what belongs to a group."""
    parser.add_argument(
        "--group",
        action="store_true",
        help="print one result of all files together; a file may also be a text with codes",
    )
    parser.add_argument("--csv", action="store_true", help="print the group result as CSV")
    parser.add_argument(
        "--breakdown",
        default=None,
        metavar="BLOCKS",
        help="with --group: everyone (default), roles, or role ids in blocks such as"
        " leader+manager,frontline",
    )
    parser.add_argument(
        "--earlier",
        type=Path,
        metavar="RECORD",
        help="with --group: the record of the last report that went out; nothing is told that"
        " would show single people beside it",
    )
    parser.add_argument(
        "--record",
        type=Path,
        metavar="OUT",
        help="with --group: also write the record to keep beside a report that goes out",
    )
    parser.add_argument(
        "--parquet",
        metavar="OUT",
        help="with --group: also write every single answer that was taken to a Parquet file;"
        " ids are in it and nothing is hidden (needs readiness[parquet])",
    )
    parser.add_argument(
        "--counts",
        action="append",
        type=Path,
        metavar="COUNTS",
        help="with --group, in place of FILE: counts by item, role, state and level (CSV or"
        " Parquet), as the query of `readiness sql` makes them; several add up",
    )
    parser.add_argument(
        "--write-counts",
        type=_counts_name,
        metavar="OUT",
        help="with --group: also write these counts, to a name that ends in .csv or .parquet;"
        " nothing in them is hidden",
    )
    parser.set_defaults(wrong=parser.error)


def check(options: argparse.Namespace) -> None:
    """End the command with a sentence where options do not go together."""
    if options.counts and not options.group:
        options.wrong("--counts goes with --group: counts tell of a group, not of one person")
    if options.counts and (options.files or options.parquet):
        options.wrong("--counts takes the place of FILE, and --parquet needs FILE: use one of them")
    if not options.counts and not options.files:
        options.wrong("name at least one FILE, or --group with --counts COUNTS")


def _counts_name(text: str) -> Path:
    if not text.endswith((CSV, PARQUET)):
        message = f"{text!r} must end in {CSV} or {PARQUET}"
        raise argparse.ArgumentTypeError(message)
    return Path(text)
