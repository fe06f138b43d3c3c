"""Mutants of the good questionnaire: bytes, tokens, keys, scalars and structure.

`mutants(seed)` yields file name and content without end; the same seed gives the same mutants.
Some are gentle (other words in a text, another weight), so that a fair share stays good.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from reading.folder import FILES, GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKENS = (
    *("!!int ", "!!bool ", "!!timestamp ", "!!python/name:os.system ", "!ENV ", "!", "&a ", "*a "),
    *("[", "]", "{", "}", "'", '"', "\t", "- ", ": ", ":", "#", " #", "%", "@", "`", "? ", "| "),
    *(">", "---\n", "...\n", "<<: ", "\n", "\n\n", "  ", ",", "\\", '"\\UFFFFFFFF"', '"\\x"'),
    *("%YAML 1." + "9" * 5000 + "\n---\n", "<<<<<<< a\n", "[" * 60, "\u2028", "\x85", "\ufeff"),
)
SCALARS = (
    *("no", "yes", "1:30", "0x_", "0x1F", "010", "2024-13-45", "2024-01-02", ".nan", "-.inf"),
    *(
        "1e308",
        "9" * 4400,
        "-0",
        "0",
        "1",
        "2",
        "3",
        "100",
        "101",
        "0.5",
        "1/2",
        "7/0",
        "null",
        "~",
    ),
    *("", '""', "' '", "true", "false", "[]", "{}", "[a, b]", "{a: b}", "!!timestamp 2024-13-45"),
    *("!!int 0x_", '"\\UFFFFFFFF"', '"\\ud800"', "a #b", "a: b", "text", "leader", "x" * 3000, "é"),
)
WORDS = (
    "customer",
    "work",
    "daily",
    "plan",
    "Überblick",
    "東京",
    "a/b",
    "it's",
    "50%",
    "{x}",
    "e.g.",
)


def mutants(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield the name of a file of the good questionnaire and its mutated content."""
    chance = random.Random(seed)  # noqa: S311  # mutants, not secrets
    originals = {name: (GOOD / f"{name}.yml").read_bytes() for name in FILES}
    while True:
        name = chance.choice(FILES)
        content = originals[name]
        for _ in range(chance.choice((1, 1, 1, 2))):
            content = chance.choice(KINDS)(content, chance)
        yield name, content


def bytes_(content: bytes, chance: random.Random) -> bytes:
    """Change, drop or insert a few bytes of any value."""
    array = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(array) + 1)
        array[place : place + chance.randint(0, 2)] = chance.randbytes(chance.randint(0, 2))
    return bytes(array)


def tokens(content: bytes, chance: random.Random) -> bytes:
    """Insert something that means much to YAML."""
    place = chance.choice([m.start() for m in re.finditer(rb"\b|(?<= )", content)] or [0])
    return content[:place] + chance.choice(TOKENS).encode() + content[place:]


def keys(content: bytes, chance: random.Random) -> bytes:
    """Drop, double or swap a letter of a key."""
    found = list(re.finditer(rb"([a-z_]{2,}):", content))
    if not found:
        return content
    match = chance.choice(found)
    start, end = match.span(1)
    i = chance.randrange(start, end - 1)
    a, b = content[i : i + 1], content[i + 1 : i + 2]
    return content[:i] + chance.choice((b, a + a + b, b + a)) + content[i + 2 :]


def scalars(content: bytes, chance: random.Random) -> bytes:
    """Put another value behind a key or a dash."""
    found = list(re.finditer(rb"(?<=[:-] )[^\n,{}\[\]]+", content))
    if not found:
        return content
    match = chance.choice(found)
    return content[: match.start()] + chance.choice(SCALARS).encode() + content[match.end() :]


def structure(content: bytes, chance: random.Random) -> bytes:
    """Drop, double, move, indent or outdent a line."""
    lines = content.split(b"\n")
    i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[i]
    way = chance.randrange(5)
    if way == 0:
        del lines[i]
    elif way == 1:
        lines.insert(i, line)
    elif way == 2:
        lines[i], lines[j] = lines[j], lines[i]
    else:
        lines[i] = b"  " + line if way == 3 else line.removeprefix(b"  ")
    return b"\n".join(lines)


def gently(content: bytes, chance: random.Random) -> bytes:
    """Put another word into a text: most stay good."""
    found = list(re.finditer(rb"(?<= )[a-z]+(?=[ .?])", content))
    if not found:
        return content
    match = chance.choice(found)
    return content[: match.start()] + chance.choice(WORDS).encode() + content[match.end() :]


KINDS = (bytes_, tokens, keys, scalars, structure, gently)
