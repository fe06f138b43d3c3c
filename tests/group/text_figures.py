"""The figures of a group, written anew from the text of the rules, for comparison.

All are worked out from the tables of `text_tables`, with nothing of the package.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

from .text_groups import high_half_from
from .text_tables import TextTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .text_tables import Blocks, Ends, Table


class TextFigures(TextTables):
    """Figures of questions, themes, dimensions and gates."""

    def item(self, table: Table) -> dict[str, Any]:
        """Return the figures of one question."""
        steps = [Fraction(n) for n in range(1, len(table.question.points) + 1)]
        ad, variance = ad_of(table.counts(0)), _variance(table.counts(0))
        evenly = Fraction(len(steps) ** 2 - 1, 12)
        whole = table.is_whole and table.raters > 0
        return {
            "told": _how_told(table),
            "applies": table.applies,
            "whole": _whole(table),
            "blocks": {
                name: None if one is None else {"raters": one[0], "high_half": one[1]}
                for name, one in table.blocks.items()
            },
            "asked": table.asked,
            "dont_know": table.dont_know,
            "not_applicable": table.not_applicable,
            "mean": table.ends(steps),
            "points": table.ends(table.question.points),
            "agreement": self._agreement(table),
            "ad": ad if whole else None,
            "r_wg": max(Fraction(0), 1 - variance / evenly) if whole else None,
            "gaps": self._gaps(
                _told_shares(table),
                {name: one[0] for name, one in table.blocks.items() if one},
            ),
        }

    def word(self, ad: Fraction, levels: int) -> str:
        """Return the word for an AD."""
        limit = Fraction(levels, 6)
        return "apart" if ad > limit else "close" if ad <= limit / 2 else "mixed"

    def _agreement(self, table: Table) -> str | None:
        if not table.halves:
            return None
        words = {self.word(ad_of(table.counts(end)), len(table.question.points)) for end in (0, 1)}
        return words.pop() if len(words) == 1 else None

    def is_flagged(self, gap: Fraction, smaller: int) -> bool:
        """Tell whether a gap is worth a talk: large enough, and made by two people."""
        return gap >= self.rules.gap and gap * smaller >= 2

    def _gaps(
        self, shares: Mapping[str, Fraction | None], people: Mapping[str, int]
    ) -> list[dict[str, Any]]:
        told = {name: share for name, share in shares.items() if share is not None}
        found: list[dict[str, Any]] = []
        for (one, left), (other, right) in combinations(told.items(), 2):
            size = abs(left - right)
            flagged = self.is_flagged(size, min(people[one], people[other]))
            found.append({"blocks": [one, other], "gap": left - right, "flagged": flagged})
        return found

    def gate(self, table: Table) -> str:
        """Return how a gate stands; the one who does not know may be anybody of an untold block."""
        assert table.question.gate is not None
        if not table.raters:
            return "find_out"
        place = table.question.gate[0] - 1
        doubt = sum(
            table.asked[name] if known is None else known for name, known in table.dont_know.items()
        )
        everybody = table.raters + doubt
        if Fraction(sum(table.counts(0)[place:]), everybody) >= self.rules.gate_share:
            return "met"
        if Fraction(sum(table.counts(1)[place:]) + doubt, everybody) < self.rules.gate_share:
            return "not_met"
        return "find_out"

    def areas(
        self, tables: Mapping[str, Table], blocks: Blocks
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the figures of themes and of dimensions."""
        themes: dict[str, Any] = {}
        dimensions: dict[str, Any] = {}
        for dimension in self.form.dimensions:
            for theme in dimension.themes:
                own = [tables[one.id] for one in theme.questions]
                parts = [(t.question.weight, *_state(t)) for t in own]
                themes[theme.id] = self._area(parts, own, blocks)
            inside = [
                (t.weight, themes[t.id]["state"], themes[t.id]["score"]) for t in dimension.themes
            ]
            own = [tables[one.id] for theme in dimension.themes for one in theme.questions]
            dimensions[dimension.id] = self._area(inside, own, blocks)
        return themes, dimensions

    def _area(
        self, parts: Sequence[tuple[int, str, Ends | None]], tables: Sequence[Table], blocks: Blocks
    ) -> dict[str, Any]:
        live = [(weight, score) for weight, state, score in parts if state != "does_not_apply"]
        scored = [(weight, score) for weight, score in live if score is not None]
        share = Fraction(sum(w for w, _ in scored), sum(w for w, _ in live)) if live else None
        enough = share is not None and scored and share >= self.rules.theme_share
        shares = self._shares(tables, blocks)
        return {
            "state": "scored" if enough else "not_enough" if live else "does_not_apply",
            "score": _weighted(scored) if enough else None,
            "coverage": share,
            "blocks": shares,
            "gaps": self._gaps(shares, {name: len(inside) for name, inside in blocks.items()}),
        }

    def _shares(self, tables: Sequence[Table], blocks: Blocks) -> dict[str, Fraction | None]:
        """Return the mean of each block's shares; unlike the text, only of what all are asked."""
        told = [(table, _told_shares(table)) for table in tables]
        telling = {name for _, shares in told for name in shares}
        common = [(t.question.weight, shares) for t, shares in told if telling <= set(t.asked)]
        found: dict[str, Fraction | None] = {}
        for name in blocks:
            own = [(weight, shares[name]) for weight, shares in common if name in shares]
            total = sum((weight * share for weight, share in own), Fraction(0))
            found[name] = total / sum(weight for weight, _ in own) if own else None
        return found

    def index(self, dimensions: Mapping[str, Any]) -> Ends | None:
        """Return the index (0 to 100); None where a dimension that applies has no score."""
        pairs = zip(self.form.dimensions, dimensions.values(), strict=True)
        live = [(one.weight, f["score"]) for one, f in pairs if f["state"] != "does_not_apply"]
        return _weighted(live) if live and all(score for _, score in live) else None

    def dont_know(self, tables: Iterable[Table]) -> Ends | None:
        """Return the least and greatest share; where too few rated, anything up to k_min - 1."""
        least, most = [0, 0], [0, 0]
        for table in tables:
            for name, asked in table.asked.items():
                told, known = table.blocks[name], table.dont_know[name]
                nearly_all = (max(0, asked - self.rules.colluders), asked)
                doubt = nearly_all if known is None else (known, known)
                few = (0, min(self.rules.k_min - 1, asked))
                rated = (told[0], told[0]) if told else few
                least = [least[0] + doubt[0], least[1] + doubt[0] + rated[1]]
                most = [most[0] + doubt[1], most[1] + doubt[1] + rated[0]]
        return (Fraction(*least), Fraction(*most)) if least[1] and most[1] else None


def _told_shares(table: Table) -> dict[str, Fraction]:
    told = [(name, one) for name, one in table.blocks.items() if one is not None]
    return {name: Fraction(high, raters) for name, (raters, high) in told if high is not None}


def _state(table: Table) -> tuple[str, Ends | None]:
    points = table.ends(table.question.points)
    if points:
        return "scored", points
    return ("not_enough" if table.applies else "does_not_apply"), None


def _weighted(parts: Sequence[tuple[int, Ends]]) -> Ends:
    total = sum(weight for weight, _ in parts)
    low, high = (sum((w * ends[end] for w, ends in parts), Fraction(0)) / total for end in (0, 1))
    return low, high


def _how_told(table: Table) -> str:
    if table.halves and table.is_whole:
        return "levels"
    return "halves" if table.halves and high_half_from(table.question.points) else "none"


def _whole(table: Table) -> dict[str, Any] | None:
    """Return the sum of what the cells tell; a level that none tells is None."""
    if not table.halves:
        return None
    levels: list[int | None] = [None] * len(table.question.points)
    for half in table.halves:
        for place, people in enumerate(half.levels or [], half.start):
            levels[place] = (levels[place] or 0) + people
    high = high_half_from(table.question.points)
    above = None if high is None else sum(h.people for h in table.halves if h.start == high)
    below = None if above is None else table.raters - above
    return {"raters": table.raters, "low_half": below, "high_half": above, "levels": levels}


def ad_of(counts: Sequence[int]) -> Fraction:
    """Return the mean distance from the mean, in levels; 0 of nobody."""
    people = sum(counts)
    if not people:
        return Fraction(0)
    mean = Fraction(sum(level * n for level, n in enumerate(counts)), people)
    return sum((n * abs(level - mean) for level, n in enumerate(counts)), Fraction(0)) / people


def _variance(counts: Sequence[int]) -> Fraction:
    people = sum(counts)
    if people < 2:
        return Fraction(0)
    mean = Fraction(sum(level * n for level, n in enumerate(counts)), people)
    squares = (n * (level - mean) ** 2 for level, n in enumerate(counts))
    return sum(squares, Fraction(0)) / (people - 1)
