"""The 34 items are the ones of the specification: ids, order, roles, gates, traces, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .specification import (
    ADDED,
    ALL,
    DIMENSIONS,
    GATES,
    MAY_NOT_APPLY,
    NOT_FRONT_LINE,
    OFFICE,
    THEMES,
    TRACES,
    UNTRACED,
)

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

    from .conftest import Plant


def gates(questionnaire: Questionnaire) -> dict[str, tuple[int, str]]:
    """Return the level and the effect of each gate."""
    found = ((item.id, item.gate) for item in questionnaire.items)
    return {name: (gate.min, gate.effect.value) for name, gate in found if gate}


def traces(questionnaire: Questionnaire) -> dict[str, set[str]]:
    """Return the items that test each statement of the source."""
    found: dict[str, set[str]] = {}
    for item in questionnaire.items:
        for statement in item.traces:
            found.setdefault(statement, set()).add(item.id)
    return found


def roles(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return who is asked each item."""
    return {item.id: item.roles for item in questionnaire.items}


def may_not_apply(questionnaire: Questionnaire) -> set[str]:
    """Return the items that offer "Does not apply"."""
    return {item.id for item in questionnaire.items if item.allow_na}


def expected_roles() -> dict[str, tuple[str, ...]]:
    """Return who should be asked each item."""
    names = [name for items in THEMES.values() for name in items]
    return {name: OFFICE if name in NOT_FRONT_LINE else ALL for name in names}


def test_the_specification_itself_counts_34_items() -> None:
    """A slip in typing the tables would weaken every test below."""
    assert sum(map(len, THEMES.values())) == 34
    assert [name for names in DIMENSIONS.values() for name in names] == list(THEMES)
    assert sum(map(len, TRACES.values())) == 66
    untraced = {"S1", "S4", "S16"}  # held by the whole, by gates and floors, by the floors
    assert set(TRACES) | untraced == {f"S{number}" for number in range(1, 30)}


def test_dimensions_themes_and_items_stand_in_order(questionnaire: Questionnaire) -> None:
    """Reported as leadership, processes, people; asked facts first and motives last."""
    found = {d.id: [theme.id for theme in d.themes] for d in questionnaire.dimensions}
    assert list(found.items()) == list(DIMENSIONS.items())
    items = {theme.id: [item.id for item in theme.items] for theme in questionnaire.themes}
    assert list(items.items()) == list(THEMES.items())
    assert questionnaire.ask_order == ("processes", "people", "leadership")


def test_each_role_gets_its_items(questionnaire: Questionnaire) -> None:
    """Leaders and managers answer 34 items, the front line 30."""
    assert roles(questionnaire) == expected_roles()
    asked = {
        role: sum(item.asked_of(role) for item in questionnaire.items)
        for role in ("leader", "manager", "frontline")
    }
    assert asked == {"leader": 34, "manager": 34, "frontline": 30}
    assert tuple(role.id for role in questionnaire.roles) == ALL


def test_gates_have_their_level_and_effect(questionnaire: Questionnaire) -> None:
    """Two gates stop, four hold."""
    assert gates(questionnaire) == GATES


def test_only_five_items_may_not_apply(questionnaire: Questionnaire) -> None:
    """There may be no departments, or customers without a choice; all else is for everybody."""
    assert may_not_apply(questionnaire) == MAY_NOT_APPLY


def test_every_statement_is_tested_by_its_items(questionnaire: Questionnaire) -> None:
    """Traces are those of the table, no fewer and no more."""
    assert traces(questionnaire) == TRACES


def test_only_what_does_not_come_from_the_source_is_marked_added(
    questionnaire: Questionnaire,
) -> None:
    """Four support a statement that they do not come from, and one supports the whole."""
    assert {item.id for item in questionnaire.items if item.added} == ADDED
    assert {item.id for item in questionnaire.items if not item.traces} == UNTRACED


def test_all_weights_are_one(questionnaire: Questionnaire) -> None:
    """No evidence supports other weights."""
    weights = [dimension.weight for dimension in questionnaire.dimensions]
    weights += [theme.weight for theme in questionnaire.themes]
    weights += [item.weight for item in questionnaire.items]
    assert weights == [1] * (3 + 10 + 34)


def test_every_item_is_complete(questionnaire: Questionnaire) -> None:
    """Five levels, evidence, and advice for low and for middling answers."""
    for item in questionnaire.items:
        assert len(item.levels) == 5, item.id
        assert all((item.evidence, item.advice.low, item.advice.mid)), item.id


def test_the_scale_and_the_bands_have_their_names(questionnaire: Questionnaire) -> None:
    """Level names rise from absent to checked; bands start at 0, 25, 50, 75 and 90 points."""
    (scale,) = {item.scale for item in questionnaire.items}
    assert [level.label for level in scale.levels] == [
        "Absent",
        "By chance",
        "In part",
        "Throughout",
        "Checked and adjusted",
    ]
    assert " ".join(str(level.points) for level in scale.levels) == "0 25 50 75 100"
    assert [f"{band.start} {band.label}" for band in questionnaire.bands] == [
        "0 Not started",
        "25 By chance",
        "50 In part",
        "75 Throughout",
        "90 Self-correcting",
    ]


def test_the_cut_offs_are_those_of_the_model(questionnaire: Questionnaire) -> None:
    """Typed from the model, not from the code's defaults."""
    rules = questionnaire.verdict
    floors = [(line.index, line.dimension, line.theme) for line in (rules.not_yet, rules.ready)]
    assert [" ".join(map(str, line)) for line in floors] == ["40 30 20", "60 50 40"]
    completeness = rules.completeness
    shares = (completeness.score, completeness.verdict, rules.theme_share, rules.ready.dont_know)
    assert " ".join(map(str, shares)) == "1/2 4/5 1/2 1/4"
    assert str(rules.not_applicable) == "1/4"
    labels = rules.labels
    assert (labels.not_yet, labels.ready, labels.none) == ("Not yet", "Ready", "No verdict")
    assert labels.conditions == "Ready with conditions"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('gate: {min: 3, effect: hold}\n        evidence: "Ask', 'evidence: "Ask'),
        (
            'gate: {min: 3, effect: hold}\n        evidence: "The last problem',
            'gate: {min: 3, effect: stop}\n        evidence: "The last problem',
        ),
    ],
)
def test_a_lost_or_changed_gate_is_seen(plant: Plant, old: str, new: str) -> None:
    """Canary."""
    assert gates(plant("people.yml", old, new)) != GATES


def test_a_lost_trace_is_seen(plant: Plant) -> None:
    """Canary."""
    changed = plant("leadership.yml", "traces: [S14, S29]", "traces: [S14]")
    assert traces(changed) != TRACES


def test_a_lost_role_is_seen(plant: Plant) -> None:
    """Canary."""
    changed = plant(
        "people.yml",
        'roles: [leader, manager, frontline]\n        evidence: "One problem',
        'roles: [leader, manager]\n        evidence: "One problem',
    )
    assert roles(changed) != expected_roles()


def test_a_lost_escape_is_seen(plant: Plant) -> None:
    """Canary."""
    line = "        allow_na: true  # an organisation without departments\n"
    assert may_not_apply(plant("leadership.yml", line, "")) != MAY_NOT_APPLY
