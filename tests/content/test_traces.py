"""A trace is only named where question or levels say something of the statement."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from .statements import STEMS, UNTRUE, WHOLE
from .test_ladders import BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.questionnaire import Item, Questionnaire

    from .conftest import Plant

# Words that fit half of the items would show nothing.
MOST_ITEMS = 6


def carries(texts: Iterable[str], statement: str) -> bool:
    """Tell whether one of the texts has words of the statement."""
    stems = [re.escape(stem.strip()) for stem in STEMS.get(statement, "").split("|")]
    pattern = re.compile(rf"\b(?:{'|'.join(filter(None, stems)) or '(?!)'})", re.IGNORECASE)
    return any(pattern.search(text) for text in texts)


def texts(item: Item) -> tuple[str, ...]:
    """Return what a respondent reads of an item."""
    return (item.question, *item.levels)


def untrue(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Return item and statement of each trace that no text carries."""
    return [
        (item.id, statement)
        for item in questionnaire.items
        for statement in item.traces
        if not carries(texts(item), statement)
    ]


def test_every_statement_has_words_or_is_held_by_the_whole() -> None:
    """S1 to S30, each once."""
    assert not set(STEMS) & WHOLE
    assert set(STEMS) | WHOLE == {f"S{number}" for number in range(1, 31)}


def test_every_trace_is_carried(questionnaire: Questionnaire) -> None:
    """66 of them."""
    assert sum(len(item.traces) for item in questionnaire.items) == 66
    assert untrue(questionnaire) == []


@pytest.mark.parametrize("statement", STEMS)
def test_the_words_of_a_statement_fit_few_items(
    statement: str, questionnaire: Questionnaire
) -> None:
    """Else any trace would pass."""
    fitting = [item.id for item in questionnaire.items if carries(texts(item), statement)]
    assert 1 <= len(fitting) <= MOST_ITEMS, fitting


def test_most_items_could_not_name_most_statements(questionnaire: Questionnaire) -> None:
    """Canary: of the pairs of an item and a statement that it does not name, few would pass."""
    others = [
        (item, statement)
        for item in questionnaire.items
        for statement in sorted(STEMS.keys() | WHOLE)
        if statement not in item.traces
    ]
    passing = [(item.id, one) for item, one in others if carries(texts(item), one)]
    assert len(others) == 34 * 30 - 66
    assert len(passing) <= len(others) / 20, passing


def test_a_trace_that_nothing_carries_is_seen(plant: Plant) -> None:
    """Canary: a statement that does not belong, one that is for the whole, one not tested."""
    changed = plant("people.yml", "traces: [S12]", "traces: [S9, S12, S16, S30]")
    name = "valued-individuals"
    assert untrue(changed) == [(name, "S9"), (name, "S16"), (name, "S30")]


def test_the_untrue_trace_of_the_first_edition_is_seen() -> None:
    """Canary: as its texts were."""
    name, statement = UNTRUE
    item = json.loads(BEFORE.read_text(encoding="utf-8"))["items"][name]
    assert not carries([item["question"], *item["levels"]], statement)


def test_a_lost_idea_is_seen(plant: Plant) -> None:
    """Canary: the text changes and the trace stays."""
    level = '"All main ones, and customers confirm that what they expected is met or exceeded."'
    changed = plant("processes.yml", level, '"All main ones, and it helps."')
    assert ("touchpoints-evaluated", "S7") in untrue(changed)
