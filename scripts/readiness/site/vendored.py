"""Third-party browser libraries, taken in as files: each is just what the manifest says of it.

`manifest.json` beside them names package, version, licence, source, size and SHA-256 of each file.
A file that differs, is missing or has no entry is refused by its name. A library is an ES module
that ends with its one `export` line; it joins a bundle unmodified but for that line, as a closed
function that gives out what it exported. Its licence goes with it, as a comment.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from readiness.site.javascript import JoinError, Module

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "manifest.json"
ENTRY_KEYS = {"file", "name", "version", "licence", "licence_file", "source", "size", "sha256"}
EXPORT = re.compile(r"\nexport \{ ([\w$]+(?:, [\w$]+)*) \};\s*\Z")
MODULE_LINE = re.compile(r"^(?:import|export)\b", re.MULTILINE)


def read_vendored(path: Path) -> Module:
    """Return a library as a module of a bundle; raises JoinError for one that is not as listed."""
    entry = verify(path.parent)[path.name]
    library = path.read_text("utf-8")
    found = EXPORT.search(library)
    if found is None or len(MODULE_LINE.findall(library)) != 1:
        raise _refuse(path, "a library has one line of exports, its last, and no imports")
    names, licence = found[1], (path.parent / entry["licence_file"]).read_text("utf-8")
    if "*/" in licence:
        raise _refuse(path, "its licence would end the comment that it stands in")
    head = f"/* {entry['name']} {entry['version']}\n\n{licence.strip()} */"
    body = library[: found.start()]
    code = [head, f"const {{ {names} }} = (() => {{", body, f"return {{ {names} }};", "})()"]
    line = library.count("\n", 0, found.start()) + 2
    exported = names.split(", ")
    return Module(path, declared=dict.fromkeys(exported, line), exported=exported, code=code)


def verify(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the entry of each file of a folder; raises JoinError where one is not as listed."""
    entries = _entries(folder / MANIFEST)
    for path in sorted(folder.iterdir()):
        if path.name != MANIFEST and path.name not in entries:
            raise _refuse(path, f"has no entry in {MANIFEST}")
    for name, entry in entries.items():
        _verify_file(folder / name, entry)
    return entries


def _entries(manifest: Path) -> dict[str, dict[str, Any]]:
    try:
        entries = {entry["file"]: entry for entry in json.loads(manifest.read_bytes())["files"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _refuse(manifest, f"cannot be read: {error!r}") from error
    for name, entry in entries.items():
        if set(entry) != ENTRY_KEYS:
            raise _refuse(manifest, f"the entry of {name} needs exactly {sorted(ENTRY_KEYS)}")
        if entry["licence_file"] not in entries:
            raise _refuse(manifest, f"the licence of {name} has no entry")
    return entries


def _verify_file(path: Path, entry: dict[str, Any]) -> None:
    if not path.is_file():
        raise _refuse(path, f"is listed in {MANIFEST}, but is not there")
    content = path.read_bytes()
    found = (len(content), hashlib.sha256(content).hexdigest())
    if found != (entry["size"], entry["sha256"]):
        message = f"is not the file of {entry['name']} {entry['version']} that {MANIFEST} lists"
        raise _refuse(path, f"{message}: {found[0]} bytes, SHA-256 {found[1]}")


def _refuse(path: Path, message: str) -> JoinError:
    return JoinError(f"{path}: {message}")
