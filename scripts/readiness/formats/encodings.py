"""Turns the bytes of a text file into text, whatever program wrote it.

UTF-8 and UTF-16, each with its mark or without; every other text is read as Windows-1252, in which
each byte is a sign: codes are ASCII, so that they are read right in any encoding of one byte.
Bytes that are no text are refused.
"""

from __future__ import annotations

import codecs
import re

_SAMPLE = 4096
# A text in UTF-16 of mostly Latin letters has a zero in nearly every second byte.
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
    text = _decoded(content)
    controls = len(_NEVER_IN_TEXT.findall(text[:_SAMPLE]))
    return None if controls > _MOST_CONTROLS * min(len(text), _SAMPLE) else text


def _decoded(content: bytes) -> str:
    if content.startswith(codecs.BOM_UTF16_LE) or _is_wide(content, zeros=1):
        return content.decode("utf-16-le", "replace").removeprefix("\ufeff")
    if content.startswith(codecs.BOM_UTF16_BE) or _is_wide(content, zeros=0):
        return content.decode("utf-16-be", "replace").removeprefix("\ufeff")
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return content.removeprefix(codecs.BOM_UTF8).decode("latin-1").translate(_FROM_LATIN)


def _is_wide(content: bytes, *, zeros: int) -> bool:
    """Tell whether every second byte is zero, from the place `zeros` on, and the others are not."""
    sample = content[: min(_SAMPLE, len(content) // 2 * 2)]
    half = len(sample) / 2
    return (
        sample[zeros::2].count(0) > _MANY * half and sample[1 - zeros :: 2].count(0) <= _FEW * half
    )
