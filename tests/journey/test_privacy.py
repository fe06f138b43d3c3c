"""Nothing leaves the site's own host, and nothing breaks its policy, wherever a visitor goes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from tools.serving import serve

from journey.hosting import host
from journey.recording_proxy import Log, record
from journey.tour import Watched, listen, pages_of, see_every_page, tour, watch
from journey.variants import copy, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserType, Page

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


@dataclass(slots=True)
class Proxied:
    """A browser whose only way out is written down."""

    watched: Watched
    log: Log

    def asked_meanwhile(self, act: Callable[[Page], None]) -> list[str]:
        """Do something on the page and return the hosts that were asked for meanwhile."""
        before = len(self.log.hosts)
        act(self.watched.page)
        self.watched.page.goto("about:blank")
        return self.log.hosts[before:]


@pytest.fixture(scope="module")
def proxied(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Proxied]:
    """Yield a browser behind the proxy. A private one would not preconnect: it has a profile."""
    profile = tmp_path_factory.mktemp("profile")
    with (
        record() as log,
        browser_type.launch_persistent_context(
            profile,
            proxy={"server": log.server, "bypass": "<-loopback>"},
            **browser_type_launch_args,
        ) as context,
    ):
        yield Proxied(listen(context), log)


@contextmanager
def planted(site: Path, target: Path, old: str, new: str, *, policy: bool) -> Iterator[str]:
    """Yield the address of a copy whose form page has been changed, with its policy or without."""
    page = copy(site, target) / "take" / "index.html"
    replace(page, old, new)
    if not policy:
        page.write_text(META.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    with serve(target) as url:
        yield url


def test_the_whole_tour_stays_at_home(
    proxied: Proxied, built_site: Path, site_url: str, items: list[str]
) -> None:
    """Every page, the journey, erasing, a download, search, both palettes: one host only."""
    own, by_page = urlsplit(site_url).netloc, list[str]()
    proxied.watched.page.context.on("request", lambda request: by_page.append(request.url))
    asked = proxied.asked_meanwhile(lambda page: tour(page, site_url, pages_of(built_site), items))
    assert len(asked) > 60, "the log saw the site's own requests"
    assert set(asked) - BROWSERS_OWN == {own}
    assert {urlsplit(url).netloc for url in by_page if url.startswith("http")} == {own}
    assert proxied.watched.refused == []
    assert proxied.watched.complaints == []


def test_the_tour_keeps_a_strict_policy_sent_as_a_header(
    browser: Browser, built_site: Path, items: list[str]
) -> None:
    """As a company's proxy may send it, on top of the page's own: only what is named."""
    start = (built_site / "index.html").read_text(encoding="utf-8")
    hashes = " ".join(re.findall(r"'sha256-[^']+'", META.findall(start)[0]))
    header = {"Content-Security-Policy": STRICT.format(hashes=hashes)}
    with host(built_site, headers=header) as url, watch(browser) as watched:
        tour(watched.page, url, pages_of(built_site), items)
        assert watched.refused == []
        assert watched.complaints == []


def test_the_strict_header_is_really_sent(browser: Browser, built_site: Path) -> None:
    """Canary of the one above: without the hashes the theme's own inline scripts are refused."""
    header = {"Content-Security-Policy": STRICT.format(hashes="")}
    with host(built_site, headers=header) as url, watch(browser) as watched:
        watched.page.goto(url, wait_until="networkidle")
        assert any(entry.startswith("script-src-elem inline") for entry in watched.refused)


@pytest.mark.parametrize(
    ("tag", "has_policy"),
    [
        ('<link rel="preconnect" href="https://elsewhere.invalid">', True),
        (
            '<link rel="dns-prefetch" href="//x.invalid"><img src="http://elsewhere.invalid/x">',
            False,
        ),
        ('<script src="https://elsewhere.invalid/x.js"></script>', False),
        ('<link rel="stylesheet" href="http://elsewhere.invalid/x.css">', False),
    ],
)
def test_a_planted_contact_is_seen(
    proxied: Proxied, built_site: Path, tmp_path: Path, *, tag: str, has_policy: bool
) -> None:
    """Canary of the tour: the proxy writes down what a page in its path would ask elsewhere."""
    place = tmp_path / "site"
    with planted(built_site, place, "</head>", f"{tag}</head>", policy=has_policy) as url:
        asked = proxied.asked_meanwhile(lambda page: see_every_page(page, url, ["take/"]))
    assert any("elsewhere.invalid" in host for host in asked), asked


def test_a_planted_inline_script_is_refused_and_reported(
    browser: Browser, built_site: Path, tmp_path: Path
) -> None:
    """Canary of the tour: both the listener and the console say so, and it does not run."""
    script = "<script>window.ran = true</script></body>"
    place = tmp_path / "site"
    with (
        planted(built_site, place, "</body>", script, policy=True) as url,
        watch(browser) as watched,
    ):
        watched.page.goto(f"{url}take/", wait_until="networkidle")
        assert watched.page.evaluate("window.ran") is None
        assert any(entry.startswith("script-src-elem inline") for entry in watched.refused)
        assert any("Content Security Policy" in said for said in watched.complaints)
