"""A browser that does not keep answers: said at once, and the way to the result still works.

Storage is really denied and really full where a browser can be brought to that; the rest are
stubs, each marked so, and each shown to have been hit.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.respondent import Respondent
from journey.stored import FILL_UP, IS_FULL, PLACE, beside, entries, forget, stored_answers
from journey.stubs import (
    DATABASE_FULL,
    DATABASE_GONE,
    DATABASE_LATE,
    DATABASE_REFUSED,
    DATABASE_SILENT,
    ENTRIES_REFUSED,
)
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserType, Page

    from journey.respondent import Answers

REFUSED = "This browser refuses to keep your answers."
LOOSELY = "This browser keeps your answers only loosely"
FULL = "Your last answers could not be saved."


def choose(respondent: Respondent, answers: Answers) -> None:
    """Choose without waiting for the word "saved", which will not come."""
    for item, value in answers.items():
        respondent.page.locator(f'[data-item="{item}"] input[value="{value}"]').evaluate(
            "input => input.click()"
        )


def says(respondent: Respondent, warning: str) -> bool:
    """Tell whether a warning is in sight and nothing is called saved."""
    respondent.page.locator('[data-saved="no"]').wait_for(timeout=8000)
    shown = respondent.page.get_by_text(warning).is_visible()
    return shown and respondent.page.locator('[data-saved="yes"]').count() == 0


@pytest.fixture
def denied(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Iterator[Page]:
    """Yield a page of a browser whose user has forbidden sites to store anything."""
    preferences = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(preferences), encoding="utf-8")
    with browser_type.launch_persistent_context(tmp_path, **browser_type_launch_args) as context:
        yield context.pages[0]


def test_storage_that_is_denied_is_said(denied: Page, take_url: str, items: list[str]) -> None:
    """By the browser's own setting: every step works, and the result is reached by its link."""
    respondent = Respondent(denied, take_url).open()
    refusal = "try { localStorage.length; 'none' } catch (error) { error.name }"
    assert denied.evaluate(refusal) == "SecurityError"
    assert says(respondent, REFUSED)
    respondent.walk("leader", dict.fromkeys(items, 4))
    assert says(respondent, REFUSED)
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("ready", "75")
    assert denied.get_by_text(REFUSED).is_visible()
    assert denied.evaluate("window.name") == ""
    denied.locator("[data-onward] a").first.click()
    assert respondent.wait_until_ready().answers == dict.fromkeys(items, 4)


@pytest.mark.parametrize(
    ("stubs", "warning"),
    [
        ([DATABASE_REFUSED], LOOSELY),
        ([DATABASE_GONE], LOOSELY),
        ([DATABASE_SILENT], LOOSELY),
        ([DATABASE_REFUSED, ENTRIES_REFUSED], REFUSED),
        ([DATABASE_FULL], FULL),
        ([DATABASE_FULL, ENTRIES_REFUSED], FULL),
    ],
    ids=["refused", "gone", "silent", "both refused", "full", "both full"],
)
def test_trouble_with_the_database_is_said(
    page: Page, take_url: str, items: list[str], stubs: list[str], warning: str
) -> None:
    """Never "saved"; a warning on the form and on the result, which is the right one."""
    for stub in stubs:
        page.add_init_script(stub)
    respondent = Respondent(page, take_url)
    page.goto(take_url)
    choose(respondent, dict.fromkeys(items, 3))
    respondent.wait_until_ready()
    assert says(respondent, warning)
    assert page.evaluate("window.hits") > 0
    assert respondent.answers == dict.fromkeys(items, 3)
    while respondent.next() != "review":
        pass
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("conditions", "50")
    assert says(respondent, warning)


def test_a_mirror_alone_brings_the_answers_back(page: Page, take_url: str) -> None:
    """Where the database is refused, a reload and a closed tab lose nothing; it is only loose."""
    page.context.add_init_script(DATABASE_REFUSED)
    respondent = Respondent(page, take_url).open()
    choose(respondent, {"team-goals": 2})
    assert says(respondent, LOOSELY)
    assert respondent.reload().answers == {"team-goals": 2}
    again = Respondent(page.context.new_page(), take_url)
    page.close()
    assert again.open().answers == {"team-goals": 2}


def test_a_site_that_hushes_the_trouble_up_is_found_out(
    page: Page, built_site: Path, tmp_path: Path
) -> None:
    """Canary: a client for which the mirror is good enough."""
    site = copy(built_site, tmp_path / "site")
    old = 'this.trouble = this.store.database === null ? isLeft : "full";'
    with_module(site, "storage.js", old, "if (isLeft) this.unconfirmed.clear();")
    page.add_init_script(DATABASE_REFUSED)
    with serve(site) as url:
        respondent = Respondent(page, f"{url}take/").open()
        choose(respondent, {"team-goals": 2})
        page.locator('[data-saved="yes"]').wait_for()
        assert not page.get_by_text(LOOSELY).is_visible()


def test_a_full_local_storage_loses_nothing(respondent: Respondent, site_url: str) -> None:
    """Really full, to the last character: the database has the answer, and that is what counts."""
    respondent.fill("leader", {"team-goals": 2})
    page = respondent.page
    page.evaluate(FILL_UP)
    assert page.evaluate(IS_FULL) == "QuotaExceededError"
    respondent.fill(None, {"team-goals": 5, "room-to-act": "dk"})
    assert respondent.reload().answers == {"team-goals": 5, "room-to-act": "dk"}
    assert stored_answers(beside(page, site_url)) == {"team-goals": 5, "room-to-act": "dk"}


def test_storage_cleared_under_an_open_page_is_written_again(
    respondent: Respondent, site_url: str
) -> None:
    """By the browser, from outside: everything is back in both stores without another answer."""
    answers: Answers = {"team-goals": 2, "room-to-act": 4, "bad-news": 1}
    respondent.fill("leader", answers)
    elsewhere = beside(respondent.page.context.new_page(), site_url)
    forget(elsewhere, site_url)
    assert is_written_again(elsewhere, answers)
    assert is_mirrored_again(elsewhere)
    respondent.fill(None, {"bad-news": 5})
    assert respondent.reload().answers == answers | {"bad-news": 5}
    assert respondent.role == "leader"


def is_written_again(elsewhere: Page, answers: Answers) -> bool:
    """Wait until the database holds the answers; tell whether it came to that."""
    for _ in range(40):
        if stored_answers(elsewhere) == answers:
            return True
        elsewhere.wait_for_timeout(50)
    return False


def is_mirrored_again(elsewhere: Page) -> bool:
    """Wait until the mirror holds the role and three answers; tell whether it came to that."""
    for _ in range(40):
        if len(entries(elsewhere)) >= 4:
            return True
        elsewhere.wait_for_timeout(50)
    return False


def test_a_site_that_waits_for_the_next_answer_is_found_out(
    page: Page, built_site: Path, tmp_path: Path
) -> None:
    """Canary of the one above: a page that does not fill a database which was taken away."""
    site = copy(built_site, tmp_path / "site")
    old = "if (this.isBehind || !isSame) this.repair(stored.records, mirrored);"
    with_module(site, "storage.js", old, "this.unconfirmed.clear();")
    with serve(site) as url:
        Respondent(page, f"{url}take/").open().fill("leader", {"team-goals": 2})
        elsewhere = beside(page.context.new_page(), url)
        forget(elsewhere, url)
        assert not is_written_again(elsewhere, {"team-goals": 2})


def test_a_page_that_is_reloaded_after_that_is_fresh(respondent: Respondent, site_url: str) -> None:
    """Nothing was found: no answers, no warning, and the form works."""
    respondent.fill("leader", {"team-goals": 2})
    page = beside(respondent.page, site_url)
    forget(page, site_url)
    assert respondent.open().answers == {}
    assert page.locator(".rd-warning:visible").count() == 0
    assert respondent.fill(None, {"team-goals": 4}).reload().answers == {"team-goals": 4}


def test_a_database_that_comes_late_is_still_used(page: Page, take_url: str, site_url: str) -> None:
    """STUB: a browser that takes four seconds. The warning comes at once, and goes again."""
    page.add_init_script(DATABASE_LATE)
    page.goto(take_url)
    respondent = Respondent(page, take_url)
    choose(respondent, {"team-goals": 2})
    page.get_by_text(LOOSELY).wait_for()
    respondent.wait_until_saved()
    page.get_by_text(LOOSELY).wait_for(state="hidden")
    forget(beside(page, site_url), site_url, "local_storage")
    assert respondent.open().wait_until_saved().answers == {"team-goals": 2}


AGE_MIRROR = """() => {
  for (const [name, text] of Object.entries(localStorage)) {
    if (!name.includes(" answer:")) continue;
    localStorage[name] = JSON.stringify({ ...JSON.parse(text), value: 3, revision: 1 });
  }
}"""


def test_a_late_database_mends_what_the_mirror_showed(
    page: Page, take_url: str, site_url: str, items: list[str]
) -> None:
    """As after a kill: the mirror is behind. "Saved" is said only with the result of the store."""
    Respondent(page, take_url).open().fill("leader", dict.fromkeys(items, 4))
    beside(page, site_url).evaluate(AGE_MIRROR)
    page.add_init_script(DATABASE_LATE)
    page.goto(f"{site_url}result/")
    page.locator('[data-index="50"]').wait_for()
    page.get_by_text(LOOSELY).wait_for()
    page.locator('[data-saved="yes"]').wait_for()
    assert page.locator("[data-index]").first.get_attribute("data-index") == "75"
    assert not page.get_by_text(LOOSELY).is_visible()


def answers_named_by(page: Page, origin: str, take_url: str) -> Answers:
    """Name the tab on a page of some origin as the form would, and go from there to the form."""
    planted = [{"version": 1, "key": "answer:team-goals", "value": 5, "revision": 9, "tab": "1"}]
    page.goto(origin)
    page.evaluate("(name) => { window.name = name; }", f"{PLACE} {json.dumps(planted)}")
    page.evaluate("(url) => { location.href = url; }", take_url)
    page.wait_for_url(take_url)
    respondent = Respondent(page, take_url).wait_until_ready()
    assert page.evaluate("window.name") == ""
    return respondent.answers


def test_a_name_from_elsewhere_is_not_believed(page: Page, take_url: str, tmp_path: Path) -> None:
    """Another site can name the tab, but it cannot answer for the person who opens it."""
    with serve(tmp_path) as elsewhere:
        assert answers_named_by(page, elsewhere, take_url) == {}


def test_a_name_from_the_site_itself_is_believed(page: Page, take_url: str, site_url: str) -> None:
    """Canary of the one above: the same name is understood."""
    assert answers_named_by(page, site_url, take_url) == {"team-goals": 5}
