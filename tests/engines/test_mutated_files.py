"""Mutated files through both readers: the same outcome, the same answers, the same result.

3,000 files; with READINESS_LONG=1 100,000 new ones. Outcomes are counted, because files that all
die at the first byte would prove nothing.
"""

from __future__ import annotations

import json
import os
from collections import Counter, deque
from itertools import islice
from random import SystemRandom
from typing import TYPE_CHECKING, Any

import pytest

from .exchange import BrowserFiles, comparable, read_in_python
from .mutated_files import FORM, TAKEN, base_files, mutants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .engines import Fault

LONG = os.environ.get("READINESS_LONG") == "1"
COUNT = 100_000 if LONG else 3_000
SEED = SystemRandom().randrange(2**32) if LONG else 3
BATCH = 250

OUTCOMES = {
    *("ok", "migrated", "duplicate", "truncated", "not-json", "too-big"),
    *("wrong-format", "newer-version", "other-questionnaire", "bad-answer"),
}
NO_JSON = {"truncated", "not-json", "too-big"}
COUNTING = {"carried", "renamed", "not_asked"}
FATES = {"carried", "renamed", "changed", "removed", "not_asked", "invalid", "answered_twice"}

FAULTS: dict[str, Fault] = {
    'coerces "4"': (
        "strict_json.js",
        "if (sign === '\"') return this.readText();",
        "if (sign === '\"') return [this.readText()].map((t) => (/^[0-9]$/.test(t) ? +t : t))[0];",
    ),
    "takes 4.0 for 4": (
        "strict_json.js",
        "return WHOLE.test(written) ? Number(written) : new WrittenNumber(written);",
        "return Number(written);",
    ),
    "the last of two answers wins": (
        "strict_json.js",
        "inside.held.has(inside.key)) this.isFaulty = true;",
        'inside.held.has("")) this.isFaulty = true;',
    ),
    "a level too high becomes the highest": (
        "editions.js",
        'if (!offersAnswer(item, answer)) return "invalid";',
        'if (!offersAnswer(item, answer) && !(Number(answer) > 1)) return "invalid";',
    ),
    "a changed question is scored": (
        "editions.js",
        "if (meaning !== null && meaning !== item.fingerprint)",
        "if (meaning === item.id)",
    ),
    "a key reaches the prototypes": (
        "strict_json.js",
        "inside.key = this.readText();",
        'inside.key = this.readText(); if (inside.key === "__proto__") Object.prototype.bad = 1;',
    ),
}


def assert_same(browser: BrowserFiles, files: list[bytes]) -> list[dict[str, Any]]:
    """Read files with both twins, compare them one by one, and return what Python found."""
    found = read_in_python(FORM, files, {TAKEN})
    others = browser.read(FORM, files, {TAKEN})
    for file, one, other in zip(files, found, others, strict=True):
        assert comparable(other) == comparable(one), f"seed {SEED}: {file!r}"
    return found


def search(browser: BrowserFiles, count: int) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Yield mutated files with what both twins made of them; stop at the first difference."""
    files = mutants(SEED, count)
    while batch := list(islice(files, BATCH)):
        yield from zip(batch, assert_same(browser, batch), strict=True)


def test_the_bases_are_taken(browser_files: BrowserFiles) -> None:
    """Before any fault, so that what is refused is refused for its fault."""
    files = [json.dumps(base).encode() for base in base_files()]
    outcomes = [one["outcome"] for one in assert_same(browser_files, files)]
    assert outcomes == ["ok", "duplicate", "migrated", "migrated", "migrated", "migrated"]


def test_mutated_files(browser_files: BrowserFiles) -> None:
    """Equal outcomes and results, each within a second, and enough of every kind."""
    outcomes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for file, read in search(browser_files, COUNT):
        outcomes[read["outcome"]] += 1
        kinds.update({fate for *_, fate in read.get("fates", [])})
        assert_as_written(file, read)
    assert sum(outcomes.values()) == COUNT
    assert set(outcomes) == OUTCOMES, outcomes
    assert set(kinds) == FATES, kinds
    validated = COUNT - sum(outcomes[name] for name in NO_JSON)
    assert validated >= COUNT * 20 // 100, outcomes
    assert outcomes["ok"] + outcomes["migrated"] >= COUNT * 5 // 100, outcomes
    print(f"seed {SEED}: {dict(outcomes.most_common())} {dict(kinds.most_common())}")  # noqa: T201


def assert_as_written(file: bytes, read: dict[str, Any]) -> None:
    """Compare accepted answers with what Python's own reader finds, numbers left as texts."""
    if "answers" not in read:
        return
    raw = json.loads(
        file.decode("utf-8-sig"),
        parse_int=lambda text: ("whole", text),
        parse_float=lambda text: ("other", text),
    )
    old = raw.get("old") or {} if read["kind"] == "backup" else {}
    written = {id_: (one or {}).get("answer") for id_, one in old.items()} | raw["answers"]
    came_from = {item: id_ for id_, item, fate in read["fates"] if fate in COUNTING}
    for item, answer in read["answers"]:
        expected = answer if answer in {"dk", "na"} else ("whole", str(answer))
        assert written[came_from[item]] == expected, file


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path) -> None:
    """The same search must turn red over a reader with one fault."""
    broken = BrowserFiles(tmp_path, FAULTS[fault])
    with pytest.raises(AssertionError):
        deque(search(broken, 3_000), maxlen=0)
