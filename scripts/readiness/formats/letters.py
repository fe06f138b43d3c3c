"""Turns Cyrillic and Greek letters into the Latin ones that look the same, where a code may stand.

Who types a code from paper on such a keyboard sees no difference. Words are left alone: only a run
of twelve or more such letters, digits and hyphens with a digit in it may be a part of a code.
"""

from __future__ import annotations

import re

_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458"
)
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
)
_LATIN = "ABEKMHOPCTYXSIJ" * 2 + "ABEZHIKMNOPTYXO"
_LIKE = str.maketrans(_CYRILLIC + _GREEK, _LATIN)
_RUN = re.compile(f"[-0-9A-Za-z{_CYRILLIC}{_GREEK}]{{12,}}")
_DIGIT = re.compile("[0-9]")


def latin_letters(text: str) -> str:
    """Return the text with Latin letters where it looks as if they stood there."""
    return _RUN.sub(_latin, text)


def _latin(found: re.Match[str]) -> str:
    return found[0].translate(_LIKE) if _DIGIT.search(found[0]) else found[0]
