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
SENSES = re.compile(
    r"points? of contact|points where customers meet|good service|agreed", re.IGNORECASE
)
UNPLAIN = re.compile(
    r"touch.?points?|answers for|journeys?|hand.?overs?|by routine|hearsay|stakeholders?",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(r"(That(?! jobs)|Those(?! with)|These|This|Also|And|Then|Plus|One)\b")
LEANS_ON_THE_ONE_BEFORE = 2  # "Such an aim", "Such a promise": the whole again would be long
WORDS_A_MINUTE = (150, 200)
SECONDS_TO_CHOOSE = 8


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


def everything(questionnaire: Questionnaire) -> list[str]:
    """Return all that anybody reads of dimensions, themes and items, advice included."""
    found = [questionnaire.instruction or ""]
    for dimension in questionnaire.dimensions:
        found += [dimension.title, dimension.summary or ""]
    for theme in questionnaire.themes:
        found += [theme.title, theme.summary or ""]
    for item in questionnaire.items:
        advice = (item.advice.low or "", item.advice.mid or "")
        found += [*texts(item), item.evidence or "", *advice]
    return found


def unplain(questionnaire: Questionnaire) -> list[str]:
    """Return the words for which there are plainer ones."""
    found = (UNPLAIN.search(text) for text in everything(questionnaire))
    return [match[0].casefold() for match in found if match]


def words(questionnaire: Questionnaire, role: str) -> int:
    """Count the words of all questions, levels and lines of evidence that a role is asked."""
    asked = [item for item in questionnaire.items if item.asked_of(role)]
    return sum(len(text.split()) for item in asked for text in (*texts(item), item.evidence or ""))


def minutes(questionnaire: Questionnaire, role: str) -> list[int]:
    """Estimate reading at 150, between, and at 200 words a minute, with eight seconds to choose."""
    count = sum(item.asked_of(role) for item in questionnaire.items)
    slow, fast = (Fraction(words(questionnaire, role), speed) for speed in WORDS_A_MINUTE)
    choosing = Fraction(count * SECONDS_TO_CHOOSE, 60)
    return [round(reading + choosing) for reading in (slow, (slow + fast) / 2, fast)]


def test_no_text_hints_at_figures_or_the_wanted_answer(questionnaire: Questionnaire) -> None:
    """No digits, no scoring words, no agreeing and disagreeing."""
    assert hints(questionnaire) == []


@pytest.mark.parametrize("word", ["5 of them", "We agree", "A good score", "Best practice"])
def test_a_hint_is_seen(plant: Plant, word: str) -> None:
    """Canary."""
    assert hints(plant("people.yml", '"They pick it up."', f'"{word}."')) == [f"{word}."]


@pytest.mark.parametrize(
    ("role", "expected"),
    [("leader", [16, 15, 13]), ("manager", [16, 15, 13]), ("frontline", [14, 13, 12])],
)
def test_the_questions_take_the_minutes_that_the_welcome_page_says(
    questionnaire: Questionnaire, role: str, expected: list[int]
) -> None:
    """About fifteen minutes, and thirteen for the front line."""
    assert minutes(questionnaire, role) == expected


@pytest.mark.parametrize("old", ["They pick it up.", "Ask five people today, in different jobs."])
def test_a_long_winded_edition_is_seen(plant: Plant, old: str) -> None:
    """Canary: 171 words more are a minute more, in a line of evidence too."""
    changed = plant("people.yml", f'"{old}"', f'"{"word " * 171}"')
    assert minutes(changed, "leader")[1] == 16


def test_words_are_plain(questionnaire: Questionnaire) -> None:
    """Wherever the front line reads them."""
    assert len(everything(questionnaire)) == 1 + 2 * 13 + 34 * 9
    assert unplain(questionnaire) == []


@pytest.mark.parametrize("word", ["touch points", "by routine", "answers for", "Journey"])
def test_an_unplain_word_is_seen(plant: Plant, word: str) -> None:
    """Canary."""
    changed = plant("people.yml", '"The goals of one team."', f'"The {word} of one team."')
    assert unplain(changed) == [word.casefold()]


def test_items_are_short(questionnaire: Questionnaire) -> None:
    """A question is read at a glance, and so is a level."""
    for item in questionnaire.items:
        question, _, aside = item.question.partition("? ")
        assert max(len(question.split()), len(aside.split())) <= 15, item.id
        assert max(len(level.split()) for level in item.levels) <= 14, item.id


def test_texts_are_whole_sentences_or_answers(questionnaire: Questionnaire) -> None:
    """Questions end with a question mark and levels with a full stop; both start large.

    After the mark a case that is not plain may stand in brackets.
    """
    for item in questionnaire.items:
        assert re.fullmatch(r"[^?]+\?( \([^?]+\.\))?", item.question), item.question
        for text in texts(item):
            assert text[0].isupper(), text
        for level in item.levels:
            assert re.fullmatch(r"[^.?!]+\.", level), level


def test_levels_stand_alone(questionnaire: Questionnaire) -> None:
    """No two levels are equal, and only where it says "such" does one point back."""
    levels = [level for item in questionnaire.items for level in item.levels]
    for item in questionnaire.items:
        assert len({level.casefold() for level in item.levels}) == 5, item.id
    assert [level for level in levels if POINTS_BACK.match(level)] == []
    assert sum(level.startswith("Such ") for level in levels) == LEANS_ON_THE_ONE_BEFORE


def test_the_instruction_asks_for_a_year_and_for_the_earlier_of_two(
    questionnaire: Questionnaire,
) -> None:
    """The order on the page is the order of the levels, so "earlier" cannot be misread."""
    instruction = questionnaire.instruction or ""
    assert "last 12 months" in instruction
    assert "true as a whole" in instruction
    assert instruction.endswith("Between two, choose the earlier one.")
