"""The only reader of YAML: bytes become a tree with places, or problems in plain sentences.

Refuses what a questionnaire does not need and what could surprise its author: anchors, aliases,
tags, merge keys, a key given twice, several documents, and trees beyond the limits below.
No author input raises; whatever a parser throws becomes a problem at the place it had reached.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaml import events as ev
from yaml.error import MarkedYAMLError

from readiness.decoding import decode
from readiness.events import Events
from readiness.nodes import Mapping, Node, Scalar, Sequence, Text
from readiness.problems import Problem, Severity
from readiness.slips import explain

if TYPE_CHECKING:
    from pathlib import Path

    from yaml.error import Mark

MOST_BYTES = 16_000_000
MOST_NODES = 1_000_000
DEEPEST = 32


class TooMuchError(Exception):
    """The tree outgrew a limit; the text says which."""


@dataclass(slots=True)
class Tree:
    """The one document of a file; `root` is None where it must not be used."""

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)


def read(path: Path, name: str) -> Tree:
    """Read a YAML file; `name` is how problems call it."""
    try:
        if not path.is_file():
            return _unread(name, "a file is needed here, there is none")
        size = path.stat().st_size
        if size > MOST_BYTES:
            return _unread(name, f"at most {MOST_BYTES} bytes are read, here are {size}")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        return _unread(name, f"the file cannot be read: {error.__class__.__name__}")
    return parse(name, content)


def _unread(name: str, message: str) -> Tree:
    return Tree(problems=[Text(name, ()).problem((1, 1), "missing-file", message)])


def parse(name: str, content: bytes) -> Tree:
    """Make the tree of one YAML text."""
    text, problems = decode(name, content)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Tree(problems=problems)
    events = Events("\n".join(text.lines))
    builder = Builder(text, problems)
    try:
        while events.check_event():
            builder.take(events.get_event())
    except MarkedYAMLError as error:
        return builder.refuse(*explain(error, text, events.quoted))
    except TooMuchError as error:
        return builder.refuse((events.line + 1, events.column + 1), "limit", str(error))
    except Exception as error:  # noqa: BLE001  # PyYAML leaks ValueError and others (threats A2)
        message = f"valid YAML is needed, this cannot be read ({error.__class__.__name__})"
        return builder.refuse((events.line + 1, events.column + 1), "yaml", message)
    return builder.finish()


class Builder:
    """Grows a tree from events, without recursion."""

    def __init__(self, text: Text, problems: list[Problem]) -> None:
        """Start an empty tree of a text."""
        self.text = text
        self.problems = problems
        self.roots: list[Node] = []
        self.open: list[tuple[Node, Node | None]] = []  # collection, key that waits for its value
        self.nodes = 0
        self.usable = True

    def take(self, event: ev.Event) -> None:
        """Add what one event says."""
        if isinstance(event, ev.NodeEvent):
            self._count()
            self._refuse_extras(event)
            self._add(self._node(event))
        elif isinstance(event, ev.CollectionEndEvent):
            self.open.pop()

    def refuse(self, place: tuple[int, int], rule: str, message: str) -> Tree:
        """Give the tree up with one more problem."""
        self.problems.append(self.text.problem(place, rule, message))
        return Tree(problems=self.problems)

    def finish(self) -> Tree:
        """Return the tree, if it is one document and nothing in it was refused."""
        if len(self.roots) > 1:
            second = self.roots[1]
            message = "one document is needed, here a second one starts; delete the line `---`"
            return self.refuse((second.line, second.column), "documents", message)
        root = self.roots[0] if self.roots else None
        if root is None or (isinstance(root, Scalar) and root.value is None):
            return self.refuse((1, 1), "empty", "keys with values are needed, the file is empty")
        return Tree(root if self.usable else None, self.problems)

    def _count(self) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"at most {MOST_NODES} values are read from one file, here are more"
            raise TooMuchError(message)
        if len(self.open) > DEEPEST:
            message = f"at most {DEEPEST} levels of nesting are needed, here are more"
            raise TooMuchError(message)

    def _refuse_extras(self, event: ev.NodeEvent) -> None:
        """Name an anchor, an alias or a tag."""
        mark = event.start_mark
        if isinstance(event, ev.AliasEvent):
            self._add_problem(mark, "alias", f"`*{event.anchor}` is an alias", "*")
        elif event.anchor is not None:
            self._add_problem(mark, "anchor", f"`&{event.anchor}` is an anchor", "&")
        if getattr(event, "tag", None) is not None:
            self._add_problem(mark, "tag", f"`{event.tag}` is a tag", "!")

    def _add_problem(self, mark: Mark, rule: str, what: str, sign: str) -> None:
        self.usable = False
        message = (
            f"{what}, and a questionnaire has none;"
            f" a text that starts with `{sign}` needs quotes around it"
        )
        self.problems.append(self.text.problem((mark.line + 1, mark.column + 1), rule, message))

    def _node(self, event: ev.NodeEvent) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, ev.MappingStartEvent):
            return Mapping(self.text, line, column)
        if isinstance(event, ev.SequenceStartEvent):
            return Sequence(self.text, line, column, flow=bool(event.flow_style))
        if isinstance(event, ev.ScalarEvent):
            return self._scalar(event, line, column)
        return Scalar(self.text, line, column, "")

    def _scalar(self, event: ev.ScalarEvent, line: int, column: int) -> Scalar:
        end = event.end_mark
        rest = self.text.line(end.line + 1)[end.column :]
        comment = end.column + 1 + len(rest) - len(rest.lstrip()) if "#" in rest else 0
        if not rest.lstrip().startswith("#"):
            comment = 0
        return Scalar(self.text, line, column, event.value, not event.style, end.line + 1, comment)

    def _add(self, node: Node) -> None:
        """Hang a node into the open collection: as an entry, a key, or the value of a key."""
        if not self.open:
            self.roots.append(node)
        else:
            parent, key = self.open[-1]
            if isinstance(parent, Sequence):
                parent.children.append(node)
            elif key is None:
                self.open[-1] = (parent, node)
            else:
                self.open[-1] = (parent, None)
                self._enter(parent, key, node)
        if isinstance(node, Mapping | Sequence):
            self.open.append((node, None))

    def _enter(self, parent: Node, key: Node, value: Node) -> None:
        """Enter a key with its value, unless the key is no text, `<<`, or there already."""
        if not isinstance(parent, Mapping):  # only mappings keep a waiting key
            return
        if not isinstance(key, Scalar):
            self.usable = False
            message = "a key must be one word; a text that starts with `{` or `[` needs quotes"
            self.problems.append(key.problem("key", message))
        elif key.plain and key.written == "<<":
            self.usable = False
            message = "`<<` is a merge key, and a questionnaire has none; write the keys out"
            self.problems.append(key.problem("merge-key", message))
        elif key.written in parent.entries:
            first = parent.entries[key.written][0]
            message = (
                f"each key is needed once, '{key.written}' stands here and at line {first.line}"
            )
            self.problems.append(key.problem("duplicate-key", message))
        else:
            parent.entries[key.written] = (key, value)
