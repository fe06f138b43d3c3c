"""A site is built beside the one that stands, and takes its place only when it is whole.

So a build that fails or is killed leaves the old site as it was. Between the two renames there is
an instant without a site; the old one then stands under the name with `.old`.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def beside(site: Path) -> Path:
    """Return the empty place where the next site is made; a mount point is built in place."""
    if os.path.ismount(site):
        return site
    old, new = _named(site, "old"), _named(site, "new")
    if old.exists() and not site.exists():
        old.rename(site)
    _remove(old)
    _remove(new)
    return new


def take_place(site: Path, made: Path) -> None:
    """Put the site that was made in the place of the one that stands; then remove that one."""
    if made == site:
        return
    old = _named(site, "old")
    if site.exists():
        site.rename(old)
    made.rename(site)
    _remove(old)


def give_up(site: Path, made: Path) -> None:
    """Remove what was begun beside a site."""
    if made != site:
        _remove(made)


def _named(site: Path, ending: str) -> Path:
    return site.with_name(f"{site.name}.{ending}")


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
