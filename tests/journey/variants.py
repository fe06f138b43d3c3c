"""Copies of the built site with one thing changed: the faults that a check must notice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tools.building import ROOT

from readiness.site.bundle import join
from readiness.site.plugin import VIEWS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BROWSER = ROOT / "scripts" / "readiness" / "browser"


def copy(site: Path, target: Path) -> Path:
    """Return a copy of a built site."""
    shutil.copytree(site, target)
    return target


def with_module(site: Path, module: str, old: str, new: str) -> Path:
    """Join the client anew with one place of one module changed, and put it into a site."""
    return with_modules(site, [(module, old, new)])


def with_modules(site: Path, changes: Sequence[tuple[str, str, str]]) -> Path:
    """Join the client anew with some places changed, each `(module, old, new)`."""
    browser = site.with_name(f"{site.name} browser")
    shutil.copytree(BROWSER, browser)
    for module, old, new in changes:
        replace(browser / module, old, new)
    for view in VIEWS:
        script = next(site.glob(f"assets/readiness.*.{view}.js"))
        script.write_text(join(browser / f"{view}_page.js") + ";\n", "utf-8")
    return site


def replace(file: Path, old: str, new: str) -> None:
    """Change the one place of a file that says this."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


PUT = "export async function putRecords(database, sent, known) {"
PRETENCE = (
    "storage/database.js",
    PUT,
    f"{PUT}\n  if (sent) return sent.map(({{ record }}) => record);",
)
NO_MIRROR = (
    "storage/mirror.js",
    "localStorage.setItem(`${place} ${key}`, JSON.stringify(content));",
    "void content;",
)


def local_storage_only(site: Path, target: Path) -> Path:
    """Return a copy whose database says "stored" without storing: localStorage alone keeps it."""
    return with_modules(copy(site, target), [PRETENCE])


def forgetful(site: Path, target: Path) -> Path:
    """Return a copy that keeps nothing at all and says "saved"."""
    return with_modules(copy(site, target), [PRETENCE, NO_MIRROR])
