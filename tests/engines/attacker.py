"""A reader who wants to know what somebody answered; knows the form and one report, nothing else.

His own program: it shares no code with the engines. For one item he tries every set of answers
that the published figures allow, and looks for a role in which all of them give everybody one and
the same answer. He is told more than a reader knows: how many people each role holds, hidden or
not, and the true points of all other items of the theme. What he does not use: his own answer,
what he knows of single people, blank answers, verdicts, and why a figure is missing.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from io import StringIO
from itertools import combinations, count, pairwise
from math import floor, sqrt
from operator import add, mul
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]
Counts = tuple[int, ...]  # of each level, then of "don't know"


@dataclass(frozen=True)
class Known:
    """What he knows beside the report: the scale, the sizes of the roles, the theme's other items.

    `elsewhere` holds the true mean points of the other items of the theme; all weights are 1.
    """

    levels: int
    sizes: Mapping[str, int]
    k_min: int
    elsewhere: tuple[Fraction, ...] = ()


@cache
def answer_sets(people: int, places: int) -> tuple[Counts, ...]:
    """Return every way in which so many people choose one of some answers, as counts."""
    found = []
    for bars in combinations(range(people + places - 1), places - 1):
        edges = (-1, *bars, people + places - 1)
        found.append(tuple(after - before - 1 for before, after in pairwise(edges)))
    return tuple(found)


def fixed_answer(report: Json, item: str, theme: str, role: str, known: Known) -> int | None:
    """Return the answer that everybody in a role must have given, or None where several can be."""
    figures, score = report["items"][item], report["themes"][theme]["score"]
    own = _allowed(figures, [role], known)
    named = [r for r in known.sizes if r != role and "suppressed" not in _cell(figures, r)]
    unnamed = [r for r in known.sizes if r != role and r not in named]
    parts = [_allowed(figures, [other], known) for other in named]
    parts += [_allowed(figures, unnamed, known)] if unnamed else []
    rest = _by_mean(_sums(parts, known.levels + 1))
    answers: set[int] = set()
    for one in sorted(own, key=lambda sets: (max(sets) == sum(sets), -max(sets))):
        if _is_possible(one, rest, figures, score, known):
            if max(one) < sum(one):
                return None
            answers.add(one.index(max(one)))
    assert answers, "the true answers are possible"
    return answers.pop() if len(answers) == 1 else None


def _by_mean(sets: set[Counts]) -> dict[tuple[int, int], list[Counts]]:
    """Return answer sets by raters and sum, of which most figures are made."""
    found: dict[tuple[int, int], list[Counts]] = {}
    for one in sets:
        found.setdefault((sum(one[:-1]), _level_sum(one)), []).append(one)
    return found


def _is_possible(
    one: Counts,
    rest: Mapping[tuple[int, int], list[Counts]],
    figures: Json,
    score: Json | None,
    known: Known,
) -> bool:
    """Tell whether a role can have answered so, with some answers of all others."""
    for others in rest.values():
        first = _add(one, others[0])
        if "suppressed" in figures:
            if sum(first[:-1]) < known.k_min:
                return True
        elif (
            _fits_cell(first, figures)
            and _fits_score(first, score, known)
            and any(_fits_spread(_add(one, other), figures) for other in others)
        ):
            return True
    return False


def _level_sum(counts: Counts) -> int:
    return sum(map(mul, counts[:-1], count(1)))


def _cell(figures: Json, role: str) -> Json:
    cell: Json = figures["roles"].get(role, {"suppressed": True})
    return cell


def _allowed(figures: Json, roles: list[str], known: Known) -> list[Counts]:
    """Return the answers of roles together that the figures of their own allow."""
    sets = answer_sets(sum(known.sizes[role] for role in roles), known.levels + 1)
    cell = _cell(figures, roles[0])
    return [one for one in sets if "suppressed" in cell or _fits_cell(one, cell)]


def _sums(parts: list[list[Counts]], places: int) -> set[Counts]:
    total = {(0,) * places}
    for part in parts:
        total = {_add(one, other) for one in total for other in part}
    return total


def _add(one: Counts, other: Counts) -> Counts:
    return tuple(map(add, one, other))


def _within(value: int, figure: Json, factor: int = 1) -> bool:
    low = float(figure["shown"])
    return round(factor * low) <= value <= round(factor * float(figure.get("to", low)))


def _fits_cell(counts: Counts, cell: Json) -> bool:
    """Tell whether there are so many raters, with this mean level and these points."""
    rated = counts[:-1]
    people, total = sum(rated), _level_sum(counts)
    if people == 0 or not _within(people, cell["raters"]):
        return False
    digits = 10 ** len(str(cell["mean"]["shown"]).partition(".")[2])
    mean = (2 * digits * total + people) // (2 * people)
    points = 100 * (total - people) // (people * (len(rated) - 1))
    return _within(mean, cell["mean"], digits) and _within(points, cell["points"])


def _fits_spread(total: Counts, figures: Json) -> bool:
    """Tell whether share of "don't know", flag, AD and distribution are those published."""
    rated, people = total[:-1], sum(total[:-1])
    levels = _level_sum(total)
    away = sum(n * abs(level * people - levels) for level, n in enumerate(rated, 1))
    apart, ad, distribution = figures["apart"], figures["ad"], figures["distribution"]
    return (
        _within(100 * total[-1] // sum(total), figures["dont_know_share"])
        and (apart is None or apart == (6 * away > len(rated) * people * people))
        and (ad is None or _within((20 * away + people**2) // (2 * people**2), ad, 10))
        and (distribution is None or list(rated) == distribution)
        and _fits_variance(rated, figures)
    )


def _fits_variance(rated: Counts, figures: Json) -> bool:
    """Tell whether standard deviation and r_wg are those published."""
    people, levels = sum(rated), len(rated)
    if people < 2 or figures.get("sd") is None:
        return True
    mean = Fraction(sum(map(mul, rated, count(1))), people)
    squares = sum((n * (level - mean) ** 2 for level, n in enumerate(rated, 1)), Fraction(0))
    variance = squares / (people - 1)
    agreement = max(Fraction(0), 1 - 12 * variance / (levels * levels - 1))
    return _within(floor(10 * sqrt(variance) + 0.5), {"shown": figures["sd"]}, 10) and _within(
        floor(10 * agreement + Fraction(1, 2)), figures["r_wg"], 10
    )


def _fits_score(total: Counts, score: Json | None, known: Known) -> bool:
    """Tell whether the theme has its score, with all its other items as they are."""
    if score is None:
        return True
    rated, people = total[:-1], sum(total[:-1])
    levels = _level_sum(total)
    own = Fraction(100 * (levels - people), people * (len(rated) - 1))
    mean = (own + sum(known.elsewhere)) / (1 + len(known.elsewhere))
    return _within(floor(mean), score)


def newcomer(before: Json, after: Json, item: str, levels: int) -> int | None:
    """Return the answer of the one person by whom two reports differ, 0 is "don't know"."""
    cells = [report["items"].get(item, {"suppressed": True}) for report in (before, after)]
    if any("suppressed" in cell for cell in cells):
        return None
    first, second = (_sums_of(cell, levels) for cell in cells)
    answers = {
        more - fewer
        for people, fewer in first
        for others, more in second
        if (others == people + 1 and 1 <= more - fewer <= levels)
        or (others, more) == (people, fewer)
    }
    return answers.pop() if len(answers) == 1 else None


def _sums_of(cell: Json, levels: int) -> set[tuple[int, int]]:
    """Return the raters and sums that a cell allows; each is tried with two levels at most."""
    least, most = (int(cell["raters"].get(end, cell["raters"]["shown"])) for end in ("shown", "to"))
    return {
        (people, total)
        for people in range(max(1, least), most + 1)
        for total in range(people, people * levels + 1)
        if _fits_cell(_of_sum(people, total, levels), cell)
    }


def _of_sum(people: int, total: int, levels: int) -> Counts:
    """Return some answers of so many people with this sum, with nobody who does not know."""
    level, higher = divmod(total, people)
    counts = [0] * (levels + 1)
    counts[level - 1] = people - higher
    counts[level] += higher
    return (*counts[:levels], 0)


def csv_says_no_more(report: Json, text: str) -> bool:
    """Tell whether every number of the CSV stands in the JSON too."""
    numbers = set(_numbers(report))
    rows = list(csv.reader(StringIO(text)))[1:]
    places = {str(number) for number in range(1, 1 + len(report.get("talk_first", ())))}
    return all(cell in numbers | places for row in rows for cell in row[4:6] if cell)


def _numbers(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _numbers(one)
    elif isinstance(value, list):
        for one in value:
            yield from _numbers(one)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
