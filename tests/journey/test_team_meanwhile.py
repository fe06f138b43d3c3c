"""What a facilitator does while the page is still reading is done, and loses nothing.

The page rests often and long here, so that there is a while in which to do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.serving import serve

from journey.facilitator import add, codes, hush, show
from journey.groups import mixed
from journey.stores import traces
from journey.test_team_collecting import counts, said
from journey.variants import copy, with_modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

SLOW = [
    ("team/pace.js", "const LONGEST_STRETCH = 40;", "const LONGEST_STRETCH = 0;"),
    ("team/pace.js", "setTimeout(resolve, 0);", "setTimeout(resolve, 100);"),
]
# Adds what is in the field, waits for its first rest, and does something else.
MEANWHILE = """async () => {
  document.querySelector("[data-action=add-text]").click();
  await new Promise((resolve) => setTimeout(resolve, 150));
  const isReading = !document.querySelector(".rd-work").hidden;
  ACT
  return isReading;
}"""
PRESS = "document.querySelector('[data-action={}]').click();"
TYPE = "const field = document.querySelector('{}'); field.value = '{}';"
TYPE += "for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind));"
FIRST, OTHERS = 8, 300
WHILE = 3_000  # ms
LITTLE_ROOM = """
const keep = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (value.length > 30000) throw new DOMException("full", "QuotaExceededError");
  keep.call(this, key, value);
};
"""


@pytest.fixture(scope="module")
def slow_url(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site whose team page rests after every piece."""
    folder = tmp_path_factory.mktemp("slow")
    with serve(with_modules(copy(built_site, folder / "site"), SLOW)) as url:
        yield url


@pytest.fixture
def slow(page: Page, slow_url: str, questionnaire: Questionnaire) -> Page:
    """Return that page with eight people on it, unfolded."""
    page.goto(f"{slow_url}team/")
    add(page, codes(questionnaire, mixed(questionnaire, {"leader": FIRST})))
    page.locator("[data-people] > summary").click()
    page.locator("[data-person]").first.wait_for()
    hush(page)
    return page


def meanwhile(page: Page, form: Questionnaire, act: str) -> str:
    """Add many more and do something before that is done; return their text."""
    text = codes(form, mixed(form, {"frontline": OTHERS}), FIRST)
    page.locator("#team-text").fill(text)
    assert page.evaluate(MEANWHILE.replace("ACT", act)), "it was done before"
    page.locator(".rd-work").wait_for(state="hidden")
    return text


def test_what_is_brought_meanwhile_waits_for_its_turn(
    slow: Page, questionnaire: Questionnaire
) -> None:
    """Another text pasted, and pressed twice, while the first one is read: both are added once."""
    other = codes(questionnaire, mixed(questionnaire, {"leader": 3}), 500).replace("\n", " ")
    act = TYPE.format("#team-text", other) + 2 * PRESS.format("add-text")
    meanwhile(slow, questionnaire, act)
    assert counts(slow) == [FIRST + OTHERS + 3, 0, 0, 0]
    assert slow.locator("#team-text").input_value() == ""
    names = "Pasted text 3, code 1 (line 1)"
    slow.get_by_label("Find by name").fill(names)
    assert slow.locator(f"[data-person='{names}']").count() == 1


def test_a_button_pressed_twice_adds_once(slow: Page, questionnaire: Questionnaire) -> None:
    """Nothing is named as the same answers again."""
    meanwhile(slow, questionnaire, PRESS.format("add-text"))
    assert counts(slow) == [FIRST + OTHERS, 0, 0, 0]


def typed(page: Page, form: Questionnaire) -> None:
    """Type the next text and the next team while the page is reading."""
    act = "{" + TYPE.format("#team-text", "next") + "} {" + TYPE.format("#team-name", "South") + "}"
    meanwhile(page, form, act)
    assert counts(page)[0] == FIRST + OTHERS
    assert page.locator("#team-text").input_value() == "next"
    assert page.get_by_label("Team", exact=True).input_value() == "South"


def test_what_is_typed_meanwhile_stays(slow: Page, questionnaire: Questionnaire) -> None:
    """The next text, and the name of the team for which it is meant."""
    typed(slow, questionnaire)


def cleared(page: Page, form: Questionnaire) -> None:
    """Clear the page while it is reading, and wait until it would have read all."""
    text = meanwhile(page, form, PRESS.format("clear-team") + PRESS.format("yes"))
    assert "is gone from this" in said(page)
    page.wait_for_timeout(WHILE)
    assert page.locator("[data-team]").count() == 0
    assert traces(page, [text.splitlines()[0], "Pasted text"]) == []


def test_a_page_that_is_cleared_meanwhile_stays_empty(
    slow: Page, questionnaire: Questionnaire
) -> None:
    """What was being read does not come afterwards, and no store holds a trace of it."""
    cleared(slow, questionnaire)
    slow.reload()
    slow.locator("#team-text").wait_for()
    slow.wait_for_timeout(WHILE)
    assert slow.locator("[data-team]").count() == 0


def test_whoever_is_removed_meanwhile_stays_away(slow: Page, questionnaire: Questionnaire) -> None:
    """The others come all the same."""
    gone = "Pasted text 1, code 1 (line 1)"
    meanwhile(slow, questionnaire, PRESS.format("remove-person"))
    assert counts(slow) == [FIRST - 1 + OTHERS, 0, 0, 0]
    slow.get_by_label("Find by name").fill(gone)
    assert slow.locator("[data-person]").count() == 0


def test_a_team_that_is_renamed_meanwhile_gets_what_was_for_it(
    slow: Page, questionnaire: Questionnaire
) -> None:
    """There is one team, under its new name."""
    meanwhile(slow, questionnaire, TYPE.format("#team-title", "Zinc works"))
    assert slow.locator("[data-team]").count() == 1
    assert slow.locator("[data-team='Zinc works']").count() == 1
    assert counts(slow)[0] == FIRST + OTHERS


def test_a_removed_team_takes_nothing_that_came_later_with_it(
    slow: Page, questionnaire: Questionnaire
) -> None:
    """It is removed while its next text is read: that makes a team of its own."""
    meanwhile(slow, questionnaire, PRESS.format("remove-team") + PRESS.format("yes"))
    assert counts(slow) == [OTHERS, 0, 0, 0]


def test_a_code_link_waits_for_what_the_tab_has_kept(
    slow: Page, slow_url: str, questionnaire: Questionnaire
) -> None:
    """It is added to the people who were there, and in one team with them."""
    own = codes(questionnaire, mixed(questionnaire, {"frontline": 1}), 300)
    slow.goto("about:blank")
    slow.goto(f"{slow_url}team/#code={own}")
    slow.locator("[data-said]", has_text="added to").wait_for()
    assert slow.locator("[data-team]").count() == 1
    assert counts(slow)[0] == FIRST + 1


def test_a_tab_without_room_keeps_what_was_shown(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """It says that the people must be added again; the next report is told beside the first."""
    page.add_init_script(LITTLE_ROOM)
    page.goto(f"{site_url}team/")
    text = codes(questionnaire, mixed(questionnaire, {"leader": 8, "frontline": 8}))
    more = codes(questionnaire, mixed(questionnaire, {"frontline": 400}), 16)
    add(page, text)
    assert "too much" not in said(page)
    assert traces(page, ["Pasted text"]) == ["Pasted text"]
    show(page, "leader,frontline")
    add(page, more)
    assert "too much for the tab to keep" in said(page)
    page.reload()
    page.locator("[data-group-verdict]").wait_for()
    assert traces(page, ["Pasted text"]) == []
    assert counts(page)[0] == 0
    locked = page.locator("[data-locked]").get_attribute("data-locked")
    assert locked == "leader,frontline"
    add(page, f"{text}\n{more}")
    assert counts(page)[0] == 416
    assert page.locator("[data-breakdown]").count() == 0
    assert show(page).get_attribute("data-respondents") == "416"


FAULTS = {
    "work that goes on": ("  clearing.push(() => work.stop());\n", "", cleared),
    "a field that is emptied": ("isDone && text.value === pasted", "isDone", typed),
    "a name that is put back": ("if (typed.teamName === teamName) typed", "typed", typed),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_loss_is_noticed(
    fault: str, page: Page, built_site: Path, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    """Canary: a page that loses what is done while it is reading."""
    old, new, scenario = FAULTS[fault]
    faulty = [*SLOW, ("views/team/collect.js", old, new)]
    with serve(with_modules(copy(built_site, tmp_path / "site"), faulty)) as url:
        page.goto(f"{url}team/")
        add(page, codes(questionnaire, mixed(questionnaire, {"leader": FIRST})))
        hush(page)
        with pytest.raises(AssertionError):
            scenario(page, questionnaire)
