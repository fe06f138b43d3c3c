"""Erase my answers: after a question, everything of this questionnaire and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journey.damaged import record
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

if TYPE_CHECKING:
    from journey.respondent import Respondent

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
