"""Short codes for paper: a letter for each dimension, and its items numbered in order of asking.

L3 is the third question about leadership. The letter is the first of the title that no dimension
before has taken, in whatever script the title is written.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.questionnaire import Dimension, Questionnaire


def short_codes(questionnaire: Questionnaire) -> dict[str, str]:
    """Return the code of each item, by id, in the order of the paper."""
    letters = _letters(questionnaire.dimensions)
    return {
        item: f"{letters[dimension.id]}{number}"
        for dimension in questionnaire.asked
        for number, item in enumerate(_items(dimension), start=1)
    }


def _items(dimension: Dimension) -> Iterator[str]:
    for theme in dimension.themes:
        for item in theme.items:
            yield item.id


def _letters(dimensions: tuple[Dimension, ...]) -> dict[str, str]:
    taken: dict[str, str] = {}
    for number, dimension in enumerate(dimensions, start=1):
        own = [letter for letter in dimension.title.upper() if letter.isalpha()]
        free = (letter for letter in [*own, *ascii_uppercase] if letter not in taken.values())
        # More dimensions than letters: their number, with a letter that tells it from the item's.
        taken[dimension.id] = next(free, f"{number}.")
    return taken
