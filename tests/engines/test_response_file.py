"""Saved files: good ones are read as they are, bad ones refused by name, never bent."""

from __future__ import annotations

import json
from typing import Any

import pytest

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.response_file import ReadFile, read_response_file
from readiness.engine.strict_json import LARGEST, RefusedError

from .forms import read_form

FORM = read_form(
    {"D": {"T": "a stop>=3 | b na | c @boss"}, "E": {"U": "e %two"}},
    scales={"five": ["0", "25", "50", "75", "100"], "two": ["0", "100"]},
    roles=["boss", "staff"],
)


def saved(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # a file may hold anything
    """Return a file without a fault, with some keys changed; None takes a key out."""
    file = {
        "format": "readiness-responses",
        "version": 1,
        "questionnaire": {
            "id": FORM.id,
            "edition": FORM.edition,
            "fingerprint": questionnaire_fingerprint(FORM),
        },
        "respondent": "r-1",
        "role": "boss",
        "answers": {"a": 4, "b": "na", "c": "dk"},
    } | changes
    return {key: value for key, value in file.items() if value is not None}


def read(content: str | bytes | dict[str, Any]) -> ReadFile:
    """Read a file for the form above."""
    if isinstance(content, dict):
        content = json.dumps(content)
    return read_response_file(content.encode() if isinstance(content, str) else content, FORM)


def refused(content: str | bytes | dict[str, Any]) -> tuple[str, str]:
    """Return the reason and the sentence of a refusal."""
    with pytest.raises(RefusedError) as caught:
        read(content)
    sentence = str(caught.value)
    assert sentence.isprintable()
    assert len(sentence) < 300
    return caught.value.reason.value, sentence


def test_a_good_file_is_read_without_a_word() -> None:
    """Role and answers as they were written; no notice."""
    file = read(saved())
    assert file.responses.role == "boss"
    assert file.responses.answers == {"a": 4, "b": "na", "c": "dk"}
    assert file.notices == ()


def test_a_byte_order_mark_and_unknown_keys_do_no_harm() -> None:
    """What the format does not name is left alone."""
    assert read(b"\xef\xbb\xbf" + json.dumps(saved(score={"a": 1}, notes=[])).encode())


NOTICES = {
    "respondent": (saved(respondent=None), ["no respondent is named"]),
    "role": (saved(role=None), ["no role: scored as if everything had been asked"]),
    "unknown role": (saved(role="king"), ['unknown role "king": scored as if everything']),
    "fingerprint": (
        saved(questionnaire={"id": FORM.id, "edition": "1"}),
        ["no fingerprint: whether the questions were the same"],
    ),
    "other fingerprint": (
        saved(questionnaire={"id": FORM.id, "edition": "1", "fingerprint": "0"}),
        ["the fingerprint differs"],
    ),
    "other edition": (
        saved(questionnaire={"id": FORM.id, "edition": "0", "fingerprint": "0"}),
        ['written for edition "0", scored by edition "1"', "the fingerprint differs"],
    ),
    "no edition": (
        saved(questionnaire={"id": FORM.id}),
        ["no edition is named", "no fingerprint"],
    ),
    "unknown ids": (
        saved(answers={"a": 4, "__proto__": 99, "toString": None, "x": "\u001b[2J"}),
        ['left out, unknown or answered twice: "__proto__", "toString", "x"'],
    ),
    "many unknown ids": (
        saved(answers={f"x{number}": 1 for number in range(12)}),
        ['"x9" and 2 more'],
    ),
    "not asked": (saved(role="staff"), ['left out, not asked of this role: "c"']),
}


@pytest.mark.parametrize("case", NOTICES)
def test_what_merely_differs_is_noticed(case: str) -> None:
    """The file is read all the same."""
    file, notices = NOTICES[case]
    found = read(file).notices
    assert len(found) == len(notices)
    for one, other in zip(notices, found, strict=True):
        assert one in other
        assert other.isprintable()


def test_without_a_role_everything_counts() -> None:
    """Also with a role that nobody knows."""
    assert read(saved(role=None)).responses.role is None
    assert read(saved(role="king")).responses.role is None


def test_earlier_ids_are_followed() -> None:
    """An answer under an earlier id counts, unless there is one under the present id."""
    items = FORM.dimensions[0].themes[0].items
    object.__setattr__(items[1], "was", ("old-b", "older-b"))
    try:
        file = read(saved(answers={"old-b": 2}))
        assert file.responses.answers == {"b": 2}
        assert "under an earlier id" in file.notices[0]
        both = read(saved(answers={"older-b": 1, "b": 3}))
        assert both.responses.answers == {"b": 3}
        assert "answered twice" in both.notices[0]
        reason, sentence = refused(saved(answers={"old-b": 9}))
        assert (reason, '"old-b"' in sentence) == ("bad-answer", True)
    finally:
        object.__setattr__(items[1], "was", ())


BAD_ANSWERS = {
    "99": "99",
    "a level above the scale": "6",
    "nought": "0",
    "minus nought": "-0",
    "minus one": "-1",
    "text": '"4"',
    "null": "null",
    "half": "1.5",
    "a point": "4.0",
    "true": "true",
    "infinite": "1e400",
    "an exponent": "4e0",
    "nested": "[4]",
    "an object": '{"level": 4}',
    "other words": '"DK"',
    "na where it is not allowed": '"na"',
    "a control sign": '"\\u001b[2J"',
    "very long": '"' + "x" * 5000 + '"',
}


@pytest.mark.parametrize("case", BAD_ANSWERS)
def test_bad_answers_are_refused_with_the_item(case: str) -> None:
    """Never taken for the nearest good one."""
    text = json.dumps(saved(answers={"a": "HERE"})).replace('"HERE"', BAD_ANSWERS[case])
    reason, sentence = refused(text)
    assert reason == "bad-answer"
    assert sentence.startswith('the answer to "a" must be a level from 1 to 5, "dk"; it is ')


def test_each_item_has_its_own_levels() -> None:
    """Level 2 is the last of two, level 3 is none; na is allowed on b only."""
    assert read(saved(answers={"e": 2})).responses.answers == {"e": 2}
    assert refused(saved(answers={"e": 3}))[1].startswith('the answer to "e" must be a level')
    assert '"dk", "na"; it is 7' in refused(saved(answers={"b": 7}))[1]


REFUSED: dict[str, tuple[str | bytes | dict[str, Any], str]] = {
    "empty": ("", "truncated"),
    "cut off": (json.dumps(saved())[:-9], "truncated"),
    "two files in one": (json.dumps(saved()) * 2, "not-json"),
    "NaN": ('{"a": NaN}', "not-json"),
    "infinity": ('{"a": -Infinity}', "not-json"),
    "bytes of no text": (b'{"a": "\xff"}', "not-json"),
    "UTF-16": (json.dumps(saved()).encode("utf-16"), "not-json"),
    "a number of 10,000 digits": ('{"a": ' + "9" * 10_000 + "}", "wrong-format"),
    "a key twice": ('{"format": "readiness-responses", "format": 1}', "not-json"),
    "an answer twice": ('{"answers": {"a": 1, "a": 5}}', "not-json"),
    "half a sign": ('{"answers": {"a": "\\ud800"}}', "not-json"),
    "half a sign as a key": ('{"\\udc00": 1}', "not-json"),
    "half a sign in a list": ('{"a": [[["\\ud83d"]]]}', "not-json"),
    "deep": ("[" * 40 + "]" * 40, "not-json"),
    "very deep": ("[" * 400_000, "not-json"),
    "large": (b" " * (LARGEST + 1), "too-big"),
    "a list": ("[]", "wrong-format"),
    "a number": ("4", "wrong-format"),
    "another format": (saved(format="readiness-group"), "wrong-format"),
    "no format": (saved(format=None), "wrong-format"),
    "no version": (saved(version=None), "wrong-format"),
    "version true": (saved(version=True), "wrong-format"),
    "version 1.0": (saved(version=1.0), "wrong-format"),
    "version 0": (saved(version=0), "wrong-format"),
    "version 2": (saved(version=2), "newer-version"),
    "no questionnaire": (saved(questionnaire=None), "wrong-format"),
    "questionnaire by name": (saved(questionnaire=FORM.id), "wrong-format"),
    "another questionnaire": (saved(questionnaire={"id": "other"}), "other-questionnaire"),
    "a questionnaire without id": (saved(questionnaire={}), "other-questionnaire"),
    "a role that is no text": (saved(role=1), "wrong-format"),
    "no answers": (saved(answers=None), "wrong-format"),
    "another kind": (saved(kind="group"), "wrong-format"),
    "a kind that is no text": (saved(kind=["backup"]), "wrong-format"),
    "a respondent that is no text": (saved(respondent=7), "wrong-format"),
    "notes that are no texts": (saved(kind="backup", notes={"a": 1}), "wrong-format"),
    "a step that is no text": (saved(kind="backup", step=1), "wrong-format"),
    "a meaning that is no text": (saved(kind="backup", meanings={"a": 1}), "wrong-format"),
    "rounds that are no list": (saved(kind="backup", rounds={}), "wrong-format"),
    "a round that is no object": (saved(kind="backup", rounds=[1]), "wrong-format"),
    "a round with no answer": (saved(kind="backup", rounds=[{"answers": {"a": 12}}]), "bad-answer"),
    "a list of answers": (saved(answers=[["a", 4]]), "wrong-format"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    """With the reason by its fixed name."""
    content, reason = REFUSED[case]
    assert refused(content)[0] == reason
