"""What a group report needs of a questionnaire: sizes that protect people, gates at the cut.

Sizes that protect nobody are refused. A gate beside the cut stops the build only where the author
has written a `group`; keys that are no longer used are mentioned and do nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.problems import Severity
from readiness.questionnaire import GroupRules, Level, Scale
from readiness.reading.draft import whole
from readiness.reading.nodes import Node, find, key_of, written
from readiness.reading.number_rules import ordered
from readiness.reading.scalars import exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.problems import Problem
    from readiness.reading.draft import Draft

Found = tuple[Node, str]
RETIRED = ("levels", "theme_points")
LEFT_BESIDE_COLLUDERS = 2  # one alone would be known by those who know the rest


def check(draft: Draft) -> Iterator[Problem]:
    """Yield what stops the build only sometimes, or never."""
    severity = Severity.ERROR if key_of(draft.questionnaire, "group") else Severity.ADVICE
    for node, message in gate_at_cut(draft):
        yield node.problem("gate-at-cut", message, severity)
    for node, message in retired_key(draft):
        yield node.problem("retired-key", message, Severity.WARNING)


def group_sizes(draft: Draft) -> Iterator[Found]:
    """Show distributions never of fewer people than anything else; keep two beside colluders."""
    least, most = ("group", "k_min"), ("group", "distribution_min")
    yield from ordered(draft, least, most, GroupRules().k_min, GroupRules().distribution_min)
    node = draft.find("group", "colluders")
    colluders, k_min = whole(node), whole(draft.find(*least)) or GroupRules().k_min
    limit = k_min - LEFT_BESIDE_COLLUDERS
    if node and colluders and 0 < limit < colluders:  # a smaller `k_min` is the schema's business
        yield node, f"with 'k_min' {k_min} at most {limit} is needed, here is {colluders}"


def gap_share(draft: Draft) -> Iterator[Found]:
    """Let a gap be more than nothing."""
    node = draft.find("group", "gap", "share")
    ratio = written(node) or ""
    if node and "/" in ratio and exact(ratio) == 0:
        yield node, f"a share above 0 is needed, here is {written(node)}"


def gate_at_cut(draft: Draft) -> Iterator[Found]:
    """Let a gate ask for the first level of the high half: a group is told by halves."""
    for item in draft.items():
        node = find(item, "gate", "min")
        points, level = draft.points(item), whole(node)
        levels = tuple(Level(label="", points=value) for value in points)
        cut = Scale(id="", levels=levels).cut
        if node and cut and level in range(1, len(levels) + 1) and level != cut + 1:
            message = (
                "a group is told by halves of the scale, so a gate must be at the first level"
                f" of the high half, {cut + 1}; here is {level}"
            )
            yield node, message


def retired_key(draft: Draft) -> Iterator[Found]:
    """Mention keys that do nothing any more."""
    for key in RETIRED:
        node = key_of(draft.find("group", "gap"), key)
        if node:
            yield node, f"'gap.{key}' is no longer used; 'gap.share' took its place"
