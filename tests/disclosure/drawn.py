"""Draws pairs of groups on the real team page and compares everything that goes out.

`drawn.js` drives the page through its own controls; one page draws all groups. The texts of a group
are a million signs long: pairs are compared where they are, and only what differs is told.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from journey.facilitator import codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Page

    from readiness.engine.responses import Answer
    from readiness.group.frequencies import Frequencies
    from readiness.questionnaire import Questionnaire

    from .alike import Alike

    Rounds = list[list[str]]  # team, codes, breakdown

DRAW = Path(__file__).with_name("drawn.js").read_text(encoding="utf-8")
COMPARE = f"""async ([ones, others]) => {{
  const draw = {DRAW.strip()};
  const text = (drawn) => JSON.stringify(drawn);
  const texts = (await draw(ones)).map(text);
  const beside = (await draw(others)).map(text);
  return {{
    differing: [...texts.keys()].filter((place) => texts[place] !== beside[place]),
    distinct: new Set(texts).size,
    least: Math.min(...texts.map((text) => text.length)),
  }};
}}"""
TEAMS = ("Plant", "Plant again")


class Compared(TypedDict):
    """Of some pairs: the places of those that differ, how many are distinct, the least signs."""

    differing: list[int]
    distinct: int
    least: int


def compared(page: Page, some: Sequence[Alike]) -> Compared:
    """Draw all ones, then all others: whatever is left of the group before is another pair's."""
    ones = [rounds_of(pair, pair.one) for pair in some]
    others = [rounds_of(pair, pair.other) for pair in some]
    told: Compared = page.evaluate(COMPARE, [ones, others])
    return told


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
