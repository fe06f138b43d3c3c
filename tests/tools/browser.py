"""Finds the browser that the tests drive, and installs one where there is none.

First a Chromium on the PATH; else the system's package, as root or with sudo that asks nothing;
else Playwright's own. When all fail, one sentence says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Parts of the address bar's list are pages of their own, loaded anew with every window.
UNUSED = ("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup")
# Only the last list of features counts, so what Playwright switches off is named again.
PLAYWRIGHTS = (
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "ThirdPartyStoragePartitioning"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"),
    *("AimEnabled", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PreconnectToSearch"),
)
ARGUMENTS = [
    "--no-sandbox",  # a container's root may not use it
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
UNDER_PLAYWRIGHT = [*ARGUMENTS, f"--disable-features={','.join((*UNUSED, *PLAYWRIGHTS))}"]
BY_ITSELF = [*ARGUMENTS, f"--disable-features={','.join(UNUSED)}"]


def find() -> Path | None:
    """Return a Chromium of the system that starts, or None."""
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and _runs([path, "--version"])), None)


def provide() -> str:
    """Make sure that there is a browser and say which; end the run where there is no way."""
    if not (find() or _has_own()):
        _install_from_system()
    if not (find() or _has_own()):
        _install_own()
    if found := find():
        return str(found)
    if _has_own():
        return "Playwright's own Chromium"
    sys.exit(
        "The tests drive Chromium; none was found and none could be installed here. "
        "Install the package chromium (or google-chrome) and run this again."
    )


def _has_own() -> bool:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).is_file()


def _install_from_system() -> None:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not prefix or _runs([*prefix, "true"])):
        _runs([*prefix, "apt-get", "-q", "update"])
        _runs([*prefix, "apt-get", "-qy", "install", "--no-install-recommends", "chromium"])


def _install_own() -> None:
    install = [sys.executable, "-m", "playwright", "install"]
    if not _runs([*install, "--with-deps", "chromium"]):  # which asks for root
        _runs([*install, "chromium"])


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False
