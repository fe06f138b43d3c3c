"""The command takes what was carried, or names it with its line and a reason that is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.building import ROOT

from readiness.cli import main
from readiness.commands.contributions import read_contributions

from .carried import chosen_files, pasted_forms
from .siblings import sibling_files, sibling_forms

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from readiness.questionnaire import Questionnaire


MOST = {"nothing": "wrong_format"}


def read(path: Path, questionnaire: Questionnaire) -> tuple[int, list[str], list[str]]:
    """Return how many are taken of a file, the reasons of the others, and the sentences."""
    reasons, sentences = [], []

    def refuse(name: str, sentence: str, reason: str) -> None:
        reasons.append(str(reason).replace("-", "_"))
        sentences.append(f"{name}: {sentence}")

    people = list(read_contributions(path, questionnaire, refuse))
    assert all(person.fingerprint != "" for person in people), "of another edition"
    return len(people), reasons, sentences


def test_pasted_forms_in_a_file(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """37 and as many siblings, each in a file of its own."""
    forms = {**pasted_forms(questionnaire), **sibling_forms(questionnaire)}
    assert len(forms) >= 37 + 37
    wrong = {}
    for number, (name, (text, expected)) in enumerate(forms.items()):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, "utf-8")
        taken, reasons, sentences = read(path, questionnaire)
        if (taken, reasons) != expected:
            wrong[name] = (taken, reasons)
        assert all("(line " in one for one in sentences), (name, sentences)
    assert wrong == {}


def test_files(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Tables in any encoding are taken; a foreign file is named for what it is, never JSON."""
    files = {**chosen_files(questionnaire), **sibling_files(questionnaire)}
    assert len(files) >= 13 + 30
    wrong = {}
    for name, (file, content, (people, expected)) in files.items():
        (tmp_path / file).write_bytes(content)
        taken, reasons, sentences = read(tmp_path / file, questionnaire)
        if (taken, reasons) != (people, [MOST.get(one, one) for one in expected]):
            wrong[name] = (taken, reasons)
        assert not any("JSON" in one for one in sentences), (name, sentences)
    assert wrong == {}


def test_the_command_names_them_on_stderr(
    questionnaire: Questionnaire, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One run over all files and a folder: each that is not taken has its line and its reason."""
    files = chosen_files(questionnaire)
    for file, content, _ in files.values():
        (tmp_path / file).write_bytes(content)
    paths = [str(tmp_path / file) for file, _, _ in files.values()]
    group = ["score", "--group", *paths, str(tmp_path), "--assessment", str(ROOT / "assessment")]
    assert main(group) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if ": refused: " in line]
    refused = [name for name, (_, _, (_, reasons)) in files.items() if reasons]
    assert len(said) == len(refused) + 1
    assert len(refused) >= 13
    assert said[-1].endswith("this is a folder: name the files in it [folder]")
    assert any("unpack it" in line for line in said)
