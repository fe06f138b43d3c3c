"""Takes turns: in the normal form each state is looked at in some ways, in the long form in all.

The n-th state takes the n-th of the ways, and so on around, so that every way is taken by many
states and every state in some way. `READINESS_LONG=1` takes all ways in every state.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Way = TypeVar("Way")

IS_LONG = bool(os.environ.get("READINESS_LONG"))


def turn(ways: Sequence[Way], number: int, count: int) -> list[Way]:
    """Return the ways of the state with a number: `count` of them, evenly spread, or all."""
    if IS_LONG:
        return list(ways)
    step = max(1, len(ways) // count)
    return [ways[(number + step * place) % len(ways)] for place in range(count)]
