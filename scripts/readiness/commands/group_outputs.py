"""What `readiness score --group` gives out: the report, and where asked for counts and the record.

Prints what readers may see and nothing else; a place that cannot be written is named.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.formats.counts_table import write_counts
from readiness.formats.parquet import MissingExtraError
from readiness.group.report import group_report
from readiness.group.report_csv import report_csv
from readiness.group.report_json import report_json
from readiness.group.report_record import record_json
from readiness.problems import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from readiness.commands.contributions import Refuse
    from readiness.group.frequencies import Frequencies
    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

MOST_NAMED = 5


def keep_counts(
    path: Path, questionnaire: Questionnaire, frequencies: Frequencies, refuse: Refuse
) -> None:
    """Write counts, or say why that cannot be."""
    try:
        write_counts(questionnaire, frequencies, path)
    except (MissingExtraError, OSError) as error:
        refuse(str(path), str(error), "unwritable")


def keep_record(
    path: Path, questionnaire: Questionnaire, tables: ToldTables, refuse: Refuse
) -> None:
    """Write the record of a report, or say why that cannot be."""
    if tables.respondents is None:
        nothing = "too few people: nothing is told, so there is nothing to record"
        refuse(str(path), nothing, "too-few")
        return
    try:
        _write_record(path, questionnaire, tables)
    except OSError as error:
        refuse(str(path), str(error), "unwritable")


def _write_record(path: Path, questionnaire: Questionnaire, tables: ToldTables) -> None:
    day = datetime.now(tz=UTC).date().isoformat()
    record = record_json(questionnaire, questionnaire_fingerprint(questionnaire), tables, day)
    path.write_text(f"{json.dumps(record)}\n", "utf-8")


def print_report(
    options: argparse.Namespace, questionnaire: Questionnaire, tables: ToldTables
) -> None:
    """Print the report in words, as JSON or as CSV."""
    report = report_json(questionnaire, group_report(questionnaire, tables))
    if options.csv:
        sys.stdout.write(report_csv(report))
    else:
        print(json.dumps(report) if options.json else _in_words(questionnaire, report))  # noqa: T201  # the output
    sys.stdout.flush()


def _in_words(questionnaire: Questionnaire, report: dict[str, Any]) -> str:
    """Return the verdict and what to talk about first; the whole report is in JSON and CSV."""
    if report["suppressed"] is not None:
        return str(report["suppressed"])
    questions = {item.id: item.question for item in questionnaire.items}
    labels = [getattr(questionnaire.verdict.labels, one) for one in report["verdict"]]
    ends = [report["index"][end]["shown"] for end in ("low", "high")] if report["index"] else []
    lines = [
        " or ".join(labels),
        f"Index: {' to '.join(map(str, dict.fromkeys(ends))) or 'none'}",
        f"Respondents: {report['respondents']}",
        *_stays(report),
        *(["Talk about this first:"] if report["talk_first"] else []),
        *(f"- {questions[item]}" for item in report["talk_first"][:MOST_NAMED]),
    ]
    return "\n".join(f"  {printable(line)}" for line in lines)


def _stays(report: dict[str, Any]) -> Iterator[str]:
    """Yield on how many questions the table of an earlier report stays."""
    items = report["items"].values()
    count = sum(item["since"] is not None for item in items)
    if count:
        yield f"On {count} of {len(items)} questions the figures of an earlier report stay"


def say(line: str) -> None:
    """Say something that is no result: refusals stay apart from results."""
    print(line, file=sys.stderr)  # noqa: T201  # as it says
