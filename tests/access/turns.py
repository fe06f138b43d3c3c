"""Takes turns: in the normal form each state is looked at in some ways, in the long form in all.

The n-th state takes the n-th of the ways, and so on around, so that every way is taken by many
states and every state in some way. `READINESS_LONG=1` takes all ways in every state.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Way = TypeVar("Way")
State = TypeVar("State")

IS_LONG = bool(os.environ.get("READINESS_LONG"))


def turn(ways: Sequence[Way], number: int, count: int) -> list[Way]:
    """Return the ways of the state with a number: `count` of them, evenly spread, or all."""
    if IS_LONG:
        return list(ways)
    step = max(1, len(ways) // count)
    return [ways[(number + step * place) % len(ways)] for place in range(count)]


def turns(states: Iterable[State], ways: Iterable[Way]) -> list[tuple[State, Way]]:
    """Return each state with one of the ways, in turn, or with all of them."""
    of = list(ways)
    return [(state, way) for n, state in enumerate(states) for way in turn(of, n, 1)]
