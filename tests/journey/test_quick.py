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

    from journey.respondent import Answers

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


def change_fast(respondent: Respondent, items: list[str]) -> dict[str, Any]:
    """Change answers 200 times a second for five seconds; return the last ones, and the times."""
    changes: dict[str, Any] = respondent.page.evaluate(CHANGE_FAST, [items[:3], A_SECOND, SECONDS])
    return changes


def stored_after(respondent: Respondent, site: str, items: list[str]) -> tuple[Answers, Answers]:
    """Change fast; return the last values, and what is stored once the page says so."""
    last = change_fast(respondent, items)["last"]
    respondent.wait_until_saved()
    return last, stored_answers(beside(respondent.page, site))


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


def test_a_site_that_stores_only_the_first_is_found_out(
    page: Page, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary: a site that takes what was confirmed for what was said since."""
    site = copy(built_site, tmp_path / "site")
    old = "if (this.unconfirmed.get(key) === one) this.unconfirmed"
    with_module(site, "storage.js", old, "if (one) this.unconfirmed")
    with serve(site) as url:
        last, stored = stored_after(Respondent(page, f"{url}take/").open(), url, items)
        assert stored != last


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
