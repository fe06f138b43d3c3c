"""The browser's group engine, joined and loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .groups import BrowserGroups, PythonGroups

if TYPE_CHECKING:
    from .groups import Engine


@pytest.fixture(scope="session")
def browser_groups(tmp_path_factory: pytest.TempPathFactory) -> BrowserGroups:
    """Return the browser's engine as it is."""
    return BrowserGroups(tmp_path_factory.mktemp("groups"))


@pytest.fixture(params=["python", "browser"])
def engine(request: pytest.FixtureRequest, browser_groups: BrowserGroups) -> Engine:
    """Return each of the two engines in turn."""
    return PythonGroups() if request.param == "python" else browser_groups
