"""The record of a published report: read back as written, else refused in a sentence.

Both engines take the same records and refuse the same ones with the same words.
"""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from engines.forms import read_form

from readiness.group.deduplication import Member
from readiness.questionnaire import GroupRules

from .groups import DAY, BrowserGroups, PythonGroups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .groups import Engine, Json

FORM = replace(
    read_form({"D": {"T": "a stop>=3 | b na | c"}}, roles=["boss", "staff"]),
    group=GroupRules(k_min=3, distribution_min=6),
)
BREAKDOWN = "boss,staff"
STRANGE: list[Any] = [None, -1, 1.5, "", "x", [], {}, True, 7, [1, 2, 3], {"everyone": 1}]


def _people(seed: int, bosses: int = 5, staff: int = 8) -> list[Member]:
    random = Random(seed)  # noqa: S311  # not a secret: repeatable people
    roles = ["boss"] * bosses + ["staff"] * staff
    return [
        Member(
            name=f"{number}",
            role=role,
            answers={id_: random.choice([1, 2, 3, 4, 4, 5, "dk"]) for id_ in "abc"},
            respondent=f"person {number}",
        )
        for number, role in enumerate(roles)
    ]


@pytest.fixture(scope="module")
def record() -> Json:
    """Return the record of a report in two blocks."""
    made: Json = PythonGroups().report(FORM, _people(1), BREAKDOWN)["record"]
    assert made["items"]["a"]["cells"]
    return made


def test_nothing_new_changes_nothing(engine: Engine, record: Json) -> None:
    """The same people beside their own record: the same tables, marked as those of its day.

    That nobody moved is not told apart from a few who did.
    """
    again = engine.report(FORM, _people(1), earlier=record)["record"]
    assert {item["since"] for item in again["items"].values() if item["cells"]} == {record["day"]}
    items = {id_: {**item, "since": None} for id_, item in again["items"].items()}
    assert {**again, "items": items} == record


def test_what_stays_keeps_the_day_of_its_table(engine: Engine, record: Json) -> None:
    """Also after a third report."""
    one_more = [*_people(1), replace(_people(1)[-1], name="new", respondent="new")]
    second = engine.report(FORM, one_more, earlier=record)["record"]
    assert {table["since"] for table in second["items"].values()} == {DAY}
    third = engine.report(FORM, one_more[1:], earlier={**second, "day": "2026-12-24"})["report"]
    assert {one["since"] for one in third["items"].values()} == {DAY}


@pytest.mark.parametrize(("late", "blocks", "outside"), [(2, 2, 2), (3, 3, 0)])
def test_roles_that_come_later(
    late: int, blocks: int, outside: int, engine: Engine, record: Json
) -> None:
    """The breakdown stays; three people without a role make a block, two are named as outside."""
    answers = dict.fromkeys("abc", 3)
    more = [
        Member(name=f"late {n}", role=None, answers=answers, respondent=f"late {n}")
        for n in range(late)
    ]
    report = engine.report(FORM, [*_people(1), *more], earlier=record)["report"]
    assert len(report["breakdown"]) == blocks
    assert report["outside"] == outside
    assert report["respondents"] == sum(report["breakdown"].values())
    assert report["respondents"] + outside == len(_people(1)) + late


def test_a_record_under_the_long_name_of_everyone_is_read(engine: Engine) -> None:
    """As one block that names all roles was written once; its later reports keep that name."""
    first = engine.report(FORM, _people(1), "boss+staff")["record"]
    assert [*first["breakdown"]] == ["everyone"]
    old = json.loads(json.dumps(first).replace('"everyone"', '"boss+staff"'))
    more = [replace(one, name=f"new {one.name}", respondent=None) for one in _people(2)]
    later = engine.report(FORM, [*_people(1), *more], earlier=old)["record"]
    assert later["breakdown"] == {"boss+staff": 26}
    assert {item["renewed"] for item in later["items"].values()} == {"gained"}


REFUSED = {
    "no record": ([1, 2], "this is not the record of a published report"),
    "another file": ({"format": "readiness-response"}, "not the record of a published report"),
    "an earlier version": ({"version": 1}, "the record was written by another version"),
    "other questions": ({"questionnaire": {"fingerprint": "0"}}, "belongs to other questions"),
    "no questions": ({"questionnaire": 3}, "belongs to other questions"),
    "no day": ({"day": None}, "the record is damaged"),
    "no table": ({"items": {}}, "the record is damaged"),
    "too few people": ({"respondents": None}, "the record is damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_record_of_these_questions(name: str, engine: Engine, record: Json) -> None:
    """Refused in a sentence that says why."""
    change, sentence = REFUSED[name]
    broken: Any = {**record, **change} if isinstance(change, dict) else change
    assert sentence in engine.report(FORM, _people(1), earlier=broken)["refused"]


def test_both_engines_take_the_same_damaged_records(
    browser_groups: BrowserGroups, record: Json
) -> None:
    """Any one place holds something else or is gone: refused, or told the same; never an error."""
    python, refused, told = PythonGroups(), 0, 0
    people = _people(2)
    for broken in _damaged(record):
        one = python.report(FORM, people, earlier=broken)
        assert browser_groups.report(FORM, people, earlier=broken) == one, json.dumps(broken)
        refused += "refused" in one
        told += "report" in one
    assert refused > 300
    assert told > 30


def _damaged(record: Json) -> Iterator[Json]:
    """Yield the record with something strange in each place, and without it."""
    random = Random(3)  # noqa: S311  # not a secret: repeatable damage
    for place in list(_places(record)):
        *above, last = place
        for strange in random.sample(STRANGE, 4):
            broken = copy.deepcopy(record)
            _inside(broken, above)[last] = copy.deepcopy(strange)
            yield broken
        broken = copy.deepcopy(record)
        del _inside(broken, above)[last]
        yield broken


def _places(part: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    keys = part.keys() if isinstance(part, dict) else range(len(part))
    for key in keys:
        yield (*above, key)
        if isinstance(part[key], dict | list):
            yield from _places(part[key], (*above, key))


def _inside(part: Any, place: list[Any]) -> Any:  # noqa: ANN401  # JSON
    for key in place:
        part = part[key]
    return part
