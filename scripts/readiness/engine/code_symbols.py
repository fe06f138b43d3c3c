"""The symbols of a response code: how they are written, read with forgiveness, and checked.

Crockford's base 32 alphabet and the Bech32m checksum (BIP 350). Knows nothing of questionnaires.
Every text that is no run of symbols is refused; nothing is guessed beyond look-alikes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 5
GROUP = 4
CHECK_SYMBOLS = 6
# Programs for chats and texts write other hyphens and blanks than those that were typed.
HYPHENS = "-\u00ad\u2010-\u2015\u2212"
BLANKS = " \u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
LINE_ENDS = "\t\n\v\f\r\u0085\u2028\u2029"

_SEPARATORS = re.compile(f"[{HYPHENS}{BLANKS}{LINE_ENDS}]+")
LOOK_ALIKES = {"O": 0, "I": 1, "L": 1}
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)} | LOOK_ALIKES
_VALUES |= {sign.lower(): value for sign, value in _VALUES.items()}
_NO_SYMBOL = 255
_TABLE = bytes(_VALUES.get(chr(sign), _NO_SYMBOL) for sign in range(256))

# Bech32m: the generator times 1, 2, 4, 8 and 16 in its field of 32 elements, and the last XOR.
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_FINAL = 0x2BC830A3
_PREFIX = b"readiness"
_LOW = (1 << (CHECK_SYMBOLS - 1) * BITS) - 1
_LOW_OF_PAIRS = (1 << (CHECK_SYMBOLS - 2) * BITS) - 1


def read_symbols(text: str) -> list[int] | None:
    """Return the values of the symbols; None where another sign stands among them."""
    values = _SEPARATORS.sub("", text).encode("ascii", "replace").translate(_TABLE)
    return None if _NO_SYMBOL in values else list(values)


def write_symbols(values: Sequence[int]) -> str:
    """Write values from 0 to 31 as one run of symbols."""
    return "".join(ALPHABET[value] for value in values)


def write_groups(values: Sequence[int]) -> str:
    """Write values as they are shown: in groups of four with hyphens between."""
    text = write_symbols(values)
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def width(count: int) -> int:
    """Return how many symbols tell `count` (at least 1) possibilities apart."""
    return -(-(count - 1).bit_length() // BITS)


def number_symbols(number: int, count: int) -> list[int]:
    """Return a number below `count` as symbols, the most significant one first."""
    places = range(BITS * width(count) - BITS, -1, -BITS)
    return [(number >> place) & 31 for place in places]


def symbols_number(values: Sequence[int]) -> int:
    """Return the number that symbols stand for."""
    number = 0
    for value in values:
        number = number << BITS | value
    return number


def checksum(values: Sequence[int]) -> list[int]:
    """Return the six check symbols that follow these; Bech32m with the prefix "readiness"."""
    state = _remainder([*values, *[0] * CHECK_SYMBOLS], _START) ^ _FINAL
    return number_symbols(state, 1 << CHECK_SYMBOLS * BITS)


def is_whole(values: Sequence[int]) -> bool:
    """Tell whether the last six symbols are the checksum of those before."""
    return _remainder(values, _START) == _FINAL


def _remainder(values: Sequence[int], state: int) -> int:
    """Return the remainder; two symbols at a time, which takes half as long."""
    start = len(values) % 2
    for value in values[:start]:
        state = _step(state, value)
    for one, two in zip(values[start::2], values[start + 1 :: 2], strict=True):
        pair = _PAIRS[state >> (CHECK_SYMBOLS - 2) * BITS]
        state = (state & _LOW_OF_PAIRS) << 2 * BITS ^ one << BITS ^ two ^ pair
    return state


def _step(state: int, value: int) -> int:
    return (state & _LOW) << BITS ^ value ^ _MULTIPLES[state >> (CHECK_SYMBOLS - 1) * BITS]


def _multiples() -> Iterator[int]:
    """Yield the generator times each element of the field."""
    for factor in range(len(ALPHABET)):
        product = 0
        for bit, multiple in enumerate(_GENERATOR):
            product ^= multiple * (factor >> bit & 1)
        yield product


def _expanded_prefix() -> list[int]:
    """Return the prefix as Bech32 has it: the high bits of its letters, 0, then the low bits."""
    return [sign >> BITS for sign in _PREFIX] + [0] + [sign & 31 for sign in _PREFIX]


_MULTIPLES = tuple(_multiples())
# What two symbols that leave the state bring back into it.
_PAIRS = tuple(
    _step(_step(pair << (CHECK_SYMBOLS - 2) * BITS, 0), 0) for pair in range(1 << 2 * BITS)
)
_START = _remainder(_expanded_prefix(), 1)
