"""Turns the bytes of a text file into text, whatever program wrote it.

UTF-8, UTF-16 and UTF-32, each with its mark or without; every other text is read as Windows-1252,
in which each byte is a sign: codes are ASCII, so that any encoding of one byte reads them right.
Zeros at the end, with which disks fill up a file, do not count. Bytes that are no text are refused.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple


class _Wide(NamedTuple):
    """An encoding of more than one byte a sign: which of its bytes are zero in Latin letters."""

    name: str
    mark: bytes
    size: int
    zeros: tuple[int, ...]
    full: int


_WIDE = (
    _Wide("utf-32-le", codecs.BOM_UTF32_LE, 4, (2, 3), 0),
    _Wide("utf-32-be", codecs.BOM_UTF32_BE, 4, (0, 1), 3),
    _Wide("utf-16-le", codecs.BOM_UTF16_LE, 2, (1,), 0),
    _Wide("utf-16-be", codecs.BOM_UTF16_BE, 2, (0,), 1),
)
_SAMPLE = 4096
# A text of mostly Latin letters has zeros in nearly all of the bytes that others need.
_MANY = 0.4
_FEW = 0.05
_NEVER_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02
# What Windows-1252 has from 0x80 to 0x9f; five places are empty.
_WINDOWS = (
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
    "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
)
_FROM_LATIN = {0x80 + place: sign for place, sign in enumerate(_WINDOWS)}


def decode_text(content: bytes) -> str | None:
    """Return the text of a file without its byte order mark; None where it is no text."""
    text = _decoded(content).rstrip("\x00\x1a")
    controls = len(_NEVER_IN_TEXT.findall(text[:_SAMPLE]))
    return None if controls > _MOST_CONTROLS * min(len(text), _SAMPLE) else text


def is_wide(content: bytes) -> bool:
    """Tell whether a text is written in UTF-16 or UTF-32."""
    return any(_is_wide(content, one) for one in _WIDE)


def _decoded(content: bytes) -> str:
    wide = next((one for one in _WIDE if _is_wide(content, one)), None)
    if wide:
        whole = content[: len(content) // wide.size * wide.size]
        return whole.decode(wide.name, "replace").removeprefix("\ufeff")
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return content.removeprefix(codecs.BOM_UTF8).decode("latin-1").translate(_FROM_LATIN)


def _is_wide(content: bytes, wide: _Wide) -> bool:
    """Tell whether a text has the mark, or zeros where most signs have them and nowhere else."""
    if content.startswith(wide.mark):
        return True
    signs = min(_SAMPLE, len(content)) // wide.size
    zeros = [content[at : signs * wide.size : wide.size].count(0) for at in range(wide.size)]
    return zeros[wide.full] <= _FEW * signs and all(zeros[at] > _MANY * signs for at in wide.zeros)
