"""Twelve kinds of trouble with storage, six journeys each: no blank page, no silent loss.

Whatever was answered is either there when the person looks again, or a message was in sight
within a second of the answer, and nothing was called saved.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.killing import OwnBrowser
from journey.respondent import CLICK_ALL, Respondent
from journey.troubles import KINDS, Machine, in_frame
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserType, Playwright

    from journey.respondent import Answers

ANSWERS: Answers = {"team-goals": 2, "bad-news": "dk"}
LONG_ENOUGH = 5_000  # for a form that will never be ready
MESSAGE = ".rd-warning:visible, [data-saved=no]:visible"
WITHIN = 1000


def answer(respondent: Respondent) -> bool:
    """Answer, and tell whether within a second it is called saved or a message is in sight."""
    respondent.page.evaluate(CLICK_ALL, ["leader", ANSWERS])
    end = f'[data-saved="yes"], {MESSAGE}'
    respondent.page.locator(end).first.wait_for(timeout=WITHIN)
    return is_warned(respondent)


def is_warned(respondent: Respondent) -> bool:
    """Tell whether a message about storage is in sight."""
    return respondent.page.locator(MESSAGE).count() > 0


def is_whole(respondent: Respondent) -> bool:
    """Tell whether the form is there and takes an answer."""
    return respondent.page.locator("[data-item]").count() == 34 and respondent.step != ""


def has(respondent: Respondent, answers: Answers) -> bool:
    """Tell whether the form shows at least these answers."""
    return answers.items() <= respondent.answers.items()


def reloaded(respondent: Respondent, _: Callable[[], Respondent]) -> bool:
    """Answer and reload."""
    is_said = answer(respondent)
    respondent.reload()
    return is_whole(respondent) and (is_said or has(respondent, ANSWERS))


def noted(respondent: Respondent, _: Callable[[], Respondent]) -> bool:
    """Answer, write a note, and reload."""
    is_said = answer(respondent)
    note = respondent.page.locator("#note-team-goals")
    note.evaluate("(note) => { note.value = 'why'; note.dispatchEvent(new Event('input')); }")
    respondent.page.locator(f'[data-saved="yes"], {MESSAGE}').first.wait_for(timeout=WITHIN)
    respondent.reload()
    note = respondent.page.locator("#note-team-goals")
    return is_whole(respondent) and (is_said or note.input_value() == "why")


def scored(respondent: Respondent, _: Callable[[], Respondent]) -> bool:
    """Answer and follow the link to the result: the answers come along, or it is said there too."""
    is_said = answer(respondent)
    while respondent.next() != "review":
        pass
    respondent.page.locator("[data-onward] a:visible").click()
    respondent.page.locator("[data-result-place] [data-verdict]").wait_for()
    text = respondent.page.locator("[data-result-place]").inner_text()
    return "No index: too few answers." in text or (is_said and is_warned(respondent))


def opened_again(respondent: Respondent, again: Callable[[], Respondent]) -> bool:
    """Answer, and open the form once more beside it."""
    is_said = answer(respondent)
    other = again()
    return is_whole(other) and (is_said or has(other, ANSWERS))


def erased(respondent: Respondent, _: Callable[[], Respondent]) -> bool:
    """Answer, erase, reload: nothing is there, and the word was true; or it was not given."""
    answer(respondent)
    respondent.page.locator(".rd-erase > button").click()
    respondent.page.locator(".rd-dialog .rd-danger").click()
    said = respondent.page.locator(".rd-erase .rd-said")
    said.filter(has_text="erase").wait_for()
    is_done = "have been erased" in said.inner_text()
    respondent.reload()
    return is_whole(respondent) and (not is_done or not has(respondent, ANSWERS))


def gone_on(respondent: Respondent, _: Callable[[], Respondent]) -> bool:
    """Answer, go through every step and change an answer: the form goes on all the while."""
    answer(respondent)
    while respondent.next() != "review":
        assert len(respondent.items) > 0
    respondent.page.evaluate(CLICK_ALL, [None, {"team-goals": 5}])
    respondent.page.locator(f'[data-saved="yes"], {MESSAGE}').first.wait_for(timeout=WITHIN)
    return has(respondent, {**ANSWERS, "team-goals": 5})


JOURNEYS = [reloaded, noted, scored, opened_again, erased, gone_on]
IS_LONG = bool(os.environ.get("READINESS_LONG"))
TABLE = [
    pytest.param(kind, journey, id=f"{kind}, {journey.__name__}")
    for row, kind in enumerate(KINDS)
    for column, journey in enumerate(JOURNEYS)
    if IS_LONG or (row + column) % 6 == 0
]


@pytest.fixture
def machine(
    browser: Browser,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
    site_url: str,
) -> Machine:
    """Return what trouble is made with."""
    folder = tmp_path / "profile"
    folder.mkdir()
    return Machine(browser, browser_type, browser_type_launch_args, folder, site_url)


def ends_well(machine: Machine, kind: str, journey: Any) -> bool:  # noqa: ANN401  # as in the list
    """Go one journey in one kind of trouble, with proof that the trouble was there."""
    with KINDS[kind](machine) as trouble:
        respondent = trouble.open()
        well: bool = journey(respondent, trouble.open)
        if journey is not scored:
            assert trouble.is_there(respondent) or journey is erased
    return well


@pytest.mark.parametrize(("kind", "journey"), TABLE)
def test_trouble_is_said_or_harmless(
    machine: Machine,
    kind: str,
    journey: Any,  # noqa: ANN401  # as in the list
) -> None:
    """All 72 in the long form; in the normal one each kind once and each journey twice."""
    assert len(TABLE) == (72 if IS_LONG else 12)
    assert {row.values[0] for row in TABLE} == set(KINDS)
    assert {row.values[1] for row in TABLE} == set(JOURNEYS)
    assert ends_well(machine, kind, journey)


@pytest.mark.parametrize("kind", ["denied by a setting", "sandboxed frame"])
def test_a_site_that_lets_one_error_through_is_found_out(
    machine: Machine, built_site: Path, tmp_path: Path, kind: str
) -> None:
    """Canary: without the one `catch` around reading localStorage the form is dead."""
    site = copy(built_site, tmp_path / "site")
    old = "  try {\n    return mirrorKeys(place).map((key) => {"
    new = "  mirrorKeys(place);\n" + old
    with_module(site, "storage/mirror.js", old, new)
    with serve(site) as url:
        faulty = replace(machine, site=url, patience=LONG_ENOUGH)
        with pytest.raises(Exception, match=r"Locator\.wait_for: Timeout"):
            ends_well(faulty, kind, reloaded)


def test_in_a_frame_the_way_out_is_shown(machine: Machine, playwright: Playwright) -> None:
    """It says that answers may be kept apart; they are; the link opens the form by itself.

    In a browser without Playwright's own switches, which turn the parting of storage off.
    """
    with OwnBrowser(playwright, machine.folder) as browser:
        framed = in_frame(machine, browser.connection.contexts[0], None)
        framed.page.get_by_text("Another page shows this one inside itself.").wait_for()
        framed.page.evaluate(CLICK_ALL, ["leader", ANSWERS])
        framed.wait_until_saved()
        with framed.page.context.expect_page() as opened:
            framed.page.get_by_text("Open it in a tab of its own").click()
        alone = Respondent(opened.value, machine.take).wait_until_ready()
        assert alone.answers == {}
        assert not alone.page.get_by_text("Another page shows this one").is_visible()
