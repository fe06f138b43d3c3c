"""The order in which a browser is looked for and installed, on a machine that is only told of."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from tools import browser

if TYPE_CHECKING:
    from collections.abc import Callable

Machine = dict[str, bool]


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[Machine], list[str]]:
    """Return a way to describe a machine: what it allows; yields what is run on it."""

    def describe(machine: Machine) -> list[str]:
        done: list[str] = []

        def runs(command: list[str]) -> bool:
            said = " ".join(command)
            done.append(said)
            if "apt-get" in said and "install" in said and machine["apt-get"]:
                machine["chromium"] = True
            if "playwright install" in said and machine["playwright"]:
                machine["own"] = True
            return True

        monkeypatch.setattr(browser, "_runs", runs)
        monkeypatch.setattr(browser, "_has_own", lambda: machine["own"])
        path = {name: f"/usr/bin/{name}" for name in machine}
        monkeypatch.setattr(shutil, "which", lambda name: path[name] if machine.get(name) else None)
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        return done

    return describe


NOTHING: Machine = {"chromium": False, "own": False, "apt-get": False, "playwright": False}


def test_a_browser_on_the_path_is_taken(on: Callable[[Machine], list[str]]) -> None:
    """Nothing is installed."""
    done = on({**NOTHING, "chromium": True, "apt-get": True})
    assert browser.provide() == "/usr/bin/chromium"
    assert set(done) == {"/usr/bin/chromium --version"}


def test_the_systems_package_comes_next(on: Callable[[Machine], list[str]]) -> None:
    """As root, without asking."""
    done = on({**NOTHING, "apt-get": True, "playwright": True})
    assert browser.provide() == "/usr/bin/chromium"
    assert "apt-get -qy install --no-install-recommends chromium" in done
    assert not any("playwright" in command for command in done)


def test_playwrights_own_is_the_last_way(on: Callable[[Machine], list[str]]) -> None:
    """Where the system has no package manager that we know."""
    done = on({**NOTHING, "playwright": True})
    assert browser.provide() == "Playwright's own Chromium"
    assert any(command.endswith("playwright install --with-deps chromium") for command in done)


def test_a_plain_sentence_ends_it(on: Callable[[Machine], list[str]]) -> None:
    """No traceback where there is no way."""
    on(dict(NOTHING))
    with pytest.raises(SystemExit, match="Install the package chromium"):
        browser.provide()
