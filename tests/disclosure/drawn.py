"""Draws pairs of groups on the real team page, and sums up everything that goes out.

`drawn.js` drives the page through its own controls; one page draws many groups.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from journey.facilitator import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Page

    from readiness.engine.responses import Answer
    from readiness.group.frequencies import Frequencies
    from readiness.questionnaire import Questionnaire

    from .alike import Alike

    Pages = tuple[Page, Page]
    Rounds = list[list[str]]  # team, codes, breakdown

DRAW = Path(__file__).with_name("drawn.js").read_text(encoding="utf-8")
# Two pages draw at the same time. What they drew is a million signs a group: sums are told of it.
BEGIN = f"""(groups) => {{
  const draw = {DRAW.strip()};
  const summed = async (drawn) => {{
    const text = new TextEncoder().encode(JSON.stringify(drawn));
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
    return {{ sum: [...sum].join(" "), size: text.length }};
  }};
  window.drawing = draw(groups).then((all) => Promise.all(all.map(summed)));
}}"""
END = "window.drawing"
TEAMS = ("Plant", "Plant again")


class Sum(TypedDict):
    """What went out of a group: its SHA-256 and how many bytes it has."""

    sum: str
    size: int


def drawn(pages: Pages, batches: Iterator[list[Alike]]) -> Iterator[tuple[Alike, Sum, Sum]]:
    """Yield pairs with what went out of the one and of the other, drawn some at a time."""
    some = next(batches, [])
    _begin(pages, some)
    while some:
        later = next(batches, [])  # made while the pages draw
        ones, others = (page.evaluate(END) for page in pages)
        assert len(ones) == len(some)
        _begin(pages, later)
        yield from zip(some, ones, reversed(others), strict=True)
        some = later


def _begin(pages: Pages, some: Sequence[Alike]) -> None:
    """Let the pages draw; the second in reverse: what is left there before is of another pair."""
    pages[0].evaluate(BEGIN, [rounds_of(pair, pair.one) for pair in some])
    pages[1].evaluate(BEGIN, [rounds_of(pair, pair.other) for pair in reversed(some)])


def rounds_of(pair: Alike, frequencies: Frequencies) -> Rounds:
    """Return what is pasted of one of a pair, round by round."""
    rounds = [frequencies] if pair.first is None else [pair.first, frequencies]
    breakdown = ",".join(block.id for block in pair.blocks)
    form = pair.questionnaire
    return [
        [team, codes(form, _people(form, counts)), breakdown]
        for team, counts in zip(TEAMS, rounds, strict=False)
    ]


def _people(
    questionnaire: Questionnaire, frequencies: Frequencies
) -> dict[str, list[Mapping[str, Answer]]]:
    """Return people who together answered so; which answers are one person's does not matter."""
    group: dict[str, list[dict[str, Answer]]] = {
        role.id: [{} for _ in range(frequencies.people[role.id])] for role in questionnaire.roles
    }
    for id_, histograms in frequencies.items.items():
        for role, histogram in histograms.items():
            given: list[Answer] = [
                answer
                for answer, people in zip(
                    (*range(1, len(histogram) - 2), "dk"), histogram[:-2], strict=True
                )
                for _ in range(people)
            ]
            assert role is not None
            assert sum(histogram[-2:]) == 0
            for person, answer in zip(group[role], given, strict=True):
                person[id_] = answer
    return {role: [*people] for role, people in group.items()}
