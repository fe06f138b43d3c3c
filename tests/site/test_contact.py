"""What a page would fetch from elsewhere by itself is named, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.building import mkdocs

from readiness.site.contact import findings, in_page, in_style_sheet

if TYPE_CHECKING:
    from pathlib import Path

FETCHED_BY_ITSELF = [
    "<img src=https://x.example/a.png>",
    "<img src='//x.example/a.png'>",
    r"<img src='\\x.example/a.png'>",
    "<img src='ht\ntps://x.example/a.png'>",
    "<img src=' HTTPS://x.example/a.png'>",
    "<img srcset='a.png 1x, https://x.example/a.png 2x'>",
    "<picture><source srcset='https://x.example/a.png'></picture>",
    "<link rel=imagesrcset imagesrcset='https://x.example/a.png 1x'>",
    "<script src=https://x.example/a.js></script>",
    "<link rel=stylesheet href=https://x.example/a.css>",
    "<link rel='alternate stylesheet' href=https://x.example/a.css>",
    "<link rel=preconnect href=https://x.example>",
    "<link rel=dns-prefetch href=//x.example>",
    "<link rel=preload href=https://x.example/a.woff2 as=font>",
    "<link rel=prefetch href=https://x.example/a.html>",
    "<link rel=modulepreload href=https://x.example/a.js>",
    "<link rel=icon href=https://x.example/a.ico>",
    "<link rel=manifest href=https://x.example/a.json>",
    "<link href=https://x.example/a.css>",
    "<base href=https://x.example/>",
    "<meta http-equiv=refresh content='0; url=https://x.example/'>",
    "<meta http-equiv=Refresh content=\"5;URL='//x.example/'\">",
    "<iframe src=https://x.example/></iframe>",
    "<iframe srcdoc='<img src=https://x.example/a.png>'></iframe>",
    "<object data=https://x.example/a.swf></object>",
    "<embed src=https://x.example/a.swf>",
    "<video src=https://x.example/a.mp4></video>",
    "<video poster=https://x.example/a.png></video>",
    "<audio src=https://x.example/a.mp3></audio>",
    "<video><track src=https://x.example/a.vtt></video>",
    "<input type=image src=https://x.example/a.png>",
    "<form action=https://x.example/></form>",
    "<button formaction=https://x.example/></button>",
    "<a href=b.html ping=https://x.example/>x</a>",
    "<body background=https://x.example/a.png>",
    "<svg><use href=https://x.example/a.svg#b /></svg>",
    "<svg><use xlink:href=https://x.example/a.svg#b /></svg>",
    "<svg><image href=https://x.example/a.png /></svg>",
    "<svg><rect fill='url(https://x.example/a.svg#b)'/></svg>",
    "<p style='background: url(https://x.example/a.png)'>",
    "<p style=\"background: url('//x.example/a.png')\">",
    "<style>@import 'https://x.example/a.css';</style>",
    "<template><img src=https://x.example/a.png></template>",
    "<noscript><img src=https://x.example/a.png></noscript>",
    "<IMG SRC=https://x.example/a.png>",
    "<pre class='a mermaid'>graph LR</pre>",
    "<a href=https://github.com/x/y data-md-component=source>x</a>",
]
CLOSED = [
    "<a href=https://x.example/>x</a>",
    "<map><area href=https://x.example/></map>",
    "<link rel=canonical href=https://x.example/>",
    "<link rel='alternate' hreflang=de href=https://x.example/de/>",
    "<link rel='next prev' href=https://x.example/>",
    "<img src=a.png srcset='a.png 1x, ../b.png 2x'>",
    "<img src=data:image/png;base64,AAAA>",
    "<a href=mailto:a@x.example>x</a>",
    "<p>&lt;img src=https://x.example/a.png&gt; https://x.example url(https://x.example)</p>",
    "<!-- <img src=https://x.example/a.png> -->",
    "<p title='url(https://x.example)' data-x=https://x.example>",
    "<meta property=og:image content=https://x.example/a.png>",
    "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    "<script>const u = 'https://x.example/'; '<img src=https://x.example>'</script>",
    "<link rel=stylesheet href=/a.css>",
]
FETCHED_BY_STYLES = [
    "a { background: url(https://x.example/a.png) }",
    "a { background: url( '//x.example/a.png' ) }",
    '@import "https://x.example/a.css";',
    "@import url(https://x.example/a.css);",
    "@font-face { src: local(a), url(https://x.example/a.woff2) }",
    "a { background: image-set('a.png' 1x, 'https://x.example/a.png' 2x) }",
    "a { background: image-set(url('https://x.example/a.png') 1x) }",
    "a { background: image-set(url(a.png) 1x, url( https://x.example/a.png ) 2x) }",
]
CLOSED_STYLES = [
    "/* url(https://x.example/a.png) */",
    "@namespace svg url(http://www.w3.org/2000/svg);",
    "a { background: url(data:image/svg+xml;charset=utf-8,<svg xmlns='http://www.w3.org/'/>) }",
    "a { background: url(../a.png) } b { mask: url(#c) }",
    "a::after { content: 'https://x.example' }",
]
BLOCKED = [
    "<p style='color: red'>",
    "<style>p {}</style>",
    "<p onclick=x()>",
    "<a href=javascript:x()>y</a>",
    "<a href='java\nscript:x()'>y</a>",
]


@pytest.mark.parametrize("html", FETCHED_BY_ITSELF)
def test_a_contact_is_found(html: str) -> None:
    """One of each kind, with the line on which it stands."""
    found = [finding for finding in in_page("a.html", f"<p>\n{html}") if finding.contact]
    assert [(finding.file, finding.line) for finding in found] == [("a.html", 2)]


@pytest.mark.parametrize("html", CLOSED)
def test_what_waits_for_a_person_or_stays_here_is_fine(html: str) -> None:
    """Links to click, addresses in text, data."""
    assert not list(in_page("a.html", html))


@pytest.mark.parametrize("css", FETCHED_BY_STYLES)
def test_a_contact_of_a_style_sheet_is_found(css: str) -> None:
    """With its line."""
    assert [finding.line for finding in in_style_sheet("a.css", f"\n/*\n*/{css}")] == [3]


@pytest.mark.parametrize("css", CLOSED_STYLES)
def test_a_closed_style_sheet_is_fine(css: str) -> None:
    """Comments, names of namespaces and texts are not fetched."""
    assert not list(in_style_sheet("a.css", css))


@pytest.mark.parametrize("html", BLOCKED)
def test_what_the_policy_blocks_is_named_but_is_no_contact(html: str) -> None:
    """It is a warning: the page works, and looks or acts differently."""
    assert [finding.contact for finding in in_page("a.html", html)] == [False]


def test_the_demo_site_is_closed(built_site: Path) -> None:
    """Neither a contact nor an inline style; and there was something to look at."""
    assert sum(1 for _ in built_site.rglob("*.html")) >= 9
    assert not [str(finding) for finding in findings(built_site)]


def test_a_planted_preconnect_turns_the_build_red(own_site: Path) -> None:
    """Canary, through the real command: exit code 1, file and address named."""
    page = own_site / "site_src" / "method.md"
    hint = '<link rel="preconnect" href="https://example.org">'
    page.write_text(f"{page.read_text('utf-8')}\n\n{hint}\n", "utf-8")
    ended = mkdocs("build", folder=own_site)
    assert ended.returncode == 1
    assert "method/index.html:" in ended.stderr
    assert "<link href> would fetch https://example.org" in ended.stderr


def test_a_font_from_elsewhere_turns_the_build_red(own_site: Path) -> None:
    """Canary: the theme's default, on every page."""
    config = own_site / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert text.count("font: false") == 1
    config.write_text(text.replace("font: false", "font: {text: Roboto}"), "utf-8")
    ended = mkdocs("build", folder=own_site)
    assert ended.returncode == 1
    assert "404.html:" in ended.stderr
    assert "fonts.googleapis.com" in ended.stderr


def test_an_inline_style_is_a_warning(own_site: Path) -> None:
    """So `--strict` refuses it, and a plain build does not."""
    page = own_site / "site_src" / "method.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n<p style='color: red'>x</p>\n", "utf-8")
    assert mkdocs("build", folder=own_site).returncode == 0
    strict = mkdocs("build", "-s", folder=own_site)
    assert strict.returncode == 1
    assert "<p style> will not work under the site's policy" in strict.stderr
