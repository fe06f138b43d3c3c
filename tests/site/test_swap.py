"""A build that fails or is killed leaves the site that stands, to the byte."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tools.building import ROOT, build, mkdocs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLS = 30 if os.environ.get("READINESS_LONG") else 6
SOURCES = ("assessment", "templates", "site_src")


def sources(folder: Path, settings: str = "") -> Path:
    """Copy what a host has, with further settings."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return folder


def contents(site: Path) -> dict[str, bytes]:
    """Return every file of a site."""
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def reworded(folder: Path) -> None:
    """Change every page."""
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("Customer focus", "Focus"), "utf-8")


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """A page that would ask another host is found at the very end of a build."""
    folder = sources(tmp_path / "host")
    site = build(folder / "site", folder=folder)
    before = contents(site)
    with (folder / "site_src/index.md").open("a", encoding="utf-8") as page:
        page.write('\n<img src="https://example.org/a.png" alt="">\n')
    ended = mkdocs("build", "-q", folder=folder)
    assert ended.returncode == 1
    assert "example.org" in ended.stderr
    assert contents(site) == before
    assert not (folder / "site.new").exists()


def killed_builds(folder: Path, *arguments: str) -> Iterator[str]:
    """Kill a build of changed pages at random moments; tell what then stands there each time."""
    site = build(folder / "site", folder=folder)
    old = contents(site)
    reworded(folder)
    start = time.perf_counter()
    new = contents(build(folder / "other", folder=folder))
    length = time.perf_counter() - start
    whole = {"old": old, "new": new}
    shutil.rmtree(folder / "site")
    moments = random.Random(1)  # noqa: S311  # moments, not secrets
    for _ in range(KILLS):
        shutil.rmtree(site, ignore_errors=True)
        for name, content in old.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(content)
        command = [sys.executable, "-m", "mkdocs", "build", "-q", *arguments]
        process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
        time.sleep(length * moments.uniform(0.5, 1))
        process.kill()
        process.wait()
        found = contents(site)
        yield next((name for name, files in whole.items() if files == found), "neither")


def test_a_killed_build_leaves_the_old_site_or_a_whole_new_one(tmp_path: Path) -> None:
    """Killed in the second half, where files are written."""
    stands = list(killed_builds(sources(tmp_path / "host")))
    assert len(stands) == KILLS
    assert set(stands) <= {"old", "new"}


def test_canary_a_site_built_in_place_is_found_half_done(tmp_path: Path) -> None:
    """MkDocs writes straight into the site where it is told that only some of it has changed."""
    assert "neither" in killed_builds(sources(tmp_path / "host"), "--dirty")


@pytest.mark.parametrize("leftover", ["site.new", "site.old"])
def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path, leftover: str) -> None:
    """Neither survives the next build."""
    folder = sources(tmp_path / "host")
    (folder / leftover).mkdir()
    (folder / leftover / "index.html").write_text("half", "utf-8")
    build(folder / "site", folder=folder)
    assert not (folder / leftover).exists()
    assert (folder / "site/take/index.html").is_file()
