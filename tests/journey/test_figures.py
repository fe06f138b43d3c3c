"""The page shows what `readiness score FILE --json` prints for the file that it hands out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.building import ROOT

from journey.answer_sets import answer_sets
from journey.exchanger import Exchanger, fields_of
from journey.groups import asked
from journey.respondent import Respondent
from journey.stored import forget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from journey.respondent import Answers, Shown
    from readiness.questionnaire import Questionnaire

Sets = dict[str, tuple[str | None, "Answers"]]
Scored = dict[str, Any]


def saved_response(role: str | None, answers: Answers) -> str:
    """Write a response file by hand, as format.md has it."""
    of = {"id": "customer-focus-before-lean", "edition": "2026.2"}
    content = {"format": "readiness-responses", "version": 1, "questionnaire": of}
    return json.dumps(
        {**content, "role": role, "answers": answers} if role else {**content, "answers": answers}
    )


def score(folder: Path, responses: Mapping[str, bytes]) -> dict[str, Scored]:
    """Return what the command prints for each response."""
    files = [folder / f"{name}.json" for name in responses]
    for file, response in zip(files, responses.values(), strict=True):
        file.write_bytes(response)
    program = Path(sys.executable).with_name("readiness")
    ended = subprocess.run(  # our own command on our own files
        [program, "score", "--json", *files], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    return dict(zip(responses, lines, strict=True))


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
        "advice": [
            [line["item"], line["reason"]]
            for ask in (False, True)
            for line in scored["advice"]
            if line["ask"] is ask
        ],
        "find_out": [line["item"] for line in scored["find_out"]],
    }
    return {name: getattr(shown, name) for name in expected} == expected


def scores(areas: dict[str, Any]) -> dict[str, str]:
    """Return the shown score of each dimension or theme."""
    return {area: figure(value["score"]) for area, value in areas.items()}


def taken(page: Page, site: str, sets: Sets) -> dict[str, tuple[Shown, bytes]]:
    """Return what the page shows for all cases, each begun with nothing saved, and its file."""
    respondent = Respondent(page, f"{site}take/")
    found = {}
    for name, (role, answers) in sets.items():
        page.goto("about:blank")
        forget(page, site)
        shown = respondent.open().fill(role, answers).go_to_result()
        found[name] = shown, Exchanger(page, f"{site}answers/").open().contribution()
    return found


def test_the_page_shows_what_the_command_prints(
    page: Page, site_url: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Verdict, index, every score, gate, condition, piece of advice and open question, in order.

    Canary: an answer that is moved by one level in the file, and not on the page, is told apart.
    """
    sets = answer_sets(questionnaire)
    seen = taken(page, site_url, sets)
    for name, (role, answers) in sets.items():
        fields = fields_of(seen[name][1])
        expected = {item: answers[item] for item in asked(questionnaire, role) if item in answers}
        assert (fields.get("role"), fields["answers"]) == (role, expected), name
    shown = {name: shown for name, (shown, _) in seen.items()}
    scored = score(tmp_path, {name: file for name, (_, file) in seen.items()})
    assert [name for name in shown if not same(shown[name], scored[name])] == []
    assert_of_all_kinds(shown, scored)
    role, answers = sets["all 2"]
    moved = saved_response(role, {**answers, "team-goals": 3}).encode()
    assert not same(shown["all 2"], score(tmp_path, {"moved": moved})["moved"])


def assert_of_all_kinds(shown: dict[str, Shown], scored: dict[str, Scored]) -> None:
    """Check for all verdicts, every condition that answers can reach, all reasons, five steps."""
    assert len(scored) >= 12
    verdicts = {case["verdict"] for case in scored.values()}
    assert verdicts == {"not_yet", "conditions", "ready", "none"}
    rules = {line["rule"] for case in scored.values() for line in case["conditions"]}
    assert {"gate_failed", "gate_dont_know", "gate_unanswered", "index", "theme"} <= rules
    reasons = {reason for case in shown.values() for _, reason in case.advice}
    assert reasons == {"gate_stop", "gate_hold", "theme_not_yet", "theme_ready", "gain"}
    assert any(case.find_out for case in shown.values())
    assert max(len(case.advice) for case in shown.values()) == 5
