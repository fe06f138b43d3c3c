"""What a group report needs of a questionnaire: sizes that protect people.

Sizes that protect nobody are refused; keys that are no longer used are mentioned and do nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.problems import Severity
from readiness.questionnaire import GroupRules
from readiness.reading.draft import whole
from readiness.reading.nodes import Node, key_of, written
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
    """Yield what never stops the build."""
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


def retired_key(draft: Draft) -> Iterator[Found]:
    """Mention keys that do nothing any more."""
    for key in RETIRED:
        node = key_of(draft.find("group", "gap"), key)
        if node:
            yield node, f"'gap.{key}' is no longer used; 'gap.share' took its place"
