"""A reader who wants to know what somebody chose; he shares no code with the engines.

He has all that goes out, knows the rules, who belongs to which crowd, and the answers of some
people who put theirs together, himself among them. He tries every world in which the same would
have gone out and in which those people answered so. Somebody is found out where all the others of
a crowd chose one and the same level in every world that is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .worlds import World

Seats = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class People:
    """Who there is, and what their answers say.

    A person has a seat in one crowd or, with an old and a new answer, in two: `bodies` holds the
    crowds of each kind of person. `facets` says what an answer gives away: for each facet the
    level (from 0) of each answer, None where it is none.
    """

    bodies: tuple[tuple[int, ...], ...]
    facets: tuple[tuple[int | None, ...], ...]

    @property
    def answers(self) -> int:
        """Return how many answers there are."""
        return len(self.facets[0])


def one_seat_each(crowds: int, levels: int, others: int = 0) -> People:
    """Return people with one answer each, a level or one of so many others."""
    facet = (*range(levels), *([None] * others))
    return People(tuple((crowd,) for crowd in range(crowds)), (facet,))


def changers(levels: int) -> People:
    """Return one crowd of people with an old and a new level each."""
    pairs = list(product(range(levels), repeat=2))
    return People(((0,),), (tuple(old for old, _ in pairs), tuple(new for _, new in pairs)))


def found_out(worlds: Iterable[World], people: People, known: int) -> Iterator[str]:
    """Yield a sentence for each crowd found out by so many people, from worlds told alike.

    What "don't know" and its like say is no secret here: a crowd is found out if all that rated
    chose one level, whether or not somebody of it surely rated.
    """
    capped = sorted({_capped(world, known + 1) for world in worlds}, key=_evenness, reverse=True)
    for coalition in coalitions(people, known):
        yield from _found_by(coalition, capped, people)


def coalitions(people: People, known: int) -> Iterator[Seats]:
    """Yield what so many people who put their answers together can have answered."""
    single = [
        tuple(zip(body, answers, strict=True))
        for body in people.bodies
        for answers in product(range(people.answers), repeat=len(body))
    ]
    for group in combinations_with_replacement(single, known):
        yield tuple(seat for one in group for seat in one)


def _capped(world: World, most: int) -> World:
    """Return a world as far as taking so few people away can tell it from others."""
    return tuple(tuple(min(count, most) for count in counts) for counts in world)


def _evenness(world: World) -> int:
    return sum(count > 0 for counts in world for count in counts)


def _found_by(coalition: Seats, worlds: Sequence[World], people: People) -> Iterator[str]:
    seen = [[0] * len(people.facets) for _ in worlds[0]]
    sets = [_level_sets(facet) for facet in people.facets]
    for world in worlds:
        rest = _without(world, coalition)
        if rest is not None:
            for own, counts in zip(seen, rest, strict=True):
                _add_levels(own, counts, sets)
            if all(_is_several(levels) for own in seen for levels in own):
                return
    for crowd, own in enumerate(seen):
        for place, levels in enumerate(own):
            if levels and not _is_several(levels):
                level = levels.bit_length()
                yield f"{coalition} know level {level} of crowd {crowd}, facet {place}"


def _add_levels(seen: list[int], counts: Sequence[int], sets: Sequence[Sequence[int]]) -> None:
    """Add the levels that somebody of a crowd has in one world to those seen in others."""
    for place, levels in enumerate(sets):
        for count, level in zip(counts, levels, strict=True):
            seen[place] |= level if count else 0


def _level_sets(facet: Sequence[int | None]) -> list[int]:
    """Return each answer's level as a set of one, written in bits; no level is the empty set."""
    return [0 if level is None else 1 << level for level in facet]


def _is_several(levels: int) -> bool:
    return levels & (levels - 1) != 0


def _without(world: World, coalition: Seats) -> list[Sequence[int]] | None:
    rest: list[list[int]] = [list(counts) for counts in world]
    for crowd, answer in coalition:
        rest[crowd][answer] -= 1
        if rest[crowd][answer] < 0:
            return None
    return list(rest)
