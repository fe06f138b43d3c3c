"""`readiness score`: one JSON object a good file, refusals by name, and its exit codes."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from readiness.cli import main
from readiness.reading.loading import load

from .golden import differences, golden_cases

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

    from .golden import Golden

ASSESSMENT = Path(__file__).parents[2] / "assessment"
FULL = [case for case in golden_cases() if case.name.startswith("full_form: ")]


def save(path: Path, answers: dict[str, Any], **more: Any) -> str:  # noqa: ANN401  # as files are
    """Write a file by hand: only what must be there."""
    file = {
        "format": "readiness-responses",
        "version": 1,
        "questionnaire": {"id": "customer-focus-before-lean"},
        "answers": answers,
        **more,
    }
    path.write_text(json.dumps(file), encoding="utf-8")
    return str(path)


@pytest.fixture
def outline() -> Questionnaire:
    """Return the questionnaire of this repository."""
    questionnaire = load(ASSESSMENT).questionnaire
    assert questionnaire is not None
    return questionnaire


def test_the_full_form_of_the_golden_cases_is_the_real_one(outline: Questionnaire) -> None:
    """Same ids, roles, gates, weights and places: else the sanity cases would prove nothing."""
    golden = FULL[0].questionnaire
    assert [d.id for d in golden.dimensions] == [d.id for d in outline.dimensions]
    assert [(t.id, t.weight) for t in golden.themes] == [(t.id, t.weight) for t in outline.themes]
    for one, other in zip(golden.items, outline.items, strict=True):
        everybody = {role.id for role in outline.roles}
        assert one.id == other.id
        assert set(one.roles or everybody) == set(other.roles or everybody)
        assert (one.gate, one.weight, one.allow_na) == (other.gate, other.weight, other.allow_na)
    assert replace(golden.verdict, meanings=outline.verdict.meanings) == outline.verdict


@pytest.mark.parametrize("case", FULL, ids=lambda case: case.name)
def test_the_sanity_cases_from_a_file(
    case: Golden, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The real questionnaire, a real file, the real command."""
    role = {"role": case.responses.role} if case.responses.role else {}
    file = save(tmp_path / "one.json", dict(case.responses.answers), **role)
    assert main(["score", file, "--assessment", str(ASSESSMENT), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result.pop("file") == file
    assert differences(case.expect, result) == []


def test_good_files_are_scored_although_others_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In order, one object a line; the refused are named with their reason; exit code 1."""
    good = save(tmp_path / "good.json", {"lean-motive": 4}, role="leader")
    bad = save(tmp_path / "bad.json", {"lean-motive": 99}, role="leader")
    late = save(tmp_path / "late.json", {}, role="leader")
    files = [good, bad, str(tmp_path / "none.json"), str(tmp_path), late]
    assert main(["score", *files, "--assessment", str(ASSESSMENT), "--json"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["file"] for line in out.splitlines()] == [good, late]
    refusals = [line for line in err.splitlines() if ": refused: " in line]
    assert [line.rsplit(" ", 1)[1] for line in refusals] == [
        "[bad-answer]",
        "[unreadable]",
        "[unreadable]",
    ]
    assert refusals[0].startswith(f'{bad}: refused: the answer to "lean-motive" must be')
    assert f"{good}: notice: no respondent is named" in err


def test_a_questionnaire_with_problems_scores_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Problems are shown as by `readiness check`, apart from the output; exit code 2."""
    folder = tmp_path / "assessment"
    shutil.copytree(ASSESSMENT, folder)
    people = folder / "people.yml"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace("themes:", "thames:", 1), encoding="utf-8")
    file = save(tmp_path / "good.json", {})
    assert main(["score", file, "--assessment", str(folder), "--json"]) == 2
    score = capsys.readouterr()
    main(["check", str(folder)])
    shown = capsys.readouterr().out
    assert score.out == ""
    assert "people.yml" in score.err
    assert score.err.strip() in shown


def test_a_missing_questionnaire(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is a problem of the questionnaire."""
    file = save(tmp_path / "good.json", {})
    assert main(["score", file, "--assessment", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_a_response_in_another_encoding(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor that saves it so changes no answer."""
    name = save(tmp_path / "a.json", {"lean-motive": 4}, role="leader")
    assert main(["score", name, "--assessment", str(ASSESSMENT), "--json"]) == 0
    Path(name).write_bytes(Path(name).read_text("utf-8").encode(encoding))
    assert main(["score", name, "--assessment", str(ASSESSMENT), "--json"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


def test_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], outline: Questionnaire
) -> None:
    """Verdict, index and reasons without `--json`."""
    answers = {item.id: 4 for item in outline.items} | {"lean-and-jobs": 2, "bad-news": "dk"}
    file = save(tmp_path / "one.json", answers, role="leader")
    assert main(["score", file, "--assessment", str(ASSESSMENT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    jobs, news = (
        next(item.question for item in outline.items if item.id == id_)
        for id_ in ("lean-and-jobs", "bad-news")
    )
    assert lines[0] == file
    assert lines[1:] == [
        "  Ready with conditions",
        # 75 - 50/27 = 73.1; bad-news at 0: 75/27 less, 70.4; at 100: 25/27 more, 74.1
        "  Index: 73 of 100, In part (70 to 74 if the unknown answers were the lowest or highest)",
        f"  - {jobs}: level 2, it must be at least 3",
        "  Next:",
        f"  - {jobs}",
        "  Find out first:",
        f"  - {news}",
    ]


def test_no_result_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing answered: words, and no 0."""
    file = save(tmp_path / "none.json", {}, role="leader")
    assert main(["score", file, "--assessment", str(ASSESSMENT)]) == 0
    out = capsys.readouterr().out
    assert "No verdict" in out
    assert "Index: none" in out
