"""Alone first, then agree: a meeting by keyboard, its picture, and the report with its result."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tools.serving import serve

from journey.facilitator import bring, codes, hush, report_of, show
from journey.groups import alike, asked, demo_groups, mixed
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from readiness.questionnaire import Questionnaire

HEADING = ".rd-meeting h2"
PICTURE = ".rd-meeting [data-picture]"
CHOSEN = "[name=meeting-level]:checked"
# Whether every part of the dialog can be seen without scrolling.
FITS = """() => {
  const dialog = document.querySelector("dialog[open]");
  return dialog.scrollHeight <= innerHeight && dialog.scrollWidth <= innerWidth;
}"""

# The counts of a picture: on striped fields, and on columns.
COUNTS = """picture => {
  const counts = [[], []];
  let striped = false;
  for (const one of picture.querySelectorAll(".rd-column, .rd-column-count")) {
    if (one.matches(".rd-column")) striped = one.matches(".rd-column-together");
    else counts[striped ? 0 : 1].push(one.textContent);
  }
  return counts;
}"""

# The counts that a striped field lies upon.
COVERED = """picture => {
  const all = kind => [...picture.querySelectorAll(kind)];
  const fields = all(".rd-column-together").map(one => one.getBoundingClientRect());
  const isCovered = ({ left, right, top, bottom }) => fields.some(field =>
    left < field.right && field.left < right && top < field.bottom && field.top < bottom);
  const counts = all(".rd-column-count").filter(one => isCovered(one.getBoundingClientRect()));
  return counts.map(one => one.textContent);
}"""


@pytest.fixture
def team(page: Page, site_url: str, questionnaire: Questionnaire) -> Page:
    """Return the team page with the report of a group that differs and whose answers are told."""
    bring(page, site_url, codes(questionnaire, demo_groups(questionnaire)["everybody told"]))
    return page


def start(page: Page) -> None:
    """Open the meeting by keyboard."""
    page.locator("[data-action=start-meeting]").focus()
    page.keyboard.press("Enter")
    page.locator(HEADING).wait_for()


def end(page: Page) -> None:
    """Close the meeting and wait until the report stands there again."""
    page.keyboard.press("Escape")
    page.locator(".rd-meeting").wait_for(state="detached")


def order(page: Page) -> list[str]:
    """Return the questions of the talk list, in order."""
    texts: list[str] = page.locator("[data-talk] h4").evaluate_all(
        "all => all.map(({ textContent }) => textContent.trim())"
    )
    assert len(texts) >= 5
    return texts


def chosen(page: Page) -> str | None:
    """Return the level that is chosen, 0 for not agreed."""
    radio = page.locator(CHOSEN)
    return radio.get_attribute("value") if radio.count() else None


def heading(page: Page) -> str:
    """Return the question that is shown."""
    return page.locator(HEADING).inner_text().strip()


def text_of(part: Locator) -> str:
    """Return the words of a part, folded or not."""
    return str(part.text_content())


def test_the_meeting_by_keyboard_alone(team: Page, questionnaire: Questionnaire) -> None:
    """Think, show, agree, give the reason, go on; what differs most comes first."""
    first = order(team)[:3]
    start(team)
    assert heading(team) == first[0]
    assert team.locator(HEADING).evaluate("heading => heading === document.activeElement")
    assert team.locator(PICTURE).count() == 0
    team.keyboard.press("s")
    assert team.locator(f"{PICTURE} svg.rd-columns").count() == 1
    assert team.locator(".rd-agreed-mark").count() == 0
    team.keyboard.press("4")
    team.get_by_text("Recorded: Level 4.").wait_for()
    assert team.locator(".rd-agreed-mark").count() == 1
    team.keyboard.press("Tab")
    team.keyboard.type("1 of 3 customers said so in May; s 2")
    team.get_by_role("button", name="Next question").focus()
    team.keyboard.press("Enter")
    assert heading(team) == first[1]
    team.keyboard.press("0")
    team.get_by_text("Recorded: Not agreed.").wait_for()
    team.get_by_role("button", name="Next question").focus()
    team.keyboard.press("ArrowRight")
    assert heading(team) == first[2]
    end(team)
    assert team.evaluate("document.activeElement.dataset.action") == "start-meeting"
    rows = team.locator("[data-agreed-item]")
    assert rows.count() == 2
    assert "1 of 3 customers said so in May; s 2" in text_of(rows.nth(0))
    assert "Not agreed" in text_of(rows.nth(1))
    assert f"Agreed on 1 of {len(questionnaire.items)} questions; 1 not agreed." in (
        text_of(team.locator("[data-agreed]"))
    )


def test_arrows_go_on_and_keep_what_is_chosen(team: Page) -> None:
    """A digit leaves the focus on its level; the arrows along the line must not change it."""
    start(team)
    first = heading(team)
    team.keyboard.press("2")
    assert team.evaluate("document.activeElement.type") == "radio"
    team.keyboard.press("ArrowRight")
    assert heading(team) != first
    assert chosen(team) is None
    team.keyboard.press("ArrowLeft")
    assert heading(team) == first
    assert chosen(team) == "2"
    team.locator(CHOSEN).focus()
    team.keyboard.press("ArrowDown")
    assert chosen(team) == "3"
    team.keyboard.press("ArrowUp")
    assert chosen(team) == "2"
    team.keyboard.press("ArrowLeft")
    assert heading(team) == first
    assert chosen(team) == "2"


def test_an_arrow_that_changes_the_level_is_noticed(
    page: Page, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """Canary: a page that leaves the arrows to the levels."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "views/team/meeting.js",
        'if (key === "ArrowRight" || key === "ArrowLeft") this',
        'if (target.type !== "radio" && key === "ArrowRight") this',
    )
    with serve(site) as url:
        bring(page, url, codes(questionnaire, demo_groups(questionnaire)["everybody told"]))
        start(page)
        page.keyboard.press("2")
        page.keyboard.press("ArrowRight")
        assert chosen(page) == "3"


def test_keys_can_be_switched_off(team: Page) -> None:
    """Then a stray key decides nothing (WCAG 2.1.4)."""
    start(team)
    team.locator("#meeting-keys").uncheck()
    team.locator(HEADING).focus()
    for key in ("4", "s", "ArrowRight"):
        team.keyboard.press(key)
    assert chosen(team) is None
    assert team.locator(PICTURE).count() == 0


def test_it_goes_on_after_a_reload(team: Page) -> None:
    """At the first question that is not decided, with what was said before."""
    first = order(team)[:2]
    start(team)
    team.keyboard.press("2")
    team.reload()
    report_of(team)
    assert team.locator("[data-agreed-item]").count() == 1
    start(team)
    assert heading(team) == first[1]
    team.get_by_role("button", name="Back").click()
    assert chosen(team) == "2"


def test_an_agreement_can_be_taken_back(team: Page) -> None:
    """In the meeting and in the report, each time with an undo."""
    start(team)
    team.keyboard.press("2")
    team.locator("#meeting-reason").fill("A reason")
    team.locator("[data-action=take-back]").click()
    assert chosen(team) is None
    assert "A reason" not in team.evaluate("JSON.stringify({ ...sessionStorage })")
    team.locator(".rd-meeting [data-action=undo]").click()
    assert chosen(team) == "2"
    end(team)
    team.locator("[data-fold=agreed] > summary").click()
    hush(team)
    team.get_by_role("button", name="Take it back").click()
    assert team.locator("[data-agreed-item]").count() == 0
    assert "A reason" not in team.evaluate("JSON.stringify({ ...sessionStorage })")
    team.locator("[data-action=undo]").click()
    assert team.locator("[data-agreed-item]").count() == 1


def agree(page: Page, form: Questionnaire, levels: dict[str, int], most: int) -> None:
    """Agree on a level for so many questions, in the order of the meeting."""
    start(page)
    for _ in range(most):
        question = heading(page)
        item = next(one.id for one in form.items if plain(one.question) == question)
        page.keyboard.press(str(levels.get(item, 3)))
        page.get_by_role("button", name="Next question").click()
    end(page)


def plain(text: str) -> str:
    """Return a question as it is read; the demo's questions hold no marks."""
    return text.replace("'", "\u2019")


def test_all_agreed_is_the_agreed_form(
    team: Page, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """All on level 3 gives 50; a file brings it back to the same people."""
    before = report_of(team).get_attribute("data-group-verdict")
    agree(team, questionnaire, {}, len(questionnaire.items))
    agreed = team.locator("[data-agreed]")
    assert agreed.get_attribute("data-agreed-index") == "50"
    assert agreed.get_attribute("data-agreed-verdict") == "conditions"
    assert "With what was agreed" in text_of(agreed)
    assert report_of(team).get_attribute("data-group-verdict") == before
    team.locator("[data-fold=agreed] > summary").click()
    with team.expect_download() as saved:
        team.get_by_role("button", name="Save what was agreed").click()
    file = tmp_path / "agreed.json"
    saved.value.save_as(file)
    assert len(json.loads(file.read_text("utf-8"))["decisions"]) == len(questionnaire.items)
    counted = team.locator("[data-team] td").first.inner_text()
    team.evaluate("sessionStorage.clear()")
    team.reload()
    team.locator("#team-text").fill(
        codes(questionnaire, demo_groups(questionnaire)["everybody told"])
    )
    team.get_by_role("button", name="Add what is in the text").click()
    team.locator("[data-said]", has_text="added to").wait_for()
    show(team)
    team.locator("#team-files").set_input_files(file)
    team.get_by_text("What a meeting had agreed was read.").wait_for()
    assert agreed.get_attribute("data-agreed-index") == "50"
    assert team.locator("[data-team] td").first.inner_text() == counted


def test_ten_agreed_questions_give_a_result(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """Everybody on 2 is 25 points; of the ten that are agreed on 4 each has 75, the rest stays.

    By hand: the weights and sums of the questionnaire, theme by theme, then dimension by dimension.
    """
    group = alike(questionnaire, {"leader": (12, 2)})
    bring(page, site_url, codes(questionnaire, group))
    assert "index" not in page.locator("[data-fold=agreed]").inner_text()
    agree(page, questionnaire, dict.fromkeys(asked(questionnaire, "leader"), 4), 10)
    rows = page.locator("[data-agreed-item]")
    assert rows.count() == 10
    items = set(rows.evaluate_all("all => all.map(({ dataset }) => dataset.agreedItem)"))
    agreed = page.locator("[data-agreed]")
    low, high = (by_hand(questionnaire, items, untold) for untold in (0, 25))
    shown = (agreed.get_attribute("data-agreed-index") or "").split()
    assert shown == [str(int(low)), str(int(high))]


def by_hand(form: Questionnaire, agreed: set[str], untold: int) -> float:
    """Return the index: 75 points where it is agreed, elsewhere what the half allows."""

    def mean(pairs: list[tuple[float, float]]) -> float:
        return sum(weight * value for weight, value in pairs) / sum(weight for weight, _ in pairs)

    return mean(
        [
            (
                float(dimension.weight),
                mean(
                    [
                        (
                            float(theme.weight),
                            mean(
                                [
                                    (float(item.weight), 75 if item.id in agreed else untold)
                                    for item in theme.items
                                ]
                            ),
                        )
                        for theme in dimension.themes
                    ]
                ),
            )
            for dimension in form.dimensions
        ]
    )


def test_the_picture_tells_what_the_report_tells(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """Columns by level, striped fields for halves; no count that the report does not hold."""
    text = codes(questionnaire, mixed(questionnaire, {"leader": 3, "manager": 4, "frontline": 7}))
    bring(page, site_url, text, breakdown="leader+manager,frontline")
    start(page)
    kinds = set()
    for _ in questionnaire.items:
        page.keyboard.press("s")
        picture = page.locator(PICTURE)
        kinds.add(picture.get_attribute("data-picture"))
        drawn = picture.locator(".rd-column").count()
        striped = picture.locator(".rd-column-together").count()
        assert picture.locator(".rd-column-count").count() == drawn
        assert (striped > 0) == (picture.get_attribute("data-picture") == "halves")
        assert picture.locator("[data-block]").count() in {1, 2}
        page.keyboard.press("ArrowRight")
    assert kinds == {"levels", "halves"}


def test_nine_leaders_are_a_striped_field_above_the_columns_of_eighty(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """One of ten leaders does not know: a small part, of which only the halves may be told.

    The eighty others stand level by level in the same picture.
    """
    group = mixed(questionnaire, {"leader": 10, "manager": 20, "frontline": 60}, unknown=0)
    group["leader"][0] = dict.fromkeys(asked(questionnaire, "leader"), "dk")
    bring(page, site_url, codes(questionnaire, group), breakdown="leader,manager,frontline")
    start(page)
    for _ in range(3):
        page.keyboard.press("s")
        picture = page.locator(PICTURE)
        assert picture.get_attribute("data-picture") == "halves"
        striped, others = (sum(map(int, people)) for people in picture.evaluate(COUNTS))
        assert striped == 9
        assert others in {20, 80}
        assert picture.locator(".rd-column:not(.rd-column-together)").count() >= 3
        assert picture.evaluate(COVERED) == []
        page.keyboard.press("ArrowRight")


def test_where_nothing_is_told_one_sentence_says_why(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """Nobody of the front line is asked what leaders alone are asked."""
    group = mixed(questionnaire, {"frontline": 8, "leader": 2}, unknown=0)
    bring(page, site_url, codes(questionnaire, group))
    start(page)
    reasons = set()
    for _ in questionnaire.items:
        page.keyboard.press("s")
        hidden = page.locator(".rd-meeting-answers [data-picture=none]")
        if hidden.count():
            assert hidden.locator("svg").count() == 0
            reasons.add(hidden.inner_text())
        page.keyboard.press("ArrowRight")
    assert reasons
    few = ("applies to too few people", "fewer than 5 people")
    assert [one for one in reasons if not any(words in one for words in few)] == []


@pytest.mark.parametrize("level", [None, "4"])
def test_a_projector_shows_it_without_scrolling(level: str | None, team: Page) -> None:
    """1920 by 1080, every question, shown and agreed, with and without a reason."""
    team.set_viewport_size({"width": 1920, "height": 1080})
    start(team)
    bad = []
    for number in range(34):
        team.keyboard.press("s")
        if level is not None:
            team.keyboard.press(level)
        if not team.evaluate(FITS):
            bad.append(number)
        assert team.locator(PICTURE).evaluate("picture => picture.clientWidth") > 700
        team.keyboard.press("ArrowRight")
    assert bad == []


def test_a_phone_shows_it_without_scrolling_sideways(team: Page) -> None:
    """360 wide: everything below each other."""
    team.set_viewport_size({"width": 360, "height": 740})
    start(team)
    for _ in range(34):
        team.keyboard.press("s")
        assert team.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
        team.keyboard.press("ArrowRight")


def test_a_meeting_that_shows_at_once_is_noticed(
    page: Page, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """Canary: a page that shows how people answered before anybody asks."""
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "views/team/meeting.js",
        "    this.isShown = false;\n    this.said.say",
        "    this.isShown = true;\n    this.said.say",
    )
    with serve(site) as url:
        bring(page, url, codes(questionnaire, demo_groups(questionnaire)["everybody told"]))
        start(page)
        assert page.locator(PICTURE).count() > 0
