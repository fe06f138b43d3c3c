"""Finds response codes in any text out of which `carriers.undo` has taken what carriers put in.

A code of the questionnaire's own edition is known by its start and its length, whatever stands
between its symbols or is glued to its ends; the checksum decides. Other codes are known by their
groups. What still looks like a code is found too, with the reason why it is none: nothing that
looks like ours is passed over. The time grows with the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.engine.code_symbols import (
    GROUP,
    LOOK_ALIKES,
    is_whole,
    read_symbols,
    write_groups,
)
from readiness.engine.response_code import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.engine.response_code import CodeShape

# What may stand between two symbols: signs of punctuation, blanks, line ends; never a letter.
_BETWEEN = "[\x00-/:-@\\[-`{-\x7f\xa1-\xbf\u2010-\u2027\u2030-\u205e\u2500-\u259f]"
_WIDEST = 40
_TOKEN = re.compile(f"{_BETWEEN}{{0,{_WIDEST}}}([0-9A-Za-z]{{1,{_WIDEST}}})")
# A hyphen, a line end behind a hyphen, and one that a mail program put anywhere.
_STRETCH = re.compile("[-0-9A-Za-z \x1e\x1f]+")
_RUN = re.compile("[0-9A-Za-z\x1e]+(?:[-\x1f]+[0-9A-Za-z\x1e]+)*")
_HYPHENS = re.compile("[-\x1f]+")
_GROUP = re.compile("[0-9A-Za-z\x1e]+")
_FIRST = re.compile("[1IiLl]")
_LINK = re.compile("[#*]code=")
_DIGIT = re.compile("[0-9]")
_NO_SYMBOL = re.compile("[^0-9A-Za-z]+")
_NOT_PLAIN = re.compile("[\x00-\x20]+")
_LINE_END = "\n"
# No questionnaire has codes of more symbols than this; a longer run is some other thing.
_LONGEST = 4000
# So many groups at each end of a run may be glued to a code: a name, a number.
_GLUED = 2
_NEAR = 4
_FAR = 4
_SHOWN = 60


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


def find_codes(text: str, shape: CodeShape | None = None) -> Iterator[FoundCode]:
    """Yield in their order the codes inside a text, and whatever looks like one.

    A code that a carrier doubled, as a link and its words, is found once.
    """
    at, last = 0, None
    for found in _own_codes(text, shape):
        yield from _other_codes(text, (at, found.start), shape, is_before_code=True)
        at = max(at, found.end)
        if last is None or not _is_doubled(text, last, found):
            yield found
        last = found
    yield from _other_codes(text, (at, len(text)), shape, is_before_code=False)


def _is_doubled(text: str, last: FoundCode, found: FoundCode) -> bool:
    is_same = last.reason == found.reason and last.text == found.text
    return is_same and _LINE_END not in text[last.end : found.start]


def _own_codes(text: str, shape: CodeShape | None) -> Iterator[FoundCode]:
    """Yield what begins like a code of the questionnaire's own edition."""
    if shape is None:
        return
    pattern, at = _start_pattern(shape.start), 0
    while start := pattern.search(text, at):
        found = _own_code(text, start.start(), shape) or _damaged(text, start, shape, pattern)
        at = found.end
        yield found


def _start_pattern(start: str) -> re.Pattern[str]:
    between = f"{_BETWEEN}{{0,{_WIDEST}}}"
    return re.compile(between.join(f"[{_ways(symbol)}]" for symbol in start))


def _ways(symbol: str) -> str:
    """Return the signs by which a symbol may be written."""
    likes = [sign for sign, value in LOOK_ALIKES.items() if str(value) == symbol]
    return "".join(sign + sign.lower() for sign in (symbol, *likes))


def _own_code(text: str, start: int, shape: CodeShape) -> FoundCode | None:
    """Return the code that begins here if its checksum is right, whatever stands inside."""
    signs, end = _signs(text, start, shape)
    values = read_symbols(signs)
    if values is not None and len(values) == shape.length(values) and is_whole(values):
        return FoundCode(start, end, write_groups(values))
    return _whole(text, start, _run_end(text, start, shape))


def _run_end(text: str, start: int, shape: CodeShape) -> int:
    """Return where a run of groups ends; of a very long one a place well behind a code."""
    run = _RUN.match(text, start, start + _FAR * shape.longest)
    return run.end() if run else start


def _signs(text: str, start: int, shape: CodeShape) -> tuple[str, int]:
    """Return as many signs as a code has that begins here, and where they end."""
    signs, needed, end = "", shape.head, start
    while len(signs) < needed and (token := _TOKEN.match(text, end)):
        signs += token[1]
        end = token.end()
        if needed == shape.head <= len(signs):
            needed = shape.length(read_symbols(signs[:needed]) or [])
    return signs[:needed], end - max(0, len(signs) - needed)


def _damaged(
    text: str, start: re.Match[str], shape: CodeShape, pattern: re.Pattern[str]
) -> FoundCode:
    """Return what begins like a code and is none; it ends where the next one begins."""
    place, longest = start.start(), shape.longest
    end = max(start.end(), _run_end(text, place, shape))
    following = pattern.search(text, start.end(), end)
    room = longest - (end - place)
    end = following.start() if following else _extended(text, end, room, pattern)
    signs = _NO_SYMBOL.sub("", text[place:end])
    reason = "cut_off" if len(signs) < shape.shortest else "damaged"
    if read_symbols(signs) is None:
        reason = "wrong_sign"
    return FoundCode(place, end, beginning_of(text, place, end), reason)


def _extended(text: str, end: int, room: int, pattern: re.Pattern[str]) -> int:
    """Return the end of the groups that still belong to a broken code, on other lines too."""
    while room > 0 and (token := _TOKEN.match(text, end)):
        if not _goes_on(text, end, token) or pattern.match(text, token.start(1)):
            break
        room -= len(token[1])
        end = token.end()
    return end


def _goes_on(text: str, end: int, token: re.Match[str]) -> bool:
    """Tell whether a group goes on with a code: after its hyphen, or before one of its own."""
    is_start = len(token[1]) == GROUP and _FIRST.match(token[1]) is not None
    is_before_hyphen = _HYPHENS.match(text, token.end()) is not None
    if _HYPHENS.match(text, end):
        return len(token[1]) <= GROUP and not (is_start and is_before_hyphen)
    return is_before_hyphen and len(token[1]) <= GROUP and not is_start


def _other_codes(
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
    return place < len(starts) and starts[place] <= end + _WIDEST


def _stretches(text: str, start: int, end: int, shape: CodeShape | None) -> Iterator[FoundCode]:
    for stretch in _STRETCH.finditer(text, start, end):
        whole = _whole(text, stretch.start(), stretch.end())
        if whole:
            yield whole
            continue
        for run in _RUN.finditer(text, stretch.start(), stretch.end()):
            found = _in_run(text, run, shape)
            if found:
                yield found


def _in_run(text: str, run: re.Match[str], shape: CodeShape | None) -> FoundCode | None:
    """Return the code in a run of groups, or what looks like one; glued groups are left out."""
    groups = [
        (group.start(), group.end()) for group in _GROUP.finditer(text, run.start(), run.end())
    ]
    if len(_NO_SYMBOL.sub("", run[0])) < SHORTEST:
        return None
    parts = [
        groups[first : len(groups) - last]
        for first in range(_GLUED + 1)
        for last in range(_GLUED + 1)
        if len(groups) - first - last > 1 or first + last == 0
    ]
    for part in parts:
        if whole := _whole(text, part[0][0], part[-1][1]):
            return whole
    if any(_is_grouped(text, part) for part in parts) or _is_near(run[0], shape):
        bare = _NO_SYMBOL.sub("", run[0])
        reason = "wrong_sign" if read_symbols(bare) is None else "damaged"
        return FoundCode(run.start(), run.end(), beginning_of(text, run.start(), run.end()), reason)
    return None


def _whole(text: str, start: int, end: int) -> FoundCode | None:
    """Return the code that stands here if its checksum is right."""
    bare = _NO_SYMBOL.sub("", text[start:end])
    values = read_symbols(bare) if SHORTEST <= len(bare) <= _LONGEST else None
    if values is None or not is_whole(values):
        return None
    return FoundCode(start, end, write_groups(values))


def _is_grouped(text: str, part: Sequence[tuple[int, int]]) -> bool:
    """Tell whether groups are as codes are written, whatever they hold; words have no digits."""
    *lengths, last = (len(_NO_SYMBOL.sub("", text[start:end])) for start, end in part)
    is_long = sum(lengths) + last >= SHORTEST
    is_ours = set(lengths) == {GROUP} and last <= GROUP and is_long
    return is_ours and _DIGIT.search(text[part[0][0] : part[-1][1]]) is not None


def _is_near(run: str, shape: CodeShape | None) -> bool:
    """Tell whether a long run begins as our codes do but for one sign."""
    bare = _NO_SYMBOL.sub("", run)
    values = None if shape is None else read_symbols(bare[: len(shape.start)])
    if shape is None or values is None or len(bare) > shape.longest + _NEAR:
        return False
    own = read_symbols(shape.start) or []
    return sum(one == other for one, other in zip(values, own, strict=True)) >= len(own) - 1


def beginning_of(text: str, start: int, end: int) -> str:
    """Return the beginning of what was found, on one line."""
    return _NOT_PLAIN.sub(" ", text[start : min(end, start + _SHOWN)]).strip()
