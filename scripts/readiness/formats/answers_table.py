"""Writes every single answer that was taken to a Parquet file, for whoever holds the files.

One row an answer of every contribution to today's edition, before anybody is left out: who counts
is decided by the query of `readiness sql`. Ids of respondents are in it and nothing is hidden.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.formats.parquet import add_table, connection, write_parquet
from readiness.group.deduplication import slots_text
from readiness.group.frequencies import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readiness.group.deduplication import Person
    from readiness.questionnaire import Questionnaire

LENGTH = 20
CONTRIBUTIONS = {
    "contribution": "VARCHAR",
    "respondent": "VARCHAR",
    "revision": "INTEGER",
    "role": "VARCHAR",
    "answers": "VARCHAR",
    "given": "INTEGER",
}
PLACES = {
    "number": "INTEGER",
    "slot": "VARCHAR",
    "item": "VARCHAR",
    "state": "VARCHAR",
    "level": "INTEGER",
    "points": "DOUBLE",
}
# Who was asked nothing has one row without an item: it may still be somebody's newest.
QUERY = """
SELECT c.contribution, decode(unhex(c.respondent)) AS respondent, c.revision, c.role, p.item,
  p.state, p.level, p.points, c.answers, c.given, '{}' AS questionnaire
FROM (
  SELECT *, unnest(string_split(answers, '.')) AS slot, generate_subscripts(
    string_split(answers, '.'), 1) AS number
  FROM contributions
) AS c LEFT JOIN places AS p ON p.number = c.number AND p.slot = c.slot
WHERE p.item IS NOT NULL OR (c.number = 1 AND NOT regexp_matches(c.answers, '[0-9]'))
ORDER BY c.contribution, c.number
"""


def write_answers(questionnaire: Questionnaire, taken: Iterable[Person], out: str) -> None:
    """Write the file; raise MissingExtraError without DuckDB, OSError where it cannot be."""
    with connection() as database:
        add_table(database, "contributions", CONTRIBUTIONS, _contributions(taken))
        add_table(database, "places", PLACES, _places(questionnaire))
        write_parquet(database, QUERY.format(questionnaire_fingerprint(questionnaire)), out)


def _contributions(taken: Iterable[Person]) -> Iterator[tuple[object, ...]]:
    """Yield one row a contribution; an id may hold any sign, so it travels as hexadecimal digits.

    The name of a contribution follows from what it is, so that the same files give the same
    table; the same one given twice is counted on.
    """
    seen: Counter[str] = Counter()
    for person in taken:
        member, answers = person.member, slots_text(person.slots)
        whole = [member.name, member.respondent, member.revision, member.role, answers]
        text = json.dumps(whole)
        seen[text] += 1
        name = hashlib.sha256(f"{text} {seen[text]}".encode("ascii")).hexdigest()[:LENGTH]
        id_ = None if member.respondent is None else member.respondent.encode().hex()
        yield (name, id_, member.revision, member.role, answers, len(member.answers))


def _places(questionnaire: Questionnaire) -> Iterator[tuple[object, ...]]:
    for number, item in enumerate(questionnaire.items, 1):
        for slot, (state, level) in enumerate(places(item)):
            points = None if level is None else float(item.scale.levels[level - 1].points)
            yield (number, slot, item.id, state, level, points)
