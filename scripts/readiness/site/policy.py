"""Closes a built site by a content security policy: only its own host, only its own scripts.

Inline scripts are named by their hash, those of all pages on each page, so that instant
navigation (which runs one page's scripts under another's policy) stays clean. The same policy is
returned as a header, which can also say who may frame the pages; a meta tag cannot.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from readiness.site.built_page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DIRECTIVES = (
    "default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
)
ONLY_IN_A_HEADER = "; frame-ancestors 'self'"
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
OURS = re.compile(
    re.escape(META.split("{}", maxsplit=1)[0]) + r"default-src 'self'; script-src[^>]*>"
)
# The policy holds from where it stands. Only the encoding comes first: a browser looks for it in
# the first 1024 bytes.
BEFORE = re.compile(
    r"(?:\s+|<!--.*?-->|<!doctype[^>]*>|<html[^>]*>|<head[^>]*>|<meta charset[^>]*>)*",
    re.IGNORECASE | re.DOTALL,
)


def close(site: Path) -> str:
    """Put the policy on every page of a built site and return it as a header's value."""
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    content = policy(script for page in pages.values() for script in read_page(page).scripts)
    for path, page in pages.items():
        _write(path, with_policy(page, content))
    return content + ONLY_IN_A_HEADER


def policy(scripts: Iterable[str]) -> str:
    """Return the policy that lets the site's own files and these inline scripts run."""
    hashes = sorted({f"'sha256-{_digest(script)}'" for script in scripts})
    return DIRECTIVES.format(scripts=" ".join(["'self'", *hashes]))


def with_policy(page: str, content: str) -> str:
    """Return the page with this policy, in place of one that an earlier build has put there."""
    bare = OURS.sub("", page)
    found = BEFORE.match(bare)
    place = found.end() if found else 0
    return bare[:place] + META.format(content) + bare[place:]


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _read(path: Path) -> str:
    """Read with the line ends that a browser hashes."""
    return path.read_text(encoding="utf-8", errors="surrogateescape")


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8", errors="surrogateescape", newline="\n")
