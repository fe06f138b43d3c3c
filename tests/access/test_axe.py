"""axe-core has nothing to object to on any page, in any state, scheme and width (M11).

On the same walk nothing is cut, sticks out or is too small to hit (W8 to W10), and there is one
h1, no skipped level and a title that names the step (W13): `test_layout` has the canaries.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from . import states
from .axe import WIDTHS, inspect
from .conditions import CONDITIONS
from .conditions import faults as layout_faults
from .turns import turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    NewPage = Callable[..., Page]
    States = Callable[[Page, str], Iterator[str]]

# How many states there are at least, so that a journey that ends early is noticed. The form has
# ten themes, each bare and answered, and seven states around them.
COUNTS: dict[States, int] = {
    states.plain_pages: 13,
    states.form_states: 26,
    states.result_states: 6,
    states.answers_states: 6,
    states.entry_states: 3,
    states.refused_states: 2,
    states.aside_states: 2,
}
WAYS = list(product(("light", "dark"), WIDTHS))
DRESS = """scheme => {
  const buttons = [...document.querySelectorAll("[name=__palette]")];
  buttons.find((button) => button.dataset.mdColorScheme === scheme).click();
  if (document.body.dataset.mdColorScheme !== scheme) throw new Error("not in this scheme");
}"""
FAULTS = {
    "label": "step.querySelector('textarea').labels[0].remove()",
    "color-contrast": "step.querySelector('legend').style.color = '#bbb'",
    "duplicate-id-aria": "step.querySelector('h2').id = step.querySelector('.rd-evidence').id",
    "aria-dialog-name": "document.querySelector('.md-search').removeAttribute('aria-label')",
    "link-in-text-block": """for (const { style } of document.querySelectorAll('article p a'))
        Object.assign(style, { textDecoration: 'none', color: '#333' })""",
    "heading-order": "step.querySelector('h2').outerHTML = '<h5>Why</h5>'",
    "aria-required-children": "step.querySelector('.rd-levels').setAttribute('role', 'list')",
}
STEP = "const step = document.querySelector('#step-why-lean');"


def faults(page: Page, site: str, visited: States, axe: Path) -> tuple[int, list[str]]:
    """Return how many states were visited and what was found in them, by axe and by detectors."""
    found, names = [], []
    for number, name in enumerate(visited(page, site)):
        names.append(name)
        for scheme, width in turn(WAYS, number, 1):
            dressed(page, scheme)
            found += [f"{name}, {scheme}, {finding}" for finding in inspect(page, axe, [width])]
        if visited is not states.entry_states:  # on a phone its columns are headed for ears alone
            ways = turn(list(CONDITIONS), number, 1)
            found += [f"{name}, {fault}" for fault in layout_faults(page, ways)]
    return len(set(names)), found


def dressed(page: Page, scheme: str) -> None:
    """Switch to a colour scheme as the theme's own button does."""
    page.evaluate(DRESS, {"light": "default", "dark": "slate"}[scheme])


@pytest.mark.parametrize("visited", COUNTS, ids=lambda visited: visited.__name__)
def test_nothing_to_object_to(
    visited: States, new_page: NewPage, site_url: str, axe_path: Path
) -> None:
    """Visit every state; schemes and widths take turns, and so do the conditions of layout."""
    count, found = faults(new_page(), site_url, visited, axe_path)
    assert found == []
    assert count >= COUNTS[visited]


def test_problem_page(scheme: str, new_page: NewPage, problem_url: str, axe_path: Path) -> None:
    """The page that shows problems, as an author sees it while serving."""
    page = new_page(color_scheme=scheme)
    page.goto(problem_url)
    assert page.locator(".rd-problem").count() == 2
    assert inspect(page, axe_path, turn(WIDTHS, len(scheme), 1)) == []


def test_forced_colours_and_print(new_page: NewPage, site_url: str, axe_path: Path) -> None:
    """A full result where the system sets the colours, and as it is printed."""
    page = new_page(color_scheme="dark")
    states.see_result(page, site_url, "3", {})
    for media in ({"forced_colors": "active"}, {"forced_colors": "none", "media": "print"}):
        page.emulate_media(**media)  # type: ignore[arg-type]  # a union of literal types
        assert inspect(page, axe_path, turn(WIDTHS, 2, 1)) == []


@pytest.mark.parametrize("rule", FAULTS)
def test_canary(rule: str, new_page: NewPage, site_url: str, axe_path: Path) -> None:
    """A planted fault turns the check red, by the rule's own name."""
    page = new_page()
    page.goto(f"{site_url}take/#step-why-lean")
    page.locator("#step-why-lean summary").first.click()
    page.evaluate(f"() => {{ {STEP} {FAULTS[rule]} }}")
    assert any(f": {rule} at " in finding for finding in inspect(page, axe_path, WIDTHS[:1]))
