"""What a respondent was told is saved, kept outside the browser, and how they go on answering.

The page answers as fast as it can, one change at a time: it names the change here before it
clicks, waits for the word "saved", and names it again. So at any moment the test knows what was
promised and the one change that was under way, whatever then happens to the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from journey.respondent import Answers
    from readiness.engine.responses import Answer

VALUES: list[Answer] = [1, 2, 3, 4, 5, "dk"]
ENOUGH = 400

ANSWER_ON = """(changes) => {
  const input = ([item, value]) =>
    document.querySelector(`[data-item="${item}"] input[value="${value}"]`);
  const isSaved = () => document.querySelector('[data-saved="yes"]') !== null;
  (async () => {
    for (const change of changes) {
      await window.intend(...change);
      input(change).click();
      while (!isSaved()) await new Promise((go) => setTimeout(go, 1));
      await window.acknowledge(...change);
    }
  })();
}"""


@dataclass
class Promises:
    """The promises to one respondent about some items, and those that were broken."""

    items: list[str]
    draw: Random = field(default_factory=lambda: Random(7))  # noqa: S311  # the same every time
    acknowledged: Answers = field(default_factory=dict)
    in_flight: Answers = field(default_factory=dict)
    acknowledgements: int = 0
    lost: list[str] = field(default_factory=list)

    def change(self) -> Answers:
        """Draw one change of one answer."""
        item = self.draw.choice(self.items)
        others = [value for value in VALUES if value != self.acknowledged.get(item)]
        return {item: self.draw.choice(others)}

    def intend(self, change: Answers) -> None:
        """Remember what is about to be clicked."""
        self.in_flight = change

    def acknowledge(self, change: Answers) -> None:
        """Remember what was called saved."""
        self.acknowledged |= change
        self.in_flight = {}
        self.acknowledgements += 1

    def compare(self, shown: Answers) -> None:
        """Note what was promised and is not there; what is there is the promise from now on."""
        mine = {item: value for item, value in shown.items() if item in self.items}
        for item, value in self.acknowledged.items():
            if mine.get(item) not in (value, self.in_flight.get(item, value)):
                self.lost.append(f"{item}: {value} became {mine.get(item)}")
        assert set(mine) <= {*self.acknowledged, *self.in_flight}
        self.acknowledged, self.in_flight = mine, {}

    def listen(self, page: Page) -> None:
        """Let a page name what it is about to click, and what was called saved."""
        page.expose_function("intend", lambda item, value: self.intend({item: value}))
        page.expose_function("acknowledge", lambda item, value: self.acknowledge({item: value}))

    def go_on(self, page: Page) -> None:
        """Let a page answer on and on by itself, for as long as it lives."""
        page.evaluate(ANSWER_ON, [next(iter(one.items())) for one in self._changes()])

    def _changes(self) -> list[Answers]:
        last = dict(self.acknowledged)
        changes: list[Answers] = []
        for _ in range(ENOUGH):
            item = self.draw.choice(self.items)
            last[item] = self.draw.choice([value for value in VALUES if value != last.get(item)])
            changes.append({item: last[item]})
        return changes
