"""A later report beside the earlier one: nobody's old or new level follows from the two.

The reader has both and knows who came, left, or handed in again. All pairs of a setting are
printed by the real engine; the attacker is set on all that gave the same two reports. Counts do not
show who of a few left while many came: that one leaver had the level of a newcomer can follow.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from .attacker import People, changers, found_out
from .printed import Press
from .worlds import LONG, added, all_worlds, answer_sets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .worlds import Counts, World

    Reports = Callable[[World], Sequence[Sequence[Counts]]]


def attack(
    press: Press, worlds: Iterable[World], reports: Reports, people: People, known: int
) -> int:
    """Return how many worlds there were; raise if somebody is found out.

    `reports` says of a world what the blocks have answered at each report.
    """
    groups: dict[tuple[str, ...], list[World]] = defaultdict(list)
    for world in worlds:
        first, *rest = reports(world)
        told = [press.report(first)]
        for blocks in rest:
            told.append(press.later(told[-1], blocks))
        groups[tuple(one.text for one in told)].append(world)
    assert len(groups) > 1
    for texts, group in groups.items():
        for found in found_out(group, people, known):
            message = f"{found}: {group[:3]} gave {texts}"
            raise AssertionError(message)
    return sum(map(len, groups.values()))


def crowds(number: int, levels: int, *movers: tuple[int, int]) -> People:
    """Return crowds of people with one answer, but for those with an old and a new one."""
    inside = [crowd for pair in movers for crowd in pair]
    alone = [(crowd,) for crowd in range(number) if crowd not in inside]
    return People((*alone, *movers), (tuple(range(levels)),))


JOINED = [(10, 1), (10, 5)]
JOINED_LONG = [(first, more) for first in range(5, 11) for more in range(1, 11)]


@pytest.mark.parametrize("known", [1, 2])
def test_newcomers(known: int) -> None:
    """Five to ten people on four levels, and one to ten more."""
    tried = 0
    for first, more in JOINED_LONG if LONG else JOINED:
        press = Press(4, 1, known)
        tried += attack(
            press,
            all_worlds([first, more], 4),
            lambda world: [[world[0]], [added(*world)]],
            crowds(2, 4),
            known,
        )
    print(f"{tried} pairs of reports")  # noqa: T201  # the count, with pytest -rP
    assert tried > (900_000 if LONG else 17_000)


LEFT = [(5, 5), (9, 1), (6, 3)]
LEFT_LONG = [(stay, left) for stay in range(5, 10) for left in range(1, 7)]


@pytest.mark.parametrize("known", [1, 2])
def test_people_who_leave(known: int) -> None:
    """Those who left stand in the earlier report only."""
    tried = 0
    for stay, left in LEFT_LONG if LONG else LEFT:
        tried += attack(
            Press(4, 1, known),
            all_worlds([stay, left], 4),
            lambda world: [[added(*world)], [world[0]]],
            crowds(2, 4),
            known,
        )
    print(f"{tried} pairs of reports")  # noqa: T201  # as above
    assert tried > (90_000 if LONG else 5_000)


HANDED_IN_AGAIN = [(5, 1), (5, 2), (3, 3), (0, 5)]
HANDED_IN_AGAIN_LONG = [
    *HANDED_IN_AGAIN,
    *((5, moved) for moved in range(3, 6)),
    *((1, moved) for moved in range(4, 7)),
    *((stay, 5) for stay in (2, 3, 6)),
    (2, 6),
    (3, 7),
]


@pytest.mark.parametrize("known", [1, 2])
def test_answers_handed_in_again_by_people_who_are_known(known: int) -> None:
    """Everybody knows who answered anew; whoever did knows his own old and new level."""
    tried = 0
    for stay, moved in HANDED_IN_AGAIN_LONG if LONG else HANDED_IN_AGAIN:
        tried += attack(
            Press(4, 1, known),
            all_worlds([stay, moved, moved], 4),
            lambda world: [[added(world[0], world[1])], [added(world[0], world[2])]],
            crowds(3, 4, (1, 2)),
            known,
        )
    print(f"{tried} pairs of reports")  # noqa: T201  # as above
    assert tried > (700_000 if LONG else 15_000)


@pytest.mark.parametrize("known", [1, 2])
def test_answers_handed_in_again_by_anybody(known: int) -> None:
    """Nobody knows who answered anew: each person has an old and a new level."""
    tried = 0
    for size in (5, 6, 7) if LONG else (5,):
        tried += attack(Press(4, 1, known), all_worlds([size], 16), old_and_new, changers(4), known)
    print(f"{tried} pairs of reports")  # noqa: T201  # as above
    assert tried == sum(len(answer_sets(size, 16)) for size in ((5, 6, 7) if LONG else (5,)))


def old_and_new(world: World) -> list[list[Counts]]:
    """Return the levels of before and of today of people on four levels."""
    (pairs,) = world
    old = tuple(sum(pairs[4 * level : 4 * level + 4]) for level in range(4))
    return [[old], [tuple(sum(pairs[level::4]) for level in range(4))]]


COMING_AND_GOING = [(5, 2, 2), (4, 1, 5)]
COMING_AND_GOING_LONG = [*COMING_AND_GOING, (5, 5, 5), (3, 5, 6), (3, 6, 6), (3, 6, 5), (6, 5, 5)]


@pytest.mark.parametrize("known", [1, 2])
def test_some_leave_and_others_come(known: int) -> None:
    """The two may hide one another: what is gained and what is lost are judged apart."""
    tried = 0
    for sizes in COMING_AND_GOING_LONG if LONG else COMING_AND_GOING:
        tried += attack(
            Press(4, 1, known),
            all_worlds(sizes, 4),
            lambda world: [[added(world[0], world[1])], [added(world[0], world[2])]],
            crowds(3, 4),
            known,
        )
    print(f"{tried} pairs of reports")  # noqa: T201  # as above
    assert tried > (600_000 if LONG else 10_000)


TWO_BLOCKS = [((5, 5, 1), 4)]
TWO_BLOCKS_LONG = [
    *(((5, 5, more), 4) for more in range(1, 7)),
    ((5, 6, 5), 4),
    ((7, 5, 3), 4),
    ((9, 5, 1), 4),
    ((6, 5, 5), 4),
]


@pytest.mark.parametrize("known", [1, 2])
@pytest.mark.parametrize(("sizes", "levels"), TWO_BLOCKS_LONG if LONG else TWO_BLOCKS, ids=str)
def test_one_block_of_two_gains(sizes: Sequence[int], levels: int, known: int) -> None:
    """The first block has newcomers, the second is as it was."""
    tried = attack(
        Press(levels, 2, known),
        all_worlds(sizes, levels),
        lambda world: [[world[0], world[1]], [added(world[0], world[2]), world[1]]],
        crowds(3, levels),
        known,
    )
    print(f"{tried} pairs of reports")  # noqa: T201  # as above
    assert tried > 10_000


@pytest.mark.parametrize("known", [1, 2])
@pytest.mark.parametrize("sizes", [(4, 1, 5), *([(4, 2, 5)] if LONG else [])], ids=str)
def test_a_block_that_had_too_few_raters(sizes: Sequence[int], known: int) -> None:
    """Somebody who did not know rates today: four raters become five or six."""

    def reports(world: World) -> list[list[Counts]]:
        more = sum(world[1])
        return [
            [(*world[0], more, 0, 0), (*world[2], 0, 0, 0)],
            [(*added(world[0], world[1]), 0, 0, 0), (*world[2], 0, 0, 0)],
        ]

    tried = attack(Press(4, 2, known), all_worlds(sizes, 4), reports, crowds(3, 4), known)
    print(f"{tried} pairs of reports")  # noqa: T201  # as above
    assert tried > 7_000


def first_with_more(world: World) -> list[list[Counts]]:
    """Newcomers before the second and before the third report."""
    return [[world[0]], [added(world[0], world[1])], [added(*world)]]


CHAINS: dict[str, Reports] = {
    "some come, then others": first_with_more,
    "some come, then others leave": lambda world: [
        [added(world[0], world[1])],
        [added(*world)],
        [added(world[0], world[2])],
    ],
    "some leave, then others come": lambda world: [
        [added(world[0], world[1])],
        [world[0]],
        [added(world[0], world[2])],
    ],
    "some leave, then others": lambda world: [
        [added(*world)],
        [added(world[0], world[1])],
        [world[0]],
    ],
    "some take the place of others, and back": lambda world: [
        [added(world[0], world[1])],
        [added(world[0], world[2])],
        [added(world[0], world[1])],
    ],
    "some leave and come back with others": lambda world: [
        [added(world[0], world[1])],
        [world[0]],
        [added(*world)],
    ],
}
CHAIN_SIZES = [(5, 5, 5), (6, 5, 2), (5, 1, 4), (7, 5, 4)] if LONG else [(5, 1, 4)]


@pytest.mark.parametrize("known", [1, 2])
@pytest.mark.parametrize("chain", CHAINS)
def test_three_reports(chain: str, known: int) -> None:
    """The reader has all three, and knows who came and who left when."""
    tried = 0
    for sizes in CHAIN_SIZES:
        tried += attack(
            Press(4, 1, known), all_worlds(sizes, 4), CHAINS[chain], crowds(3, 4), known
        )
    print(f"{tried} chains of reports")  # noqa: T201  # as above
    assert tried > (400_000 if LONG else 7_000)
