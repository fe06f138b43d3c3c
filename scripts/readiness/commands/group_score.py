"""`readiness score --group`: one result of many contributions, told so that nobody is given away.

Says on stderr what was refused, who does not count and why; prints what readers may see and nothing
else. Only `--parquet` writes single answers, and `--write-counts` what nobody has protected, for
whoever holds the files anyway.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from readiness.commands.contributions import read_contributions
from readiness.commands.group_counts import read_counts
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.formats.answers_table import write_answers
from readiness.formats.counts_table import write_counts
from readiness.formats.parquet import MissingExtraError
from readiness.group.breakdown import EVERYONE, BreakdownError, everyone, read_breakdown
from readiness.group.deduplication import Fate, gather
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import count
from readiness.group.report import group_report
from readiness.group.report_csv import report_csv
from readiness.group.report_json import report_json
from readiness.group.report_record import RecordError, blocks_of, read_record, record_json
from readiness.problems import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

    from readiness.commands.contributions import Refuse
    from readiness.group.breakdown import Block
    from readiness.group.deduplication import Gathered, Left, Member
    from readiness.group.earlier_tables import EarlierTables
    from readiness.group.frequencies import Frequencies
    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

REFUSED = 1
MOST_NAMED = 5
WORDS = {
    Fate.DUPLICATE: "the same answers of the same respondent as {kept}, counted once",
    Fate.REPLACED: "{kept} is a newer answer of the same respondent",
    Fate.CONFLICT: "other answers of the same respondent as {kept}; which is newer is not known,"
    " so that one counts",
    Fate.INCOMPLETE: "left out, too few of the questions are dealt with",
    Fate.OTHER_EDITION: "left out, it answers another edition",
}


def run(options: argparse.Namespace, questionnaire: Questionnaire) -> int:
    """Print the result of the group; return 1 if anything in the input was refused."""
    refused: list[str] = []

    def refuse(name: str, sentence: str, reason: str) -> None:
        refused.append(name)
        _say(f"{printable(name)}: refused: {sentence} [{reason}]")

    if options.counts:
        frequencies = read_counts(options.counts, questionnaire, refuse, _notice)
    else:
        frequencies = _count(options, questionnaire, refuse)
    if options.write_counts:
        try:
            write_counts(questionnaire, frequencies, options.write_counts)
        except (MissingExtraError, OSError) as error:
            refuse(str(options.write_counts), str(error), "unwritable")
    try:
        tables = _tell(options, questionnaire, frequencies)
    except BreakdownError as error:
        _say(f"--breakdown: refused: {error} [breakdown]")
        offered = ", ".join(error.offered) or "none: there are too few people"
        _say(f"Breakdowns that would do: {offered}")
        return REFUSED
    except RecordError as error:
        _say(f"{printable(str(options.earlier))}: refused: {error} [record]")
        return REFUSED
    if options.record and tables.respondents is None:
        refuse(
            str(options.record),
            "too few people: nothing is told, so there is nothing to record",
            "too-few",
        )
    elif options.record:
        try:
            _write_record(options.record, questionnaire, tables)
        except OSError as error:
            refuse(str(options.record), str(error), "unwritable")
    _print(options, questionnaire, tables)
    return REFUSED if refused else 0


def _count(
    options: argparse.Namespace, questionnaire: Questionnaire, refuse: Refuse
) -> Frequencies:
    """Return what the files hold, and write their single answers where that is asked for."""
    gathered = gather(questionnaire, _members(options.files, questionnaire, refuse))
    _name_left(gathered)
    if options.parquet:
        try:
            write_answers(questionnaire, gathered.taken, options.parquet)
        except (MissingExtraError, OSError) as error:
            refuse(options.parquet, str(error), "unwritable")
    return count(questionnaire, gathered)


def _notice(name: str, sentence: str) -> None:
    _say(f"{printable(name)}: notice: {sentence}")


def _tell(
    options: argparse.Namespace, questionnaire: Questionnaire, frequencies: Frequencies
) -> ToldTables:
    """Return what may be told, under the breakdown asked for and beside an earlier report."""
    earlier = None if options.earlier is None else _earlier(options.earlier, questionnaire)
    blocks = _blocks(options.breakdown, questionnaire, frequencies, earlier)
    return tell(questionnaire, frequencies, blocks, earlier)


def _blocks(
    text: str | None,
    questionnaire: Questionnaire,
    frequencies: Frequencies,
    earlier: EarlierTables | None,
) -> Sequence[Block]:
    """Return the blocks; once a report went out its breakdown is kept."""
    if earlier is None:
        if text in {None, EVERYONE}:
            return everyone(questionnaire)
        return read_breakdown(questionnaire, frequencies.people, text or "")
    kept = blocks_of(questionnaire, earlier.tables)
    name = ",".join(one.id for one in kept)
    if text in {None, name}:
        return kept
    asked = read_breakdown(questionnaire, frequencies.people, text or "")
    if [one.id for one in asked] != [one.id for one in kept]:
        message = f"the earlier report was told as {name}; that stays"
        raise BreakdownError(message, [name])
    return kept


def _earlier(path: Path, questionnaire: Questionnaire) -> EarlierTables:
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = f"the record cannot be read: {error}"
        raise RecordError(message) from error
    return read_record(questionnaire, questionnaire_fingerprint(questionnaire), record)


def _write_record(path: Path, questionnaire: Questionnaire, tables: ToldTables) -> None:
    day = datetime.now(tz=UTC).date().isoformat()
    record = record_json(questionnaire, questionnaire_fingerprint(questionnaire), tables, day)
    path.write_text(f"{json.dumps(record)}\n", "utf-8")


def _print(options: argparse.Namespace, questionnaire: Questionnaire, tables: ToldTables) -> None:
    report = report_json(questionnaire, group_report(questionnaire, tables))
    if options.csv:
        sys.stdout.write(report_csv(report))
    else:
        print(json.dumps(report) if options.json else _in_words(questionnaire, report))  # noqa: T201  # the output
    sys.stdout.flush()


def _members(files: list[Path], questionnaire: Questionnaire, refuse: Refuse) -> Iterator[Member]:
    for path in files:
        yield from read_contributions(path, questionnaire, refuse)


def _name_left(gathered: Gathered) -> None:
    for left in gathered.left:
        _say(_sentence(left))
    for repeat in gathered.repeats:
        _say(
            f"{printable(repeat.name)}: the same sheet again? It says the same as"
            f" {printable(repeat.same_as)} and names nobody; both are counted,"
            " leave one out if they are the same person's [same-answers]"
        )


def _sentence(left: Left) -> str:
    words = WORDS[left.fate].format(kept=printable(left.kept or ""))
    return f"{printable(left.name)}: not counted: {words} [{left.fate.value.replace('_', '-')}]"


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


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201  # refusals stay apart from results
