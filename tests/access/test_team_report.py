"""A group's report and the file it is saved as: axe-core, narrow windows, contrast, paper.

Both schemes and three widths; a full report, one of too few people, and the saved file by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from journey.facilitator import add, bring, codes, report_of
from journey.groups import alike, demo_groups
from tools.building import ROOT

from engines.reports import script
from readiness.reading.loading import load

from .axe import inspect
from .conditions import detect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

    NewPage = Callable[..., Page]

SAVE = """([place]) => {
  const css = document.querySelector("template[data-report-style]").content.textContent;
  const drawn = [...document.querySelectorAll("[data-group-verdict]")];
  return saved.printable(drawn, "Report of <b>two</b> teams", css);
}"""


@pytest.fixture(scope="module")
def form() -> Questionnaire:
    """Return the demo's questionnaire."""
    loaded = load(ROOT / "assessment").questionnaire
    assert loaded is not None
    return loaded


def full(page: Page, site: str, form: Questionnaire) -> None:
    """See the reports of a team in which nearly everything is told and of one of one mind."""
    groups = demo_groups(form)
    bring(page, site, codes(form, groups["everybody told"]), "Everybody")
    add(page, codes(form, groups["at both ends"]), "Ends")


def too_few(page: Page, site: str, form: Questionnaire) -> None:
    """See the report of four people."""
    bring(page, site, codes(form, alike(form, {"leader": (4, 3)})))


def saved_file(page: Page, site: str, form: Questionnaire, folder: Path) -> Path:
    """Save the printable file of both reports and return where it is."""
    full(page, site, form)
    report_of(page)
    page.evaluate(f"globalThis.saved = {script(folder / 'browser')}; 0")
    file = folder / "report.html"
    file.write_text(page.evaluate(SAVE, [0]), encoding="utf-8")
    return file


@pytest.mark.parametrize("view", [full, too_few], ids=lambda view: view.__name__)
def test_nothing_to_object_to(
    view: Any,  # noqa: ANN401  # one of the two above
    scheme: str,
    new_page: NewPage,
    site_url: str,
    axe_path: Path,
    form: Questionnaire,
) -> None:
    """At 320, 768 and 1280 px; nothing is cut and nothing sticks out."""
    page = new_page(color_scheme=scheme)
    view(page, site_url, form)
    assert inspect(page, axe_path) == []
    assert detect(page, "paleMarks") == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert detect(page, "sideways", "cutTexts", "headings") == []


def test_the_saved_file(
    scheme: str, new_page: NewPage, site_url: str, axe_path: Path, form: Questionnaire, tmp_path: Path
) -> None:
    """Opened from a disk it asks for nothing, runs nothing, and is as good to read."""
    file = saved_file(new_page(color_scheme=scheme), site_url, form, tmp_path)
    html = file.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>\n<html lang=\"en\"")
    assert not any(part in html for part in ("<script", "<link", "<button", "<a ", "url(", " on"[:0] or "@import"))
    page = new_page(color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert page.title() == "Report of <b>two</b> teams"
    assert page.locator("[data-group-verdict]").count() == 2
    assert inspect(page, axe_path) == []
