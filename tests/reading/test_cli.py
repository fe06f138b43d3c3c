"""The command line itself: what it says of each command, and that it loads only what it needs."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from readiness.cli import COMMANDS, main

LOADED = (
    "import sys\n"
    "from readiness.cli import main\n"
    "try:\n"
    "    main(sys.argv[1:])\n"
    "except SystemExit:\n"
    "    pass\n"
    "print(*(n for n in sys.modules if n.startswith('readiness.commands.')), file=sys.stderr)\n"
)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_described_in_its_own_words(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `--help` says is the first line of the module, and the command's own options follow."""
    module = import_module(f"readiness.commands.{name}")
    assert (module.__doc__ or "").splitlines()[0] == COMMANDS[name]
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"usage: readiness {name}" in capsys.readouterr().out


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """All that there are get named."""
    with pytest.raises(SystemExit) as left:
        main(["chek"])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in COMMANDS)


def loaded(*arguments: str) -> list[str]:
    """Return the modules of commands that a run has loaded."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True
    )
    return run.stderr.split()


def test_only_the_called_command_is_loaded() -> None:
    """`--version` loads none; the last line is the canary."""
    assert loaded("--version") == []
    assert loaded("--help") == []
    assert loaded("schema") == ["readiness.commands.schema"]
    assert "readiness.commands.score" in loaded("score", "--help")
