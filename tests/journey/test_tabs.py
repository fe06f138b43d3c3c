"""The same form in several tabs: nothing is lost, the later answer wins, every tab shows it.

No clock is asked: those of the tabs are an hour apart. `READINESS_LONG=1` clicks 20,000 times.
"""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

import pytest
from tools.serving import serve

from journey.stored import beside, stored_answers
from journey.stubs import ENTRIES_REFUSED
from journey.tabs import DEAF, HOUR, OTHER_CLOCK, click_at_once, come_to_show, open_tabs
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from journey.respondent import Answers, Respondent
    from journey.tabs import Click
    from readiness.engine.responses import Answer

CLICKS = 20_000 if os.environ.get("READINESS_LONG") else 400
A_ROUND = 100
VALUES: list[Answer] = [1, 2, 3, 4, 5, "dk"]
CLOCKS = [OTHER_CLOCK % off for off in (-HOUR, HOUR, 0, 24 * HOUR)]


class Crowd:
    """Tabs that answer at the same time, and what each has been told is saved."""

    def __init__(self, context: BrowserContext, take: str, items: list[str], count: int) -> None:
        """Open the tabs; each has questions of its own."""
        self.tabs = open_tabs(context, take, count, CLOCKS)
        self.own = [items[number::count] for number in range(count)]
        self.draw = Random(count)  # noqa: S311  # the same clicks every time
        self.expected: Answers = {}
        self.clicks = 0

    def click(self, clicks: int) -> None:
        """Click so often in all, in all tabs at once."""
        lists = [self.some(own, clicks // len(self.tabs)) for own in self.own]
        click_at_once(self.tabs, lists)
        for one in lists:
            self.expected |= dict(one)
            self.clicks += len(one)

    def some(self, own: list[str], clicks: int) -> list[Click]:
        """Draw changes: no item twice the same value in a row, for that would be none."""
        last = dict(self.expected)
        drawn: list[Click] = []
        for _ in range(clicks):
            item = self.draw.choice(own)
            last[item] = self.draw.choice([value for value in VALUES if value != last.get(item)])
            drawn.append((item, last[item]))
        return drawn

    def lost(self, stored: Answers) -> list[str]:
        """Name everything that was called saved and is not stored so."""
        return [item for item, value in self.expected.items() if stored.get(item) != value]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_tabs_that_answer_at_once_lose_nothing(
    context: BrowserContext, take_url: str, site_url: str, items: list[str], count: int
) -> None:
    """Different questions: all are stored, every tab shows them, and so does a reloaded one."""
    crowd = Crowd(context, take_url, items, count)
    while crowd.clicks < CLICKS // 3:
        crowd.click(A_ROUND)
        assert [come_to_show(tab, crowd.expected) for tab in crowd.tabs] == [True] * count
    assert crowd.tabs[0].reload().answers == crowd.expected
    assert crowd.lost(stored_answers(beside(crowd.tabs[0].page, site_url))) == []
    assert crowd.clicks >= CLICKS // 3 - A_ROUND


@pytest.fixture
def whole_state(built_site: Path, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a site that saves all it knows each time."""
    old = "this.unconfirmed.set(key, { record, isOwn: true });"
    everything = "for (const one of this.records.values())"
    new = f"{everything} this.unconfirmed.set(one.key, {{ record: one, isOwn: true }});"
    site = with_module(copy(built_site, tmp_path / "site"), "storage.js", old, new)
    with serve(site) as url:
        yield url


def test_a_site_that_saves_the_whole_state_loses_answers(
    context: BrowserContext, whole_state: str, items: list[str]
) -> None:
    """Canary of the one above: the same clicks, and the same comparison."""
    crowd = Crowd(context, f"{whole_state}take/", items, 2)
    crowd.click(A_ROUND)
    assert crowd.lost(stored_answers(beside(crowd.tabs[0].page, whole_state))) != []


def test_of_two_tabs_the_later_answer_wins(
    context: BrowserContext, take_url: str, site_url: str
) -> None:
    """To and fro, clocks an hour apart: both tabs show it at once, and after a reload."""
    one, other = open_tabs(context, take_url, 2, CLOCKS)
    off = [tab.page.evaluate("Date.now()") for tab in (one, other)]
    assert off[1] - off[0] > 1.9 * HOUR
    one.fill("leader", {"bad-news": 1, "room-to-act": 2, "who-is-customer": 3})
    turns: list[tuple[Respondent, Answer]] = [(other, 5), (one, 2), (one, 3), (other, 1), (one, 4)]
    for tab, value in turns:
        tab.fill(None, {"team-goals": value})
        expected = {"bad-news": 1, "room-to-act": 2, "who-is-customer": 3, "team-goals": value}
        assert come_to_show(one, expected)
        assert come_to_show(other, expected)
        assert stored_answers(beside(context.new_page(), site_url)) == expected
    assert one.reload().answers == other.reload().answers == expected
    assert one.role == other.role == "leader"


def answered_last_by_a_deaf_tab(context: BrowserContext, take: str) -> Answers:
    """Answer often in one tab, then once in one that knows nothing of it; return what is kept."""
    scripts = [DEAF + ENTRIES_REFUSED] * 2
    one, other = open_tabs(context, take, 2, scripts)
    for value in (1, 2, 3, 4):
        one.fill(None, {"team-goals": value})
    assert other.answers == {}
    other.fill(None, {"team-goals": 5})
    assert one.answers == {"team-goals": 4}
    return one.reload().answers


def test_a_tab_that_hears_nothing_still_comes_after(context: BrowserContext, take_url: str) -> None:
    """The database itself settles the order: no message, no clock, no mirror is needed."""
    assert answered_last_by_a_deaf_tab(context, take_url) == {"team-goals": 5}


def test_a_site_that_trusts_its_own_counter_is_found_out(
    context: BrowserContext, built_site: Path, tmp_path: Path
) -> None:
    """Canary of the one above: the tab that has said more wins, whoever spoke last."""
    site = copy(built_site, tmp_path / "site")
    with_module(site, "storage/database.js", "if (isOwn) stands", "if (!isOwn) stands")
    with serve(site) as url:
        assert answered_last_by_a_deaf_tab(context, f"{url}take/") == {"team-goals": 4}


@pytest.mark.parametrize(
    "without",
    ["delete window.BroadcastChannel;", ENTRIES_REFUSED],
    ids=["without channels", "without a mirror"],
)
def test_either_way_of_hearing_is_enough(
    context: BrowserContext, take_url: str, without: str
) -> None:
    """STUBS: an old browser without channels; a mirror that is full."""
    one, other = open_tabs(context, take_url, 2, [without] * 2)
    one.fill("manager", {"team-goals": 2})
    assert come_to_show(other, {"team-goals": 2})
    other.fill(None, {"team-goals": 4, "bad-news": "dk"})
    assert come_to_show(one, {"team-goals": 4, "bad-news": "dk"})
    assert other.role == "manager"


def test_the_result_and_the_review_follow(
    context: BrowserContext, take_url: str, items: list[str]
) -> None:
    """Open in a tab of their own, they show what is answered in another."""
    one, other = open_tabs(context, take_url, 2)
    one.fill("leader", dict.fromkeys(items, 3))
    while other.next() != "review":
        pass
    assert "You have dealt with every question." in other.page.locator(".rd-form").inner_text()
    assert other.follow_to_result().index == "50"
    one.fill(None, dict.fromkeys(items, 4))
    other.page.locator('[data-index="75"]').wait_for()
    assert other.result().verdict == "ready"


def test_typing_is_not_disturbed(context: BrowserContext, take_url: str) -> None:
    """The caret stays where it is while another tab answers; a newer note of the other is shown."""
    one, other = open_tabs(context, take_url, 2)
    one.next()
    one.page.locator("[data-item=who-is-customer] summary").click()
    note = one.page.locator("#note-who-is-customer")
    note.press_sequentially("evidence")
    for _ in range(4):
        note.press("ArrowLeft")
    one.wait_until_saved()
    other.fill("leader", {"who-is-customer": 4, "team-goals": 2})
    assert come_to_show(one, {"who-is-customer": 4, "team-goals": 2})
    assert one.page.evaluate("document.activeElement.selectionStart") == 4
    note.press("x")
    assert note.input_value() == "evidxence"
    one.wait_until_saved()
    theirs = other.page.locator("#note-who-is-customer")
    theirs.evaluate("note => { note.value = 'theirs'; note.dispatchEvent(new Event('input')); }")
    other.wait_until_saved()
    one.page.wait_for_function("document.activeElement.value === 'theirs'")


def test_the_tabs_stay_where_they_are(context: BrowserContext, take_url: str) -> None:
    """One goes on; the other keeps its step and its place in the history."""
    one, other = open_tabs(context, take_url, 2)
    one.fill("leader", {"team-goals": 2})
    theirs = other.next()
    for _ in range(3):
        one.next()
    one.fill(None, {"team-goals": 3})
    assert come_to_show(other, {"team-goals": 3})
    assert other.step == theirs


def test_a_frozen_tab_wakes_up_to_what_is_stored(context: BrowserContext, take_url: str) -> None:
    """Put to sleep by the browser right after an answer; another tab answers meanwhile."""
    one, other = open_tabs(context, take_url, 2)
    one.fill("leader", {"team-goals": 2})
    session = context.new_cdp_session(one.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    other.fill(None, {"bad-news": 3})
    assert other.reload().answers == {"team-goals": 2, "bad-news": 3}
    session.send("Page.setWebLifecycleState", {"state": "active"})
    assert come_to_show(one, {"team-goals": 2, "bad-news": 3})
