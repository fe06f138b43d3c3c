"""The questionnaire of this repository, and copies of it with a planted fault."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from readiness.reading.loading import load

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

ROOT = Path(__file__).parents[2]
ASSESSMENT = ROOT / "assessment"


class Plant(Protocol):
    """Returns the questionnaire of a copy in which a text of one file has been replaced."""

    def __call__(self, file: str, old: str, new: str) -> Questionnaire:
        """Replace the only place of `old` by `new`."""


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the questionnaire of this repository; it has no problem of any severity."""
    loaded = load(ASSESSMENT)
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return loaded.questionnaire


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    """Return the planter of faults."""

    def planted(file: str, old: str, new: str) -> Questionnaire:
        copy = tmp_path / "assessment"
        shutil.copytree(ASSESSMENT, copy)
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} should stand once in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        loaded = load(copy)
        assert loaded.questionnaire is not None, loaded.problems
        return loaded.questionnaire

    return planted
