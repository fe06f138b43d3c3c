"""No page asks another host for anything, in a browser whose only way out takes notes.

The browser has an ordinary profile: in a private window Chromium opens no connection ahead. Seen
on the way: the policy does not stop a preconnect, so the build has to.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest
from tools.proxy import only_way_to
from tools.serving import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import BrowserType, Page, ProxySettings

    Noted = Callable[[str], AbstractContextManager[tuple[Page, list[str]]]]

PAGES = ("", "take/", "result/", "method/", "privacy/", "host/", "author/", "glossary/", "404.html")
# What Chromium asks on its own account, whatever page is open; none of them serves parts of pages.
OF_THE_BROWSER = {
    "accounts.google.com:443",
    "android.clients.google.com:443",
    "clients2.google.com:443",
    "content-autofill.googleapis.com:443",
    "optimizationguide-pa.googleapis.com:443",
    "redirector.gvt1.com:443",
    "safebrowsing.googleapis.com:443",
    "update.googleapis.com:443",
}


@pytest.fixture
def noted(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Noted:
    """Return a way to open a site: yields a page and the hosts that it asks, its own among them."""

    @contextmanager
    def open_site(url: str) -> Iterator[tuple[Page, list[str]]]:
        with only_way_to(url) as (proxy, asked):
            context = browser_type.launch_persistent_context(
                tmp_path / "profile",
                proxy=cast("ProxySettings", proxy),
                **browser_type_launch_args,
            )
            yield context.new_page(), asked
            context.close()
            asked[:] = [host for host in asked if host not in OF_THE_BROWSER]

    return open_site


def test_no_page_asks_another_host(noted: Noted, site_url: str) -> None:
    """The list must hold the site's own requests, so it is not deaf, and nothing else."""
    with noted(site_url) as (page, asked):
        for path in PAGES:
            page.goto(site_url + path)
            page.wait_for_load_state("networkidle")
    assert len(asked) > 2 * len(PAGES)
    assert set(asked) == {urlsplit(site_url).netloc}


def test_a_planted_preconnect_is_noted(noted: Noted, built_site: Path, tmp_path: Path) -> None:
    """Canary: a connection that carries no request, past a policy that cannot stop it."""
    planted = tmp_path / "planted"
    shutil.copytree(built_site, planted)
    method = planted / "method" / "index.html"
    hint = '<link rel="preconnect" href="https://planted.invalid"></head>'
    method.write_text(method.read_text("utf-8").replace("</head>", hint, 1), "utf-8")
    with serve(planted) as url, noted(url) as (page, asked):
        page.goto(f"{url}method/")
        page.wait_for_load_state("networkidle")
    assert "planted.invalid:443" in asked


def test_a_planted_picture_is_noted(noted: Noted, tmp_path: Path) -> None:
    """Canary: a plain request to another host."""
    (tmp_path / "index.html").write_text("<h1>x</h1><img src=//planted.invalid/y.png>", "utf-8")
    with serve(tmp_path) as url, noted(url) as (page, asked):
        page.goto(url)
        page.wait_for_load_state("networkidle")
    assert "planted.invalid" in asked
