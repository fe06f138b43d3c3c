"""What a key says on the row of a paper sheet: one key for each of up to eleven levels."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from readiness.site.bundle import join

from .engines import BROWSER

ENTRY = Path(__file__).with_name("paper_keys.js")


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> MiniRacer:
    """Return V8 with `keys.answersOf`."""
    folder = tmp_path_factory.mktemp("keys") / "browser"
    shutil.copytree(BROWSER, folder)
    shutil.copy(ENTRY, folder)
    context = MiniRacer()
    context.eval(f"var keys = {join(folder / ENTRY.name)};")
    return context


@pytest.mark.parametrize(
    ("levels", "typed", "answers"),
    [
        (11, "19xyXY", [1, 9, 10, 11, 10, 11]),
        (10, "19xy", [1, 9, 10, None]),
        (5, "156x", [1, 5, None, None]),
        (5, "?d-n0.", ["dk", "dk", "na", "na", None, None]),
        (5, "z", [None]),
    ],
)
def test_each_key_is_one_answer(
    keys: MiniRacer, levels: int, typed: str, answers: list[int | str | None]
) -> None:
    """X and Y stand for levels 10 and 11; a level that the scale has not says nothing."""
    assert json.loads(str(keys.call("keys.answersOf", levels, typed))) == answers
