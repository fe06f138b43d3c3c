"""What is told by simpler rules, as little functions of counts: each of them gives people away."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .worlds import Counts

K_MIN = 5


def open_counts(blocks: Sequence[Counts]) -> str:
    """Tell everything."""
    return str(blocks)


def means(blocks: Sequence[Counts]) -> str:
    """Tell the mean with one decimal of five people and more."""
    return str([_mean(counts) for counts in blocks])


def distribution_from_ten(blocks: Sequence[Counts]) -> str:
    """Tell all levels of ten people and more, and nothing else."""
    return str([counts if sum(counts) >= 2 * K_MIN else None for counts in blocks])


def mixed_if_three_differ(blocks: Sequence[Counts]) -> str:
    """Tell means, and how far answers lie apart only where three differ from the commonest."""
    return str([(_mean(counts), _spread(counts)) for counts in blocks])


def roles_hidden_until_the_rest_is_enough(blocks: Sequence[Counts]) -> str:
    """Tell everybody's mean, and a role's only where the others are five and more."""
    total = tuple(map(sum, zip(*blocks, strict=True)))
    rest = [sum(total) - sum(counts) for counts in blocks]
    return str((_mean(total), [_mean(c) for c, n in zip(blocks, rest, strict=True) if n >= K_MIN]))


def pair_by_heads(before: Sequence[Counts], after: Sequence[Counts]) -> str:
    """Let a second report of open levels follow as soon as five people have come."""
    came = sum(map(sum, after)) - sum(map(sum, before))
    return f"{before} {after if came >= K_MIN else None}"


ONE_REPORT: tuple[Callable[[Sequence[Counts]], str], ...] = (
    open_counts,
    means,
    mixed_if_three_differ,
    roles_hidden_until_the_rest_is_enough,
)


def _mean(counts: Counts) -> int | None:
    people = sum(counts)
    if people < K_MIN:
        return None
    return (20 * sum(n * at for at, n in enumerate(counts, 1)) + people) // (2 * people)


def _spread(counts: Counts) -> Fraction | None:
    people = sum(counts)
    if people - max(counts) < 3:
        return None
    mean = Fraction(sum(n * at for at, n in enumerate(counts, 1)), people)
    away = sum((n * abs(at - mean) for at, n in enumerate(counts, 1)), Fraction(0))
    return away / people
