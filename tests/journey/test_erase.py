"""Erase my answers: after a question, everything of this questionnaire and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.serving import serve

from journey.damaged import record
from journey.respondent import CLICK_ALL
from journey.stored import (
    PLACE,
    beside,
    databases,
    entries,
    forget,
    plant,
    plant_entries,
    plant_newer,
    stored_answers,
)
from journey.tabs import CLICK_IN_TURN, DEAF, come_to_show, open_tabs
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from journey.respondent import Respondent

ELSEWHERE = "Your answers were erased in another tab."
OTHER = "readiness / another-questionnaire"
SAID = "Your answers have been erased from this browser."
EMPTY: dict[str, list[Any]] = {"records": [], "aside": []}


def erase(respondent: Respondent) -> None:
    """Press the button, then the one in the question, and wait for the word."""
    respondent.page.get_by_role("button", name="Erase my answers").click()
    respondent.page.get_by_role("button", name="Erase them").click()
    respondent.page.get_by_text(SAID).wait_for()


def fill(respondent: Respondent) -> None:
    """Give a role, answers and a note, and go to a later step."""
    respondent.fill("leader", {"who-is-customer": 4, "team-goals": "dk"})
    respondent.next()
    respondent.page.locator("[data-item=who-is-customer] summary").click()
    respondent.page.locator("#note-who-is-customer").fill("a secret")
    respondent.wait_until_saved()


def test_nothing_is_left(respondent: Respondent, site_url: str) -> None:
    """Neither on the form nor in any store, after a reload either; the form begins anew."""
    fill(respondent)
    page = respondent.page
    erase(respondent)
    assert (respondent.answers, respondent.role, respondent.step) == ({}, None, "role")
    assert page.locator("#note-who-is-customer").input_value() == ""
    assert not page.get_by_role("button", name="Erase my answers").is_visible()
    beside(page, site_url)
    assert databases(page) == {PLACE: EMPTY}
    assert entries(page) == {}
    respondent.open()
    assert (respondent.answers, respondent.role, respondent.step) == ({}, None, "role")


def test_nothing_is_erased_without_the_second_word(respondent: Respondent, site_url: str) -> None:
    """Canary of the one above: the same looks find everything while nothing was erased."""
    fill(respondent)
    page = respondent.page
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("button", name="Keep them").click()
    assert respondent.answers == {"who-is-customer": 4, "team-goals": "dk"}
    beside(page, site_url)
    assert stored_answers(page) == {"who-is-customer": 4, "team-goals": "dk"}
    assert any("a secret" in text for text in entries(page).values())


def test_on_the_result_too(respondent: Respondent, site_url: str) -> None:
    """Where the answers are looked at they can be erased; the result is none at once."""
    fill(respondent)
    assert respondent.go_to_result().verdict == "none"
    erase(respondent)
    assert "No result yet" in respondent.result().text
    beside(respondent.page, site_url)
    assert databases(respondent.page) == {PLACE: EMPTY}
    assert entries(respondent.page) == {}


def test_another_questionnaire_on_the_same_host_keeps_its_answers(
    respondent: Respondent, site_url: str
) -> None:
    """Also one whose name begins with ours, and one at another path."""
    others = [OTHER, f"{PLACE}-2", PLACE.replace(" / ", " /team/ ")]
    fill(respondent)
    page = beside(respondent.page, site_url)
    for name in others:
        plant(page, [record("team-goals", value=5)], name)
        plant_entries(page, {f"{name} answer:team-goals": "theirs"})
    respondent.open()
    erase(respondent)
    beside(page, site_url)
    left = databases(page)
    assert left.pop(PLACE) == EMPTY
    assert {name: len(left[name]["records"]) for name in left} == dict.fromkeys(others, 1)
    assert entries(page) == {f"{name} answer:team-goals": "theirs" for name in others}


def test_what_was_set_aside_is_erased_too(respondent: Respondent, site_url: str) -> None:
    """Damaged values, entries of localStorage, and what a newer version has made."""
    page = beside(respondent.page, site_url)
    forget(page, site_url)
    plant_newer(page, ["of another version"], 99)
    plant_entries(page, {f"{PLACE} answer:bad-news": "{"})
    respondent.open().fill("leader", {"team-goals": 2})
    assert page.locator("[data-aside]").is_visible()
    erase(respondent)
    assert not page.locator("[data-aside]").is_visible()
    beside(page, site_url)
    assert databases(page) == {PLACE: EMPTY}
    assert entries(page) == {}


EVERY_PLACE = """async () => ({
  local: Object.keys(localStorage).filter((key) => !key.endsWith(".__palette")),
  session: Object.keys(sessionStorage),
  cookies: document.cookie,
  name: window.name,
  caches: "caches" in window ? await caches.keys() : [],
})"""
NOWHERE = {"local": [], "session": [], "cookies": "", "name": "", "caches": []}


def test_every_tab_is_emptied_and_says_so(
    context: BrowserContext, take_url: str, site_url: str
) -> None:
    """Two forms and a result: nothing is shown, nothing is kept anywhere, nothing comes back."""
    one, other, third = open_tabs(context, take_url, 3)
    fill(one)
    assert come_to_show(other, {"who-is-customer": 4, "team-goals": "dk"})
    third.go_to_result()
    erase(one)
    for tab in (other, third):
        tab.page.get_by_text(ELSEWHERE).wait_for()
    assert not one.page.get_by_text(ELSEWHERE).is_visible()
    assert (other.answers, other.role) == ({}, None)
    assert other.page.locator("#note-who-is-customer").input_value() == ""
    assert "No result yet" in third.result().text
    empty = beside(context.new_page(), site_url)
    for tab in (one, other, third):
        assert tab.page.evaluate(EVERY_PLACE) == NOWHERE
    assert (databases(empty), entries(empty)) == ({PLACE: EMPTY}, {})
    other.fill(None, {"team-goals": 3})
    assert not other.page.get_by_text(ELSEWHERE).is_visible()
    assert come_to_show(one, {"team-goals": 3})
    assert one.reload().answers == other.reload().answers == {"team-goals": 3}
    assert stored_answers(empty) == {"team-goals": 3}


def left_by_a_deaf_tab(context: BrowserContext, url: str) -> tuple[dict[str, Any], Respondent]:
    """Erase in one tab while another, which hears nothing, goes on; return what is stored then."""
    one, deaf = open_tabs(context, f"{url}take/", 2, ["", DEAF])
    one.fill("leader", {"who-is-customer": 4, "bad-news": 2})
    assert deaf.reload().answers == {"who-is-customer": 4, "bad-news": 2}
    erase(one)
    assert deaf.answers == {"who-is-customer": 4, "bad-news": 2}
    deaf.page.evaluate(CLICK_ALL, [None, {"team-goals": 5}])
    deaf.wait_until_saved()
    return stored_answers(beside(context.new_page(), url)), deaf


def test_a_tab_that_heard_nothing_brings_nothing_back(
    context: BrowserContext, site_url: str
) -> None:
    """The database itself tells it when it next saves; it then says so and is empty."""
    stored, deaf = left_by_a_deaf_tab(context, site_url)
    assert stored == {}
    assert deaf.page.get_by_text(ELSEWHERE).is_visible()
    assert deaf.answers == {}
    looking = beside(context.new_page(), site_url)
    assert (databases(looking), entries(looking)) == ({PLACE: EMPTY}, {})
    assert deaf.fill(None, {"room-to-act": 1}).reload().answers == {"room-to-act": 1}


def test_a_site_whose_tabs_do_not_look_is_found_out(
    context: BrowserContext, built_site: Path, tmp_path: Path
) -> None:
    """Canary of the one above: what the deaf tab said is stored, and it shows all."""
    site = copy(built_site, tmp_path / "site")
    old = "const look = known === null ? null : records.get(known.key);"
    with_module(site, "storage/database.js", old, "known = null; const look = null;")
    with serve(site) as url:
        stored, deaf = left_by_a_deaf_tab(context, url)
        assert stored == {"team-goals": 5}
        assert len(deaf.answers) == 3


def test_erasing_while_another_tab_answers(
    context: BrowserContext, take_url: str, site_url: str, items: list[str]
) -> None:
    """It answers as fast as it can: what is left is what it said after it had been emptied."""
    one, other = open_tabs(context, take_url, 2)
    one.fill("leader", dict.fromkeys(items[:20], 2))
    assert come_to_show(other, dict.fromkeys(items[:20], 2))
    other.page.evaluate(CLICK_IN_TURN, [[item, 4] for item in items[20:]] * 6)
    erase(one)
    other.page.evaluate("window.clicked")
    other.wait_until_saved()
    looking = beside(context.new_page(), site_url)
    left = stored_answers(looking)
    assert set(left) <= set(items[20:])
    assert come_to_show(one, left)
    assert come_to_show(other, left)
    assert other.reload().answers == one.reload().answers == left


def test_the_other_site_of_the_host_hears_nothing(
    context: BrowserContext, built_site: Path, tmp_path: Path
) -> None:
    """Two sites on one host, each in a tab: one is erased, the other says and loses nothing."""
    for place in ("here", "there"):
        copy(built_site, tmp_path / "root" / place)
    with serve(tmp_path / "root") as url:
        here, there = (open_tabs(context, f"{url}{site}/take/", 1)[0] for site in ("here", "there"))
        here.fill("leader", {"team-goals": 2})
        there.fill("manager", {"team-goals": 5})
        assert (here.answers, there.answers) == ({"team-goals": 2}, {"team-goals": 5})
        erase(here)
        assert (there.answers, there.role) == ({"team-goals": 5}, "manager")
        assert not there.page.get_by_text(ELSEWHERE).is_visible()
        assert there.reload().answers == {"team-goals": 5}
