"""The questionnaire as the rest of the code sees it: frozen, complete and already checked.

Only `loading` makes one. Nothing here reads files, prints or scores; numbers that decide a
verdict are exact (`Fraction`), and every tuple stands in the order in which results are reported.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

MIDDLE = Fraction(50)  # points from which a level belongs to the high half (scoring.md 3.6)
LEAST_OF_A_HALF = 2
FEWEST_WITH_HALVES = 2 * LEAST_OF_A_HALF


class Effect(StrEnum):
    """What a failed gate does to the verdict."""

    STOP = "stop"  # the verdict is "not yet"
    HOLD = "hold"  # the verdict cannot be "ready"


class Outcome(StrEnum):
    """The four verdicts, by the names that files and pages use."""

    NOT_YET = "not_yet"
    CONDITIONS = "conditions"
    READY = "ready"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a scale; `points` run from 0 to 100 and rise strictly within the scale."""

    label: str
    points: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Two to eleven ordered levels, lowest first."""

    id: str
    levels: tuple[Level, ...]

    @property
    def cut(self) -> int | None:
        """Return how many levels the low half has; None below four levels, which have no halves.

        The high half holds what is worth 50 points or more, and each half two levels at least.
        """
        count = len(self.levels)
        if count < FEWEST_WITH_HALVES:
            return None
        low = sum(level.points < MIDDLE for level in self.levels)
        return min(max(low, LEAST_OF_A_HALF), count - LEAST_OF_A_HALF)


def equal_steps(count: int) -> tuple[Fraction, ...]:
    """Return the points of so many levels (2 or more) where the author gives none: 0 to 100."""
    return tuple(Fraction(100 * step, max(count - 1, 1)) for step in range(count))


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A kind of respondent; the author decides which there are."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A level that an item must reach; `min` counts levels from 1."""

    min: int
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do next: `low` below 50 points, `mid` from 50 to below 75.

    `by` holds the ids of the roles that can do it; empty means everybody. Others ask for it.
    """

    low: str | None = None
    mid: str | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with a description for each level of its scale.

    `roles` holds the ids of those who are asked; empty means everybody. `weight` is 1 to 100.
    """

    id: str
    question: str
    levels: tuple[str, ...]
    scale: Scale
    roles: tuple[str, ...] = ()
    weight: int = 1
    allow_na: bool = False
    gate: Gate | None = None
    evidence: str | None = None
    advice: Advice = field(default_factory=Advice)
    was: tuple[str, ...] = ()
    traces: tuple[str, ...] = ()
    added: bool = False

    def asked_of(self, role: str | None) -> bool:
        """Tell whether a respondent of this role meets the item; no role means all items."""
        return role is None or not self.roles or role in self.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Items that are scored together; `weight` is 1 to 100."""

    id: str
    title: str
    items: tuple[Item, ...]
    weight: int = 1
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """Themes that are scored together; `weight` is 1 to 100."""

    id: str
    title: str
    themes: tuple[Theme, ...]
    weight: int = 1
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The name of all scores from `start` points up to the next band."""

    start: Fraction
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """Shares (0 to 1) of the items dealt with below which there is no score, or no verdict."""

    score: Fraction = Fraction(1, 2)
    verdict: Fraction = Fraction(4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYet:
    """Points below which the verdict is "not yet"."""

    index: Fraction = Fraction(40)
    dimension: Fraction = Fraction(30)
    theme: Fraction = Fraction(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Points that "ready" asks for, and the greatest share (0 to 1) of "I don't know"."""

    index: Fraction = Fraction(60)
    dimension: Fraction = Fraction(50)
    theme: Fraction = Fraction(40)
    dont_know: Fraction = Fraction(1, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLabels:
    """The four verdicts in the author's words."""

    not_yet: str = "Not yet"
    conditions: str = "Ready with conditions"
    ready: str = "Ready"
    none: str = "No verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictMeanings:
    """One sentence for under each verdict; the defaults fit any questionnaire."""

    not_yet: str = "What is missing comes first."
    conditions: str = "Much is in place; the conditions say what is still open."
    ready: str = "What is needed is in place."
    none: str = "Too few answers for a verdict."


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRules:
    """Every cut-off, floor and share of the verdict (scoring.md 3.4).

    `theme_share` is the weight share (0 to 1) of a theme that must be rated, likewise of a
    dimension's themes; above `not_applicable` (0 to 1) the page advises another edition.
    """

    completeness: Completeness = field(default_factory=Completeness)
    theme_share: Fraction = Fraction(1, 2)
    not_yet: NotYet = field(default_factory=NotYet)
    ready: Ready = field(default_factory=Ready)
    not_applicable: Fraction = Fraction(1, 4)
    labels: VerdictLabels = field(default_factory=VerdictLabels)
    meanings: VerdictMeanings = field(default_factory=VerdictMeanings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Differences between two blocks that are worth a talk.

    `share` (above 0, up to 1) counts shares in the high half. `levels` and `theme_points` are
    retired: they are kept because the fingerprint of saved answers was made with them.
    """

    share: Fraction = Fraction(1, 3)
    levels: Fraction = Fraction(1)
    theme_points: Fraction = Fraction(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRules:
    """What a group report may show, and the share (0 to 1) that passes a gate.

    `colluders` people (1 to `k_min` - 2) who put their answers together must learn no other's.
    """

    k_min: int = 5
    distribution_min: int = 10
    gate_share: Fraction = Fraction(2, 3)
    gap: Gap = field(default_factory=Gap)
    colluders: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """Where people hand in what they share: a `mailto:` or http(s) address, and what to call it."""

    url: str
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the source of the questions says, under a short name that items trace to."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """One edition of a questionnaire; `dimensions` in the order of reporting.

    `ask_order` holds dimension ids in the order of asking. `bands` rise from 0 points.
    `published` tells in words when the edition came out.
    """

    id: str
    edition: str
    title: str
    dimensions: tuple[Dimension, ...]
    ask_order: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    published: str | None = None
    summary: str | None = None
    instruction: str | None = None
    bands: tuple[Band, ...] = ()
    verdict: VerdictRules = field(default_factory=VerdictRules)
    group: GroupRules = field(default_factory=GroupRules)
    hand_in: HandIn | None = None
    statements: tuple[Statement, ...] = ()

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Return every theme in the order of reporting."""
        return tuple(theme for dimension in self.dimensions for theme in dimension.themes)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return every item in the order of reporting."""
        return tuple(item for theme in self.themes for item in theme.items)

    @cached_property
    def asked(self) -> tuple[Dimension, ...]:
        """Return the dimensions in the order of asking."""
        by_id = {dimension.id: dimension for dimension in self.dimensions}
        return tuple(by_id[dimension] for dimension in self.ask_order)
