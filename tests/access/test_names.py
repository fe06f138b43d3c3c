"""What assistive technology is told: the browser's own accessibility tree against the YAML (W3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tools.building import ROOT

from readiness.reading.loading import load

from .states import saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from readiness.questionnaire import Item

    NewPage = Callable[..., Page]
    Groups = list[tuple[str, list[str]]]

SHOW_ALL = "for (const step of document.querySelectorAll('.rd-step')) step.hidden = false"
NAMED = (
    "radio",
    "button",
    "link",
    "textbox",
    "searchbox",
    "checkbox",
    "disclosureTriangle",
    "table",
)
FAULTS = {
    "a div instead of a radio": """choice.outerHTML = `<div class="rd-choice" role="radio"
        tabindex="0" aria-checked="false">Never</div>`""",
    "a radio without a label": "choice.replaceWith(choice.querySelector('input'))",
    "another name than the text": "choice.querySelector('input').setAttribute('aria-label', '1')",
    "no legend": "choice.closest('fieldset').querySelector('legend').remove()",
    "no group": "choice.closest('fieldset').replaceWith(choice.closest('.rd-levels'))",
}


def tree(page: Page) -> list[dict[str, Any]]:
    """Return the nodes that are exposed, in the order of the document, each with its parent."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    for node in nodes:
        node["parent"] = by_id.get(node.get("parentId", ""))
    return _in_order(by_id, nodes[0])


def _in_order(by_id: dict[str, Any], node: dict[str, Any]) -> list[dict[str, Any]]:
    children = [by_id[child] for child in node.get("childIds", []) if child in by_id]
    return [node, *(found for child in children for found in _in_order(by_id, child))]


def role(node: dict[str, Any]) -> str:
    """Return what a node says it is."""
    return str(node.get("role", {}).get("value", ""))


def name(node: dict[str, Any]) -> str:
    """Return how a node is called, with single spaces."""
    return " ".join(str(node.get("name", {}).get("value", "")).split())


def groups(page: Page) -> Groups:
    """Return each group that holds radios: its name and theirs."""
    found: Groups = []
    last = None
    nodes = tree(page)
    for node in nodes[next(at for at, node in enumerate(nodes) if role(node) == "main") :]:
        if role(node) != "radio":
            continue
        group = node["parent"]
        while group is not None and role(group) not in {"group", "radiogroup"}:
            group = group["parent"]
        if group is None or group is not last:
            found.append(("" if group is None else name(group), []))
        last = group
        found[-1][1].append(name(node))
    return found


def expected() -> Groups:
    """Return the same from the YAML, in the order of asking."""
    questionnaire = load(ROOT / "assessment").questionnaire
    assert questionnaire is not None
    roles = ("Which of these describes your work best?", [one.label for one in questionnaire.roles])
    themes = [theme for dimension in questionnaire.asked for theme in dimension.themes]
    return [roles, *(_group(item) for theme in themes for item in theme.items)]


def _group(item: Item) -> tuple[str, list[str]]:
    ways_out = ["I don\u2019t know", *(["Does not apply"] if item.allow_na else [])]
    return item.question, [*item.levels, *ways_out]


@pytest.fixture
def form(new_page: NewPage, site_url: str) -> Page:
    """Return the form with every step in sight."""
    page = new_page()
    page.goto(f"{site_url}take/")
    saved(page)
    page.evaluate(SHOW_ALL)
    return page


def test_every_radio_is_named_and_grouped_as_in_the_yaml(form: Page) -> None:
    """One group for the role and one for each item; 34 items with five levels each."""
    told = groups(form)
    assert told == expected()
    assert len(told) == 35
    assert sum(len(names) for _, names in told) >= 34 * 6 + 3


def test_every_control_has_a_name(form: Page, site_url: str) -> None:
    """On the form with an open note, and on the result with its table."""
    form.locator(".rd-note").evaluate_all("notes => notes.forEach(note => { note.open = true; })")
    for path in ("", "result/"):
        if path:
            form.goto(site_url + path)
        controls = [node for node in tree(form) if role(node) in NAMED and not node["ignored"]]
        assert len(controls) > 10
        assert [node for node in controls if not name(node)] == []
    assert name(next(node for node in tree(form) if role(node) == "RootWebArea")) == form.title()


def test_language_and_landmarks(form: Page) -> None:
    """One main part, one banner; the language is said (3.1.1)."""
    roles = [role(node) for node in tree(form)]
    assert (roles.count("main"), roles.count("banner"), roles.count("contentinfo")) == (1, 1, 1)
    assert form.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("fault", FAULTS)
def test_canary(fault: str, form: Page) -> None:
    """A planted fault in one item changes what is told."""
    choice = "document.querySelector('[data-item=lean-motive] .rd-choice')"
    form.evaluate(f"() => {{ const choice = {choice}; {FAULTS[fault]}; }}")
    assert groups(form) != expected()
