"""The browser's engine, joined and loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .engines import BrowserEngine, python_engine
from .exchange import BrowserFiles

if TYPE_CHECKING:
    from .engines import Engine


@pytest.fixture(scope="session")
def browser_engine(tmp_path_factory: pytest.TempPathFactory) -> BrowserEngine:
    """Return the browser's engine as it is."""
    return BrowserEngine(tmp_path_factory.mktemp("engine"))


@pytest.fixture(params=["python", "browser"])
def engine(request: pytest.FixtureRequest, browser_engine: BrowserEngine) -> Engine:
    """Return each of the two engines in turn."""
    return python_engine if request.param == "python" else browser_engine


@pytest.fixture(scope="session")
def browser_files(tmp_path_factory: pytest.TempPathFactory) -> BrowserFiles:
    """Return the browser's readers and writers of files as they are."""
    return BrowserFiles(tmp_path_factory.mktemp("files"))
