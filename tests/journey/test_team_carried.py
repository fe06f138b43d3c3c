"""The team page takes what was carried, or names it with its line and a reason that is true.

The same forms and files as for the command, through the page's own field and its own choice of
files. Nothing that looks like answers is counted as a line without a code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from formats.carried import chosen_files, code_of, pasted_forms
from formats.siblings import sibling_files, sibling_forms

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

# What the page's sentences have in common with the reasons of the command.
WORDS = {
    "damaged": "has a slip in it",
    "cut_off": "breaks off before its end",
    "wrong_sign": "is none that codes have",
    "empty_link": "no code behind",
    "broken_file": "saved answers that are not whole",
    "spreadsheet": "a workbook of a spreadsheet program",
    "archive": "a packed file. Unpack it",
    "picture": "This is a picture",
    "pdf": "This is a PDF",
    "empty_file": "There is nothing in this file",
    "outlook_mail": "a mail that Outlook has saved",
    "document": "a document of a word processor",
    "program": "This is a program",
    "rich_text": "a document in rich text",
    "web_page": "a saved web page",
    "nothing": "neither a saved answer nor a code",
    "no_text": "it is no text",
    "wrong_format": "not a file of saved answers",
    "system_file": "belongs to the computer",
    "parquet": "a table in Parquet",
    "counts": "counts of a group",
    "group_report": "a report of a group",
    "result": "This is a result",
    "agreement": "what a meeting has agreed",
}
CAME = """() => ({
  figures: [...document.querySelectorAll("[data-team] td")].slice(0, 4).map((e) => +e.textContent),
  named: [...document.querySelectorAll("[data-named]")].map((row) =>
    [row.dataset.named, row.querySelector("td").textContent]),
})"""


def came(page: Page) -> dict[str, Any]:
    """Return the figures of the first team and what is named, then clear the page."""
    page.locator("[data-said]", has_text="added to").wait_for()
    read: dict[str, Any] = page.evaluate(CAME)
    page.locator('[data-action="clear-team"]').click()
    page.locator('[data-action="yes"]').click()
    page.evaluate("document.querySelector('[data-said]').textContent = ''")
    return read


def compared(read: dict[str, Any], people: int, reasons: list[str]) -> list[Any] | None:
    """Return what is wrong; None where all is as it must be."""
    taken, left, refused, _ = read["figures"]
    sentences = [sentence for _, sentence in read["named"]]
    is_named = len(sentences) == len(reasons) == refused
    is_true = all(WORDS[one] in said for one, said in zip(reasons, sentences, strict=False))
    good = taken == people and left == 0 and is_named and is_true
    return None if good and "JSON" not in " ".join(sentences) else [read, people, reasons]


def test_pasted_forms(page: Page, site_url: str, questionnaire: Questionnaire) -> None:
    """37 and as many siblings; those that look like answers leave no idle line."""
    page.goto(f"{site_url}team/")
    forms = {**pasted_forms(questionnaire), **sibling_forms(questionnaire)}
    assert len(forms) >= 37 + 37
    wrong = {}
    for name, (text, (people, reasons)) in forms.items():
        page.locator("#team-text").fill(text)
        page.locator('[data-action="add-text"]').click()
        read = came(page)
        fault = compared(read, people, reasons)
        if fault or not all("(line " in place for place, _ in read["named"]):
            wrong[name] = fault
    assert wrong == {}


def test_files(page: Page, site_url: str, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Each as a file of its own; a bad one is named by its name."""
    page.goto(f"{site_url}team/")
    files = {**chosen_files(questionnaire), **sibling_files(questionnaire)}
    assert len(files) >= 13 + 30
    wrong = {}
    for name, (file, content, (people, reasons)) in files.items():
        (tmp_path / file).write_bytes(content)
        page.locator("#team-files").set_input_files(tmp_path / file)
        fault = compared(came(page), people, reasons)
        if fault:
            wrong[name] = fault
    assert wrong == {}


def test_idle_lines_are_those_without_anything(
    page: Page, site_url: str, questionnaire: Questionnaire
) -> None:
    """A code on two lines, two on one, a slip on two: two greetings are idle, and no more."""
    page.goto(f"{site_url}team/")
    first, second, third = (code_of(questionnaire, number) for number in (60, 61, 62))
    slip = third[:10] + ("2" if third[10] != "2" else "3") + third[11:]
    lines = ["Hello", first[:22], first[22:], "", f"{second} {third}", slip[:22], slip[22:], "Bye"]
    page.locator("#team-text").fill("\n".join(lines))
    page.locator('[data-action="add-text"]').click()
    read = came(page)
    assert read["figures"] == [3, 0, 1, 2]
    assert [place.rpartition("(")[2] for place, _ in read["named"]] == ["line 6)"]


def test_seventy_thousand_codes_that_are_not_taken(
    page: Page, site_url: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """The good one among them counts; the page goes on answering while they are listed."""
    page.goto(f"{site_url}team/")
    good = code_of(questionnaire, 70)
    slip = good[:-1] + ("2" if good[-1] != "2" else "3")
    file = tmp_path / "codes.txt"
    file.write_text("\n".join([*[slip] * 35_000, good, *[slip] * 35_000]), "utf-8")
    page.locator("#team-files").set_input_files(file)
    page.locator("[data-said]", has_text="1 read: it counts").wait_for(timeout=60_000)
    assert page.evaluate(CAME)["figures"] == [1, 0, 70_000, 0]
    page.locator("[data-named]").nth(69_999).wait_for(state="attached", timeout=60_000)
