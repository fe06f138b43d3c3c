"""An independent writer of response codes: slow, plain, and sharing nothing with the engines.

It follows the words of `site_src/code.md`. The checksum is a polynomial division over the field of
32 elements, with the generator as BIP 173 prints it, in place of the engines' bit tricks. Each
`vectors.json` code was written by this program: `python tests/engines/plain_code.py` prints them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GENERATOR = [1, 29, 22, 20, 21, 29, 18]
BECH32M = [21, 28, 16, 12, 5, 3]
VECTORS = Path(__file__).parents[1] / "golden" / "codes" / "vectors.json"


def times(one: int, other: int) -> int:
    """Multiply in the field of 32 elements: polynomials modulo z^5 + z^3 + 1."""
    product = 0
    for power in range(5):
        if other >> power & 1:
            product ^= one << power
    for power in range(8, 4, -1):
        if product >> power & 1:
            product ^= 0b101001 << (power - 5)
    return product


def remainder(symbols: list[int]) -> list[int]:
    """Divide by the generator; the first symbol is the highest power."""
    left = list(symbols)
    for place in range(len(left) - 6):
        factor = left[place]
        for offset, coefficient in enumerate(GENERATOR):
            left[place + offset] ^= times(factor, coefficient)
    return left[-6:]


def check_symbols(prefix: str, symbols: list[int]) -> list[int]:
    """Return the six symbols of Bech32m (BIP 350) for a prefix and the symbols after it."""
    high, low = [ord(sign) // 32 for sign in prefix], [ord(sign) % 32 for sign in prefix]
    rest = remainder([1, *high, 0, *low, *symbols, 0, 0, 0, 0, 0, 0])
    return [one ^ other for one, other in zip(rest, BECH32M, strict=True)]


def symbols_for(possibilities: int) -> int:
    """Return the smallest number of symbols that can tell so many things apart."""
    count = 0
    while 32**count < possibilities:
        count += 1
    return count


def base_32(number: int, count: int) -> list[int]:
    """Return a number in so many symbols."""
    return [number // 32**place % 32 for place in reversed(range(count))]


def digits_of(item: dict[str, Any], answers: dict[str, Any]) -> tuple[int, int]:
    """Return the digit of one answer and how many digits its item has."""
    order = [None, "dk", *range(1, item["levels"] + 1)]
    order += ["na"] if item.get("na") and not item.get("gate") else []
    return order.index(answers.get(item["id"])), len(order)


def is_asked(item: dict[str, Any], role: str | None) -> bool:
    """Tell whether somebody of a role meets the item."""
    return role is None or role in item.get("roles", [role])


def plain_code(vector: dict[str, Any]) -> str:
    """Return the code that a vector should have."""
    roles = [None, *vector["roles"]]
    role = vector["role"]
    asked = [item for item in vector["items"] if is_asked(item, role)]
    weight, number = 1, 0
    for item in reversed(asked):
        digit, digits = digits_of(item, vector["answers"])
        number += digit * weight
        weight *= digits
    bits = f"{int(vector['fingerprint'], 16):0{4 * len(vector['fingerprint'])}b}"
    symbols = [1]
    symbols += [int(bits[start : start + 5], 2) for start in (0, 5, 10, 15)]
    symbols += [SIGNS.index(sign) for sign in vector["respondent"][:6]]
    symbols += [min(vector["revision"], 31)]
    symbols += base_32(roles.index(role), symbols_for(len(roles)))
    symbols += base_32(number, symbols_for(weight))
    return sealed(symbols)


def sealed(symbols: list[int]) -> str:
    """Return any symbols as a code with a right checksum, in groups of four."""
    text = "".join(SIGNS[symbol] for symbol in [*symbols, *check_symbols("readiness", symbols)])
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def read_vectors(part: str = "vectors") -> list[dict[str, Any]]:
    """Return the vectors, or the texts that must be `refused`."""
    vectors: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))[part]
    return vectors


if __name__ == "__main__":
    for each in read_vectors():
        print(f"{each['name']}: {plain_code(each)}")  # noqa: T201  # it is asked to print
