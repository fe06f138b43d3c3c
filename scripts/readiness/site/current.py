"""The questionnaire as its files stand now: loaded again only when one of them has changed.

Several pages of a site show the same questionnaire; it is read once for all of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from readiness.reading.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.reading.loading import Loaded

Stamp = tuple[tuple[str, int, int], ...]  # name, time of change in nanoseconds, size in bytes


def current(directory: Path) -> Loaded:
    """Return what the files of the directory say now."""
    return _load(directory, stamp(directory))


@lru_cache(maxsize=4)
def _load(directory: Path, _: Stamp) -> Loaded:
    return load(directory)


def stamp(directory: Path) -> Stamp:
    """Return what tells one state of a folder's files from another."""
    paths = sorted(path for path in directory.rglob("*") if path.is_file())
    states = [(str(path), path.stat()) for path in paths]
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)
