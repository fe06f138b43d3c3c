"""The named rules that no schema can express: what must fit together across keys and files.

Each rule is a function that yields a node and a sentence; its name is the rule's name. A rule
passes over what has not the expected form. All of them stop the build; what
`group_rules` finds may not.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from readiness.reading import group_rules, number_rules
from readiness.reading.draft import Draft, whole
from readiness.reading.nearest import did_you_mean
from readiness.reading.nodes import Node, Scalar, Sequence, children, find, key_of, keys, scalars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from readiness.problems import Problem

Found = tuple[Node, str]


def check(draft: Draft) -> Iterator[Problem]:
    """Yield what every rule finds."""
    for rule in RULES:
        for node, message in rule(draft):
            yield node.problem(rule.__name__.replace("_", "-"), message)
    yield from group_rules.check(draft)


def unique_item_ids(draft: Draft) -> Iterator[Found]:
    """Give each item its own id, now and in earlier editions (`was`)."""
    ids = ((item.get("id"), scalars(item.get("was"))) for item in draft.items())
    yield from _repeated(chain.from_iterable((one, *earlier) for one, earlier in ids), "item")


def unique_theme_ids(draft: Draft) -> Iterator[Found]:
    """Give each theme its own id, over all dimensions."""
    yield from _repeated((theme.get("id") for theme in draft.themes()), "theme")


def unique_entries(draft: Draft) -> Iterator[Found]:
    """Name each dimension and each role once in a list."""
    yield from _repeated(children(draft.find("dimensions")), "dimension")
    yield from _repeated(children(draft.find("ask_order")), "dimension")
    for item in draft.items():
        yield from _repeated(children(item.get("roles")), "role")
        yield from _repeated(children(find(item, "advice", "by")), "role")
        yield from _repeated(children(item.get("traces")), "statement")


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
    """Ask exactly the dimensions that there are."""
    order = draft.find("ask_order")
    if not isinstance(order, Sequence):
        return
    dimensions = [node.written for node in scalars(draft.find("dimensions"))]
    if not set(dimensions) <= draft.dimensions.keys():
        return  # a dimension that has no file is probably the one that is mistyped
    named = [node.written for node in scalars(order)]
    for node in scalars(order):
        if node.written not in dimensions:
            yield node, _unknown("dimension", node.written, dimensions)
    missing = [dimension for dimension in dimensions if dimension not in named]
    if missing and all(name in dimensions for name in named):
        yield order, f"'ask_order' must name every dimension, missing here: {', '.join(missing)}"


def known_scale(draft: Draft) -> Iterator[Found]:
    """Name scales that exist; with several scales there is no guessing."""
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
    """Name roles that exist."""
    roles = draft.roles()
    if not roles and not draft.settled:
        return
    for item in draft.items():
        for node in (*scalars(item.get("roles")), *scalars(find(item, "advice", "by"))):
            if node.written not in roles:
                yield node, _unknown("role", node.written, roles)


def known_statements(draft: Draft) -> Iterator[Found]:
    """Trace items to statements that stand in the list, where there is one."""
    statements = keys(draft.find("statements"))
    if not statements:
        return
    for item in draft.items():
        for node in scalars(item.get("traces")):
            if node.written not in statements:
                yield node, _unknown("statement", node.written, statements)


def _unknown(what: str, word: str, known: Iterable[str]) -> str:
    known = tuple(known)
    there = f"there is {', '.join(known)}" if known else "none is defined"
    hint = did_you_mean(word, known) or f" ({there})"
    return f"unknown {what} '{word}'{hint}"


def level_texts(draft: Draft) -> Iterator[Found]:
    """Give an item as many level texts as its scale has levels."""
    for item in draft.items():
        texts, needed = item.get("levels"), len(draft.scale_levels(item))
        if isinstance(texts, Sequence) and needed > 1 and len(texts.children) != needed:
            message = f"{needed} level texts are needed, here are {len(texts.children)}"
            if texts.flow and len(texts.children) > needed:
                message += "; in square brackets a comma starts a new text unless it is in quotes"
            yield texts, message


def gate_level(draft: Draft) -> Iterator[Found]:
    """Let a gate ask for a level that the item's scale has."""
    for item in draft.items():
        node, most = find(item, "gate", "min"), len(draft.scale_levels(item))
        level = whole(node)
        if node and level and most and level > most:
            yield (
                node,
                f"a level from 1 to {most} is needed (the scale has {most}), here is {level}",
            )


def gate_for_all(draft: Draft) -> Iterator[Found]:
    """Ask a gate of every role, and let it always apply."""
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


RULES: tuple[Callable[[Draft], Iterator[Found]], ...] = (
    unique_item_ids,
    unique_theme_ids,
    unique_entries,
    ask_order,
    known_scale,
    known_roles,
    known_statements,
    level_texts,
    number_rules.scale_points,
    number_rules.bands,
    gate_level,
    gate_for_all,
    number_rules.ratio_in_range,
    number_rules.floors_below_cut_offs,
    group_rules.group_sizes,
    group_rules.gap_share,
)
