"""A library of others is just the file that was looked at, or the build stops and names it."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from tools.building import ROOT, mkdocs

from readiness.site.bundle import JoinError, join
from readiness.site.plugin import VIEWS, client_script
from readiness.site.vendored import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BROWSER = ROOT / "scripts" / "readiness" / "browser"
VENDOR = BROWSER / "vendor"


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """Return a copy of the browser's modules."""
    return shutil.copytree(BROWSER, tmp_path / "browser")


def listed(folder: Path) -> dict[str, Any]:
    """Return the manifest."""
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return found


def flip_a_byte(folder: Path) -> str:
    """Change one byte of the library, and keep its length."""
    file = folder / "uqr.mjs"
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    return "uqr.mjs: is not the file of uqr 0.1.3 that manifest.json lists"


def change_the_licence(folder: Path) -> str:
    """Leave a word out of the licence."""
    file = folder / "uqr.LICENSE.txt"
    file.write_text(file.read_text("utf-8").replace("free of charge", "at a charge"), "utf-8")
    return "uqr.LICENSE.txt: is not the file"


def add_a_file(folder: Path) -> str:
    """Put something there that nobody has listed."""
    (folder / "other.mjs").write_text("export { x };", "utf-8")
    return "other.mjs: has no entry in manifest.json"


def lose_a_file(folder: Path) -> str:
    """Take away what is listed."""
    (folder / "uqr.d.mts").unlink()
    return "uqr.d.mts: is listed in manifest.json, but is not there"


def lose_an_entry(folder: Path) -> str:
    """Take the library out of the manifest."""
    manifest = listed(folder)
    manifest["files"] = [one for one in manifest["files"] if one["file"] != "uqr.mjs"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return "uqr.mjs: has no entry in manifest.json"


def lose_a_version(folder: Path) -> str:
    """Leave out what an entry must say."""
    manifest = listed(folder)
    del manifest["files"][0]["version"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return "manifest.json: the entry of uqr.mjs needs exactly"


def break_the_manifest(folder: Path) -> str:
    """Cut it off."""
    (folder / "manifest.json").write_text('{"files": [', "utf-8")
    return "manifest.json: cannot be read"


def import_something(folder: Path) -> str:
    """Let the library import something, and list it so."""
    file = folder / "uqr.mjs"
    file.write_text('import "./x.js";\n' + file.read_text("utf-8"), "utf-8")
    manifest = listed(folder)
    entry = manifest["files"][0]
    content = file.read_bytes()
    entry.update(size=len(content), sha256=hashlib.sha256(content).hexdigest())
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return "uqr.mjs: a library has one line of exports"


FAULTS = (
    *(flip_a_byte, change_the_licence, add_a_file, lose_a_file, lose_an_entry),
    *(lose_a_version, break_the_manifest, import_something),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_library_that_is_not_as_listed_is_refused(
    browser: Path, fault: Callable[[Path], str]
) -> None:
    """By its name; the untouched copy joins (so it is the fault that stops it)."""
    join(browser / "answers_page.js")
    message = fault(browser / "vendor")
    with pytest.raises(JoinError) as refused:
        join(browser / "answers_page.js")
    assert message in str(refused.value)


def test_a_build_stops_and_says_so(tmp_path: Path) -> None:
    """With the package's own copy of the library changed: no traceback, no site."""
    package = shutil.copytree(ROOT / "scripts" / "readiness", tmp_path / "lib" / "readiness")
    for part in ("templates", "assessment", "site_src"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    library = {"PYTHONPATH": str(tmp_path / "lib")}
    ended = mkdocs("build", "-q", folder=tmp_path, **library)
    assert ended.returncode == 0, ended.stderr
    shutil.rmtree(tmp_path / "site")
    message = flip_a_byte(package / "browser" / "vendor")
    ended = mkdocs("build", "-q", folder=tmp_path, **library)
    assert ended.returncode == 1
    assert message in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "site").exists()


def test_every_library_says_what_it_is() -> None:
    """Name, version, licence, source without an address, and the licence's own text."""
    for name, entry in verify(VENDOR).items():
        assert entry["licence"] == "MIT"
        assert "://" not in entry["source"]
        assert "Permission is hereby granted" in (VENDOR / entry["licence_file"]).read_text("utf-8")
        assert (VENDOR / name).is_file()


def test_the_library_is_where_pictures_are_drawn_with_its_licence() -> None:
    """The form and the result are not made heavier by a picture that they do not draw."""
    carrying = [view for view in VIEWS if "QrCode" in client_script(view)]
    assert carrying == ["answers", "invitation"]
    for view in carrying:
        assert "Copyright (c) Project Nayuki" in client_script(view)
