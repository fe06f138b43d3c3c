"""What must not move the result, and in which direction an answer may move it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.engine import scoring
from readiness.engine.evaluation import Result, evaluate
from readiness.engine.responses import Responses, offers
from readiness.questionnaire import Dimension, Outcome, Questionnaire, Theme

from .strategies import cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from .strategies import Case

RANK = [Outcome.NOT_YET, Outcome.CONDITIONS, Outcome.READY]
QUICK = settings(
    max_examples=150,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def scores(result: Result) -> dict[str, Fraction | None]:
    """Return every score and the index by id."""
    themes = {theme.id: theme.score for theme in result.themes}
    dimensions = {dimension.id: dimension.score for dimension in result.dimensions}
    return {"index": result.index, **themes, **dimensions}


def assert_rising() -> int:
    """Assert that raising any one answer lowers nothing; return how many were raised."""
    raised = 0

    @QUICK
    @given(cases(people=1))
    def check(case: Case) -> None:
        nonlocal raised
        questionnaire, [responses] = case
        before = evaluate(questionnaire, responses)
        for item in questionnaire.items:
            answer = responses.answers.get(item.id)
            if type(answer) is int and offers(item, answer) and offers(item, answer + 1):
                answers = {**responses.answers, item.id: answer + 1}
                after = evaluate(questionnaire, replace(responses, answers=answers))
                assert_not_lower(before, after)
                raised += 1

    check()
    return raised


def assert_not_lower(before: Result, after: Result) -> None:
    """Assert that no score and no verdict fell, and that none appeared or vanished."""
    then = scores(after)
    for id_, score in scores(before).items():
        if score is None:
            assert then[id_] is None
        else:
            assert score <= (then[id_] or 0)
    if Outcome.NONE in {before.verdict, after.verdict}:
        assert before.verdict is after.verdict
    else:
        assert RANK.index(before.verdict) <= RANK.index(after.verdict)


def test_raising_an_answer_lowers_nothing() -> None:
    """Neither a score nor the verdict; several hundred answers are raised."""
    assert assert_rising() > 300


def test_a_mean_that_falls_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The canary: with the scores upside down raising must fail."""
    upright = scoring._mean  # noqa: SLF001  # the fault is planted inside
    monkeypatch.setattr(scoring, "_mean", lambda pairs: 100 - upright(pairs))
    with pytest.raises(AssertionError):
        assert_rising()


def by_id(result: Result) -> dict[str, object]:
    """Return what must stay the same however the questionnaire is arranged."""
    return {
        "verdict": result.verdict,
        "index": result.index,
        "completeness": result.completeness,
        "dont_know_share": result.dont_know_share,
        "bounds": result.bounds,
        "borderline": result.borderline,
        "scores": scores(result),
        "gates": {gate.item: gate.state for gate in result.gates},
        "conditions": {(line.rule, line.id, line.limit, line.value) for line in result.conditions},
        "counts": result.counts,
    }


def _rearranged(
    questionnaire: Questionnaire,
    dimension_change: Callable[[Dimension], Dimension],
    theme_change: Callable[[Theme], Theme],
) -> Questionnaire:
    return replace(
        questionnaire,
        dimensions=tuple(
            dimension_change(replace(d, themes=tuple(theme_change(t) for t in d.themes)))
            for d in questionnaire.dimensions
        ),
    )


@QUICK
@given(cases())
def test_the_order_of_the_parts_changes_nothing(case: Case) -> None:
    """Items, themes and dimensions the other way round."""
    questionnaire, people = case
    turned = _rearranged(
        replace(questionnaire, dimensions=questionnaire.dimensions[::-1]),
        lambda dimension: replace(dimension, themes=dimension.themes[::-1]),
        lambda theme: replace(theme, items=theme.items[::-1]),
    )
    for responses in people:
        assert by_id(evaluate(turned, responses)) == by_id(evaluate(questionnaire, responses))


@QUICK
@given(cases(), st.integers(2, 9), st.integers(2, 9), st.integers(2, 9))
def test_weights_are_relative(case: Case, one: int, two: int, three: int) -> None:
    """All weights of a kind times a number change nothing, advice and gains included."""
    questionnaire, people = case
    heavier = _rearranged(
        questionnaire,
        lambda dimension: replace(dimension, weight=dimension.weight * one),
        lambda theme: replace(
            theme,
            weight=theme.weight * two,
            items=tuple(replace(item, weight=item.weight * three) for item in theme.items),
        ),
    )
    for responses in people:
        assert evaluate(heavier, responses) == evaluate(questionnaire, responses)


@QUICK
@given(cases())
def test_everything_twice_changes_no_score(case: Case) -> None:
    """Each dimension a second time, under other ids and with the same answers."""
    questionnaire, people = case
    twice = replace(
        questionnaire,
        dimensions=(*questionnaire.dimensions, *map(_copied, questionnaire.dimensions)),
    )
    for responses in people:
        answers = {f"again-{id_}": answer for id_, answer in responses.answers.items()}
        doubled = replace(responses, answers={**responses.answers, **answers})
        before, after = evaluate(questionnaire, responses), evaluate(twice, doubled)
        assert (before.verdict, before.index) == (after.verdict, after.index)
        assert (before.completeness, before.bounds) == (after.completeness, after.bounds)
        assert before.dont_know_share == after.dont_know_share


def _copied(dimension: Dimension) -> Dimension:
    return replace(
        dimension,
        id=f"again-{dimension.id}",
        themes=tuple(
            replace(
                theme,
                id=f"again-{theme.id}",
                items=tuple(replace(item, id=f"again-{item.id}") for item in theme.items),
            )
            for theme in dimension.themes
        ),
    )


@QUICK
@given(cases())
def test_who_is_not_asked_might_as_well_not_answer(case: Case) -> None:
    """Answers to items that the role does not meet, and to unknown items, are of no account."""
    questionnaire, people = case
    asked = {role.id: _asked(questionnaire, role.id) for role in questionnaire.roles}
    for responses in people:
        kept = asked.get(responses.role or "", {item.id for item in questionnaire.items})
        answers = {id_: answer for id_, answer in responses.answers.items() if id_ in kept}
        more = Responses(role=responses.role, answers={**responses.answers, "no-such-item": 1})
        result = evaluate(questionnaire, responses)
        assert evaluate(questionnaire, replace(responses, answers=answers)) == result
        assert evaluate(questionnaire, more) == result


def _asked(questionnaire: Questionnaire, role: str) -> set[str]:
    return {item.id for item in questionnaire.items if not item.roles or role in item.roles}


@QUICK
@given(cases())
def test_scores_stay_between_their_parts(case: Case) -> None:
    """All scores lie from 0 to 100, the index between the lowest and the highest dimension."""
    questionnaire, people = case
    for responses in people:
        result = evaluate(questionnaire, responses)
        assert all(0 <= score <= 100 for score in scores(result).values() if score is not None)
        tops = [dimension.score for dimension in result.dimensions if dimension.score is not None]
        if result.index is not None:
            assert min(tops) <= result.index <= max(tops)
        if result.bounds and result.bounds.low is not None and result.bounds.high is not None:
            assert 0 <= result.bounds.low <= result.bounds.high <= 100
