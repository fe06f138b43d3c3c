"""`readiness new`, from the checkout and from a wheel that was made of the source archive."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from readiness.cli import main
from readiness.commands.new import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
PARTS = ["assessment", "mkdocs.yml", "site_src", "templates"]


def test_a_new_site_has_the_four_parts_and_the_schema(tmp_path: Path) -> None:
    """Into a folder that is not there yet, and whose parent is not there either."""
    folder = tmp_path / "a b" / "ümlaut"
    assert main(["new", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == PARTS
    for name in ("site_src/take.md", "templates/item.html", "mkdocs.yml"):
        assert (folder / name).read_bytes() == (ROOT / name).read_bytes()
    assert (folder / "assessment" / SCHEMA.name).read_bytes() == SCHEMA.read_bytes()
    for path in (folder / "assessment").glob("*.yml"):
        first, rest = path.read_text("utf-8").split("\n", 1)
        assert first == f"# yaml-language-server: $schema={SCHEMA.name}"
        assert rest == (ROOT / "assessment" / path.name).read_text("utf-8").split("\n", 1)[1]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """As one that has just been made for it."""
    assert main(["new", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == PARTS


@pytest.mark.parametrize("hidden", [".keep", "note.txt"])
def test_a_folder_with_something_in_it_is_refused(
    tmp_path: Path, hidden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a plain sentence, and nothing is touched."""
    (tmp_path / hidden).write_text("mine", "utf-8")
    assert main(["new", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path} is not an empty folder; nothing was written.\n"
    assert [path.name for path in tmp_path.iterdir()] == [hidden]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    """It is not a folder at all."""
    (tmp_path / "x").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path / "x")]) == 1
    assert (tmp_path / "x").read_text("utf-8") == "mine"


def test_the_wheel_of_the_source_archive_makes_the_demo(tmp_path: Path, built_site: Path) -> None:
    """In a fresh environment, far from the checkout: the site is the demo's, byte for byte."""
    fresh = tmp_path / "fresh"
    venv.create(fresh, with_pip=False)
    pip = [sys._base_executable, "-m", "pip", "--python", str(fresh / "bin" / "python"), "-q"]  # type: ignore[attr-defined]  # noqa: SLF001
    out = tmp_path / "out"
    run([*pip, "install", "hatchling"], tmp_path)
    run([fresh / "bin" / "python", "-m", "hatchling", "build", "-t", "sdist", "-d", out], ROOT)
    (archive,) = out.glob("*.tar.gz")
    run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", out, archive], tmp_path)
    (wheel,) = out.glob("*.whl")
    run([*pip, "install", "-c", ROOT / "tests" / "constraints.txt", wheel], tmp_path)
    run([fresh / "bin" / "readiness", "new", "x"], tmp_path)
    run([fresh / "bin" / "mkdocs", "build", "-q", "--strict"], tmp_path / "x")
    assert contents(tmp_path / "x" / "site") == contents(built_site)


def run(command: Sequence[str | Path], folder: Path) -> None:
    """Run a command in a folder, without the checkout's environment; show what it said."""
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def contents(folder: Path) -> dict[str, bytes]:
    """Return name and content of every file under a folder."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    assert len(paths) > 20
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
