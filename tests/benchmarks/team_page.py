"""Measures the team page: 10,000 files of which ten are bad, and many codes in one pasted text.

python tests/benchmarks/team_page.py [CODES]; prints seconds and the longest block of the page while
it reads and while it shows the report, beside the same answers scored by `readiness score --group`
on this machine. Asserts nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright
from tools import browser as browsers
from tools.building import ROOT, build
from tools.serving import serve

from readiness.engine.response_code import Contribution, encode
from readiness.reading.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from readiness.questionnaire import Questionnaire

FILES, BAD = 10_000, 10
CODES = 100_000
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WATCH = """() => {
  window.blocks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.blocks.push(Math.round(entry.duration));
  }).observe({ type: "longtask" });
}"""
# What the person's hands do first, and what they then set going; only the page's work is measured.
HOLD = """([files]) => {
  window.dropped = new DataTransfer();
  for (const [name, text] of files) window.dropped.items.add(new File([text], name));
}"""
DROP = """() => {
  const section = document.querySelector("[data-section=collect]");
  section.dispatchEvent(new DragEvent("drop", { dataTransfer: window.dropped, bubbles: true }));
}"""
PASTE = "([text]) => { document.querySelector('#team-text').value = text; }"
ADD = "() => document.querySelector('#team-text ~ p button').click()"
PATIENCE = 300_000
SETTLE = 3_000


def main() -> None:
    """Print both measures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CODES
    form = load(ROOT / "assessment").questionnaire
    assert form is not None
    with TemporaryDirectory() as folder:
        site = build(Path(folder) / "site")
        with serve(site) as url, sync_playwright() as playwright:
            found = browsers.find()
            browser = playwright.chromium.launch(
                executable_path=str(found) if found else None, args=browsers.UNDER_PLAYWRIGHT
            )
            page = browser.new_page()
            files = [[f"{n}.json", text] for n, text in enumerate(responses(form))]
            _say(f"{FILES} files, {BAD} bad: {measured(page, url, (HOLD, DROP), [files])}")
            _say(f"their report: {shown(page)}")
            named = page.locator("[data-named]").count()
            _say(f"named: {named}")
            text = "\n".join(codes(form, count))
            _say(f"{count} codes pasted: {measured(page, url, (PASTE, ADD), [text])}")
            browser.close()
        file = Path(folder) / "codes.txt"
        file.write_text(text, encoding="utf-8")
        program = Path(sys.executable).with_name("readiness")
        start = time.perf_counter()
        subprocess.run(  # our own command on our own file
            [program, "score", "--group", "--json", file], cwd=ROOT, check=True, stdout=-3
        )
        _say(f"the same by the command: {time.perf_counter() - start:.1f} s")


def measured(page: Page, url: str, hands: tuple[str, str], content: list[object]) -> str:
    """Prepare and set going on a fresh team page; return seconds and the longest block."""
    page.goto(f"{url}team/")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    page.locator("#team-text").wait_for()
    prepare, set_going = hands
    page.evaluate(prepare, content)
    page.wait_for_timeout(SETTLE)
    page.evaluate(WATCH)
    start = time.perf_counter()
    page.evaluate(set_going)
    page.locator("[data-said]", has_text="added to").wait_for(timeout=PATIENCE)
    seconds = time.perf_counter() - start
    blocks = sorted(page.evaluate("window.blocks"), reverse=True)
    return f"{seconds:.1f} s, longest blocks {blocks[:5]} ms"


def shown(page: Page) -> str:
    """Show the report under the finest breakdown; return seconds and the longest block."""
    page.locator("[data-breakdown]").last.click()
    page.evaluate("window.blocks.length = 0")
    start = time.perf_counter()
    page.locator("[data-action=show-report]").click()
    page.locator("[data-said]", has_text="is shown").wait_for(timeout=PATIENCE)
    seconds = time.perf_counter() - start
    blocks = sorted(page.evaluate("window.blocks"), reverse=True)
    return f"{seconds:.1f} s, longest blocks {blocks[:5]} ms"


def answered(form: Questionnaire) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Yield an id, a role and answers, without end."""
    random = Random(1)  # noqa: S311  # not a secret: repeatable people
    roles = [role.id for role in form.roles]
    while True:
        role = random.choice(roles)
        asked = [item.id for item in form.items if not item.roles or role in item.roles]
        name = "".join(random.choice(SYMBOLS) for _ in range(13))
        yield name, role, {item: random.randint(1, 5) for item in asked}


def responses(form: Questionnaire) -> Iterator[str]:
    """Yield saved responses; the last ten are cut off."""
    people = answered(form)
    for number in range(FILES):
        respondent, role, answers = next(people)
        content = {
            "format": "readiness-responses",
            "version": 1,
            "questionnaire": {"id": form.id, "edition": form.edition},
            "respondent": respondent,
            "role": role,
            "answers": answers,
        }
        text = json.dumps(content)
        yield text if number < FILES - BAD else text[:-30]


def codes(form: Questionnaire, count: int) -> Iterator[str]:
    """Yield codes of so many people."""
    people = answered(form)
    for _ in range(count):
        respondent, role, answers = next(people)
        one = Contribution(role=role, answers=dict(answers), respondent=respondent)
        yield encode(form, one)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
