"""The nearest of some words to a mistyped one, or none that is near enough to suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 64  # longer words are not compared


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word with the fewest slips: one in a short word, one per three letters."""
    if len(word) > LONGEST:
        return None
    limit = max(1, len(word) // 3)
    near = ((slips(word, other), other) for other in known if abs(len(word) - len(other)) <= limit)
    return min((pair for pair in near if pair[0] <= limit), default=(0, None))[1]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)`, or nothing where no known word is near."""
    near = nearest(word, known)
    return f" (did you mean '{near}'?)" if near else ""


def slips(word: str, other: str) -> int:
    """Count letters to insert, delete, change or swap with their neighbour; case is ignored."""
    a, b = word.casefold(), other.casefold()
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, sign in enumerate(b, 1):
            change = before[j - 1] + (letter != sign)
            fewest = min(change, before[j] + 1, row[-1] + 1)
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == sign:
                fewest = min(fewest, older[j - 2] + 1)
            row.append(fewest)
    return row[-1]
