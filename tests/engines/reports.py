"""The drawn report by the browser's own modules, joined for a test; faults can be planted."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tools.building import ROOT

from readiness.site.bundle import join

if TYPE_CHECKING:
    from pathlib import Path

    from .engines import Fault

BROWSER = ROOT / "scripts" / "readiness" / "browser"
ENTRY = ROOT / "tests" / "engines" / "report_entry.js"


def script(folder: Path, *edits: Fault) -> str:
    """Return one expression whose value holds the exports of `report_entry.js`."""
    shutil.copytree(BROWSER, folder)
    shutil.copy(ENTRY, folder)
    for file, old, new in edits:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return join(folder / ENTRY.name)
