"""“Your answers” takes what was carried, as the team page does; what it refuses it names truly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from formats.carried import chosen_files, pasted_forms
from formats.siblings import sibling_files, sibling_forms

from journey.exchanger import Exchanger, Offer

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

# Where a text names no code at all, or a file is other JSON, this page has a sentence of its own.
OWN_NAMES = {"nothing": "not_a_code", "wrong_format": "wrong-format"}


def outcome(exchanger: Exchanger, said: Offer | str) -> str:
    """Return the name of what came of it; "taken" where it is offered."""
    if isinstance(said, Offer):
        return "taken"
    offer = exchanger.page.locator("[data-section=bring] .rd-offer")
    return str(offer.get_attribute("data-outcome"))


def expected(taken: int, reasons: list[str]) -> str:
    """Return what must come of it here, where one answers for oneself."""
    if taken > 1:
        return "several_codes"
    return "taken" if taken == 1 else OWN_NAMES.get(reasons[0], reasons[0])


def test_pasted_forms(page: Page, answers_url: str, questionnaire: Questionnaire) -> None:
    """One of each is offered, several are refused as several, slips by their reason."""
    exchanger = Exchanger(page, answers_url).open()
    forms = {**pasted_forms(questionnaire), **sibling_forms(questionnaire)}
    wrong = {}
    for name, (text, (taken, reasons)) in forms.items():
        came = outcome(exchanger, exchanger.paste(text))
        if came != expected(taken, reasons):
            wrong[name] = (came, expected(taken, reasons))
    assert wrong == {}
    assert len(forms) >= 37 + 37


def test_files(page: Page, answers_url: str, questionnaire: Questionnaire) -> None:
    """By what is in them and by their names, as people choose them."""
    exchanger = Exchanger(page, answers_url).open()
    files = {**chosen_files(questionnaire), **sibling_files(questionnaire)}
    wrong = {}
    for name, (file, content, (taken, reasons)) in files.items():
        payload = {"name": file, "mimeType": "application/octet-stream", "buffer": content}
        page.locator("#bring-file").set_input_files(payload)  # type: ignore[arg-type]
        came = outcome(exchanger, exchanger.brought())
        if came != expected(taken, reasons):
            wrong[name] = (came, expected(taken, reasons))
    assert wrong == {}
    assert len(files) >= 13 + 30
