"""Answers of edition 2026.1 open under 2026.2: each of the 34 fates, worked out by hand.

The files in `tests/golden/edition_2026_1` were written by the page's own writer when 2026.1 was
the questionnaire; `items.json` holds what was asked then, and the fingerprint of each meaning.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from engines.exchange import BrowserFiles, comparable, read_in_python

from readiness.engine.fingerprint import item_fingerprint, questionnaire_fingerprint

from .conftest import ROOT

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

Json = dict[str, Any]
FOLDER = ROOT / "tests" / "golden" / "edition_2026_1"
BEFORE: Json = json.loads((FOLDER / "items.json").read_text(encoding="utf-8"))
PEOPLE = ("leader", "frontline", "no_role")

# Question, level texts, level names and points are what they were.
CARRIED = [
    "cost-versus-customer",
    "leaders-meet-customers",
    "bad-news",
    "needs-identified",
    "satisfaction-causes",
    "standards-from-customers",
    "improvement-choice",
    "effect-checked",
    "learning-my-part",
    "team-goals",
    "internal-feedback",
    "across-boundaries",
    "room-to-act",
    "safe-to-speak",
    "improvement-skills",
]
# Something of what people chose between is new: they look at it again.
CHANGED = {
    "lean-motive": "question and level 5",
    "lean-and-jobs": "levels 1, 2, 4 and 5",
    "customer-on-agenda": "question and levels",
    "plans-from-customers": "level 1",
    "loyalty-figures": "levels 2 to 5",
    "protected-time": "levels 1 and 2",
    "journey-owner": "question and level 5",
    "who-is-customer": "levels 4 and 5",
    "customer-view": "question and levels",
    "touchpoints-mapped": "question and levels 3 to 5",
    "touchpoints-evaluated": "question and levels",
    "supporting-processes": "question and levels",
    "after-the-complaint": "levels 4 and 5",
    "feedback-reaches-teams": "level 5",
    "who-needs-my-work": "question and levels",
    "handovers-agreed": "level 4",
    "customer-in-daily-talk": "question and levels 2, 4 and 5",
    "valued-individuals": "question and levels",
    "what-is-praised": "question and levels 1 and 5",
}
# Of what each person had answered: carried, changed.
COUNTS = {"leader": (15, 19), "frontline": (14, 15), "no_role": (8, 9)}


@pytest.fixture(scope="module")
def browser_files(tmp_path_factory: pytest.TempPathFactory) -> BrowserFiles:
    """Return the browser's readers and writers of files."""
    return BrowserFiles(tmp_path_factory.mktemp("files"))


def file_of(person: str, kind: str = "backup") -> bytes:
    """Return a file as it was saved."""
    return (FOLDER / f"{person}_{kind}.json").read_bytes()


def expected_fates(saved: Json) -> dict[str, str]:
    """Return the fate of each answer of a backup, by the two lists."""
    return {id_: "changed" if id_ in CHANGED else "carried" for id_ in saved["answers"]}


def test_the_two_lists_hold_every_item_once() -> None:
    """15 and 19; all of them were in the edition before."""
    assert (len(CARRIED), len(CHANGED)) == (15, 19)
    assert sorted([*CARRIED, *CHANGED]) == sorted(BEFORE["items"])


def test_the_record_is_of_the_edition_before(questionnaire: Questionnaire) -> None:
    """Each backup names that edition and holds the meaning and the words of each answer."""
    origin = {"edition": "2026.1", "fingerprint": BEFORE["fingerprint"]}
    assert questionnaire.edition == "2026.2"
    assert questionnaire_fingerprint(questionnaire) != BEFORE["fingerprint"]
    for person in PEOPLE:
        saved = json.loads(file_of(person))
        assert saved["questionnaire"] == {"id": questionnaire.id, **origin}
        for id_, answer in saved["answers"].items():
            item = BEFORE["items"][id_]
            assert saved["meanings"][id_] == item["fingerprint"]
            level = item["levels"][answer - 1] if isinstance(answer, int) else None
            words = {"question": item["question"], **({"level": level} if level else {})}
            assert saved["wording"][id_] == words


def test_an_item_keeps_its_meaning_where_nothing_moved(questionnaire: Questionnaire) -> None:
    """Word by word, beside the fingerprints: both tell the two lists apart."""
    for item in questionnaire.items:
        before = BEFORE["items"][item.id]
        scale = [[level.label, str(level.points)] for level in item.scale.levels]
        now = [item.question, list(item.levels), scale]
        same = now == [before["question"], before["levels"], before["scale"]]
        assert same == (item.id in CARRIED), item.id
        assert (item_fingerprint(item) == before["fingerprint"]) == same, item.id


@pytest.mark.parametrize("person", PEOPLE)
def test_a_backup_of_the_edition_before_opens(
    person: str, questionnaire: Questionnaire, browser_files: BrowserFiles
) -> None:
    """Both readers: every answer has its fate, only what was carried is scored, notes are kept."""
    saved = json.loads(file_of(person))
    (page,) = browser_files.read(questionnaire, [file_of(person)])
    (command,) = read_in_python(questionnaire, [file_of(person)])
    assert comparable(page) == comparable(command)
    for read in (page, command):
        assert read["outcome"] == "migrated"
        fates = {id_: fate for id_, _, fate in read["fates"]}
        assert fates == expected_fates(saved)
        assert all(id_ == item for id_, item, _ in read["fates"])
        carried = {id_: one for id_, one in saved["answers"].items() if id_ in CARRIED}
        assert dict(read["answers"]) == carried
        assert (len(carried), len(fates) - len(carried)) == COUNTS[person]
        assert dict(read["notes"]) == saved["notes"]
        assert read["rounds"] == len(saved["rounds"])
        assert read["step"] == saved.get("step")


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_of_a_backup_is_lost(
    person: str, questionnaire: Questionnaire, browser_files: BrowserFiles
) -> None:
    """Written again it holds every answer with its meaning and words, the changed ones as old."""
    saved = json.loads(file_of(person))
    (again,) = browser_files.write_again(questionnaire, [file_of(person)])
    written = json.loads(again)
    old = {id_: one["answer"] for id_, one in written["old"].items()}
    assert set(old) == {id_ for id_ in saved["answers"] if id_ in CHANGED}
    assert {**written["answers"], **old} == saved["answers"]
    meanings = {id_: one["meaning"] for id_, one in written["old"].items()}
    assert {**written["meanings"], **meanings} == saved["meanings"]
    for id_, one in written["old"].items():
        words = {key: one[key] for key in ("question", "level") if key in one}
        assert words == saved["wording"][id_]
    assert (written["notes"], written["rounds"]) == (saved["notes"], saved["rounds"])


@pytest.mark.parametrize("person", PEOPLE)
def test_a_contribution_of_the_edition_before_says_so(
    person: str, questionnaire: Questionnaire, browser_files: BrowserFiles
) -> None:
    """It holds no meanings: its answers are taken by id, and the edition is named."""
    file = file_of(person, "contribution")
    (page,) = browser_files.read(questionnaire, [file])
    (command,) = read_in_python(questionnaire, [file])
    assert comparable(page) == comparable(command)
    assert page["outcome"] == "migrated"
    assert dict(page["answers"]) == json.loads(file)["answers"]


def test_a_forgotten_fingerprint_is_seen(
    questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Canary: a reader that goes by ids alone would carry all 34."""
    fault = ("editions.js", "meaning !== item.fingerprint", "false")
    broken = BrowserFiles(tmp_path_factory.mktemp("broken"), fault)
    (read,) = broken.read(questionnaire, [file_of("leader")])
    assert {fate for *_, fate in read["fates"]} == {"carried"}
