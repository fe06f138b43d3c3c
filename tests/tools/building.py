"""Builds sites the way a host does: with the command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def mkdocs(
    *arguments: str | Path, folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a folder and return how it ended and what it said."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build(site: Path, *arguments: str, folder: Path = ROOT, **environment: str) -> Path:
    """Build the site of a folder, without a warning, and return where it stands."""
    ended = mkdocs("build", "-q", "-s", "-d", site, *arguments, folder=folder, **environment)
    assert ended.returncode == 0, ended.stderr + ended.stdout
    return site
