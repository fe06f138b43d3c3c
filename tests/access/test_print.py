"""On paper nothing is cut, nothing is dark, and the sheets are few (P1, P2).

That every text of the questionnaire is there without its script, `journey/test_paper` holds.
"""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from . import states
from .conditions import ask, detect, styled
from .turns import turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    NewPage = Callable[..., Page]

NOTE = "The minutes of March name two customers."


def sheets(page: Page, paper: str) -> list[str]:
    """Print the page as its own style sheet says and return the text of each sheet."""
    pages = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    return [bare(sheet.extract_text()) for sheet in pages]


def bare(text: str) -> str:
    """Leave out spaces and line ends, which paper sets anew, undo ligatures and capitals."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def torn(page: Page, printed: list[str]) -> list[str]:
    """Return the blocks of the page whose texts do not stand on one sheet."""
    blocks: list[list[str]] = ask(page, "...detectors.blocks()")
    return [
        block[0]
        for block in blocks
        if not any(all(bare(text) in sheet for text in block) for sheet in printed)
    ]


def form(page: Page, site: str) -> None:
    """Open the form in steps, answered, with a note."""
    states.see_result(page, site, "3", {})
    page.goto(f"{site}take/#step-why-lean")
    page.locator("#step-why-lean summary").first.click()
    page.locator("#step-why-lean textarea").first.fill(NOTE)
    states.saved(page)


def result(page: Page, site: str) -> None:
    """See a result with as much on it as there can be."""
    states.see_result(page, site, "2", {"bad-news": "dk", "needs-identified": "1"})


def paper_form(page: Page, site: str) -> None:
    """Open the form where its script is blocked."""
    page.route("**/assets/readiness.*.js", lambda route: route.abort())
    page.goto(f"{site}take/")


def blank_sheet(page: Page, site: str) -> None:
    """Open the form that is made for paper."""
    page.goto(f"{site}paper/")


# What is printed, how many blocks it has at least, and how many sheets it may take
PRINTED: dict[Callable[[Page, str], None], tuple[int, int]] = {
    form: (35, 11),
    result: (26, 4),
    paper_form: (35, 13),
    blank_sheet: (35, 6),
}


@pytest.mark.parametrize(("paper", "scheme"), turns(["A4", "Letter"], ["light", "dark"]))
@pytest.mark.parametrize("view", PRINTED, ids=lambda view: view.__name__)
def test_paper(
    view: Callable[[Page, str], None], paper: str, scheme: str, new_page: NewPage, site_url: str
) -> None:
    """No block is torn, all is dark on light whatever the scheme, in a few sheets."""
    page = new_page(color_scheme=scheme)
    view(page, site_url)
    printed = sheets(page, paper)
    page.emulate_media(media="print")
    least, most = PRINTED[view]
    assert len(ask(page, "...detectors.blocks()")) >= least
    assert torn(page, printed) == []
    assert len(printed) <= most
    assert detect(page, "darkPaper") == []
    if view is form:
        assert sum(bare(NOTE) in sheet for sheet in printed) == 1


def test_canary_torn(new_page: NewPage, site_url: str) -> None:
    """Without the rule that keeps an item together some are torn."""
    page = new_page()
    form(page, site_url)
    with styled(page, "* { break-inside: auto !important }"):
        printed = sheets(page, "A4")
        page.emulate_media(media="print")
        assert torn(page, printed) != []


def test_canary_dark(new_page: NewPage, site_url: str) -> None:
    """On the screen the dark scheme is dark."""
    page = new_page(color_scheme="dark")
    result(page, site_url)
    assert detect(page, "darkPaper") != []
