"""The examples beside the questions are the sanity cases of the model, and `check` tries them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from readiness.cli import main

from .conftest import ASSESSMENT
from .specification import GATES, THEMES

if TYPE_CHECKING:
    from pathlib import Path

# `all`, the exceptions, the verdict, the index as it is shown.
Case = tuple[object, dict[str, Any], str, int | None]

FOUR_WEAK: dict[str, Any] = dict.fromkeys(THEMES["acting-on-feedback"], 2)
NA: dict[str, Any] = dict.fromkeys(THEMES["internal-customers"], "na")
# What all answers are, the exceptions, and what must come of them, typed from the model.
SANITY: list[Case] = [
    (3, {}, "conditions", 50),
    (4, {}, "ready", 75),
    (2, {}, "not_yet", 25),
    (5, {"needs-identified": 2}, "not_yet", 97),
    (4, {"lean-and-jobs": 2}, "conditions", 73),
    (4, FOUR_WEAK, "conditions", 69),
    (4, NA, "ready", 75),
    ("dk", {}, "none", None),
]
FAULTS = {
    "a cut-off": ("questionnaire.yml", "    index: 60 ", "    index: 50 ", "conditions"),
    "an effect": ("processes.yml", "{min: 3, effect: stop}", "{min: 3, effect: hold}", "not_yet"),
    "a gate": ("leadership.yml", "        gate: {min: 3, effect: hold}\n", "", "lean-and-jobs"),
}
UNKNOWN = [(8, "ready", 75), (9, "conditions", 75)]


def examples() -> list[dict[str, Any]]:
    """Return the examples as they stand in the file."""
    read = yaml.safe_load((ASSESSMENT / "examples.yml").read_text(encoding="utf-8"))
    assert isinstance(read, list)
    return read


def outcomes() -> list[Case]:
    """Return answers and outcome of the examples of leaders."""
    return [
        (one.get("all"), one.get("answers", {}), one["expect"]["verdict"], one["expect"]["index"])
        for one in examples()
        if one["role"] == "leader"
    ]


@pytest.mark.parametrize("case", SANITY, ids=str)
def test_each_sanity_case_is_an_example(
    case: Case,
) -> None:
    """With the same answers and the same outcome."""
    assert case in outcomes()


@pytest.mark.parametrize(("count", "verdict", "index"), UNKNOWN)
def test_the_unknown_are_spread_and_no_gates(count: int, verdict: str, index: int) -> None:
    """Eight of 34 are not too many, nine are; each theme keeps enough to be scored."""
    found = [case for case in outcomes() if list(case[1].values()) == ["dk"] * count]
    assert [(all_, *rest) for all_, _, *rest in found] == [(4, verdict, index)]
    unknown = set(found[0][1])
    assert not unknown & set(GATES)
    assert max(len(unknown & set(items)) for items in THEMES.values()) == 1


def test_the_check_tries_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    """No problem, and none is passed over."""
    assert len(examples()) >= 12
    assert main(["check", str(ASSESSMENT)]) == 0
    assert f"{len(examples())} examples tried" in capsys.readouterr().out


@pytest.mark.parametrize("fault", FAULTS)
def test_a_moved_cut_off_or_gate_is_named(
    fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Canary: the check fails with the line of an expectation."""
    file, old, new, named = FAULTS[fault]
    copy = tmp_path / "assessment"
    shutil.copytree(ASSESSMENT, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    assert main(["check", str(copy)]) == 2
    lines = [line for line in capsys.readouterr().out.splitlines() if "examples.yml:" in line]
    assert any(named in line for line in lines), lines
