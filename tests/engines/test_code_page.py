"""The page about the code: its reader, example and tables hold what the vectors hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from .plain_code import SIGNS, read_vectors

PAGE = (Path(__file__).parents[2] / "site_src" / "code.md").read_text(encoding="utf-8")
VECTORS = {vector["name"]: vector for vector in read_vectors()}
REFUSED = {text["name"]: text for text in read_vectors("refused")}
STEP = re.compile(r"^\| (?:`(.)` )?\| (?:(\d+) )?\| `([0-9a-f]{8})` \|$", re.MULTILINE)


def page_reader() -> dict[str, Any]:
    """Return what the Python on the page defines."""
    (source,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    defined: dict[str, Any] = {}
    exec(source, defined)  # noqa: S102  # the page says that it is run as it stands
    return defined


def read(text: str, vector: dict[str, Any], defined: dict[str, Any]) -> object:
    """Read a code of a vector's questionnaire with the page's reader."""
    items = [
        (
            item["id"],
            item["levels"],
            bool(item.get("na") and not item.get("gate")),
            item.get("roles", vector["roles"]),
        )
        for item in vector["items"]
    ]
    return defined["read"](text, vector["fingerprint"], vector["roles"], items)


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_the_reader_on_the_page_reads_every_vector(vector: dict[str, Any]) -> None:
    """A reader written from the words of the page alone."""
    assert read(vector["code"], vector, page_reader()) == {
        "respondent": vector["respondent"][:6],
        "revision": min(vector["revision"], 31),
        "role": vector["role"],
        "answers": vector["answers"],
    }


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_the_reader_on_the_page_refuses_by_name(text: dict[str, Any]) -> None:
    """The same names as the engines."""
    assert read(text["text"], VECTORS[text["of"]], page_reader()) == text["reason"]


def test_the_tables_hold_every_vector() -> None:
    """Name and code in one row; name, text and reason in one row."""
    rows = PAGE.splitlines()
    for vector in VECTORS.values():
        assert any(
            row.startswith(f"| {vector['name']} |") and row.endswith(f"| `{vector['code']}` |")
            for row in rows
        ), vector["name"]
    for text in REFUSED.values():
        shown = f"`{text['text']}`" if text["text"] else "the empty text"
        row = f"| {text['name']}: {shown} | {text['of']} | `{text['reason']}` |"
        assert row in rows, text["name"]


def test_the_example_is_right_step_by_step() -> None:
    """Each state of the checksum follows from the one before."""
    defined = page_reader()
    steps = STEP.findall(PAGE)
    code = VECTORS["worked example"]["code"].replace("-", "")
    assert "".join(sign for sign, _, _ in steps) == code[:-6]
    states = [int(state, 16) for _, _, state in steps]
    values = [int(value) for _, value, _ in steps[1:]]
    assert values == [SIGNS.index(sign) for sign in code[:-6]]
    assert states[1:] == [
        defined["step"](state, value) for state, value in zip(states[:-1], values, strict=True)
    ]
    state = states[-1]
    for value in [0] * 6:
        state = defined["step"](state, value)
    assert f"`{state:08x}`" in PAGE
    assert f"`{state ^ 0x2BC830A3:08x}`" in PAGE


def test_the_first_state_is_that_of_the_prefix() -> None:
    """Expanded as BIP 173 says: high bits, 0, low bits."""
    step = page_reader()["step"]
    state = 1
    for value in [ord(sign) >> 5 for sign in "readiness"] + [0]:
        state = step(state, value)
    for sign in "readiness":
        state = step(state, ord(sign) & 31)
    assert f"`{state:08x}`" in PAGE
