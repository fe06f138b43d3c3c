"""Carrying answers away and back wherever the page stands: a folder, plain http, a strict host.

And by keyboard alone, and by a build whose pages are changed without loading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engines.plain_code import SIGNS

from journey.exchanger import Exchanger, Offer, fields_of
from journey.respondent import Respondent
from journey.test_code_picture import read_picture
from journey.tour import watch

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserType, Page

    from readiness.questionnaire import Questionnaire


def go_round(page: Page, take: str, answers: str, items: list[str]) -> str:
    """Answer, carry away in every way, erase, bring back; return the hint beside the link."""
    given = dict.fromkeys(items, 3)
    Respondent(page, take).open().fill("leader", given)
    exchanger = Exchanger(page, answers).open()
    code, link = exchanger.share()
    assert set(code) <= {*SIGNS, "-"}
    exchanger.press("Copy: Your code")
    page.get_by_text("Copied.").wait_for()
    files = exchanger.contribution(), exchanger.backup()
    assert [fields_of(file)["answers"] for file in files] == [given, given]
    hint = page.locator(".rd-hint").nth(1).inner_text()
    exchanger.press("Erase my answers")
    exchanger.press("Erase them")
    page.get_by_text("have been erased").wait_for()
    for offer in (exchanger.paste(code), exchanger.bring_file(files[1])):
        assert isinstance(offer, Offer)
        assert (offer.verdict, offer.index) == ("conditions", "50")
    page.goto("about:blank")
    assert isinstance(Exchanger(page, link).open().brought("sent"), Offer)
    assert page.url == answers
    exchanger.press("Use these")
    page.get_by_text("Done: these are").wait_for()
    assert Respondent(page, take).open().answers == given
    return hint


def test_from_a_folder(browser: Browser, flat_site: Path, items: list[str]) -> None:
    """By file://: code, file and picture work; a link is said to work here only."""
    with watch(browser) as watched:
        page = watched.page
        take, answers = ((flat_site / name).as_uri() for name in ("take.html", "answers.html"))
        assert "works only on this computer" in go_round(page, take, answers, items)
        code, _ = Exchanger(page, answers).open().share()
        assert read_picture(page.locator(".rd-picture").screenshot()) == code
        assert watched.refused == watched.complaints == []


def test_by_plain_http_under_a_name(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site_url: str,
    items: list[str],
) -> None:
    """As on many intranets: no secure context, so no clipboard but the old command."""
    rule = "--host-resolver-rules=MAP intranet.test 127.0.0.1"
    switches = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], rule]}
    browser = browser_type.launch(**switches)
    page = browser.new_page()
    url = site_url.replace("127.0.0.1", "intranet.test")
    assert "no host gets to see it" in go_round(page, f"{url}take/", f"{url}answers/", items)
    assert page.evaluate("[isSecureContext, navigator.clipboard === undefined]") == [False, True]
    browser.close()


def test_nothing_breaks_the_policy_or_is_asked_for(
    browser: Browser, site_url: str, items: list[str]
) -> None:
    """No violation and no complaint; the code reaches no host, not even the site's own."""
    asked: list[str] = []
    with watch(browser) as watched:
        watched.page.context.on("request", lambda request: asked.append(request.url))
        go_round(watched.page, f"{site_url}take/", f"{site_url}answers/", items)
        assert watched.refused == watched.complaints == []
    assert len(asked) > 10
    assert {url for url in asked if not url.startswith((site_url, "blob:", "about:"))} == set()
    assert not any("code=" in url.partition("#")[0] for url in asked)


def test_by_keyboard_alone(page: Page, site_url: str, questionnaire: Questionnaire) -> None:
    """Tab to each control, Enter or Space; the focus goes where the news is."""
    given = {item.id: 4 for item in questionnaire.items}
    Respondent(page, f"{site_url}take/").open().fill("leader", given)
    Exchanger(page, f"{site_url}answers/").open()
    press_key(page, "Make a code to share", "Enter")
    assert focused(page) == "What it holds"
    press_key(page, "Show 34 answers", "Space")
    assert page.locator("[data-held]").first.is_visible()
    press_key(page, "Copy: Your code", "Enter")
    page.get_by_text("Copied.").wait_for()
    tab_to(page, "document.activeElement.id === 'bring-text'")
    page.keyboard.type('{"format": "readiness-responses", "version": 1, "questionnaire": ')
    page.keyboard.type('{"id": "customer-focus-before-lean"}, "answers": {"team-goals": 1}}')
    press_key(page, "Read it", "Enter")
    assert focused(page) == "What you brought"
    press_key(page, "Use these instead of mine", "Enter")
    assert focused(page).startswith("Done: these are the answers")
    press_key(page, "Put mine back", "Space")
    assert focused(page) == "Yours are back."


def press_key(page: Page, name: str, key: str) -> None:
    """Tab to a control of this name and press a key on it."""
    tab_to(
        page,
        f"(document.activeElement.ariaLabel ?? document.activeElement.textContent) === '{name}'",
    )
    page.keyboard.press(key)


def tab_to(page: Page, there: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        if page.evaluate(there):
            return
        page.keyboard.press("Tab")
    message = f"the focus never came to {there}"
    raise AssertionError(message)


def focused(page: Page) -> str:
    """Return the text of what has the focus."""
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text
