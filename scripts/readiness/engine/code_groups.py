"""The codes that are known by their groups alone: those of other editions, and what only looks so.

A run of groups of four is named even where it is damaged; a link without a code is named too.
Codes of the questionnaire's own edition are found by `code_search`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.engine.code_symbols import GROUP, is_whole, read_symbols, write_groups
from readiness.engine.response_code import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.engine.response_code import CodeShape

WIDEST = 40
# A hyphen, a line end behind a hyphen, and one that a mail program put anywhere.
_STRETCH = re.compile("[-0-9A-Za-z \x1e\x1f]+")
_GROUP = re.compile("[0-9A-Za-z\x1e]+")
_LINK = re.compile("[#*]code=")
_DIGIT = re.compile("[0-9]")
NO_SYMBOL = re.compile("[^0-9A-Za-z]+")
_NOT_PLAIN = re.compile("[\x00-\x20]+")
# No questionnaire has codes of more symbols than this; a longer run is some other thing.
_LONGEST = 4000
# So many groups at each end of a run may be glued to a code: a name, a number.
_GLUED = 2
_NEAR = 4
_SHOWN = 60
RUN = re.compile("[0-9A-Za-z\x1e]+(?:[-\x1f]+[0-9A-Za-z\x1e]+)*")


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code as it is written, or the beginning of what looks like one with the reason.

    `start` and `end` are places in the text. `reason` is None where the checksum is right, else
    damaged, cut_off, wrong_sign or empty_link.
    """

    start: int
    end: int
    text: str
    reason: str | None = None


def other_codes(
    text: str, between: tuple[int, int], shape: CodeShape | None, *, is_before_code: bool
) -> Iterator[FoundCode]:
    """Yield codes of other editions, what is grouped as codes are, and links without a code."""
    found = list(_stretches(text, *between, shape))
    starts = [one.start for one in found] + ([between[1]] if is_before_code else [])
    links = (
        FoundCode(
            link.start(), link.end(), beginning_of(text, link.start(), between[1]), "empty_link"
        )
        for link in _LINK.finditer(text, *between)
        if not _is_followed(link.end(), starts)
    )
    yield from sorted([*found, *links], key=lambda one: one.start)


def _is_followed(end: int, starts: Sequence[int]) -> bool:
    """Tell whether something was found right behind a link; the starts are in order."""
    place = bisect_left(starts, end)
    return place < len(starts) and starts[place] <= end + WIDEST


def _stretches(text: str, start: int, end: int, shape: CodeShape | None) -> Iterator[FoundCode]:
    for stretch in _STRETCH.finditer(text, start, end):
        whole = whole_code(text, stretch.start(), stretch.end())
        if whole:
            yield whole
            continue
        for run in RUN.finditer(text, stretch.start(), stretch.end()):
            found = _in_run(text, run, shape)
            if found:
                yield found


def _in_run(text: str, run: re.Match[str], shape: CodeShape | None) -> FoundCode | None:
    """Return the code in a run of groups, or what looks like one; glued groups are left out."""
    groups = [
        (group.start(), group.end()) for group in _GROUP.finditer(text, run.start(), run.end())
    ]
    if len(NO_SYMBOL.sub("", run[0])) < SHORTEST:
        return None
    parts = [
        groups[first : len(groups) - last]
        for first in range(_GLUED + 1)
        for last in range(_GLUED + 1)
        if len(groups) - first - last > 1 or first + last == 0
    ]
    for part in parts:
        if whole := whole_code(text, part[0][0], part[-1][1]):
            return whole
    if any(_is_grouped(text, part) for part in parts) or _is_near(run[0], shape):
        bare = NO_SYMBOL.sub("", run[0])
        reason = "wrong_sign" if read_symbols(bare) is None else "damaged"
        return FoundCode(run.start(), run.end(), beginning_of(text, run.start(), run.end()), reason)
    return None


def whole_code(text: str, start: int, end: int) -> FoundCode | None:
    """Return the code that stands here if its checksum is right."""
    bare = NO_SYMBOL.sub("", text[start:end])
    values = read_symbols(bare) if SHORTEST <= len(bare) <= _LONGEST else None
    if values is None or not is_whole(values):
        return None
    return FoundCode(start, end, write_groups(values))


def _is_grouped(text: str, part: Sequence[tuple[int, int]]) -> bool:
    """Tell whether groups are as codes are written, whatever they hold; words have no digits."""
    *lengths, last = (len(NO_SYMBOL.sub("", text[start:end])) for start, end in part)
    is_long = sum(lengths) + last >= SHORTEST
    is_ours = set(lengths) == {GROUP} and last <= GROUP and is_long
    return is_ours and _DIGIT.search(text[part[0][0] : part[-1][1]]) is not None


def _is_near(run: str, shape: CodeShape | None) -> bool:
    """Tell whether a long run begins as our codes do but for one sign."""
    bare = NO_SYMBOL.sub("", run)
    values = None if shape is None else read_symbols(bare[: len(shape.start)])
    if shape is None or values is None or len(bare) > shape.longest + _NEAR:
        return False
    own = read_symbols(shape.start) or []
    return sum(one == other for one, other in zip(values, own, strict=True)) >= len(own) - 1


def beginning_of(text: str, start: int, end: int) -> str:
    """Return the beginning of what was found, on one line."""
    return _NOT_PLAIN.sub(" ", text[start : min(end, start + _SHOWN)]).strip()
