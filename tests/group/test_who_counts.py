"""Who counts: everybody once, whatever came twice, and everybody else by name; in both engines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from engines.forms import read_form

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.group.deduplication import Member
from readiness.questionnaire import GroupRules

if TYPE_CHECKING:
    from .groups import Engine

FORM = read_form({"D": {"T": "a | b"}}, roles=["boss", "staff"])
ONE = replace(FORM, group=GroupRules(k_min=3))
OTHERS = 5
ID = "ABCDEFGHJKMNP"


def _person(name: str, a: int, **more: Any) -> Member:  # noqa: ANN401  # as files are
    return Member(name=name, answers={"a": a, "b": 3}, role="staff", **more)


WHO_COUNTS = {
    "the same file twice": (
        [_person("x", 4, respondent=ID), _person("y", 4, respondent=ID)],
        1,
        [["y", "duplicate", "x"]],
    ),
    "the higher revision": (
        [_person("x", 4, respondent=ID, revision=2), _person("y", 5, respondent=ID, revision=3)],
        1,
        [["x", "replaced", "y"]],
    ),
    "other answers, nothing known of their age: the text that comes first": (
        [_person("y", 5, respondent=ID), _person("x", 4, respondent=ID)],
        1,
        [["y", "conflict", "x"]],
    ),
    "a file and a code of one person": (
        [_person("file", 4, respondent=ID), _person("code", 4, respondent=ID[:6], revision=0)],
        1,
        [["file", "duplicate", "code"]],
    ),
    "a code that two whole ids begin with is a third person": (
        [
            _person("one", 4, respondent=ID),
            _person("other", 4, respondent=f"{ID[:6]}0000000"),
            _person("code", 4, respondent=ID[:6], revision=0),
        ],
        3,
        [],
    ),
    "nobody is named": ([_person("x", 4), _person("y", 4)], 2, []),
    "another edition": (
        [_person("x", 4), _person("y", 4, edition="0"), _person("z", 4, fingerprint="0")],
        1,
        [["y", "other_edition", None], ["z", "other_edition", None]],
    ),
    "today's fingerprint counts more than another name of the edition": (
        [_person("x", 4, edition="0", fingerprint=questionnaire_fingerprint(ONE))],
        1,
        [],
    ),
    "too little is answered": (
        [_person("x", 4), Member(name="y", answers={"a": 4}, role="staff")],
        1,
        [["y", "incomplete", None]],
    ),
}


REPEATS = {
    "the same answers in the same role": ([_person("y", 4), _person("x", 4)], [["y", "x"]]),
    "three times": (
        [_person("z", 4), _person("y", 4), _person("x", 4)],
        [["y", "x"], ["z", "x"]],
    ),
    "other answers": ([_person("y", 5), _person("x", 4)], []),
    "another role": (
        [_person("x", 4), Member(name="y", answers={"a": 4, "b": 3}, role="boss")],
        [],
    ),
    "one of them is named": ([_person("y", 4), _person("x", 4, respondent=ID)], []),
}
PREFERRED = {
    "an older one": (
        [_person("x", 4, respondent=ID, revision=2), _person("y", 5, respondent=ID, revision=3)],
        ["x"],
        [["y", "conflict", "x"]],
    ),
    "a newer one, which counts anyway": (
        [_person("x", 4, respondent=ID, revision=2), _person("y", 5, respondent=ID, revision=3)],
        ["y"],
        [["x", "replaced", "y"]],
    ),
    "a name that is not there": (
        [_person("y", 5, respondent=ID), _person("x", 4, respondent=ID)],
        ["z"],
        [["y", "conflict", "x"]],
    ),
    "one that is too empty": (
        [
            _person("x", 4, respondent=ID),
            Member(name="y", answers={"a": 4}, role="staff", respondent=ID),
        ],
        ["y"],
        [["x", "conflict", "y"], ["y", "incomplete", None]],
    ),
}


def _told(engine: Engine, members: list[Member], *preferred: str) -> dict[str, Any]:
    """Return what is told of the members among five others, of whom nothing is said."""
    more = [_person(f"other {n}", 3, respondent=f"other {n}") for n in range(OTHERS)]
    return engine.report(ONE, [*members, *more], preferred=preferred)


@pytest.mark.parametrize("case", WHO_COUNTS)
def test_who_counts(case: str, engine: Engine) -> None:
    """Everybody once, and everybody else by name."""
    members, people, left = WHO_COUNTS[case]
    told = _told(engine, members)
    assert told["report"]["respondents"] == people + OTHERS
    assert told["left"] == left


@pytest.mark.parametrize("case", REPEATS)
def test_the_same_sheet_again_is_asked_about(case: str, engine: Engine) -> None:
    """Both are counted, and named, until somebody says which are one person's."""
    members, repeats = REPEATS[case]
    told = _told(engine, members)
    assert told["repeats"] == repeats
    assert told["report"]["respondents"] == len(members) + OTHERS


@pytest.mark.parametrize("case", PREFERRED)
def test_what_somebody_prefers_counts(case: str, engine: Engine) -> None:
    """Whatever its age; the other one is named."""
    members, preferred, left = PREFERRED[case]
    assert _told(engine, members, *preferred)["left"] == left


def test_other_editions_are_counted_by_name(engine: Engine) -> None:
    """Never averaged with today's (G10)."""
    members = [_person(f"y{n}", 1, edition="0") for n in range(3)]
    report = _told(engine, members)["report"]
    assert report["other_editions"] == [{"edition": "0", "count": 3}]
    assert report["items"]["a"]["asked"] == {"everyone": OTHERS}
