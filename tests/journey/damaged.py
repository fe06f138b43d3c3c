"""Saved values that something has damaged, or that another version has written.

Each is one change to a record that would be good. `unreadable` ones must be set aside and handed
out as they were found; `inert` ones are records, but answer nothing that the form asks.
"""

from __future__ import annotations

import json
from typing import Any

from journey.stored import PLACE

GONE = object()
BEYOND = 2**53

UNREADABLE_FIELDS: dict[str, list[Any]] = {
    "version": [0, 2, 99, "1", None, GONE, 1.5, -1, True, [1], {}, 1e308],
    "value": [GONE, "3", 0, -1, 1.5, True, False, [], [3], {}, "", "DK", "x", "__proto__", "1e3"],
    "revision": [GONE, "5", 0, -1, 1.5, None, True, [5], {}, BEYOND - 1, BEYOND, 1e308],
    "tab": [GONE, 1, None, True, [], {}],
    "meaning": [1, None, True, [], {}],
    "question": [1, None, True, [], {}],
    "level": [1, None, True, [], {}],
}
INERT_VALUES = [6, 99, BEYOND, 1e308, "na"]
UNREADABLE_KEYS = [
    "",
    "answer:",
    "answer:__proto__",
    "answer:Team-goals",
    "answer:team goals",
    "ANSWER:team-goals",
    "answer",
    "__proto__",
    "constructor",
    "note:",
    "role ",
    "step\n",
    "answer:team-goals\n",
    "\U0001f600",
]
GARBAGE = [
    "null",
    "true",
    "1",
    '"x"',
    "[]",
    "{}",
    "[[]]",
    "undefined",
    "NaN",
    "[object Object]",
    "<script>alert(1)</script>",
    "\x00\x01",
    "\ufeff{}",
    "x" * 20_000,
    "[" * 20_000,
    "[" * 20_000 + "]" * 20_000,
    '{"__proto__": {"version": 1, "key": "answer:bad-news", "value": 5, "revision": 9}}',
    '{"constructor": {"prototype": {"version": 1}}}',
    '{"version": 1, "version": 2}',
    '{"version": 1e400}',
]


def record(item: str, **changes: object) -> dict[str, Any]:
    """Return a good record of an answer, with changes."""
    key = f"answer:{item}"
    good = {"version": 1, "key": key, "value": 3, "revision": 5, "tab": "1"}
    return {name: value for name, value in (good | changes).items() if value is not GONE}


def field_changes() -> list[dict[str, Any]]:
    """Return every change of one field that makes a record unreadable."""
    return [{field: value} for field, values in UNREADABLE_FIELDS.items() for value in values]


def unreadable_records(items: list[str]) -> list[dict[str, Any]]:
    """Return damaged records for a database, on these items in turn; keys of their own besides."""
    changes = field_changes()
    on_items = [record(items[at % len(items)], **change) for at, change in enumerate(changes)]
    return on_items + [record("x", key=key) for key in UNREADABLE_KEYS]


def unreadable_texts(items: list[str]) -> list[tuple[str, str]]:
    """Return damaged entries of localStorage: their names and texts, on these items in turn."""
    whole = json.dumps(record("team-goals"))
    changed = [json.dumps(record("team-goals", **change)) for change in field_changes()]
    texts = [*changed, *GARBAGE, *(whole[:end] for end in range(len(whole)))]
    names = (f"{PLACE} answer:{items[at % len(items)]}" for at in range(len(texts)))
    return list(zip(names, texts, strict=True))


def batches(things: list[Any], size: int) -> list[list[Any]]:
    """Cut a list into parts no longer than this."""
    return [things[start : start + size] for start in range(0, len(things), size)]
