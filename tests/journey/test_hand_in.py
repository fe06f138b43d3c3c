"""Where the author names a way to hand in, the code travels in an e-mail that nobody sends yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from tools.building import build
from tools.serving import serve

from journey.exchanger import Exchanger
from journey.respondent import Respondent
from readiness.commands.new import write_site
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.questionnaire import HandIn
from readiness.site.payload import payload

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from readiness.questionnaire import Questionnaire

LINK = "a[data-hand-in]"


def shared(page: Page, folder: Path, hand_in: str) -> tuple[Locator, str]:
    """Build a site with a way to hand in; share an answer there; return the link and the code."""
    write_site(folder)
    top = folder / "assessment" / "questionnaire.yml"
    top.write_text(f"{top.read_text('utf-8')}\nhand_in: {hand_in}\n", "utf-8")
    with serve(build(folder.with_name("built"), folder=folder)) as url:
        respondent = Respondent(page, f"{url}take/").open()
        respondent.fill("leader", {"team-goals": 2})
        exchanger = Exchanger(page, f"{url}answers/").open()
        exchanger.press("Make a code to share")
        code = page.locator("#shared-code").input_value()
    return page.locator(LINK), code


def test_an_e_mail_gets_the_code(page: Page, tmp_path: Path) -> None:
    """With the author's own subject and words, which may hold anything."""
    hand_in = "{url: 'mailto:lean@x.example?subject=A%26B', label: '<b>Works</b> council'}"
    link, code = shared(page, tmp_path / "own", hand_in)
    assert link.inner_text() == "<b>Works</b> council"
    parts = urlsplit(str(link.evaluate("link => link.href")))
    assert (parts.scheme, parts.path) == ("mailto", "lean@x.example")
    assert parse_qs(parts.query) == {"subject": ["A&B"], "body": [code]}


def test_the_authors_own_words_stand_above_the_code(page: Page, tmp_path: Path) -> None:
    """A second body would be lost in most programs; without a subject the mail gets one."""
    hand_in = "{url: 'mailto:lean@x.example?cc=b@x.example&Body=Dear%20council%2C'}"
    link, code = shared(page, tmp_path / "own", hand_in)
    assert link.inner_text() == "lean@x.example"
    address = str(link.evaluate("link => link.href"))
    assert "+" not in address
    assert parse_qs(urlsplit(address).query) == {
        "subject": ["My answers"],
        "cc": ["b@x.example"],
        "body": [f"Dear council,\r\n\r\n{code}"],
    }


def test_a_form_gets_nothing(page: Page, tmp_path: Path) -> None:
    """The link leads there as the author wrote it; no code is in it."""
    link, code = shared(page, tmp_path / "own", "{url: 'https://x.example/form?a=1'}")
    assert link.evaluate("link => link.href") == "https://x.example/form?a=1"
    assert link.inner_text() == "https://x.example/form?a=1"
    assert code not in str(link.evaluate("link => link.outerHTML"))


def test_without_one_nothing_is_said(page: Page, take_url: str, answers_url: str) -> None:
    """The demo names no way."""
    Respondent(page, take_url).open().fill("leader", {"team-goals": 2})
    exchanger = Exchanger(page, answers_url).open()
    exchanger.press("Make a code to share")
    page.locator("#shared-code").wait_for()
    assert page.locator(LINK).count() == 0


def test_where_to_hand_in_changes_no_edition(questionnaire: Questionnaire) -> None:
    """Neither the fingerprint nor the payload of any page knows of it."""
    other = replace(questionnaire, hand_in=HandIn(url="mailto:lean@x.example"))
    assert questionnaire_fingerprint(other) == questionnaire_fingerprint(questionnaire)
    assert payload(other) == payload(questionnaire)
