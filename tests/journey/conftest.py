"""What the journeys share: the questionnaire as loaded, and a respondent with a fresh browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT

from journey.respondent import Respondent
from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page in a fresh context; no script on it may fail meanwhile."""
    context = browser.new_context()
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    yield page
    context.close()
    assert failures == []


@pytest.fixture
def respondent(page: Page, take_url: str) -> Respondent:
    """Return somebody before the open form."""
    return Respondent(page, take_url).open()
