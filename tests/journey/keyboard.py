"""A respondent who has only a keyboard: every act here is a key event, nothing is clicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from readiness.engine.responses import Answer

READ_FOCUS = """() => {
  const focused = document.activeElement;
  return {
    tag: focused.tagName,
    id: focused.id,
    item: focused.closest("[data-item]")?.dataset.item ?? "",
    value: focused.value ?? "",
    text: (focused.getAttribute("aria-label") ?? focused.innerText ?? "").trim(),
    isRole: focused.closest("[data-role-choice]") !== null,
    inForm: focused.closest("[data-readiness]") !== null,
  };
}"""

READ_PLACE = """() => {
  const focused = document.activeElement;
  const group = focused.closest("fieldset, section, div");
  const search = document.querySelector("#__search")?.checked;
  const where = [location.href, scrollX, scrollY, group?.getBoundingClientRect().top, search];
  return JSON.stringify(where);
}"""

ENOUGH = 160
ORDER = ["1", "2", "3", "4", "5", "dk", "na"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Where the focus is."""

    tag: str
    id: str
    item: str
    value: str
    text: str
    isRole: bool  # noqa: N815  # as the page names it
    inForm: bool  # noqa: N815

    @property
    def is_radio(self) -> bool:
        """Tell whether it is on an answer."""
        return self.tag == "INPUT" and (self.isRole or self.item != "")


class Keyboard:
    """Presses keys and looks where that leads."""

    def __init__(self, page: Page) -> None:
        """Take a page that is open."""
        self.page = page

    def press(self, key: str, times: int = 1) -> Focus:
        """Press a key and return where the focus is then."""
        for _ in range(times):
            self.page.keyboard.press(key)
        return self.focus

    @property
    def focus(self) -> Focus:
        """Where the focus is."""
        found: dict[str, Any] = self.page.evaluate(READ_FOCUS)
        return Focus(**found)

    @property
    def place(self) -> str:
        """Address, scroll position, where the focused group stands, and whether search is open."""
        found: str = self.page.evaluate(READ_PLACE)
        return found

    def tab_to(self, text: str) -> Focus:
        """Press Tab until a control of this name has the focus."""
        controls = ("BUTTON", "A", "SUMMARY")
        return self._tab_until(lambda focus: focus.text == text and focus.tag in controls, text)

    def tab_to_field(self, id_: str) -> Focus:
        """Press Tab until a field has the focus."""
        return self._tab_until(lambda focus: focus.id == id_, id_)

    def tab_to_radio(self) -> Focus:
        """Press Tab until an answer has the focus."""
        return self._tab_until(lambda focus: focus.is_radio, "an answer")

    def _tab_until(self, is_there: Callable[[Focus], bool], goal: str) -> Focus:
        for _ in range(ENOUGH):
            focus = self.press("Tab")
            if is_there(focus):
                return focus
        message = f"Tab does not lead to {goal}"
        raise AssertionError(message)

    def choose(self, value: Answer) -> Focus:
        """Choose an answer of the focused item: Space, then arrows down."""
        before = self.place
        self.press("Space")
        assert self.place == before, "choosing has moved the page"
        return self.press("ArrowDown", ORDER.index(str(value)))
