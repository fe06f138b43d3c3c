"""The rules of the text, each bent by one, to see that the comparison sees it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from .by_the_text import ByTheText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .text_tables import Table


class TellsFewer(ByTheText):
    """Rule 1: k_min - 1 raters are enough."""

    def is_enough(self, raters: int) -> bool:
        """Tell whether a block is told of."""
        return super().is_enough(raters + 1)


class FewerAreLarge(ByTheText):
    """Rule 2: distribution_min - 1 raters are no small block."""

    def is_small(self, raters: int) -> bool:
        """Tell whether a block is small."""
        return super().is_small(raters + 1)


class FewerAreACell(ByTheText):
    """Rule 3: distribution_min - 1 raters are told half by half."""

    def may_tell(self, raters: int) -> bool:
        """Tell whether a cell may be told half by half."""
        return super().may_tell(raters + 1)


class ExposedByThePool(ByTheText):
    """Rule 3: the pool decides what is exposed, not each block."""

    def is_exposed(self, inside: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a half is exposed."""
        return super().is_exposed([(sum(a for a, _ in inside), sum(b for _, b in inside))])


class ExposedLater(ByTheText):
    """Rule 3: all but t - 1 raters of a block are in the half."""

    def is_exposed(self, inside: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a half is exposed."""
        return super().is_exposed([(half, raters + 1) for half, raters in inside])


class OpensOneMind(ByTheText):
    """Rule 3: a level may hold H - t."""

    def is_of_one_mind(self, levels: Sequence[int]) -> bool:
        """Tell whether one level holds nearly all."""
        return max(levels) > sum(levels) - self.rules.colluders


class ApartAtTheLimit(ByTheText):
    """Agreement: an AD of c/6 is apart."""

    def word(self, ad: Fraction, levels: int) -> str:
        """Return the word for an AD."""
        return "apart" if ad == Fraction(levels, 6) else super().word(ad, levels)


class GapOfOne(ByTheText):
    """Gaps: one person may make one."""

    def is_flagged(self, gap: Fraction, smaller: int) -> bool:
        """Tell whether a gap is worth a talk."""
        return super().is_flagged(gap, max(smaller, 100))


class GapBeyond(ByTheText):
    """Gaps: flagged above the share only."""

    def is_flagged(self, gap: Fraction, smaller: int) -> bool:
        """Tell whether a gap is worth a talk."""
        return gap != self.rules.gap and super().is_flagged(gap, smaller)


class GateWithoutDoubt(ByTheText):
    """Gates: who does not know is left out."""

    def gate(self, table: Table) -> str:
        """Return how a gate stands."""
        return super().gate(replace(table, dont_know=dict.fromkeys(table.dont_know, 0)))


CANARIES = (
    TellsFewer,
    FewerAreLarge,
    FewerAreACell,
    ExposedByThePool,
    ExposedLater,
    OpensOneMind,
    ApartAtTheLimit,
    GapOfOne,
    GapBeyond,
    GateWithoutDoubt,
)
