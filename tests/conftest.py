"""What all browser tests share: the built site, a plain host for it, and Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tools import browser as browsers
from tools import node
from tools.building import build
from tools.serving import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# What takes longest by itself: begun early, so that at the end no worker is left alone with it.
LONGEST = ("test_no_saved_answer_dies", "test_the_wheel_of_the_source_archive")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first; the others stay in their order."""
    items.sort(key=lambda item: not item.name.startswith(LONGEST))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo site as `mkdocs build` makes it."""
    return build(tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def flat_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo site built with `use_directory_urls: false`, which runs from file://."""
    return build(tmp_path_factory.mktemp("flat") / "site", "--no-directory-urls")


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Yield the address of the demo site, with a slash at its end, served by a plain host."""
    with serve(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def axe_path() -> Path:
    """Return axe-core's script, for `page.add_script_tag` or `page.evaluate`."""
    assert node.AXE.is_file(), "tests/run.py installs axe-core; run it once"
    return node.AXE


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that was found; without one, Playwright looks for its own."""
    found = browsers.find()
    place = {"executable_path": str(found)} if found else {}
    return {**browser_type_launch_args, **place, "args": browsers.UNDER_PLAYWRIGHT}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Take the place of the plugin's own fixture, which pytest 9 warns of; addresses are whole."""
