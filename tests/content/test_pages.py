"""The pages say what they must, link only to what exists, and promise nothing else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from markdown.extensions.toc import slugify

from .conftest import ROOT
from .specification import GLOSSARY, HONESTY, PROMISES

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted((ROOT / "site_src").glob("*.md"))
NAMES = [
    *("answers", "author", "code", "files", "glossary", "host", "index", "method", "privacy"),
    *("result", "take", "team", "guide", "paper"),
]
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#\s]*)(?:#([\w-]+))?\)")
HEADING = re.compile(r"^#+ (.+?)(?: \{ #([\w-]+) \})?$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+).+?\1")


@cache
def source(page: str) -> str:
    """Return the Markdown of a page."""
    return (ROOT / "site_src" / f"{page}.md").read_text(encoding="utf-8")


def prose(text: str) -> str:
    """Return Markdown without code, with every run of white space as one blank."""
    return " ".join(CODE.sub("", FENCE.sub("", text)).split())


def broken_links(text: str, page: str) -> list[str]:
    """Return the links to pages and headings that do not exist."""
    found = LINK.findall(prose(text))
    return [
        f"{target}#{anchor}"
        for target, anchor in found
        if "://" not in target and not _exists(target or f"{page}.md", anchor)
    ]


def _exists(target: str, anchor: str) -> bool:
    path = ROOT / "site_src" / target
    return path.is_file() and (not anchor or anchor in _anchors(path))


def _anchors(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    found = HEADING.findall(FENCE.sub("", text))
    own = {name or slugify(title, "-") for title, name in found}
    return own | _generated_anchors() if "/// method" in text else own


@cache
def _generated_anchors() -> set[str]:
    text = (ROOT / "templates" / "method.html").read_text(encoding="utf-8")
    return set(re.findall(r'<h3 id="([\w-]+)">', text))


def missing_notes(text: str) -> list[int]:
    """Return the numbers of the honesty notes that a text lacks."""
    return [number for number, phrase in HONESTY.items() if phrase not in prose(text)]


def defined(text: str) -> set[str]:
    """Return the words that the glossary explains."""
    return set(re.findall(r"^\| ([\w -]+?) \|", text, re.MULTILINE)) - {"Word"}


def test_all_pages_are_there() -> None:
    """A loop over no page at all would pass every test below."""
    assert {path.stem for path in PAGES} >= set(NAMES)


@pytest.mark.parametrize("page", NAMES)
def test_links_lead_somewhere(page: str) -> None:
    """Pages and headings alike."""
    assert broken_links(source(page), page) == []


def test_a_broken_link_is_seen() -> None:
    """Canary: a page, and a heading, that are not there."""
    text = "[a](nowhere.md) [b](method.md#nothing) [c](method.md#customer-pulse) [d](index.md)"
    assert broken_links(text, "index") == ["nowhere.md#", "method.md#nothing"]


@pytest.mark.parametrize("page", NAMES)
def test_a_page_has_one_title_and_fetches_nothing(page: str) -> None:
    """One first-level heading; no image, frame, script or style from anywhere."""
    text = FENCE.sub("", source(page))
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert not re.search(r"!\[|<(img|script|iframe|link|style|object)\b", text)


@pytest.mark.parametrize("page", NAMES)
def test_no_page_promises_anonymity(page: str) -> None:
    """Whoever holds a file can read it."""
    assert "anonym" not in source(page).casefold()


@pytest.mark.parametrize("promise", PROMISES)
def test_the_privacy_page_promises_what_can_be_proved(promise: str) -> None:
    """Each sentence stands there, and the limits beside the promises."""
    assert promise in prose(source("privacy"))


def test_the_method_has_all_ten_honesty_notes() -> None:
    """Each by a phrase that only this note has."""
    assert len(HONESTY) == 10
    assert missing_notes(source("method")) == []


def test_a_lost_honesty_note_is_seen() -> None:
    """Canary: each note in turn."""
    for number, phrase in HONESTY.items():
        assert missing_notes(prose(source("method")).replace(phrase, "")) == [number]


def test_the_method_says_what_is_added_and_why() -> None:
    """Two of the gates, by their ideas, with the reason; and what is not promised."""
    text = prose(source("method"))
    assert "**Two of the six gates are added**, and this is why." in text
    for phrase in (
        "Who fears for the job hides what could be done better",
        "Where problems are punished, customers",
        "growth and profit follow, is not tested, and we do not promise it",
    ):
        assert phrase in text


def test_the_welcome_page_carries_the_message_of_the_source() -> None:
    """Needs come before Lean; satisfaction has causes; how customers see you decides."""
    text = prose(source("index"))
    for phrase in (
        "What customers need, want and expect is identified *before* Lean starts.",
        "It does not just happen: it has causes",
        "If they do not see you as customer-focused, you are not.",
    ):
        assert phrase in text


def test_the_method_types_no_figure_of_the_questionnaire() -> None:
    """The model in words has no digits but the ends of the scale; no item count stands anywhere."""
    text = prose(source("method"))
    model = text.split("## The model in words")[1].split("## The values of")[0]
    assert re.findall(r"(?<![LM])\b\d+", model) == ["0", "100"]  # L18 is a source
    assert not re.search(r"\b34\b|\bthirty-four\b|\b\d+ %|\d%", text)
    assert "/// method" in text


def test_the_customer_pulse_has_three_questions() -> None:
    """They stand on the method page, and the result page leads there."""
    pulse = source("method").split("{ #customer-pulse }")[1].split("\n## ")[0]
    assert re.findall(r"^\d\.", pulse, re.MULTILINE) == ["1.", "2.", "3."]
    assert "never part of the score" in pulse
    assert "method.md#customer-pulse" in source("result")


def test_sources_from_memory_are_marked() -> None:
    """Nothing that was not looked up may look as if it had been."""
    looked_up, memory = source("method").split("**From memory, not re-checked:**")
    assert not re.search(r"^- M\d", looked_up, re.MULTILINE)
    assert not re.search(r"^- L\d", memory, re.MULTILINE)
    cited = set(re.findall(r"\b[LM]\d+\b", source("method").split("## Sources")[0]))
    listed = set(re.findall(r"^- ([LM]\d+):", source("method"), re.MULTILINE))
    assert cited - listed == set()


def test_the_hosts_page_names_templates_that_exist() -> None:
    """A host who replaces a style sheet must know its name, and every one is named."""
    names = re.findall(r"`templates/([\w.]+)`", source("host"))
    assert len(names) >= 4
    assert sorted(names) == sorted(path.name for path in (ROOT / "templates").glob("*.css"))


def test_the_glossary_explains_every_word() -> None:
    """All words that code, files and pages share."""
    assert len(GLOSSARY) == 30
    assert set(GLOSSARY) - defined(source("glossary")) == set()


def test_a_lost_word_is_seen() -> None:
    """Canary."""
    text = source("glossary").replace("| floor |", "| bottom |")
    assert set(GLOSSARY) - defined(text) == {"floor"}


def test_the_form_says_first_who_will_see_the_answers() -> None:
    """Before the block of questions, not after it."""
    before = prose(source("take").split("/// questionnaire")[0])
    assert "Nobody sees your answers but those who can use this browser" in before


def test_the_welcome_page_says_how_long_it_takes() -> None:
    """The minutes that test_wording works out."""
    text = prose(source("index"))
    assert "Leaders and managers need about 15 minutes, the front line about 13." in text
    assert "read at 150 to 200 words a minute, and eight seconds to choose" in text
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert "leaders and managers about 15 minutes, the front line 13." in readme
