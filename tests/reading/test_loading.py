"""From good files to the questionnaire: every key arrives, every default is filled in."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from readiness.problems import Severity
from readiness.questionnaire import (
    Band,
    Effect,
    Gate,
    GroupRules,
    Questionnaire,
    Ready,
    VerdictRules,
)
from readiness.reading.loading import load
from reading.folder import change, good_copy, replace_all

MINIMAL = """\
id: least
edition: 1
title: The least
scales: {s: {levels: [{label: a}, {label: b}, {label: c}, {label: d}]}}
dimensions: [only]
"""
ONLY = """\
title: Only
themes:
  - id: t
    title: T
    items:
      - {id: a, question: What, levels: [w, x, y, z]}
"""


def made(folder: Path) -> Questionnaire:
    """Load a folder that has no error."""
    loaded = load(folder)
    assert loaded.questionnaire is not None, loaded.problems
    return loaded.questionnaire


def minimal(directory: Path, more: str = "") -> Questionnaire:
    """Load a questionnaire of nothing but what is needed, and more lines."""
    replace_all(directory, "questionnaire", (MINIMAL + more).encode())
    replace_all(directory, "only", ONLY.encode())
    return made(directory)


def test_every_key_arrives(tmp_path: Path) -> None:
    """What the good files say stands in the questionnaire, exact."""
    q = made(good_copy(tmp_path))
    assert (q.id, q.edition, q.title) == ("small", "2026.10", "A small questionnaire")
    assert q.summary == "Two dimensions, for tests."
    assert q.instruction == "Think of the last 12 months."
    assert [d.id for d in q.dimensions] == ["people", "processes"]
    assert q.ask_order == ("processes", "people")
    assert [(d.weight, d.summary) for d in q.dimensions] == [(2, "Who does the work."), (1, None)]
    assert [(r.id, r.label) for r in q.roles] == [("leader", "Leader"), ("frontline", "Front line")]
    assert q.bands == (Band(start=Fraction(0), label="Low"), Band(start=Fraction(50), label="High"))
    assert q.verdict.completeness.verdict == Fraction(4, 5)
    assert (q.verdict.theme_share, q.verdict.not_applicable) == (Fraction(1, 2), Fraction(3, 10))
    assert q.verdict.labels.conditions == "Ready with conditions"
    assert (q.verdict.meanings.not_yet, q.verdict.meanings.none) == (
        "First things first.",
        "Answer more.",
    )
    assert (q.group.gate_share, q.group.gap.share) == (Fraction(2, 3), Fraction(2, 5))
    assert q.group.colluders == 2
    assert [f"{one.id}: {one.text}" for one in q.statements] == [
        "S1: Customers come first.",
        "S2: Everybody helps them.",
    ]
    first, second, third, _ = q.items
    assert first.gate == Gate(min=2, effect=Effect.STOP)
    assert first.levels == ("Nobody.", "Some people.", "Everybody.")
    assert (first.advice.mid, first.advice.by) == ("Ask more customers.", ())
    assert second.advice.by == ("frontline",)
    assert (second.weight, second.allow_na, second.added) == (3, True, True)
    assert (second.was, second.traces) == (("helps",), ("S1", "S2"))
    assert second.roles == ("leader", "frontline")
    assert [level.points for level in first.scale.levels] == [0, 50, 100]
    assert (third.scale.id, third.advice.mid) == ("answer", None)


def test_defaults(tmp_path: Path) -> None:
    """What is left out gets the values of scoring.md; points are equally spaced, exactly."""
    q = minimal(tmp_path)
    assert q.edition == "1"
    assert q.verdict == VerdictRules()
    assert q.group == GroupRules()
    assert q.statements == ()
    assert q.ask_order == ("only",)
    names = ["Not started", "By chance", "In part", "Throughout", "Self-correcting"]
    assert [band.label for band in q.bands] == names
    assert [band.start for band in q.bands] == [0, 25, 50, 75, 90]
    points = [level.points for level in q.items[0].scale.levels]
    assert points == [0, Fraction(100, 3), Fraction(200, 3), 100]
    item = q.items[0]
    assert (item.roles, item.weight, item.allow_na, item.gate, item.was) == ((), 1, False, None, ())


def test_level_texts_left_out_are_the_labels_of_the_scale(tmp_path: Path) -> None:
    """Here of the eleven levels that a scale may have at most."""
    labels = [f"{number} of 10" for number in range(11)]
    entry = MINIMAL.replace(
        "{label: a}, {label: b}, {label: c}, {label: d}",
        ", ".join(f"{{label: {label}}}" for label in labels),
    )
    replace_all(tmp_path, "questionnaire", entry.encode())
    replace_all(tmp_path, "only", ONLY.replace(", levels: [w, x, y, z]", "").encode())
    item = made(tmp_path).items[0]
    assert item.levels == tuple(labels)
    assert [level.points for level in item.scale.levels] == list(range(0, 101, 10))


def test_one_default_of_many_may_be_changed(tmp_path: Path) -> None:
    """A single key of a group leaves its neighbours as they are."""
    q = minimal(tmp_path, "verdict: {ready: {index: 65}}\ngroup: {k_min: 6}\n")
    assert q.verdict.ready == Ready(index=Fraction(65))
    assert (q.group.k_min, q.group.distribution_min) == (6, 10)


def test_sample_of_the_contract_passes() -> None:
    """The sample of format.md, comments and all, loads without error or warning."""
    folder = Path(__file__).parent / "sample"
    loaded = load(folder)
    assert loaded.questionnaire is not None
    assert [p for p in loaded.problems if p.severity is not Severity.ADVICE] == []


def test_byte_order_mark_and_line_ends_do_not_matter(tmp_path: Path) -> None:
    """Files from other systems read the same, and places in them are the same."""
    folder = good_copy(tmp_path)
    expected = made(folder)
    for change_ends in (b"\r\n", b"\r"):
        for path in folder.glob("*.yml"):
            content = re.sub(rb"\r\n|\r|\n", change_ends, path.read_bytes())
            path.write_bytes(b"\xef\xbb\xbf" + content.removeprefix(b"\xef\xbb\xbf"))
        assert made(folder) == expected
    change(folder, "people", "weight: 2", "weight: 0")
    (problem,) = load(folder).problems
    assert (problem.line, problem.column, problem.excerpt) == (3, 9, "weight: 0")


def test_text_blocks(tmp_path: Path) -> None:
    """Folded and literal texts arrive without the line end that only YAML needs."""
    folder = good_copy(tmp_path)
    change(folder, "people", "Who does the work.", ">\n  Who does\n  the work.\n")
    change(
        folder, "people", "Ask three colleagues.", "|\n          Ask three\n          colleagues."
    )
    q = made(folder)
    assert q.dimensions[0].summary == "Who does the work."
    assert q.items[0].evidence == "Ask three\ncolleagues."


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\ufeff"])
def test_invisible_characters_warn_and_become_spaces(sign: str, tmp_path: Path) -> None:
    """They neither split a text nor shift the lines that follow."""
    folder = good_copy(tmp_path)
    change(folder, "people", "Who does the work.", f"Who does{sign}the work.")
    loaded = load(folder)
    (warning,) = loaded.problems
    place = (warning.line, warning.column)
    assert (*place, warning.rule, warning.severity) == (
        2,
        18,
        "invisible-character",
        Severity.WARNING,
    )
    assert loaded.questionnaire is not None
    assert loaded.questionnaire.dimensions[0].summary == "Who does the work."


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Ask three colleagues.", "Ask #3 and #4", (15, 23)),
        ("- Some people.", "- Some #hashtag", (12, 18)),
        ("Who does the work.", "Who does\n  the #1 work.", (3, 7)),
        ("Let one team try.", "Let one # team", (24, 24)),
    ],
)
def test_text_cut_by_a_comment_warns(
    old: str, new: str, place: tuple[int, int], tmp_path: Path
) -> None:
    """One space and a `#` in a text is a loss that is named; the questionnaire still loads."""
    folder = good_copy(tmp_path)
    change(folder, "people", old, new)
    loaded = load(folder)
    (warning,) = [p for p in loaded.problems if p.severity is Severity.WARNING]
    assert (warning.line, warning.column, warning.rule) == (*place, "cut-by-comment")
    assert loaded.questionnaire is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask three colleagues.", "Ask three colleagues.  # two spaces: a comment"),
        ("Ask three colleagues.", '"Ask #3"'),
        ("Ask three colleagues.", "Ask#3"),
        ("id: my-part", "id: my-part # not a text"),
        ("weight: 2", "weight: 2 # a number"),
        ("effect: stop}", "effect: stop} # brackets"),
        ("[helps]", "[helps] # brackets"),
    ],
)
def test_other_comments_do_not_warn(old: str, new: str, tmp_path: Path) -> None:
    """Comments on purpose, and `#` inside a text, go without a word."""
    folder = good_copy(tmp_path)
    change(folder, "people", old, new)
    assert load(folder).problems == ()


def test_files_that_nobody_names_are_mentioned(tmp_path: Path) -> None:
    """A forgotten dimension and a wrong ending are warnings, not errors."""
    folder = good_copy(tmp_path)
    replace_all(folder, "products", b"title: P\n")
    (folder / "places.yaml").write_bytes(b"title: P\n")
    (folder / "notes.txt").write_bytes(b"x")
    loaded = load(folder)
    assert loaded.questionnaire is not None
    found = [(p.file.rpartition("/")[2], p.rule, p.severity) for p in loaded.problems]
    unused = ("unused-file", Severity.WARNING)
    assert found == [("places.yaml", *unused), ("products.yml", *unused)]


def test_misspelt_dimension_gets_a_suggestion(tmp_path: Path) -> None:
    """The nearest file is named."""
    folder = good_copy(tmp_path)
    change(folder, "questionnaire", "[people, processes]", "[people, proceses]")
    errors = [p for p in load(folder).problems if p.severity is Severity.ERROR]
    assert [error.rule for error in errors] == ["dimension-file"]
    assert errors[0].message.endswith("(did you mean 'processes'?)")
