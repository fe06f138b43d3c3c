"""Whether a group report may be published again: the difference must not show single people.

The record of a published report holds, for each person who counted, id, role and a short checksum
of the answers. It is for whoever holds the files; the checksum finds changes, it hides nothing.
People who are new, gone or have changed their answers must be none or at least `k_min`, in every
role that is shown in either report, and together in all others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readiness.engine.gathering import slots_text
from readiness.engine.protection import visible_roles

if TYPE_CHECKING:
    from readiness.engine.gathering import Person
    from readiness.engine.group import Group

Record = dict[str, Any]
FORMAT = "readiness-group-record"
START, FACTOR = 2166136261, 16777619  # FNV-1a with 32 bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Freeze:
    """Whether publishing again is allowed, and how many people differ from last time."""

    allowed: bool
    changed: int


def record_of(group: Group) -> Record:
    """Return the record to keep beside a published report."""
    questionnaire = group.questionnaire
    return {
        "format": FORMAT,
        "version": 1,
        "shown": list(visible_roles(group.tally, questionnaire.group)),
        "people": sorted(_row(person) for person in group.gathered.people),
    }


def may_publish(before: Record | None, now: Record, k_min: int) -> Freeze:
    """Tell whether a report may follow the one before."""
    if before is None:
        return Freeze(allowed=True, changed=0)
    old, new = (Counter(map(tuple, record["people"])) for record in (before, now))
    moved = [*(old - new).elements(), *(new - old).elements()]
    shown = {*before["shown"], *now["shown"]}
    blocks: dict[str, set[str]] = {}
    for id_, role, _ in moved:
        blocks.setdefault(role if role in shown else "", set()).add(id_)
    return Freeze(
        allowed=all(len(people) >= k_min for people in blocks.values()),
        changed=len({id_ for id_, _, _ in moved}),
    )


def _row(person: Person) -> list[str]:
    """Return id, role and checksum; without an id the checksum stands for the person."""
    sum_ = checksum(slots_text(person.slots))
    return [person.member.respondent or f"~{sum_}", person.member.role or "", sum_]


def checksum(text: str) -> str:
    """Return eight hexadecimal digits for a plain ASCII text."""
    value = START
    for byte in text.encode("ascii"):
        value = (value ^ byte) * FACTOR % (1 << 32)
    return f"{value:08x}"
