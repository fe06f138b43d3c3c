"""Looks for texts that YAML cut short without a word: `text: see #4` keeps only `see`.

Only fields that hold a text are looked at. One space before the `#` is taken for a
slip, more for a comment on purpose (two is the usual distance). Never stops the build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.problems import Severity
from readiness.reading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.problems import Problem

# Keys whose value is a text, or a list of texts.
PROSE = {"title", "summary", "instruction", "label", "question", "levels", "evidence"}
PROSE |= {"name", "low", "mid", "not_yet", "conditions", "ready", "none"}
LONGEST = 40


def check(root: Node) -> Iterator[Problem]:
    """Warn of every text that a comment cuts."""
    waiting = [(root, "")]
    while waiting:
        node, key = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [(value, name) for name, (_, value) in node.entries.items()]
        elif isinstance(node, Sequence):
            waiting += [(child, key) for child in node.children]
        elif isinstance(node, Scalar) and node.plain and node.value and key in PROSE:
            yield from _cut(node)


def _cut(node: Scalar) -> Iterator[Problem]:
    """Warn where one space and a `#` follow an unquoted text."""
    if not node.rest.startswith(" #"):
        return
    lost = node.rest[1 : LONGEST + 1]
    message = (
        f"the text ends before the `#`, so '{lost}' is lost; put quotes around the whole text,"
        " or two spaces before a comment"
    )
    line, column = node.end
    yield node.text.problem((line, column + 1), "cut-by-comment", message, Severity.WARNING)
