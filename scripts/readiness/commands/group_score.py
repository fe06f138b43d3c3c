"""`readiness score --group`: one result of many contributions, with small groups hidden.

Says on stderr what was refused and who does not count and why; prints what readers may see and
nothing else. Only `--parquet` writes single answers, for whoever holds the files anyway.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from readiness.commands.contributions import read_contributions
from readiness.commands.parquet import MissingExtraError, write_parquet
from readiness.engine.gathering import Fate
from readiness.engine.group import aggregate, protect
from readiness.engine.group_csv import group_csv
from readiness.engine.group_json import group_json
from readiness.problems import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from readiness.commands.contributions import Refuse
    from readiness.engine.gathering import Left, Member
    from readiness.questionnaire import Questionnaire

REFUSED = 1
WORDS = {
    Fate.DUPLICATE: "the same answers of the same respondent as {kept}, counted once",
    Fate.REPLACED: "{kept} is a newer answer of the same respondent",
    Fate.CONFLICT: "other answers of the same respondent as {kept}; which is newer is not known,"
    " so that one counts",
    Fate.INCOMPLETE: "left out, too few of the questions are dealt with",
    Fate.OTHER_EDITION: "left out, it answers another edition",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what belongs to a group."""
    parser.add_argument(
        "--group",
        action="store_true",
        help="print one result of all files together; a file may also be a text with codes",
    )
    parser.add_argument("--csv", action="store_true", help="print the group result as CSV")
    parser.add_argument(
        "--parquet",
        metavar="OUT",
        help="with --group: also write every single answer that counts to a Parquet file;"
        " nothing in it is hidden (needs readiness[parquet])",
    )


def run(options: argparse.Namespace, questionnaire: Questionnaire) -> int:
    """Print the result of the group; return 1 if anything in the input was refused."""
    refused = 0

    def refuse(name: str, sentence: str, reason: str) -> None:
        nonlocal refused
        refused += 1
        _say(f"{printable(name)}: refused: {sentence} [{reason}]")

    group = aggregate(questionnaire, _members(options.files, questionnaire, refuse))
    for left in group.gathered.left:
        _say(_sentence(left))
    report = group_json(questionnaire, protect(group))
    if options.parquet:
        try:
            write_parquet(group, options.parquet)
        except (MissingExtraError, OSError) as error:
            refuse(options.parquet, str(error), "unwritable")
    if options.csv:
        sys.stdout.write(group_csv(report))
    else:
        print(json.dumps(report) if options.json else _in_words(questionnaire, report))  # noqa: T201  # the output
    sys.stdout.flush()
    return REFUSED if refused else 0


def _members(files: list[Path], questionnaire: Questionnaire, refuse: Refuse) -> Iterator[Member]:
    for path in files:
        yield from read_contributions(path, questionnaire, refuse)


def _sentence(left: Left) -> str:
    words = WORDS[left.fate].format(kept=printable(left.kept or ""))
    return f"{printable(left.name)}: not counted: {words} [{left.fate.value.replace('_', '-')}]"


def _in_words(questionnaire: Questionnaire, report: dict[str, Any]) -> str:
    """Return the verdict and what to talk about first; the whole report is in JSON and CSV."""
    if report["suppressed"] is not None:
        return str(report["suppressed"])
    questions = {item.id: item.question for item in questionnaire.items}
    index = report["index"]
    ends = [] if index is None else [str(index[end]) for end in ("shown", "to") if end in index]
    lines = [
        getattr(questionnaire.verdict.labels, report["verdict"]),
        f"Index: {' to '.join(ends) or 'none'}",
        f"Respondents: {report['respondents']}",
        *(["Talk about this first:"] if report["talk_first"] else []),
        *(f"- {questions[line['item']]}" for line in report["talk_first"]),
    ]
    return "\n".join(f"  {printable(line)}" for line in lines)


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201  # refusals stay apart from results
