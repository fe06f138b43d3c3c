"""What the tests of formats share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT

from readiness.reading.loading import load

from .twins import BrowserFormats

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the questionnaire of this repository."""
    loaded = load(ROOT / "assessment").questionnaire
    assert loaded is not None
    return loaded


@pytest.fixture(scope="session")
def browser_formats(tmp_path_factory: pytest.TempPathFactory) -> BrowserFormats:
    """Return the browser's side as it is."""
    return BrowserFormats(tmp_path_factory.mktemp("formats"))
