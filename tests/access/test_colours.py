"""Meaning survives: faint eyes, forced colours, no wish for motion; bars say what the table says.

W6, W7, W11, W12. Contrast of text is axe's business; here are drawings and edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import states
from .conditions import detect, styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    NewPage = Callable[..., Page]

CHOSEN = "#item-who-is-customer .rd-choice:has(input[value='{}'])"


def mixed(page: Page, site: str) -> None:
    """See a result with scores of many sizes, with don't-knows and a weak theme."""
    states.see_result(page, site, "4", {"needs-identified": "2", "who-is-customer": "1"})
    page.goto(f"{site}take/")
    items = states.shown(page)
    states.answer(page, {item: str(1 + at % 5) for at, item in enumerate(items[8:])})
    states.answer(page, dict.fromkeys(items[20:23], "dk"))
    page.goto(f"{site}result/")
    page.locator(".rd-scores").wait_for()


def step(page: Page, site: str) -> None:
    """Open the first theme's step with an answer chosen and its note open."""
    page.goto(f"{site}take/#step-knowing-the-customer")
    page.locator(CHOSEN.format(3)).click()
    page.locator("#item-who-is-customer summary").click()
    states.saved(page)


def test_drawings_and_edges_stand_out(scheme: str, new_page: NewPage, site_url: str) -> None:
    """3 to 1 against what is around them, on the form and on the result."""
    page = new_page(color_scheme=scheme)
    step(page, site_url)
    assert detect(page, "paleMarks") == []
    mixed(page, site_url)
    assert page.locator(".rd-value").count() == 12  # one theme has too few answers
    assert detect(page, "paleMarks") == []


def test_bars_say_what_the_table_says(new_page: NewPage, site_url: str) -> None:
    """Three dimensions and ten themes, measured on the screen."""
    page = new_page()
    mixed(page, site_url)
    scores = page.locator(".rd-scores [data-score]").evaluate_all(
        "rows => rows.map(row => row.dataset.score)"
    )
    assert len(scores) == 13
    assert len(set(scores)) > 4
    assert detect(page, "wrongBars") == []


def test_the_meaning_of_a_bar_is_not_its_colour(new_page: NewPage, site_url: str) -> None:
    """A drawing is hidden from assistive technology; each row says its score and band in text."""
    page = new_page()
    mixed(page, site_url)
    assert page.locator(".rd-result svg:not([aria-hidden=true])").count() == 0
    rows = page.locator(".rd-scores tbody tr").all_inner_texts()
    assert len(rows) == 13
    assert all(any(letter.isdigit() for letter in row) for row in rows)


def test_forced_colours(scheme: str, new_page: NewPage, site_url: str) -> None:
    """The chosen answer looks chosen, and the bars are seen, where the system sets the colours."""
    page = new_page(color_scheme=scheme, forced_colors="active", reduced_motion="reduce")
    step(page, site_url)
    page.mouse.move(0, 0)
    page.locator("h1").click()
    chosen = page.locator(CHOSEN.format(3))
    before = chosen.screenshot()
    page.locator(CHOSEN.format(5)).evaluate("label => label.click()")
    page.evaluate("document.activeElement.blur()")
    assert chosen.screenshot() != before
    mixed(page, site_url)
    for drawing in (".rd-bar", ".rd-line"):
        seen = page.locator(drawing).first.screenshot()
        with styled(page, ".rd-value, .rd-mark { visibility: hidden }"):
            assert page.locator(drawing).first.screenshot() != seen
        with styled(page, ".rd-track { visibility: hidden }"):
            assert page.locator(drawing).first.screenshot() != seen


def test_no_motion_unless_wanted(new_page: NewPage, site_url: str) -> None:
    """Nothing moves while answering, folding out, searching or asking before erasing."""
    page = new_page(reduced_motion="reduce")
    for name in states.form_states(page, site_url):
        assert detect(page, "motion") == [], name
    page.goto(site_url)
    states.open_search(page)
    assert detect(page, "motion") == []


def test_canary_pale(new_page: NewPage, site_url: str) -> None:
    """Pale bars are noticed."""
    page = new_page()
    mixed(page, site_url)
    with styled(page, ".rd-value { fill: #bcd !important }"):
        assert len(detect(page, "paleMarks")) == 12


def test_canary_bar(new_page: NewPage, site_url: str) -> None:
    """A bar that is a point too long is noticed."""
    page = new_page()
    mixed(page, site_url)
    page.locator(".rd-value").first.evaluate(
        "bar => bar.setAttribute('width', Number(bar.getAttribute('width')) + 1)"
    )
    assert len(detect(page, "wrongBars")) == 1


def test_canary_motion(new_page: NewPage, site_url: str) -> None:
    """The theme moves where nobody asks it not to."""
    page = new_page()
    page.goto(site_url)
    page.locator(".md-search__input").click()
    assert detect(page, "motion") != []


def test_canary_forced_colours(new_page: NewPage, site_url: str) -> None:
    """An answer that is told by nothing but a background would look the same."""
    page = new_page(forced_colors="active")
    step(page, site_url)
    hidden = (
        "input { visibility: hidden } .rd-choice { border: 0 !important; outline: 0 !important }"
    )
    with styled(page, hidden):
        page.evaluate("document.activeElement.blur()")
        page.mouse.move(0, 0)
        before = page.locator(CHOSEN.format(3)).screenshot()
        page.locator(CHOSEN.format(5)).evaluate("label => label.click()")
        page.evaluate("document.activeElement.blur()")
        assert page.locator(CHOSEN.format(3)).screenshot() == before
