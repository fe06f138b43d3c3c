r"""Bytes of a file become text, or problems with a place.

Refuses what is not UTF-8, control characters, and the marks that a failed merge leaves behind.
Line ends become `\n`; an invisible line separator becomes a space, with a warning, so that
YAML, editors and this program count the same lines.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from readiness.problems import Severity
from readiness.reading.nodes import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.problems import Problem

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
INVISIBLE = re.compile("[\x85\u2028\u2029\ufeff]")
CONFLICT = re.compile(r"<{7}( |$)|\|{7}( |$)|={7}$|>{7}( |$)")
NAMES = {"\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029", "\ufeff": "U+FEFF"}


def decode(name: str, content: bytes) -> tuple[Text, list[Problem]]:
    """Return a file's text ready for YAML, and what is wrong with its characters."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        raw = content.decode()
    except UnicodeDecodeError as error:
        return _undecodable(name, content, error.start)
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = Text(name, tuple(lines))
    problems = [*_controls(text), *_conflicts(text), *_separators(text)]
    return Text(name, tuple(INVISIBLE.sub(" ", line) for line in lines)), problems


def _undecodable(name: str, content: bytes, position: int) -> tuple[Text, list[Problem]]:
    """Point at the first byte that is not UTF-8."""
    before = content[:position].decode().replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    text = Text(name, tuple(content.decode(errors="replace").splitlines()))
    message = f"a file saved as UTF-8 is needed, here is the byte 0x{content[position]:02X}"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message += " (it looks like UTF-16)"
    return text, [text.problem((line, column), "encoding", f"{message}; save it as UTF-8")]


def _controls(text: Text) -> Iterator[Problem]:
    """Name the first control character of each line."""
    for number, line in enumerate(text.lines, 1):
        match = CONTROL.search(line)
        if match:
            sign = f"U+{ord(match[0]):04X}"
            message = f"only printable characters are allowed, here is {sign}; delete it"
            yield text.problem((number, match.start() + 1), "control-character", message)


def _conflicts(text: Text) -> Iterator[Problem]:
    """Name each mark of an unfinished merge."""
    for number, line in enumerate(text.lines, 1):
        if CONFLICT.match(line):
            message = (
                f"merge conflict marker at line {number}: two versions were not merged;"
                " keep one of them and delete the marker lines"
            )
            yield text.problem((number, 1), "merge-conflict", message)


def _separators(text: Text) -> Iterator[Problem]:
    """Warn of invisible characters that some programs take for a line end."""
    for number, line in enumerate(text.lines, 1):
        for match in INVISIBLE.finditer(line):
            message = f"here is the invisible character {NAMES[match[0]]}; it is read as a space"
            place = (number, match.start() + 1)
            yield text.problem(place, "invisible-character", message, Severity.WARNING)
