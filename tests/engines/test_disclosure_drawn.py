"""Nobody's exact answer follows from what a reader gets: the drawn report, its print text, the CSV.

Each simulated organisation is drawn by the browser's own modules in Chromium, read back from page
and CSV, and attacked with what was read. A report may be followed by one with a person more only
as far as the record of the first allows. A naive report and naive pairs must leak in the same run.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from tools.building import ROOT

from readiness.engine.freeze import may_publish, record_of
from readiness.engine.group import open_report, protect
from readiness.engine.group_json import group_json
from readiness.site.payload import payload

from .attacker import newcomer
from .organisations import DONT_KNOW, K_MIN, group_of, leaks_of, naive_report, organisation
from .reader import NUMBER, read_page, read_table, same_figures, strays
from .reports import script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from readiness.questionnaire import Questionnaire

    from .organisations import Answers

    Draw = Callable[..., list[dict[str, str]]]

Json = dict[str, Any]

LONG = os.environ.get("READINESS_LONG") == "1"
ORGANISATIONS = 20_000 if LONG else 200
BATCH = 50
NAIVE_EVERY = 4  # batches: the naive reports cost as much as the others
STYLES = ("printable.css", "tables.css", "report.css")


def reports_in(page: Page, folder: Path, *edits: tuple[str, str, str]) -> Draw:
    """Return what draws reports on a page as it prints them; `edits` plant faults in modules."""
    style = "".join((ROOT / "templates" / name).read_text("utf-8") for name in STYLES)
    page.set_content(f"<!doctype html><html lang=en><style>{style}</style><body class=rd-printed>")
    page.emulate_media(media="print")
    page.evaluate(f"globalThis.drawn = {script(folder, *edits)}; 0")

    def draw(*told: tuple[Questionnaire, Json]) -> list[dict[str, str]]:
        written = [[payload(form), report] for form, report in told]
        drawn: list[dict[str, str]] = page.evaluate("told => drawn.drawAll(told)", written)
        return drawn

    return draw


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield an empty page."""
    page = browser.new_page()
    yield page
    page.close()


def simulated(seed: int, number: int) -> Iterator[list[tuple[Questionnaire, Answers]]]:
    """Yield so many organisations, some at a time."""
    random = Random(seed)  # noqa: S311  # not a secret: repeatable organisations
    for _ in range(number // BATCH):
        yield [organisation(random) for _ in range(BATCH)]


def protected(form: Questionnaire, answers: Answers) -> Json:
    """Return what may be told of an organisation."""
    return group_json(form, protect(group_of(form, answers)))


def with_one_more(
    form: Questionnaire, answers: Answers, random: Random
) -> tuple[Answers, dict[str, int]]:
    """Return an organisation in which one person more has answered, and how."""
    levels = len(form.items[0].scale.levels)
    role = random.choice(list(answers))
    more = {item.id: random.randint(DONT_KNOW, levels) for item in form.items}
    return {**answers, role: [*answers[role], more]}, more


def whole(naive: Json, form: Questionnaire, answers: Answers) -> Json:
    """Return a naive report with everything that the page asks for."""
    for item in naive["items"].values():
        if "suppressed" not in item:
            item |= {"r_wg": None, "sd": None, "gaps": []}
    area: Json = {"score": None, "coverage": None, "state": "not_enough", "roles": {}, "gaps": []}
    return {
        **naive,
        "questionnaire": {"id": form.id, "edition": form.edition},
        "verdict": "none",
        "respondents": sum(map(len, answers.values())),
        "roles": {role: {"respondents": len(people)} for role, people in answers.items()},
        **dict.fromkeys(("index", "completeness", "dont_know_share")),
        "left_out": 0,
        "dimensions": {"D": area},
        "themes": {"T": area},
        "gates": {},
        **{name: [] for name in ("conditions", "talk_first", "other_editions")},
    }


def read(drawn: dict[str, str], form: Questionnaire) -> Json:
    """Return what a reader learns of a report, who has found no number beside it."""
    levels = len(form.items[0].scale.levels)
    assert strays(drawn["html"], drawn["text"], levels) == []
    figures = read_page(drawn["html"])
    assert same_figures(figures, read_table(drawn["csv"]))
    return figures


def test_nobody_is_found_out_by_a_reader(page: Page, tmp_path: Path) -> None:
    """Not from a page, its print text or CSV; and no report with one person more may follow."""
    draw, seen = reports_in(page, tmp_path / "browser"), Counter[str]()
    random = Random(6)  # noqa: S311  # as above
    for number, batch in enumerate(simulated(4, ORGANISATIONS)):
        told = draw(*((form, protected(form, answers)) for form, answers in batch))
        after = [with_one_more(form, answers, random) for form, answers in batch]
        for drawn, (form, answers), (more, _) in zip(told, batch, after, strict=True):
            figures = read(drawn, form)
            assert list(leaks_of(figures, form, answers)) == [], answers
            seen["published"] += figures["suppressed"] is None
            before, now = (record_of(group_of(form, one)) for one in (answers, more))
            assert not may_publish(before, now, K_MIN).allowed
        if number % NAIVE_EVERY == 0:
            seen += naive_leaks(draw, batch, after)
    assert seen["published"] > ORGANISATIONS * 0.8
    assert seen["naive leaks"] > seen["naive"] * 0.1
    assert seen["naive pairs leak"] > seen["naive"] * 0.5
    print(dict(seen))  # noqa: T201  # the rates, with pytest -s


def naive_leaks(
    draw: Draw,
    batch: list[tuple[Questionnaire, Answers]],
    after: list[tuple[Answers, dict[str, int]]],
) -> Counter[str]:
    """Draw naive reports of the same organisations, and count who is found out in them."""
    seen = Counter[str]()
    for (form, answers), (more, newcomer_answers) in zip(batch, after, strict=True):
        reports = (whole(naive_report(form, one), form, one) for one in (answers, more))
        before, now = (read_page(drawn["html"]) for drawn in draw(*((form, r) for r in reports)))
        found = found_newcomer(before, now, form)
        assert found.items() <= newcomer_answers.items()
        seen["naive"] += 1
        seen["naive leaks"] += any(leaks_of(before, form, answers))
        seen["naive pairs leak"] += bool(found)
    return seen


def found_newcomer(before: Json, after: Json, form: Questionnaire) -> dict[str, int]:
    """Return the answers of one person more that follow from two reports, by item."""
    levels = len(form.items[0].scale.levels)
    found = {item.id: newcomer(before, after, item.id, levels) for item in form.items}
    return {id_: level for id_, level in found.items() if level is not None}


def test_canary_what_is_open_is_found_out(page: Page, tmp_path: Path) -> None:
    """The reader and the attacker find roles out in reports that hide no figure."""
    draw, leaks = reports_in(page, tmp_path / "browser"), 0
    for batch in simulated(4, 100):
        opened = [(form, group_json(form, open_report(group_of(form, one)))) for form, one in batch]
        for (form, answers), drawn in zip(batch, draw(*opened), strict=True):
            leaks += any(leaks_of(read_page(drawn["html"]), form, answers))
    assert leaks > 0


FAULTS = {
    "a title on what is hidden": (
        "views/team/told.js",
        '{ class: "rd-hidden", "data-suppressed": true }',
        '{ class: "rd-hidden", "data-suppressed": true, title: "3 people" }',
    ),
    "an attribute with a count": (
        "views/team/item_report.js",
        'const hooks = { "data-role": role };',
        'const hooks = { "data-role": role, "data-size": 4 };',
    ),
    "a bar that is not the figure": (
        "views/team/bars.js",
        'box("rd-value", 0, low),\n  );',
        'box("rd-value", 0, low + 0.25),\n  );',
    ),
    "a field of another colour": (
        "views/team/heat_map.js",
        "const TONE_POINTS = 20;",
        "const TONE_POINTS = 19;",
    ),
    "a column of the table": (
        "engine/group_csv.js",
        'rows.push(...figures.map((figure) => csvRow(["item", id, "", figure], one[figure])));',
        'rows.push(...figures.map((figure) => csvRow(["item", id, "", figure], one.points)));',
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_canary_a_stray_number_is_noticed(fault: str, page: Page, tmp_path: Path) -> None:
    """A planted fault turns the reading red."""
    draw = reports_in(page, tmp_path / "browser", FAULTS[fault])
    batch = next(simulated(4, BATCH))
    told = draw(*((form, protected(form, answers)) for form, answers in batch))
    noticed = 0
    for drawn, (form, _) in zip(told, batch, strict=True):
        try:
            read(drawn, form)
        except AssertionError:
            noticed += 1
    assert noticed > 0


def test_print_holds_no_other_number(page: Page, tmp_path: Path) -> None:
    """Printed as PDF, a report has the numbers of its page and those of its list."""
    draw = reports_in(page, tmp_path / "browser")
    printed = 0
    for form, answers in next(simulated(7, BATCH))[:10]:
        (drawn,) = draw((form, protected(form, answers)))
        sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        text = " ".join(sheet.extract_text() for sheet in sheets)
        places = {str(place) for place in range(1, len(form.items) + 1)}
        assert set(NUMBER.findall(text)) <= set(NUMBER.findall(drawn["text"])) | places
        printed += "Every question" in text
    assert printed > 5
