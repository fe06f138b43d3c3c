"""A backup of edition 2026.1 on the page of today: it has its receipt, and nothing is lost."""

from __future__ import annotations

import json

import pytest
from content.test_editions import CARRIED, CHANGED, FOLDER
from playwright.sync_api import Page, expect

from journey.exchanger import Exchanger, fields_of
from journey.test_receipt import FATES

COUNTS = {
    "leader": "15 carried over, 19 to look at again",
    "frontline": "14 carried over, 15 to look at again",
}


@pytest.mark.parametrize("person", COUNTS)
def test_a_backup_of_the_edition_before_has_its_receipt(
    person: str, page: Page, site_url: str
) -> None:
    """Every answer by its fate, with both wordings; the backup made here holds all of them."""
    file = (FOLDER / f"{person}_backup.json").read_bytes()
    saved = json.loads(file)
    exchanger = Exchanger(page, f"{site_url}answers/").open()
    exchanger.bring_file(file)
    exchanger.press("Use these")
    expect(page.locator("[data-receipt]")).to_be_visible()
    fates = {id_: "changed" if id_ in CHANGED else "carried" for id_ in saved["answers"]}
    assert page.evaluate(FATES) == fates
    assert COUNTS[person] in page.locator("[data-receipt]").inner_text()
    old = saved["wording"]["who-needs-my-work"]
    row = page.locator("[data-receipt] [data-answer=who-needs-my-work]")
    expect(row).to_contain_text(old["question"])
    expect(row).to_contain_text(old["level"])
    made = fields_of(exchanger.backup())
    assert set(made["answers"]) == set(saved["answers"]) & set(CARRIED)
    kept = {id_: one["answer"] for id_, one in made["old"].items()}
    assert {**made["answers"], **kept} == saved["answers"]
    assert made["notes"] == saved["notes"]
    assert made["rounds"] == saved["rounds"]
