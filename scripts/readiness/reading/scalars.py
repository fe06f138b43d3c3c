"""What an unquoted word in YAML stands for: strict, few forms, numbers exact.

`true` and `false`, whole numbers, decimals, and nothing (`null`, `~` or empty). All the rest is
text: `no`, `yes`, `1:30`, `010`, `0x1F`, dates, `.nan`. A ratio such as `2/3` is text that
`exact` understands.
"""

from __future__ import annotations

import re
from fractions import Fraction

Value = str | int | bool | Fraction | None

WORDS: dict[str, Value] = {"": None, "null": None, "~": None, "true": True, "false": False}
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?")
RATIO = re.compile(r"([0-9]{1,9})/([1-9][0-9]{0,8})")


def resolve(written: str) -> Value:
    """Return what an unquoted scalar stands for."""
    if written in WORDS:
        return WORDS[written]
    match = NUMBER.fullmatch(written)
    if not match:
        return written
    return Fraction(written) if match[2] else int(written)


def exact(value: object) -> Fraction | None:
    """Return a number or a ratio such as `2/3` as an exact fraction; None for all else."""
    if isinstance(value, str) and RATIO.fullmatch(value):
        return Fraction(value)
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    return None
