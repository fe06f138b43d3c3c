"""Work that lets the page answer in between gives what the same work gives in one go.

Lists are compared with Python's own sort, large groups with the Python engine, people taken out
with a group that is sorted out from its beginning; what happens while a work rests is not lost.
"""

from __future__ import annotations

import json
import shutil
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from py_mini_racer import MiniRacer

from readiness.group.deduplication import Member
from readiness.reading.loading import load
from readiness.site.bundle import join
from readiness.site.payload import payload

from .groups import BROWSER, PythonGroups, written
from .test_pace import ASSESSMENT
from .test_pace import ENTRY as PACE_ENTRY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from readiness.questionnaire import Questionnaire

    from .groups import BrowserGroups, Fault

ENTRY = PACE_ENTRY.with_name("pieces_entry.js")
MANY, PIECES = 3_000, 3 * 5
GROUPS = 400
SIGNS = "0123456789ABC"


@pytest.fixture(scope="module")
def form() -> Questionnaire:
    """Return the project's own questionnaire."""
    questionnaire = load(ASSESSMENT).questionnaire
    assert questionnaire is not None
    return questionnaire


@pytest.fixture
def pieces(tmp_path: Path) -> Callable[..., Any]:
    """Return what calls the joined modules with JSON; `edits` plant faults."""

    def loaded(*edits: Fault) -> Callable[..., Any]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        shutil.copytree(BROWSER, folder)
        shutil.copy(ENTRY, folder)
        for file, old, new in edits:
            text = (folder / file).read_text("utf-8")
            assert text.count(old) == 1, (file, old)
            (folder / file).write_text(text.replace(old, new), "utf-8")
        context = MiniRacer()
        context.eval(f"var engine = {join(folder / ENTRY.name)};")

        def call(name: str, *given: object) -> Any:  # noqa: ANN401  # whatever JSON holds
            texts = [json.dumps(one) for one in given]
            return json.loads(str(context.call(f"engine.{name}", *texts)))

        return call

    return loaded


def people(form: Questionnaire, count: int, seed: int) -> list[Member]:
    """Return contributions: half of few kinds, some by codes, some again, some without an id."""
    random = Random(seed)  # noqa: S311  # not a secret: repeatable people
    kinds = [{item.id: random.randint(1, 5) for item in form.items} for _ in range(3)]
    found = []
    for number in range(count):
        whole = "".join(random.choice(SIGNS) for _ in range(13))
        near = f"ABCDE{random.choice(SIGNS[:4])}000000{random.choice('01')}"
        some = {item.id: random.randint(1, 5) for item in form.items[: random.choice([3, 30, 40])]}
        found.append(
            Member(
                name=f"{random.choice('abc')}{number}",
                role=random.choice([None, *(role.id for role in form.roles)]),
                answers=random.choice([*kinds, some, some, some]),
                respondent=random.choice([whole, whole, near, near[:6], None]),
                revision=random.choice([None, 1, 2]),
                edition=random.choice([form.edition] * 9 + ["2019.1"]),
            )
        )
    return found


def lists() -> list[list[list[int]]]:
    """Return lists of many lengths in which much is equal."""
    random = Random(3)  # noqa: S311  # not a secret: repeatable lists
    lengths = [0, 1, 2, 499, 500, 501, 999, 1000, 1001, 1500, 2600, 4001]
    return [[[random.randint(0, 40), place] for place in range(length)] for length in lengths]


def wrongly_sorted(pieces: Callable[..., Any]) -> int:
    """Return how many lists are not as Python sorts them."""
    tried = lists()
    assert len(tried) == 12
    return sum(pieces("sortedList", one) != sorted(one, key=lambda pair: pair[0]) for one in tried)


def test_sorting(pieces: Callable[..., Any]) -> None:
    """Equals stay in their order; a merge that takes them the other way is found."""
    assert wrongly_sorted(pieces()) == 0
    fault = (
        "in_pieces.js",
        "this.compare(next, rival) > 0",
        "this.compare(next, rival) >= 0",
    )
    assert wrongly_sorted(pieces(fault)) > 5


def test_a_large_group_is_gathered_alike_in_both_engines(
    form: Questionnaire, browser_groups: BrowserGroups
) -> None:
    """Of as many people as take several pieces: who counts, who does not, and the report."""
    members = people(form, MANY, 1)
    ours = browser_groups.report(form, members, "everyone", None, [members[5].name])
    assert ours == PythonGroups().report(form, members, "everyone", None, [members[5].name])
    assert len(ours["left"]) > 1000
    assert len(ours["repeats"]) > 100


def taken_out(form: Questionnaire, pieces: Callable[..., Any]) -> tuple[int, int, int]:
    """Take one or two people out of many groups: how often that is plain, is not, and is wrong."""
    random = Random(5)  # noqa: S311  # not a secret: repeatable groups
    plain = wrong = 0
    for seed in range(GROUPS):
        members = people(form, random.randint(6, 30), seed)
        names = [one.name for one in random.sample(members, random.choice([1, 1, 2]))]
        quick, whole = pieces(
            "withoutSome", payload(form), [written(one) for one in members], names
        )
        plain += quick is not None
        wrong += quick is not None and quick != whole
    return plain, GROUPS - plain, wrong


def test_people_taken_out(form: Questionnaire, pieces: Callable[..., Any]) -> None:
    """Where it plainly follows what is left, that is what comes of sorting out the rest."""
    plain, other, wrong = taken_out(form, pieces())
    assert plain > GROUPS / 10
    assert other > GROUPS / 10
    assert wrong == 0


FAULTS = {
    "somebody with the same id": ("areAlone(gone, after.people)", "gone.length > 0"),
    "who does not count": (
        "gone.every(({ isToday, isComplete }) => isToday && isComplete)",
        "gone",
    ),
    "a count that stays": (
        "counts[slot] = (counts[slot] ?? 0) - 1",
        "counts[slot] = counts[slot] ?? 0",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_rest_is_found(fault: str, form: Questionnaire, pieces: Callable[..., Any]) -> None:
    """Canary: a short way that is taken where it does not lead there."""
    assert taken_out(form, pieces(("team/taken_out.js", *FAULTS[fault])))[2] > 0


def test_the_page_may_answer_in_between(form: Questionnaire, pieces: Callable[..., Any]) -> None:
    """Of thousands of people no step takes them all; a step that does is found."""
    members = [written(one) for one in people(form, MANY, 2)]
    added, restored = pieces()("restsOf", payload(form), members)
    assert added > PIECES * 2
    assert restored > PIECES
    faults: Sequence[Fault] = [
        ("group/frequencies.js", "if (isPieceOver(place + 1)) yield;", ""),
        ("team/one_team.js", "if (isPieceOver(named.length)) yield;", ""),
        ("team/tab.js", "if (isPieceOver(people.length)) yield;", ""),
    ]
    for fault in faults:
        fewer = sum(pieces(fault)("restsOf", payload(form), members))
        assert fewer < added + restored - 2, fault


def test_what_happens_meanwhile_stands(form: Questionnaire, pieces: Callable[..., Any]) -> None:
    """Somebody is taken out and the team gets another name while people are being added to it."""
    members = [written(one) for one in people(form, 2 * MANY, 4)]
    [[team, names, counted]] = pieces()("whileAdding", payload(form), members)
    assert team == "B"
    assert names == [one["name"] for one in members[1:]]
    assert 0 < counted < len(names)
    stale = (
        "team/adding.js",
        "while (this.collection.teams.get(this.place.team) !== ready.known)",
        "while (!ready)",
    )
    found = pieces(stale)("whileAdding", payload(form), members)
    assert members[0]["name"] in found[0][1]
