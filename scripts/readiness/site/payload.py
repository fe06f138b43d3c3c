"""What the form and the browser's engine need of a questionnaire, ready for JSON.

Only ids, short names and exact numbers (ratios as text). Questions, level texts and advice reach
the browser as rendered HTML, never through here.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.engine.fingerprint import item_fingerprint, questionnaire_fingerprint

if TYPE_CHECKING:
    from readiness.questionnaire import (
        Dimension,
        GroupRules,
        Item,
        Questionnaire,
        Scale,
        Theme,
        VerdictRules,
    )

FORMAT = "readiness-questionnaire"
VERSION = 1
SECONDS_PER_WORD = Fraction(60, 150) / 2 + Fraction(60, 200) / 2
SECONDS_PER_ANSWER = 8


def payload(questionnaire: Questionnaire) -> dict[str, object]:
    """Return the questionnaire as the browser's engine reads it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": questionnaire.id,
        "edition": questionnaire.edition,
        "published": questionnaire.published,
        "fingerprint": questionnaire_fingerprint(questionnaire),
        "title": questionnaire.title,
        "ask_order": list(questionnaire.ask_order),
        "roles": [{"id": role.id, "label": role.label} for role in questionnaire.roles],
        "scales": [_scale(scale) for scale in _scales(questionnaire)],
        "bands": [{"from": str(band.start), "label": band.label} for band in questionnaire.bands],
        "verdict": _verdict(questionnaire.verdict),
        "group": _group(questionnaire.group),
        "dimensions": [_dimension(dimension) for dimension in questionnaire.dimensions],
    }


def form_payload(questionnaire: Questionnaire) -> dict[str, object]:
    """Return what the form needs: what is asked of whom, in the order of asking; no weight or gate.

    What is empty or false is left out.
    """
    themes = [theme for dimension in questionnaire.asked for theme in dimension.themes]
    return {
        "id": questionnaire.id,
        "roles": [role.id for role in questionnaire.roles],
        "items": [
            _asked_item(item, len(questionnaire.roles)) for theme in themes for item in theme.items
        ],
    }


def _asked_item(item: Item, roles: int) -> dict[str, object]:
    parts = {
        "id": item.id,
        "levels": len(item.scale.levels),
        "fingerprint": item_fingerprint(item),
        "seconds": seconds(item),
        "roles": list(item.roles) if len(item.roles) < roles else [],
        "was": list(item.was),
        "na": item.allow_na and item.gate is None,
    }
    return {name: part for name, part in parts.items() if part}


def seconds(item: Item) -> int:
    """Estimate the time to answer: between 150 and 200 words a minute, and 8 seconds to choose."""
    read = (item.question, *item.levels, item.evidence or "")
    return round(sum(len(text.split()) for text in read) * SECONDS_PER_WORD) + SECONDS_PER_ANSWER


def minutes(questionnaire: Questionnaire) -> int:
    """Estimate the time of whoever is asked most, in whole minutes of at least 1."""
    roles: list[str | None] = [role.id for role in questionnaire.roles]
    longest = max(
        sum(seconds(item) for item in questionnaire.items if item.asked_of(role))
        for role in roles or [None]
    )
    return math.ceil(Fraction(longest, 60))


def _scales(questionnaire: Questionnaire) -> list[Scale]:
    return list({item.scale.id: item.scale for item in questionnaire.items}.values())


def _scale(scale: Scale) -> dict[str, object]:
    return {
        "id": scale.id,
        "points": [str(level.points) for level in scale.levels],
        "cut": scale.cut,
        "labels": [level.label for level in scale.levels],
    }


def _verdict(rules: VerdictRules) -> dict[str, object]:
    return {
        "completeness": {
            "score": str(rules.completeness.score),
            "verdict": str(rules.completeness.verdict),
        },
        "theme_share": str(rules.theme_share),
        "not_yet": {
            "index": str(rules.not_yet.index),
            "dimension": str(rules.not_yet.dimension),
            "theme": str(rules.not_yet.theme),
        },
        "ready": {
            "index": str(rules.ready.index),
            "dimension": str(rules.ready.dimension),
            "theme": str(rules.ready.theme),
            "dont_know": str(rules.ready.dont_know),
        },
        "not_applicable": str(rules.not_applicable),
        "labels": {
            "not_yet": rules.labels.not_yet,
            "conditions": rules.labels.conditions,
            "ready": rules.labels.ready,
            "none": rules.labels.none,
        },
        "meanings": {
            "not_yet": rules.meanings.not_yet,
            "conditions": rules.meanings.conditions,
            "ready": rules.meanings.ready,
            "none": rules.meanings.none,
        },
    }


def _group(rules: GroupRules) -> dict[str, object]:
    return {
        "k_min": rules.k_min,
        "distribution_min": rules.distribution_min,
        "gate_share": str(rules.gate_share),
        "gap": {"share": str(rules.gap.share)},
        "colluders": rules.colluders,
    }


def _dimension(dimension: Dimension) -> dict[str, object]:
    return {
        "id": dimension.id,
        "title": dimension.title,
        "weight": dimension.weight,
        "themes": [_theme(theme) for theme in dimension.themes],
    }


def _theme(theme: Theme) -> dict[str, object]:
    return {
        "id": theme.id,
        "title": theme.title,
        "weight": theme.weight,
        "items": [_item(item) for item in theme.items],
    }


def _item(item: Item) -> dict[str, object]:
    gate = item.gate and {"min": item.gate.min, "effect": item.gate.effect.value}
    return {
        "id": item.id,
        "scale": item.scale.id,
        "roles": list(item.roles),
        "weight": item.weight,
        "allow_na": item.allow_na,
        "gate": gate,
        "by": list(item.advice.by),
        "was": list(item.was),
        "fingerprint": item_fingerprint(item),
        "seconds": seconds(item),
    }
