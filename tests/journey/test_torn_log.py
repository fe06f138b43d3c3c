"""A record that was cut off when the browser was killed costs no answer, at no later start.

Chromium keeps databases in LevelDB. A kill may leave the head of a record at the end of its log,
without the rest; this is planted here. The next start reads up to there and goes on behind it. The
start after that finds a torn place in the middle and throws the whole database away.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tools.serving import serve

from journey.killing import OwnBrowser
from journey.respondent import Respondent
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Playwright

    from journey.respondent import Answers

# Checksum, length and kind of a whole record, as LevelDB writes them before its content.
CUT_OFF = struct.pack("<IHB", 0x12345678, 300, 1)
LIVES: list[Answers] = [
    {"team-goals": 2, "bad-news": 3},
    {"team-goals": 4, "who-is-customer": "dk"},
    {"lean-motive": 5},
]
TRIES = 4


def log_of(profile: Path) -> Path:
    """Return the log that Chromium writes the databases of the site to."""
    logs = list(profile.glob("Default/IndexedDB/*.indexeddb.leveldb/*.log"))
    assert logs, "this Chromium keeps databases in another way; is there still a log to tear?"
    return max(logs, key=lambda log: log.name)


def left_after(playwright: Playwright, profile: Path, take: str) -> Answers:
    """Answer in three lives, each ended by a kill that tears the log; return what is left."""
    for answers in LIVES:
        with OwnBrowser(playwright, profile) as browser:
            Respondent(browser.page, take).open().wait_until_saved().fill(None, answers)
            browser.kill()
            browser.wait_until_dead()
        with log_of(profile).open("ab") as log:
            log.write(CUT_OFF)
    with OwnBrowser(playwright, profile) as browser:
        return Respondent(browser.page, take).open().wait_until_saved().answers


def test_a_torn_log_costs_no_answer(playwright: Playwright, tmp_path: Path, take_url: str) -> None:
    """Torn three times, each time behind answers that were called saved."""
    everything = {item: value for answers in LIVES for item, value in answers.items()}
    assert left_after(playwright, tmp_path / "profile", take_url) == everything


def test_a_site_that_goes_on_in_the_old_log_is_found_out(
    playwright: Playwright, built_site: Path, tmp_path: Path
) -> None:
    """Canary: a site that leaves the log as it is loses answers, in one of a few tries.

    Where the browser happens to begin a new log by itself, a try loses nothing.
    """
    site = with_module(
        copy(built_site, tmp_path / "site"),
        "storage/database.js",
        "  const passing = `${name} passing`;\n",
        "  const passing = `${name} passing`;\n  if (passing) return Promise.resolve();\n",
    )
    with serve(site) as url:
        tries = (
            left_after(playwright, tmp_path / f"profile {number}", f"{url}take/")
            for number in range(TRIES)
        )
        assert any(left.get("team-goals") != LIVES[1]["team-goals"] for left in tries)
