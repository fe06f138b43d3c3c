"""Whatever is not told has no trace on the drawn page either, nor in what it saves.

Two groups that are told alike but answered otherwise come to the team page as codes. Its report
with every fold, word, length and attribute, the copied summary, the table, the printable file and
the record are compared byte for byte. With READINESS_LONG=1 200 pairs, else six.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journey.facilitator import bring, codes

from .test_side_channels import pairs
from .worlds import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Locator, Page

    from readiness.engine.responses import Answer
    from readiness.group.breakdown import Block
    from readiness.group.frequencies import Frequencies
    from readiness.questionnaire import Questionnaire

PAIRS = 200 if LONG else 6
COPY = """() => new Promise((copied) => {
  const clipboard = { writeText: async (text) => copied(text) };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
  document.querySelector("[data-action=copy-text]").click();
})"""
SAVES = ("Save as a printable file", "Save as a table (CSV)", "Keep the record of this report")
PLANTED = """(report, sign) => { report.querySelector("[data-item]").title = sign; }"""


def test_equal_tables_give_an_equal_page(page: Page, site_url: str) -> None:
    """Screen, order, tooltips, lengths and files."""
    drawn = [[_goes_out(page, site_url, *group) for group in groups] for groups in _alike(PAIRS)]
    assert len(drawn) == PAIRS
    assert min(len(text) for texts in drawn for text in texts) > 50_000
    assert [number for number, (one, other) in enumerate(drawn) if one != other] == []


def test_canary_a_tooltip_from_exact_figures_is_noticed(page: Page, site_url: str) -> None:
    """A tooltip that looks at the counts tells the two groups apart."""
    (groups,) = _alike(1)
    texts = []
    for questionnaire, frequencies, blocks in groups:
        report = _shown(page, site_url, questionnaire, frequencies, blocks)
        report.evaluate(PLANTED, str(frequencies.items))
        texts.append(report.evaluate("report => report.outerHTML"))
    assert texts[0] != texts[1]


def _alike(
    number: int,
) -> Iterator[list[tuple[Questionnaire, Frequencies, Sequence[Block]]]]:
    """Yield pairs of groups that differ only in what is hidden."""
    for questionnaire, one, other, blocks in pairs(number * 2):
        if number and one.items != other.items:
            number -= 1
            yield [(questionnaire, frequencies, blocks) for frequencies in (one, other)]


def _goes_out(
    page: Page,
    site: str,
    questionnaire: Questionnaire,
    frequencies: Frequencies,
    blocks: Sequence[Block],
) -> str:
    report = _shown(page, site, questionnaire, frequencies, blocks)
    parts = [report.evaluate("report => report.outerHTML"), report.inner_text()]
    parts.append(page.evaluate(COPY))
    for name in SAVES:
        with page.expect_download() as saving:
            page.get_by_role("button", name=name).click()
        parts.append(Path(saving.value.path()).read_text("utf-8"))
    return "\n".join(parts)


def _shown(
    page: Page,
    site: str,
    questionnaire: Questionnaire,
    frequencies: Frequencies,
    blocks: Sequence[Block],
) -> Locator:
    """Open the page anew, bring such a group together and show its report."""
    page.goto("about:blank")
    page.goto(f"{site}team/")
    page.evaluate("() => { sessionStorage.clear(); localStorage.clear(); }")
    text = codes(questionnaire, _people(questionnaire, frequencies))
    report = bring(page, site, text, breakdown=",".join(block.id for block in blocks))
    report.evaluate("report => report.querySelectorAll('details').forEach(d => { d.open = true; })")
    return report


def _people(
    questionnaire: Questionnaire, frequencies: Frequencies
) -> dict[str, list[Mapping[str, Answer]]]:
    """Return people who together answered so; which answers are one person's does not matter."""
    group: dict[str, list[dict[str, Answer]]] = {
        role.id: [{} for _ in range(frequencies.people[role.id])] for role in questionnaire.roles
    }
    for id_, histograms in frequencies.items.items():
        for role, histogram in histograms.items():
            given: list[Answer] = [
                answer
                for answer, people in zip(
                    (*range(1, len(histogram) - 2), "dk"), histogram[:-2], strict=True
                )
                for _ in range(people)
            ]
            assert role is not None
            assert sum(histogram[-2:]) == 0
            for person, answer in zip(group[role], given, strict=True):
                person[id_] = answer
    return {role: [*people] for role, people in group.items()}
