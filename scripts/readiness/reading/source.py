"""The only reader of YAML: bytes become a tree with places, or problems in plain sentences.

No author input raises; whatever the parser throws becomes a problem at the place it had reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError

from readiness.problems import Severity
from readiness.reading.decoding import decode
from readiness.reading.events import Events
from readiness.reading.nodes import Text
from readiness.reading.slips import explain
from readiness.reading.tree import Builder, TooMuchError, Tree

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 16_000_000


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
        return _unread(name, f"a file that can be read is needed ({error.__class__.__name__})")
    return parse(name, content)


def _unread(name: str, message: str) -> Tree:
    return Tree(problems=[Text(name, ()).problem((1, 1), "file", message)])


def parse(name: str, content: bytes) -> Tree:
    """Make the tree of one YAML text."""
    text, problems = decode(name, content)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Tree(problems=problems)
    events = Events("\n".join(text.lines))
    builder = Builder(text, problems)
    try:
        for event, start, end in events.each():
            builder.take(event, start, end)
    except MarkedYAMLError as error:
        return builder.refuse(*explain(error, text, events.quoted))
    except TooMuchError as error:
        return builder.refuse(error.place, "limit", str(error))
    except Exception as error:  # noqa: BLE001  # PyYAML leaks ValueError and others (threats A2)
        message = f"valid YAML is needed, this cannot be read ({error.__class__.__name__})"
        return builder.refuse(events.place, "yaml", message)
    return builder.finish()
