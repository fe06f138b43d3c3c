"""Somebody on the page “Your answers”: what they press there, and what the page shows them.

Files go in by the real file input, and come out as real downloads. What the browser keeps is read
from beside the page, so that “nothing has changed” is not the page's own word.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import FilePayload

from journey.stored import READ_DATABASES

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PROTOTYPES = """() => JSON.stringify([Object, Array, Map, String, Number, Function].map(
  ({ prototype }) => Object.getOwnPropertyNames(prototype).sort()))"""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the page offers to take over."""

    verdict: str
    index: str
    text: str


class Exchanger:
    """Somebody with the page in front of them."""

    def __init__(self, page: Page, address: str) -> None:
        """Sit down before a page; `address` is that of the page, with or without a code."""
        self.page = page
        self.address = address

    def open(self) -> Exchanger:
        """Open the page and wait until it has read what was saved."""
        self.page.goto(self.address)
        return self.wait_until_ready()

    def wait_until_ready(self) -> Exchanger:
        """Wait until the page has read what was saved: then it says whether there is anything."""
        carry = "[data-section=carry]"
        self.page.locator(f"{carry} > .rd-lead:visible, {carry} .rd-way:visible").first.wait_for()
        return self

    def press(self, name: str, within: str = "") -> None:
        """Press a button by its name."""
        place = self.page.locator(within or "[data-readiness=answers]")
        place.get_by_role("button", name=name, exact=True).click()

    def share(self) -> tuple[str, str]:
        """Make a code; return the code and the link."""
        self.press("Make a code to share")
        fields = [self.page.locator(f"#shared-{kind}") for kind in ("code", "link")]
        return fields[0].input_value(), fields[1].input_value()

    def way(self, name: str) -> Locator:
        """Return one of the two ways out."""
        return self.page.locator(".rd-way").filter(has=self.page.get_by_role("heading", name=name))

    def contribution(self) -> bytes:
        """Make a contribution and save its file."""
        self.press("Make a code to share")
        return self.save(self.way("To share"))

    def backup(self) -> bytes:
        """Make a backup and save its file."""
        self.press("Make a backup")
        return self.save(self.way("For yourself"))

    def save(self, way: Locator) -> bytes:
        """Press the button that saves, and return what arrives."""
        with self.page.expect_download() as arriving:
            way.get_by_role("button", name="Save the file").click()
        return Path(arriving.value.path()).read_bytes()

    def bring_file(self, content: bytes | Path) -> Offer | str:
        """Choose a file; return what is offered, or what is said."""
        self.page.locator("#bring-file").set_input_files(as_file(content))
        return self.brought()

    def paste(self, text: str) -> Offer | str:
        """Paste a text and have it read; return what is offered, or what is said."""
        self.page.locator("#bring-text").fill(text)
        self.press("Read it")
        return self.brought()

    def brought(self, section: str = "bring") -> Offer | str:
        """Return what a section offers, or says, once it does."""
        place = f"[data-section={section}]"
        result = self.page.locator(f"{place} [data-verdict]")
        said = self.page.locator(f"{place} :is([role=alert], [role=status]):not(:empty)")
        result.or_(said).first.wait_for()
        if said.count():
            return said.first.inner_text()
        hooks = [str(result.get_attribute(f"data-{name}")) for name in ("verdict", "index")]
        return Offer(hooks[0], hooks[1], self.page.locator(f"{place} .rd-offer").inner_text())

    def digest(self) -> str:
        """Return a digest of all that the browser keeps, read from beside what the page says."""
        kept = self.page.evaluate(READ_DATABASES), self.page.evaluate("({ ...localStorage })")
        return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()

    def prototypes(self) -> str:
        """Return the names of what all objects inherit."""
        found: str = self.page.evaluate(PROTOTYPES)
        return found


def as_file(content: bytes | Path) -> FilePayload | Path:
    """Return what a person chooses: a file on the disk, or one made of bytes."""
    if isinstance(content, Path):
        return content
    return FilePayload(name="answers.json", mimeType="application/json", buffer=content)


def fields_of(file: bytes) -> dict[str, Any]:
    """Return the parts of a file, as Python reads them."""
    parts: dict[str, Any] = json.loads(file)
    return parts
