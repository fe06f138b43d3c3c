"""Mutated codes through both readers: the same outcome, and what is taken is what was written.

Half of them get a right checksum, so that they reach what lies behind it. 4,000 in the normal run,
100,000 with READINESS_LONG=1.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from .codes import BrowserCodes, PythonCodes, edition_of
from .plain_code import SIGNS, read_vectors, sealed

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 100_000 if os.environ.get("READINESS_LONG") == "1" else 4_000
NOISE = "-- \n\tUu*é\u2013\u200b\U0001f600oOiIlL"


def mutant(random: Random, code: str) -> str:
    """Return a code with one to three changes; half of them with a right checksum."""
    if random.random() < 0.5:
        symbols = [SIGNS.index(sign) for sign in code.replace("-", "")][:-6]
        for _ in range(random.randint(0, 3)):
            _change(random, symbols)
        return sealed(symbols)
    signs = list(code)
    for _ in range(random.randint(1, 3)):
        place, length = random.randrange(len(signs)), random.randrange(2)
        signs[place : place + length] = random.choice(NOISE + SIGNS)
    return "".join(signs)


def _change(random: Random, symbols: list[int]) -> None:
    """Change a symbol behind the edition, mostly; or its neighbours, or the length."""
    behind = 12 if len(symbols) > 12 and random.random() < 0.8 else 0
    place = random.randrange(behind, len(symbols))
    kind = random.randrange(10)
    if kind == 0:
        del symbols[place]
    elif kind == 1:
        symbols.insert(place, random.randrange(32))
    else:
        symbols[place] = random.randrange(32)


def test_mutated_codes(tmp_path: Path) -> None:
    """Every outcome comes up often; each that is taken is written again just as it was."""
    seed = 350 if COUNT < 100_000 else time.time_ns()
    random = Random(seed)  # noqa: S311  # not a secret: repeatable mutants
    browser, python = BrowserCodes(tmp_path), PythonCodes()
    outcomes: Counter[str] = Counter()
    vectors = read_vectors()
    for vector in vectors:
        edition = edition_of(vector)
        texts = [mutant(random, vector["code"]) for _ in range(COUNT // len(vectors) + 1)]
        decoded = python.decode(edition, texts)
        assert browser.decode(edition, texts) == decoded
        taken = [
            (one, text) for one, text in zip(decoded, texts, strict=True) if isinstance(one, dict)
        ]
        written = python.encode(edition, [one for one, _ in taken])
        assert written == browser.encode(edition, [one for one, _ in taken])
        assert [code.replace("-", "") for code in written] == [_bare(text) for _, text in taken]
        outcomes.update(one if isinstance(one, str) else "ok" for one in decoded)
    print(f"seed {seed}: {dict(outcomes)}")  # noqa: T201
    assert outcomes.total() >= COUNT
    assert outcomes["ok"] >= COUNT // 10
    assert all(outcomes[name] >= COUNT // 200 for name in ("newer_version", "other_edition"))
    assert all(outcomes[name] >= COUNT // 50 for name in ("damaged", "not_a_code", "bad_answer"))


def _bare(text: str) -> str:
    """Return the symbols of a text as they are written; only what NOISE and SIGNS hold."""
    kept = "".join(sign for sign in text if sign not in "- \n\t\u2013\u200b").upper()
    return kept.replace("O", "0").replace("I", "1").replace("L", "1")
