"""The addresses that a browser asks by itself for a tag or a style sheet, and which are remote.

A link that a person clicks is not among them, nor is `rel=canonical`. Knows nothing of files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.site.built_page import Tag

FETCHED = {
    *("action", "archive", "background", "classid", "code", "codebase", "data", "formaction"),
    *("href", "icon", "imagesrcset", "manifest", "ping", "poster", "src", "srcset", "xlink:href"),
}
LISTS = {"archive", "imagesrcset", "ping", "srcset"}
PAINTED = {
    *("clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid"),
    *("marker-start", "mask", "stroke", "style"),
}
CLICKED = {"a", "area"}
# What a `link` may be without being fetched; it is fetched when it is anything else as well.
STILL = {
    *("alternate", "author", "bookmark", "canonical", "help", "license", "me", "next"),
    *("nofollow", "prev", "privacy-policy", "tag", "terms-of-service"),
}
HERE = {"about:", "blob:", "data:", "javascript:", "mailto:", "tel:"}

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20]+")
REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)
SILENT_CSS = re.compile(r"/\*.*?\*/|@namespace\b[^;]*;", re.DOTALL | re.IGNORECASE)
CSS_ADDRESS = re.compile(
    r"""\burl\(\s*(?: "(?P<a>[^"]*)" | '(?P<b>[^']*)' | (?P<c>[^"')]*) )
    | @import\s*(?: "(?P<d>[^"]*)" | '(?P<e>[^']*)' )
    | \b(?:image-set|src)\((?P<choices>(?:[^()]|\([^()]*\))*)""",
    re.IGNORECASE | re.VERBOSE,
)
CHOICE = re.compile(r"\"([^\"]*)\"|'([^']*)'|\burl\(([^\"')]*)", re.IGNORECASE)


def is_remote(address: str) -> bool:
    """Tell whether a browser on the site would ask another host for this address."""
    plain = plainly(address)
    scheme = SCHEME.match(plain)
    return plain.startswith("//") or (scheme is not None and scheme[0] not in HERE)


def plainly(address: str) -> str:
    """Return the address as browsers take it: without blanks and controls, in lower case."""
    return IGNORED_BY_BROWSERS.sub("", address).replace("\\", "/").lower()


def in_tag(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield a name for the place and the address, for all that is asked because of a tag."""
    for name, value in tag.attributes.items():
        place = f"<{tag.name} {name}>"
        if name in LISTS:
            yield from ((place, address) for address in re.split(r"[\s,]+", value))
        elif name in FETCHED and not (name == "href" and _waits(tag)):
            yield place, value
        elif name in PAINTED:
            yield from ((place, address) for _, address in in_css(value))
    if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
        for address in REFRESH.findall(tag.attributes.get("content", "")):
            yield "<meta http-equiv=refresh>", address
    yield from _asked_by_theme(tag)


def in_css(css: str) -> Iterator[tuple[int, str]]:
    """Yield line and address of all that a style sheet asks for; lines count from 1."""
    plain = SILENT_CSS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    for found in CSS_ADDRESS.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        yield from ((line, address) for address in filter(None, found.group(*"abcde")))
        for choice in CHOICE.findall(found["choices"] or ""):
            yield line, "".join(choice)


def _waits(tag: Tag) -> bool:
    if tag.name == "link":
        relations = set(tag.attributes.get("rel", "").lower().split())
        return bool(relations) and relations <= STILL
    return tag.name in CLICKED


def _asked_by_theme(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield what Material's own script fetches when it meets a tag."""
    if "mermaid" in tag.attributes.get("class", "").split():
        yield "a mermaid diagram", "https://unpkg.com/mermaid"
    if tag.attributes.get("data-md-component") == "source":
        yield "repo_url", tag.attributes.get("href", "")
