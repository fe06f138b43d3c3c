"""Looks for texts that YAML cut short without a word: `text: see #4` keeps only `see`.

Only fields that the schema calls a text are looked at. One space before the `#` is taken for a
slip, more for a comment on purpose (two is the usual distance). Never stops the build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.nodes import Mapping, Node, Scalar, Sequence
from readiness.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.problems import Problem

# Keys whose value is a text, or a list of texts.
PROSE = frozenset(
    "title summary instruction label question levels evidence low mid not_yet conditions ready none".split()
)


def check(root: Node, definition: str) -> Iterator[Problem]:
    """Warn of every text that a comment cuts."""
    waiting = [(root, definition)]
    while waiting:
        node, key = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [(value, name) for name, (_, value) in node.entries.items()]
        elif isinstance(node, Sequence):
            waiting += [(child, key) for child in node.children]
        elif isinstance(node, Scalar) and key in PROSE and _cut(node):
            yield _warning(node)


def _cut(node: Scalar) -> bool:
    """Tell whether one space and a `#` follow an unquoted text."""
    line = node.text.line(node.last_line)
    return bool(node.plain and node.comment and line[: node.comment - 1][-2:].strip())


def _warning(node: Scalar) -> Problem:
    lost = node.text.line(node.last_line)[node.comment - 1 :]
    message = (
        f"the text ends before the `#`, so '{lost[:40]}' is lost; put quotes around the whole"
        " text, or two spaces before a comment"
    )
    place = (node.last_line, node.comment)
    return node.text.problem(place, "cut-by-comment", message, Severity.WARNING)
