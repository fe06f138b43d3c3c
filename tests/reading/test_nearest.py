"""Which known word a mistyped one is taken for."""

from __future__ import annotations

import pytest

from readiness.reading.nearest import did_you_mean, nearest, slips


@pytest.mark.parametrize(
    ("word", "other", "count"),
    [
        ("weight", "weight", 0),
        ("wieght", "weight", 1),  # neighbours swapped
        ("weigh", "weight", 1),
        ("weightt", "weight", 1),
        ("waight", "weight", 1),
        ("Weight", "weight", 0),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),  # a swap is not edited again
    ],
)
def test_slips(word: str, other: str, count: int) -> None:
    """Letters to insert, delete, change or swap, counted by hand."""
    assert slips(word, other) == slips(other, word) == count


def test_only_near_words_are_suggested() -> None:
    """A short word allows one slip, a longer one a slip for every three letters."""
    known = ("id", "title", "weight", "question")
    assert nearest("di", known) == "id"
    assert nearest("tilte", known) == "title"
    assert nearest("colour", known) is None
    assert nearest("x", ()) is None
    assert nearest("q" * 3000, ("q" * 3001,)) is None
    assert did_you_mean("wieght", known) == " (did you mean 'weight'?)"
    assert did_you_mean("colour", known) == ""
