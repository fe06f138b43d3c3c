"""A report is made from told tables and cannot be made from anything else, by the layout alone.

Nothing that makes or writes a report reaches, by imports of code or of types, what holds counts
or answers; and both languages have the same modules with the same functions.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from .layout import (
    BROWSER,
    PYTHON,
    browser_graph,
    browser_names,
    browser_parameters,
    python_graph,
    python_names,
    python_parameters,
    reached,
)

if TYPE_CHECKING:
    from pathlib import Path

    from .layout import Graph

MAKERS = ("group/report", "group/report_json", "group/report_csv")
HIDDEN = {
    f"group/{name}"
    for name in (
        "deduplication",
        "frequencies",
        "breakdown",
        "disclosure_control",
        "cell_rules",
        "earlier_tables",
        "report_record",
    )
}
READERS = ("formats/", "commands/", "reading/", "team/", "views/", "site/", "vendored/")
FILE_MODULES = (
    *("engine/response_file", "engine/response_code", "engine/code_search", "engine/strict_json"),
    *("engine/written_file", "engine/file_parts", "engine/rounds"),
)
COUNTED = {"Frequencies", "Histogram", "Histograms", "Rows", "Member", "Person", "Gathered"}
COUNTED |= {"ItemRatings", "Slots", "Left"}
# One-sided by nature, each with its reason.
PYTHON_ONLY = {
    "deduplication": set[str](),
    "frequencies": {
        "places"
    },  # names the places for tables of counts, which the page does not read
}
BROWSER_ONLY = {
    # One by one, kept in a tab, and in pieces between which the page answers.
    "deduplication": {"preparer", "shortPerson", "restorePerson", "Gathering"},
    "frequencies": {"Counting"},  # in pieces
    "told_tables": {"highHalf", "ratersOf", "lowestOf", "highestOf", "toldOf"},  # properties there
    "cell_rules": {"ItemRatings"},  # a class there too
    "gates": {"single"},  # a property there
    "verdict": {"between"},  # an interval of two ends
    "report_record": {"isRecord"},  # tells a record among dropped files
}


def told_of(graph: Graph) -> set[str]:
    """Return the modules behind reports that they must not reach."""
    behind = set().union(*(reached(graph, maker) for maker in MAKERS))
    return {
        module
        for module in behind
        if module in HIDDEN or module in FILE_MODULES or module.startswith(READERS)
    }


def test_reports_reach_no_count_and_no_file() -> None:
    """On both sides; the graph is not empty."""
    for graph in (python_graph(PYTHON), browser_graph(BROWSER)):
        assert told_of(graph) == set()
        assert "group/told_tables" in reached(graph, "group/report")
        assert "engine/scoring" in reached(graph, "group/report")
        assert graph.keys() >= HIDDEN
        assert "group/frequencies" in reached(graph, "group/disclosure_control")


PLANTED = {
    "code, near": (
        "group/gates",
        "from readiness.group.frequencies import added\n",
        'import { added } from "./frequencies.js";\n',
        "group/frequencies",
    ),
    "code, far": (
        "engine/scoring",
        "from readiness.group import cell_rules\n",
        'import { partsOf } from "../group/cell_rules.js";\n',
        "group/cell_rules",
    ),
    "a type": (
        "group/report_csv",
        "if True:\n    from readiness.group.deduplication import Person\n",
        '/** @typedef {import("./deduplication.js").Person} Person */\n',
        "group/deduplication",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_import_is_found(name: str, tmp_path: Path) -> None:
    """Canary: in both languages, wherever it stands."""
    module, python, browser, found = PLANTED[name]
    keep = shutil.ignore_patterns("__pycache__", "browser", "theme")
    shutil.copytree(PYTHON, tmp_path / "python", ignore=keep)
    shutil.copytree(BROWSER, tmp_path / "browser")
    for path, text in (
        (tmp_path / "python" / f"{module}.py", python),
        (tmp_path / "browser" / f"{module}.js", browser),
    ):
        path.write_text(path.read_text("utf-8") + text, "utf-8")
    assert found in told_of(python_graph(tmp_path / "python"))
    assert found in told_of(browser_graph(tmp_path / "browser"))


def behind_told_tables() -> list[str]:
    """Return the names of the modules that work on told tables alone."""
    graph = python_graph(PYTHON)
    behind = {*MAKERS}.union(*(reached(graph, maker) for maker in MAKERS))
    return sorted(
        module.removeprefix("group/")
        for module in behind
        if module.startswith("group/") and not module.endswith("__init__")
    )


def test_no_function_behind_the_tables_takes_a_count() -> None:
    """Not by its type; many functions are looked at."""
    seen = 0
    for name in behind_told_tables():
        for function, words in python_parameters(PYTHON / "group" / f"{name}.py").items():
            assert not words & COUNTED, f"{name}.{function}"
            seen += 1
        assert not browser_parameters(BROWSER / "group" / f"{name}.js") & COUNTED, name
    assert seen > 60
    assert len(behind_told_tables()) == 11


def test_a_parameter_of_counts_is_found() -> None:
    """Canary: where counts are taken, it is seen."""
    assert "Frequencies" in python_parameters(PYTHON / "group" / "disclosure_control.py")["tell"]
    assert "Frequencies" in browser_parameters(BROWSER / "group" / "disclosure_control.js")
    assert "Person" in browser_parameters(BROWSER / "group" / "deduplication.js")


TWINS = sorted(path.stem for path in (PYTHON / "group").glob("*.py") if path.stem != "__init__")


def test_both_sides_have_the_same_modules() -> None:
    """One file for one file, by name."""
    assert sorted(path.stem for path in (BROWSER / "group").glob("*.js")) == TWINS
    assert len(TWINS) == 18


@pytest.mark.parametrize("name", TWINS)
def test_twins_have_the_same_functions(name: str) -> None:
    """Under the same names, each language in its spelling."""
    python = python_names(PYTHON / "group" / f"{name}.py") - PYTHON_ONLY.get(name, set())
    browser = browser_names(BROWSER / "group" / f"{name}.js") - BROWSER_ONLY.get(name, set())
    assert browser == python
