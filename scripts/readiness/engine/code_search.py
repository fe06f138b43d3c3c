"""Finds response codes in any text: a chat, an e-mail, the cells of a table.

Decides only what is worth decoding; `response_code.decode` says what each one holds or why it is
refused. The time grows with the length of the text, whatever stands in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readiness.engine.code_symbols import BLANKS, GROUP, HYPHENS, is_whole, read_symbols
from readiness.engine.response_code import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRETCH = re.compile(f"[0-9A-Za-z{HYPHENS}{BLANKS}]+")
_RUN = re.compile(f"[0-9A-Za-z]+(?:[{HYPHENS}]+[0-9A-Za-z]+)*")
_WITHOUT_EDGES = re.compile("[0-9A-Za-z].*[0-9A-Za-z]")
_HYPHEN = re.compile(f"[{HYPHENS}]+")
# Mail programs break lines after a hyphen, and put ">" before the lines of a quoted mail.
_WRAP = re.compile(f"([{HYPHENS}])[{BLANKS}]*\r?\n[>{BLANKS}]*")


def find_codes(text: str) -> Iterator[str]:
    """Yield the codes inside a text in their order; everything else is passed over.

    A run of groups of four is taken for a code even where it is damaged, so that it can be named.
    Other groupings are codes where the checksum is right; with blanks only on their own in a line
    or cell.
    """
    for stretch in _STRETCH.findall(_WRAP.sub(r"\1", text)):
        if _is_code(stretch):
            yield from _WITHOUT_EDGES.findall(stretch)
        else:
            yield from (run for run in _RUN.findall(stretch) if _is_code(run) or _looks_like(run))


def _is_code(text: str) -> bool:
    values = read_symbols(text)
    return values is not None and len(values) >= SHORTEST and is_whole(values)


def _looks_like(run: str) -> bool:
    """Tell whether a run is grouped as codes are written, whatever it holds."""
    *groups, last = (len(group) for group in _HYPHEN.split(run))
    return set(groups) == {GROUP} and last <= GROUP and sum(groups) + last >= SHORTEST
