"""A group's report and the file it is saved as: axe-core, narrow windows, contrast, paper.

Both schemes and three widths; a full report, one of too few people, and the saved file by itself.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from engines.reports import script
from journey.facilitator import add, bring, codes, report_of, show
from journey.groups import alike, demo_groups
from pypdf import PdfReader
from tools.building import ROOT

from readiness.reading.loading import load

from .axe import WIDTHS, inspect
from .conditions import detect
from .states import settled, to_top
from .turns import turn, turns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from readiness.questionnaire import Questionnaire

    NewPage = Callable[..., Page]

SAVE = """() => {
  const css = document.querySelector("template[data-report-style]").content.textContent;
  const drawn = [...document.querySelectorAll("[data-teams], [data-group-verdict]")];
  return saved.printable(drawn, "Report of <b>two</b> teams", css);
}"""


@pytest.fixture(scope="module")
def form() -> Questionnaire:
    """Return the demo's questionnaire."""
    loaded = load(ROOT / "assessment").questionnaire
    assert loaded is not None
    return loaded


def full(page: Page, site: str, form: Questionnaire) -> None:
    """See a report in which nearly everything is told, beside another team."""
    groups = demo_groups(form)
    bring(page, site, codes(form, groups["everybody told"]), "Everybody")
    add(page, codes(form, groups["at both ends"], 100), "Ends")
    show(page)
    page.locator("#report-of").select_option("Everybody")
    page.locator("[data-group-verdict] h2", has_text="Everybody").wait_for()


def too_few(page: Page, site: str, form: Questionnaire) -> None:
    """See why four people get no report."""
    page.goto(f"{site}team/")
    add(page, codes(form, alike(form, {"leader": (4, 3)})))
    page.locator("[data-too-few]").wait_for()


@pytest.fixture(scope="module")
def saved_file(
    browser: Browser, site_url: str, form: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Save the printable file of both teams, from a page in the dark, and return where it is."""
    folder = tmp_path_factory.mktemp("saved")
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    full(page, site_url, form)
    report_of(page)
    page.evaluate(f"globalThis.saved = {script(folder / 'browser')}; 0")
    file = folder / "report.html"
    file.write_text(page.evaluate(SAVE), encoding="utf-8")
    context.close()
    return file


def choosing(page: Page, site: str, form: Questionnaire) -> None:
    """See what is decided before a report: who is here twice, who was replaced, breakdowns."""
    page.goto(f"{site}team/")
    groups = demo_groups(form)
    add(page, codes(form, groups["everybody told"]))
    add(page, codes(form, alike(form, {"leader": (3, 2)})))
    page.locator("[data-entry=sheets] > summary").click()
    for _ in range(3):
        page.locator("#sheet-keys").fill("3" * 30)
        page.locator("#sheet-keys").press("Enter")
    page.get_by_role("button", name="Add these rows").click()
    page.locator("#team-asked").fill("30")
    page.locator("[data-people] > summary").click()
    page.locator("[data-person]").first.wait_for()
    page.locator("[data-action=clear-team]").click()
    assert page.locator("[data-repeat]").count() == 2
    assert page.locator("[data-action=count-instead]").count() == 3
    page.locator("[data-breakdown]").first.wait_for()


def sharing(page: Page, site: str, form: Questionnaire) -> None:
    """See two teams with the same people, and a report that can be shown anew."""
    group = demo_groups(form)["everybody told"]
    bring(page, site, codes(form, group), "North")
    add(page, codes(form, alike(form, {"leader": (6, 2)}), 200))
    add(page, codes(form, group), "South")
    page.locator("[data-shared]").wait_for()


@pytest.mark.parametrize(
    ("view", "scheme"), turns([full, too_few, choosing, sharing], ["light", "dark"])
)
def test_nothing_to_object_to(  # noqa: PLR0913, PLR0917  # fixtures
    view: Callable[[Page, str, Questionnaire], None],
    scheme: str,
    new_page: NewPage,
    site_url: str,
    axe_path: Path,
    form: Questionnaire,
) -> None:
    """The widths take turns; nothing is cut and nothing sticks out."""
    page = new_page(color_scheme=scheme)
    view(page, site_url, form)
    to_top(page)
    assert inspect(page, axe_path, turn(WIDTHS, len(scheme), 1)) == []
    assert detect(page, "paleMarks") == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert detect(page, "sideways", "cutTexts", "headings") == []


@pytest.mark.parametrize("scheme", turn(["light", "dark"], 1, 1))
def test_the_meeting(
    scheme: str, new_page: NewPage, site_url: str, axe_path: Path, form: Questionnaire
) -> None:
    """A question before and after its answers are shown, and what was agreed."""
    page = new_page(color_scheme=scheme)
    bring(page, site_url, codes(form, demo_groups(form)["everybody told"]))
    page.locator("[data-action=start-meeting]").click()
    for number, key in enumerate(("", "s", "4")):
        if key:
            page.keyboard.press(key)
        assert inspect(page, axe_path, turn(WIDTHS, number, 1)) == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert detect(page, "sideways", "cutTexts", "paleMarks") == []
    page.keyboard.press("Escape")
    page.locator(".rd-meeting").wait_for(state="detached")
    page.locator("[data-fold=agreed] > summary").click()
    page.locator("[data-agreed-item]").wait_for()
    to_top(page)
    assert inspect(page, axe_path, turn(WIDTHS, 1, 1)) == []


def test_canary_the_picture(new_page: NewPage, site_url: str, form: Questionnaire) -> None:
    """A pale figure above a column is noticed, and a pale column."""
    page = new_page()
    bring(page, site_url, codes(form, demo_groups(form)["everybody told"]))
    page.locator("[data-action=start-meeting]").click()
    page.keyboard.press("s")
    for part, colour in ((".rd-column-count", "#888"), (".rd-column", "#ccc")):
        assert detect(page, "paleMarks") == []
        mark = page.locator(part).first
        mark.evaluate("(mark, colour) => { mark.style.fill = colour; }", colour)
        assert len(detect(page, "paleMarks")) == 1
        mark.evaluate("mark => { mark.style.fill = ''; }")


def test_canary_the_meeting(
    new_page: NewPage, site_url: str, axe_path: Path, form: Questionnaire
) -> None:
    """A reason without its label is noticed in the open dialog."""
    page = new_page()
    bring(page, site_url, codes(form, demo_groups(form)["everybody told"]))
    page.locator("[data-action=start-meeting]").click()
    page.locator("#meeting-reason").evaluate("field => field.labels[0].remove()")
    found = inspect(page, axe_path, WIDTHS[:1])
    assert any(": label at " in finding for finding in found)


@pytest.mark.parametrize("scheme", turn(["light", "dark"], 0, 1))
def test_the_saved_file(scheme: str, new_page: NewPage, saved_file: Path, axe_path: Path) -> None:
    """Opened from a disk it asks for nothing, runs nothing, and is as good to read."""
    html = saved_file.read_text(encoding="utf-8")
    assert html.startswith('<!doctype html>\n<html lang="en"')
    fetching = ("<script", "<link", "<button", "<a ", "<img", "<iframe", "url(", "@import")
    assert [part for part in fetching if part in html] == []
    page = new_page(color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(saved_file.as_uri())
    assert asked == [saved_file.as_uri()]
    assert page.title() == "Report of <b>two</b> teams"
    assert page.locator("h1, h2").all_inner_texts()[0] == "Report of <b>two</b> teams"
    assert page.locator("[data-group-verdict], [data-teams]").count() == 2
    assert inspect(page, axe_path, turn(WIDTHS, 0, 1)) == []
    assert detect(page, "paleMarks", "cutTexts") == []


def test_canary_the_saved_file(
    new_page: NewPage, saved_file: Path, axe_path: Path, tmp_path: Path
) -> None:
    """A script in the file does not run, an image is not asked for, a pale text is noticed."""
    html = saved_file.read_text(encoding="utf-8")
    planted = """<p style="color:#ccc">pale</p><img src="https://elsewhere.invalid/x" alt="">
        <script>document.title = "ran"</script></main>"""
    file = tmp_path / "planted.html"
    file.write_text(html.replace("</main>", planted), encoding="utf-8")
    page = new_page()
    page.goto(file.as_uri())
    assert page.title() == "Report of <b>two</b> teams"
    assert page.locator("img").evaluate("img => img.naturalWidth") == 0
    assert any("color-contrast" in finding for finding in inspect(page, axe_path, WIDTHS[:1]))


# Of each count in a bar: the contrast of its letters with the piece that they stand on.
COUNTS = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((one) => one / 255);
    const bent = (one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = parts.map(bent);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  return [...document.querySelectorAll(".rd-piece-count")].map((text) => {
    let piece = text.previousElementSibling;
    while (!piece.matches(".rd-piece")) piece = piece.previousElementSibling;
    const [one, other] = [text, piece].map((each) => light(getComputedStyle(each).fill));
    return Math.max(one, other) / Math.min(one, other);
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_counts_in_the_bars_can_be_read(
    scheme: str, new_page: NewPage, site_url: str, form: Questionnaire
) -> None:
    """On the page and on paper each count has 4.5:1 on its piece, and no colour stands alone."""
    page = new_page(color_scheme=scheme)
    full(page, site_url, form)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        contrasts = page.evaluate(COUNTS)
        assert len(contrasts) >= 100
        assert min(contrasts) >= 4.5
    page.locator(".rd-piece-count").evaluate_all("all => all.map(e => e.style.fill = '#888')")
    assert min(page.evaluate(COUNTS)) < 4.5


def test_fields_and_bars_keep_their_colours_on_paper(
    new_page: NewPage, site_url: str, form: Questionnaire
) -> None:
    """A field has dark letters on a light ground, its figure in its text, a mark at the ends."""
    page = new_page(color_scheme="dark")
    full(page, site_url, form)
    page.emulate_media(media="print")
    settled(page)
    assert detect(page, "darkPaper") == []
    fields = page.locator("[data-teams] [data-tone]")
    assert fields.count() >= 10
    assert all(text.strip()[0].isdigit() for text in fields.all_inner_texts())
    styled = "(all, name) => [...new Set(all.map(e => getComputedStyle(e)[name]))]"
    pieces = page.locator(".rd-piece")
    assert pieces.evaluate_all(styled, "printColorAdjust") == ["exact"]
    assert len(pieces.evaluate_all(styled, "fill")) >= 4
    marks = """field => [0, 1, 2, 3, 4].map((tone) => {
      field.dataset.tone = tone;
      return getComputedStyle(field, "::after").content;
    })"""
    assert len(set(fields.first.evaluate(marks))) == len(range(5))


def pages(page: Page) -> list[str]:
    """Print on A4 and return the words of each sheet."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    texts = [normalize("NFKC", sheet.extract_text()) for sheet in reader.pages]  # no ligatures
    return [" ".join(text.split()) for text in texts]


def first_with(sheets: list[str], words: str) -> int:
    """Return the number of the first sheet that holds the words, from 1."""
    return next(number for number, sheet in enumerate(sheets, 1) if words in sheet)


def test_the_summary_takes_two_sheets(
    new_page: NewPage, site_url: str, form: Questionnaire
) -> None:
    """Then the annex begins on a sheet of its own, and every question is on paper, unfolded."""
    page = new_page()
    bring(page, site_url, codes(form, demo_groups(form)["everybody told"]))
    sheets = pages(page)
    assert all(sheets)
    assert first_with(sheets, "Next steps for the group") <= 2
    title = page.locator("[data-fold=why] h3").text_content() or "?"
    annex = first_with(sheets, title)
    assert annex <= 3
    assert "Next steps for the group" not in sheets[annex - 1]
    questions = [" ".join(item.question.replace("**", "").split()) for item in form.items]
    printed = " ".join(sheets[annex - 1 :])
    assert [question for question in questions if question not in printed] == []
    page.locator(".rd-annex").evaluate("part => part.style.breakBefore = 'auto'")
    joined = pages(page)
    steps = first_with(joined, "Next steps for the group")
    assert first_with(joined, title) == steps


def test_the_saved_file_has_no_empty_sheet(new_page: NewPage, saved_file: Path) -> None:
    """Its first sheet holds the verdict; all that folds is open without a script."""
    page = new_page()
    page.goto(saved_file.as_uri())
    assert page.locator("details:not([open])").count() == 0
    page.locator("[data-teams]").evaluate("teams => teams.remove()")
    sheets = pages(page)
    assert all(sheets)
    assert "must-haves in place" in sheets[0]
    page.locator("h1").evaluate("title => { title.style.position = 'static'; }")
    page.locator(".rd-report").evaluate("part => part.style.breakBefore = 'page'")
    assert "must-haves in place" not in pages(page)[0]
