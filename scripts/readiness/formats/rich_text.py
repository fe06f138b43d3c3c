"""Opens a document in rich text: its signs for layout go, so that a code they stand in is whole.

Every other text stays as it is. A line of the file stays a line.
"""

from __future__ import annotations

import re

from readiness.formats.carriers import ROW

_START = re.compile(r"[ \t\r\n]{0,99}\{\\rtf")
_SIGN = re.compile(
    r"\\u(-?[0-9]{1,5})(?: ?\\'[0-9A-Fa-f]{2}| ?\?)?"
    r"|\\([a-z]{1,32})(?:-?[0-9]{1,10})? ?"
    r"|\\([{}\\])|\\\*|[{}]"
)
_ROWS = frozenset({"par", "line", "row", "cell", "tab", "page", "sect"})
_DASHES = frozenset({"endash", "emdash"})
_SIGNS = 0x10000
_HALVES = range(0xD800, 0xE000)


def open_rich_text(text: str) -> str:
    """Return the words of a document in rich text; `carriers` undoes its single bytes."""
    return _SIGN.sub(_plain, text) if _START.match(text) else text


def _plain(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1]) % _SIGNS
        return "" if code in _HALVES or code < ord(" ") else chr(code)
    if found[2]:
        return ROW if found[2] in _ROWS else "-" if found[2] in _DASHES else ""
    return found[3] or ""
