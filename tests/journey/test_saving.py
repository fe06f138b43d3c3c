"""Every answer is saved at once, and comes back: reload, back, forward, a closed tab."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.respondent import Respondent
from journey.stored import beside, databases, entries, forget, stored_answers
from journey.variants import local_storage_only

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserType, Page

    from journey.respondent import Answers
    from readiness.engine.responses import Answer

VALUES: list[Answer] = [4, 2, 5, "dk", 1, 3]

NOTE_STATES = """
addEventListener("DOMContentLoaded", () => {
  window.states = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const state = target.dataset?.saved;
      if (state && state !== window.states.at(-1)) window.states.push(state);
    }
  }).observe(document, { subtree: true, attributeFilter: ["data-saved"] });
});
"""

HOLD_DATABASE = """async (name) => {
  const request = indexedDB.open(name);
  await new Promise((resolve) => { request.onsuccess = resolve; });
  const store = request.result.transaction("records", "readwrite").objectStore("records");
  return new Promise((resolve) => {
    const hold = () => {
      resolve();
      if (window.released) request.result.close();
      else store.get("role").onsuccess = hold;
    };
    hold();
  });
}"""

AFTER_FRAMES = """() => new Promise((resolve) => {
  let left = 30;
  const count = () => { left -= 1; if (left === 0) resolve(); else requestAnimationFrame(count); };
  count();
})"""


def test_no_reload_after_any_of_34_answers_loses_one(
    respondent: Respondent, items: list[str]
) -> None:
    """By real clicks, as a leader; each time all answers, the role and the step are the same."""
    expected: Answers = {}
    respondent.choose_role("leader")
    for count, item in enumerate(items):
        while item not in respondent.items:
            respondent.next()
        expected[item] = VALUES[count % len(VALUES)]
        respondent.answer(item, expected[item])
        step = respondent.step
        respondent.wait_until_saved().reload()
        assert respondent.answers == expected
        assert (respondent.role, respondent.step) == ("leader", step)
    assert len(expected) == 34


def test_a_note_comes_back(respondent: Respondent) -> None:
    """Typed letter by letter, hostile letters too, and shown again as written."""
    note = "n, p. s/f <b>“näh” \U0001f600</b> {{ 7 }}"
    respondent.next()
    respondent.page.locator("[data-item=who-is-customer] summary").click()
    respondent.page.locator("#note-who-is-customer").press_sequentially(note)
    respondent.wait_until_saved().reload()
    assert respondent.page.locator("#note-who-is-customer").input_value() == note
    assert respondent.step == "knowing-the-customer"


def test_back_and_forward_go_from_step_to_step(respondent: Respondent) -> None:
    """Of this page; each step has its address, and a reload stays where one is."""
    respondent.choose_role("leader")
    steps = ["role", *(respondent.next() for _ in range(3))]
    respondent.page.go_back()
    assert respondent.step == steps[2]
    respondent.page.go_back()
    assert respondent.step == steps[1]
    assert respondent.wait_until_saved().reload().step == steps[1]
    respondent.page.go_forward()
    assert respondent.step == steps[2]
    assert respondent.role == "leader"


def test_a_closed_tab_comes_back_at_the_same_step(respondent: Respondent) -> None:
    """Opened again by the bare address of the form."""
    respondent.fill("manager", {"who-is-customer": 4, "team-goals": "dk"})
    step = [respondent.next() for _ in range(4)][-1]
    page = respondent.wait_until_saved().page.context.new_page()
    respondent.page.close()
    again = Respondent(page, respondent.take).open()
    assert again.answers == {"who-is-customer": 4, "team-goals": "dk"}
    assert (again.role, again.step) == ("manager", step)


def test_a_closed_browser_comes_back_at_the_same_step(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
    take_url: str,
) -> None:
    """The same profile, closed politely and started again."""
    for life in range(2):
        with browser_type.launch_persistent_context(
            tmp_path, **browser_type_launch_args
        ) as context:
            respondent = Respondent(context.pages[0], take_url).open()
            if life == 0:
                respondent.fill("leader", {"who-is-customer": 4}).next()
                respondent.next()
                respondent.wait_until_saved()
            assert respondent.answers == {"who-is-customer": 4}
            assert (respondent.role, respondent.step) == ("leader", "touch-points")


def test_saved_is_said_after_pending(browser: Browser, take_url: str) -> None:
    """Each choice goes through both, and nothing else."""
    context = browser.new_context()
    context.add_init_script(NOTE_STATES)
    respondent = Respondent(context.new_page(), take_url).open()
    for item in ("team-goals", "room-to-act"):
        respondent.page.evaluate("window.states = []")
        respondent.fill(None, {item: 3})
        assert respondent.page.evaluate("window.states") == ["pending", "yes"]
    context.close()


@contextmanager
def held_database(respondent: Respondent, site: str) -> Iterator[Page]:
    """Keep the store busy from another page, so that nothing can be written to it."""
    page = beside(respondent.page.context.new_page(), site)
    page.evaluate(HOLD_DATABASE, "readiness / customer-focus-before-lean")
    yield page
    page.evaluate("window.released = true")


def is_said_too_early(respondent: Respondent, site: str) -> bool:
    """Tell whether an answer is called saved while the database cannot have it."""
    with held_database(respondent, site):
        respondent.page.evaluate("document.querySelector('[data-item=team-goals] input').click()")
        respondent.page.evaluate(AFTER_FRAMES)
        return respondent.page.locator('[data-saved="yes"]').count() == 1


def test_saved_is_said_only_when_the_database_has_it(respondent: Respondent, site_url: str) -> None:
    """While another page holds the store the word is not given; then it is, and it is true."""
    respondent.fill(None, {"room-to-act": 2})
    assert not is_said_too_early(respondent, site_url)
    respondent.wait_until_saved()
    page = beside(respondent.page.context.new_page(), site_url)
    assert stored_answers(page) == {"room-to-act": 2, "team-goals": 1}


def test_a_site_that_speaks_too_early_is_found_out(
    page: Page, built_site: Path, tmp_path: Path
) -> None:
    """Canary of the one above."""
    with serve(local_storage_only(built_site, tmp_path / "site")) as url:
        respondent = Respondent(page, f"{url}take/").open()
        respondent.fill(None, {"room-to-act": 2})
        assert is_said_too_early(respondent, url)


@pytest.mark.parametrize(("lost", "kept"), [("indexeddb", "entries"), ("local_storage", "stores")])
def test_either_store_alone_brings_the_answers_back(
    respondent: Respondent, site_url: str, lost: str, kept: str
) -> None:
    """One is lost from outside (and is really gone); the page reads the other and mends both."""
    answers: Answers = {"who-is-customer": 4, "room-to-act": "dk"}
    respondent.fill("leader", answers).next()
    page = beside(respondent.wait_until_saved().page, site_url)
    forget(page, site_url, lost)
    left = {"entries": len(entries(page)), "stores": len(databases(page))}
    assert left == {"entries": 0, "stores": 0} | {kept: left[kept]}
    assert left[kept] > 0
    respondent.open().wait_until_saved()
    assert respondent.answers == answers
    assert (respondent.role, respondent.step) == ("leader", "knowing-the-customer")
    beside(page, site_url)
    assert stored_answers(page) == answers
    assert len(entries(page)) == 4


def test_with_both_stores_lost_nothing_comes_back(respondent: Respondent, site_url: str) -> None:
    """Canary of the one above: there is no third place."""
    respondent.fill("leader", {"who-is-customer": 4})
    page = beside(respondent.page, site_url)
    forget(page, site_url)
    assert respondent.open().answers == {}
    assert respondent.role is None


def test_a_page_from_the_back_forward_cache_shows_what_is_stored(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
    take_url: str,
) -> None:
    """Left for the result and come back to, still loaded; another tab has edited meanwhile."""
    with browser_type.launch_persistent_context(
        tmp_path,
        ignore_default_args=["--disable-back-forward-cache"],
        **browser_type_launch_args,
    ) as context:
        page = context.pages[0]
        respondent = Respondent(page, take_url).open()
        page.evaluate("addEventListener('pageshow', (e) => { window.persisted = e.persisted; })")
        respondent.fill("leader", {"who-is-customer": 4, "team-goals": 2})
        step = respondent.next()
        respondent.wait_until_saved().go_to_result()
        other = Respondent(context.new_page(), take_url).open().fill(None, {"team-goals": 5})
        other.page.close()
        page.go_back(wait_until="commit")
        page.wait_for_function("window.persisted !== undefined")
        assert page.evaluate("window.persisted") is True
        page.locator("[data-item=team-goals] input[value='5']:checked").wait_for(state="attached")
        assert respondent.answers == {"who-is-customer": 4, "team-goals": 5}
        assert respondent.step == step
