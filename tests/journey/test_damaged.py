"""What is saved may be damaged or from a newer version: kept, handed out, said; then begun fresh.

Mutants go in from beside the page, as many at once as there are items to put them on.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tools.serving import serve

from journey.damaged import (
    INERT_VALUES,
    batches,
    record,
    unreadable_records,
    unreadable_texts,
)
from journey.respondent import Respondent
from journey.stored import (
    PLACE,
    beside,
    databases,
    entries,
    forget,
    plant,
    plant_entries,
    plant_newer,
    stored_answers,
)
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from journey.respondent import Answers

GOOD: Answers = {"lean-motive": 4, "lean-and-jobs": 2, "bad-news": 5, "journey-owner": 1}
NOTICE = "Some saved answers could not be read."

PLANT_ODD = """(name) => new Promise((resolve) => {
  const request = indexedDB.open(name);
  request.onsuccess = () => {
    const transaction = request.result.transaction("records", "readwrite");
    const store = transaction.objectStore("records");
    const circle = { key: "circle" };
    circle.self = circle;
    store.put({ key: "odd", big: 10n ** 30n, map: new Map([["a", 1]]), none: undefined, not: NaN });
    store.put(circle);
    store.put({ key: new Date(0), value: new Uint8Array([1, 2, 3]), file: new Blob(["x"]) });
    transaction.oncomplete = () => { request.result.close(); resolve(); };
  };
})"""


@pytest.fixture(scope="module")
def bad_items(items: list[str]) -> list[str]:
    """Return the items that damaged values are put on; the good ones are on the others."""
    return [item for item in items if item not in GOOD]


def good_records() -> list[dict[str, Any]]:
    """Return records that must survive."""
    return [record(item, value=value) for item, value in GOOD.items()]


def begin(respondent: Respondent, site: str) -> Page:
    """Begin with good records only."""
    page = beside(respondent.page, site)
    forget(page, site)
    plant(page, good_records())
    return page


def handed_out(page: Page) -> list[Any]:
    """Return what the page lets a person download."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download what was kept").click()
    content: list[Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return content


def faults(respondent: Respondent, kept: list[Any]) -> list[str]:
    """Open the form over what was planted and name everything that is not as it must be."""
    page = respondent.page
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    respondent.open()
    found = []
    if respondent.answers != GOOD:
        found.append(f"answers {respondent.answers}")
    if not page.get_by_text(NOTICE).is_visible():
        return [*found, "no notice"]
    out = handed_out(page)
    found += [f"not handed out: {str(value)[:200]}" for value in kept if value not in out]
    if page.evaluate("Object.keys(Object.prototype).length || 'version' in {}"):
        found.append("the prototype has changed")
    if len(loads) != 1 or respondent.step != "role":
        found.append(f"{len(loads)} loads, step {respondent.step}")
    return found


def test_damaged_records_are_set_aside(
    page: Page, take_url: str, site_url: str, bad_items: list[str]
) -> None:
    """In the database: every one of them is handed out, every good one survives."""
    parts = batches(unreadable_records(bad_items), len(bad_items))
    assert sum(map(len, parts)) >= 60
    for part in parts:
        respondent = Respondent(page, take_url)
        plant(begin(respondent, site_url), part)
        assert faults(respondent, part) == []


def test_damaged_entries_are_set_aside(
    page: Page, take_url: str, site_url: str, bad_items: list[str]
) -> None:
    """In localStorage: to the letter, whatever JSON would make of them."""
    parts = batches(unreadable_texts(bad_items), len(bad_items))
    assert sum(map(len, parts)) >= 140
    for part in parts:
        respondent = Respondent(page, take_url)
        plant_entries(begin(respondent, site_url), dict(part))
        assert faults(respondent, [{"key": key, "text": text} for key, text in part]) == []


def test_a_page_that_takes_any_version_is_found_out(
    page: Page, built_site: Path, tmp_path: Path, bad_items: list[str]
) -> None:
    """Canary of the two above: a client that does not look at the version."""
    site = copy(built_site, tmp_path / "site")
    with_module(site, "storage/records.js", "    version === VERSION &&\n", "")
    with serve(site) as url:
        respondent = Respondent(page, f"{url}take/")
        newer = [record(bad_items[0], version=2), record(bad_items[1], version=1, tab=1)]
        plant(begin(respondent, url), newer)
        assert faults(respondent, newer) != []


def test_what_json_cannot_hold_is_handed_out_as_near_as_it_goes(
    page: Page, take_url: str, site_url: str
) -> None:
    """Big numbers, maps, bytes, circles: structured clones may hold them all."""
    respondent = Respondent(page, take_url)
    begin(respondent, site_url).evaluate(PLANT_ODD, PLACE)
    assert faults(respondent, []) == []
    out = handed_out(page)
    odd = {"key": "odd", "big": str(10**30), "map": [["a", 1]], "not": "NaN"}
    assert odd in out
    assert "a value that cannot be written as text" in out
    assert len(out) == 3


def test_answers_that_no_item_offers_stay_without_effect(
    page: Page, take_url: str, site_url: str, bad_items: list[str]
) -> None:
    """A level beyond the scale, "does not apply" where it is not allowed: unanswered, and kept."""
    respondent = Respondent(page, take_url)
    places = [item for item in bad_items if item != "handovers-agreed"][: len(INERT_VALUES)]
    inert = [record(item, value=value) for item, value in zip(places, INERT_VALUES, strict=True)]
    plant(begin(respondent, site_url), inert)
    assert respondent.open().answers == GOOD
    assert respondent.go_to_result().gates["lean-motive"] == "passed"
    kept = stored_answers(beside(page, site_url))
    assert {item: kept[item] for item in places} == dict(zip(places, INERT_VALUES, strict=True))


def test_after_damage_the_page_works_and_forgets_it_when_told(
    respondent: Respondent, site_url: str
) -> None:
    """New answers are saved over damaged ones; thrown away, the damage is gone from both stores."""
    page = begin(respondent, site_url)
    plant(page, [record("team-goals", version=2)])
    plant_entries(page, {f"{PLACE} answer:room-to-act": "{"})
    respondent.open().fill("leader", {"team-goals": 2, "room-to-act": 3})
    respondent.reload()
    assert page.get_by_text(NOTICE).is_visible()
    page.get_by_role("button", name="Throw it away").click()
    page.get_by_text(NOTICE).wait_for(state="hidden")
    respondent.reload()
    assert not page.get_by_text(NOTICE).is_visible()
    assert respondent.answers == GOOD | {"team-goals": 2, "room-to-act": 3}
    assert databases(beside(page, site_url))[PLACE]["aside"] == []
    assert "{" not in entries(page).values()


def test_a_newer_database_is_said_and_kept(respondent: Respondent, site_url: str) -> None:
    """Version 99 with a store of its own: handed out, left as it is; the page saves beside it."""
    newer = [{"item": "team-goals", "level": 4}, "a line", {"key": "answer:bad-news", "value": 9}]
    page = beside(respondent.page, site_url)
    forget(page, site_url)
    plant_newer(page, newer, 99)
    respondent.open()
    assert page.get_by_text(NOTICE).is_visible()
    assert handed_out(page) == newer
    respondent.fill("leader", {"team-goals": 2}).reload()
    assert respondent.answers == {"team-goals": 2}
    assert page.get_by_text(NOTICE).is_visible()
    assert databases(beside(page, site_url))[PLACE] == {"answers": newer}


def test_a_newer_database_goes_when_told(respondent: Respondent, site_url: str) -> None:
    """Thrown away; what was saved beside it moves into its place."""
    page = beside(respondent.page, site_url)
    forget(page, site_url)
    plant_newer(page, ["of another version"], 99)
    respondent.open().fill("leader", {"team-goals": 2})
    page.get_by_role("button", name="Throw it away").click()
    page.get_by_text(NOTICE).wait_for(state="hidden")
    beside(page, site_url)
    assert list(databases(page)) == [PLACE]
    assert stored_answers(page) == {"team-goals": 2}
    forget(page, site_url, "local_storage")
    assert respondent.open().answers == {"team-goals": 2}
    assert not page.get_by_text(NOTICE).is_visible()


@pytest.mark.parametrize("stores", [[], [["answers", {}]]])
def test_a_database_of_another_shape_is_left_alone(
    respondent: Respondent, site_url: str, stores: list[Any]
) -> None:
    """The same version without our stores: the mirror keeps the answers, and the page says so."""
    page = beside(respondent.page, site_url)
    forget(page, site_url)
    page.evaluate(
        """([name, stores]) => new Promise((resolve) => {
          const request = indexedDB.open(name, 1);
          request.onupgradeneeded = () => {
            for (const [store, options] of stores) request.result.createObjectStore(store, options);
          };
          request.onsuccess = () => { request.result.close(); resolve(); };
        })""",
        [PLACE, stores],
    )
    respondent.open()
    page.evaluate("document.querySelector('[data-item=team-goals] input').click()")
    page.locator('[data-saved="no"]').wait_for()
    assert page.get_by_text("This browser keeps your answers only loosely").is_visible()
    assert respondent.reload().answers == {"team-goals": 1}
    assert page.locator('[data-saved="no"]').count() == 1


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "step-", "step-nowhere", "step-review%00"])
def test_a_damaged_address_opens_the_form(
    respondent: Respondent, take_url: str, fragment: str
) -> None:
    """Where the fragment names no step, the first one is shown and everything works."""
    respondent.page.goto("about:blank")
    respondent.page.goto(f"{take_url}#{fragment}")
    respondent.wait_until_ready()
    assert respondent.step == "role"
    respondent.fill(None, {"team-goals": 2})
