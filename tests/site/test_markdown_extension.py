"""The Markdown extension alone, as another site generator would use it: no plugin, no MkDocs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from markdown import Markdown

ROOT = Path(__file__).parents[2]
FOLDERS = {"assessment": str(ROOT / "assessment"), "templates": str(ROOT / "templates")}


def convert(text: str, **folders: str) -> str:
    """Return the HTML of a Markdown page."""
    options = {"readiness": {**FOLDERS, **folders}}
    return Markdown(extensions=["readiness", "smarty"], extension_configs=options).convert(text)


@pytest.mark.parametrize("kind", ["questionnaire", "result", "answers", "method"])
def test_a_block_becomes_its_view_with_the_way_onward(kind: str) -> None:
    """What stands around it and inside it is ordinary Markdown."""
    html = convert(f'"Before"\n\n/// {kind}\n[*Onward*](result.md)\n///\n\nAfter\n')
    assert html.startswith("<p>&ldquo;Before&rdquo;</p>")
    assert html.endswith("<p>After</p>")
    assert html.count(f'<div class="readiness" data-readiness="{kind}">') == 1
    onward = html.split('<div class="rd-onward" data-onward="">')[1]
    assert onward.startswith('\n<p><a href="result.md"><em>Onward</em></a></p>\n</div>\n</div>')


def test_problems_stand_in_place_of_the_view(tmp_path: Path) -> None:
    """Here: there is no questionnaire at all."""
    html = convert("/// questionnaire\n///", assessment=str(tmp_path))
    assert 'data-readiness="problems"' in html
    assert 'data-readiness="questionnaire"' not in html
    assert "questionnaire.yml" in html


def test_a_change_of_the_files_is_seen_at_the_next_page(tmp_path: Path) -> None:
    """The questionnaire is read once for all pages, until a file changes, comes or goes."""
    for path in (ROOT / "assessment").glob("*.yml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    people = tmp_path / "people.yml"
    before = convert("/// questionnaire\n///", assessment=str(tmp_path))
    assert before == convert("/// questionnaire\n///", assessment=str(tmp_path))
    stamp = people.stat()
    people.write_text(people.read_text("utf-8").replace("levels:", "levles:", 1), "utf-8")
    os.utime(people, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))
    assert 'data-readiness="problems"' in convert("/// method\n///", assessment=str(tmp_path))
    people.unlink()
    assert "people.yml" in convert("/// result\n///", assessment=str(tmp_path))


def test_text_that_only_looks_like_a_block_stays_text() -> None:
    """In code, and under a name that we do not know."""
    html = convert("`/// questionnaire`\n\n    /// questionnaire\n    ///\n\n/// unknown\n///\n")
    assert "data-readiness" not in html
    assert html.count("/// questionnaire") == 2
