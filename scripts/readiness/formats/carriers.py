"""Undoes what carriers do to a text: mail programs, link filters, web pages, word processors.

Decides nothing about answers. Every line stays a line, so that what is found can be named with its
line: SOFT_BREAK and WRAP stand where a carrier broke a line and count as line ends; ROW ends a
row of a table or a page and does not count. The time grows with the length of the text.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from readiness.formats.entities import ENTITIES
from readiness.formats.letters import latin_letters

SOFT_BREAK = "\x1e"
WRAP = "\x1f"
ROW = "\v"
COUNTED = re.compile(f"[\n{SOFT_BREAK}{WRAP}]")
# An escape may hide another: a link inside a link inside a quoted mail.
ROUNDS = 3
GREATEST = 0x10FFFF
GREATEST_ASCII = 0x7F
HALVES = range(0xD800, 0xE000)

_LINE_ENDS = re.compile("\r\n?")
_ROW_ENDS = re.compile("[\x85\u2028\u2029]")
_MARKS = re.compile(f"[{SOFT_BREAK}{WRAP}]")
_SOFT_BREAKS = re.compile(r"(code)?=[ \t]{0,40}\n[>| \t]{0,40}([^ \t\n\v=]{0,200})")
_WRAPS = re.compile(r"(-[ \t]{0,40})\n[>| \t]{0,40}")
_BROKEN_PERCENT = re.compile(r"%([0-9A-Fa-f]?)\n[>| \t]{0,40}([0-9A-Fa-f]{1,2})")
_BREAK = f"(?:[\n{SOFT_BREAK}][>| \t]{{0,40}})?"
_QUOTED = re.compile(
    "(code)?(=3[Dd]|=2[Dd]|=20|=09|"
    f"(?:=[89A-Fa-f]{_BREAK}[0-9A-Fa-f](?:{SOFT_BREAK}|\n[>| \t]{{0,40}}(?==))?)+)"
)
_DEFENDED = re.compile(
    _BREAK.join(map(re.escape, "/v2/url?u=")) + r'((?:[^&<>"\n]|\n[>| \t]{0,40}){0,4000})'
)
_DEFENDED_SIGN = re.compile(f"-({_BREAK})([0-9A-F])({_BREAK})([0-9A-F])")
_PERCENT_AGAIN = re.compile("%(?:25)+(?=[0-9A-Fa-f\n])")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}(?:\n[>| \t]{0,40}(?=%))?)+")
_AMPERSANDS = re.compile("&(?:amp;)+(?=#?[0-9A-Za-z]{2,20};)")
_BROKEN_ENTITY = re.compile("&([#0-9A-Za-z]{0,19})(\n[>| \t]{0,40})([#0-9A-Za-z]{0,19});")
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,20}));")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\'([0-9A-Fa-f]{2})|\\(?:en|em)dash ?|\\[_~-]")
_TAG_END = r"(?:[\n\x1e][>| \t]{0,40}[a-z]{0,9}/?>|[ \t\n\x1e][^<>]{0,500}/?>|/?>)"
# A tag that is broken before its end: the sign is none of a quotation.
_TAG_BREAK = re.compile("(<[/a-zA-Z]{1,5})=\n>")
_BLOCK = re.compile(
    rf"<{_BREAK}/?{_BREAK}(?:[a-z]{{1,9}}:)?"
    r"(?:br|p|div|td|th|tr|table|li|ul|ol|pre|blockquote|h[1-6]|row|cell)" + _TAG_END,
    re.IGNORECASE | re.ASCII,
)
# A name of more signs may be a code; <https://...> is none either.
_INLINE = re.compile(
    rf"<{_BREAK}/?{_BREAK}[a-z][a-z0-9:.-]{{0,16}}{_TAG_END}"
    r"|<!--[^<>]{0,500}-->|<!(?:--)?\[[^<>]{0,99}\](?:--)?>",
    re.IGNORECASE | re.ASCII,
)
# What stands in a tag that may be a code, a link with one, or a saved response.
_CARRIES = re.compile(
    r'code=|(?:[0-9A-Za-z]{4}(?:[^0-9A-Za-z]|[ -]{2,5})){3}|[0-9A-Za-z]{18}|"[ \n]*:'
)
_DASHES = re.compile(
    "[\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u2212\u2500\u2501\u2796\u2e3a\u2e3b\u3030"
    "\u30fc\ufe58\ufe63\uff0d\uff70]"
)
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_QUOTES = re.compile("[\u201c-\u201f\u2033\u275d\u275e\xab\xbb]")
# Letters in full width, and those in which chats write bold, slanted or like a typewriter.
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
# A dash or a blank that was read in a wrong encoding: any signs between two groups of four.
_MISREAD = re.compile('([0-9A-Za-z]{4})[\x80-\ud7ff\ue000-\uffff]{1,8}[- "]{0,3}(?=[0-9A-Za-z])')
# What Windows-1252 has where UTF-8 has the middle of a character.
_SINGLE = {0x96: "-", 0x97: "-", 0xA0: " ", 0xAD: "", 0x93: '"', 0x94: '"'}
_BETWEEN_SIGNS = re.compile(f"[{SOFT_BREAK}\n>| \t]+")
_LAID_OUT = re.compile("[\t\n\v\f\r]+")
_CONTROLS = re.compile("[\x00-\x0a\x0c-\x1f]")


def undo(text: str) -> str:
    """Return the text as it was before carriers had it, with as many lines."""
    plain = _LINE_ENDS.sub("\n", _MARKS.sub(" ", text)).replace("\f", ROW)
    for _ in range(ROUNDS):
        before = plain
        # Tags last: a code behind escapes in a tag is not seen before.
        plain = _without_tags(_without_encodings(plain))
        if plain == before:
            break
    return _WRAPS.sub(rf"\1{WRAP}", plain)


def _without_encodings(text: str) -> str:
    for _ in range(ROUNDS):
        before = text
        text = _without_escapes(_plain_signs(_without_entities(text)))
        if text == before:
            break
    return text


def _without_entities(text: str) -> str:
    if "&" not in text:
        return text
    whole = _BROKEN_ENTITY.sub(r"\2&\1\3;", _AMPERSANDS.sub("&", text))
    return _ENTITY.sub(_from_entity, whole)


def _without_escapes(text: str) -> str:
    if "=" in text:
        text = _TAG_BREAK.sub(rf"\1>{SOFT_BREAK}", text)
        text = _QUOTED.sub(_from_quoted, _SOFT_BREAKS.sub(_joined, text))
    if "/" in text:
        text = _DEFENDED.sub(_from_defended, text)
    if "%" in text:
        once = _PERCENT_AGAIN.sub("%", _BROKEN_PERCENT.sub(r"\n%\1\2", text))
        text = _PERCENT.sub(_from_percent, _BROKEN_PERCENT.sub(r"\n%\1\2", once))
    if "\\" in text:
        text = _ESCAPE.sub(_from_escape, text)
    return text


def _without_tags(text: str) -> str:
    return _INLINE.sub(_line_ends, _BLOCK.sub(_row_end, text)) if "<" in text else text


def _plain_signs(text: str) -> str:
    if text.isascii():
        return text
    text = _UNSEEN.sub("", _BLANKS.sub(" ", _DASHES.sub("-", _ROW_ENDS.sub(ROW, text))))
    text = _STYLED.sub(lambda sign: normalize("NFKC", sign[0]), _QUOTES.sub('"', text))
    return _MISREAD.sub(r"\1-", latin_letters(text))


def _joined(found: re.Match[str]) -> str:
    """Return what was broken in one piece; "code=" at the end of a line is the end of a link."""
    return found[0] if found[1] else f"{found[2]}{SOFT_BREAK}"


def _from_quoted(found: re.Match[str]) -> str:
    """Return the signs; behind "code=" stands a code, unless that is "code=3D"."""
    if found[1] and found[2].upper() != "=3D":
        return found[0]
    signs = _BETWEEN_SIGNS.sub("", found[2])
    decoded = _decoded(bytes.fromhex(signs.replace("=", "")), signs)
    return (found[1] or "") + decoded + _breaks(found[2])


def _from_percent(found: re.Match[str]) -> str:
    signs = _BETWEEN_SIGNS.sub("", found[0])
    decoded = _decoded(bytes.fromhex(signs.replace("%", "")), signs)
    return decoded + _breaks(found[0])


def _decoded(content: bytes, written: str) -> str:
    """Return what bytes stand for; as they were written where that cannot be seen."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "".join(
            _SINGLE.get(byte, chr(byte) if byte < GREATEST_ASCII else "?") for byte in content
        )
    text = _LAID_OUT.sub(ROW, text)
    return written if _CONTROLS.search(text) else text


def _from_defended(found: re.Match[str]) -> str:
    """Return the address with its signs as in other links; they are undone with those."""
    lines = "\n" * (found[0].count("\n") - found[1].count("\n"))
    signs = _DEFENDED_SIGN.sub(r"\1\3%\2\4", found[1])
    return f"{lines}/{signs.replace('_', '/')}"


def _from_entity(found: re.Match[str]) -> str:
    if found[3]:
        return ENTITIES.get(found[3].lower(), found[0])
    code = int(found[1]) if found[1] else int(found[2], 16)
    return _sign(code, found[0])


def _from_escape(found: re.Match[str]) -> str:
    if found[1]:
        sign = _sign(int(found[1], 16), found[0])
        return found[0] if sign in {'"', "\\"} else sign
    return _SINGLE.get(int(found[2], 16), found[0]) if found[2] else "-"


def _sign(code: int, written: str) -> str:
    """Return one sign; as it was written where it is half a character or cannot be seen."""
    is_half = code in HALVES
    return written if code < ord(" ") or code > GREATEST or is_half else chr(code)


def _line_ends(found: re.Match[str]) -> str:
    return found[0] if _CARRIES.search(COUNTED.sub("", found[0])) else _breaks(found[0])


def _breaks(text: str) -> str:
    """Return as many line ends as there are in a text."""
    return "\n" * text.count("\n") + SOFT_BREAK * text.count(SOFT_BREAK)


def _row_end(found: re.Match[str]) -> str:
    return ROW + _line_ends(found)
