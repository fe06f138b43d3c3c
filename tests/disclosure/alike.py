"""Pairs of groups that are told alike and have answered otherwise, alone and in a second round.

From one group another is made by moving answers that are hidden, as long as it is told as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from readiness.group.breakdown import offered, read_breakdown
from readiness.group.deduplication import gather
from readiness.group.disclosure_control import tell
from readiness.group.earlier_tables import EarlierTables
from readiness.group.frequencies import Frequencies, count

from .organisations import demo, organisation, second_round
from .printed import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readiness.group.breakdown import Block
    from readiness.group.deduplication import Member
    from readiness.group.frequencies import Histogram
    from readiness.group.told_tables import ToldItem, ToldTables
    from readiness.questionnaire import Questionnaire

    Rows = dict[str | None, list[int]]

TRIALS = 6


@dataclass(frozen=True, kw_only=True)
class Alike:
    """Two groups with equal told tables; in a second round they have the first one in common."""

    questionnaire: Questionnaire
    blocks: Sequence[Block]
    one: Frequencies
    other: Frequencies
    first: Frequencies | None = None

    @property
    def hidden(self) -> int:
        """Return of how many items the answers differ."""
        return sum(self.one.items[id_] != self.other.items[id_] for id_ in self.one.items)

    def told(self, frequencies: Frequencies) -> ToldTables:
        """Return what is told of one of the two."""
        earlier = _report_of(self.questionnaire, self.first, self.blocks)
        return tell(self.questionnaire, frequencies, self.blocks, earlier)


def pairs(number: int, *, rounds: int = 1) -> Iterator[Alike]:
    """Yield so many pairs; with two rounds, of later reports beside a first one."""
    questionnaire, random = demo(), Random(5)  # noqa: S311  # not a secret: repeatable
    seed = 0
    while number:
        seed += 1
        members = _members(questionnaire, random, seed)
        now = count(questionnaire, gather(questionnaire, members))
        choices = offered(questionnaire, now.people)
        if not choices:
            continue
        blocks = read_breakdown(questionnaire, now.people, random.choice(choices))
        first = None
        if rounds > 1:
            first, now = now, _later(questionnaire, random, members)
        earlier = _report_of(questionnaire, first, blocks)
        other = altered(random, questionnaire, now, blocks, earlier)
        if other.items != now.items:
            number -= 1
            yield Alike(
                questionnaire=questionnaire, blocks=blocks, one=now, other=other, first=first
            )


def _members(questionnaire: Questionnaire, random: Random, seed: int) -> list[Member]:
    sizes = {role.id: random.choice([0, 1, 3, 5, 5, 6, 7, 12]) for role in questionnaire.roles}
    sizes["frontline"] = max(sizes["frontline"], 5)
    return organisation(questionnaire, seed, sizes, random.choice([0, 0.05, 0.3]))


def _later(questionnaire: Questionnaire, random: Random, members: list[Member]) -> Frequencies:
    """Return a second round: few or many answers moved, people came and went."""
    moved, left = random.choice([0.1, 0.3, 0.6, 1]), random.choice([0, 0, 1, 3])
    today = second_round(questionnaire, random.random(), members, moved, left)
    today += organisation(
        questionnaire, random.random(), {"frontline": random.choice([0, 5, 8, 12])}
    )
    return count(questionnaire, gather(questionnaire, today))


def _report_of(
    questionnaire: Questionnaire, first: Frequencies | None, blocks: Sequence[Block]
) -> EarlierTables | None:
    if first is None:
        return None
    return EarlierTables(day=DAY, tables=tell(questionnaire, first, blocks))


def altered(
    random: Random,
    questionnaire: Questionnaire,
    one: Frequencies,
    blocks: Sequence[Block],
    earlier: EarlierTables | None,
) -> Frequencies:
    """Return other answers under which each item is told as it was."""
    told = tell(questionnaire, one, blocks, earlier).items
    items = dict(one.items)
    for _ in range(TRIALS):
        trial = {id_: _moved(random, rows, told[id_]) for id_, rows in items.items() if rows}
        other = Frequencies(people=one.people, items={**items, **trial}, left_out=one.left_out)
        alike = tell(questionnaire, other, blocks, earlier).items
        items |= {id_: rows for id_, rows in trial.items() if alike[id_] == told[id_]}
    return Frequencies(people=one.people, items=items, left_out=one.left_out)


def _moved(
    random: Random, histograms: Mapping[str | None, Histogram], table: ToldItem
) -> dict[str | None, Histogram]:
    """Return histograms in which some people chose a level beside, or two changed places."""
    rows: Rows = {role: list(histogram) for role, histogram in histograms.items()}
    for _ in range(random.randint(1, 4)):
        role = random.choice([*rows])
        place = random.randrange(table.levels - 1)
        start, end = random.choice([(place, place + 1), (place + 1, place)])
        others = [other for other in rows if other != role and rows[other][end]]
        if not rows[role][start]:
            continue
        rows[role][start] -= 1
        rows[role][end] += 1
        if others and random.random() < 0.7:
            other = random.choice(others)
            rows[other][end] -= 1
            rows[other][start] += 1
    return {role: tuple(row) for role, row in rows.items()}
