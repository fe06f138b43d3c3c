"""One report: nobody's level follows from anything that goes out, whatever the answers are.

Every data set of a setting is printed by the real engine and they are grouped by what goes out;
the attacker is set on each group. With READINESS_LONG=1 all settings, else the smaller ones.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from .attacker import found_out, one_seat_each
from .printed import Press
from .worlds import LONG, all_worlds, answer_sets, ordered_worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .attacker import People
    from .worlds import World

ALONE = [(n, c) for n in (5, 6, 7, 10) for c in (2, 3, 4, 5, 7) if LONG or (n, c) != (10, 7)]
TOGETHER = [((5, 5), 4), ((5, 6), 4)]
TOGETHER_LONG = [
    *(((one, two), 4) for one in (5, 6, 7) for two in (5, 6, 7) if one <= two),
    *(((one, two), 5) for one in (5, 6, 7) for two in (5, 6, 7) if one <= two),
    *((sizes, 4) for sizes in ((5, 5, 5), (5, 5, 6), (5, 6, 7), (6, 6, 6), (7, 7, 7))),
    ((5, 5, 5), 5),
    *(((5, 10), c) for c in (4, 5)),
]


def attack(press: Press, worlds: Iterable[World], people: People, known: int) -> tuple[int, int]:
    """Return how many data sets there were and how many reports; raise if somebody is found out."""
    groups: dict[str, list[World]] = defaultdict(list)
    for world in worlds:
        groups[press.report(world).text].append(world)
    for text, group in groups.items():
        for found in found_out(group, people, known):
            message = f"{found}: {group[:3]} gave {text}"
            raise AssertionError(message)
    return sum(map(len, groups.values())), len(groups)


@pytest.mark.parametrize("known", [1, 2])
def test_everyone(known: int) -> None:
    """One block of 5, 6, 7 and 10 people on 2, 3, 4, 5 and 7 levels."""
    tried = 0
    for size, levels in ALONE:
        press = Press(levels, 1, known)
        worlds, reports = attack(press, all_worlds([size], levels), one_seat_each(1, levels), known)
        assert worlds == len(answer_sets(size, levels))
        assert reports > 1 or levels < 4  # a short scale tells less
        tried += worlds
    print(f"{tried} data sets")  # noqa: T201  # the count, with pytest -rP
    assert tried > (13_000 if LONG else 5_000)


WITHOUT_LEVEL = [((5,), 5), ((6,), 3), ((7,), 4)]
WITHOUT_LEVEL_LONG = [*WITHOUT_LEVEL, ((10,), 4), ((7,), 5), ((10,), 3), ((5, 5), 4)]
OTHERS = 3  # "don't know", "does not apply", blank


@pytest.mark.parametrize("known", [1, 2])
@pytest.mark.parametrize(
    ("sizes", "levels"), WITHOUT_LEVEL_LONG if LONG else WITHOUT_LEVEL, ids=str
)
def test_answers_without_a_level(sizes: Sequence[int], levels: int, known: int) -> None:
    """Some people do not know, or it does not apply to them, or they left it blank."""
    press = Press(levels, len(sizes), known, has_gate=False)
    people = one_seat_each(len(sizes), levels, OTHERS)
    worlds, reports = attack(press, all_worlds(sizes, levels + OTHERS), people, known)
    print(f"{worlds} data sets, {reports} reports")  # noqa: T201  # as above
    assert worlds > 400
    assert reports > 30


@pytest.mark.parametrize("known", [1, 2])
@pytest.mark.parametrize(("sizes", "levels"), TOGETHER_LONG if LONG else TOGETHER, ids=str)
def test_blocks(sizes: Sequence[int], levels: int, known: int) -> None:
    """Two and three blocks of 5 to 7 people, and one of ten, on 4 and 5 levels."""
    press = Press(levels, len(sizes), known)
    cut = press.questionnaire.items[0].scale.cut
    assert cut is not None
    worlds, reports = attack(
        press,
        ordered_worlds(sizes, levels, cut),
        one_seat_each(len(sizes), levels),
        known,
    )
    print(f"{worlds} data sets, {reports} reports")  # noqa: T201  # as above
    assert worlds > 1_500
    assert reports > 15
