"""On paper: the form without its script is complete to read and to print; so is a result."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, PdfMargins

    from journey.respondent import Answers, Respondent
    from readiness.questionnaire import Item, Questionnaire

SEEN_TEXTS = """() => [...document.querySelectorAll("[data-item]")].map((group) => {
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    const options = { visibilityProperty: true, opacityProperty: true };
    return box.width > 20 && box.height > 8 && element.checkVisibility(options);
  };
  const seen = [...group.querySelectorAll("legend, label")].filter(isSeen);
  return [group.dataset.item, ...seen.map((element) => element.innerText.trim())];
})"""


def paper_form(questionnaire: Questionnaire) -> list[list[str]]:
    """Return what each item must show, from the YAML, in the order of asking."""
    themes = (theme for dimension in questionnaire.asked for theme in dimension.themes)
    return [on_paper(item) for theme in themes for item in theme.items]


def on_paper(item: Item) -> list[str]:
    """Return an item's id, question, level texts and ways out."""
    ways_out = ["I don\u2019t know", *(["Does not apply"] if item.allow_na else [])]
    return [item.id, item.question, *item.levels, *ways_out]


def bare(text: str) -> str:
    """Leave out spaces and line ends, which paper sets anew, and undo ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def printed(page: Page, paper: str) -> str:
    """Print the page and return the text on the paper."""
    margins: PdfMargins = {"top": "1cm", "bottom": "1cm", "left": "1cm", "right": "1cm"}
    sheets = PdfReader(io.BytesIO(page.pdf(format=paper, margin=margins))).pages
    return bare(" ".join(sheet.extract_text() for sheet in sheets))


@pytest.fixture(params=["no JavaScript", "script blocked", "script missing"], scope="module")
def unscripted(browser: Browser, take_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Yield the form as it is where its script does not run; its notice comes after 3 seconds."""
    context = browser.new_context(java_script_enabled=request.param != "no JavaScript")
    if request.param == "script blocked":
        context.route("**/assets/readiness.*.js", lambda route: route.abort())
    if request.param == "script missing":
        context.route("**/assets/readiness.*.js", lambda route: route.fulfill(status=404))
    page = context.new_page()
    page.goto(take_url)
    expect(page.locator(".rd-unscripted")).to_be_visible(timeout=10_000)
    yield page
    context.close()


def test_every_question_and_level_is_in_sight(
    unscripted: Page, questionnaire: Questionnaire
) -> None:
    """34 questions, 170 level texts and every way out, as the YAML has them."""
    expected = paper_form(questionnaire)
    assert len(expected) == 34
    assert sum(len(item.levels) for item in questionnaire.items) == 170
    assert unscripted.evaluate(SEEN_TEXTS) == expected
    assert unscripted.locator("[data-role-choice] label:visible").count() == 3


def test_every_question_and_level_is_printed(
    unscripted: Page, questionnaire: Questionnaire
) -> None:
    """On A4; the script of the form is not needed."""
    text = printed(unscripted, "A4")
    missing = [
        words for item in paper_form(questionnaire) for words in item[1:] if bare(words) not in text
    ]
    assert missing == []


def test_with_the_script_only_one_step_is_in_sight(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    """Canary of both: what is hidden is noticed, on the screen and on paper."""
    respondent.next()
    respondent.page.wait_for_timeout(3_500)  # the notice that no script runs comes after 3 s
    expect(respondent.page.locator(".rd-unscripted")).to_be_hidden()
    seen = [item for item in respondent.page.evaluate(SEEN_TEXTS) if len(item) > 1]
    assert [item[0] for item in seen] == respondent.items
    respondent.page.locator("#item-needs-identified").evaluate("item => { item.hidden = true; }")
    gone = next(item for item in questionnaire.items if item.id == "needs-identified")
    assert bare(gone.question) not in printed(respondent.page, "A4")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_result_is_printed_whole(
    respondent: Respondent, questionnaire: Questionnaire, items: list[str], paper: str
) -> None:
    """Verdict, index, conditions, every gate, dimension, theme and piece of advice."""
    answers: Answers = {**dict.fromkeys(items, 3), "needs-identified": 1, "bad-news": "dk"}
    shown = respondent.fill("leader", answers).go_to_result()
    text = printed(respondent.page, paper)
    dimensions = [dimension.title for dimension in questionnaire.dimensions]
    themes = [theme.title for theme in questionnaire.themes]
    gates = [item.question for item in questionnaire.items if item.gate]
    quoted = [item.question for item in questionnaire.items if item.id in dict(shown.advice)]
    assert len(quoted) == 5
    for words in ("Not yet", f"Index {shown.index} of 100", *dimensions, *themes, *gates, *quoted):
        assert bare(words) in text
