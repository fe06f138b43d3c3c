"""The blocks into which a group report divides people: everyone, or roles apart or pooled.

Chosen from head-counts alone, before anything is shown; never from an answer. Every block holds at
least `k_min` people. A breakdown is written as block ids with commas between them, a block as role
ids with "+" between them; "-" stands for people without a role.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readiness.questionnaire import Questionnaire

EVERYONE = "everyone"
ROLES = "roles"
NO_ROLE = "-"
MOST_ROLES = 6  # with more, only everyone and a finest breakdown are offered

People = dict[str | None, int]


class BreakdownError(ValueError):
    """A breakdown that would not do; `offered` names those that would."""

    def __init__(self, sentence: str, offered: Sequence[str]) -> None:
        """Keep the breakdowns that would do."""
        super().__init__(sentence)
        self.offered = tuple(offered)


@dataclass(frozen=True, slots=True)
class Block:
    """People who are told of together: an id, and the roles in it."""

    id: str
    roles: tuple[str | None, ...]


def everyone(questionnaire: Questionnaire) -> tuple[Block, ...]:
    """Return the breakdown of one block."""
    return (Block(EVERYONE, (None, *(role.id for role in questionnaire.roles))),)


def offered(questionnaire: Questionnaire, people: Mapping[str | None, int]) -> tuple[str, ...]:
    """Return the breakdowns that would do, coarsest first; none where there are too few people.

    Roles are pooled with their neighbours in the questionnaire's order, people without a role last.
    """
    least = questionnaire.group.k_min
    present = [role for role in _ordered(questionnaire) if people.get(role, 0)]
    if sum(people.values()) < least:
        return ()
    many = len(present) > MOST_ROLES
    found = [_finest(present, people, least)] if many else _partitions(present)
    would_do = [
        blocks
        for blocks in found
        if len(blocks) > 1 and all(_size(block, people) >= least for block in blocks)
    ]
    return (EVERYONE, *(breakdown_text(blocks) for blocks in would_do))


def read_breakdown(
    questionnaire: Questionnaire, people: Mapping[str | None, int], text: str
) -> tuple[Block, ...]:
    """Return the blocks that a text names; raise BreakdownError where it would not do.

    One block of all who are there is everyone, by whatever names it is asked for.
    """
    if text == EVERYONE:
        _check_sizes(questionnaire, people, everyone(questionnaire))
        return everyone(questionnaire)
    present = [role for role in _ordered(questionnaire) if people.get(role, 0)]
    named = [(role,) for role in present] if text == ROLES else _named(questionnaire, people, text)
    blocks = [Block(_block_id(roles), roles) for roles in named]
    inside = [role for block in blocks for role in block.roles]
    if None in present and None not in inside:
        blocks.append(Block(NO_ROLE, (None,)))
        inside.append(None)
    missing = [role for role in present if role not in inside]
    if missing or len(set(inside)) < len(inside):
        what = f"leaves out {_block_id(missing)}" if missing else "names a role twice"
        raise _refused(questionnaire, people, f'the breakdown "{text}" {what}')
    read = everyone(questionnaire) if len(blocks) == 1 else tuple(blocks)
    _check_sizes(questionnaire, people, read)
    return read


def joined(
    questionnaire: Questionnaire, people: Mapping[str | None, int], blocks: Sequence[Block]
) -> tuple[Block, ...]:
    """Return blocks that were chosen earlier, and one of all roles that came later.

    Roles that came later and are too few stay outside.
    """
    known = {role for block in blocks for role in block.roles}
    later = tuple(
        role for role in _ordered(questionnaire) if role not in known and people.get(role)
    )
    if _size(later, people) < questionnaire.group.k_min:
        return tuple(blocks)
    return (*blocks, Block(_block_id(later), later))


def breakdown_text(blocks: Sequence[Sequence[str | None]]) -> str:
    """Return the text that stands for these roles, block by block."""
    return ",".join(_block_id(block) for block in blocks)


def _named(
    questionnaire: Questionnaire, people: Mapping[str | None, int], text: str
) -> list[tuple[str | None, ...]]:
    known = {NO_ROLE: None, **{role.id: role.id for role in questionnaire.roles}}
    order = _ordered(questionnaire)
    blocks = []
    for part in text.split(","):
        names = [name.strip() for name in part.split("+")]
        for name in names:
            if name not in known:
                what = f'"{name}" is no role' if name else "a block is empty"
                raise _refused(questionnaire, people, f'the breakdown "{text}": {what}')
        blocks.append(tuple(sorted((known[name] for name in names), key=order.index)))
    return blocks


def _check_sizes(
    questionnaire: Questionnaire, people: Mapping[str | None, int], blocks: Sequence[Block]
) -> None:
    least = questionnaire.group.k_min
    for block in blocks:
        size = _size(block.roles, people)
        if size < least or not blocks:
            sentence = f"the block {block.id} holds fewer than {least} people"
            raise _refused(questionnaire, people, sentence)
    if not blocks:
        raise _refused(questionnaire, people, "the breakdown is empty")


def _refused(
    questionnaire: Questionnaire, people: Mapping[str | None, int], sentence: str
) -> BreakdownError:
    return BreakdownError(sentence, offered(questionnaire, people))


def _ordered(questionnaire: Questionnaire) -> list[str | None]:
    return [*(role.id for role in questionnaire.roles), None]


def _partitions(roles: Sequence[str | None]) -> Iterator[list[tuple[str | None, ...]]]:
    """Yield every way to cut a row of roles into neighbours, fewest blocks first."""
    for cuts in range(len(roles)):
        for places in combinations(range(1, len(roles)), cuts):
            ends = [0, *places, len(roles)]
            yield [tuple(roles[start:end]) for start, end in pairwise(ends)]


def _finest(
    roles: Sequence[str | None], people: Mapping[str | None, int], least: int
) -> list[tuple[str | None, ...]]:
    """Return as many blocks of neighbours as there can be: each ends as soon as it is large enough.

    The last roles join the block before them where they are too few.
    """
    blocks: list[tuple[str | None, ...]] = []
    own: tuple[str | None, ...] = ()
    for role in roles:
        own = (*own, role)
        if _size(own, people) >= least:
            blocks.append(own)
            own = ()
    return [*blocks[:-1], blocks[-1] + own] if blocks else [own]


def _size(roles: Sequence[str | None], people: Mapping[str | None, int]) -> int:
    return sum(people.get(role, 0) for role in roles)


def _block_id(roles: Sequence[str | None]) -> str:
    return "+".join(NO_ROLE if role is None else role for role in roles)
