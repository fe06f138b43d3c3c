"""Cases with their figures worked out by hand; `working` in the files says how."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.engine.responses import Responses

from .forms import read_form

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

FOLDER = Path(__file__).parents[1] / "golden"
OF_THE_FORM = ("form", "scales", "scale", "roles", "rules")


@dataclass(frozen=True)
class Golden:
    """One case: who answers what, and the part of the result that was worked out."""

    name: str
    questionnaire: Questionnaire
    responses: Responses
    expect: dict[str, Any]


def golden_cases() -> list[Golden]:
    """Return every case of every file."""
    return [
        _case(path.stem, shared | case, shared["cases"])
        for path in sorted(FOLDER.glob("*.json"))
        if path.stem not in {"editions", "group"}  # those are no results of one respondent
        for shared in [json.loads(path.read_text(encoding="utf-8"))]
        for case in shared["cases"]
    ]


def _case(file: str, case: dict[str, Any], others: list[Any]) -> Golden:
    assert case["working"], "a golden case shows its working"
    assert [other["name"] for other in others].count(case["name"]) == 1
    form = {key: case[key] for key in OF_THE_FORM if key in case}
    questionnaire = read_form(form.pop("form"), **form)
    answers = {item.id: case["fill"] for item in questionnaire.items if "fill" in case}
    answers |= case["answers"]
    given = {item: answer for item, answer in answers.items() if answer is not None}
    responses = Responses(role=case.get("role"), answers=given)
    return Golden(f"{file}: {case['name']}", questionnaire, responses, case["expect"])


def differences(expected: object, actual: object, place: str = "result") -> list[str]:
    """Return where a result is not as expected.

    Objects are compared by the keys that are expected, lists item by item; a text stands for the
    exact value of a figure.
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        missing = [f"{place}.{key} is missing" for key in expected if key not in actual]
        common = [key for key in expected if key in actual]
        return missing + [
            difference
            for key in common
            for difference in differences(expected[key], actual[key], f"{place}.{key}")
        ]
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        return [
            difference
            for number, (one, other) in enumerate(zip(expected, actual, strict=True))
            for difference in differences(one, other, f"{place}[{number}]")
        ]
    if isinstance(expected, str) and isinstance(actual, dict):
        return differences({"exact": expected}, actual, place)
    same = type(expected) is type(actual) and expected == actual
    return [] if same else [f"{place}: expected {expected!r}, got {actual!r}"]
