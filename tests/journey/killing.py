"""A browser of one's own, with a profile on disk, whose main process can be killed outright.

Playwright closes politely and hides the process; a crashed renderer loses nothing either. What
may lose answers is the death of the main process, so it is started here and its id is known.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tools import browser as browsers

if TYPE_CHECKING:
    from types import TracebackType

    from playwright.sync_api import Page, Playwright

PATIENCE = 30


class OwnBrowser:
    """Chromium on a profile; leaving the block kills it if it still lives."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        """Start it and connect to it."""
        port_file = profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        command = _command(playwright, profile)
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # ours
        port = _wait_for_port(port_file, self.process)
        assert _is_main(self.process.pid, profile)
        self.connection = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")

    @property
    def page(self) -> Page:
        """The first page of the profile's own context, not of a private one."""
        context = self.connection.contexts[0]
        return context.pages[0] if context.pages else context.new_page()

    def kill(self) -> None:
        """Kill the main process: no farewell, nothing is flushed."""
        os.kill(self.process.pid, signal.SIGKILL)

    def wait_until_dead(self) -> None:
        """Wait until it is gone; it must have died of the kill and of nothing else."""
        assert self.process.wait(PATIENCE) == -signal.SIGKILL

    def __enter__(self) -> Self:
        """Return the running browser."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave no process behind."""
        if self.process.poll() is None:
            self.kill()
        self.process.wait(PATIENCE)


def _command(playwright: Playwright, profile: Path) -> list[str]:
    program = browsers.find() or playwright.chromium.executable_path
    switches = ["--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    quiet = ["--no-default-browser-check", "--disable-extensions", "--password-store=basic"]
    return [str(program), *browsers.BY_ITSELF, *switches, *quiet, "about:blank"]


def _wait_for_port(file: Path, process: subprocess.Popen[bytes]) -> int:
    until = time.monotonic() + PATIENCE
    while not (file.is_file() and file.read_text().count("\n")):
        assert process.poll() is None, "the browser did not start"
        assert time.monotonic() < until, "the browser names no port"
        time.sleep(0.02)
    return int(file.read_text().split("\n")[0])


def _is_main(pid: int, profile: Path) -> bool:
    """Tell whether the process is the browser itself: no helper of it, no script around it."""
    arguments = Path(f"/proc/{pid}/cmdline")
    if not arguments.exists():
        return True  # this system does not tell
    told = arguments.read_bytes().decode().split("\0")
    is_helper = any(argument.startswith("--type=") for argument in told)
    is_shell = Path(told[0]).name in ("sh", "bash", "dash")
    return not is_helper and not is_shell and f"--user-data-dir={profile}" in told
