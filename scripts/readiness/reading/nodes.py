"""What an author wrote, as a tree in which every node knows its file, line and column.

A node is a scalar, a mapping or a sequence. Nothing here knows what an item or a scale is.
Lines and columns count from 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from readiness.problems import Problem, Severity
from readiness.reading.scalars import Value, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300
LONG_WORD = re.compile(r"(\S{40})\S{20,}")


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One file as text: its name as shown, and its lines."""

    name: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """Return a line by its number, empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(
        self,
        place: tuple[int, int],
        rule: str,
        message: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return a problem at a line and column of this file."""
        line, column = place
        return Problem(
            file=self.name,
            line=line,
            column=column,
            rule=rule,
            message=brief(message),
            severity=severity,
            excerpt=self.line(line),
        )


@dataclass(frozen=True, eq=False)
class Node:
    """A piece of a file with its place."""

    text: Text = field(repr=False)
    line: int
    column: int

    def problem(self, rule: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem at this node."""
        return self.text.problem((self.line, self.column), rule, message, severity)

    @property
    def place(self) -> str:
        """Return `file:line`, for naming this node in the problem of another."""
        return f"{self.text.name}:{self.line}"


@dataclass(frozen=True, eq=False)
class Scalar(Node):
    """A single value: `written` without its quotes; `plain` tells that there were none.

    `end` is the place just behind it.
    """

    written: str
    plain: bool = True
    end: tuple[int, int] = (1, 1)

    @cached_property
    def value(self) -> Value:
        """Return what the scalar stands for."""
        return resolve(self.written) if self.plain else self.written

    @property
    def rest(self) -> str:
        """Return what follows on its last line: spaces, a comment, a comma, a bracket."""
        line, column = self.end
        return self.text.line(line)[column - 1 :]


@dataclass(frozen=True, eq=False)
class Mapping(Node):
    """Keys with their values, in the order of writing."""

    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


@dataclass(frozen=True, eq=False)
class Sequence(Node):
    """Values in order; `flow` tells that they stand in square brackets."""

    children: list[Node] = field(default_factory=list)
    flow: bool = False


def brief(message: str) -> str:
    """Cut what an author wrote at length, so that a message stays a sentence."""
    words = LONG_WORD.sub(r"\1…", message)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def find(node: Node | None, *keys: str) -> Node | None:
    """Return the node that a path of keys leads to, or None where the path breaks off."""
    for key in keys:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node


def key_of(node: Node | None, key: str) -> Scalar | None:
    """Return the key itself, for pointing at it, or None."""
    entry = node.entries.get(key) if isinstance(node, Mapping) else None
    return entry[0] if entry else None


def children(node: Node | None) -> tuple[Node, ...]:
    """Return the entries of a sequence; nothing for any other node."""
    return tuple(node.children) if isinstance(node, Sequence) else ()


def mappings(node: Node | None) -> Iterator[Mapping]:
    """Yield those entries of a sequence that are mappings."""
    return (child for child in children(node) if isinstance(child, Mapping))


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield those entries of a sequence that are scalars."""
    return (child for child in children(node) if isinstance(child, Scalar))


def written(node: Node | None) -> str | None:
    """Return a scalar as the author wrote it, or None."""
    return node.written if isinstance(node, Scalar) else None


def keys(node: Node | None) -> tuple[str, ...]:
    """Return the keys of a mapping; nothing for any other node."""
    return tuple(node.entries) if isinstance(node, Mapping) else ()


Plain = Value | dict[str, "Plain"] | list["Plain"]


def plain(node: Node) -> Plain:
    """Return the tree as dictionaries, lists and values; its depth is limited by `source`."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(child) for child in node.children]
    return node.value if isinstance(node, Scalar) else None
