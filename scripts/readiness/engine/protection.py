"""Decides what a reader of a group report may see; whatever is not decided here is not published.

Nothing of fewer than `k_min` people, nothing that follows by subtraction, and no figure that is
only possible if everybody in a group gave the same answer. Each rule looks at less than it tells,
so that what is missing tells no more. Readers only: whoever holds the files can read them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from operator import sub
from typing import TYPE_CHECKING

from readiness.engine.agreement import (
    ad_limit,
    level_sum,
    mean_level,
    points_between,
    spread,
    tenths,
)
from readiness.engine.cells import (
    Cell,
    ItemView,
    Range,
    at,
    dont_know_share,
    exact_cell,
    is_apart,
    open_item,
)
from readiness.engine.tally import added, levels_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readiness.engine.tally import Histogram, Tally
    from readiness.questionnaire import GroupRules, Item, Questionnaire

OPEN = 1  # k_min of a report that hides nothing
OTHERS = 3  # so many must differ from the commonest answer before the spread is told
END = 4  # tenths of a level from an end within which a mean is told as a range
PAIR = 12  # raters times levels from which two ratings cannot lift AD from 0 over its limit


def visible_roles(tally: Tally, rules: GroupRules) -> tuple[str, ...]:
    """Return the roles that may be shown: those hidden hold nobody, or at least `k_min` people."""
    large = [role for role, size in tally.people.items() if role and size >= rules.k_min]
    return _uncover(large, tally.people, tally.people, rules.k_min)


def item_views(questionnaire: Questionnaire, tally: Tally) -> tuple[ItemView, ...]:
    """Return what may be told of each item."""
    rules = questionnaire.group
    if rules.k_min == OPEN:
        return tuple(open_item(item, tally.items[item.id], rules) for item in questionnaire.items)
    visible = visible_roles(tally, rules)
    return tuple(_view(item, tally.items[item.id], visible, rules) for item in questionnaire.items)


def _uncover(
    shown: Sequence[str],
    people: Mapping[str | None, int],
    raters: Mapping[str | None, int],
    least: int,
) -> tuple[str, ...]:
    """Hide the role with the fewest raters until the hidden people are none or enough."""
    left = list(shown)
    while left:
        hidden = [role for role, size in people.items() if size and role not in left]
        if not hidden or sum(raters[role] for role in hidden) >= least:
            break
        left.remove(min(left, key=lambda role: raters[role]))
    return tuple(left)


def _view(
    item: Item,
    histograms: Mapping[str | None, Histogram],
    visible: Sequence[str],
    rules: GroupRules,
) -> ItemView:
    total = levels_of(added(item, histograms.values()))
    roles: dict[str, Cell | None] = dict.fromkeys(role for role in histograms if role)
    if sum(total) < rules.k_min:
        return ItemView(item=item, roles=roles)
    people = {role: sum(histogram) for role, histogram in histograms.items()}
    raters = {role: sum(levels_of(histogram)) for role, histogram in histograms.items()}
    large = [role for role in visible if raters.get(role, 0) >= rules.k_min]
    shown = _uncover(large, people, raters, rules.k_min)
    parts = {role: levels_of(histograms[role]) for role in shown}
    rest = tuple(map(sub, total, levels_of(added(item, (histograms[role] for role in shown)))))
    told = _told(item, _Ratings(total, parts, rest), rules)
    known = quarter(dont_know_share(item, histograms))
    return replace(told, roles={**roles, **told.roles}, dont_know=known)


@dataclass(frozen=True, slots=True)
class _Ratings:
    """The ratings of everybody, of each shown role, and of all others together."""

    total: Histogram
    parts: Mapping[str, Histogram]
    rest: Histogram

    @property
    def blocks(self) -> list[Histogram]:
        return [block for block in (*self.parts.values(), self.rest) if sum(block)]


def _told(item: Item, ratings: _Ratings, rules: GroupRules) -> ItemView:
    """Return all figures where every block is mixed, else only what does not show one that is not.

    In a mixed block nobody's answer follows from any figure of the block: two people who answered
    differently could have changed places.
    """
    total, people = ratings.total, sum(ratings.total)
    if all(_is_mixed(block) for block in ratings.blocks):
        return ItemView(
            item=item,
            total=exact_cell(item, total),
            roles={role: exact_cell(item, part) for role, part in ratings.parts.items()},
            spread=spread(total),
            distribution=total if people >= rules.distribution_min else None,
        )
    if _end(total) is not None:
        return ItemView(item=item, total=_band_cell(item, total, rules))
    cell = _mean_cell(item, total, rules)
    if len(ratings.blocks) > 1:
        cell = replace(cell, apart=_must_be_apart(ratings))
    return ItemView(item=item, total=cell, roles=_role_cells(item, ratings, rules))


def _must_be_apart(ratings: _Ratings) -> bool | None:
    """Tell whether AD is above its limit by the means of the blocks alone; None is not known.

    The AD of everybody could show that a block is of one mind, where any other answers of the
    same sum would lift it over its limit.
    """
    if any(_end(block) for block in ratings.blocks):
        return None
    mean, people = mean_level(ratings.total), sum(ratings.total)
    away = sum(sum(block) * abs(mean_level(block) - mean) for block in ratings.blocks)
    return Fraction(away) > people * ad_limit(len(ratings.total)) or None


def _is_mixed(counts: Histogram) -> bool:
    return sum(counts) - max(counts) >= OTHERS


def _role_cells(item: Item, ratings: _Ratings, rules: GroupRules) -> dict[str, Cell | None]:
    """Return the means of the roles; if some block lies at an end, at most that of one role."""
    if all(_end(block) is None for block in ratings.blocks):
        return {role: _mean_cell(item, part, rules) for role, part in ratings.parts.items()}
    for role, part in ratings.parts.items():
        others = _others(ratings, part)
        if others is None:
            continue
        cells: dict[str, Cell | None] = {role: _band_cell(item, part, rules)}
        if len(ratings.parts) == 2 and not sum(ratings.rest):  # noqa: PLR2004  # one other role
            other = next(other for other in ratings.parts if other != role)
            raters = _steps(sum(ratings.parts[other]), rules)
            points = _points(item, others.low, others.high)
            cells[other] = Cell(raters=raters, mean=others, points=points)
        return cells
    return {}


def _others(ratings: _Ratings, part: Histogram) -> Range | None:
    """Return the mean of all others if this part has any sum of its end; None is not to be told.

    Where some sum of the end would put the others at an end too, or off the scale, the end and
    the total together could leave one possibility only.
    """
    end = _end(part)
    people = sum(ratings.total) - sum(part)
    if end is None or people == 0:
        return None
    whole, levels = level_sum(ratings.total), len(part)
    least, most = whole - end[1], whole - end[0]
    if least < people or most > people * levels:
        return None
    if _end_of(least, people, levels) or _end_of(most, people, levels):
        return None
    return Range(Fraction(least, people), Fraction(most, people))


def _end(counts: Histogram) -> tuple[int, int] | None:
    return _end_of(level_sum(counts), sum(counts), len(counts))


def _end_of(total: int, people: int, levels: int) -> tuple[int, int] | None:
    """Return the least and greatest sum of the end that a mean lies at; None is no end."""
    mean = tenths(Fraction(total, people))
    if mean <= 10 + END:
        return people, -(-people * (21 + 2 * END) // 20) - 1
    if mean >= 10 * levels - END:
        return -(-people * (20 * levels - 2 * END - 1) // 20), people * levels
    return None


def _band_cell(item: Item, counts: Histogram, rules: GroupRules) -> Cell:
    """Return the figures of ratings at an end: the whole end."""
    levels, width = len(counts), Fraction(END, 10)
    half = Fraction(1, 20)
    low = tenths(mean_level(counts)) <= 10 + END
    mean = Range(Fraction(1), 1 + width) if low else Range(levels - width, Fraction(levels))
    points = (
        _points(item, mean.low, mean.high + half)
        if low
        else _points(item, mean.low - half, mean.high)
    )
    return Cell(raters=_steps(sum(counts), rules), mean=mean, points=points)


def _mean_cell(item: Item, counts: Histogram, rules: GroupRules) -> Cell:
    """Return the figures that follow from the mean level alone, and AD's flag.

    Two of equal answers can move apart by one level each without lifting AD over its limit.
    """
    mean, raters = mean_level(counts), _steps(sum(counts), rules)
    points = _points(item, mean, mean)
    apart = is_apart(counts) if raters.low * len(counts) >= PAIR else None
    return Cell(raters=raters, mean=at(mean), points=points, apart=apart)


def _points(item: Item, low: Fraction, high: Fraction) -> Range:
    return Range(*points_between(item, low, high))


def _steps(people: int, rules: GroupRules) -> Range:
    """Return a number of people in steps of `k_min`."""
    low = people // rules.k_min * rules.k_min
    return Range(Fraction(low), Fraction(low + rules.k_min - 1))


def quarter(share: Fraction) -> Range:
    """Return the quarter that a share lies in; the last holds 1."""
    quarter = min(3, share.numerator * 4 // share.denominator)
    last = 100 if quarter == 3 else 25 * quarter + 24  # noqa: PLR2004  # the last of four
    return Range(Fraction(quarter, 4), Fraction(last, 100))
