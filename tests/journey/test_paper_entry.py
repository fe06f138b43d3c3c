"""Paper comes back by keyboard: sheets key by key, dots by count; the codes are those printed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT

from journey.facilitator import show
from readiness.questionnaire import Dimension, Item, Level, Questionnaire, Scale, Theme
from readiness.reading.loading import load
from readiness.site.short_codes import short_codes

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEXT = "#sheet-next"


@pytest.fixture
def team(page: Page, site_url: str) -> Page:
    """Return the team page with both folds for paper open, reached by keyboard."""
    page.goto(f"{site_url}team/")
    for fold in ("dots", "sheets"):
        page.locator(f"[data-entry={fold}] > summary").press("Enter")
    page.locator("#sheet-keys").focus()
    return page


def counted(page: Page) -> list[int]:
    """Return how many count and how many do not."""
    return [int(text) for text in page.locator("[data-team] td").all_inner_texts()[:2]]


def test_sheets_are_typed_a_key_an_answer(
    team: Page, questionnaire: Questionnaire, items: list[str]
) -> None:
    """Six sheets without a mouse; the page names the question that comes next."""
    asked = [i for i in items if "frontline" in roles(questionnaire, i)]
    codes = short_codes(questionnaire)
    assert team.locator(NEXT).inner_text().startswith(f"Next: {codes[asked[0]]} ")
    for _ in range(6):
        team.keyboard.type("3" * (len(asked) - 1))
        assert team.locator(NEXT).inner_text().startswith(f"Next: {codes[asked[-1]]} ")
        team.keyboard.type("?")
        assert team.locator(NEXT).inner_text().startswith("All questions")
        team.keyboard.press("Enter")
    assert team.locator("[data-sheets]").get_attribute("data-sheets") == "6"
    team.reload()
    team.locator("[data-entry=sheets] > summary").press("Enter")
    assert team.locator("[data-sheets]").get_attribute("data-sheets") == "6"
    team.get_by_role("button", name="Add these rows to the team").press("Enter")
    assert counted(team) == [6, 0]
    team.get_by_role("button", name="Keep all of them").press("Enter")
    report = show(team)
    assert report.get_attribute("data-respondents") == "6"
    theme = report.locator("[data-theme]").first
    assert [theme.get_attribute(f"data-{end}") for end in ("low", "high")] == ["50", "100"]
    assert team.locator("[data-sheets]").count() == 0


def roles(questionnaire: Questionnaire, item: str) -> set[str]:
    """Return who is asked an item."""
    found = next(one for one in questionnaire.items if one.id == item)
    return set(found.roles) or {role.id for role in questionnaire.roles}


def test_a_wrong_key_is_named_and_a_row_can_be_changed(team: Page) -> None:
    """Nothing is guessed: the row stays until the key is right."""
    team.keyboard.type("39")
    assert "is no answer to P2" in team.locator(NEXT).inner_text()
    team.keyboard.press("Enter")
    assert team.locator("[data-sheets]").count() == 0
    team.keyboard.press("Backspace")
    team.keyboard.type("4")
    team.keyboard.press("Enter")
    team.get_by_role("button", name="Change row 1").press("Enter")
    assert team.locator("#sheet-keys").input_value() == "34"
    assert team.locator("#sheet-keys").evaluate("field => field === document.activeElement")
    team.keyboard.press("Enter")
    team.get_by_role("button", name="Remove row 1").press("Enter")
    assert team.locator("[data-sheets]").count() == 0


def test_dots_keep_the_counts_of_every_question(team: Page, questionnaire: Questionnaire) -> None:
    """Twelve dots on most questions, eleven on one: the report shows just these counts."""
    first = questionnaire.asked[0].themes[0].items[0].id
    fill_dots(team, {first: [0, 4, 4, 3, 0, 0]}, [0, 4, 4, 4, 0, 0])
    assert counted(team) == [12, 0]
    item = show(team).locator(f'[data-item="{first}"]')
    assert item.locator("[data-figure=count]").all_text_contents() == ["0", "4", "4", "3", "0"]


def test_dots_of_a_question_that_has_far_more_do_not_empty_every_sheet(
    team: Page, questionnaire: Questionnaire
) -> None:
    """Twenty-four on one, twelve on each of 29: they fill fifteen sheets to 24 answers and more.

    15 + 29 * 12 is at least 15 * 24; for sixteen, 16 + 348 is less than 384. The fifteen of the one
    question are drawn from both its levels.
    """
    first = questionnaire.asked[0].themes[0].items[0].id
    fill_dots(team, {first: [0, 12, 12, 0, 0, 0]}, [0, 4, 4, 4, 0, 0])
    assert "9 have too few answers" in said(team)
    assert counted(team) == [15, 9]
    item = show(team).locator(f'[data-item="{first}"]')
    assert item.locator("[data-figure=count]").all_text_contents() == ["0", "8", "7", "0", "0"]


def fill_dots(team: Page, special: dict[str, list[int]], others: list[int]) -> None:
    """Count dots into the table, six fields a question, and add them."""
    fields = team.locator("[data-dots]")
    names = fields.evaluate_all("fields => fields.map(({ dataset }) => dataset.dots)")
    counts = [str(special.get(name, others)[at % 6]) for at, name in enumerate(names)]
    fields.evaluate_all(TYPE, counts)
    team.get_by_role("button", name="Add these dots").press("Enter")


TYPE = """(fields, texts) => fields.forEach((field, at) => {
  field.value = texts[at];
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def test_dots_stay_with_their_role_until_they_are_added(team: Page) -> None:
    """Another role has its own fields; a reload loses nothing; what is added is gone."""
    team.locator("[data-dots]").nth(2).fill("7")
    team.locator("#dots-role").select_option("leader")
    assert team.locator("[data-dots]").nth(2).input_value() == ""
    team.locator("[data-dots]").nth(2).fill("4")
    team.reload()
    team.locator("[data-entry=dots] > summary").press("Enter")
    assert team.locator("[data-dots]").nth(2).input_value() == "7"
    team.get_by_role("button", name="Add these dots").press("Enter")
    assert team.locator("[data-dots]").nth(2).input_value() == ""
    team.locator("#dots-role").select_option("leader")
    assert team.locator("[data-dots]").nth(2).input_value() == "4"


def test_a_role_is_chosen_with_a_key(team: Page, questionnaire: Questionnaire) -> None:
    """Leaders are asked more; the row keeps its role, and so does the next one."""
    team.keyboard.press("Shift+Tab")
    team.keyboard.press("l")
    team.keyboard.press("Tab")
    count = len(questionnaire.items)
    team.keyboard.type("1" * count)
    assert team.locator(NEXT).inner_text().startswith("All questions")
    team.keyboard.type("1")
    assert team.locator(NEXT).inner_text().startswith("There are more keys")
    team.keyboard.press("Backspace")
    team.keyboard.press("Enter")
    row = team.locator("[data-sheets] tbody tr")
    assert row.locator("td").first.inner_text() == questionnaire.roles[0].label
    assert team.locator("#sheet-role").input_value() == questionnaire.roles[0].id


def test_nothing_typed_is_lost(team: Page) -> None:
    """A row goes back to its place; one under way is not overwritten, and survives a reload."""
    for keys in ("111", "222", "333"):
        team.keyboard.type(keys)
        team.keyboard.press("Enter")
    team.get_by_role("button", name="Change row 2").press("Enter")
    team.keyboard.type("5")
    team.get_by_role("button", name="Change row 1").press("Enter")
    assert "End the row under way first" in said(team)
    assert team.locator("#sheet-keys").input_value() == "2225"
    team.get_by_role("button", name="Add these rows").press("Enter")
    assert "End the row under way first" in said(team)
    team.reload()
    team.locator("[data-entry=sheets] > summary").press("Enter")
    team.locator("#sheet-keys").press("Enter")
    assert rows(team) == ["111", "2225", "333"]
    team.get_by_role("button", name="Change row 3").press("Enter")
    team.keyboard.type("4")
    team.get_by_role("button", name="Remove row 1").press("Enter")
    team.locator("#sheet-keys").press("Escape")
    assert rows(team) == ["2225", "333"]
    team.keyboard.type("9")
    team.keyboard.press("Escape")
    assert team.locator("#sheet-keys").get_attribute("aria-invalid") is None


def said(team: Page) -> str:
    """Return what the page said last."""
    return team.locator("[data-said]").inner_text()


def rows(team: Page) -> list[str]:
    """Return the keys of each row."""
    return team.locator("[data-sheets] td.rd-keys").all_inner_texts()


def test_a_sheet_with_too_few_answers_is_added_and_named(team: Page) -> None:
    """It is left out of the report like any other answers of too few questions."""
    team.keyboard.type("3 ?0-3")
    assert "is no answer to" in team.locator(NEXT).inner_text()
    for _ in range(2):
        team.keyboard.press("Backspace")
    team.keyboard.type("3")
    team.keyboard.press("Enter")
    team.get_by_role("button", name="Add these rows").press("Enter")
    assert "1 has too few answers" in said(team)
    assert counted(team) == [0, 1]


def test_dots_that_are_no_number_are_refused(team: Page) -> None:
    """The field is marked and named; nothing is added."""
    field = team.locator("[data-dots]").nth(3)
    field.fill("two")
    team.get_by_role("button", name="Add these dots").press("Enter")
    assert "whole number" in said(team)
    assert field.get_attribute("aria-invalid") == "true"
    assert team.locator("[data-team]").count() == 0


def test_the_paper_holds_every_question_under_its_code(
    page: Page, site_url: str, questionnaire: Questionnaire, items: list[str]
) -> None:
    """In the order of the keys, with a circle for each answer that is offered."""
    page.goto(f"{site_url}paper/")
    printed = page.locator("[data-short]").evaluate_all("all => all.map((e) => e.dataset.short)")
    codes = short_codes(questionnaire)
    assert printed == [codes[item] for item in items]
    for item, block in zip(items, page.locator("[data-short]").all(), strict=True):
        one = next(each for each in questionnaire.items if each.id == item)
        expected = ["1", "2", "3", "4", "5", "?"] + ["\u2013"] * one.allow_na
        assert block.locator(".rd-circle").all_inner_texts() == expected


def small(*titles: str) -> Questionnaire:
    """Return a questionnaire with a question in each dimension."""
    scale = Scale(
        id="s",
        levels=(Level(label="no", points=Fraction(0)), Level(label="yes", points=Fraction(100))),
    )
    dimensions = tuple(
        Dimension(
            id=f"d{number}",
            title=title,
            themes=(
                Theme(
                    id=f"t{number}",
                    title="T",
                    items=(
                        Item(id=f"i{number}", question="Q?", levels=("no", "yes"), scale=scale),
                    ),
                ),
            ),
        )
        for number, title in enumerate(titles)
    )
    order = tuple(one.id for one in dimensions)
    return Questionnaire(id="q", edition="1", title="Q", dimensions=dimensions, ask_order=order)


def test_codes_are_told_apart_in_any_script() -> None:
    """The first free letter of the title, then of the alphabet; never the same code twice."""
    loaded = load(ROOT / "assessment").questionnaire
    assert loaded is not None
    assert short_codes(loaded)["lean-motive"] == "L1"
    codes = short_codes(small("Люди", "Лидеры", "Leaders", "Lean", "客戶", "42", "LE", "le"))
    assert list(codes.values()) == ["Л1", "И1", "L1", "E1", "客1", "A1", "B1", "C1"]
    many = short_codes(small(*["A"] * 40))
    assert len(set(many.values())) == 40
