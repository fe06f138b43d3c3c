"""What the browser's engine is given, and fingerprints that follow meaning and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from readiness.engine import fingerprint
from readiness.engine.fingerprint import item_fingerprint, questionnaire_fingerprint
from readiness.questionnaire import (
    Advice,
    Effect,
    Gap,
    Gate,
    GroupRules,
    Level,
    VerdictLabels,
    VerdictMeanings,
)
from readiness.site.payload import form_payload, minutes, payload, seconds

from .forms import read_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.questionnaire import Dimension, Item, Questionnaire, Theme

FORM = read_form(
    {"D*2": {"T*3": "a stop>=3 w4 @boss | b na %thirds"}, "E": {"U": "c"}},
    scales={"five": ["0", "25", "50", "75", "100"], "thirds": ["0", "100/3", "200/3", "100"]},
    roles=["boss", "staff"],
)


def with_item(change: Callable[[Item], Item]) -> Questionnaire:
    """Return the form with its first item changed."""
    theme = FORM.dimensions[0].themes[0]
    items = (change(theme.items[0]), *theme.items[1:])
    return with_theme(lambda theme: replace(theme, items=items))


def with_theme(change: Callable[[Theme], Theme]) -> Questionnaire:
    """Return the form with its first theme changed."""
    return with_dimension(
        lambda dimension: replace(dimension, themes=(change(dimension.themes[0]),))
    )


def with_dimension(change: Callable[[Dimension], Dimension]) -> Questionnaire:
    """Return the form with its first dimension changed."""
    return replace(FORM, dimensions=(change(FORM.dimensions[0]), *FORM.dimensions[1:]))


def with_rules(**changes: Any) -> Questionnaire:  # noqa: ANN401  # any field of the rules
    """Return the form with other verdict rules."""
    return replace(FORM, verdict=replace(FORM.verdict, **changes))


def other_points(item: Item) -> Item:
    """Return an item whose third level has other points."""
    levels = list(item.scale.levels)
    levels[2] = Level(label=levels[2].label, points=Fraction(55))
    return replace(item, scale=replace(item.scale, levels=tuple(levels)))


def test_the_payload_by_hand() -> None:
    """Every key that the browser reads, in the order of the form."""
    read: dict[str, Any] = json.loads(json.dumps(payload(FORM)))
    assert {key: read[key] for key in ("format", "version", "id", "edition", "title")} == {
        "format": "readiness-questionnaire",
        "version": 1,
        "id": "worked-out",
        "edition": "1",
        "title": "Worked out by hand",
    }
    assert read["ask_order"] == ["D", "E"]
    assert read["roles"] == [{"id": "boss", "label": "Boss"}, {"id": "staff", "label": "Staff"}]
    assert [(scale["id"], scale["points"], scale["cut"]) for scale in read["scales"]] == [
        ("five", ["0", "25", "50", "75", "100"], 2),
        ("thirds", ["0", "100/3", "200/3", "100"], 2),
    ]
    assert read["bands"][1] == {"from": "25", "label": "By chance"}
    assert read["verdict"] == {
        "completeness": {"score": "1/2", "verdict": "4/5"},
        "theme_share": "1/2",
        "not_yet": {"index": "40", "dimension": "30", "theme": "20"},
        "ready": {"index": "60", "dimension": "50", "theme": "40", "dont_know": "1/4"},
        "not_applicable": "1/4",
        "labels": {
            "not_yet": "Not yet",
            "conditions": "Ready with conditions",
            "ready": "Ready",
            "none": "No verdict",
        },
        "meanings": {
            "not_yet": "What is missing comes first.",
            "conditions": "Much is in place; the conditions say what is still open.",
            "ready": "What is needed is in place.",
            "none": "Too few answers for a verdict.",
        },
    }
    assert read["group"] == {
        "k_min": 5,
        "distribution_min": 10,
        "gate_share": "2/3",
        "gap": {"share": "1/3"},
        "colluders": 1,
    }
    dimension = read["dimensions"][0]
    theme = dimension["themes"][0]
    assert (dimension["id"], dimension["weight"]) == ("D", 2)
    assert (theme["id"], theme["weight"]) == ("T", 3)
    assert theme["items"][0] == {
        "id": "a",
        "scale": "five",
        "roles": ["boss"],
        "weight": 4,
        "allow_na": False,
        "gate": {"min": 3, "effect": "stop"},
        "by": [],
        "was": [],
        "fingerprint": item_fingerprint(FORM.items[0]),
        # 3 words of the question and 5 times 3 of the levels: 18 * 0.35 = 6.3, and 8
        "seconds": 14,
    }
    assert (theme["items"][1]["gate"], theme["items"][1]["allow_na"]) == (None, True)


def test_seconds_count_every_word_that_is_read() -> None:
    """20 words take 7 seconds, 24 take 8.4, wherever they stand; and 8 to choose."""
    item = replace(FORM.items[0], levels=())
    assert seconds(replace(item, question="w " * 20)) == 15
    assert seconds(replace(item, question="w " * 24)) == 16
    assert seconds(replace(item, question="w " * 20, evidence="w " * 4)) == 16


def test_minutes_are_those_of_the_longest_form() -> None:
    """80 words and 8 seconds are 36 seconds each: two items are 72 seconds, so two minutes."""
    item = replace(FORM.items[0], question="w " * 80, levels=(), evidence=None)
    both = with_theme(lambda theme: replace(theme, items=(item, replace(item, id="b", roles=()))))
    whole = replace(both, dimensions=both.dimensions[:1])
    assert minutes(whole) == 2
    one = with_theme(lambda theme: replace(theme, items=(item,)))
    assert minutes(replace(one, dimensions=one.dimensions[:1])) == 1


def test_no_long_text_is_in_the_payload() -> None:
    """Questions, level texts and advice travel as HTML."""
    text = json.dumps(payload(with_item(lambda i: replace(i, advice=Advice(low="Do this")))))
    assert "What about" not in text
    assert "Do this" not in text
    assert "a level 25" not in text


MOVES = {
    "a question": with_item(lambda item: replace(item, question="Else?")),
    "a level text": with_item(lambda item: replace(item, levels=(*item.levels[:4], "else"))),
    "points": with_item(other_points),
    "an id": with_item(lambda item: replace(item, id="z")),
    "an item's weight": with_item(lambda item: replace(item, weight=5)),
    "roles": with_item(lambda item: replace(item, roles=())),
    "na": with_item(lambda item: replace(item, allow_na=True)),
    "a gate's level": with_item(lambda item: replace(item, gate=Gate(min=2, effect=Effect.STOP))),
    "a gate's effect": with_item(lambda item: replace(item, gate=Gate(min=3, effect=Effect.HOLD))),
    "no gate": with_item(lambda item: replace(item, gate=None)),
    "a theme's weight": with_theme(lambda theme: replace(theme, weight=4)),
    "an item less": with_theme(lambda theme: replace(theme, items=theme.items[:1])),
    "the order of items": with_theme(lambda theme: replace(theme, items=theme.items[::-1])),
    "a dimension's weight": with_dimension(lambda dimension: replace(dimension, weight=1)),
    "the theme share": with_rules(theme_share=Fraction(2, 3)),
    "a floor": with_rules(not_yet=replace(FORM.verdict.not_yet, theme=Fraction(10))),
    "a cut-off": with_rules(ready=replace(FORM.verdict.ready, index=Fraction(61))),
    "completeness": with_rules(
        completeness=replace(FORM.verdict.completeness, verdict=Fraction(3, 4))
    ),
    "the share of don't know": with_rules(
        ready=replace(FORM.verdict.ready, dont_know=Fraction(1, 3))
    ),
    "the group's gate share": replace(FORM, group=GroupRules(gate_share=Fraction(1, 2))),
    "the group's gap": replace(FORM, group=GroupRules(gap=Gap(share=Fraction(1, 2)))),
    "the group's colluders": replace(FORM, group=GroupRules(colluders=2)),
}
STAYS = {
    "title": replace(FORM, title="Else"),
    "edition": replace(FORM, edition="2"),
    "the order of asking": replace(FORM, ask_order=("E", "D")),
    "a theme's title": with_theme(lambda theme: replace(theme, title="Else")),
    "advice": with_item(lambda item: replace(item, advice=Advice(low="Else"))),
    "evidence": with_item(lambda item: replace(item, evidence="Else")),
    "earlier ids": with_item(lambda item: replace(item, was=("z",))),
    "who can do what is advised": with_item(
        lambda item: replace(item, advice=Advice(low="Else", by=("boss",)))
    ),
    "the verdicts' names": with_rules(labels=VerdictLabels(ready="Go")),
    "the verdicts' meanings": with_rules(meanings=VerdictMeanings(ready="Go on.")),
    "the bands": replace(FORM, bands=()),
}


@pytest.mark.parametrize("change", MOVES)
def test_what_can_move_a_score_changes_the_fingerprint(change: str) -> None:
    """Each alone is enough."""
    assert questionnaire_fingerprint(MOVES[change]) != questionnaire_fingerprint(FORM)


@pytest.mark.parametrize("change", STAYS)
def test_what_cannot_move_a_score_leaves_it(change: str) -> None:
    """An author may mend such words without a new edition."""
    assert questionnaire_fingerprint(STAYS[change]) == questionnaire_fingerprint(FORM)


def test_an_item_keeps_its_fingerprint_under_another_id() -> None:
    """But not with another question, level text or points; its weight is of no account."""
    item = FORM.items[0]
    assert item_fingerprint(replace(item, id="z", weight=9, gate=None)) == item_fingerprint(item)
    for changed in (
        replace(item, question="Else?"),
        replace(item, levels=("else", *item.levels[1:])),
        other_points(item),
    ):
        assert item_fingerprint(changed) != item_fingerprint(item)


def test_fingerprints_stay_the_same_from_run_to_run() -> None:
    """Saved files depend on them: sha256 of the canonical JSON, worked out with sha256sum."""
    item = replace(FORM.items[0], question="Q", levels=("x", "y"))
    scale = replace(item.scale, levels=item.scale.levels[:2])
    # printf '%s' '["Q",["x","y"],[["level 0","0"],["level 25","25"]]]' | sha256sum
    assert item_fingerprint(replace(item, scale=scale)) == "dc126dbae19b"


def test_a_questionnaire_that_nobody_touched_keeps_its_fingerprint() -> None:
    """Saved answers carry it: worked out before `gap.share` and `colluders` came, by sha256sum."""
    form = replace(FORM, dimensions=())
    # It is the sha256sum of this list written without blanks: "worked-out", [], the ten cut-offs
    # of the verdict from "1/2" to "1/4", and ["5", "2/3", "1", "20"] for the group.
    assert questionnaire_fingerprint(form) == "7703a3613291"
    old = GroupRules(gap=Gap(levels=Fraction(3, 2), theme_points=Fraction(25)), distribution_min=12)
    # The same, ending in "3/2", "25".
    assert questionnaire_fingerprint(replace(form, group=old)) == "598e99067180"


def test_a_fingerprint_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked for at every code; a changed copy of the questionnaire gets one of its own."""
    form = replace(FORM, title="Once")
    first = questionnaire_fingerprint(form)
    monkeypatch.setattr(fingerprint, "_short", lambda _: "worked out again")
    assert questionnaire_fingerprint(form) == first
    assert questionnaire_fingerprint(replace(form, id="another")) == "worked out again"


def test_the_form_is_not_told_how_it_is_scored() -> None:
    """Ids, levels, roles and times, in the order of asking; no weight, gate or point."""
    assert form_payload(FORM) == {
        "id": FORM.id,
        "roles": ["boss", "staff"],
        "items": [
            {**asked("a"), "levels": 5, "roles": ["boss"]},
            {**asked("b"), "levels": 4, "na": True},
            {**asked("c"), "levels": 5},
        ],
    }


def asked(item: str) -> dict[str, object]:
    """Return what every item has."""
    own = next(one for one in FORM.items if one.id == item)
    return {"id": item, "fingerprint": item_fingerprint(own), "seconds": seconds(own)}
