"""Hostile names, files and words on the team page, without the policy that might hide a hole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.serving import serve

from journey.facilitator import add, bring, codes, report_of, show
from journey.groups import alike
from journey.hostile import PAYLOADS
from journey.test_figures import saved_response
from journey.test_hostile_journey import LIVE, META, seen
from journey.test_team_collecting import DROP
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from readiness.questionnaire import Questionnaire

OF = {"id": "customer-focus-before-lean", "edition": "2026.2"}
UNFOLD = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"
CUT = 40
OWN_QUESTION = "valued-individuals"


class Visit:
    """A facilitator on the team page, and everything that ran there which should not have."""

    def __init__(self, browser: Browser, site: str) -> None:
        """Listen before the first byte; no policy holds."""
        self.context = browser.new_context(bypass_csp=True)
        self.ran: list[str] = []
        self.context.expose_binding("__xss", lambda _, number: self.ran.append(str(number)))
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: self.note(f"dialog {dialog.message}"))
        self.page.on("pageerror", lambda error: self.note(str(error)))
        self.site = site
        self.text = ""

    def note(self, what: str) -> None:
        """Note that something ran."""
        self.ran.append(what)

    def look(self) -> None:
        """Unfold everything, keep the text in sight and note whatever is live in the page."""
        self.page.evaluate(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )
        self.text += f"\n{self.page.locator('[data-readiness=team]').inner_text()}"
        self.ran += self.page.evaluate(LIVE)

    def drop(self, files: list[tuple[str, str]]) -> None:
        """Drop files and wait until they are read."""
        self.page.goto(f"{self.site}team/")
        self.page.locator("#team-text").wait_for()
        self.page.evaluate(DROP, ["[data-section=collect]", files])
        self.page.locator("[data-said]", has_text="added to").wait_for()
        self.look()


def hostile_files() -> tuple[list[tuple[str, str]], list[str]]:
    """Return names and contents, five for each text, and the words that must be read of them."""
    files, words = [], []
    for text in PAYLOADS:
        forms: dict[str, dict[str, Any]] = {
            "text": {},
            "format": {"format": f"{text} as format"},
            "id": {"questionnaire": {**OF, "id": f"{text} as id"}},
            "edition": {"questionnaire": {**OF, "edition": text, "fingerprint": "0" * 12}},
            "answer": {"answers": {OWN_QUESTION: f"{text} as answer"}},
            "keys": {"answers": {text: 3, "__proto__": 4}, "notes": {text: text}, text: text},
        }
        for form, parts in forms.items():
            whole = json.loads(saved_response("leader", {OWN_QUESTION: 3})) | parts
            name = f"{text} {form}.json"
            files.append((name, json.dumps(whole) if parts else text))
            words.append(name)
            # A file says in quotes what it holds, cut where that is long.
            told = json.dumps(f"{text} as {form}", ensure_ascii=False)[1:-1]
            words += [told[:CUT]] if form in {"format", "id", "answer"} else []
    return files, words


def test_nothing_runs_and_everything_is_read(browser: Browser, site_url: str) -> None:
    """Names of files, contents, keys, questionnaires and editions: each is named as it stands."""
    files, words = hostile_files()
    assert len(files) >= 250
    visit = Visit(browser, site_url)
    visit.drop(files)
    visit.context.close()
    assert visit.ran == []
    assert [one for one in words if not seen(visit.text, one)] == []


def test_names_of_teams_and_reasons_of_a_meeting(
    browser: Browser, site_url: str, questionnaire: Questionnaire
) -> None:
    """Typed by the facilitator, kept over a reload, handed out in the file to print."""
    group = alike(questionnaire, {"leader": (6, 4)})
    visit = Visit(browser, site_url)
    page = visit.page
    teams = [" ".join(text.split()) for text in PAYLOADS[::9]]
    bring(page, site_url, codes(questionnaire, group), teams[0])
    for number, team in enumerate(teams[1:], 1):
        add(page, codes(questionnaire, group, 10 * number), team)
        show(page)
    page.locator("[data-action=start-meeting]").click()
    for text in PAYLOADS[1::9]:
        page.keyboard.press("3")
        page.locator("#meeting-reason").fill(text)
        page.get_by_role("button", name="Next question").click()
    page.keyboard.press("Escape")
    page.locator(".rd-meeting").wait_for(state="detached")
    page.reload()
    report_of(page)
    visit.look()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a printable file").click()
    file = Path(saved.value.path()).read_text("utf-8")
    printed = visit.context.new_page()
    printed.set_content(META.sub("", file))
    visit.text += printed.locator("body").inner_text()
    visit.context.close()
    assert visit.ran == []
    wanted = [*teams, *PAYLOADS[1::9]]
    assert [words for words in wanted if not seen(visit.text, words)] == []


def test_canary_a_list_that_trusts_the_names_of_files(
    browser: Browser, built_site: Path, tmp_path: Path
) -> None:
    """A view that takes them for HTML is found out."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "views/team/left_out.js",
        'element("bdi", {}, name)',
        "document.createRange().createContextualFragment(name)",
    )
    with serve(site) as url:
        visit = Visit(browser, url)
        visit.drop(hostile_files()[0][:20])
        visit.context.close()
    assert visit.ran != []
