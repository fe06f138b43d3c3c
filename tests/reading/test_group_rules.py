"""The halves of a scale, gates beside the cut, and keys that are no longer used."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.questionnaire import Level, Scale, equal_steps
from readiness.reading.loading import Loaded, load
from reading.folder import change, good_copy, replace_all

if TYPE_CHECKING:
    from pathlib import Path

# Levels in the low half, worked out by hand: those below 50 of equal steps from 0 to 100.
EQUAL = {2: None, 3: None, 4: 2, 5: 2, 6: 3, 7: 3, 8: 4, 9: 4, 10: 5, 11: 5}
UNEVEN = (
    ("0 10 20 30 100", 3),  # 4 are below 50, but the high half needs two
    ("0 50 60 80 100", 2),  # 1 is below 50, but the low half needs two
    ("0 10 60 100", 2),
    ("0 1 2 3 4 50 100", 5),
    ("0 60 70 80 90 100", 2),
    ("0 10 20 30 40 45 49 99/2 50 90 100", 8),
    ("0 90 100", None),
)
ONLY = """\
title: Only
themes:
  - id: one
    title: One
    items:
      - id: a
        question: What is seen?
        levels: [{levels}]
        gate: {{min: {least}, effect: stop}}
        advice: {{low: Do it., mid: Do more.}}
      - id: b
        question: What is heard?
        levels: [{levels}]
        advice: {{low: Do it., mid: Do more.}}
"""
SEEN = ("nothing", "little", "some", "much", "more", "most", "all")
PLACE = "only.yml:9:21"


def test_the_low_half_of_equal_steps() -> None:
    """2 to 11 levels; fewer than four have no halves."""
    found = {count: scale(equal_steps(count)).cut for count in range(2, 12)}
    assert found == EQUAL


@pytest.mark.parametrize(("points", "low"), UNEVEN)
def test_the_low_half_of_uneven_steps(points: str, low: int | None) -> None:
    """Below 50 points, moved until both halves have two levels."""
    assert scale(tuple(map(Fraction, points.split()))).cut == low


def scale(points: tuple[Fraction, ...]) -> Scale:
    """Return a scale with these points."""
    return Scale(id="s", levels=tuple(Level(label=str(point), points=point) for point in points))


def gated(folder: Path, count: int, least: int, *, points: str = "", more: str = "") -> Loaded:
    """Load a questionnaire of so many levels whose one gate asks for the level `least`."""
    given = points.split() or [""] * count
    levels = ", ".join(
        f"{{label: {word}{', points: ' + at if at else ''}}}"
        for word, at in zip(SEEN, given, strict=False)
    )
    entry = (
        f"id: q\nedition: 1\ntitle: Q\nscales: {{s: {{levels: [{levels}]}}}}\ndimensions: [only]\n"
    )
    replace_all(folder, "questionnaire", (entry + more).encode())
    only = ONLY.format(levels=", ".join(SEEN[:count]), least=least)
    replace_all(folder, "only", only.encode())
    return load(folder)


def said(loaded: Loaded) -> list[str]:
    """Return place, severity and rule of every problem."""
    return [
        f"{p.file.rpartition('/')[2]}:{p.line}:{p.column} {p.severity} {p.rule}"
        for p in loaded.problems
    ]


@pytest.mark.parametrize(("count", "first"), [(2, None), (3, None), (4, 3), (5, 3), (6, 4), (7, 4)])
def test_a_gate_stands_at_the_first_level_of_the_high_half(
    tmp_path: Path, count: int, first: int | None
) -> None:
    """Another level is an error where there is a `group`, else advice; short scales are free."""
    seen = 0
    for least in range(1, count + 1):
        wrong = first is not None and least != first
        with_group = gated(tmp_path, count, least, more="group: {k_min: 5}\n")
        assert said(with_group) == [f"{PLACE} error gate-at-cut"] * wrong
        assert (with_group.questionnaire is None) == wrong
        alone = gated(tmp_path, count, least)
        assert said(alone) == [f"{PLACE} advice gate-at-cut"] * wrong
        assert alone.questionnaire is not None
        seen += 1
    assert seen == count


def test_the_points_decide_where_the_gate_stands(tmp_path: Path) -> None:
    """Uneven points move the cut; the message names the level."""
    assert said(gated(tmp_path, 5, 4, points="0 10 20 30 100")) == []
    (problem,) = gated(tmp_path, 5, 3, points="0 10 20 30 100").problems
    assert problem.message.endswith("the first level of the high half, 4; here is 3")


def test_points_with_a_fault_are_one_problem(tmp_path: Path) -> None:
    """Where points are missing or no numbers, nothing is said of gates."""
    assert said(gated(tmp_path, 5, 4, points="0 x 20 30 100")) == [
        "questionnaire.yml:4:76 error form"
    ]


RETIRED = """\
  gap:
    levels: 1.5
    theme_points: 25
"""


def test_retired_keys_are_mentioned_and_do_nothing(tmp_path: Path) -> None:
    """A warning each at its line; the questionnaire still opens what was saved with it."""
    folder = good_copy(tmp_path)
    change(folder, "questionnaire", "  gap: {share: 0.4}\n  colluders: 2", RETIRED)
    loaded = load(folder)
    assert said(loaded) == [
        "questionnaire.yml:39:5 warning retired-key",
        "questionnaire.yml:40:5 warning retired-key",
    ]
    assert [problem.message for problem in loaded.problems] == [
        "'gap.levels' is no longer used; 'gap.share' took its place",
        "'gap.theme_points' is no longer used; 'gap.share' took its place",
    ]
    assert loaded.questionnaire is not None
    assert loaded.questionnaire.group.gap.share == Fraction(1, 3)
    with_them = questionnaire_fingerprint(loaded.questionnaire)
    change(folder, "questionnaire", RETIRED, "")
    without = load(folder).questionnaire
    assert without is not None
    assert questionnaire_fingerprint(without) != with_them
