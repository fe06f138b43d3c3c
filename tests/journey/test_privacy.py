"""Nothing leaves the site's own host, and nothing breaks its policy, wherever a visitor goes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest
from tools.proxy import only_way_to
from tools.serving import serve

from journey.hosting import host
from journey.tour import Watched, listen, pages_of, take_it_all, tour, watch
from journey.variants import copy, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserType, ProxySettings

    OnlyWay = Callable[[str], AbstractContextManager[tuple[Watched, list[str]]]]

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
# What Chromium asks for itself, whatever page is open; the page's own requests are noted apart.
BROWSERS_OWN = {
    "accounts.google.com:443",
    "clients2.google.com:443",
    "content-autofill.googleapis.com:443",
    "optimizationguide-pa.googleapis.com:443",
    "update.googleapis.com",
    "update.googleapis.com:443",
}
STRICT = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
)


@pytest.fixture
def profile(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> OnlyWay:
    """Return a way to go out by a proxy alone. A private window opens no connection ahead."""

    @contextmanager
    def go(url: str) -> Iterator[tuple[Watched, list[str]]]:
        with only_way_to(url) as (proxy, asked):
            context = browser_type.launch_persistent_context(
                tmp_path / "profile",
                proxy=cast("ProxySettings", proxy),
                **browser_type_launch_args,
            )
            yield listen(context), asked
            context.close()

    return go


@contextmanager
def planted(site: Path, target: Path, old: str, new: str) -> Iterator[str]:
    """Yield the address of a copy whose form page has been changed."""
    replace(copy(site, target) / "take" / "index.html", old, new)
    with serve(target) as url:
        yield url


def test_the_whole_tour_stays_at_home(
    profile: OnlyWay, built_site: Path, site_url: str, items: list[str]
) -> None:
    """Every page, the journey, erasing, a download, search, both palettes: one host only."""
    own, by_page = urlsplit(site_url).netloc, list[str]()
    with profile(site_url) as (watched, asked):
        watched.page.context.on("request", lambda request: by_page.append(request.url))
        tour(watched.page, site_url, pages_of(built_site), items)
    assert len(asked) > 60, "the proxy saw the site's own requests"
    assert set(asked) - BROWSERS_OWN == {own}
    assert {urlsplit(url).netloc for url in by_page if url.startswith("http")} == {own}
    assert watched.refused == []
    assert watched.complaints == []


def test_a_planted_contact_on_the_way_is_seen(
    profile: OnlyWay, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary of the one above: a mere preconnect on the form's page, past the policy."""
    hint = '<link rel="preconnect" href="https://elsewhere.invalid"></head>'
    with (
        planted(built_site, tmp_path / "site", "</head>", hint) as url,
        profile(url) as (watched, asked),
    ):
        take_it_all(watched.page, url, items)
    assert "elsewhere.invalid:443" in asked


def test_a_planted_picture_is_seen(profile: OnlyWay, tmp_path: Path) -> None:
    """Canary: a plain request to another host, from a page without a policy."""
    (tmp_path / "index.html").write_text("<h1>x</h1><img src=//planted.invalid/y.png>", "utf-8")
    with serve(tmp_path) as url, profile(url) as (watched, asked):
        watched.page.goto(url, wait_until="networkidle")
    assert "planted.invalid" in asked


def test_the_tour_keeps_a_strict_policy_sent_as_a_header(
    browser: Browser, built_site: Path, items: list[str]
) -> None:
    """As a company's proxy may send it, on top of the page's own: only what is named."""
    start = (built_site / "index.html").read_text(encoding="utf-8")
    hashes = " ".join(re.findall(r"'sha256-[^']+'", META.findall(start)[0]))
    header = {"Content-Security-Policy": STRICT.format(hashes=hashes)}
    with host(built_site, header) as url, watch(browser) as watched:
        tour(watched.page, url, pages_of(built_site), items)
        assert watched.refused == []
        assert watched.complaints == []


def test_the_strict_header_is_really_sent(browser: Browser, built_site: Path) -> None:
    """Canary of the one above: without the hashes the theme's own inline scripts are refused."""
    header = {"Content-Security-Policy": STRICT.format(hashes="")}
    with host(built_site, header) as url, watch(browser) as watched:
        watched.page.goto(url, wait_until="networkidle")
        assert any(entry.startswith("script-src-elem inline") for entry in watched.refused)


def test_a_planted_inline_script_is_refused_and_reported(
    browser: Browser, built_site: Path, tmp_path: Path
) -> None:
    """Canary of the tour: both the listener and the console say so, and it does not run."""
    script = "<script>window.ran = true</script></body>"
    place = tmp_path / "site"
    with (
        planted(built_site, place, "</body>", script) as url,
        watch(browser) as watched,
    ):
        watched.page.goto(f"{url}take/", wait_until="networkidle")
        assert watched.page.evaluate("window.ran") is None
        assert any(entry.startswith("script-src-elem inline") for entry in watched.refused)
        assert any("Content Security Policy" in said for said in watched.complaints)
