"""The README's two commands are as promised, and the second is what `.ci/run` runs."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def blocks() -> list[str]:
    """Return the fenced `sh` blocks of the quick start."""
    readme = (ROOT / "README.md").read_text("utf-8")
    start = readme.partition("\n## Quick start\n")[2].partition("\n## ")[0]
    assert readme.count("```sh") == start.count("```sh")
    return re.findall(r"^```sh\n(.*?)^```$", start, re.MULTILINE | re.DOTALL)


def test_there_are_two_blocks_of_one_line() -> None:
    """The first serves, the second tests; each installs what it needs."""
    first, second = (block.splitlines() for block in blocks())
    assert len(first) == len(second) == 1
    assert first[0].endswith("mkdocs serve")
    assert second[0].endswith("tests/run.py")
    assert all(
        line.startswith("python3 -m venv --without-pip .venv && ") for line in first + second
    )


def test_ci_runs_the_second_block(tmp_path: Path) -> None:
    """A copy in a folder of its own, with commands that only tell how they were called."""
    for name in (".ci/run", "README.md"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    (tmp_path / ".ci" / "run").chmod(0o755)
    for name in ("python3", ".venv/bin/python"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text('#!/bin/sh\necho "called: $*"\n', "utf-8")
        path.chmod(0o755)
    ended = subprocess.run(
        [tmp_path / ".ci" / "run"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    said = ended.stdout.splitlines()
    assert said[0] == blocks()[1].strip()
    assert said[1:] == [
        "called: -m venv --without-pip .venv",
        "called: -m pip --python .venv install -q -e .[test] -c tests/constraints.txt",
        "called: tests/run.py",
    ]
