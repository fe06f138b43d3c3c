"""The whole journey by keys alone, and no key that leads away from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tools.serving import serve

from journey.keyboard import Keyboard
from journey.respondent import Respondent
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.engine.responses import Answer

LETTERS = ["n", "p", "s", "f", ",", ".", "/", "N", "b"]
VALUES: list[Answer] = [4, 5, 4, 3]


@pytest.fixture
def keyboard(respondent: Respondent) -> Keyboard:
    """Return a keyboard before the open form."""
    return Keyboard(respondent.page)


def answer_step(keyboard: Keyboard, expected: dict[str, Answer]) -> list[str]:
    """Answer what Tab leads to on this step; end on Next; return the items in the order of Tab."""
    met: list[str] = []
    focus = keyboard.press("Tab")
    while focus.text not in ("Next", "Review"):
        if focus.is_radio and focus.item:
            met.append(focus.item)
            value = VALUES[len(expected) % len(VALUES)]
            expected[focus.item] = value
            chosen = keyboard.choose(value)
            assert (chosen.item, chosen.value) == (focus.item, str(value))
        focus = keyboard.press("Tab")
        assert focus.inForm
    return met


def test_the_journey_by_keys_alone(
    keyboard: Keyboard, respondent: Respondent, items: list[str]
) -> None:
    """Every item of every step is reached in the order in which it is shown; none is skipped."""
    assert keyboard.tab_to_radio().isRole
    keyboard.press("Space")
    keyboard.tab_to("Next")
    expected: dict[str, Answer] = {}
    met: list[str] = []
    while (keyboard.press("Enter").tag, respondent.step) != ("H2", "review"):
        assert keyboard.focus.tag == "H2"
        shown = respondent.items
        assert answer_step(keyboard, expected) == shown
        met += shown
    assert met == items
    assert respondent.answers == expected
    assert respondent.role == "leader"
    keyboard.tab_to("See the result")
    respondent.page.keyboard.press("Enter")
    assert respondent.result().verdict == "ready"  # no answer is below 3, most are above


def test_arrows_stay_inside_an_item(keyboard: Keyboard, respondent: Respondent) -> None:
    """Round in a circle, up and down, past "I don't know"; only this item has an answer."""
    keyboard.tab_to_radio()
    keyboard.tab_to("Next")
    keyboard.press("Enter")
    item = keyboard.tab_to_radio().item
    down = [keyboard.press("ArrowDown").value for _ in range(6)]
    assert down == ["2", "3", "4", "5", "dk", "1"]
    assert [keyboard.press("ArrowUp").value for _ in range(2)] == ["dk", "5"]
    assert [keyboard.press("ArrowLeft").value, keyboard.press("ArrowRight").value] == ["4", "5"]
    assert keyboard.focus.item == item
    assert respondent.answers == {item: 5}


def test_letters_never_lead_away(keyboard: Keyboard, respondent: Respondent) -> None:
    """On a heading, an answer, a fold and a button: same page, same place, search closed."""
    keyboard.tab_to_radio()
    keyboard.tab_to("Next")
    keyboard.press("Enter")
    kinds = [stays_where_it_is(keyboard)]
    keyboard.tab_to_radio()
    kinds.append(stays_where_it_is(keyboard))
    keyboard.press("Tab")
    kinds.append(stays_where_it_is(keyboard))
    keyboard.tab_to("Next")
    kinds.append(stays_where_it_is(keyboard))
    assert kinds == ["H2", "INPUT", "SUMMARY", "BUTTON"]
    assert respondent.answers == {}


def stays_where_it_is(keyboard: Keyboard) -> str:
    """Press every letter on what has the focus, see that nothing happens, and say what it is."""
    before = (keyboard.place, keyboard.focus)
    for letter in LETTERS:
        keyboard.press(letter)
        assert (keyboard.place, keyboard.focus) == before, letter
    return before[1].tag


def test_the_theme_listens_to_letters_elsewhere(page: Page, site_url: str) -> None:
    """Canary: outside the form "s" opens the search and "n" leaves the page."""
    page.goto(f"{site_url}method/")
    before = Keyboard(page).place
    page.keyboard.press("s")
    expect(page.locator("#__search")).to_be_checked()
    assert Keyboard(page).place != before
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.wait_for_url(f"{site_url}privacy/")


def test_a_note_is_typed_with_every_letter(keyboard: Keyboard, respondent: Respondent) -> None:
    """Opened by Enter, reached by Tab, written with the theme's own letters."""
    keyboard.tab_to_radio()
    keyboard.tab_to("Next")
    keyboard.press("Enter")
    keyboard.tab_to("Add evidence or a note")
    keyboard.press("Enter")
    focus = keyboard.press("Tab")
    assert focus.tag == "TEXTAREA"
    before = respondent.page.url
    respondent.page.keyboard.type("snippets, p/n. fb")
    assert respondent.page.url == before
    respondent.wait_until_saved().reload()
    note = respondent.page.locator(f"#note-{focus.item}").input_value()
    assert note == "snippets, p/n. fb"


def test_erasing_by_keys(keyboard: Keyboard, respondent: Respondent) -> None:
    """The safe answer has the focus; Escape and it change nothing; the other empties the form."""
    respondent.fill("leader", {"who-is-customer": 4})
    for way_out in ("Escape", "Enter"):
        keyboard.tab_to("Erase my answers")
        assert keyboard.press("Enter").text == "Keep them"
        assert keyboard.press(way_out).text == "Erase my answers"
        assert respondent.answers == {"who-is-customer": 4}
    keyboard.press("Enter")
    assert keyboard.press("Shift+Tab").text == "Erase them"
    keyboard.press("Enter")
    expect(respondent.page.get_by_text("Your answers have been erased")).to_be_visible()
    assert (respondent.answers, respondent.role, respondent.step) == ({}, None, "role")
    assert keyboard.focus.tag == "H2"


def moved_by_choosing(respondent: Respondent) -> list[str]:
    """Click three answers of every item of the second step; return those that moved the page."""
    respondent.next()
    keyboard, moved = Keyboard(respondent.page), []
    for item in respondent.items:
        for value in (5, 2, "dk"):
            choice = respondent.choice(item, value)
            choice.scroll_into_view_if_needed()
            choice.locator("input").focus()
            before = (keyboard.place, choice.bounding_box())
            box = before[1]
            assert box is not None
            respondent.page.mouse.click(box["x"] + 20, box["y"] + box["height"] / 2)
            assert (keyboard.focus.item, keyboard.focus.value) == (item, str(value))
            assert respondent.answers[item] == value
            if (keyboard.place, choice.bounding_box()) != before:
                moved.append(f"{item} {value}")
    assert len(respondent.items) == 4
    return moved


@pytest.mark.parametrize("width", [320, 1280])
def test_choosing_by_pointer_moves_nothing(respondent: Respondent, width: int) -> None:
    """Address, scroll position and the item stay, and the focus is on what was chosen."""
    respondent.page.set_viewport_size({"width": width, "height": 700})
    assert moved_by_choosing(respondent) == []


def test_a_form_that_scrolls_on_is_found_out(page: Page, built_site: Path, tmp_path: Path) -> None:
    """Canary of the one above."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "views/items.js",
        "    if (event.target instanceof HTMLInputElement) take(",
        "    scrollBy(0, 40);\n    if (event.target instanceof HTMLInputElement) take(",
    )
    with serve(site) as url:
        assert moved_by_choosing(Respondent(page, f"{url}take/").open()) != []
