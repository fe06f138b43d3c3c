"""Pairs of editions (`tests/golden/editions.json`): every saved answer meets its written fate."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from readiness.engine.editions import SavedAnswer
from readiness.engine.fingerprint import item_fingerprint, questionnaire_fingerprint
from readiness.questionnaire import (
    Dimension,
    Effect,
    Gate,
    Item,
    Level,
    Questionnaire,
    Role,
    Scale,
    Theme,
)

from .exchange import BrowserFiles, fates_in_python, read_in_python

Json = dict[str, Any]
Fates = dict[str, str]

GOLDEN = Path(__file__).parents[1] / "golden" / "editions.json"
CASES: dict[str, Json] = {
    case["name"]: case for case in json.loads(GOLDEN.read_text(encoding="utf-8"))["cases"]
}
THREE = [["Low", "0"], ["Mid", "50"], ["High", "100"]]
COUNTING = {"carried", "renamed", "not_asked"}


def edition(items: Json, name: str) -> Questionnaire:
    """Return the questionnaire that a few words mean."""
    read = {id_: {"asks": one} if isinstance(one, str) else one for id_, one in items.items()}
    names = dict.fromkeys(one.get("theme", "first") for one in read.values())
    themes = tuple(
        Theme(
            id=theme,
            title=theme,
            items=tuple(
                item_of(id_, **{key: value for key, value in one.items() if key != "theme"})
                for id_, one in read.items()
                if one.get("theme", "first") == theme
            ),
        )
        for theme in names
    )
    return Questionnaire(
        id="editions",
        edition=name,
        title="Editions",
        dimensions=(Dimension(id="all", title="All", themes=themes),),
        ask_order=("all",),
        roles=(Role(id="boss", label="Boss"), Role(id="staff", label="Staff")),
    )


def item_of(id_: str, asks: str, **more: Any) -> Item:  # noqa: ANN401  # as written in the case
    """Return one item."""
    points = more.pop("scale", None)
    levels = tuple(Level(label=name, points=Fraction(at)) for name, at in points or THREE)
    effect, _, least = more.pop("gate", "").partition(">=")
    return Item(
        id=id_,
        question=asks,
        levels=tuple(more.pop("levels", None) or (level.label for level in levels)),
        scale=Scale(id=f"own-{id_}" if points else "three", levels=levels),
        roles=tuple(more.pop("roles", ())),
        was=tuple(more.pop("was", ())),
        allow_na=more.pop("na", False),
        gate=Gate(min=int(least), effect=Effect(effect)) if effect else None,
        **more,
    )


def saved_answers(case: Json) -> list[SavedAnswer]:
    """Return the answers as they were saved under the edition before."""
    items = {item.id: item for item in edition(case["before"], "1").items}
    known = {id_: item_fingerprint(item) for id_, item in items.items()}
    unknown = case.get("unknown", [])
    return [
        SavedAnswer(id=id_, answer=answer, meaning=None if id_ in unknown else known[id_])
        for id_, answer in case["saved"].items()
    ]


def file_of(case: Json, kind: str) -> bytes:
    """Return a file that the edition before has written."""
    before = edition(case["before"], "1")
    saved = saved_answers(case)
    meanings = {one.id: one.meaning for one in saved if one.meaning}
    file = {
        "format": "readiness-responses",
        "version": 1,
        "kind": kind,
        "questionnaire": {
            "id": before.id,
            "edition": before.edition,
            "fingerprint": questionnaire_fingerprint(before),
        },
        "respondent": "r-1",
        "role": case.get("role"),
        "answers": case["saved"],
    }
    return json.dumps(file | ({"meanings": meanings} if kind == "backup" else {})).encode()


def in_words(fates: list[list[str | None]]) -> Fates:
    """Return fates by id, in the words of the cases."""
    return {str(id_): f"{fate} {item}" for id_, item, fate in fates}


def expected(case: Json) -> Fates:
    """Return the expected fates with the item of each: its own id where none is named."""
    return {
        id_: fate if " " in fate else f"{fate} {None if fate == 'removed' else id_}"
        for id_, fate in case["expect"].items()
    }


def counting(case: Json) -> Json:
    """Return the answers that shall be scored, by the ids of today."""
    words = {id_: fate.split() for id_, fate in expected(case).items()}
    return {item: case["saved"][id_] for id_, (fate, item) in words.items() if fate in COUNTING}


def test_there_are_enough_pairs() -> None:
    """At least 40, with every fate in more than one of them."""
    assert len(CASES) >= 40
    fates = [{fate.split()[0] for fate in case["expect"].values()} for case in CASES.values()]
    names = set().union(*fates)
    assert len(names) == 7
    assert all(sum(name in some for some in fates) >= 2 for name in names)
    assert all(
        case["why"] and case["saved"].keys() == case["expect"].keys() for case in CASES.values()
    )


@pytest.mark.parametrize("name", CASES)
def test_every_answer_meets_its_fate(name: str, browser_files: BrowserFiles) -> None:
    """In both twins."""
    case = CASES[name]
    after, role, saved = edition(case["after"], "2"), case.get("role"), saved_answers(case)
    assert in_words(fates_in_python(after, role, saved)) == expected(case)
    assert in_words(browser_files.fates(after, role, saved)) == expected(case)


@pytest.mark.parametrize("name", CASES)
def test_a_backup_of_the_edition_before(name: str, browser_files: BrowserFiles) -> None:
    """The same fates from a file, and only what counts is scored."""
    case = CASES[name]
    after = edition(case["after"], "2")
    for read in (read_in_python, browser_files.read):
        (file,) = read(after, [file_of(case, "backup")])
        assert in_words(file["fates"]) == expected(case)
        assert dict(file["answers"]) == counting(case)


@pytest.mark.parametrize("name", CASES)
def test_a_contribution_to_the_edition_before(name: str, browser_files: BrowserFiles) -> None:
    """Without meanings a changed question is carried by id; what is not offered is refused."""
    case = CASES[name]
    before, after = edition(case["before"], "1"), edition(case["after"], "2")
    same = questionnaire_fingerprint(before) == questionnaire_fingerprint(after)
    for read in (read_in_python, browser_files.read):
        (file,) = read(after, [file_of(case, "contribution")])
        if any(fate.startswith("invalid") for fate in case["expect"].values()):
            assert file["outcome"] == "bad-answer"
            assert case["expect"][file["place"]].startswith("invalid")
            continue
        untouched = {fate for *_, fate in file["fates"]} <= {"carried", "not_asked"}
        assert file["outcome"] == ("ok" if same and untouched else "migrated")
        assert in_words(file["fates"]) == {
            id_: fate.replace("changed", "carried" if fate.endswith(f" {id_}") else "renamed")
            for id_, fate in expected(case).items()
        }


FAULTS = {
    "the meaning is not looked at": ("meaning !== item.fingerprint", "false"),
    "earlier ids are not followed": ("...item.was.filter((id) => !present.has(id))", ""),
    "an earlier id may be a present one": ("item.was.filter((id) => !present.has(id))", "item.was"),
    "roles are not looked at": ("if (!isAsked(item, role))", "if (!isAsked(item, null))"),
    "levels are not looked at": ("if (!offersAnswer(item, answer))", "if (answer === null)"),
    "two answers for one item": ('place > 0 ? "answered_twice" : ', ""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path) -> None:
    """At least one pair must turn red."""
    broken = BrowserFiles(tmp_path, ("editions.js", *FAULTS[fault]))
    assert any(
        in_words(broken.fates(edition(case["after"], "2"), case.get("role"), saved_answers(case)))
        != expected(case)
        for case in CASES.values()
    )
