"""The page shows what `readiness score FILE --json` prints for the same answers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tools.building import ROOT

from journey.answer_sets import answer_sets
from journey.respondent import Respondent
from journey.stored import forget

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from journey.respondent import Answers, Shown
    from readiness.questionnaire import Questionnaire

Sets = dict[str, tuple[str | None, "Answers"]]
Scored = dict[str, Any]


def saved_response(role: str | None, answers: Answers) -> str:
    """Write a response file by hand, as format.md has it."""
    of = {"id": "customer-focus-before-lean", "edition": "2026.1"}
    content = {"format": "readiness-responses", "version": 1, "questionnaire": of}
    return json.dumps(
        {**content, "role": role, "answers": answers} if role else {**content, "answers": answers}
    )


def score(folder: Path, sets: Sets) -> dict[str, Scored]:
    """Return what the command prints for each set."""
    files = [folder / f"{name}.json" for name in sets]
    for file, (role, answers) in zip(files, sets.values(), strict=True):
        file.write_text(saved_response(role, answers), encoding="utf-8")
    program = Path(sys.executable).with_name("readiness")
    ended = subprocess.run(  # our own command on our own files
        [program, "score", "--json", *files], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    return dict(zip(sets, lines, strict=True))


def figure(value: dict[str, Any] | None) -> str:
    """Return a figure as a hook shows it."""
    return "" if value is None else str(value["shown"])


def same(shown: Shown, scored: Scored) -> bool:
    """Compare everything that the page has a hook for."""
    has_scores = bool(scored["completeness"]) and scored["completeness"]["shown"] >= 50
    expected = {
        "verdict": scored["verdict"],
        "index": figure(scored["index"]),
        "dimensions": scores(scored["dimensions"]) if has_scores else {},
        "themes": scores(scored["themes"]) if has_scores else {},
        "gates": {item: gate["state"] for item, gate in scored["gates"].items()},
        "conditions": [line["rule"] for line in scored["conditions"]],
        "advice": [[line["item"], line["reason"]] for line in scored["advice"]],
        "find_out": [line["item"] for line in scored["find_out"]],
    }
    return {name: getattr(shown, name) for name in expected} == expected


def scores(areas: dict[str, Any]) -> dict[str, str]:
    """Return the shown score of each dimension or theme."""
    return {area: figure(value["score"]) for area, value in areas.items()}


@pytest.fixture(scope="module")
def sets(questionnaire: Questionnaire) -> Sets:
    """Return the answers of all cases."""
    return answer_sets(questionnaire)


@pytest.fixture(scope="module")
def scored(sets: Sets, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scored]:
    """Return what the command says of all cases."""
    return score(tmp_path_factory.mktemp("responses"), sets)


@pytest.fixture(scope="module")
def shown(browser: Browser, take_url: str, sets: Sets) -> dict[str, Shown]:
    """Return what the page shows for all cases, each begun with nothing saved."""
    context = browser.new_context()
    respondent = Respondent(context.new_page(), take_url)
    found = {}
    for name, (role, answers) in sets.items():
        respondent.page.goto("about:blank")
        forget(respondent.page, take_url)
        found[name] = respondent.open().fill(role, answers).go_to_result()
    context.close()
    return found


def test_the_page_shows_what_the_command_prints(
    shown: dict[str, Shown], scored: dict[str, Scored]
) -> None:
    """Verdict, index, every score, gate, condition, piece of advice and open question, in order."""
    different = [name for name in shown if not same(shown[name], scored[name])]
    assert different == []


def test_the_cases_are_not_all_of_one_kind(
    shown: dict[str, Shown], scored: dict[str, Scored]
) -> None:
    """All four verdicts, every kind of condition that answers can reach, and all reasons."""
    assert len(scored) >= 12
    assert {case["verdict"] for case in scored.values()} == {
        "not_yet",
        "conditions",
        "ready",
        "none",
    }
    rules = {line["rule"] for case in scored.values() for line in case["conditions"]}
    assert {"gate_failed", "gate_dont_know", "gate_unanswered", "index", "theme"} <= rules
    reasons = {reason for case in shown.values() for _, reason in case.advice}
    assert reasons == {"gate_stop", "gate_hold", "theme_not_yet", "theme_ready", "gain"}
    assert any(case.find_out for case in shown.values())


def test_at_most_five_pieces_of_advice(shown: dict[str, Shown]) -> None:
    """And some case has as many."""
    assert max(len(case.advice) for case in shown.values()) == 5


def test_a_response_that_differs_by_one_level_is_told_apart(
    tmp_path: Path, shown: dict[str, Shown], sets: Sets
) -> None:
    """Canary of the comparison: one answer moved by one level in the file, not on the page."""
    role, answers = sets["all 2"]
    moved = {"moved": (role, {**answers, "team-goals": 3})}
    assert not same(shown["all 2"], score(tmp_path, moved)["moved"])
