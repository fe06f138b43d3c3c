"""What is written twice agrees: the method page and the values, the author's page and the keys."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from readiness.site.rendering import render

from .conftest import ASSESSMENT, ROOT
from .specification import ADDED, GATES, TRACES
from .test_pages import FENCE, source

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

    from .conftest import Plant

SCHEMA = ROOT / "scripts" / "readiness" / "questionnaire.schema.json"
TEMPLATES = ROOT / "templates"


def method(questionnaire: Questionnaire) -> str:
    """Return the generated part of the method page as plain words."""
    html = re.sub(r"<[^>]+>", "", render("method", questionnaire, TEMPLATES))
    return " ".join(html.split())


def keys(schema: object) -> set[str]:
    """Return every key that an author may write, from the published schema."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        own = set(properties) if isinstance(properties, dict) else set()
        return own.union(*(keys(part) for part in schema.values()))
    if isinstance(schema, list):
        return set().union(*(keys(part) for part in schema))
    return set()


def test_the_method_shows_every_item_and_gate(questionnaire: Questionnaire) -> None:
    """Every question, and for each gate the level that must be reached."""
    text = render("method", questionnaire, TEMPLATES)
    for item in questionnaire.items:
        assert f"<code>{item.id}</code>" in text
    levels = {item.id: item.levels for item in questionnaire.items}
    for name, (least, _) in GATES.items():
        assert f"“{levels[name][least - 1]}”" in text
    assert text.count("; gate") == 6


def rows_of(questionnaire: Questionnaire) -> dict[str, list[set[str]]]:
    """Return the items that the page names beside each statement: testing it, supporting it."""
    html = render("method", questionnaire, TEMPLATES)
    rows = re.findall(r'<tr data-statement="(\w+)">(.+?)</tr>', html, re.DOTALL)
    cells = {name: re.findall(r"<td>(.+?)</td>", row, re.DOTALL) for name, row in rows}
    return {
        name: [set(re.findall(r"<code>(.+?)</code>", cell)) for cell in found[1:]]
        for name, found in cells.items()
    }


def test_the_method_shows_every_statement_with_its_items(questionnaire: Questionnaire) -> None:
    """S1 to S30, each with the items that test it and the added ones that support it."""
    rows = rows_of(questionnaire)
    assert list(rows) == [f"S{number}" for number in range(1, 31)]
    for name, found in rows.items():
        wanted = TRACES.get(name, set())
        assert found == [wanted - ADDED, wanted & ADDED], name
    assert rows["S30"] == [set(), set()]
    last = questionnaire.statements[-1].text
    assert "**Not tested**" in last


def test_the_method_says_of_every_item_what_is_from_the_source(
    questionnaire: Questionnaire,
) -> None:
    """29 from the source and five added, each with the words of its statements."""
    html = render("method", questionnaire, TEMPLATES)
    assert html.count('data-source="source"') == 29
    assert html.count('data-source="added"') == 5
    text = method(questionnaire)
    assert text.count("From the source, S") + text.count("Added, supports S") == 66
    assert text.count("Added, supports S") == 5
    assert text.count("Added, supports the source as a whole") == 1
    assert "From the source, S5: The customer is the lifeblood of the business." in text
    assert "Added, supports S13: All systems and processes need continuous" in text
    assert text.count(" Added, does not come from the source.") == 2


def test_a_trace_that_moves_moves_on_the_page(plant: Plant) -> None:
    """Canary: a page with typed traces would keep the old one."""
    rows = rows_of(plant("people.yml", "traces: [S12]", "traces: [S29]"))
    assert rows["S12"] == [{"satisfaction-causes"}, set()]
    assert rows["S29"] == [{"loyalty-figures", "valued-individuals"}, set()]


def test_the_method_of_another_questionnaire_has_no_statement(plant: Plant) -> None:
    """Where an author lists none, items name their traces alone, and there is no table."""
    text = (ASSESSMENT / "questionnaire.yml").read_text(encoding="utf-8")
    statements = text[text.index("\nstatements:\n") :]
    changed = plant("questionnaire.yml", statements, "\n")
    assert rows_of(changed) == {}
    assert "From the source, S5 From the source, S15" in method(changed)


def test_the_method_shows_the_values(questionnaire: Questionnaire) -> None:
    """Cut-offs, floors, shares, counts and bands, as they stand in the model."""
    text = method(questionnaire)
    for phrase in (
        "34 items in 10 themes and 3 dimensions",
        "site): 34 items Manager (of a team or area): 34 items Front line",
        "itself): 30 items",
        "No verdict: fewer than 80% of the questions",
        "index is below 40; or a dimension is below 30; or a theme is below 20",
        "index is at least 60; each dimension is at least 50",
        "scored and at least 40; and",
        "know” makes up at most 25%",
        "Below 50% of the questions dealt with, no index is shown",
        "In part: from 50 to below 75",
        "Self-correcting: from 90",
        "Throughout: 75 points",
        "All weights are equal.",
        "Added, does not come from the source.",
        "A person counts from 80% of the questions dealt with",
        "fewer than 5 people, or raters of a question",
        "A part is small below 10 raters",
        "level by level from 5",
        "“Nearly all” means all but 1, or all.",
        "flagged from a difference of 1/3 in their shares, where at least two people make it",
        "is met when 2/3 of those who rated it or did not know",
        "Those who lead: Leader",
    ):
        assert phrase in text


def test_the_method_follows_a_changed_cut_off(plant: Plant) -> None:
    """Canary: a page with typed figures would keep the old one."""
    changed = method(plant("questionnaire.yml", "index: 60 ", "index: 61 "))
    assert "index is at least 61" in changed
    assert "index is at least 60" not in changed


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        ("k_min: 7", "fewer than 7 people, or raters"),
        ("distribution_min: 12", "small below 12 raters"),
        ("gate_share: 3/4", "met when 0.75 of those"),
        ("gap: {share: 2/5}", "a difference of 0.4 in their"),
        ("colluders: 2", "all but 2, or all"),
    ],
)
def test_the_method_follows_the_values_of_a_group(plant: Plant, group: str, shown: str) -> None:
    """Canary: a page with typed figures would keep the old one."""
    changed = plant("questionnaire.yml", "\nverdict:", f"\ngroup: {{{group}}}\nverdict:")
    assert shown in method(changed)


def test_the_method_follows_a_changed_weight(plant: Plant) -> None:
    """Canary: unequal weights are named, and no longer called equal."""
    old = "        traces: [S14, S29]"
    changed = method(plant("leadership.yml", old, f"        weight: 3\n{old}"))
    assert "loyalty-figures; weight 3" in changed
    assert "All weights are equal." not in changed


def test_the_authors_page_explains_every_key() -> None:
    """Keys of the published schema, each as code."""
    wanted = keys(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert len(wanted) > 30
    page = source("author")
    explained = set(re.findall(r"`(\w+)`", FENCE.sub("", page))) | set(
        re.findall(r"(\w+):", "".join(FENCE.findall(page)))
    )
    assert wanted - explained == set()


def test_the_example_of_the_authors_page_is_the_real_item(questionnaire: Questionnaire) -> None:
    """The walk through one item shows what stands in the file."""
    example = re.search(r"```yaml\n(.+?)^```", source("author"), re.MULTILINE | re.DOTALL)
    assert example
    (shown,) = yaml.safe_load(example[1])
    (item,) = (item for item in questionnaire.items if item.id == shown["id"])
    assert shown["question"] == item.question
    assert tuple(shown["levels"]) == item.levels
    assert shown["evidence"] == item.evidence
    assert tuple(shown["traces"]) == item.traces
    assert (shown["gate"]["min"], shown["gate"]["effect"]) == GATES[item.id]


def test_each_file_tells_an_author_what_it_is() -> None:
    """The modeline first, then three lines of comment."""
    for path in sorted((ROOT / "assessment").glob("*.yml")):
        first, *rest = path.read_text(encoding="utf-8").splitlines()[:5]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.split("=")[1]).resolve() == SCHEMA
        assert [line.startswith("# ") for line in rest] == [True, True, True, False]
