"""Nobody's exact answer follows from what is published of a group.

Simulated organisations; with READINESS_LONG=1 there are 20,000. In the same run a naive report
must leak. What a reader gets on the page and as CSV is attacked in `test_disclosure_drawn.py`.
"""

from __future__ import annotations

import os
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from readiness.engine import protection
from readiness.engine.cells import is_apart
from readiness.engine.freeze import may_publish, record_of
from readiness.engine.group import protect
from readiness.engine.group_csv import group_csv
from readiness.engine.group_json import group_json

from .attacker import csv_says_no_more
from .organisations import (
    K_MIN,
    answered_otherwise,
    group_of,
    leaks_of,
    naive_report,
    organisation,
)

if TYPE_CHECKING:
    import pytest

LONG = os.environ.get("READINESS_LONG") == "1"
ORGANISATIONS = 20_000 if LONG else 300


def test_nobody_is_found_out_and_a_naive_reportleaks_of() -> None:
    """No role of one mind is found out from JSON or CSV; many are from the naive report."""
    random = Random(4)  # noqa: S311  # not a secret: repeatable organisations
    seen: Counter[str] = Counter()
    for number in range(ORGANISATIONS):
        form, answers = organisation(random)
        report = group_json(form, protect(group_of(form, answers)))
        seen["published"] += report["suppressed"] is None
        assert csv_says_no_more(report, group_csv(report))
        leaks = list(leaks_of(report, form, answers))
        assert leaks == [], (number, answers)
        enough = sum(map(len, answers.values())) >= K_MIN
        seen["naive"] += bool(enough and any(leaks_of(naive_report(form, answers), form, answers)))
    assert seen["published"] > ORGANISATIONS * 0.8
    assert seen["naive"] > ORGANISATIONS * 0.1
    print(dict(seen))  # noqa: T201  # the rates, with pytest -s


def test_a_flag_that_tells_too_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The attacker finds roles out where the exact flag of everybody stands beside their means."""
    monkeypatch.setattr(protection, "_must_be_apart", lambda ratings: is_apart(ratings.total))
    random = Random(4)  # noqa: S311  # not a secret: the organisations of the test above
    leaks = 0
    for _ in range(300):
        form, answers = organisation(random)
        leaks += any(leaks_of(group_json(form, protect(group_of(form, answers))), form, answers))
    assert leaks > 0


def test_one_more_file_is_not_published() -> None:
    """A report with one person more, fewer or other may not follow; the same one may (G4)."""
    random = Random(5)  # noqa: S311  # not a secret: repeatable organisations
    for _ in range(ORGANISATIONS):
        form, answers = organisation(random)
        before = record_of(group_of(form, answers))
        role = random.choice(list(answers))
        more = {**answers, role: [*answers[role], answers[role][0]]}
        other = {**answers, role: [answered_otherwise(answers[role][0]), *answers[role][1:]]}
        assert not may_publish(before, record_of(group_of(form, more)), K_MIN).allowed
        assert not may_publish(before, record_of(group_of(form, other)), K_MIN).allowed
        assert may_publish(before, record_of(group_of(form, answers)), K_MIN).allowed
