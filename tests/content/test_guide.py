"""The guide for facilitators calls what is on the team page by its name."""

from __future__ import annotations

import re
from functools import cache

from .conftest import ROOT

BROWSER = ROOT / "scripts" / "readiness" / "browser"
QUOTED = re.compile(r"\u201c([^\u201d]+)\u201d")
# What people say, and what a report of its own says. A question is one that people ask.
SPOKEN = {"not yet", "14 of 20"}
LEAST = 7


@cache
def _words() -> str:
    files = [*BROWSER.glob("words_*.js")]
    assert len(files) >= 5
    return "\n".join(file.read_text("utf-8") for file in files)


def unknown(text: str) -> tuple[list[str], int]:
    """Return what a text quotes and the page does not say, and how much it quotes of the page."""
    quoted = [" ".join(one.split()) for one in QUOTED.findall(text)]
    said = [one for one in quoted if one not in SPOKEN and not one.endswith("?")]
    return [one for one in said if one not in _words()], len(said)


def _guide() -> str:
    return (ROOT / "site_src" / "guide.md").read_text("utf-8")


def test_the_guide_names_what_is_there() -> None:
    """Buttons and titles in quotation marks stand in the words of the page."""
    strange, count = unknown(_guide())
    assert strange == []
    assert count >= LEAST


def test_canary_a_button_of_before() -> None:
    """A name that the page does not have is noticed."""
    assert unknown(_guide().replace("Copy the summary", "Copy the report"))[0] == [
        "Copy the report"
    ]
