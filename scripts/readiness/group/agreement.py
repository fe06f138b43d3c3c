"""How the ratings of one item lie: mean, spread, agreement, points. Exact, from counts alone.

AD is the mean distance from the mean, in levels, and is too large above c/6 for c levels; r_wg
compares the variance with that of answers spread evenly, (c * c - 1) / 12 (scoring.md 3.6).
Nothing is tested or hidden here.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.questionnaire import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Variance (n - 1), AD in levels, and r_wg from 0 to 1; None of one person."""

    variance: Fraction | None
    ad: Fraction | None
    r_wg: Fraction | None


def mean_level(counts: Sequence[int]) -> Fraction:
    """Return the mean of the levels, counted from 1; there is at least one rating."""
    return Fraction(level_sum(counts), sum(counts))


def level_sum(counts: Sequence[int]) -> int:
    """Return the sum of all ratings, in levels."""
    return sum(level * count for level, count in enumerate(counts, 1))


def mean_points(item: Item, counts: Sequence[int]) -> Fraction:
    """Return the mean of the raters' points (0 to 100)."""
    pairs = zip(item.scale.levels, counts, strict=True)
    total = sum((level.points * count for level, count in pairs), start=Fraction(0))
    return total / sum(counts)


def spread(counts: Sequence[int]) -> Spread:
    """Return how far the ratings lie apart."""
    people, total = sum(counts), level_sum(counts)
    if people < 2:  # noqa: PLR2004  # one person cannot disagree
        return Spread(variance=None, ad=None, r_wg=None)
    rated = list(enumerate(counts, 1))
    squares = sum(level * level * count for level, count in rated)
    variance = Fraction(people * squares - total * total, people * (people - 1))
    away = sum(count * abs(level * people - total) for level, count in rated)
    evenly = Fraction(len(counts) ** 2 - 1, 12)
    return Spread(
        variance=variance,
        ad=Fraction(away, people * people),
        r_wg=max(Fraction(0), 1 - variance / evenly),
    )


def ad_limit(levels: int) -> Fraction:
    """Return the AD above which people should talk before they act."""
    return Fraction(levels, 6)


def tenths(value: Fraction) -> int:
    """Return a value from 0 in tenths, half up."""
    return (20 * value.numerator + value.denominator) // (2 * value.denominator)


def root_tenths(value: Fraction) -> int:
    """Return the square root of a value from 0 in tenths, half up."""
    return (isqrt(400 * value.numerator // value.denominator) + 1) // 2
