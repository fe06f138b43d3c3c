"""Advice on wording: given where it is due, silent elsewhere, never an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.problems import Severity
from readiness.reading.loading import load
from reading.folder import change, good_copy

WHO = "Who knows what customers expect?"
LONG = " ".join(["word"] * 31)


def advice(folder: Path) -> list[str]:
    """Return `file:line:column rule` of every piece of advice; there must be nothing worse."""
    loaded = load(folder)
    assert loaded.questionnaire is not None
    assert {problem.severity for problem in loaded.problems} <= {Severity.ADVICE}
    return [
        f"{problem.file.rpartition('/')[2]}:{problem.line}:{problem.column} {problem.rule}"
        for problem in loaded.problems
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("roles: [leader, frontline]", "roles: [leader]", "5:5 few-items"),
        (WHO, "Who knows and/or asks what customers expect?", "9:19 two-ideas"),
        (WHO, "Who knows customers, and how do they know?", "9:19 two-ideas"),
        (WHO, "Who knows them? Who asks?", "9:19 two-ideas"),
        (WHO, f"{LONG}?", "9:19 long-text"),
        ("- Some people.", f"- {LONG}", "12:13 long-text"),
        ("- Some people.", "- nobody", "12:13 twin-levels"),
        (WHO, "To what extent do you agree that customers are known?", "9:19 agree-or-disagree"),
        ("- Everybody.", "- Strongly agree", "13:13 agree-or-disagree"),
        (
            "        advice: {low: Ask a customer., mid: Ask more customers.}\n",
            "",
            "8:13 missing-advice",
        ),
        (", mid: Ask more customers.", "", "16:9 missing-advice"),
    ],
)
def test_advice_is_given(old: str, new: str, found: str, tmp_path: Path) -> None:
    """Each piece of advice stands at what it is about, and the questionnaire loads."""
    folder = good_copy(tmp_path)
    change(folder, "people", old, new)
    assert advice(folder) == [f"people.yml:{found}"]


def test_agreement_as_a_scale_is_named_at_its_label(tmp_path: Path) -> None:
    """A scale from "disagree" to "agree" is advised against where it is defined."""
    folder = good_copy(tmp_path)
    change(folder, "questionnaire", "label: No,", "label: Disagree,")
    change(folder, "questionnaire", "label: Yes,", "label: Agree strongly,")
    found = [f"questionnaire.yml:{place} agree-or-disagree" for place in ("15:17", "16:17")]
    assert advice(folder) == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WHO, "Who knows what customers want and expect?"),
        (WHO, "Who answers for needs, wants and expectations?"),
        (WHO, " ".join(["word"] * 29) + "?"),
        ("- Some people.", "- A few agreed things."),
        ("- Some people.", "- Departments agree on one plan."),
        ("- Some people.", "- Nobody but the leader."),
    ],
)
def test_good_wording_goes_without_advice(old: str, new: str, tmp_path: Path) -> None:
    """It would rather miss than nag."""
    folder = good_copy(tmp_path)
    change(folder, "people", old, new)
    assert advice(folder) == []


def test_the_demo_needs_no_advice() -> None:
    """The questionnaire of this repository loads without error, warning or advice."""
    assert advice(Path(__file__).parents[2] / "assessment") == []
