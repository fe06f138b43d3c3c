"""Opens what a saved mail has in base 64, and the words of its heads; other texts stay as they are.

Quoted-printable parts are text already: `carriers` undoes them. A part that is no text stays
closed. Each line of a part stays a line.
"""

from __future__ import annotations

import base64
import re

from readiness.formats.carriers import ROW
from readiness.formats.encodings import decode_text
from readiness.formats.foreign_files import foreign_kind

_HEAD = re.compile(
    r"^(Content-Transfer-Encoding:[ \t]*base64[ \t]*\n(?:[^\n]+\n){0,50}\n)([A-Za-z0-9+/=\n]+)",
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_NAMED = re.compile("base64", re.IGNORECASE | re.ASCII)
_LINE_ENDS = re.compile("\r\n?")
_NOT_DIGITS = re.compile("[^A-Za-z0-9+/]+")
_QUARTET = 4
# Words of a head that are no ASCII, or too long for a line: =?utf-8?Q?...?=
_WORD = r"=\?[0-9A-Za-z_-]{1,40}\?([BbQq])\?([^? \t\n]{0,200})\?="
_WORDS = re.compile(f"{_WORD}(?:(?:[ \t]|\n[ \t]){{0,9}}{_WORD.replace('(', '(?:')})*")
_EACH_WORD = re.compile(_WORD)


def open_mail(text: str) -> str:
    """Return a text with its parts in base 64 opened."""
    if _NAMED.search(text):
        text = _HEAD.sub(_opened, _LINE_ENDS.sub("\n", text))
    return _WORDS.sub(_words, _LINE_ENDS.sub("\n", text)) if "=?" in text else text


def _words(found: re.Match[str]) -> str:
    """Return the words of a head in one piece; quoted signs are undone with all others."""
    words = "".join(
        (decode_text(_content(body)) or "") if kind in "Bb" else body.replace("_", " ")
        for kind, body in _EACH_WORD.findall(found[0])
    )
    return re.sub("[\r\n]+", ROW, words) + "\n" * found[0].count("\n")


def _opened(found: re.Match[str]) -> str:
    body, _, rest = found[2].partition("\n\n")
    content = _content(body)
    text = None if foreign_kind(content, "") else decode_text(content)
    if text is None:
        return found[0]
    rows = re.sub("[\r\n]+", ROW, text)
    after = "\n\n" + rest if found[2] != body else ""
    return found[1] + rows + "\n" * body.count("\n") + after


def _content(body: str) -> bytes:
    digits = _NOT_DIGITS.sub("", body)
    whole = digits[: len(digits) - (len(digits) % _QUARTET == 1)]
    return base64.b64decode(whole + "=" * (-len(whole) % _QUARTET))
