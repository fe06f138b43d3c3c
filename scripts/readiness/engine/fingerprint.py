"""Short fingerprints of meaning: whether an answer or a result still stands for the same thing.

An item's fingerprint covers what a respondent chose between, so a renamed item keeps it. A
questionnaire's covers everything that can move a score or a verdict; titles, advice, evidence
and the names of bands and verdicts may change without changing it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from readiness.questionnaire import GroupRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.questionnaire import Dimension, Item, Questionnaire, Theme

LENGTH = 12
KEPT = "_fingerprint"


def item_fingerprint(item: Item) -> str:
    """Return the fingerprint of one item: question, level texts, level names and points."""
    levels = [[level.label, str(level.points)] for level in item.scale.levels]
    return _short([item.question, list(item.levels), levels])


def questionnaire_fingerprint(questionnaire: Questionnaire) -> str:
    """Return the fingerprint of the whole: items, weights, roles, gates and every cut-off.

    It is asked for at every code and file, and a questionnaire never changes: so it is worked out
    once and kept beside the questionnaire's own cached properties.
    """
    kept: dict[str, str] = vars(questionnaire)
    if KEPT not in kept:
        kept[KEPT] = _whole(questionnaire)
    return kept[KEPT]


def _whole(questionnaire: Questionnaire) -> str:
    dimensions = [_dimension(dimension) for dimension in questionnaire.dimensions]
    return _short([questionnaire.id, dimensions, _verdict(questionnaire), _group(questionnaire)])


def _dimension(dimension: Dimension) -> list[object]:
    return [dimension.id, dimension.weight, [_theme(theme) for theme in dimension.themes]]


def _theme(theme: Theme) -> list[object]:
    return [theme.id, theme.weight, [_item(item) for item in theme.items]]


def _item(item: Item) -> list[object]:
    gate = None if item.gate is None else [item.gate.min, item.gate.effect.value]
    return [
        item.id,
        item_fingerprint(item),
        item.weight,
        sorted(item.roles),
        item.allow_na,
        gate,
    ]


def _verdict(questionnaire: Questionnaire) -> list[str]:
    rules = questionnaire.verdict
    cuts = [rules.completeness.score, rules.completeness.verdict, rules.theme_share]
    cuts += [rules.not_yet.index, rules.not_yet.dimension, rules.not_yet.theme]
    cuts += [rules.ready.index, rules.ready.dimension, rules.ready.theme, rules.ready.dont_know]
    return [str(cut) for cut in cuts]


def _group(questionnaire: Questionnaire) -> list[str]:
    """Return the group's values; younger keys only where they are not the default.

    So a questionnaire that nobody touched keeps the fingerprint that saved answers carry.
    """
    rules, usual = questionnaire.group, GroupRules()
    gap = rules.gap
    first = [str(rules.k_min), str(rules.gate_share), str(gap.levels), str(gap.theme_points)]
    younger = (
        ("gap.share", gap.share, usual.gap.share),
        ("colluders", rules.colluders, usual.colluders),
    )
    return first + [f"{key}={value}" for key, value, default in younger if value != default]


def _short(meaning: Sequence[object]) -> str:
    canonical = json.dumps(meaning, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:LENGTH]
