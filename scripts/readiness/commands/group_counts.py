"""`--counts` and `--write-counts`: what a group gave to each question, without single answers.

Says on stderr which table was refused and why. The sum of the others would look like a whole group
and is none, so that nothing is made of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.engine.strict_json import RefusedError
from readiness.formats.counts_reader import CountsReader
from readiness.formats.counts_table import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from readiness.commands.contributions import Refuse
    from readiness.group.frequencies import Frequencies
    from readiness.questionnaire import Questionnaire


def read_counts(
    paths: Iterable[Path],
    questionnaire: Questionnaire,
    refuse: Refuse,
    notice: Callable[[str, str], None],
) -> Frequencies:
    """Return the sum of all tables that can be taken; one that is named twice is refused."""
    reader = CountsReader(questionnaire)
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            refuse(
                str(path), "the table is named twice; its people would be counted twice", "twice"
            )
            continue
        seen.add(path.resolve())
        try:
            notices = reader.add(read_table(path))
        except RefusedError as refused:
            refuse(str(path), str(refused), refused.reason)
            continue
        for sentence in notices:
            notice(str(path), sentence)
    return reader.frequencies()
