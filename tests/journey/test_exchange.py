"""Answers are carried away and brought back through the page: the same, and nothing more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from engines.plain_code import SIGNS, sealed
from tools.serving import serve

from journey.exchanger import Exchanger, Offer, fields_of
from journey.respondent import Respondent
from journey.stored import PLACE, beside, databases
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from journey.respondent import Answers

# Odd enough to break most ways of writing it down: emoji with joiners, right to left and its
# marks, a combining accent, NUL, line ends of all kinds, markup, a key of prototypes.
NOTES = {
    "who-is-customer": "Não é 100 % “sure” \U0001f469\u200d\U0001f52c e\u0301 \u202eabc\u202c",
    "team-goals": "<img src=x onerror=alert(1)> {{ 7*7 }} \\u0041 \"quoted\" 'too' \\",
    "bad-news": "one\ntwo\u2028three\u2029four\tfive  __proto__ \ufeff מה נשמע",
}


def write_notes(respondent: Respondent) -> None:
    """Type each note, as the field takes it."""
    for item, note in NOTES.items():
        respondent.page.evaluate(
            """([item, note]) => {
              const field = document.getElementById(`note-${item}`);
              field.value = note;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [item, note],
        )
    respondent.wait_until_saved()


@pytest.fixture
def exchanger(respondent: Respondent, items: list[str], answers_url: str) -> Exchanger:
    """Return somebody with answers and notes on the page “Your answers”."""
    fill_all(respondent, items)
    return Exchanger(respondent.page, answers_url).open()


def fill_all(respondent: Respondent, items: list[str]) -> None:
    """Answer everything in one way or another."""
    answers = {item: 1 + place % 5 for place, item in enumerate(items[:-2])}
    respondent.fill("manager", {**answers, items[3]: "dk"})
    write_notes(respondent)


def erase(exchanger: Exchanger) -> None:
    """Erase everything."""
    exchanger.press("Erase my answers")
    exchanger.press("Erase them")
    exchanger.page.get_by_text("have been erased").wait_for()


def test_a_backup_brings_everything_back(exchanger: Exchanger, site_url: str) -> None:
    """Out, erased, in again, out: the same bytes, odd characters included."""
    first = exchanger.backup()
    assert set(fields_of(first)["notes"].values()) == set(NOTES.values())
    erase(exchanger)
    assert isinstance(exchanger.bring_file(first), Offer)
    exchanger.press("Use these")
    exchanger.page.get_by_text("Done: these are the answers").wait_for()
    assert exchanger.open().backup() == first
    kept = databases(beside(exchanger.page, site_url))[PLACE]["records"]
    notes = {one["key"][5:]: one["value"] for one in kept if one["key"].startswith("note:")}
    assert {item: note for item, note in notes.items() if note} == NOTES


def test_a_lost_note_is_noticed(
    context: BrowserContext, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary of the round trip: a page that brings back all but the notes."""
    broken = copy(built_site, tmp_path / "site")
    with_module(broken, "taking.js", "replaceAll(session, kept)", NO_NOTES)
    with serve(broken) as url:
        respondent = Respondent(context.new_page(), f"{url}take/").open()
        fill_all(respondent, items)
        exchanger = Exchanger(respondent.page, f"{url}answers/").open()
        first = exchanger.backup()
        erase(exchanger)
        exchanger.bring_file(first)
        exchanger.press("Use these")
        assert exchanger.open().backup() != first


NO_NOTES = "replaceAll(session, { ...kept, notes: new Map() })"


@pytest.mark.parametrize("way", ["file", "code", "link", "text"])
def test_a_contribution_brings_role_and_answers_back(
    exchanger: Exchanger, items: list[str], take_url: str, way: str
) -> None:
    """Whichever of the four ways it takes; no note comes along."""
    file = exchanger.contribution()
    code, link = (exchanger.page.locator(f"#shared-{name}").input_value() for name in WAYS)
    erase(exchanger)
    if way == "file":
        exchanger.bring_file(file)
    else:
        exchanger.paste({"code": code, "link": f"Look: {link}, see?", "text": file.decode()}[way])
    exchanger.press("Use these")
    exchanger.page.get_by_text("Done: these are the answers").wait_for()
    respondent = Respondent(exchanger.page, take_url).open()
    assert respondent.role == "manager"
    assert respondent.answers == fields_of(file)["answers"]
    assert set(respondent.answers) == set(items[:-2])
    assert exchanger.open().page.get_by_text("Make a code to share").is_visible()
    assert fields_of(exchanger.backup())["notes"] == {}


WAYS = ("code", "link")


def test_the_preview_lists_exactly_the_fields_of_the_file(exchanger: Exchanger) -> None:
    """For both files; the values stand there too (X16)."""
    for name, file in (("To share", exchanger.contribution()), ("For your", exchanger.backup())):
        listed = exchanger.way(name).locator("[data-fields]")
        names = [row.get_attribute("data-fields") or "" for row in listed.all()]
        parts = fields_of(file)
        assert sorted(" ".join(names).split()) == sorted(parts)
        text = exchanger.way(name).locator(".rd-contents").inner_text()
        for value in (parts["kind"], parts["respondent"], *parts["questionnaire"].values()):
            assert str(value) in text
        assert f"{len(parts['answers'])} answers" in text
        held = exchanger.way(name).locator("[data-held]")
        assert [one.get_attribute("data-held") for one in held.all()] == list(parts["answers"])


def test_a_contribution_holds_nothing_personal(exchanger: Exchanger) -> None:
    """An allow-list of keys; no note, time, path, address or browser anywhere in it."""
    parts = fields_of(exchanger.contribution())
    assert set(parts) == {
        *("format", "version", "kind", "questionnaire", "respondent", "role", "answers"),
    }
    assert set(parts["questionnaire"]) == {"id", "edition", "fingerprint"}
    text = json.dumps(parts)
    for secret in ("Mozilla", "Linux", "127.0.0.1", "note", "20:", "T0", 'Z"', *NOTES.values()):
        assert secret not in text


def test_a_field_that_is_not_shown_is_noticed(
    context: BrowserContext, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary of the two above: a page that hides a field, and one that adds the browser's name."""
    hidden = copy(built_site, tmp_path / "hidden")
    with_module(hidden, "views/answers/contents.js", "!HEAD.includes(key)", 'key !== "respondent"')
    added = copy(built_site, tmp_path / "added")
    agent = 'new Map([["agent", navigator.userAgent], ["answers", pairsOf(answers)]])'
    with_module(added, "engine/written_file.js", 'new Map([["answers", pairsOf(answers)]])', agent)
    for site, check in (
        (hidden, test_the_preview_lists_exactly_the_fields_of_the_file),
        (added, test_a_contribution_holds_nothing_personal),
    ):
        with serve(site) as url:
            respondent = Respondent(context.new_page(), f"{url}take/").open()
            fill_all(respondent, items)
            with pytest.raises(AssertionError):
                check(Exchanger(respondent.page, f"{url}answers/").open())


def test_one_id_for_files_and_codes_and_a_revision_for_each_change(
    exchanger: Exchanger, respondent: Respondent, answers_url: str, items: list[str]
) -> None:
    """The same answers give the same code; other answers the next revision, up to 31."""
    code, _ = exchanger.share()
    again, _ = exchanger.open().share()
    assert again == code
    who = fields_of(exchanger.contribution())["respondent"]
    assert fields_of(exchanger.backup())["respondent"] == who
    symbols = code.replace("-", "")
    assert (symbols[5:11], symbols[11]) == (who[:6], "0")
    for level, revision in enumerate("12", start=2):
        assert changed_code(respondent, answers_url, {items[0]: level})[5:12] == who[:6] + revision
    values = [SIGNS.index(sign) for sign in symbols][:-6]
    file = fields_of(Exchanger(respondent.page, answers_url).open().backup())
    late = {**file, "code": sealed([*values[:11], 30, *values[12:]]), "notes": {}}
    exchanger.open().bring_file(json.dumps(late).encode())
    exchanger.press("Use these instead of mine")
    exchanger.page.get_by_text("Done: these are").wait_for()
    for level in (4, 5, 1):
        assert changed_code(respondent, answers_url, {items[0]: level})[5:12] == f"{who[:6]}Z"


def changed_code(respondent: Respondent, answers_url: str, answers: Answers) -> str:
    """Answer otherwise and return the symbols of the new code."""
    respondent.open().fill(None, answers)
    return Exchanger(respondent.page, answers_url).open().share()[0].replace("-", "")


def test_nothing_is_written_by_looking(respondent: Respondent, answers_url: str) -> None:
    """Neither an id nor a code before a button is pressed; then both."""
    respondent.fill("leader", {"team-goals": 2})
    exchanger = Exchanger(respondent.page, answers_url).open()
    before = exchanger.digest()
    exchanger.open()
    exchanger.paste("nothing")
    assert exchanger.digest() == before
    exchanger.share()
    exchanger.page.locator('[data-saved="yes"]').wait_for()
    assert exchanger.digest() != before


def test_mine_can_be_put_back(exchanger: Exchanger) -> None:
    """Until the page is left: answers, notes, id and step as they were."""
    mine = exchanger.backup()
    theirs = json.loads(mine)
    theirs.update(answers={"team-goals": 5}, notes={"bad-news": "theirs"}, respondent="0" * 13)
    offer = exchanger.bring_file(json.dumps(theirs).encode())
    assert isinstance(offer, Offer)
    assert "answers of yours are not in it" in offer.text
    exchanger.press("Use these instead of mine")
    exchanger.page.get_by_text("You can put yours back").wait_for()
    used = fields_of(exchanger.backup())
    assert (used["answers"], used["notes"]) == ({"team-goals": 5}, {"bad-news": "theirs"})
    exchanger.press("Put mine back")
    exchanger.page.get_by_text("Yours are back").wait_for()
    assert exchanger.backup() == mine


def test_putting_back_ends_with_erasing(exchanger: Exchanger) -> None:
    """What was erased is in no memory of the page either."""
    exchanger.paste(json.dumps({**fields_of(exchanger.contribution()), "answers": {}}))
    exchanger.press("Use these instead of mine")
    assert exchanger.page.get_by_role("button", name="Put mine back").is_visible()
    erase(exchanger)
    assert not exchanger.page.get_by_role("button", name="Put mine back").is_visible()
    assert exchanger.page.locator("#shared-code").count() == 0


def test_mine_are_kept_on_request(exchanger: Exchanger) -> None:
    """“Keep mine” changes nothing and says so."""
    before = exchanger.digest()
    exchanger.paste(json.dumps(HAND_MADE))
    exchanger.press("Keep mine")
    exchanger.page.get_by_text("Yours are as they were").wait_for()
    assert exchanger.digest() == before


HAND_MADE = {
    "format": "readiness-responses",
    "version": 1,
    "questionnaire": {"id": "customer-focus-before-lean"},
    "answers": {"team-goals": 5, "bad-news": 1, "who-is-customer": "dk"},
}


def test_the_differences_are_named(respondent: Respondent, answers_url: str) -> None:
    """How many differ, are new and are missing, each with its question and both answers."""
    respondent.fill(
        "leader", {"team-goals": 2, "bad-news": 1, "lean-motive": 3, "lean-and-jobs": 4}
    )
    exchanger = Exchanger(respondent.page, answers_url).open()
    offer = exchanger.paste(json.dumps(HAND_MADE))
    assert isinstance(offer, Offer)
    assert "1 answer differs, 1 answer is new, 2 answers of yours are not in it" in offer.text
    named = exchanger.page.locator("[data-differs]")
    assert {one.get_attribute("data-differs") for one in named.all()} == {
        *("team-goals", "who-is-customer", "lean-motive", "lean-and-jobs"),
    }


def test_a_file_can_be_dropped(exchanger: Exchanger) -> None:
    """On the section, as well as chosen."""
    exchanger.page.evaluate(
        """(text) => {
          const files = new DataTransfer();
          files.items.add(new File([text], "x.json"));
          const how = { dataTransfer: files, bubbles: true, cancelable: true };
          const drop = new DragEvent("drop", how);
          document.querySelector("[data-section=bring]").dispatchEvent(drop);
        }""",
        json.dumps(HAND_MADE),
    )
    assert isinstance(exchanger.brought(), Offer)


def test_what_was_made_goes_when_the_answers_change(exchanger: Exchanger) -> None:
    """An old code must not stand beside new answers."""
    exchanger.share()
    exchanger.paste(json.dumps(HAND_MADE))
    exchanger.press("Use these instead of mine")
    exchanger.page.get_by_text("Your answers have changed since. Make it anew.").wait_for()
    assert exchanger.page.locator("#shared-code").count() == 0


@pytest.mark.parametrize("clipboard", ["granted", "refused", "missing"])
def test_a_code_is_copied_or_selected(
    exchanger: Exchanger, context: BrowserContext, clipboard: str
) -> None:
    """With the clipboard, without it by the old command, and else selected and said."""
    page = exchanger.page
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    if clipboard != "granted":
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    if clipboard == "missing":
        page.evaluate("document.execCommand = () => false")
    code, _ = exchanger.share()
    exchanger.press("Copy: Your code")
    said = "Select it and copy." if clipboard == "missing" else "Copied."
    page.get_by_text(said).wait_for()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == code


def test_where_downloads_are_denied_the_text_is_there(
    page: Page, site_url: str, items: list[str], answers_url: str
) -> None:
    """In a sandboxed frame nothing arrives; it is never called saved, and shown as text (X18)."""
    respondent = Respondent(page, f"{site_url}take/").open()
    respondent.fill("leader", dict.fromkeys(items, 4))
    page.goto(f"{site_url}assets/images/favicon.png")
    page.evaluate(
        """(address) => {
          const frame = document.createElement("iframe");
          frame.sandbox = "allow-scripts allow-same-origin";
          frame.src = address;
          document.body.append(frame);
          Object.assign(frame, { width: 900, height: 700 });
        }""",
        answers_url,
    )
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Make a backup").click()
    arrived: list[str] = []
    page.on("download", lambda file: arrived.append(file.url))
    frame.get_by_role("button", name="Save the file").click()
    frame.get_by_text("The file was handed to the browser").wait_for()
    page.wait_for_timeout(300)
    assert arrived == []
    assert frame.get_by_text("saved the file").count() == 0
    frame.get_by_role("button", name="Show as text").click()
    text = frame.locator("textarea[readonly]").last.input_value()
    assert fields_of(text.encode())["answers"] == dict.fromkeys(items, 4)
