"""The published schema: sound, usable by editors, and exact about typos (threats A10)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from readiness.cli import main
from readiness.reading.nodes import plain
from readiness.reading.schema import check, schema_text
from readiness.reading.source import parse
from reading.folder import FILES, GOOD

SCHEMA: dict[str, Any] = json.loads(schema_text())
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def test_schema_is_sound() -> None:
    """It is a schema of its own dialect, and no part of it goes unused."""
    Draft202012Validator.check_schema(SCHEMA)
    for part in SCHEMA["$defs"]:
        assert f'"#/$defs/{part}"' in schema_text()


def test_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    """`readiness schema` prints the file, nothing else."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA


def properties(schema: Any) -> list[tuple[str, dict[str, Any]]]:  # noqa: ANN401  # any JSON
    """Return every property that a schema describes, however deep."""
    if isinstance(schema, list):
        return [pair for entry in schema for pair in properties(entry)]
    if not isinstance(schema, dict):
        return []
    here = list(schema.get("properties", {}).items())
    return here + [pair for value in schema.values() for pair in properties(value)]


def test_editors_find_words_for_every_key() -> None:
    """Every key has a title and a description, its own or those of its part."""
    found = properties(SCHEMA)
    assert len(found) > 60
    for name, entry in found:
        part = SCHEMA["$defs"].get(entry.get("$ref", "").rpartition("/")[2], {})
        words = {**part, **entry}
        assert words.get("title"), name
        assert words.get("description"), name


@pytest.mark.parametrize("name", FILES)
def test_modeline_leads_to_the_schema_that_fits(name: str) -> None:
    """One schema serves both kinds of file: what an editor would check passes."""
    content = (GOOD / f"{name}.yml").read_bytes()
    root = parse(name, content).root
    assert root is not None
    Draft202012Validator(SCHEMA).validate(plain(root))
    modeline = MODELINE.match(content.decode())
    if modeline:
        assert (GOOD / modeline[1]).read_text("utf-8") == schema_text()


def test_modelines_of_the_demo_lead_to_the_schema() -> None:
    """Each file of the demo's questionnaire names the schema by a path that holds."""
    root = Path(__file__).parents[2]
    files = sorted((root / "assessment").glob("*.yml"))
    assert files
    for path in files:
        modeline = MODELINE.match(path.read_text("utf-8"))
        assert modeline, path
        assert (path.parent / modeline[1]).read_text("utf-8") == schema_text()


def typos() -> list[tuple[str, int, str, str, str]]:
    """Return for every key of the good files each form with one letter dropped or two swapped."""
    known = {name for name, _ in properties(SCHEMA)}
    found = []
    for name in FILES:
        for number, line in enumerate((GOOD / f"{name}.yml").read_text("utf-8").split("\n"), 1):
            for match in re.finditer(r"(?<![\w-])([a-z_]+):(?= |$)", line):
                key = match[1]
                if key not in known:  # an id of the author's
                    continue
                forms = {key[:i] + key[i + 1 :] for i in range(len(key))}
                forms |= {key[:i] + key[i + 1] + key[i] + key[i + 2 :] for i in range(len(key) - 1)}
                for form in sorted(forms - known - {""}):
                    wrong = line[: match.start()] + form + line[match.end(1) :]
                    found.append((name, number, key, form, wrong))
    return found


def test_every_typo_is_one_problem_that_names_the_key() -> None:
    """Dropping or swapping letters in any key leads back to that key, and to nothing else."""
    found = typos()
    assert len(found) > 400
    for name, number, key, form, wrong in found:
        lines = (GOOD / f"{name}.yml").read_text("utf-8").split("\n")
        lines[number - 1] = wrong
        root = parse(name, "\n".join(lines).encode()).root
        assert root is not None
        kind = "questionnaire" if name == "questionnaire" else "dimension"
        (problem,) = check(root, kind)
        assert problem.message == f"unknown key '{form}' (did you mean '{key}'?)"
        assert (problem.line, problem.rule) == (number, "unknown-key")
