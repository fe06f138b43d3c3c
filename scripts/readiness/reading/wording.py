"""Advice on how items are worded. It never stops a build, and it would rather miss than nag.

Each piece of advice is a function that yields a node and a sentence, as the rules do; it may
rely on a questionnaire without errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readiness.problems import Severity
from readiness.reading.nodes import (
    Mapping,
    Node,
    Scalar,
    children,
    find,
    key_of,
    keys,
    mappings,
    scalars,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from readiness.problems import Problem
    from readiness.reading.draft import Draft

Found = tuple[Node, str]

FEWEST_ITEMS = 2
LONGEST_QUESTION = 30  # words
LONGEST_LEVEL = 30  # words
LOW, MID = 50, 75  # points below which the two kinds of advice are given (scoring.md)
TWO_IDEAS = re.compile(
    r"\band/or\b|\?.+\?|\b(and|or) (how|what|who|when|where|why|which|whether)\b", re.IGNORECASE
)
AGREE = re.compile(r"\b(do|would|to what extent do|how far do) you (dis)?agree\b", re.IGNORECASE)
HOW_MUCH = "strongly|fully|completely|totally|mostly|somewhat|partly|slightly|rather|tend to|i"
AGREE_LABEL = re.compile(rf"(({HOW_MUCH}) )*(dis)?agree( ({HOW_MUCH}))?\.?", re.IGNORECASE)


def check(draft: Draft) -> Iterator[Problem]:
    """Yield all advice on the wording."""
    for advice in ADVICE:
        for node, message in advice(draft):
            yield node.problem(advice.__name__.replace("_", "-"), message, Severity.ADVICE)


def few_items(draft: Draft) -> Iterator[Found]:
    """Ask every role two questions or more in a theme."""
    roles = draft.roles()
    for theme in draft.themes():
        items = list(mappings(theme.get("items")))
        counts = {role: sum(_asks(item, role) for item in items) for role in roles or ("anyone",)}
        few = [f"{role} ({count})" for role, count in counts.items() if count < FEWEST_ITEMS]
        if few:
            message = (
                f"two items or more for each role make a theme steadier; here: {', '.join(few)}"
            )
            yield theme, message


def _asks(item: Mapping, role: str) -> bool:
    asked = [node.written for node in scalars(item.get("roles"))]
    return not asked or role in asked


def two_ideas(draft: Draft) -> Iterator[Found]:
    """Ask one thing in a question."""
    for item in draft.items():
        question = item.get("question")
        match = TWO_IDEAS.search(written(question) or "")
        if question and match:
            yield question, f"one idea a question is clearer; here '{match[0][:40]}' joins two"


def long_text(draft: Draft) -> Iterator[Found]:
    """Keep questions and levels short enough for one glance."""
    for item in draft.items():
        question = item.get("question")
        if question and _words(question) > LONGEST_QUESTION:
            yield (
                question,
                f"up to {LONGEST_QUESTION} words are read well, here are {_words(question)}",
            )
        for level in children(item.get("levels")):
            if _words(level) > LONGEST_LEVEL:
                yield level, f"up to {LONGEST_LEVEL} words are read well, here are {_words(level)}"


def _words(node: Node) -> int:
    return len((written(node) or "").split())


def twin_levels(draft: Draft) -> Iterator[Found]:
    """Let each level of an item say something else."""
    for item in draft.items():
        seen: dict[str, Scalar] = {}
        for level in scalars(item.get("levels")):
            same = seen.setdefault(" ".join(re.findall(r"\w+", level.written.casefold())), level)
            if same is not level:
                yield level, f"each level should say something else; line {same.line} says the same"


def agree_or_disagree(draft: Draft) -> Iterator[Found]:
    """Describe what can be seen; people agree too easily."""
    advice = "describe what can be seen at each level instead of asking for agreement"
    for item in draft.items():
        question = item.get("question")
        if question and AGREE.search(written(question) or ""):
            yield question, advice
        for level in scalars(item.get("levels")):
            if AGREE_LABEL.fullmatch(level.written):
                yield level, advice
    for scale in keys(draft.find("scales")):
        for entry in mappings(draft.find("scales", scale, "levels")):
            label = entry.get("label")
            if label and AGREE_LABEL.fullmatch(written(label) or ""):
                yield label, advice


def missing_advice(draft: Draft) -> Iterator[Found]:
    """Give advice for low and for middling answers, where the scale has such."""
    for item in draft.items():
        points = draft.points(item)
        wanted = {"low": any(p < LOW for p in points), "mid": any(LOW <= p < MID for p in points)}
        missing = [key for key, use in wanted.items() if use and not find(item, "advice", key)]
        place = key_of(item, "advice") or item.get("id")
        if missing and place:
            yield place, f"advice tells people what to do next; missing here: {', '.join(missing)}"


ADVICE: tuple[Callable[[Draft], Iterator[Found]], ...] = (
    few_items,
    two_ideas,
    long_text,
    twin_levels,
    agree_or_disagree,
    missing_advice,
)
