"""Two editions of one questionnaire on one host: what a respondent comes back to."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

from tools.building import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = ("assessment", "templates", "site_src")
REWORDED = "What happens when a leader hears bad news from customers?"
CHANGES = {
    "questionnaire.yml": [('edition: "2026.2"', 'edition: "2027.1"')],
    "leadership.yml": [
        ("What happens when someone brings a leader bad news from customers?", REWORDED),
        ("      - id: lean-motive\n", "      - id: lean-reason\n        was: [lean-motive]\n"),
    ],
}
REMOVED = "team-goals"


def next_edition(folder: Path) -> Path:
    """Build the demo with one question reworded, one renamed and one removed."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / "host" / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "host")
    for name, changes in CHANGES.items():
        path = folder / "host/assessment" / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    _remove_item(folder / "host/assessment/people.yml", REMOVED)
    return build(folder / "next", folder=folder / "host")


def _remove_item(path: Path, item: str) -> None:
    """Cut an item out: from its own line to that of the next item or theme."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    start = lines.index(f"      - id: {item}\n")
    rest = range(start + 1, len(lines))
    end = next(at for at in rest if lines[at].lstrip().startswith("- id: "))
    path.write_text("".join(lines[:start] + lines[end:]), "utf-8")


def put(site: Path, served: Path) -> None:
    """Put a build in the place that is served, as a host does, dated so that no cache keeps on.

    Hosts tell dates in whole seconds: what comes is at least one younger than what it replaces.
    """
    before = served.stat().st_mtime if served.exists() else 0
    shutil.rmtree(served, ignore_errors=True)
    shutil.copytree(site, served, copy_function=shutil.copy)
    date = max(time.time(), before + 1)
    for path in (served, *served.rglob("*")):
        os.utime(path, (date, date))
