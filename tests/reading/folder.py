"""Folders with a small good questionnaire, for tests to break."""

from __future__ import annotations

import shutil
from pathlib import Path

GOOD = Path(__file__).parent / "good"
FILES = ("questionnaire", "people", "processes")


def good_copy(directory: Path) -> Path:
    """Copy the good questionnaire into a new folder below a directory."""
    return Path(shutil.copytree(GOOD, directory / "assessment"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file of the folder; it may be all of it."""
    path = folder / f"{name}.yml"
    content = path.read_bytes()
    before, after = old.encode(), new.encode("utf-8", "surrogateescape")
    assert content.count(before) == 1, f"{old!r} stands {content.count(before)} times in {name}"
    path.write_bytes(content.replace(before, after))


def replace_all(folder: Path, name: str, content: bytes) -> None:
    """Write a whole file of the folder."""
    (folder / f"{name}.yml").write_bytes(content)
