"""Finds response codes in any text out of which `carriers.undo` has taken what carriers put in.

A code of the questionnaire's own edition is known by its start and its length, whatever stands
between its symbols or is glued to its ends; the checksum decides. Other codes are known by their
groups. What still looks like a code is found too, with the reason why it is none: nothing that
looks like ours is passed over. The time grows with the length of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readiness.engine.code_groups import (
    NO_SYMBOL,
    RUN,
    WIDEST,
    FoundCode,
    beginning_of,
    other_codes,
    whole_code,
)
from readiness.engine.code_symbols import (
    GROUP,
    LOOK_ALIKES,
    is_whole,
    read_symbols,
    write_groups,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.engine.response_code import CodeShape

# What may stand between two symbols: signs of punctuation, blanks, line ends; never a letter.
_BETWEEN = "[\x00-/:-@\\[-`{-\x7f\xa1-\xbf\u2010-\u2027\u2030-\u205e\u2500-\u259f]"
_TOKEN = re.compile(f"{_BETWEEN}{{0,{WIDEST}}}([0-9A-Za-z]{{1,{WIDEST}}})")
_HYPHENS = re.compile("[-\x1f]+")
_FIRST = re.compile("[1IiLl]")
_LINE_END = "\n"
_FAR = 4


def find_codes(text: str, shape: CodeShape | None = None) -> Iterator[FoundCode]:
    """Yield in their order the codes inside a text, and whatever looks like one.

    A code that a carrier doubled, as a link and its words, is found once.
    """
    at, last = 0, None
    for found in _own_codes(text, shape):
        yield from other_codes(text, (at, found.start), shape, is_before_code=True)
        at = max(at, found.end)
        if last is None or not _is_doubled(text, last, found):
            yield found
        last = found
    yield from other_codes(text, (at, len(text)), shape, is_before_code=False)


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
    between = f"{_BETWEEN}{{0,{WIDEST}}}"
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
    return whole_code(text, start, _run_end(text, start, shape))


def _run_end(text: str, start: int, shape: CodeShape) -> int:
    """Return where a run of groups ends; of a very long one a place well behind a code."""
    run = RUN.match(text, start, start + _FAR * shape.longest)
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
    signs = NO_SYMBOL.sub("", text[place:end])
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
