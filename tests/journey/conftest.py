"""What the journeys share: the questionnaire as loaded, and a respondent with a fresh browser."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT

from journey.editions import next_edition
from journey.respondent import Respondent
from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from readiness.questionnaire import Questionnaire


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the demo's questionnaire, read from its YAML."""
    loaded = load(ROOT / "assessment").questionnaire
    assert loaded is not None
    return loaded


@pytest.fixture(scope="session")
def items(questionnaire: Questionnaire) -> list[str]:
    """Return the ids of all items in the order in which a leader is asked them."""
    ids = [item.id for area in questionnaire.asked for theme in area.themes for item in theme.items]
    assert len(ids) == 34
    return ids


@pytest.fixture(scope="session")
def take_url(site_url: str) -> str:
    """Return the address of the form."""
    return f"{site_url}take/"


@pytest.fixture(scope="session")
def answers_url(site_url: str) -> str:
    """Return the address of the page on which answers are carried away and brought back."""
    return f"{site_url}answers/"


@pytest.fixture(scope="session")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo as its next edition: one question reworded, one renamed, one removed."""
    return next_edition(tmp_path_factory.mktemp("edition"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a browser that keeps nothing yet, with no page open."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Yield a page in a fresh context; no script on it may fail meanwhile."""
    with unfailing(context.new_page()) as page:
        yield page


@pytest.fixture
def respondent(page: Page, take_url: str) -> Respondent:
    """Return somebody before the open form, in a browser that keeps nothing for them yet."""
    return Respondent(page, take_url).open()


@contextmanager
def unfailing(page: Page) -> Iterator[Page]:
    """Let something happen on a page, on which no script may fail."""
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    yield page
    assert failures == []
