"""The named rules that no schema can express: what must fit together across keys and files.

Each rule is a function that yields a node and a sentence; its name is the rule's name. A rule
passes over what has not the expected form. All of them stop the build.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from readiness.draft import Draft, whole
from readiness.nearest import did_you_mean
from readiness.nodes import Mapping, Node, Scalar, Sequence, children, find, key_of, keys, mappings
from readiness.nodes import scalars, written
from readiness.questionnaire import Completeness, GroupRules, NotYet, Ready
from readiness.scalars import RATIO, exact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from fractions import Fraction

    from readiness.problems import Problem

Found = tuple[Node, str]
MOST_POINTS = 100


def check(draft: Draft) -> Iterator[Problem]:
    """Yield what every rule finds."""
    for rule in RULES:
        for node, message in rule(draft):
            yield node.problem(rule.__name__.replace("_", "-"), message)


def unique_item_ids(draft: Draft) -> Iterator[Found]:
    """Each item has its own id, now and in earlier editions (`was`)."""
    ids = ((item.get("id"), scalars(item.get("was"))) for item in draft.items())
    yield from _repeated(chain.from_iterable((one, *earlier) for one, earlier in ids), "item")


def unique_theme_ids(draft: Draft) -> Iterator[Found]:
    """Each theme has its own id, over all dimensions."""
    yield from _repeated((theme.get("id") for theme in draft.themes()), "theme")


def unique_entries(draft: Draft) -> Iterator[Found]:
    """A list of dimensions or roles names each of them once."""
    yield from _repeated(children(draft.find("dimensions")), "dimension")
    yield from _repeated(children(draft.find("ask_order")), "dimension")
    for item in draft.items():
        yield from _repeated(children(item.get("roles")), "role")


def _repeated(ids: Iterable[Node | None], what: str) -> Iterator[Found]:
    """Find the ids that stand a second time."""
    seen: dict[str, Scalar] = {}
    for node in ids:
        if not isinstance(node, Scalar):
            continue
        first = seen.setdefault(node.written, node)
        if first is not node:
            yield node, f"each {what} id is needed once, '{node.written}' is at {first.place} too"


def ask_order(draft: Draft) -> Iterator[Found]:
    """The order of asking names exactly the dimensions."""
    order = draft.find("ask_order")
    if not isinstance(order, Sequence):
        return
    dimensions = [node.written for node in scalars(draft.find("dimensions"))]
    named = [node.written for node in scalars(order)]
    for node in scalars(order):
        if node.written not in dimensions:
            yield node, _unknown("dimension", node.written, dimensions)
    missing = [dimension for dimension in dimensions if dimension not in named]
    if missing and all(name in dimensions for name in named):
        yield order, f"'ask_order' must name every dimension, missing here: {', '.join(missing)}"


def known_scale(draft: Draft) -> Iterator[Found]:
    """Items and the default name scales that exist; with several scales there is no guessing."""
    scales = keys(draft.find("scales"))
    if not scales:
        return
    for node in (draft.find("default_scale"), *(item.get("scale") for item in draft.items())):
        if isinstance(node, Scalar) and node.written not in scales:
            yield node, _unknown("scale", node.written, scales)
    undecided = any(draft.scale_id(item) is None for item in draft.items())
    place = key_of(draft.questionnaire, "scales")
    if undecided and draft.settled and place:
        yield place, "'default_scale' is needed, there are several scales and some items name none"


def known_roles(draft: Draft) -> Iterator[Found]:
    """Items name roles that exist."""
    roles = draft.roles()
    if not roles and not draft.settled:
        return
    for item in draft.items():
        for node in scalars(item.get("roles")):
            if node.written not in roles:
                yield node, _unknown("role", node.written, roles)


def _unknown(what: str, word: str, known: Iterable[str]) -> str:
    known = tuple(known)
    there = f"there is {', '.join(known)}" if known else "none is defined"
    hint = did_you_mean(word, known) or f" ({there})"
    return f"unknown {what} '{word}'{hint}"


def level_texts(draft: Draft) -> Iterator[Found]:
    """An item has as many level texts as its scale has levels."""
    for item in draft.items():
        texts, needed = item.get("levels"), len(draft.scale_levels(item))
        if isinstance(texts, Sequence) and needed and len(texts.children) != needed:
            message = f"{needed} level texts are needed, here are {len(texts.children)}"
            if texts.flow and len(texts.children) > needed:
                message += "; in square brackets a comma starts a new text unless it is in quotes"
            yield texts, message


def scale_points(draft: Draft) -> Iterator[Found]:
    """Points stand on all levels of a scale or on none, and rise from 0 to 100."""
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
    """Bands start at 0 points and rise."""
    starts = [node for band in mappings(draft.find("bands")) if (node := band.get("from"))]
    if starts:
        yield from _fixed(starts[0], 0, "the first band must start from 0")
        yield from _rising(starts, "the points from which bands start")


def _rising(nodes: Iterable[Node], what: str) -> Iterator[Found]:
    """Find the values that are not above the one before."""
    for before, node in pairwise(nodes):
        low, high = _exact(before), _exact(node)
        if low is not None and high is not None and high <= low:
            yield node, f"{what} must rise, here {written(node)} follows {written(before)}"


def _fixed(node: Node, value: int, needs: str) -> Iterator[Found]:
    number = _exact(node)
    if number is not None and number != value:
        yield node, f"{needs}, here is {written(node)}"


def gate_level(draft: Draft) -> Iterator[Found]:
    """A gate asks for a level that the item's scale has."""
    for item in draft.items():
        node, most = find(item, "gate", "min"), len(draft.scale_levels(item))
        level = whole(node)
        if node and level and most and level > most:
            yield (
                node,
                f"a level from 1 to {most} is needed (the scale has {most}), here is {level}",
            )


def gate_for_all(draft: Draft) -> Iterator[Found]:
    """A gate is asked of every role and can never not apply."""
    for item in draft.items():
        if key_of(item, "gate") is None:
            continue
        asked, allowed = item.get("roles"), item.get("allow_na")
        names = [node.written for node in scalars(asked)]
        missing = [role for role in draft.roles() if role not in names]
        if asked and missing and all(name in draft.roles() for name in names):
            yield asked, f"a gate must be asked of all roles, missing here: {', '.join(missing)}"
        if isinstance(allowed, Scalar) and allowed.value is True:
            yield allowed, "a gate must apply to everyone, here 'allow_na' is true"


SHARES = (
    ("verdict", "completeness", "score"),
    ("verdict", "completeness", "verdict"),
    ("verdict", "theme_share"),
    ("verdict", "ready", "dont_know"),
    ("verdict", "not_applicable"),
    ("group", "gate_share"),
)
CUT_OFFS = (
    *(("verdict", verdict, key) for verdict in ("not_yet", "ready") for key in NotYet.__slots__),
    ("group", "gap", "theme_points"),
)


def ratio_in_range(draft: Draft) -> Iterator[Found]:
    """A share written as a ratio lies between 0 and 1, points lie between 0 and 100."""
    levels = chain.from_iterable(
        mappings(draft.find("scales", scale, "levels")) for scale in keys(draft.find("scales"))
    )
    points = [
        *(draft.find(*path) for path in CUT_OFFS),
        *(level.get("points") for level in levels),
        *(band.get("from") for band in mappings(draft.find("bands"))),
    ]
    yield from _above((draft.find(*path) for path in SHARES), 1)
    yield from _above([draft.find("group", "gap", "levels")], 9)
    yield from _above(points, MOST_POINTS)


def _above(nodes: Iterable[Node | None], most: int) -> Iterator[Found]:
    """Find ratios above a limit; plain numbers are the schema's business."""
    for node in nodes:
        ratio = written(node) or ""
        if node and RATIO.fullmatch(ratio) and (exact(ratio) or 0) > most:
            yield node, f"at most {most} is needed, here is {ratio}"


def floors_below_cut_offs(draft: Draft) -> Iterator[Found]:
    """What "not yet" asks for is never above what "ready" asks for; likewise completeness."""
    for key in NotYet.__slots__:
        low, high = ("verdict", "not_yet", key), ("verdict", "ready", key)
        yield from _ordered(draft, low, high, getattr(NotYet(), key), getattr(Ready(), key))
    score, verdict = ("verdict", "completeness", "score"), ("verdict", "completeness", "verdict")
    yield from _ordered(draft, score, verdict, Completeness().score, Completeness().verdict)


def group_sizes(draft: Draft) -> Iterator[Found]:
    """Distributions are never shown of fewer people than anything else."""
    least, most = ("group", "k_min"), ("group", "distribution_min")
    yield from _ordered(draft, least, most, GroupRules().k_min, GroupRules().distribution_min)


def _ordered(
    draft: Draft,
    low: tuple[str, ...],
    high: tuple[str, ...],
    low_default: Fraction | int,
    high_default: Fraction | int,
) -> Iterator[Found]:
    """Find a lower value that is above its upper one; either may be a default."""
    lower, upper = draft.find(*low), draft.find(*high)
    least = low_default if lower is None else _exact(lower)
    most = high_default if upper is None else _exact(upper)
    place = lower or upper
    if place and least is not None and most is not None and least > most:
        there = f"here are {written(lower) or f'{least} (the default)'}"
        there += f" and {written(upper) or f'{most} (the default)'}"
        yield place, f"'{'.'.join(low[1:])}' must not be above '{'.'.join(high[1:])}', {there}"


def _exact(node: Node) -> Fraction | None:
    return exact(node.value) if isinstance(node, Scalar) else None


RULES: tuple[Callable[[Draft], Iterator[Found]], ...] = (
    unique_item_ids,
    unique_theme_ids,
    unique_entries,
    ask_order,
    known_scale,
    known_roles,
    level_texts,
    scale_points,
    bands,
    gate_level,
    gate_for_all,
    ratio_in_range,
    floors_below_cut_offs,
    group_sizes,
)
