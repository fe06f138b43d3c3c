"""Random questionnaires and answers: the two engines and a plain third scorer say the same.

500 questionnaires with two respondents each; with READINESS_LONG=1 twenty times as many, new ones
in each run.
"""

from __future__ import annotations

import os
from collections import Counter
from fractions import Fraction
from statistics import mean
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample

from readiness.engine import scoring
from readiness.site.payload import payload

from .engines import BrowserEngine, python_engine
from .plain_scorer import plain_result
from .strategies import cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from readiness.engine.responses import Responses
    from readiness.questionnaire import Questionnaire

    Case = tuple[Questionnaire, list[Responses]]

LONG = os.environ.get("READINESS_LONG") == "1"
EXAMPLES = 10_000 if LONG else 500
SEARCH = settings(
    max_examples=EXAMPLES,
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

FAULTS = {
    "one weight is swapped": (
        "questionnaire.js",
        "return { ...item, allowNa: ",
        "return { ...item, weight: item.weight === 2 ? 3 : item.weight, allowNa: ",
    ),
    "shown by rounding": ("ratio.js", "const cut = n / d;", "const cut = (2n * n + d) / (2n * d);"),
    "pooled mean": (
        "scoring.js",
        "return value ? { weight, value } : [];",
        "return value ? { weight: weight * (themes[place]?.rated ?? 0), value } : [];",
    ),
    "a tie is broken the other way": (
        "advice.js",
        "|| compare(b.gain, a.gain)",
        "|| compare(b.gain, a.gain) || -1",
    ),
    "only upward moves for the borderline flag": (
        "evaluation.js",
        "const levels = [response.level - 1, response.level + 1];",
        "const levels = [response.level + 1];",
    ),
}


def test_engines_and_plain_scorer_agree(browser_engine: BrowserEngine) -> None:
    """Equal results to the last figure, and every kind of outcome among them."""
    seen: Counter[str] = Counter()

    @SEARCH
    @given(cases())
    def agree(case: Case) -> None:
        questionnaire, people = case
        results = python_engine(questionnaire, people)
        assert browser_engine(questionnaire, people) == results
        for responses, result in zip(people, results, strict=True):
            assert _in_plain_words(result) == _plain(questionnaire, responses)
            seen.update(_classes(result))

    agree()
    _assert_every_class_was_seen(seen)


def _plain(questionnaire: Questionnaire, responses: Responses) -> dict[str, Any]:
    return plain_result(payload(questionnaire), responses.role, responses.answers)


def _in_plain_words(result: dict[str, Any]) -> dict[str, Any]:
    bounds = result["bounds"]
    scored = result["themes"] | result["dimensions"]
    return {
        "verdict": result["verdict"],
        "index": _exact(result["index"]),
        "scores": {id_: _exact(part["score"]) for id_, part in scored.items()},
        "bounds": bounds
        and (
            _exact(bounds["low"]),
            _exact(bounds["high"]),
            bounds["verdict_low"],
            bounds["verdict_high"],
        ),
        "borderline": result["borderline"],
    }


def _exact(figure: dict[str, Any] | None) -> Fraction | None:
    return None if figure is None else Fraction(figure["exact"])


def _classes(result: dict[str, Any]) -> set[str]:
    """Return the kinds of outcome that this result is an example of."""
    parts = [*result["themes"].values(), *result["dimensions"].values()]
    return {
        "all",
        f"verdict {result['verdict']}",
        f"borderline {result['borderline']}",
        f"many not applicable {result['many_not_applicable']}",
        "index none" if result["index"] is None else "index",
        "provisional" if result["index"] and result["verdict"] == "none" else "not provisional",
        *(f"part {part['state']}" for part in parts),
        *(f"gate {gate['state']}" for gate in result["gates"].values()),
        *(f"rule {line['rule']}" for line in result["conditions"]),
        *(f"advice {line['reason']}" for line in result["advice"]),
        *(f"state {state}" for state, count in result["counts"].items() if count["shown"]),
    }


def _assert_every_class_was_seen(seen: Counter[str]) -> None:
    assert seen["all"] >= 2 * EXAMPLES * 9 // 10
    often = ["verdict not_yet", "verdict conditions", "verdict ready", "verdict none"]
    often += ["borderline True", "borderline False", "index none", "index"]
    often += [f"part {state}" for state in ("scored", "not_enough", "does_not_apply")]
    rated = ("rated", "dont_know", "not_applicable", "unanswered", "not_asked")
    often += [f"state {state}" for state in rated]
    rarely = [f"gate {state}" for state in ("passed", "failed", *rated[1:2], *rated[3:])]
    scores = ("index", "dimension", "theme", "dimension_unscored", "theme_unscored", "dont_know")
    gates = ("completeness", "gate_failed", "gate_dont_know", "gate_unanswered")
    rarely += [f"rule {rule}" for rule in (*scores, *gates)]
    reasons = ("gate_stop", "gate_hold", "theme_not_yet", "theme_ready", "gain")
    rarely += [f"advice {reason}" for reason in reasons]
    rarely += ["many not applicable True", "many not applicable False", "provisional"]
    few = {name: seen[name] for name in often if seen[name] < seen["all"] // 25}
    few |= {name: seen[name] for name in rarely if seen[name] < seen["all"] // 100}
    assert not few, f"too few of these: {few} of {dict(seen)}"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path) -> None:
    """The same search must find a difference in an engine with one fault."""
    broken = BrowserEngine(tmp_path, FAULTS[fault])
    _assert_found(fault, lambda case: broken(*case) != python_engine(*case))


def test_the_plain_scorer_finds_what_the_twins_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misreading in Python is found without the browser's engine."""
    monkeypatch.setattr(scoring, "_mean", lambda pairs: mean([value for _, value in pairs]))

    def differs(case: Case) -> bool:
        questionnaire, people = case
        results = zip(people, python_engine(questionnaire, people), strict=True)
        return any(_in_plain_words(one) != _plain(questionnaire, who) for who, one in results)

    _assert_found("weights are not used", differs)


def _assert_found(fault: str, differs: Callable[[Case], bool]) -> None:
    try:
        find(cases(), differs, settings=settings(SEARCH, phases=[Phase.generate]))
    except NoSuchExample:
        pytest.fail(f"{EXAMPLES} cases did not show: {fault}")
