"""Grows the tree of one file from YAML events, without recursion.

Refuses what a questionnaire does not need and what could surprise its author: anchors, aliases,
tags, merge keys, a key given twice, several documents, codes for invisible characters, and trees
beyond the limits below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaml import events as ev

from readiness.problems import Severity
from readiness.reading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from readiness.problems import Problem
    from readiness.reading.events import Place
    from readiness.reading.nodes import Text

MOST_NODES = 250_000  # some 8,000 items in one file
DEEPEST = 32
CODED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class TooMuchError(Exception):
    """The tree outgrew a limit at a place; the text says which."""

    def __init__(self, place: Place, message: str) -> None:
        """Keep the place of the first value too many."""
        super().__init__(message)
        self.place = place


@dataclass(slots=True)
class Tree:
    """The one document of a file; `root` is None where it must not be used."""

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)


class Builder:
    """Takes events one by one, then gives the tree."""

    def __init__(self, text: Text, problems: list[Problem]) -> None:
        """Start an empty tree of a text; what is refused joins the problems."""
        self.text = text
        self.problems = problems
        self.root: Node | None = None
        self.open: list[tuple[Mapping | Sequence, Node | None]] = []  # with a key that waits
        self.nodes = 0
        self.usable = True

    def take(self, event: ev.Event, start: Place, end: Place) -> None:
        """Add what one event says; it stands from `start` to `end` in the text."""
        if isinstance(event, ev.NodeEvent):
            self._count(start)
            self._refuse_extras(event, start)
            self._add(self._node(event, start, end))
        elif isinstance(event, ev.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, ev.DocumentStartEvent) and self.root:
            message = "one document is needed, here a second one starts; delete the line `---`"
            self._refuse(start, "documents", message)

    def refuse(self, place: Place, rule: str, message: str) -> Tree:
        """Give the tree up with one more problem, unless its line has been refused already."""
        errors = (p for p in self.problems if p.severity is Severity.ERROR)
        if place[0] not in {error.line for error in errors}:
            self._refuse(place, rule, message)
        return Tree(problems=self.problems)

    def finish(self) -> Tree:
        """Return the tree, if there is one and nothing in it was refused."""
        if self.root is None or (isinstance(self.root, Scalar) and self.root.value is None):
            return self.refuse((1, 1), "empty", "keys with values are needed, the file is empty")
        return Tree(self.root if self.usable else None, self.problems)

    def _refuse(self, place: Place, rule: str, message: str) -> None:
        self.usable = False
        self.problems.append(self.text.problem(place, rule, message))

    def _count(self, start: Place) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"at most {MOST_NODES} values are read from one file, here are more"
            raise TooMuchError(start, message)
        if len(self.open) > DEEPEST:
            message = f"at most {DEEPEST} levels of nesting are needed, here are more"
            raise TooMuchError(start, message)

    def _refuse_extras(self, event: ev.NodeEvent, start: Place) -> None:
        """Name an alias, an anchor or a tag."""
        tag = getattr(event, "tag", None)
        extras = (
            ("alias", "*", event.anchor if isinstance(event, ev.AliasEvent) else None),
            ("anchor", "&", None if isinstance(event, ev.AliasEvent) else event.anchor),
            ("tag", "", tag and tag.replace("tag:yaml.org,2002:", "!!")),
        )
        for rule, sign, name in extras:
            if name is not None:
                message = (
                    f"`{sign}{name}` is read as YAML's {rule}, and a questionnaire has none;"
                    f" a text that starts with `{sign or '!'}` needs quotes around it"
                )
                self._refuse(start, rule, message)

    def _node(self, event: ev.NodeEvent, start: Place, end: Place) -> Node:
        if isinstance(event, ev.MappingStartEvent):
            return Mapping(self.text, *start)
        if isinstance(event, ev.SequenceStartEvent):
            return Sequence(self.text, *start, flow=bool(event.flow_style))
        if not isinstance(event, ev.ScalarEvent):
            return Scalar(self.text, *start, "")
        code = CODED.search(event.value)
        if code:
            message = f"visible characters are needed, here is a code for U+{ord(code[0]):04X}"
            self._refuse(start, "escape", message)
        block = event.style in {"|", ">"}  # its last line end belongs to YAML, not to the text
        written = event.value.rstrip("\n") if block else event.value
        return Scalar(self.text, *start, written, plain=not event.style, end=end)

    def _add(self, node: Node) -> None:
        """Hang a node into the open collection: as an entry, a key, or the value of a key."""
        if self.open:
            parent, key = self.open[-1]
            if isinstance(parent, Sequence):
                parent.children.append(node)
            elif key is None:
                self.open[-1] = (parent, node)
            else:
                self.open[-1] = (parent, None)
                self._enter(parent, key, node)
        elif self.root is None:
            self.root = node
        if isinstance(node, Mapping | Sequence):
            self.open.append((node, None))

    def _enter(self, parent: Mapping, key: Node, value: Node) -> None:
        """Enter a key with its value, unless the key is no text, `<<`, or there already."""
        place = (key.line, key.column)
        if not isinstance(key, Scalar):
            message = "a key must be one word; a text that starts with `{` or `[` needs quotes"
            self._refuse(place, "key", message)
        elif key.plain and key.written == "<<":
            message = "`<<` is YAML's merge key, and a questionnaire has none; write the keys out"
            self._refuse(place, "merge-key", message)
        elif key.written in parent.entries:
            first = parent.entries[key.written][0]
            message = f"the key '{key.written}' is needed once, it is at line {first.line} too"
            self.problems.append(key.problem("duplicate-key", message))
        else:
            parent.entries[key.written] = (key, value)
