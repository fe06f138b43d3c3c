"""What the command prints of a group is what the text of the rules gives, figure by figure.

`by_the_text` is written from that text alone. First reports of 120 groups under up to three
breakdowns each, of 2,000 with READINESS_LONG=1; the browser's engine must print the same.
"""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from io import StringIO
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from engines.golden import differences

from readiness.cli import main
from readiness.group.deduplication import Member
from readiness.reading.loading import load

from .by_the_text import ByTheText
from .text_canaries import CANARIES
from .text_figures import ad_of
from .text_files import write_form, write_people
from .text_groups import Dimension, Form, Person, Question, Rules, Theme, random_form, random_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .groups import BrowserGroups
    from .text_tables import Blocks, Ends, Table

Counts = tuple[int, ...]
Json = dict[str, Any]
GROUPS = 2_000 if os.environ.get("READINESS_LONG") == "1" else 120
# How often a limit must stand exactly, in 120 groups.
LIMITS = {
    "reports": 150,
    "refused": 30,
    "0 from k_min": 50,
    "-1 from k_min": 50,
    "0 from distribution_min": 50,
    "-1 from distribution_min": 50,
    "half as a number": 200,
    "AD at c/6": 5,
    "gap at its share": 5,
    "gate at its share, end 0": 5,
    "gate at its share, end 1": 5,
    "gate met": 30,
    "gate not_met": 30,
    "gate find_out": 30,
}
# scoring.md 4: rules, people by level of each block, and each half by level or as a number.
BY_HAND: list[tuple[Rules, dict[str, Counts], list[list[int] | int]]] = [
    (Rules(), {"s": (1, 2, 4, 5, 2)}, [[1, 2], [4, 5, 2]]),
    (Rules(), {"s": (1, 0, 0, 12, 1)}, [[1, 0], 13]),
    (Rules(), {"s": (1, 0, 3, 2, 1)}, [[1, 0], [3, 2, 1]]),
    (Rules(), {"s": (1, 0, 0, 6, 0)}, [[1, 0], 6]),
    (Rules(), {"s": (0, 0, 0, 13, 1)}, [[0, 0], 14]),
    (Rules(), {"b": (0, 0, 1, 4, 2), "s": (2, 2, 2, 1, 0)}, [[2, 2], [3, 5, 2]]),
    (Rules(), {"b": (0, 0, 0, 4, 1), "s": (0, 0, 6, 6, 0)}, [0, 5, [0, 0], [6, 6, 0]]),
    # Two colluders: 14 - 2 are in the high half, 10 >= 12 - 2 on one level.
    (Rules(colluders=2), {"s": (1, 1, 1, 10, 1)}, [[1, 1], 12]),
    # Three levels have no halves: 10 >= 11 - 1; 9 < 11 - 1.
    (Rules(), {"s": (0, 10, 1)}, [11]),
    (Rules(), {"s": (0, 9, 2)}, [[0, 9, 2]]),
    # A small block alone, a pool of ten, on three levels: their number.
    (Rules(distribution_min=12), {"b": (2, 2, 1), "s": (1, 1, 3)}, [10]),
]


class Group:
    """A random group as files, and what the command prints of it by breakdown."""

    def __init__(self, seed: int, folder: Path) -> None:
        """Write the group and ask the command for each breakdown; a refusal prints nothing."""
        random = Random(seed)  # noqa: S311  # not a secret: a repeatable group
        self.seed, self.folder = seed, folder
        self.form = random_form(random)
        self.people = random_people(random, self.form)
        write_form(self.form, folder / "form")
        self.files = write_people(random, self.people, folder / "people")
        self.printed = {one: self._command(one, "--json") for one in _breakdowns(random, self.form)}

    def sheet(self, breakdown: str) -> list[dict[str, str]]:
        """Return the rows that the command prints as CSV."""
        return [*csv.DictReader(StringIO(self._command(breakdown, "--csv"), newline=""))]

    def _command(self, breakdown: str, form: str) -> str:
        words = ["score", "--group", *self.files, "--assessment", str(self.folder / "form")]
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*words, "--breakdown", breakdown, form])
        assert code in {0, 1}, err.getvalue()
        return out.getvalue()


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> list[Group]:
    """Return all groups."""
    folder = tmp_path_factory.mktemp("by-the-text")
    return [Group(seed, folder / str(seed)) for seed in range(GROUPS)]


def test_every_figure_is_that_of_the_text(groups: list[Group]) -> None:
    """Tables, ends, shares, gaps, words, gates, verdicts and order; and what is refused."""
    seen: Counter[str] = Counter()
    for group in groups:
        assert found(group, ByTheText(group.form, group.people), seen) == []
    for limit, least in LIMITS.items():
        assert seen[limit] >= least * GROUPS / 120, f"{limit}: {seen[limit]} cases"


def test_the_sheet_holds_the_same(groups: list[Group]) -> None:
    """Every count and both ends of every figure, as they are shown."""
    rows = 0
    for group in groups[::4]:
        for breakdown, text in group.printed.items():
            blocks = ByTheText(group.form, group.people).blocks(breakdown)
            if blocks is None:
                continue
            sheet = group.sheet(breakdown)
            cells = {(r["part"], r["id"], r["block"], r["figure"]): r for r in sheet}
            for place, value, to in _cells(ByTheText(group.form, group.people).report(blocks)):
                rows += 1
                assert (cells[place]["value"], cells[place]["to"]) == (value, to), text
    assert rows > 2_000 * GROUPS / 120


def test_the_page_says_the_same(groups: list[Group], browser_groups: BrowserGroups) -> None:
    """The browser's engine gives the bytes that the command prints."""
    reports = 0
    for group in groups:
        form = load(group.folder / "form").questionnaire
        assert form is not None
        members = [
            Member(name=str(n), role=one.role, answers=one.answers, respondent=f"p{n}", edition="1")
            for n, one in enumerate(group.people)
        ]
        for breakdown, text in group.printed.items():
            made = browser_groups.report(form, members, breakdown)
            if text and json.loads(text)["suppressed"] is None:
                reports += 1
                assert made.get("report") == json.loads(text), (group.seed, breakdown)
            else:
                assert "refused" in made, (group.seed, breakdown)
    assert reports > GROUPS


@pytest.mark.parametrize("case", range(len(BY_HAND)))
def test_the_text_by_hand(case: int) -> None:
    """The tables of scoring.md 4 by `by_the_text` itself: halves as levels, or as a number."""
    rules, rows, halves = BY_HAND[case]
    assert [
        half.people if half.levels is None else half.levels
        for half in one_table(rules, rows).halves
    ] == halves


@pytest.mark.parametrize("canary", CANARIES, ids=lambda one: one.__name__)
def test_a_bent_rule_is_seen(canary: type[ByTheText], groups: list[Group]) -> None:
    """Each rule of the text, bent by one, gives another report."""
    assert any(found(group, canary(group.form, group.people), Counter()) for group in groups)


def found(group: Group, text: ByTheText, seen: Counter[str]) -> list[str]:
    """Return where the command prints something else than the text gives."""
    wrong: list[str] = []
    for breakdown, printed in group.printed.items():
        place = f"group {group.seed}, {breakdown}"
        blocks = text.blocks(breakdown)
        got = json.loads(printed) if printed else None
        if blocks is None:
            silent = got is None or (got["suppressed"] and not got.get("items"))
            wrong += [] if silent else [f"{place}: not refused"]
            seen["refused"] += 1
        elif got is None:
            wrong.append(f"{place}: refused")
        else:
            expected = text.printed(blocks)
            wrong += differences(expected, got, place)
            wrong += _other_blocks(expected, got, place)
            seen["reports"] += 1
            seen.update(_limits(text, blocks))
    return wrong


def one_table(rules: Rules, rows: dict[str, Counts]) -> Table:
    """Return the table of one question on as many levels as there are counts."""
    levels = len(next(iter(rows.values())))
    points = tuple(Fraction(100 * step, levels - 1) for step in range(levels))
    question = Question(id="a", points=points)
    form = Form((Dimension("d", (Theme("t", (question,)),)),), tuple(rows), rules)
    people = [
        Person(role, {"a": level})
        for role, row in rows.items()
        for level, n in enumerate(row, 1)
        for _ in range(n)
    ]
    text = ByTheText(form, people)
    blocks = text.blocks("everyone" if len(rows) == 1 else "roles")
    assert blocks is not None
    return text.table(question, blocks)


def _breakdowns(random: Random, form: Form) -> list[str]:
    """Return everyone, by role, and roles in two blocks."""
    if not form.roles:
        return ["everyone"]
    one = random.sample(form.roles, random.randint(1, len(form.roles) - 1))
    halves = [[role for role in form.roles if (role in one) is side] for side in (True, False)]
    return ["everyone", "roles", ",".join(map("+".join, halves))]


def _other_blocks(expected: Json, got: Json, place: str) -> list[str]:
    return [
        f"{place}, {name}: blocks {[*got['items'][name][figure]]}"
        for name, item in expected["items"].items()
        for figure in ("blocks", "asked", "dont_know", "not_applicable")
        if set(item[figure]) != set(got["items"][name][figure])
    ]


def _limits(text: ByTheText, blocks: Blocks) -> Iterator[str]:
    """Yield which limits the tables of a group stand on."""
    rules = text.rules
    for question in text.form.questions:
        table = text.table(question, blocks)
        for name, inside in blocks.items():
            raters = sum(isinstance(one.answers.get(question.id), int) for one in inside)
            yield from _sizes(rules, raters if name in table.asked else 0)
        if table.halves:
            levels = len(question.points)
            yield from ("AD at c/6" for end in (0, 1) if ad_of(table.counts(end)) * 6 == levels)
            gaps = text.item(table)["gaps"]
            yield from ("gap at its share" for gap in gaps if abs(gap["gap"]) == rules.gap)
            yield from ("half as a number" for half in table.halves if half.levels is None)
        if question.gate:
            yield f"gate {text.gate(table)}"
            yield from _gate_limits(text, table, question.gate[0] - 1)


def _sizes(rules: Rules, raters: int) -> Iterator[str]:
    for name, limit in (("k_min", rules.k_min), ("distribution_min", rules.distribution_min)):
        if raters in {limit, limit - 1}:
            yield f"{raters - limit} from {name}"


def _gate_limits(text: ByTheText, table: Table, place: int) -> Iterator[str]:
    doubt = sum(known or 0 for known in table.dont_know.values())
    if table.raters:
        for more, end in ((0, 0), (doubt, 1)):
            share = Fraction(sum(table.counts(end)[place:]) + more, table.raters + doubt)
            if share == text.rules.gate_share:
                yield f"gate at its share, end {end}"


def _cells(report: Json) -> Iterator[tuple[tuple[str, str, str, str], str, str]]:
    """Yield the cells of a sheet: part, id, block and figure; value; upper end."""
    yield ("group", "", "", "index"), *_ends(report["index"], _floor)
    for part in ("dimension", "theme"):
        for name, area in report[f"{part}s"].items():
            yield (part, name, "", "score"), *_ends(area["score"], _floor)
            for block, share in area["blocks"].items():
                shown = "" if share is None else _floor(100 * share)
                yield (part, name, _cell(block), "share of the high half"), shown, ""
    for name, item in report["items"].items():
        if item["whole"]:
            yield ("item", name, "", "mean"), *_ends(item["mean"], _tenth)
            yield ("item", name, "", "points"), *_ends(item["points"], _floor)
            for level, people in enumerate(item["whole"]["levels"], 1):
                yield ("item", name, "", f"level {level}"), _text(people), ""
        for block, told in item["blocks"].items():
            for figure in ("raters", "high_half"):
                yield ("item", name, _cell(block), figure), _text(told and told[figure]), ""
            for figure in ("dont_know", "not_applicable"):
                yield ("item", name, _cell(block), figure), _text(item[figure][block]), ""


def _cell(block: str) -> str:
    """Return a block as a sheet names it: a minus is no formula."""
    return "'-" if block == "-" else block


def _ends(ends: Ends | None, show: Callable[[Fraction], str]) -> tuple[str, str]:
    low, high = ("", "") if ends is None else map(show, ends)
    return low, "" if low == high else high


def _floor(value: Fraction) -> str:
    return str(value // 1)


def _tenth(value: Fraction) -> str:
    tenths = (10 * value + Fraction(1, 2)) // 1
    return f"{tenths // 10}.{tenths % 10}"


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
