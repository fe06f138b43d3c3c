"""A third scorer, on purpose plain: the index, verdict, bounds and borderline flag from the text.

It reads the payload and not the questionnaire, keeps everything in rows, and works out bounds and
moves by running itself again on changed answers. It shares no line with the two engines.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]
Score = Fraction | None
UNKNOWN = ("dk", "")


def plain_result(payload: Json, role: str | None, answers: Mapping[str, object]) -> Json:
    """Return what the scoring model says of these answers."""
    points = {scale["id"]: [Fraction(at) for at in scale["points"]] for scale in payload["scales"]}
    rows = [
        {"theme": theme["id"], "item": item, "points": points[item["scale"]]}
        for dimension in payload["dimensions"]
        for theme in dimension["themes"]
        for item in theme["items"]
        if role is None or item["roles"] == [] or role in item["roles"]
    ]
    for row in rows:
        row["x"] = _answer(row, answers.get(row["item"]["id"]))
    verdict, index, scores = _judged(payload, rows)
    lowest = [row | {"x": 1} if row["x"] in UNKNOWN else row for row in rows]
    highest = [row | {"x": len(row["points"])} if row["x"] in UNKNOWN else row for row in rows]
    low, high = _judged(payload, lowest), _judged(payload, highest)
    return {
        "verdict": verdict,
        "index": index,
        "scores": scores,
        "bounds": None if index is None else (low[1], high[1], low[0], high[0]),
        "borderline": any(_judged(payload, moved)[0] != verdict for moved in _moves(rows)),
    }


def _answer(row: Json, answer: object) -> object:
    """Return a level, "dk", "na", or "" for no answer."""
    if answer == "na":
        return "na" if row["item"]["allow_na"] else ""
    if answer == "dk":
        return "dk"
    return answer if type(answer) is int and 0 < answer <= len(row["points"]) else ""


def _moves(rows: list[Json]) -> Iterator[list[Json]]:
    for at, row in enumerate(rows):
        if type(row["x"]) is int and not row["item"]["gate"]:
            for x in (row["x"] - 1, row["x"] + 1):
                if 0 < x <= len(row["points"]):
                    yield [*rows[:at], row | {"x": x}, *rows[at + 1 :]]


def _judged(payload: Json, rows: list[Json]) -> tuple[str, Score, dict[str, Score]]:
    """Score and judge from the bottom up, all in one go."""
    rules = payload["verdict"]
    share = Fraction(rules["theme_share"])
    scores: dict[str, Score] = {}
    tops = []
    for dimension in payload["dimensions"]:
        parts = []
        for theme in dimension["themes"]:
            mine = [row for row in rows if row["theme"] == theme["id"] and row["x"] != "na"]
            pairs = [(row["item"]["weight"], _points(row)) for row in mine]
            scores[theme["id"]] = _half_rule(pairs, share)
            parts += [(theme["weight"], scores[theme["id"]])] if mine else []
        scores[dimension["id"]] = _half_rule(parts, share)
        tops += [(dimension["weight"], scores[dimension["id"]])] if parts else []
    answers = [row["x"] for row in rows if row["x"] != "na"]
    dealt_with = [x for x in answers if x != ""]
    completeness = Fraction(len(dealt_with), len(answers)) if answers else Fraction(-1)
    enough = completeness >= Fraction(rules["completeness"]["score"])
    index = _half_rule(tops, Fraction(1)) if enough else None
    unscored = any(scores[row["theme"]] is None for row in rows if row["x"] != "na")
    if completeness < Fraction(rules["completeness"]["verdict"]) or index is None:
        return "none", index, scores
    dont_know = Fraction(dealt_with.count("dk"), len(dealt_with))
    unsure = unscored or dont_know > Fraction(rules["ready"]["dont_know"])
    dimensions = {dimension["id"] for dimension in payload["dimensions"]}
    falls = [_falls(rules[cuts], index, scores, dimensions) for cuts in ("not_yet", "ready")]
    return _verdict(rows, falls, unsure=unsure), index, scores


def _verdict(rows: list[Json], falls: list[bool], *, unsure: bool) -> str:
    gates = [(row["item"]["gate"], row["x"]) for row in rows if row["item"]["gate"]]
    if any(x in {"", "na"} for _, x in gates):
        return "none"
    failed = {gate["effect"] for gate, x in gates if x != "dk" and x < gate["min"]}
    if "stop" in failed or falls[0]:
        return "not_yet"
    if failed or unsure or falls[1] or any(x == "dk" for _, x in gates):
        return "conditions"
    return "ready"


def _falls(cuts: Json, index: Fraction, scores: dict[str, Score], dimensions: set[str]) -> bool:
    """Tell whether the index or any score is below its line."""
    return index < Fraction(cuts["index"]) or any(
        score < Fraction(cuts["dimension" if id_ in dimensions else "theme"])
        for id_, score in scores.items()
        if score is not None
    )


def _points(row: Json) -> Score:
    points: Score = row["points"][row["x"] - 1] if type(row["x"]) is int else None
    return points


def _half_rule(pairs: list[tuple[int, Score]], share: Fraction) -> Score:
    """Return the weighted mean of what is there, if it has that share of the weight."""
    there = [(weight, value) for weight, value in pairs if value is not None]
    weight = sum(weight for weight, _ in there)
    if not there or Fraction(weight, sum(weight for weight, _ in pairs)) < share:
        return None
    return sum((times * value for times, value in there), Fraction(0)) / weight
