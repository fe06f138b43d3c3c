"""Write a site of your own into an empty folder: questions, pages, templates, mkdocs.yml."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.site.rendering import PACKAGE, packaged_templates

if TYPE_CHECKING:
    import argparse

SCHEMA = PACKAGE / "questionnaire.schema.json"
MODELINE = "# yaml-language-server: $schema="


def configure(parser: argparse.ArgumentParser) -> None:
    """Ask for the folder."""
    parser.add_argument("directory", type=Path, help="a folder that is empty or not there yet")


def run(options: argparse.Namespace) -> int:
    """Write the site; refuse a folder in which something stands already."""
    directory: Path = options.directory
    if directory.exists() and not (directory.is_dir() and not any(directory.iterdir())):
        sys.stderr.write(f"{directory} is not an empty folder; nothing was written.\n")
        return 1
    write_site(directory)
    sys.stdout.write(
        f"A site of your own is in {directory}. Next: cd {directory} && mkdocs serve\n"
    )
    return 0


def write_site(directory: Path) -> None:
    """Copy the starter, which is the demo site itself, and the schema that editors complete by."""
    source = starter()
    directory.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "mkdocs.yml", directory)
    shutil.copytree(source / "site_src", directory / "site_src")
    shutil.copytree(source / "assessment", directory / "assessment")
    shutil.copytree(packaged_templates(), directory / "templates")
    shutil.copy(SCHEMA, directory / "assessment")
    for path in sorted((directory / "assessment").glob("*.yml")):
        _name_schema_beside(path)


def starter() -> Path:
    """Return the folder that new sites are copied from: in the package, or the checkout."""
    packaged = PACKAGE / "starter"
    return packaged if packaged.is_dir() else PACKAGE.parents[1]


def _name_schema_beside(path: Path) -> None:
    first, line_end, rest = path.read_text(encoding="utf-8").partition("\n")
    if first.startswith(MODELINE):
        path.write_text(f"{MODELINE}{SCHEMA.name}{line_end}{rest}", encoding="utf-8", newline="\n")
