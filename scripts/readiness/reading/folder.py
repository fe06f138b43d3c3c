"""The files of a questionnaire's folder: which may be read, and how problems call them.

Refuses links that lead out of the folder.
"""

from __future__ import annotations

import os
from pathlib import Path

from readiness.reading.nodes import Text
from readiness.reading.source import read
from readiness.reading.tree import Tree


def read_file(directory: Path, name: str) -> Tree:
    """Read the YAML file of this name, without its ending."""
    path, called = directory / f"{name}.yml", shown(directory, name)
    if inside(directory, path):
        return read(path, called)
    message = "a file in this folder is needed, here is a link that leads out of it"
    return Tree(problems=[Text(called, ()).problem((1, 1), "file", message)])


def inside(directory: Path, path: Path) -> bool:
    """Tell whether a path leads to a place within the folder, symbolic links followed."""
    try:
        return path.resolve().is_relative_to(directory.resolve())
    except (OSError, RuntimeError):  # a circle of links
        return False


def shown(directory: Path, name: str) -> str:
    """Return a file's path as problems show it: from the current folder, where it is below."""
    path = Path(os.path.abspath(directory)) / f"{name}.yml"  # noqa: PTH100  # keep symbolic links
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
