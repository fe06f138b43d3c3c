"""A browser page in each colour scheme, and a site that shows its questionnaire's problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.live import served

from readiness.commands.new import write_site

from .axe import HEIGHT, WIDTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Return each colour scheme in turn."""
    return str(request.param)


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return what opens a page with a storage of its own; options are those of a context."""
    contexts = []

    def opened(**options: object) -> Page:
        viewport = {"width": WIDTHS[-1], "height": HEIGHT}
        context = browser.new_context(**{"viewport": viewport, **options})  # type: ignore[arg-type]
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def problem_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the form's address as `mkdocs serve` serves it while two items are misspelt."""
    folder = tmp_path_factory.mktemp("broken") / "site"
    write_site(folder)
    people = folder / "assessment" / "people.yml"
    people.write_text(people.read_text("utf-8").replace("allow_na:", "alow_na:", 2), "utf-8")
    with served(folder) as url:
        yield f"{url}take/"
