"""What is told about one item of a group: of everybody, and of each role.

A figure that is told is a range from low to high, and exact where both are the same. `open_item`
tells everything about enough people; what must be hidden from readers is decided in `protection`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine.agreement import Spread, ad_limit, mean_level, mean_points, spread
from readiness.engine.tally import added, dont_know_of, levels_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.engine.tally import Histogram
    from readiness.questionnaire import GroupRules, Item


@dataclass(frozen=True, slots=True)
class Range:
    """A figure that lies from low to high."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Ratings of an item: how many raters, the mean level and the mean points (0 to 100).

    `apart` tells whether AD is above its limit; None is hidden.
    """

    raters: Range
    mean: Range
    points: Range
    apart: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """What is told of an item; None is hidden. `roles` holds those who were asked."""

    item: Item
    total: Cell | None = None
    roles: Mapping[str, Cell | None] = field(default_factory=dict)
    spread: Spread | None = None
    dont_know: Range | None = None
    distribution: Histogram | None = None

    @property
    def apart(self) -> bool | None:
        """Tell whether answers lie apart: those of all, or where that is hidden, of some role."""
        if self.total is None or self.total.apart is not None:
            return None if self.total is None else self.total.apart
        return any(cell.apart for cell in self.roles.values() if cell is not None) or None


def at(value: Fraction | int) -> Range:
    """Return an exact figure."""
    return Range(Fraction(value), Fraction(value))


def open_item(
    item: Item, histograms: Mapping[str | None, Histogram], rules: GroupRules
) -> ItemView:
    """Return everything about an item, of cells with at least `k_min` raters."""
    total = levels_of(added(item, histograms.values()))
    roles = {role: levels_of(histogram) for role, histogram in histograms.items() if role}
    if sum(total) < rules.k_min:
        return ItemView(item=item, roles=dict.fromkeys(roles))
    return ItemView(
        item=item,
        total=exact_cell(item, total),
        roles={
            role: exact_cell(item, counts) if sum(counts) >= rules.k_min else None
            for role, counts in roles.items()
        },
        spread=spread(total),
        dont_know=at(dont_know_share(item, histograms)),
        distribution=total if sum(total) >= rules.distribution_min else None,
    )


def is_apart(counts: Histogram) -> bool | None:
    """Tell whether ratings lie too far apart; one rating alone does not say."""
    ad = spread(counts).ad
    return None if ad is None else ad > ad_limit(len(counts))


def exact_cell(item: Item, counts: Histogram) -> Cell:
    """Return the figures of at least one rating."""
    return Cell(
        raters=at(sum(counts)),
        mean=at(mean_level(counts)),
        points=at(mean_points(item, counts)),
        apart=is_apart(counts),
    )


def dont_know_share(item: Item, histograms: Mapping[str | None, Histogram]) -> Fraction:
    """Return "don't know" as a share of that and the ratings; there is at least one of either."""
    total = added(item, histograms.values())
    dont_know = dont_know_of(total)
    return Fraction(dont_know, dont_know + sum(levels_of(total)))
