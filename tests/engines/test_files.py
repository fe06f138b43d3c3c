"""Files that the page writes: what they hold, that they come back whole, and cut ones never pass.

Also the two readers of JSON against Python's own.
"""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.engine.fingerprint import item_fingerprint, questionnaire_fingerprint
from readiness.engine.strict_json import LARGEST, RefusedError, read_json

from .exchange import BrowserFiles, comparable, read_in_python
from .mutated_files import FORM, base_files

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
PEOPLE = 2_000
BATCH = 100
SEARCH = settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
MEANINGS = {item.id: item_fingerprint(item) for item in FORM.items}
ORIGIN = {
    "id": FORM.id,
    "edition": FORM.edition,
    "fingerprint": questionnaire_fingerprint(FORM),
}
# Scripts, marks, signs of every length in UTF-8, controls, half characters.
SIGNS = [chr(code) for code in (*range(1, 0x250), 0x202E, 0x2028, 0xD800, 0xDFFF, 0xFEFF, 0xFFFF)]
SIGNS += [chr(code) for code in (0x5D0, 0xE01, 0x4E00, 0x1F600, 0x10FFFF, 0x300, 0)]


def saved(id_: str, answer: object, meaning: str | None = None) -> Json:
    """Return a saved answer as the page holds it."""
    wording = {"question": f"What about {id_}?", "level": None}
    return {"id": id_, "answer": answer, "meaning": meaning, "wording": wording}


def person(**changes: Any) -> Json:  # noqa: ANN401  # any part of what a page holds
    """Return everything a page holds of one person."""
    answers = [saved("c", "dk", MEANINGS["c"]), saved("a", 4, MEANINGS["a"])]
    whole = {"respondent": "r-1", "role": "boss", "saved": answers}
    return {**whole, "notes": [], "step": None, "rounds": [], **changes}


def text_of(random: Random) -> str:
    """Return a text of any characters."""
    return "".join(random.choice(SIGNS) for _ in range(random.randrange(40)))


def random_person(random: Random) -> Json:
    """Return a person with answers of all sorts and ages, notes, and perhaps a round."""
    answers = []
    for item in FORM.items:
        answer = random.choice(["dk", "na", *range(1, 12)])
        meaning = random.choice([MEANINGS[item.id], MEANINGS[item.id], "old", None])
        if random.random() < 0.7:
            answers.append(saved(item.id, answer, meaning))
    answers += [saved(id_, 3, MEANINGS["d"]) for id_ in ("old-d", "gone") if random.random() < 0.3]
    random.shuffle(answers)
    notes = [[id_, text_of(random)] for id_ in ("h", "a", "gone", "c") if random.random() < 0.5]
    role = random.choice([None, "boss", "staff"])
    round_ = {
        "finished": "2026-01-31",
        "role": role,
        "saved": answers[:3],
        "notes": notes,
        "published": {"index": 56, "words": [text_of(random), None, True]},
    }
    rounds = [round_] * random.randrange(3)
    step = random.choice([None, "T", text_of(random)])
    return person(role=role, saved=answers, notes=notes, step=step, rounds=rounds)


def well_formed(text: str) -> str:
    """Return the text as a file can hold it: half characters are replaced."""
    return "".join("\ufffd" if 0xD800 <= ord(sign) <= 0xDFFF else sign for sign in text)


def test_a_contribution_holds_role_and_answers_only(browser_files: BrowserFiles) -> None:
    """Exactly the keys of the format, in its order; the answers in the questionnaire's order."""
    notes = [["a", "a secret"]]
    whole = person(notes=notes, step="T", saved=[*person()["saved"], saved("gone", 1)])
    file = browser_files.write(FORM, [whole])[0][0]
    expected = {
        "format": "readiness-responses",
        "version": 1,
        "kind": "contribution",
        "questionnaire": ORIGIN,
        "respondent": "r-1",
        "role": "boss",
        "answers": {"a": 4, "c": "dk"},
    }
    assert file.decode() == json.dumps(expected, indent=2) + "\n"
    of_staff = json.loads(browser_files.write(FORM, [person(role="staff")])[0][0])
    assert of_staff["answers"] == {"a": 4}, "c is not asked of staff"


def test_a_backup_holds_everything(browser_files: BrowserFiles) -> None:
    """Answers with meaning and wording; changed and removed ones as old; notes, step, rounds."""
    answers = [
        saved("gone", 2, "g"),
        saved("old-d", 3, MEANINGS["d"]),
        saved("a", 4, MEANINGS["a"]),
        saved("h", 1, "another meaning"),
    ]
    whole = person(saved=answers, notes=[["gone", "n"], ["a", "m"], ["b", ""]], step="T")
    file = json.loads(browser_files.write(FORM, [whole])[0][1])
    assert list(file.items())[6:] == [
        ("answers", {"a": 4, "d": 3}),
        ("meanings", {"a": MEANINGS["a"], "d": MEANINGS["d"]}),
        ("wording", {"a": {"question": "What about a?"}, "d": {"question": "What about old-d?"}}),
        (
            "old",
            {
                "h": {"answer": 1, "meaning": "another meaning", "question": "What about h?"},
                "gone": {"answer": 2, "meaning": "g", "question": "What about gone?"},
            },
        ),
        ("notes", {"a": "m", "gone": "n"}),
        ("step", "T"),
        ("rounds", []),
    ]


def test_out_and_in_again(browser_files: BrowserFiles) -> None:
    """X1: the same answers and notes in both readers, and the second file equal byte by byte."""
    random = Random(1)  # noqa: S311  # not a secret: a repeatable search
    taken = 0
    for _ in range(PEOPLE // BATCH):
        people = [random_person(random) for _ in range(BATCH)]
        files = [file for both in browser_files.write(FORM, people) for file in both]
        found = browser_files.read(FORM, files)
        in_python = read_in_python(FORM, files)
        assert [comparable(one) for one in found] == [comparable(one) for one in in_python]
        assert browser_files.write_again(FORM, files) == files
        for whole, contribution, backup_ in zip(people, found[::2], found[1::2], strict=True):
            taken += {contribution["outcome"], backup_["outcome"]} <= {"ok", "migrated"}
            assert_all_there(whole, backup_)
    assert taken == PEOPLE


def assert_all_there(whole: Json, read: Json) -> None:
    """Check that nothing of a person is missing from what a backup gives back."""
    kept = {one["id"] for one in whole["saved"]}
    renamed = {"old-d"} if "d" in {id_ for id_, *_ in read["fates"]} else set()
    assert kept - renamed <= {id_ for id_, *_ in read["fates"]}
    assert dict(read["notes"]) == {id_: well_formed(text) for id_, text in whole["notes"] if text}
    assert read["step"] == (whole["step"] and well_formed(whole["step"]))
    assert read["rounds"] == len(whole["rounds"])


def test_a_file_cut_anywhere_is_refused(browser_files: BrowserFiles) -> None:
    """X2: every beginning of a file of 4 kB is named as cut off, in both readers."""
    notes = [["a", 'Sch\u00f6n \U0001f600 \\ " \u202e ' * 160], ["b", "\x01" * 40]]
    file = browser_files.write(FORM, [person(notes=notes)])[0][1].rstrip()
    assert len(file) >= 4_000
    beginnings = [file[:length] for length in range(len(file))]
    for read in (read_in_python, browser_files.read):
        outcomes = {one["outcome"] for one in read(FORM, beginnings)}
        assert outcomes == {"truncated"}
        assert read(FORM, [file])[0]["outcome"] == "ok"


def test_ends_of_all_kinds(browser_files: BrowserFiles) -> None:
    """A character cut in two at the end of a text: both readers draw the same line."""
    tails = [bytes([first, *rest]) for first in range(0x80, 0x100) for rest in ENDS]
    texts = [start + tail for start in (b'{"a": "', b"{}") for tail in tails]
    assert_read_alike(browser_files, texts)


ENDS = [(), *((second,) for second in (0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0))]
ENDS += [(*one, third) for one in ENDS[1:] for third in (0x7F, 0x80, 0xBF)]
PIECES = [
    *("{", "}", "[", "]", ",", ":", '"a"', '"b"', '"', "\\", "\\u00", "\\u00e9", "\\ud83d", "1"),
    *(
        "-",
        "0",
        ".",
        "e",
        "+",
        "12",
        "true",
        "tru",
        "null",
        "N",
        "NaN",
        " ",
        "\n",
        "\x0b",
        "\ufeff",
    ),
    *("a", "/", "\\n", "\\/", "\x1f", "\x7f", "\u00e9", "\U0001f600", "'", "9" * 16, "Infinity"),
]


@SEARCH
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=9), min_size=20, max_size=20))
def test_any_text(browser_files: BrowserFiles, texts: list[list[str]]) -> None:
    """Pieces in any order: both readers say the same of each text."""
    assert_read_alike(browser_files, ["".join(text).encode("utf-8") for text in texts])


@SEARCH
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_value(browser_files: BrowserFiles, value: object) -> None:
    """What Python writes is read, and written with the same meaning."""
    file = json.dumps(value).encode()
    outcome, text = browser_files.call("readTextsAsJson", json.dumps([file.decode()]))[0]
    assert_read_alike(browser_files, [file])
    if outcome == "ok":
        assert json.loads(text) == json.loads(file)


def assert_read_alike(browser_files: BrowserFiles, files: list[bytes]) -> None:
    """Compare the outcomes of both readers of JSON."""
    texts = json.dumps([file.decode("latin-1") for file in files])
    found = browser_files.call("readTextsAsJson", texts)
    for file, (outcome, _) in zip(files, found, strict=True):
        try:
            read_json(file)
            expected = "ok"
        except RefusedError as refused:
            expected = refused.reason.value
        assert outcome == expected, file


def test_both_have_the_same_limit(browser_files: BrowserFiles) -> None:
    """One byte more is too big, whatever it holds."""
    assert browser_files.call("largest") == LARGEST
    file = json.dumps(base_files()[0]).encode()
    for read in (read_in_python, browser_files.read):
        just, over = read(FORM, [file.ljust(LARGEST), file.ljust(LARGEST + 1)])
        assert (just["outcome"], over["outcome"]) == ("ok", "too-big")


def head(**changes: Any) -> bytes:  # noqa: ANN401  # a file may hold anything
    """Return a file for sharing with some keys changed."""
    return json.dumps(base_files()[0] | changes).encode()


def backup(**changes: Any) -> bytes:  # noqa: ANN401  # a file may hold anything
    """Return a backup with some keys changed."""
    return json.dumps(base_files()[3] | changes).encode()


OTHER = {"id": FORM.id, "edition": "0", "fingerprint": "0"}
VECTORS: dict[str, tuple[bytes, str, str | None]] = {
    "good": (head(), "ok", None),
    "by hand": (head(questionnaire={"id": FORM.id}, respondent=None, kind=None), "ok", None),
    "a score beside it": (head(index=100, verdict="ready"), "ok", None),
    "not asked of the role": (head(role="staff"), "ok", None),
    "an earlier id": (head(answers={"old-d": 2}), "migrated", None),
    "an unknown id": (head(answers={"__proto__": 2, "constructor": 1}), "migrated", None),
    "another fingerprint": (head(questionnaire=OTHER), "migrated", None),
    "another edition, no fingerprint": (
        head(questionnaire={"id": FORM.id, "edition": "0"}),
        "migrated",
        None,
    ),
    "another name of the same edition": (head(questionnaire=ORIGIN | {"edition": "0"}), "ok", None),
    "cut off": (head()[:-1], "truncated", None),
    "nothing": (b"", "truncated", None),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not-json", None),
    "a zip": (b"PK\x03\x04", "not-json", None),
    "a page": (b"<!doctype html>", "not-json", None),
    "a key twice": (head().replace(b'"kind"', b'"format"'), "not-json", None),
    "half a character": (head(role="\ud800"), "not-json", None),
    "another format": (head(format="x"), "wrong-format", "format"),
    "a later version": (head(version=2), "newer-version", None),
    "version 1.0": (head(version=1.0), "wrong-format", "version"),
    "another questionnaire": (head(questionnaire={"id": "x"}), "other-questionnaire", None),
    "a kind we do not know": (head(kind="group"), "wrong-format", "kind"),
    "notes that are no texts": (backup(notes={"a": 1}), "wrong-format", "notes"),
    "a taken respondent": (head(respondent="seen"), "duplicate", None),
    "taken, and bad": (head(respondent="seen", answers={"a": 0}), "bad-answer", "a"),
    "a bad answer in a round": (backup(rounds=[{"answers": {"z": 0}}]), "bad-answer", "z"),
    "a bad answer in a backup": (backup(answers={"a": 9}), "bad-answer", "a"),
    "the same in a backup from another edition": (
        backup(answers={"a": 9}, questionnaire=OTHER),
        "migrated",
        None,
    ),
    "no answer at all in such a backup": (
        backup(answers={"a": 12}, questionnaire=OTHER),
        "bad-answer",
        "a",
    ),
}
for wrong in ("99", '"4"', "null", "1e400", "-0", "true", "4.0", "0", '"na"', "[4]", '"DK"'):
    file_with = head(answers={"a": 7}).replace(b'{"a": 7}', b'{"a": %s}' % wrong.encode())
    VECTORS[f"the answer {wrong}"] = (file_with, "bad-answer", "a")


@pytest.mark.parametrize("name", VECTORS)
def test_outcomes(name: str, browser_files: BrowserFiles) -> None:
    """Each file has its outcome, with the item or the part, in both readers."""
    file, outcome, place = VECTORS[name]
    for read in (read_in_python, browser_files.read):
        (found,) = read(FORM, [file], {"seen"})
        assert found["outcome"] == outcome
        if place is not None:
            assert found["place"] == place


def test_what_stood_there_is_told_in_a_few_words(browser_files: BrowserFiles) -> None:
    """For the message: on one line, short, as the file has it."""
    for answer, shown in (
        ("4" * 99, '"' + "4" * 56 + "..."),
        ("\n", '"\\n"'),
        ([1, {}], "[1, {}]"),
    ):
        (found,) = browser_files.read(FORM, [head(answers={"a": answer})])
        assert found["found"] == shown


def test_keys_become_no_properties(tmp_path: Path, browser_files: BrowserFiles) -> None:
    """X6: the prototypes are as before, and the check would see it if they were not."""
    file = head(answers={"__proto__": {"polluted": 1}, "constructor": 1, "a": 2})
    assert browser_files.read(FORM, [file])[0]["answers"] == [["a", 2]]
    place = "else inside.held.set(inside.key, value);"
    naive = f'{place} if (inside.key === "__proto__") Object.assign(Object.prototype, {{ p: 1 }});'
    broken = BrowserFiles(tmp_path, ("strict_json.js", place, naive))
    with pytest.raises(AssertionError, match="a prototype has changed"):
        broken.read(FORM, [file])
