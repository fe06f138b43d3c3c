"""Takes the day of the build out of a built site, so that the same input gives the same bytes.

MkDocs dates every page of `sitemap.xml` with today, and its packed copy with the time.
"""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAY = re.compile(rb"\s*<lastmod>[^<]*</lastmod>")


def undate(site: Path) -> None:
    """Write the site map again, without days, and its packed copy without a time."""
    sitemap = site / "sitemap.xml"
    if sitemap.is_file():
        plain = DAY.sub(b"", sitemap.read_bytes())
        sitemap.write_bytes(plain)
        sitemap.with_suffix(".xml.gz").write_bytes(gzip.compress(plain, mtime=0))
