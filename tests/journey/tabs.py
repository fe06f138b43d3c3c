"""Several tabs of one browser before the same form, and what is clicked in them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey.respondent import Respondent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import BrowserContext

    from journey.respondent import Answers
    from readiness.engine.responses import Answer

Click = tuple[str, "Answer"]

HOUR = 3_600_000
# The clock of a tab: everything that tells the time is off by so much.
OTHER_CLOCK = """
{
  const Real = Date;
  const off = %d;
  window.Date = class extends Real {
    constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + off); }
    static now() { return Real.now() + off; }
  };
}
"""
# A tab that hears nothing of the others, and of which they hear nothing.
DEAF = """
delete window.BroadcastChannel;
addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
"""
CLICK_IN_TURN = """(clicks) => {
  const input = ([item, value]) =>
    document.querySelector(`[data-item="${item}"] input[value="${value}"]`);
  window.clicked = (async () => {
    for (const click of clicks) {
      input(click).click();
      await new Promise((go) => setTimeout(go, 0));
    }
  })();
}"""


def open_tabs(
    context: BrowserContext, take: str, count: int, scripts: Sequence[str] = ()
) -> list[Respondent]:
    """Open the form in so many tabs; scripts go into them one each, in turn."""
    pages = [context.new_page() for _ in range(count)]
    for page, script in zip(pages, scripts, strict=False):
        page.add_init_script(script)
    return [Respondent(page, take).open() for page in pages]


def click_at_once(tabs: Sequence[Respondent], clicks: Sequence[Sequence[Click]]) -> None:
    """Click in all tabs at the same time, each its own list, and wait until all say "saved"."""
    for tab, own in zip(tabs, clicks, strict=True):
        tab.page.evaluate(CLICK_IN_TURN, [list(click) for click in own])
    for tab in tabs:
        tab.page.evaluate("window.clicked")
    for tab in tabs:
        tab.wait_until_saved()


def come_to_show(tab: Respondent, answers: Answers) -> bool:
    """Wait until a tab shows these answers and no others, without a reload; tell whether it did."""
    for _ in range(40):
        if tab.answers == answers:
            return True
        tab.page.wait_for_timeout(25)
    return False
