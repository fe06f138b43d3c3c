"""`readiness score --group`: one result of many contributions, told so that nobody is given away.

Says on stderr what was refused, who does not count and why; prints what readers may see and nothing
else. Only `--parquet` writes single answers, and `--write-counts` what nobody has protected, for
whoever holds the files anyway.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from readiness.commands.contributions import read_contributions
from readiness.commands.group_counts import read_counts
from readiness.commands.group_outputs import keep_counts, keep_record, print_report, say
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.formats.answers_table import write_answers
from readiness.formats.encodings import decode_text
from readiness.formats.parquet import MissingExtraError
from readiness.group.breakdown import EVERYONE, BreakdownError, everyone, read_breakdown
from readiness.group.deduplication import Fate, gather
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import count
from readiness.group.report_record import RecordError, blocks_of, read_record
from readiness.problems import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from readiness.commands.contributions import Refuse
    from readiness.group.breakdown import Block
    from readiness.group.deduplication import Gathered, Left, Member
    from readiness.group.earlier_tables import EarlierTables
    from readiness.group.frequencies import Frequencies
    from readiness.group.told_tables import ToldTables
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


def run(options: argparse.Namespace, questionnaire: Questionnaire) -> int:
    """Print the result of the group; return 1 if anything in the input was refused."""
    refused: list[str] = []

    def refuse(name: str, sentence: str, reason: str) -> None:
        refused.append(name)
        say(f"{printable(name)}: refused: {sentence} [{reason}]")

    frequencies = _count(options, questionnaire, refuse)
    not_taken = len(refused)
    if options.counts and not_taken:
        say("Nothing is told: the other tables are not the whole group. Mend what was refused.")
        return REFUSED
    if options.write_counts:
        keep_counts(options.write_counts, questionnaire, frequencies, refuse)
    try:
        tables = _tell(options, questionnaire, frequencies)
    except (BreakdownError, RecordError) as error:
        _say_why(options, error)
        return REFUSED
    if options.record:
        keep_record(options.record, questionnaire, tables, refuse)
    print_report(options, questionnaire, tables)
    if not_taken:
        say(f"This is not of all that was handed in: {not_taken} refused, see above.")
    return REFUSED if refused else 0


def _say_why(options: argparse.Namespace, error: BreakdownError | RecordError) -> None:
    """Say why nothing can be told, and what would do."""
    if isinstance(error, RecordError):
        say(f"{printable(str(options.earlier))}: refused: {error} [record]")
        return
    say(f"--breakdown: refused: {error} [breakdown]")
    offered = ", ".join(error.offered) or "none: there are too few people"
    say(f"Breakdowns that would do: {offered}")


def _count(
    options: argparse.Namespace, questionnaire: Questionnaire, refuse: Refuse
) -> Frequencies:
    """Return what the files or tables hold, and write single answers where that is asked for."""
    if options.counts:
        return read_counts(options.counts, questionnaire, refuse, _notice)
    gathered = gather(questionnaire, _members(options.files, questionnaire, refuse))
    _name_left(gathered)
    if options.parquet:
        try:
            write_answers(questionnaire, gathered.taken, options.parquet)
        except (MissingExtraError, OSError) as error:
            refuse(options.parquet, str(error), "unwritable")
    return count(questionnaire, gathered)


def _notice(name: str, sentence: str) -> None:
    say(f"{printable(name)}: notice: {sentence}")


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
        record = json.loads(decode_text(path.read_bytes()) or "")
    except (OSError, ValueError) as error:
        message = f"the record cannot be read: {error}"
        raise RecordError(message) from error
    return read_record(questionnaire, questionnaire_fingerprint(questionnaire), record)


def _members(files: list[Path], questionnaire: Questionnaire, refuse: Refuse) -> Iterator[Member]:
    seen: set[Path] = set()
    for path in files:
        if path.resolve() in seen:
            _notice(str(path), "it is named twice, and read once")
            continue
        seen.add(path.resolve())
        yield from read_contributions(path, questionnaire, refuse)


def _name_left(gathered: Gathered) -> None:
    for left in gathered.left:
        say(_sentence(left))
    for repeat in gathered.repeats:
        say(
            f"{printable(repeat.name)}: the same sheet again? It says the same as"
            f" {printable(repeat.same_as)} and names nobody; both are counted,"
            " leave one out if they are the same person's [same-answers]"
        )


def _sentence(left: Left) -> str:
    words = WORDS[left.fate].format(kept=printable(left.kept or ""))
    return f"{printable(left.name)}: not counted: {words} [{left.fate.value.replace('_', '-')}]"
