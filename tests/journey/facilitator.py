"""What a facilitator does and sees on the team page, through its own controls.

Answers come as codes in a pasted text; `report_reading` reads what comes out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.building import ROOT

from readiness.engine.response_code import Contribution, encode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Locator, Page

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

    Group = Mapping[str, Sequence[Mapping[str, Answer]]]

Json = dict[str, Any]

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def codes(questionnaire: Questionnaire, group: Group, first: int = 0) -> str:
    """Return a text with a code for each person; ids are counted from the first one."""
    people = [(role, answers) for role, rows in group.items() for answers in rows]
    return "\n".join(
        encode(questionnaire, Contribution(role=role, answers=dict(answers), respondent=_name(at)))
        for at, (role, answers) in enumerate(people, first)
    )


def _name(number: int) -> str:
    return f"{SYMBOLS[number // 32 % 32]}{SYMBOLS[number % 32]}".ljust(13, "7")


def scored(text: str, folder: Path, breakdown: str = "everyone") -> Json:
    """Return what the command prints of the same codes."""
    file = folder / "codes.txt"
    file.write_text(text, encoding="utf-8")
    program = Path(sys.executable).with_name("readiness")
    options = ["--assessment", str(ROOT / "assessment"), "--json", "--breakdown", breakdown]
    ended = subprocess.run(  # our own command on our own file
        [program, "score", "--group", file, *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    read: Json = json.loads(ended.stdout)
    return read


def bring(
    page: Page, url: str, text: str, team: str | None = None, breakdown: str = "everyone"
) -> Locator:
    """Open the team page, paste a text, show the report under a breakdown and return it."""
    page.goto(f"{url}team/")
    add(page, text, team)
    return show(page, breakdown)


def add(page: Page, text: str, team: str | None = None) -> None:
    """Paste a text for a team and wait until it is read."""
    if team is not None:
        page.get_by_label("Team", exact=True).fill(team)
    page.locator("#team-text").fill(text)
    hush(page)
    page.get_by_role("button", name="Add what is in the text").click()
    page.locator("[data-said]", has_text="added to").wait_for()


def hush(page: Page) -> None:
    """Empty what the page said last, so that the next sentence can be waited for."""
    page.locator("[data-said]").evaluate("said => { said.textContent = ''; }")


def show(page: Page, breakdown: str = "everyone") -> Locator:
    """Choose a breakdown, where one is still to be chosen, show the report and return it."""
    offered = page.locator(f"[data-breakdown='{breakdown}'] input")
    if page.locator("[data-breakdown]").count() > 0:
        offered.check()
    hush(page)
    page.locator("[data-action=show-report]").click()
    page.locator("[data-said]", has_text="is shown").wait_for()
    return report_of(page)


def report_of(page: Page) -> Locator:
    """Return the first report on the page."""
    report = page.locator("[data-group-verdict]").first
    report.wait_for()
    return report
