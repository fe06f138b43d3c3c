"""Sites that a test may change: copies as `readiness new` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readiness.commands.new import write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own_site(tmp_path: Path) -> Path:
    """Return the folder of a fresh site of one's own; the path is as odd as paths get."""
    folder = tmp_path / "own site #1 100% %41 \u00fcml\u00e4ut"
    write_site(folder)
    return folder


@pytest.fixture(scope="session")
def own_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of one's own that several tests share and none changes."""
    folder = tmp_path_factory.mktemp("shared") / "own"
    write_site(folder)
    return folder
