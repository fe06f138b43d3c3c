"""Every way in which people can have answered: counts by answer, for each crowd of people.

A crowd is people who may be exchanged without anybody noticing. A world holds one count for each
answer of each crowd; whoever knows nobody's answer knows no more than this about a world.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Counts = tuple[int, ...]
World = tuple[Counts, ...]

LONG = os.environ.get("READINESS_LONG") == "1"


@cache
def answer_sets(people: int, answers: int) -> tuple[Counts, ...]:
    """Return every way in which so many people choose one of some answers, as counts."""
    found = []
    for bars in combinations(range(people + answers - 1), answers - 1):
        edges = (-1, *bars, people + answers - 1)
        found.append(tuple(after - before - 1 for before, after in pairwise(edges)))
    return tuple(found)


def all_worlds(sizes: Sequence[int], answers: int) -> Iterator[World]:
    """Yield every world of crowds of these sizes."""
    yield from product(*(answer_sets(size, answers) for size in sizes))


def ordered_worlds(sizes: Sequence[int], answers: int, cut: int) -> Iterator[World]:
    """Yield the worlds in which blocks of one size stand in order of their high halves.

    Where all blocks are treated alike and every report tells the high half of each, the others are
    these with other names, and no report of these is also one of the others.
    """
    for world in all_worlds(sizes, answers):
        highs = [(size, sum(counts[cut:])) for size, counts in zip(sizes, world, strict=True)]
        if all(one <= other for one, other in pairwise(highs) if one[0] == other[0]):
            yield world


def added(*counts: Counts) -> Counts:
    """Return the counts of several crowds together."""
    return tuple(map(sum, zip(*counts, strict=True)))
