"""What people read while they answer: plain, short, and without a hint of the wanted answer."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from readiness.questionnaire import Item, Questionnaire

    from .conftest import Plant

HINTS = re.compile(
    r"\d|%|\b(agree|disagree|score\w*|points|weight\w*|gates?|levels?|grades?|marks?|best|ideal\w*"
    r"|excellent|good practice|mature|maturity|should|world.class)\b",
    re.IGNORECASE,
)
SENSES = re.compile(r"points? of contact|touch points?|good service|agreed", re.IGNORECASE)
WORDS_A_MINUTE = 200
SECONDS_TO_CHOOSE = (8, 12)


def texts(item: Item) -> tuple[str, ...]:
    """Return what a respondent reads of an item."""
    return (item.question, *item.levels)


def hints(questionnaire: Questionnaire) -> list[str]:
    """Return the texts that speak of figures, scoring or the wanted answer."""
    return [
        text
        for item in questionnaire.items
        for text in texts(item)
        if HINTS.search(SENSES.sub("", text))
    ]


def words(questionnaire: Questionnaire, role: str) -> int:
    """Count the words of all questions and levels that a role is asked."""
    asked = [item for item in questionnaire.items if item.asked_of(role)]
    return sum(len(text.split()) for item in asked for text in texts(item))


def minutes(questionnaire: Questionnaire, role: str) -> tuple[int, int]:
    """Estimate reading at 200 words a minute and 8 to 12 seconds to choose, in whole minutes."""
    count = sum(item.asked_of(role) for item in questionnaire.items)
    reading = Fraction(words(questionnaire, role), WORDS_A_MINUTE)
    low, high = (round(reading + Fraction(count * s, 60)) for s in SECONDS_TO_CHOOSE)
    return low, high


def test_no_text_hints_at_figures_or_the_wanted_answer(questionnaire: Questionnaire) -> None:
    """No digits, no scoring words, no agreeing and disagreeing."""
    assert hints(questionnaire) == []


@pytest.mark.parametrize("word", ["5 of them", "We agree", "A good score", "Best practice"])
def test_a_hint_is_seen(plant: Plant, word: str) -> None:
    """Canary."""
    assert hints(plant("people.yml", '"They pick it up."', f'"{word}."')) == [f"{word}."]


@pytest.mark.parametrize(
    ("role", "expected"),
    [("leader", (12, 14)), ("manager", (12, 14)), ("frontline", (10, 12))],
)
def test_the_questions_take_the_minutes_that_the_welcome_page_says(
    questionnaire: Questionnaire, role: str, expected: tuple[int, int]
) -> None:
    """Twelve to fourteen minutes, and ten to twelve for the front line."""
    assert minutes(questionnaire, role) == expected


def test_a_long_winded_edition_is_seen(plant: Plant) -> None:
    """Canary: 200 words more are a minute more."""
    changed = plant("people.yml", '"They pick it up."', f'"{"word " * 200}"')
    assert minutes(changed, "leader") == (13, 15)


def test_items_are_short(questionnaire: Questionnaire) -> None:
    """A question is read at a glance, and so is a level."""
    for item in questionnaire.items:
        assert len(item.question.split()) <= 18, item.id
        assert max(len(level.split()) for level in item.levels) <= 14, item.id


def test_texts_are_whole_sentences_or_answers(questionnaire: Questionnaire) -> None:
    """Questions end with a question mark and levels with a full stop; both start large."""
    for item in questionnaire.items:
        assert item.question.endswith("?")
        assert item.question.count("?") == 1
        for text in texts(item):
            assert text[0].isupper(), text
        for level in item.levels:
            assert re.fullmatch(r"[^.?!]+\.", level), level


def test_levels_stand_alone(questionnaire: Questionnaire) -> None:
    """No two levels are equal, and none points back to the one before."""
    for item in questionnaire.items:
        assert len({level.casefold() for level in item.levels}) == 5, item.id
        for level in item.levels:
            assert not re.match(r"(That|Those|These|This|Also|And|Then|Plus)\b", level), level


def test_the_instruction_asks_for_a_year_and_for_the_earlier_of_two(
    questionnaire: Questionnaire,
) -> None:
    """The order on the page is the order of the levels, so "earlier" cannot be misread."""
    instruction = questionnaire.instruction or ""
    assert "last 12 months" in instruction
    assert "true as a whole" in instruction
    assert instruction.endswith("Between two, choose the earlier one.")
