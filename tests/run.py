"""Runs every check: style, types of both languages, tests. Installs the tools they need first.

Arguments go to pytest. Ends with 0 only when every step has passed; all steps run in any case.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tools import browser, node

ROOT = Path(__file__).parents[1]
PYTHON = (sys.executable, "-m")
CORES = os.cpu_count() or 1
# Half as many again as there are cores: a test that waits for a browser or a clock leaves one idle.
ON_ALL_CORES = ("-n", str(CORES + (CORES + 1) // 2), "--dist", "worksteal")


def main() -> int:
    """Run the steps in order and say at the end which of them failed."""
    say(f"Browser: {browser.provide()}")
    say(f"From npm: {node.provide()}")
    steps = {
        "ruff check": [*PYTHON, "ruff", "check"],
        "ruff format": [*PYTHON, "ruff", "format", "--check"],
        "mypy": [*PYTHON, "mypy"],
        "tsc": node.TYPE_CHECK,
        "pytest": [*PYTHON, "pytest", *ON_ALL_CORES, *sys.argv[1:]],
    }
    failed = [name for name, command in steps.items() if not passes(name, command)]
    say(f"Failed: {', '.join(failed)}." if failed else "Everything passed.")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Run one step from the root of the checkout and say how long it took."""
    say(f"--- {name}")
    start = time.monotonic()
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    say(f"--- {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - start:.0f} s")
    return passed


def say(line: str) -> None:
    """Print a line at once, in order with what the steps print."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
