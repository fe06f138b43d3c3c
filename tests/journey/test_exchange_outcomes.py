"""Every outcome of bringing something back, by the page's own sentence.

A refusal changes nothing of what the browser keeps.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from engines.plain_code import SIGNS, sealed

from journey.exchanger import Exchanger, Offer, fields_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from journey.respondent import Respondent

ANSWERS = {"team-goals": 2, "bad-news": "dk", "who-is-customer": 4}
DEEP = "[" * 10_000 + "]" * 10_000
LARGEST = 1_000_000

# What stands in the file, the outcome, and words of the sentence that names it.
FILES: dict[str, tuple[dict[str, Any] | str | bytes, str, str]] = {
    "cut": ('{"format": "readiness-respon', "truncated", "This file ends too early"),
    "no JSON": ("Dear team,", "not_a_code", "There is no code in this text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture", "This is a picture."),
    "an archive": (b"PK\x03\x04\x14\0\0\0\x08\0", "archive", "This is a packed file."),
    "nothing": ("", "empty_file", "There is nothing in this file."),
    "too deep": (DEEP, "not_a_code", "There is no code in this text"),
    "a key twice": ('{"format": 1, "format": 1}', "not_a_code", "There is no code in this text"),
    "a key of ours twice": (
        '{"format": "readiness-responses", "version": 1, "version": 1}',
        "not-json",
        "These are saved answers, but damaged",
    ),
    "another format": ({"format": "other"}, "wrong-format", 'Its part “format” holds: "other".'),
    "a list": ("[]", "not_a_code", "There is no code in this text"),
    "no answers": ({"answers": None}, "wrong-format", "Its part “answers” holds: null."),
    "a later version": ({"version": 2}, "newer-version", "by a newer version of this page"),
    "another questionnaire": (
        {"questionnaire": {"id": "pizza"}},
        "other-questionnaire",
        'belongs to another questionnaire: "pizza"',
    ),
    "99": ({"answers": {"team-goals": 99}}, "bad-answer", "There stands: 99."),
    '"4"': ({"answers": {"team-goals": "4"}}, "bad-answer", 'There stands: "4".'),
    "null": ({"answers": {"team-goals": None}}, "bad-answer", "There stands: null."),
    "true": ({"answers": {"team-goals": True}}, "bad-answer", "There stands: true."),
    "markup": (
        {"answers": {"team-goals": "<img src=x onerror=alert(1)>"}},
        "bad-answer",
        'There stands: "<img src=x onerror=alert(1)>".',
    ),
    "na": ({"answers": {"needs-identified": "na"}}, "bad-answer", 'There stands: "na".'),
}
RAW = ("-0", "4.0", "1e400")


@pytest.fixture
def exchanger(respondent: Respondent, answers_url: str) -> Exchanger:
    """Return somebody with three answers and a note on the page."""
    respondent.fill("leader", {"team-goals": 2, "bad-news": "dk", "who-is-customer": 4})
    exchanger = Exchanger(respondent.page, answers_url).open()
    exchanger.share()
    exchanger.page.locator('[data-saved="yes"]').wait_for()
    return exchanger


def changed(exchanger: Exchanger, **parts: object) -> str:
    """Return a contribution of the page with some parts replaced."""
    return json.dumps({**fields_of(exchanger.contribution()), **parts})


def outcome(exchanger: Exchanger) -> str | None:
    """Return the name of the outcome, which is the same as in every reader."""
    return exchanger.page.locator("[data-section=bring] .rd-offer").get_attribute("data-outcome")


def test_a_refused_file_is_named_and_changes_nothing(exchanger: Exchanger) -> None:
    """Chosen as a file and, where it is text of a file, pasted; announced, tied to the field.

    One after the other, on a page that none of them changes.
    """
    fields = fields_of(exchanger.contribution())
    before, prototypes = exchanger.digest(), exchanger.prototypes()
    for case, (content, name, words) in FILES.items():
        text = json.dumps({**fields, **content}) if isinstance(content, dict) else content
        said = exchanger.bring_file(text if isinstance(text, bytes) else text.encode())
        assert_refused(exchanger, said, name, words, "#bring-file")
        if isinstance(text, str) and text[:1] == "{":
            said = exchanger.paste(text)
            assert_refused(exchanger, said, name, words, "#bring-text")
        assert (exchanger.digest(), exchanger.prototypes()) == (before, prototypes), case


def test_a_number_is_never_bent(exchanger: Exchanger) -> None:
    """`-0`, `4.0` and `1e400` are no levels, however JSON's own reader takes them."""
    text = changed(exchanger, answers={"team-goals": 77})
    before = exchanger.digest()
    for number in RAW:
        said = exchanger.bring_file(text.replace("77", number).encode())
        assert_refused(exchanger, said, "bad-answer", f"There stands: {number}.", "#bring-file")
        assert exchanger.digest() == before, number


def assert_refused(
    exchanger: Exchanger, said: Offer | str, name: str, words: str, field: str
) -> None:
    """Check name, sentence, promise, and that the field points to the sentence."""
    assert isinstance(said, str)
    assert outcome(exchanger) == name
    assert words in said
    assert said.endswith("Nothing was changed.")
    tied = exchanger.page.locator(f"{field}[aria-invalid=true]").get_attribute("aria-describedby")
    assert exchanger.page.locator(f"#{tied}[role=alert]").inner_text() == said


def test_a_bad_answer_names_its_question(exchanger: Exchanger) -> None:
    """In the author's words, not by its id."""
    said = exchanger.bring_file(changed(exchanger, answers={"team-goals": 99}).encode())
    question = exchanger.page.locator("template[data-texts]").evaluate(
        """holder => holder.content.querySelector('[data-of=team-goals] [data-part=question]')
          .textContent"""
    )
    assert isinstance(said, str)
    assert f"Question: “{question.strip()}” There stands: 99." in said


def test_a_file_that_is_too_big_is_not_read(exchanger: Exchanger, tmp_path: Path) -> None:
    """One byte too many, and 2 GB; the size alone decides, and the page answers at once (X9)."""
    exchanger.page.evaluate(
        "() => { Blob.prototype.arrayBuffer = () => { throw new Error('read'); }; }"
    )
    before = exchanger.digest()
    for size in (LARGEST + 1, 2 * 1024**3):
        with (tmp_path / "sparse.json").open("wb") as file:
            file.truncate(size)
        said = exchanger.bring_file(tmp_path / "sparse.json")
        assert_refused(exchanger, said, "too-big", "This is above 1 MB", "#bring-file")
    assert exchanger.digest() == before


def test_a_file_that_cannot_be_read_is_said(exchanger: Exchanger) -> None:
    """As when it was moved away meanwhile."""
    exchanger.page.evaluate(
        "() => { Blob.prototype.arrayBuffer = () => Promise.reject(new Error('gone')); }"
    )
    assert_refused(
        exchanger, exchanger.bring_file(b"{}"), "unreadable", "could not read", "#bring-file"
    )


def test_what_is_here_already_is_a_duplicate(exchanger: Exchanger) -> None:
    """As a file, as a code, as a backup: nothing to do."""
    before = exchanger.digest()
    files = exchanger.contribution(), exchanger.backup()
    code = exchanger.page.locator("#shared-code").input_value()
    for said in (*map(exchanger.bring_file, files), exchanger.paste(code)):
        assert isinstance(said, str)
        assert "There is nothing to do." in said
    assert outcome(exchanger) == "duplicate"
    assert exchanger.digest() == before


def test_a_file_of_another_edition_is_migrated(exchanger: Exchanger) -> None:
    """What fits is taken, what does not is counted by its fate."""
    file = fields_of(exchanger.backup())
    file["questionnaire"].update(edition="2025.1", fingerprint="000000000000")
    file["meanings"]["team-goals"] = "ffffffffffff"
    file["old"] = {"long-gone": {"answer": 3, "meaning": "aaaaaaaaaaaa"}}
    offer = exchanger.bring_file(json.dumps(file).encode())
    assert isinstance(offer, Offer)
    assert outcome(exchanger) == "migrated"
    assert "edition 2025.1" in offer.text
    assert "1 answer kept for a second look, because their question has changed" in offer.text
    assert "1 answer kept, but their question is asked no more" in offer.text
    exchanger.press("Use these instead of mine")
    exchanger.page.get_by_text("Done: these are").wait_for()
    again = fields_of(exchanger.backup())
    assert set(again["answers"]) == {"bad-news", "who-is-customer"}
    assert {item: one["answer"] for item, one in again["old"].items()} == {
        "team-goals": 2,
        "long-gone": 3,
    }
    exchanger.press("Make a code to share")
    assert exchanger.page.get_by_text("2 saved answers are left out").is_visible()


def test_keys_of_prototypes_are_unknown_questions(exchanger: Exchanger) -> None:
    """They are kept out of everything; what all objects inherit stays as it was (X6)."""
    prototypes = exchanger.prototypes()
    odd = {"__proto__": 5, "constructor": 1, "toString": 2, "team-goals": 3}
    offer = exchanger.bring_file(changed(exchanger, answers=odd).encode())
    assert isinstance(offer, Offer)
    exchanger.press("Use these instead of mine")
    exchanger.page.get_by_text("Done: these are").wait_for()
    assert fields_of(exchanger.backup())["answers"] == {"team-goals": 3}
    assert exchanger.prototypes() == prototypes


def test_an_empty_field_is_said(exchanger: Exchanger) -> None:
    """Nothing was pasted."""
    assert_refused(
        exchanger, exchanger.paste(" \n"), "empty", "nothing in the field", "#bring-text"
    )


def test_a_backup_is_pasted_with_a_link_in_its_notes(exchanger: Exchanger) -> None:
    """A text that begins as a file is a file, whatever stands further down."""
    file = fields_of(exchanger.backup())
    file["notes"] = {"team-goals": "see https://x.invalid/#code=15KX-TR8D and {#code="}
    assert isinstance(exchanger.paste(json.dumps(file)), Offer)
    exchanger.press("Use these instead of mine")
    exchanger.page.get_by_text("Done: these are").wait_for()
    assert fields_of(exchanger.backup())["notes"] == file["notes"]


def symbols_of(exchanger: Exchanger) -> list[int]:
    """Return the symbols of the page's own code, without its check."""
    code = exchanger.page.locator("#shared-code").input_value()
    return [SIGNS.index(sign) for sign in code.replace("-", "")][:-6]


def test_a_refused_code_is_named_and_changes_nothing(exchanger: Exchanger) -> None:
    """Each of the five ways, and two codes at once."""
    symbols = symbols_of(exchanger)
    code = sealed(symbols)
    other = sealed([*symbols[:1], *[31 - value for value in symbols[1:5]], *symbols[5:]])
    texts = {
        "not_a_code": "Hello",
        "damaged": code[:-1] + ("0" if code[-1] != "0" else "1"),
        "newer_version": sealed([2, *symbols[1:]]),
        "other_edition": other,
        "bad_answer": sealed([*symbols[:12], 9, *symbols[13:]]),
        "several_codes": f"{code} {other}",
    }
    words = {
        "not_a_code": "There is no code in this text",
        "damaged": "This code has a slip in it",
        "newer_version": "made by a newer version",
        "other_edition": "belongs to another questionnaire, or to another edition",
        "bad_answer": "an answer or a role that this questionnaire has not",
        "several_codes": "There are 2 codes in this text",
    }
    before = exchanger.digest()
    for name, text in texts.items():
        assert_refused(exchanger, exchanger.paste(text), name, words[name], "#bring-text")
    assert exchanger.digest() == before


def test_a_code_is_found_in_any_text(exchanger: Exchanger, browser: Browser) -> None:
    """In a chat, in small letters, in a link, twice; another browser is offered it."""
    elsewhere = browser.new_context()
    code = exchanger.page.locator("#shared-code").input_value()
    link = exchanger.page.locator("#shared-link").input_value()
    other = Exchanger(elsewhere.new_page(), exchanger.address).open()
    for text in (
        code,
        f"[10:31] Ann: mine is {code.lower()}, thanks",
        code.replace("0", "O").replace("1", "l"),
        f"<{link}>",
        link.replace("-", "%2D"),
        f"{link}\n{code}",
        code.replace("-", ""),
    ):
        offer = other.paste(text)
        assert isinstance(offer, Offer), text
        assert "3 answers" in offer.text
        other.press("Leave them")
    elsewhere.close()


def test_a_contribution_is_called_after_its_code(exchanger: Exchanger) -> None:
    """So that the files of several people lie beside each other in one folder."""
    code = exchanger.page.locator("#shared-code").input_value()
    with exchanger.page.expect_download() as arriving:
        exchanger.way("To share").get_by_role("button", name="Save the file").click()
    assert arriving.value.suggested_filename == f"readiness-contribution-{code[:14]}.json"
