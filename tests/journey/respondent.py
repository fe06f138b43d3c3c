"""What a respondent does and sees, step by step, through the page's own controls.

Every test of a journey speaks in these words. Nothing here reaches into the script of the page:
answers go in by clicks on real inputs, and what comes out is read from what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readiness.engine.responses import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator, Page

Answers = dict[str, Answer]

CLICK_ALL = """([role, answers]) => {
  const input = (group, value) => document.querySelector(`${group} input[value="${value}"]`);
  if (role) input("[data-role-choice]", role).click();
  for (const [item, value] of Object.entries(answers)) {
    input(`[data-item="${item}"]`, value).click();
  }
}"""

READ_ANSWERS = """() => Object.fromEntries(
  [...document.querySelectorAll("[data-item] input:checked")].map((input) => {
    const value = /^\\d+$/.test(input.value) ? Number(input.value) : input.value;
    return [input.closest("[data-item]").dataset.item, value];
  }),
)"""

READ_RESULT = """() => {
  const all = (selector) => [...document.querySelectorAll(`[data-result-place] ${selector}`)];
  const scores = (kind) => Object.fromEntries(
    all(`[data-${kind}]`).map(({ dataset }) => [dataset[kind], dataset.score]),
  );
  const { verdict, index } = all("[data-verdict]")[0].dataset;
  return {
    verdict,
    index,
    dimensions: scores("dimension"),
    themes: scores("theme"),
    gates: Object.fromEntries(all("[data-gate]").map((e) => [e.dataset.gate, e.dataset.gateState])),
    conditions: all("[data-condition]").map((e) => e.dataset.condition),
    advice: all("[data-advice]").map((e) => [e.dataset.advice, e.dataset.reason]),
    find_out: all("[data-find-out]").map((e) => e.dataset.findOut),
    text: document.querySelector("[data-result-place]").innerText,
  };
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a result page shows, figures as the text of their hooks."""

    verdict: str
    index: str
    dimensions: dict[str, str]
    themes: dict[str, str]
    gates: dict[str, str]
    conditions: list[str]
    advice: list[list[str]]
    find_out: list[str]
    text: str


class Respondent:
    """Somebody with a page in front of them."""

    def __init__(self, page: Page, take: str) -> None:
        """Sit down before a page; `take` is the address of the form."""
        self.page = page
        self.take = take

    def open(self) -> Respondent:
        """Open the form and wait until it has read what was saved."""
        self.page.goto(self.take)
        return self.wait_until_ready()

    def reload(self) -> Respondent:
        """Reload, and wait until the form has read what was saved."""
        self.page.reload()
        return self.wait_until_ready()

    def wait_until_ready(self) -> Respondent:
        """Wait until the form is wired: only then has every item its place for a note."""
        self.page.locator("[data-item] .rd-note").last.wait_for(state="attached")
        return self

    @property
    def step(self) -> str:
        """The step that is shown; there is exactly one."""
        shown = self.page.locator("[data-step]:visible")
        assert shown.count() == 1
        return str(shown.get_attribute("data-step"))

    @property
    def items(self) -> list[str]:
        """The items in sight, in order."""
        shown = self.page.locator("[data-item]:visible")
        return [str(item.get_attribute("data-item")) for item in shown.all()]

    def choice(self, item: str, value: Answer) -> Locator:
        """Return one answer of one item, with its text."""
        return self.page.locator(f'[data-item="{item}"] label:has(input[value="{value}"])')

    def choose_role(self, role: str) -> None:
        """Click a role."""
        self.page.locator(f'[data-role-choice] label:has(input[value="{role}"])').click()

    def answer(self, item: str, value: Answer) -> None:
        """Click one answer."""
        self.choice(item, value).click()

    def next(self) -> str:
        """Click Next (or Review) and return the step that it leads to."""
        self.page.locator(".rd-next").click()
        return self.step

    def walk(self, role: str | None, answers: Mapping[str, Answer]) -> list[str]:
        """Answer everything that is asked, by clicks, up to the review; return the steps seen."""
        seen = [self.step]
        if role is not None:
            self.choose_role(role)
        while self.next() != "review":
            seen.append(self.step)
            for item in self.items:
                if item in answers:
                    self.answer(item, answers[item])
        return seen

    def fill(self, role: str | None, answers: Mapping[str, Answer]) -> Respondent:
        """Answer at once, where the way there is not what is tried: clicks on the real inputs."""
        self.page.evaluate(CLICK_ALL, [role, dict(answers)])
        return self.wait_until_saved()

    def wait_until_saved(self) -> Respondent:
        """Wait until the page says that everything is saved."""
        self.page.locator('[data-saved="yes"]').wait_for()
        return self

    @property
    def answers(self) -> Answers:
        """The answers that the form shows as chosen, on every step."""
        chosen: Answers = self.page.evaluate(READ_ANSWERS)
        return chosen

    @property
    def role(self) -> str | None:
        """The role that the form shows as chosen."""
        chosen = self.page.locator("[data-role-choice] input:checked")
        return chosen.get_attribute("value") if chosen.count() else None

    def follow_to_result(self) -> Shown:
        """Click the link to the result on the review step."""
        self.page.locator("[data-onward] a:visible").click()
        return self.result()

    def go_to_result(self) -> Shown:
        """Open the result where the way there is not what is tried."""
        self.page.goto(self.page.locator("[data-onward] a").evaluate("link => link.href"))
        return self.result()

    def result(self) -> Shown:
        """Read the result page that is open."""
        self.page.locator("[data-result-place] [data-verdict]").wait_for()
        shown: dict[str, Any] = self.page.evaluate(READ_RESULT)
        return Shown(**shown)
