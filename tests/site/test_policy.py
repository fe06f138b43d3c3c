"""The content security policy: on every page, right, and kept by the site in a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from tools.building import build, mkdocs
from tools.serving import serve

from readiness.site.policy import policy, with_policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PAGES = ("", "take/", "result/", "method/", "privacy/", "host/", "author/", "glossary/")
LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """Yield a page that notes what the policy refuses, from before the first byte."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def refused(page: Page) -> list[str]:
    """Return what the policy has refused on the page that is open."""
    page.wait_for_load_state("networkidle")
    noted: list[str] = page.evaluate("window.refused")
    return noted


def test_every_page_has_the_policy_before_anything_else_but_its_encoding(built_site: Path) -> None:
    """It holds only for what comes after it."""
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) >= 9
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert len(META.findall(html)) == 1, path
        before = html[: html.index("<meta http-equiv")]
        assert re.findall(r"<[a-z]+", before) == ["<html", "<head", "<meta"], path
        assert html.index("charset") < 1024


def test_the_policy_is_the_designs_with_the_hash_of_every_inline_script(built_site: Path) -> None:
    """Hashes worked out here, by other means; the same on all pages."""
    pages = [path.read_text(encoding="utf-8") for path in built_site.rglob("*.html")]
    scripts = {script for page in pages for script in INLINE.findall(page)}
    assert len(scripts) >= 3
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    hashes = {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}
    found = {content for page in pages for content in META.findall(page)}
    assert len(found) == 1
    given = dict(part.strip().split(" ", 1) for part in found.pop().split(";"))
    assert set(given.pop("script-src").split()) == {"'self'", *hashes}
    assert given == {
        "default-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "object-src": "'none'",
    }


def test_a_second_policy_takes_the_place_of_the_first() -> None:
    """As after `mkdocs build --dirty`."""
    once = with_policy("<!doctype html><html><head><title>x</title>", policy(["1"]))
    twice = with_policy(once, policy(["2"]))
    assert META.findall(twice) == [policy(["2"])]
    assert twice.startswith('<!doctype html><html><head><meta http-equiv="Content-S')


def test_serving_writes_no_policy(own_site: Path) -> None:
    """The live reload of MkDocs is an inline script; see test_serving for the page itself."""
    ended = mkdocs("build", folder=own_site)
    assert "Content-Security-Policy: default-src 'self'" in ended.stderr
    assert "frame-ancestors 'self'" in ended.stderr


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_the_policy(watched: Page, site_url: str, path: str) -> None:
    """Listening from before the page begins, until the network is silent."""
    watched.goto(site_url + path)
    assert watched.locator("h1").count() == 1
    assert refused(watched) == []


def test_search_and_the_dark_palette_keep_the_policy(watched: Page, site_url: str) -> None:
    """Both are the theme's, with a worker and styles of their own."""
    watched.goto(site_url)
    watched.locator("input.md-search__input").click()
    watched.keyboard.type("customer", delay=20)
    watched.locator(".md-search-result__link").first.wait_for()
    watched.keyboard.press("Escape")
    watched.locator("label.md-header__button[title]:visible").first.click()
    assert refused(watched) == []


def test_a_planted_inline_script_is_refused(
    watched: Page, built_site: Path, tmp_path: Path
) -> None:
    """Canary: the listener hears, and the script does not run."""
    planted = tmp_path / "planted"
    shutil.copytree(built_site, planted)
    take = planted / "take" / "index.html"
    html = take.read_text(encoding="utf-8")
    take.write_text(html.replace("</body>", "<script>window.ran = 1</script></body>"), "utf-8")
    with serve(planted) as url:
        watched.goto(url + "take/")
        assert any(entry.startswith("script-src") for entry in refused(watched))
        assert watched.evaluate("window.ran") is None


@pytest.fixture(scope="module")
def instant_site(own_sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a site whose host has turned instant navigation on."""
    site = tmp_path_factory.mktemp("instant") / "site"
    site.mkdir()
    with serve(site) as url:
        config = own_sites / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        instant = text.replace("\n  palette:", "\n  features: [navigation.instant]\n  palette:")
        assert instant != text
        (own_sites / "instant.yml").write_text(f"site_url: {url}\n{instant}", "utf-8")
        build(site, "-f", "instant.yml", folder=own_sites)
        yield url


def test_instant_navigation_keeps_the_policy_and_mounts_the_form(
    watched: Page, instant_site: str
) -> None:
    """From page to page without loading: one document, no violation, the form alive."""
    watched.goto(instant_site)
    watched.evaluate("window.same = true")
    for path in ("take/", "method/", "result/", "take/"):
        watched.locator(f".md-nav--primary a[href$='{path}']").first.click()
        watched.wait_for_url(instant_site + path)
        watched.wait_for_load_state("networkidle")
    watched.locator("[data-readiness=questionnaire][data-mounted]").wait_for()
    assert watched.evaluate("window.same") is True
    assert refused(watched) == []
