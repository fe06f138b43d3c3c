"""Each level contains the one before it: "the last description that is true as a whole" is one."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from .conftest import ROOT
from .ladders import AXES, BROKEN, FOOT, OTHER_WORDS, STATES
from .specification import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.questionnaire import Questionnaire

    from .conftest import Plant

BEFORE = ROOT / "tests" / "golden" / "edition_2026_1" / "items.json"


def states(ladder: str) -> list[list[str]]:
    """Return the words of each level, the lowest first."""
    return [state.split() for state in ladder.split("|")]


def rank(word: str, axis: Sequence[str]) -> int | None:
    """Return how high a word stands on an axis; None where it is not on it."""
    if word in FOOT.split():
        return -1
    return next((height for height, words in enumerate(axis) if word in words.split()), None)


def stands_higher(lower: str, upper: str) -> bool:
    """Tell whether one axis holds both words, the second above the first."""
    heights = [(rank(lower, axis), rank(upper, axis)) for axis in AXES.values()]
    return any(low is not None and high is not None and low < high for low, high in heights)


def slips(ladder: str) -> Iterator[str]:
    """Yield where a level does not contain the one before it, or says nothing more."""
    for (low, *kept), (high, *added) in pairwise(states(ladder)):
        rises = stands_higher(low, high)
        if not rises and low != high:
            yield f"{high} is not above {low}"
        if lost := set(kept) - set(added):
            yield f"{high} lost {sorted(lost)}"
        if not rises and len(added) <= len(kept):
            yield f"{high} adds nothing"


def carries(text: str, word: str) -> bool:
    """Tell whether a word of the text, not denied, begins like the word."""
    stems = "|".join(filter(None, (word, OTHER_WORDS.get(word))))
    return re.search(rf"(?<!not )\b(?:{stems})", text, re.IGNORECASE) is not None


def not_carried(texts: Sequence[str], ladder: str) -> list[tuple[int, str]]:
    """Return level and word where a text lacks its state; "such" takes the level before along."""
    missing: list[tuple[int, str]] = []
    before = ""
    for number, (text, words) in enumerate(zip(texts, states(ladder), strict=True), start=1):
        whole = f"{before} {text}" if text.startswith("Such ") else text
        missing += [(number, word) for word in words if not carries(whole, word)]
        before = whole
    return missing


def too_early(texts: Sequence[str], ladder: str) -> list[tuple[int, str]]:
    """Return level and word where a text already carries what a higher level adds."""
    added = [(place, word) for place, (_, *words) in enumerate(states(ladder)) for word in words]
    first = {word: place for place, word in reversed(added)}
    return [
        (number, word)
        for word, place in first.items()
        for number, text in enumerate(texts[:place], start=1)
        if carries(text, word)
    ]


def levels(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return the level texts by item."""
    return {item.id: item.levels for item in questionnaire.items}


def test_each_item_has_five_states_of_up_to_three_words() -> None:
    """A slip in typing the table would weaken every test below."""
    assert set(STATES) == {name for names in THEMES.values() for name in names}
    for ladder in STATES.values():
        assert len(states(ladder)) == 5
        assert all(1 <= len(words) <= 3 for words in states(ladder))
    words = [word for axis in AXES.values() for rank_ in axis for word in rank_.split()]
    assert len(words) == len(set(words)), "a word stands on one axis"


@pytest.mark.parametrize("item", STATES)
def test_each_level_contains_the_one_before(item: str) -> None:
    """By the states that the specification names."""
    assert list(slips(STATES[item])) == []


@pytest.mark.parametrize("item", STATES)
def test_each_text_carries_its_state_and_no_higher_one(
    item: str, questionnaire: Questionnaire
) -> None:
    """The words stand in the questionnaire itself."""
    texts = levels(questionnaire)[item]
    assert not_carried(texts, STATES[item]) == []
    assert too_early(texts, STATES[item]) == []


@pytest.mark.parametrize("item", BROKEN)
def test_the_broken_ladders_of_the_first_edition_are_seen(item: str) -> None:
    """Canary: the seven that an audit found, as their texts were; each state was in its text."""
    texts = json.loads(BEFORE.read_text(encoding="utf-8"))["items"][item]["levels"]
    assert list(slips(BROKEN[item]))
    adrift = {(1, "not"), (2, "failure"), (2, "lost")}  # "Nowhere", "goes wrong": other words
    assert set(not_carried(texts, BROKEN[item])) <= adrift


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("and a decision that is followed up", "and a target", [(5, "decision")]),
        ("On every agenda, with data from customers and", "With data and", [(5, "agenda")]),
    ],
)
def test_a_changed_text_is_seen(
    plant: Plant, old: str, new: str, seen: list[tuple[int, str]]
) -> None:
    """Canary: a level that no longer carries its state."""
    texts = levels(plant("leadership.yml", old, new))["customer-on-agenda"]
    assert not_carried(texts, STATES["customer-on-agenda"]) == seen


def test_a_state_that_comes_too_early_is_seen(plant: Plant) -> None:
    """Canary: a middling level that says what the highest says."""
    changed = plant("people.yml", '"Most can, when asked."', '"Most can; it is written."')
    assert too_early(levels(changed)["who-needs-my-work"], STATES["who-needs-my-work"]) == [
        (3, "written")
    ]


@pytest.mark.parametrize("item", STATES)
def test_two_levels_that_changed_places_are_seen(item: str, questionnaire: Questionnaire) -> None:
    """Canary: each of the four pairs of neighbours, of every item."""
    texts = list(levels(questionnaire)[item])
    for low in range(4):
        turned = texts.copy()
        turned[low], turned[low + 1] = turned[low + 1], turned[low]
        seen = not_carried(turned, STATES[item]) + too_early(turned, STATES[item])
        assert seen, (low + 1, low + 2)


@pytest.mark.parametrize(
    "ladder",
    [
        "none | biggest | all | some | all plan",
        "none | biggest | some | some | all",
        "none | biggest | some | all plan | all change",
        "none | biggest | some | weeks | days",
    ],
)
def test_a_wrong_ladder_is_seen(ladder: str) -> None:
    """Canary: one that falls, one that stays, one that loses, one that leaves its axis."""
    assert len(list(slips(ladder))) >= 1
