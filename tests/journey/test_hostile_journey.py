"""Hostile texts and ids, end to end and without the policy that might hide a hole.

What the script of the page clones, quotes and writes is what is tried here: every step of the
form, the review, and results of every verdict. See also tests/site for the pages as built.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT
from tools.serving import serve

from journey.hostile import IDS, PAYLOADS, Hostile, hostile_site
from journey.respondent import Respondent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog

    from readiness.engine.responses import Answer

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
LIVE = """() => {
  const found = [];
  for (const element of document.querySelectorAll("[data-readiness] *")) {
    for (const { name, value } of element.attributes) {
      const isAddress = ["href", "src", "action", "data", "xlink:href", "srcdoc"].includes(name);
      if (name.startsWith("on")) found.push(`${element.tagName} ${name}`);
      if (isAddress && /^[\\s\\0]*(javascript|vbscript|data):/i.test(value)) found.push(value);
    }
    if (/^(SCRIPT|IFRAME|OBJECT|EMBED|BASE|META|STYLE|MATH|X)$/.test(element.tagName)) {
      found.push(element.tagName);
    }
  }
  return found;
}"""


class Visit:
    """A respondent on a hostile site, and everything that ran there which should not have."""

    def __init__(self, browser: Browser, take: str) -> None:
        """Listen before the first byte, and answer no dialog without noting it."""
        self.context = browser.new_context(bypass_csp=True)
        self.ran: list[str] = []
        self.context.expose_binding("__xss", lambda _, number: self.ran.append(str(number)))
        self.page = self.context.new_page()
        self.page.on("dialog", self.note_dialog)
        self.page.on("pageerror", lambda error: self.ran.append(str(error)))
        self.respondent = Respondent(self.page, take)
        self.text = ""

    def look(self) -> None:
        """Keep the text that is in sight and note whatever is live in the page."""
        self.text += f"\n{self.page.locator('[data-readiness]').inner_text()}"
        self.ran += self.page.evaluate(LIVE)

    def walk(self) -> None:
        """See every step of the form with its folds open, and the review."""
        self.respondent.open().choose_role("constructor")
        self.look()
        while self.respondent.next() != "review":
            for summary in self.page.locator("summary:visible").all():
                summary.click()
            self.look()
        self.look()

    def result_of(self, value: Answer) -> str:
        """Give every item this answer, look at the result and return its verdict."""
        answers = dict.fromkeys(IDS, value)
        self.respondent.open().fill(None, answers)
        assert self.respondent.reload().answers == answers
        shown = self.respondent.go_to_result()
        self.look()
        return shown.verdict

    def note_dialog(self, dialog: Dialog) -> None:
        """Note a dialog: a script has run."""
        self.ran.append(f"dialog {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="module")
def hostile() -> Hostile:
    """Return the hostile questionnaire."""
    return Hostile()


@pytest.fixture(scope="module")
def take(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of its form, served without the policy."""
    site = hostile_site(hostile, tmp_path_factory.mktemp("hostile") / "own")
    with serve(without_policy(site)) as url:
        yield f"{url}take/"


def without_policy(site: Path) -> Path:
    """Take the policy off every page of a site."""
    pages = list(site.rglob("*.html"))
    for page in pages:
        text, count = META.subn("", page.read_text(encoding="utf-8"))
        assert count == 1
        page.write_text(text, encoding="utf-8")
    assert len(pages) >= 9
    return site


def seen(text: str, words: str) -> bool:
    """Tell whether words stand in a text as they were written, spaces and capitals aside."""
    return " ".join(words.split()).lower() in " ".join(text.split()).lower()


def test_nothing_runs_and_everything_is_read(browser: Browser, take: str, hostile: Hostile) -> None:
    """Four results, one of each kind; every text of the form and of each result is in sight."""
    visit = Visit(browser, take)
    visit.walk()
    values: list[Answer] = [1, 2, 3, "dk"]
    verdicts = [visit.result_of(value) for value in values]
    assert verdicts == ["not_yet", "conditions", "ready", "none"]
    visit.context.close()
    assert visit.ran == []
    items = [item for theme in hostile.themes for item in theme["items"]]
    wanted = [hostile.entry["instruction"], hostile.entry["edition"], hostile.dimension["title"]]
    wanted += [*hostile.labels.values(), *(band["label"] for band in hostile.bands)]
    wanted += [role["label"] for role in hostile.roles.values()]
    wanted += [text for theme in hostile.themes for text in (theme["title"], theme["summary"])]
    wanted += [text for item in items for text in (item["question"], *item["levels"])]
    wanted += [item["evidence"] for item in items]
    assert len(wanted) >= 140
    assert [words for words in wanted if not seen(visit.text, words)] == []
    advice = [words for item in items for words in item["advice"].values()]
    assert sum(seen(visit.text, words) for words in advice) >= 8


def test_the_payloads_are_all_used(hostile: Hostile) -> None:
    """Each several times over, in fields of every kind."""
    assert len(PAYLOADS) >= 50
    assert hostile.used >= 3 * len(PAYLOADS)


def test_one_field_that_is_not_escaped_is_found_out(
    browser: Browser, hostile: Hostile, tmp_path: Path
) -> None:
    """Canary: an overriding template that trusts the question."""
    template = (ROOT / "templates" / "item.html").read_text(encoding="utf-8")
    trusting = template.replace("{{ item.question | prose }}", "{{ item.question | safe }}")
    assert trusting != template
    site = hostile_site(hostile, tmp_path / "own", trusting)
    with serve(without_policy(site)) as url:
        visit = Visit(browser, f"{url}take/")
        visit.page.goto(visit.respondent.take, wait_until="networkidle")
        visit.look()
        visit.context.close()
    assert any(entry.isdigit() for entry in visit.ran), visit.ran
    assert any(entry.startswith("IMG on") for entry in visit.ran), visit.ran
