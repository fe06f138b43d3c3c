"""Checked data become the frozen questionnaire, with every default filled in.

Refuses nothing: schema and rules have been passed. Numbers become exact fractions.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from readiness import questionnaire as q
from readiness.reading.scalars import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Data = Mapping[str, Any]

# Names of scores where the author gives none (scoring.md 3.3).
BANDS = (
    (0, "Not started"),
    (25, "By chance"),
    (50, "In part"),
    (75, "Throughout"),
    (90, "Self-correcting"),
)


def build(data: Data, dimensions: Mapping[str, Data], edition: str) -> q.Questionnaire:
    """Make the questionnaire; `edition` is the text as it was written."""
    scales = {scale: _scale(scale, entry["levels"]) for scale, entry in data["scales"].items()}
    default = scales[data.get("default_scale", next(iter(scales)))]
    made = (_dimension(name, entry, scales, default) for name, entry in dimensions.items())
    return q.Questionnaire(
        id=data["id"],
        edition=edition,
        title=data["title"],
        published=data.get("published"),
        summary=data.get("summary"),
        instruction=data.get("instruction"),
        dimensions=tuple(made),
        ask_order=tuple(data.get("ask_order", data["dimensions"])),
        roles=tuple(q.Role(id=role, **entry) for role, entry in data.get("roles", {}).items()),
        bands=_bands(data.get("bands")),
        verdict=_verdict(data.get("verdict", {})),
        group=_group(data.get("group", {})),
        hand_in=q.HandIn(**data["hand_in"]) if "hand_in" in data else None,
        statements=tuple(
            q.Statement(id=name, text=text) for name, text in data.get("statements", {}).items()
        ),
    )


def _scale(name: str, levels: list[Data]) -> q.Scale:
    pairs = zip(levels, q.equal_steps(len(levels)), strict=True)
    made = (
        q.Level(label=level["label"], points=_exact(level.get("points", equal)))
        for level, equal in pairs
    )
    return q.Scale(id=name, levels=tuple(made))


def _dimension(
    name: str, data: Data, scales: Mapping[str, q.Scale], default: q.Scale
) -> q.Dimension:
    themes = tuple(
        q.Theme(
            **{**theme, "items": tuple(_item(item, scales, default) for item in theme["items"])}
        )
        for theme in data["themes"]
    )
    return q.Dimension(id=name, **{**data, "themes": themes})


def _item(data: Data, scales: Mapping[str, q.Scale], default: q.Scale) -> q.Item:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    scale = scales[data["scale"]] if "scale" in data else default
    made: dict[str, Any] = {"scale": scale}
    if "levels" not in data:
        made["levels"] = tuple(level.label for level in scale.levels)
    if "gate" in data:
        gate = data["gate"]
        made["gate"] = q.Gate(min=gate["min"], effect=q.Effect(gate["effect"]))
    if "advice" in data:
        advice = data["advice"]
        made["advice"] = q.Advice(**{**advice, "by": tuple(advice.get("by", ()))})
    return q.Item(**{**data, **lists, **made})


def _bands(entries: Iterable[Data] | None) -> tuple[q.Band, ...]:
    if entries is None:
        return tuple(q.Band(start=Fraction(start), label=label) for start, label in BANDS)
    return tuple(q.Band(start=_exact(band["from"]), label=band["label"]) for band in entries)


def _verdict(data: Data) -> q.VerdictRules:
    made: dict[str, Any] = {
        "completeness": q.Completeness(**_all_exact(data.get("completeness", {}))),
        "not_yet": q.NotYet(**_all_exact(data.get("not_yet", {}))),
        "ready": q.Ready(**_all_exact(data.get("ready", {}))),
        "labels": q.VerdictLabels(**data.get("labels", {})),
        "meanings": q.VerdictMeanings(**data.get("meanings", {})),
    }
    rest: dict[str, Any] = {key: _exact(value) for key, value in data.items() if key not in made}
    return q.VerdictRules(**made, **rest)


def _group(data: Data) -> q.GroupRules:
    made: dict[str, Any] = {"gap": q.Gap(**_all_exact(data.get("gap", {})))}
    if "gate_share" in data:
        made["gate_share"] = _exact(data["gate_share"])
    return q.GroupRules(**{**data, **made})


def _all_exact(data: Data) -> dict[str, Fraction]:
    return {key: _exact(value) for key, value in data.items()}


def _exact(value: object) -> Fraction:
    """Return a number that the schema has let through."""
    return exact(value) or Fraction(0)
