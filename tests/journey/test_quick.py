"""Faster than anybody clicks: the last value is what is stored, and the page keeps up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.respondent import Respondent
from journey.stored import beside, stored_answers
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


A_SECOND, SECONDS = 200, 5

# The n-th change is due after n times five milliseconds, however late the timers are.
CHANGE_FAST = """([items, rate, seconds]) => new Promise((done) => {
  const last = {};
  const waits = [];
  const start = performance.now();
  let made = 0;
  const go = () => {
    const due = Math.min(rate * seconds, ((performance.now() - start) / 1000) * rate);
    for (; made < due; made += 1) {
      const [item, value] = [items[made % 3], 1 + ((made * 7) % 5)];
      const before = performance.now();
      document.querySelector(`[data-item="${item}"] input[value="${value}"]`).click();
      waits.push(performance.now() - before);
      last[item] = value;
    }
    if (made < rate * seconds) return setTimeout(go, 1);
    const took = performance.now() - start;
    waits.sort((one, other) => one - other);
    done({ last, made, took, most: waits[Math.floor(waits.length * 0.95)] });
  };
  go();
})"""

# A task of its own, but a short one: the database has the first and has not confirmed it.
CHANGE_OF_MIND = """async (item) => {
  const say = (value) =>
    document.querySelector(`[data-item="${item}"] input[value="${value}"]`).click();
  const { port1, port2 } = new MessageChannel();
  const next = new Promise((resolve) => { port1.onmessage = resolve; });
  say(1);
  port2.postMessage(null);
  await next;
  say(5);
}"""


def change_fast(respondent: Respondent, items: list[str]) -> dict[str, Any]:
    """Change answers 200 times a second for five seconds; return the last ones, and the times."""
    changes: dict[str, Any] = respondent.page.evaluate(CHANGE_FAST, [items[:3], A_SECOND, SECONDS])
    return changes


def stored_after_a_change_of_mind(page: Page, site: str, item: str) -> object:
    """Say 1, and 5 while the browser is still storing that; return what is stored in the end."""
    respondent = Respondent(page, f"{site}take/").open()
    page.evaluate(CHANGE_OF_MIND, item)
    respondent.wait_until_saved()
    return stored_answers(beside(page, site))[item]


def test_the_last_of_many_changes_is_stored(
    respondent: Respondent, site_url: str, items: list[str]
) -> None:
    """1,000 changes of three answers; 19 of 20 are taken within a frame."""
    changes = change_fast(respondent, items)
    assert changes["made"] == A_SECOND * SECONDS
    assert changes["took"] < (SECONDS + 1) * 1000
    assert changes["most"] < 16
    respondent.wait_until_saved()
    assert respondent.answers == changes["last"]
    assert respondent.reload().answers == changes["last"]
    assert stored_answers(beside(respondent.page, site_url)) == changes["last"]


def test_what_is_said_while_the_answer_before_is_stored_is_stored_too(
    page: Page, site_url: str, items: list[str]
) -> None:
    """The browser confirms the first; the second is not confirmed with it."""
    assert stored_after_a_change_of_mind(page, site_url, items[0]) == 5


def test_a_site_that_takes_one_confirmation_for_both_is_found_out(
    page: Page, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary: a site that takes what was confirmed for what was said since."""
    site = copy(built_site, tmp_path / "site")
    old = "if (this.unconfirmed.get(key) === one) this.unconfirmed"
    with_module(site, "storage.js", old, "if (one) this.unconfirmed")
    with serve(site) as url:
        assert stored_after_a_change_of_mind(page, url, items[0]) == 1


@pytest.mark.parametrize("key", ["ArrowDown", "ArrowUp"])
def test_a_held_arrow_key_ends_where_it_stops(respondent: Respondent, key: str) -> None:
    """Over the levels of one question, as fast as a keyboard repeats."""
    respondent.next()
    item = respondent.items[0]
    respondent.answer(item, 3)
    for _ in range(43):
        respondent.page.keyboard.down(key)
    respondent.page.keyboard.up(key)
    shown = respondent.answers
    assert list(shown) == [item]
    assert respondent.wait_until_saved().reload().answers == shown
