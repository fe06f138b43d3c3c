"""The attacker finds people out where the rules are simpler, or one of ours is taken away."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from readiness.group import cell_rules, disclosure_control, earlier_tables

from . import old_rules
from .attacker import found_out, one_seat_each
from .planted import planted
from .printed import Press
from .test_later_reports import attack as attack_pairs
from .test_later_reports import crowds
from .test_one_report import attack
from .worlds import added, all_worlds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .test_later_reports import Reports
    from .worlds import Counts, World


def pinned(worlds: list[World], told: Callable[[World], str], known: int = 1) -> int:
    """Return how many data sets give somebody away."""
    groups: dict[str, list[World]] = defaultdict(list)
    for world in worlds:
        groups[told(world)].append(world)
    people = one_seat_each(len(worlds[0]), len(worlds[0][0]))
    return sum(len(group) for group in groups.values() if any(found_out(group, people, known)))


@pytest.mark.parametrize("rule", old_rules.ONE_REPORT, ids=lambda rule: str(rule.__name__))
def test_simpler_rules_give_people_away(rule: Callable[[Sequence[Counts]], str]) -> None:
    """Two blocks of five on four levels, and one; most often some data sets of a hundred."""
    worlds = list(all_worlds([5, 5], 4))
    found = pinned(worlds, rule)
    print(f"{found} of {len(worlds)} data sets")  # noqa: T201  # the rate, with pytest -rP
    assert found > 100


def test_a_distribution_from_ten_people_on_gives_people_away() -> None:
    """Ten people on five levels: whoever differs from all others knows them."""
    worlds = list(all_worlds([10], 5))
    assert pinned(worlds, old_rules.distribution_from_ten) == 5 + 5 * 4


def test_a_freeze_that_counts_people_gives_newcomers_away() -> None:
    """Ten people and five newcomers: two open tables side by side."""
    worlds = list(all_worlds([10, 5], 4))
    found = pinned(worlds, lambda world: old_rules.pair_by_heads([world[0]], [added(*world)]))
    assert found > 1_000


def test_rules_for_one_reader_do_not_hold_against_two() -> None:
    """The rules for t = 1 are broken by two people together."""
    with pytest.raises(AssertionError, match="know level"):
        attack(Press(5, 1, 1), all_worlds([7], 5), one_seat_each(1, 5), 2)


RULES = {
    "exposed halves are told level by level": (
        "sum(block) > 0 and block[part] >= sum(block) - colluders for",
        "False for",
    ),
    "only all alike is one mind": (
        "    return max(levels) >= sum(levels) - colluders",
        "    return max(levels) >= sum(levels)",
    ),
}


@pytest.mark.parametrize("fault", RULES)
def test_canary_a_rule_of_one_report_is_missing(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it somebody is found out among seven people on five levels."""
    changed = planted(cell_rules, *RULES[fault])
    for name in ("ItemRatings", "gather_cells", "part_counts", "tell_cell"):
        monkeypatch.setattr(disclosure_control, name, getattr(changed, name))
    with pytest.raises(AssertionError, match="know level"):
        attack(Press(5), all_worlds([7], 5), one_seat_each(1, 5), 1)


LATER = {
    "a half that was a number opens up": (
        "        stays = old.levels is not None and _may_show(",
        "        stays = _may_show(",
        (10, 5),
        "join",
    ),
    "what was gained is not looked at": (
        "not (is_exposed(everybody, place, colluders) and is_one_minded(own[place], colluders))",
        "True",
        (10, 5),
        "join",
    ),
    "that nobody moved is told": (
        "    if None in cells or tuple(cells) == before.cells:",
        "    if None in cells:",
        (5, 2, 2),
        "again",
    ),
    "people are lost from a renewed table": (
        "return None if before.renewed else _after_a_loss",
        "return _after_a_loss",
        (3, 5, 5),
        "chain",
    ),
    "who stayed is not looked at": (
        "    return is_one_minded(old.levels, rules.colluders)",
        "    return False",
        (5, 5),
        "leave",
    ),
    "exposed halves open up after a loss": (
        "shows = old.levels is not None and not any(",
        "shows = old.levels is not None or any(",
        (5, 5),
        "leave",
    ),
}


@pytest.mark.parametrize("fault", LATER)
def test_canary_a_rule_of_later_reports_is_missing(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it somebody is found out from two reports."""
    old, new, sizes, kind = LATER[fault]
    changed = planted(earlier_tables, old, new)
    monkeypatch.setattr(disclosure_control, "following", changed.following)
    movers = [(1, 2)] if kind == "again" else []
    people = crowds(len(sizes), 4, *movers)
    with pytest.raises(AssertionError, match="know level"):
        attack_pairs(Press(4), all_worlds(sizes, 4), KINDS[kind], people, 1)


def together(world: World, *crowds_: int) -> list[Counts]:
    """Return the levels of some crowds together, as one block."""
    return [added(*(world[crowd] for crowd in crowds_))]


KINDS: dict[str, Reports] = {
    "join": lambda world: [together(world, 0), together(world, 0, 1)],
    "leave": lambda world: [together(world, 0, 1), together(world, 0)],
    "again": lambda world: [together(world, 0, 1), together(world, 0, 2)],
    "chain": lambda world: [
        together(world, 0, 1),
        together(world, 0, 1, 2),
        together(world, 0, 2),
    ],
}
