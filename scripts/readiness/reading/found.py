"""Words for what an author wrote where something else is needed, and how to mend it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.reading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Schema

    Wanted = Schema[str, object]

LONGEST = 40
YES_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def found(node: Node) -> str:
    """Say what a node is: a text, a number, nothing, a list, or keys."""
    if isinstance(node, Mapping):
        return "a group of keys" if node.entries else "an empty group of keys"
    if isinstance(node, Sequence):
        return "a list" if node.children else "an empty list"
    if not isinstance(node, Scalar) or node.value is None:
        return "nothing"
    short = node.written if len(node.written) <= LONGEST else node.written[:LONGEST] + "…"
    if isinstance(node.value, bool):
        return f"{short}, which stands for a yes or no"
    if isinstance(node.value, int | Fraction):
        return f"the number {short}"
    return f"the text '{short}'" if short.strip() else "an empty text"


def remedy(node: Node, wanted: Wanted) -> str:
    """Return `; how to mend it` where what is there shows what was meant."""
    if "enum" in wanted:
        return ""
    kinds = wanted.get("type", "string")
    hint = _hint(node, kinds if isinstance(kinds, list) else [kinds])
    return f"; {hint}" if hint else ""


def _hint(node: Node, kinds: list[object]) -> str:
    """Choose the advice for a node where one of these kinds is needed."""
    if "string" in kinds and "number" not in kinds:
        return _as_text(node)
    if isinstance(node, Scalar) and node.value is None:
        return "write a value or leave the key out"
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return ""
    return _as_switch(node.value) if "boolean" in kinds else _as_number(node)


def _as_text(node: Node) -> str:
    if isinstance(node, Mapping) and len(node.entries) == 1:
        return "a text with a colon and a space in it, or a brace at its start, needs quotes"
    if isinstance(node, Sequence) and node.flow:
        return "a text that starts with `[` needs quotes"
    if not isinstance(node, Scalar) or not node.plain or isinstance(node.value, str):
        return ""
    if node.written:
        return f'in quotes it is a text: "{node.written}"'
    if node.rest.lstrip().startswith("#"):
        return "a text that starts with `#` needs quotes"
    return "write a text or leave the key out"


def _as_switch(text: str) -> str:
    meant = text.casefold() if text.casefold() in {"true", "false"} else YES_NO.get(text.casefold())
    return f"write {meant} without quotes" if meant else "write true or false without quotes"


def _as_number(node: Scalar) -> str:
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", node.written) and not node.plain:
        return "leave the quotes out"
    if re.fullmatch(r"[0-9]+,[0-9]+", node.written):
        return "write the decimal sign as a point"
    return "write it in plain digits, such as 10"
