"""Checks a tree against the published JSON Schema and says in plain sentences what is needed.

`jsonschema` finds the faults; the schema's own `x-needs` says what is needed; this module finds
the place. A mistyped key and the key that is missing because of it are one problem.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from jsonschema import Draft202012Validator

from readiness.reading.found import found, remedy
from readiness.reading.nearest import nearest
from readiness.reading.nodes import Mapping, Node, Sequence, key_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readiness.problems import Problem

Path = tuple[str | int, ...]


def schema_text() -> str:
    """Return the published schema as it is stored."""
    return (files("readiness") / "questionnaire.schema.json").read_text("utf-8")


@cache
def _validator(definition: str) -> Draft202012Validator:
    """Make the validator of one kind of file: `questionnaire` or `dimension`."""
    parts = json.loads(schema_text())["$defs"]
    return Draft202012Validator(_spelt_out(parts[definition], parts))


def _spelt_out(schema: Any, parts: dict[str, Any]) -> Any:  # noqa: ANN401  # any JSON
    """Put each part in the place of its `$ref`: looking them up took a third of the time."""
    if isinstance(schema, list):
        return [_spelt_out(entry, parts) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    named = parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else {}
    merged = {**named, **{key: value for key, value in schema.items() if key != "$ref"}}
    return {key: _spelt_out(value, parts) for key, value in merged.items()}


def check(root: Node, definition: str) -> Iterator[Problem]:
    """Yield the faults of a file against its part of the schema, one for each value and key."""
    seen: set[tuple[Path, object]] = set()
    for error in _validator(definition).iter_errors(plain(root)):
        path = tuple(error.absolute_path)
        key = error.instance if "propertyNames" in error.absolute_schema_path else None
        if (path, key) in seen:
            continue
        seen.add((path, key))
        node = follow(root, path)
        wanted = cast("dict[str, Any]", error.schema)
        if error.validator in {"required", "additionalProperties"} and isinstance(node, Mapping):
            yield from _keys(node, tuple(wanted["properties"]), wanted.get("required", ()))
        elif key is None:
            yield _value(str(error.validator), wanted, node, path)
        else:
            place = key_of(node, str(key)) or node
            yield place.problem("form", f"the key '{key}' must be {wanted['x-needs']}")


def follow(node: Node, path: Path) -> Node:
    """Return the node at the end of a path of keys and positions."""
    for step in path:
        if isinstance(node, Mapping):
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence):
            node = node.children[int(step)]
    return node


def _keys(node: Mapping, known: tuple[str, ...], required: Iterable[str]) -> Iterator[Problem]:
    """Name unknown keys with the nearest known one, then the keys that are still missing."""
    missing = [key for key in required if key not in node.entries]
    free = [key for key in known if key not in node.entries]
    for key, (place, _) in node.entries.items():
        if key in known:
            continue
        meant = nearest(key, free) or nearest(key, known)
        if meant in missing:
            missing.remove(meant)
        hint = f"did you mean '{meant}'?" if meant else f"known here: {', '.join(known)}"
        yield place.problem("unknown-key", f"unknown key '{key}' ({hint})")
    for key in missing:
        yield node.problem("missing-key", f"the key '{key}' is needed here, it is missing")


def _value(validator: str, wanted: dict[str, Any], node: Node, path: Path) -> Problem:
    """Say what a value needs to be and what is there."""
    needs = wanted.get("x-needs", "keys with values")
    message = f"{_name(path)} must be {needs}, here is {found(node)}{remedy(node, wanted)}"
    return node.problem(_RULES.get(validator, "value"), message)


_RULES = {"type": "type", "pattern": "form", "minLength": "form", "enum": "choice"}


def _name(path: Path) -> str:
    """Return how a sentence calls the value at a path: its key, or its number in a list."""
    if not path:
        return "this file"
    last = path[-1]
    if not isinstance(last, int):
        return f"'{last}'"
    return f"entry {last + 1} of {repr(path[-2]) if path[1:] else 'this file'}"
