"""Thousands of mutated questionnaires: a problem with a place, or a questionnaire (threats M7).

1,000 in the normal run, 20,000 with READINESS_LONG=1. The outcomes are counted, because a fuzz
where nearly all dies at the first character tests nothing.
"""

from __future__ import annotations

import os
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

import pytest
import yaml

from readiness.commands import check
from readiness.problems import Problem, Severity, show
from readiness.reading import source
from readiness.reading.loading import Loaded, load
from reading.folder import FILES, GOOD, good_copy, replace_all
from reading.mutants import mutants

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Load = Callable[[Path], Loaded]

COUNT = 20_000 if os.environ.get("READINESS_LONG") else 1_000
VALIDATED = {"unknown-key", "missing-key", "type", "form", "value", "choice"}  # found by the schema
RULED = {
    *("unique-item-ids", "unique-theme-ids", "unique-entries", "ask-order", "known-scale"),
    *("known-roles", "level-texts", "scale-points", "bands", "gate-level", "gate-for-all"),
    *("ratio-in-range", "floors-below-cut-offs", "group-sizes", "dimension-file"),
    *("gap-share", "gate-at-cut"),
}


def outcome(loaded: Loaded, lines: dict[str, int]) -> str:
    """Name the outcome of one mutant, after holding it to its promises."""
    errors = [p for p in loaded.problems if p.severity is Severity.ERROR]
    assert (loaded.questionnaire is None) == bool(errors)
    for problem in loaded.problems:
        hold(problem, lines)
    if not errors:
        return "clean"
    rules = {problem.rule for problem in errors}
    return "validated" if rules & VALIDATED else "ruled" if rules & RULED else "unread"


def hold(problem: Problem, lines: dict[str, int]) -> None:
    """Require that a problem has a line of the file, says something short, and can be shown."""
    name = problem.file.rpartition("/")[2]
    assert 1 <= problem.line <= lines[name]
    assert problem.column >= 1
    assert len(problem.message) < 500
    assert show(problem).encode().count(b"\n") in {0, 2}


def run(load_: Load, folder: Path, count: int, seed: int = 1) -> Counter[str]:
    """Load so many mutants and count the outcomes."""
    originals = {name: (GOOD / f"{name}.yml").read_bytes() for name in FILES}
    outcomes: Counter[str] = Counter()
    for name, content in islice(mutants(seed), count):
        replace_all(folder, name, content)
        lines = {f"{n}.yml": c.count(b"\n") + c.count(b"\r") + 1 for n, c in originals.items()}
        lines[f"{name}.yml"] = content.count(b"\n") + content.count(b"\r") + 1
        outcomes[outcome(load_(folder), lines)] += 1
        replace_all(folder, name, originals[name])
    return outcomes


def test_mutants_give_a_problem_or_a_questionnaire(tmp_path: Path) -> None:
    """No mutant raises; enough of them come as far as the validator, and enough are good."""
    outcomes = run(load, good_copy(tmp_path), COUNT)
    print(dict(outcomes))  # noqa: T201  # the figures belong in the long run's report
    assert outcomes.total() == COUNT
    assert outcomes["validated"] + outcomes["ruled"] >= COUNT * 0.20
    assert outcomes["clean"] >= COUNT * 0.05
    assert outcomes["unread"] >= COUNT * 0.05


def test_command_ends_with_code_2_exactly_where_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`readiness check` says by its exit code what `load` says by its value."""
    import argparse  # noqa: PLC0415  # only here

    folder = good_copy(tmp_path)
    codes: Counter[int] = Counter()
    for name, content in islice(mutants(2), 100):
        replace_all(folder, name, content)
        code = check.run(argparse.Namespace(directory=folder))
        assert code == (0 if load(folder).questionnaire else 2)
        codes[code] += 1
        replace_all(folder, name, (GOOD / f"{name}.yml").read_bytes())
    assert codes.keys() == {0, 2}
    assert "Traceback" not in capsys.readouterr().err


def test_canary_reader_that_catches_only_yaml_errors_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same run finds the fault where the reader foresees YAML's own errors only."""
    monkeypatch.setattr(source, "Exception", yaml.YAMLError, raising=False)
    with pytest.raises((ValueError, OverflowError)):
        run(load, good_copy(tmp_path), 2_000)


def test_canary_stock_loader_fails(tmp_path: Path) -> None:
    """The same run finds the fault in a loader that is `safe_load` in a `try`."""

    def naive(folder: Path) -> Loaded:
        for path in sorted(folder.glob("*.yml")):
            try:
                yaml.safe_load(path.read_bytes())
            except yaml.YAMLError as error:
                problem = Problem(file=str(path), line=1, column=1, rule="yaml", message=str(error))
                return Loaded(questionnaire=None, problems=(problem,))
        return load(GOOD)

    with pytest.raises((ValueError, KeyError, AttributeError, OverflowError)):
        run(naive, good_copy(tmp_path), 2_000)
