"""Why something is not told, and why an earlier table stays: the words are true of every case.

Each case is a count of answers with what follows from the rules, worked out by hand; the words
are those of the report and of the meeting. Counts go by level, then "don't know", "does not
apply" and unanswered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from engines.forms import FIVE, read_form
from engines.reports import script

from readiness.group.breakdown import Block, everyone
from readiness.group.disclosure_control import tell
from readiness.group.earlier_tables import EarlierTables
from readiness.group.frequencies import Frequencies
from readiness.group.report import group_report
from readiness.group.report_csv import report_csv
from readiness.group.report_json import report_json
from readiness.questionnaire import GroupRules
from readiness.site.payload import payload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

Rows = tuple[tuple[int, ...], ...]
ROLES = ("leader", "frontline")
DRAWN = """([payload, report]) => {
  const place = document.createElement("div");
  place.append(drawn.draw(payload, report), drawn.picture(payload, report, "a"));
  for (const one of place.querySelectorAll("details")) one.open = true;
  document.body.replaceChildren(place);
  const words = (selector) => [...place.querySelectorAll(selector)].map((one) => one.textContent);
  return {
    report: words("[data-item=a] .rd-distribution > p"),
    lists: words("[data-talk=a] .rd-hidden, [data-talk-first=a] .rd-hidden"),
    meeting: words(".rd-meeting-picture > p"),
    head: words("[data-earlier]"),
    since: words("[data-item=a] > .rd-small"),
    text: drawn.text(payload, report),
  };
}"""
TOO_FEW = "Nothing is told here: too few people in each part of the group rated this question."
UNKNOWN = f"{TOO_FEW} In one part all but at most {{}} of those who were asked did not know."
APPLIES = "Nothing is told here: in each part of the group the question applies to too few people."
ALIKE = (
    "A striped half is told only as a number: all but at most {} of the people in it chose the same"
    " level, or an earlier report allows no more."
)
HALF = (
    "What is striped is told only as a number: too few people answered there, all but at most {} of"
    " them chose the same level, or an earlier report allows no more."
)
FEW = "Too few people rated this to tell each level, so it is told in halves of the scale."
SHORT_ALIKE = (
    "No level is told: on so short a scale all but at most {} gave the same answer, or an earlier"
    " report allows no more."
)
SHORT = (
    "On so short a scale levels are told only of a part in which enough people rated the question,"
    " not all but at most {} gave the same answer, and an earlier report allows it."
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """Counts of one row for everyone, of two for leaders and the front line, and what is said."""

    rows: Rows
    says: str | None
    k_min: int = 5
    colluders: int = 1
    item: str = "a"
    before: Rows | None = None


CASES = {
    # 3 of 5 rated: too few; 2 of 5 did not know, 3 others: more than one.
    "some do not know": Case(rows=((0, 0, 1, 2, 0, 2),), says=TOO_FEW),
    "all but one do not know": Case(rows=((0, 0, 1, 0, 0, 4),), says=UNKNOWN.format("one")),
    "nobody knows": Case(rows=((0, 0, 0, 0, 0, 5),), says=UNKNOWN.format("one")),
    # 3 of 5 others are no more than three: hidden, although most do know.
    "two of five do not know": Case(
        rows=((0, 0, 1, 2, 0, 2),), colluders=3, says=UNKNOWN.format("three")
    ),
    # One of two: a block under k_min is not spoken of.
    "one of two does not know": Case(
        rows=((0, 0, 1, 0, 0, 1), (0, 0, 1, 1, 0, 1, 0, 2)), k_min=3, says=TOO_FEW
    ),
    "it concerns one of five": Case(rows=((0, 0, 1, 0, 0, 0, 4),), item="a na", says=APPLIES),
    # 4 + 4 are enough together, but no part has five.
    "it concerns four of each part": Case(
        rows=((1, 1, 1, 1, 0, 0, 3), (1, 1, 1, 1, 0, 0, 3)), item="a na", says=APPLIES
    ),
    "one of those concerned is in doubt": Case(
        rows=((0, 0, 1, 0, 0, 1, 3),), item="a na", says=TOO_FEW
    ),
    "all levels are told": Case(rows=((1, 2, 4, 5, 2),), says=None),
    # 5 of 5 in the high half, 4 of them at a level.
    "a half of one mind": Case(rows=((0, 0, 0, 4, 1),), says=ALIKE.format("one")),
    # 2 of 3 are all but one, and 1 of these 2 is all but one: each chose another level.
    "two who differ": Case(rows=((1, 0, 1, 1, 0),), k_min=3, says=ALIKE.format("one")),
    # 4 of 5 are all but three, and so is 1 of these 4.
    "four who differ": Case(rows=((0, 1, 2, 2, 0),), colluders=3, says=ALIKE.format("three")),
    # The pool of 5 leaders tells halves; 12 in a cell of their own tell levels.
    "a small part beside a large one": Case(
        rows=((0, 0, 0, 4, 1), (0, 0, 6, 6, 0)), says=HALF.format("one")
    ),
    # 10 in a pool; all in the high half, 9 at a level.
    "a pool of one mind": Case(rows=((0, 0, 0, 5, 0), (0, 0, 0, 4, 1)), says=HALF.format("one")),
    "two small parts": Case(rows=((1, 1, 1, 1, 1), (1, 1, 1, 1, 0, 1)), says=FEW),
    "three levels, all but one alike": Case(
        rows=((1, 0, 9),), item="a %three", says=SHORT_ALIKE.format("one")
    ),
    "three levels, all but two alike": Case(rows=((2, 0, 8),), item="a %three", says=None),
    "three levels, a small part": Case(
        rows=((2, 1, 2), (6, 6, 0)), item="a %three", says=SHORT.format("one")
    ),
    # 9 of 10 chose 4, so the half was a number and stays one: now 6 chose 3, 9 chose 4, 1 chose 5.
    "it was a number before": Case(
        before=((0, 0, 0, 9, 1),), rows=((0, 0, 6, 9, 1),), says=ALIKE.format("one")
    ),
    # Short: 9 of 10 gave one answer; with 6 more it is 9 of 16.
    "three levels that were not told before": Case(
        before=((1, 0, 9),), rows=((1, 6, 9),), item="a %three", says=SHORT_ALIKE.format("one")
    ),
}
DAY = "2026-05-03"
STAYS = (
    "As told on 3 May 2026. That changes only once at least 5 answers in a part of the group have"
    " come, gone or changed halves of the scale, and nobody\u2019s answer follows from the two"
    " reports."
)
# Before, after, and whether the table stays.
LATER: dict[str, tuple[Rows, Rows, bool]] = {
    "nothing moved": (((1, 2, 4, 3, 0),), ((1, 2, 4, 3, 0),), True),
    "ten moved inside a half": (((2, 2, 10, 2, 2),), ((2, 2, 2, 10, 2),), True),
    "four came": (((1, 2, 4, 3, 0),), ((1, 3, 5, 4, 1),), True),
    "five came": (((1, 2, 4, 3, 0),), ((1, 3, 6, 4, 1),), False),
    "four changed halves": (((4, 4, 4, 4, 2),), ((2, 2, 6, 6, 2),), True),
    "six changed halves": (((4, 4, 4, 4, 2),), ((1, 1, 7, 7, 2),), False),
    # Five left, but of an earlier half of one mind.
    "five left who are known": (((0, 2, 0, 8, 0),), ((0, 0, 0, 5, 0),), True),
    # Five came to one part, one to the other.
    "one came to the other part": (
        ((1, 2, 2, 2, 0), (1, 2, 4, 3, 0)),
        ((1, 3, 4, 3, 1), (1, 3, 4, 3, 0)),
        True,
    ),
    "five came to one part": (
        ((1, 2, 2, 2, 0), (1, 2, 4, 3, 0)),
        ((1, 3, 4, 3, 1), (1, 2, 4, 3, 0)),
        False,
    ),
}


def form_of(case: Case) -> Questionnaire:
    """Return a questionnaire of the item and another one, with the rules of the case."""
    scales = {**FIVE, "three": ["0", "50", "100"]}
    form = read_form(
        {"D": {"T": f"{case.item} | other"}}, scales=scales, scale="five", roles=list(ROLES)
    )
    return replace(form, group=GroupRules(k_min=case.k_min, colluders=case.colluders))


def told(form: Questionnaire, rows: Rows, earlier: ToldTables | None = None) -> ToldTables:
    """Tell of counts; the other item is answered by everybody, some at each level."""
    levels = len(form.items[0].scale.levels)
    full = [(*row, *(0,) * (levels + 3 - len(row))) for row in rows]
    others = [(0, sum(row) // 2, 0, sum(row) - sum(row) // 2, 0, 0, 0, 0) for row in full]
    blocks = everyone(form) if len(rows) == 1 else tuple(Block(role, (role,)) for role in ROLES)
    frequencies = Frequencies(
        people={None: 0, **dict(zip(ROLES, map(sum, full), strict=False))},
        items={
            "a": dict(zip(ROLES, full, strict=False)),
            "other": dict(zip(ROLES, others, strict=False)),
        },
    )
    before = None if earlier is None else EarlierTables(day=DAY, tables=earlier)
    return tell(form, frequencies, blocks, before)


def report_of(case: Case) -> tuple[Questionnaire, dict[str, Any]]:
    """Return the form and the JSON of its report."""
    form = form_of(case)
    before = None if case.before is None else told(form, case.before)
    return form, report_json(form, group_report(form, told(form, case.rows, before)))


@pytest.fixture(scope="module")
def drawn(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Yield an empty page that draws reports."""
    page = browser.new_context().new_page()
    page.set_content("<!doctype html><html lang=en><body>")
    page.evaluate(f"globalThis.drawn = {script(tmp_path_factory.mktemp('drawn') / 'browser')}; 0")
    yield page
    page.context.close()


@pytest.mark.parametrize("name", CASES)
def test_why_nothing_or_no_level_is_told(name: str, drawn: Page) -> None:
    """One sentence in the report, in its lists and in the meeting, without a digit."""
    case = CASES[name]
    form, report = report_of(case)
    words = drawn.evaluate(DRAWN, [payload(form), report])
    wanted = [] if case.says is None else [case.says]
    assert words["report"] == wanted
    assert set(words["lists"]) - {"not shown"} <= set(wanted)  # a share has that word
    assert [line for line in words["meeting"] if line in wanted] == wanted
    assert not any(char.isdigit() for line in wanted for char in line)


@pytest.mark.parametrize("name", LATER)
def test_why_an_earlier_table_stays(name: str, drawn: Page) -> None:
    """It names its day and what would change it, never a reason that may not be the one."""
    before, after, stays = LATER[name]
    form, report = report_of(Case(before=before, rows=after, says=None))
    words = drawn.evaluate(DRAWN, [payload(form), report])
    assert [line for line in words["since"] if line == STAYS] == [STAYS] * stays
    assert [line for line in words["meeting"] if line == STAYS] == [STAYS] * stays
    count = sum(item["since"] is not None for item in report["items"].values())
    assert (report["items"]["a"]["since"] is not None) is stays
    head = (
        f"On {count} of 2 questions the figures of an earlier report stay; each says of which day."
    )
    assert words["head"] == ([head] if count else [])
    assert (head in words["text"].splitlines()) is bool(count)
    assert (f"item,a,,since,,,{DAY}\r\n" in report_csv(report)) is stays


def test_canary_the_words_of_before(browser: Browser, tmp_path: Path) -> None:
    """A page that says "nearly everybody" is not true of two who differ."""
    fault = (
        "words_report.js",
        "all but at most ${inLetters(colluders)} of the people in it ",
        "nearly everybody in it ",
    )
    page = browser.new_context().new_page()
    page.set_content("<!doctype html><html lang=en><body>")
    page.evaluate(f"globalThis.drawn = {script(tmp_path / 'browser', fault)}; 0")
    form, report = report_of(CASES["two who differ"])
    assert page.evaluate(DRAWN, [payload(form), report])["report"] != [CASES["two who differ"].says]
    page.context.close()
