"""The rules about numbers: points, bands, shares, cut-offs and floors.

They look as the other rules do (see `rules`): a node and a sentence for each fault.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from readiness.questionnaire import Completeness, NotYet, Ready
from readiness.reading.draft import exact_of
from readiness.reading.nodes import Node, keys, mappings, written
from readiness.reading.scalars import RATIO, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from readiness.reading.draft import Draft

Found = tuple[Node, str]
MOST_POINTS = 100
MOST_STEPS = 10  # between the lowest and the highest of eleven levels

SHARES = (
    ("verdict", "completeness", "score"),
    ("verdict", "completeness", "verdict"),
    ("verdict", "theme_share"),
    ("verdict", "ready", "dont_know"),
    ("verdict", "not_applicable"),
    ("group", "gate_share"),
    ("group", "gap", "share"),
)
CUT_OFFS = (
    *(("verdict", verdict, key) for verdict in ("not_yet", "ready") for key in NotYet.__slots__),
    ("group", "gap", "theme_points"),
)


def scale_points(draft: Draft) -> Iterator[Found]:
    """Put points on all levels of a scale or on none, rising from 0 to 100."""
    for scale in keys(draft.find("scales")):
        levels = list(mappings(draft.find("scales", scale, "levels")))
        points = [level.get("points") for level in levels]
        given = [node for node in points if node]
        if not given:
            continue
        for level, node in zip(levels, points, strict=True):
            if node is None:
                yield level, "'points' are needed on all levels or on none, here are none"
        if len(given) == len(points):
            yield from _rising(given, "points")
            yield from _fixed(given[0], 0, "the first level needs 0 points")
            yield from _fixed(given[-1], MOST_POINTS, "the last level needs 100 points")


def bands(draft: Draft) -> Iterator[Found]:
    """Start bands at 0 points and let them rise."""
    starts = [node for band in mappings(draft.find("bands")) if (node := band.get("from"))]
    if starts:
        yield from _fixed(starts[0], 0, "the first band must start from 0")
        yield from _rising(starts, "the points from which bands start")


def _rising(nodes: Iterable[Node], what: str) -> Iterator[Found]:
    """Find the values that are not above the one before."""
    for before, node in pairwise(nodes):
        low, high = exact_of(before), exact_of(node)
        if low is not None and high is not None and high <= low:
            yield node, f"{what} must rise, here {written(node)} follows {written(before)}"


def _fixed(node: Node, value: int, needs: str) -> Iterator[Found]:
    number = exact_of(node)
    if number is not None and number != value and 0 <= number <= MOST_POINTS:
        yield node, f"{needs}, here is {written(node)}"


def ratio_in_range(draft: Draft) -> Iterator[Found]:
    """Keep ratios in range: shares from 0 to 1, points from 0 to 100."""
    levels = chain.from_iterable(
        mappings(draft.find("scales", scale, "levels")) for scale in keys(draft.find("scales"))
    )
    points = [
        *(draft.find(*path) for path in CUT_OFFS),
        *(level.get("points") for level in levels),
        *(band.get("from") for band in mappings(draft.find("bands"))),
    ]
    yield from _above((draft.find(*path) for path in SHARES), 1)
    yield from _above([draft.find("group", "gap", "levels")], MOST_STEPS)
    yield from _above(points, MOST_POINTS)


def _above(nodes: Iterable[Node | None], most: int) -> Iterator[Found]:
    """Find ratios above a limit; plain numbers are the schema's business."""
    for node in nodes:
        ratio = written(node) or ""
        if node and RATIO.fullmatch(ratio) and (exact(ratio) or 0) > most:
            yield node, f"at most {most} is needed, here is {ratio}"


def floors_below_cut_offs(draft: Draft) -> Iterator[Found]:
    """Keep what "not yet" asks for at or below what "ready" asks for; likewise completeness."""
    for key in NotYet.__slots__:
        low, high = ("verdict", "not_yet", key), ("verdict", "ready", key)
        yield from ordered(draft, low, high, getattr(NotYet(), key), getattr(Ready(), key))
    score, verdict = ("verdict", "completeness", "score"), ("verdict", "completeness", "verdict")
    yield from ordered(draft, score, verdict, Completeness().score, Completeness().verdict)


def ordered(
    draft: Draft,
    low: tuple[str, ...],
    high: tuple[str, ...],
    low_default: Fraction | int,
    high_default: Fraction | int,
) -> Iterator[Found]:
    """Find a lower value that is above its upper one; either may be a default."""
    lower, upper = draft.find(*low), draft.find(*high)
    least = low_default if lower is None else exact_of(lower)
    most = high_default if upper is None else exact_of(upper)
    place = lower or upper
    if place and least is not None and most is not None and least > most:
        there = f"here are {written(lower) or f'{least} (the default)'}"
        there += f" and {written(upper) or f'{most} (the default)'}"
        yield place, f"'{'.'.join(low[1:])}' must not be above '{'.'.join(high[1:])}', {there}"
