"""What one respondent gave to each item, in five states that are never mixed up.

An answer that the item does not offer (a level outside the scale, "does not apply" where it is
not allowed) is no answer: the item counts as unanswered. Files with such answers are refused
before they come here, by `response_file`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from readiness.questionnaire import Item, Questionnaire

Answer = int | Literal["dk", "na"]


class State(StrEnum):
    """The five states of an item; only "rated" has points."""

    RATED = "rated"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """The answers of one respondent by item id; without a role everything is asked."""

    role: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Response:
    """The state of one item; `level` counts from 1 and is 0 unless the item is rated."""

    item: Item
    state: State
    level: int = 0

    @property
    def points(self) -> Fraction:
        """Return the points (0 to 100) of the rated level."""
        return self.item.scale.levels[self.level - 1].points

    @property
    def unknown(self) -> bool:
        """Tell whether the item applies but its level is not known."""
        return self.state in {State.DONT_KNOW, State.UNANSWERED}

    def at(self, level: int) -> Response:
        """Return the response as if this level had been chosen."""
        return replace(self, state=State.RATED, level=level)


Given = dict[str, Response]


def read_states(questionnaire: Questionnaire, responses: Responses) -> Given:
    """Return the response to every item of the questionnaire, by id, in order of reporting."""
    return {item.id: _response(item, responses) for item in questionnaire.items}


def offers(item: Item, answer: object) -> bool:
    """Tell whether the item has this answer; "does not apply" is never offered on a gate."""
    if isinstance(answer, str):
        return answer == "dk" or (answer == "na" and item.allow_na and item.gate is None)
    return type(answer) is int and 1 <= answer <= len(item.scale.levels)


def filled(given: Given, *, highest: bool) -> Given:
    """Return the responses with every unknown one at its lowest, or highest, level."""
    return {
        id_: response.at(len(response.item.scale.levels) if highest else 1)
        if response.unknown
        else response
        for id_, response in given.items()
    }


def count_states(given: Given) -> dict[State, int]:
    """Return how many items are in each of the five states."""
    counts = Counter(response.state for response in given.values())
    return {state: counts[state] for state in State}


def _response(item: Item, responses: Responses) -> Response:
    answer = responses.answers.get(item.id)
    if not item.asked_of(responses.role):
        return Response(item, State.NOT_ASKED)
    if not offers(item, answer):
        return Response(item, State.UNANSWERED)
    if isinstance(answer, int):
        return Response(item, State.RATED, answer)
    return Response(item, State.DONT_KNOW if answer == "dk" else State.NOT_APPLICABLE)
