"""Twelve kinds of trouble with storage, each a browser that really has it, or a stub marked so.

A kind opens the form in its own way and can prove that its fault is there. `Place` is what a
respondent sits before: a page, or a frame inside one.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from journey.damaged import record
from journey.respondent import Respondent
from journey.stored import (
    FILL_UP,
    IS_FULL,
    PLACE,
    beside,
    forget,
    plant,
    plant_entries,
    plant_newer,
)
from journey.stubs import (
    DATABASE_FULL,
    DATABASE_GONE,
    DATABASE_REFUSED,
    DATABASE_SILENT,
    ENTRIES_FULL_IN_FIREFOX,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, BrowserType, Frame, Locator, Page

IS_DENIED = "() => { try { localStorage.length; } catch (error) { return error.name; } }"
ADD_FRAME = """([src, sandbox]) => {
  const frame = document.createElement("iframe");
  if (sandbox !== null) frame.sandbox = sandbox;
  frame.src = src;
  document.body.append(frame);
}"""
WAS_HIT = "() => window.hits > 0"
STOP_AT = 10_000


class Place:
    """A frame that is used like a page of its own."""

    def __init__(self, frame: Frame) -> None:
        """Sit before a frame."""
        self.frame = frame
        self.context = frame.page.context

    def goto(self, address: str) -> None:
        """Open an address inside the frame."""
        self.frame.goto(address)

    def reload(self) -> None:
        """Load the frame anew."""
        self.frame.goto(self.frame.url.split("#")[0])

    def locator(self, selector: str) -> Locator:
        """Find something inside the frame."""
        return self.frame.locator(selector)

    def get_by_text(self, text: str) -> Locator:
        """Find a text inside the frame."""
        return self.frame.get_by_text(text)

    def evaluate(self, script: str, given: object = None) -> Any:  # noqa: ANN401  # any JSON
        """Run a script inside the frame."""
        return self.frame.evaluate(script, given)


@dataclass(frozen=True)
class Machine:
    """What there is to make trouble with."""

    browser: Browser
    browser_type: BrowserType
    launch: dict[str, Any]
    folder: Path
    site: str
    patience: int = STOP_AT

    @property
    def take(self) -> str:
        """The address of the form."""
        return f"{self.site}take/"


@dataclass(frozen=True)
class Trouble:
    """A browser in trouble: how to open the form in it, and how to prove the trouble."""

    open: Callable[[], Respondent]
    is_there: Callable[[Respondent], bool]


if TYPE_CHECKING:
    Kind = Callable[[Machine], AbstractContextManager[Trouble]]


@contextmanager
def own_context(machine: Machine, script: str = "") -> Iterator[BrowserContext]:
    """Yield a browser that keeps nothing yet."""
    context = machine.browser.new_context()
    context.set_default_timeout(machine.patience)
    context.add_init_script(script)
    yield context
    context.close()


def asks(script: str, expected: object = True) -> Callable[[Respondent], bool]:  # noqa: FBT002  # a value of JSON
    """Return a proof: a script on the page says so."""
    return lambda respondent: bool(respondent.page.evaluate(script) == expected)


def before_form(machine: Machine, context: BrowserContext) -> Callable[[], Respondent]:
    """Return how to open the form in a new tab."""
    return lambda: Respondent(context.new_page(), machine.take).open()


def stubbed(stub: str) -> Kind:
    """STUB: a script that runs before the page and takes something away."""

    @contextmanager
    def kind(machine: Machine) -> Iterator[Trouble]:
        with own_context(machine, stub) as context:
            yield Trouble(before_form(machine, context), asks(WAS_HIT))

    return kind


def prefer(machine: Machine, settings: dict[str, Any]) -> None:
    """Write what the user of a browser has set into its profile."""
    preferences = machine.folder / "Default" / "Preferences"
    preferences.parent.mkdir()
    preferences.write_text(json.dumps({"profile": settings}), "utf-8")


@contextmanager
def denied(machine: Machine) -> Iterator[Trouble]:
    """Forbid storage by the browser's own setting."""
    prefer(machine, {"default_content_setting_values": {"cookies": 2}})
    with machine.browser_type.launch_persistent_context(
        machine.folder, **machine.launch
    ) as context:
        context.set_default_timeout(machine.patience)
        yield Trouble(before_form(machine, context), asks(IS_DENIED, "SecurityError"))


@contextmanager
def full(machine: Machine) -> Iterator[Trouble]:
    """Fill localStorage, really and to the last character, before the form is opened."""
    with own_context(machine) as context:
        beside(context.new_page(), machine.site).evaluate(FILL_UP)
        yield Trouble(before_form(machine, context), asks(IS_FULL, "QuotaExceededError"))


def found(planting: Callable[[Page], None]) -> Kind:
    """Leave what is no good: the page says so and starts without it."""

    @contextmanager
    def kind(machine: Machine) -> Iterator[Trouble]:
        with own_context(machine) as context:
            planting(beside(context.new_page(), machine.site))
            first = before_form(machine, context)
            notice = "() => document.querySelector('[data-aside]').hidden === false"
            yield Trouble(first, asks(notice))

    return kind


def damage(page: Page) -> None:
    """Put a damaged record into the database and a damaged text into localStorage."""
    plant(page, [record("journey-owner", version=2), record("handovers-agreed", value=[])])
    plant_entries(page, {f"{PLACE} answer:lean-motive": "{"})


def newer(page: Page) -> None:
    """Leave a database as a later version of the page might."""
    plant_newer(page, [{"item": "lean-motive", "level": 4}], 99)


def framed(sandbox: str | None, proof: Callable[[Respondent], bool]) -> Kind:
    """Show the form inside a page of another site; sandboxed, it has no storage at all."""

    @contextmanager
    def kind(machine: Machine) -> Iterator[Trouble]:
        # As most people have it: such a frame gets a store of its own, apart from the tab's.
        prefer(machine, {"cookie_controls_mode": 0, "block_third_party_cookies": False})
        with machine.browser_type.launch_persistent_context(
            machine.folder, **machine.launch
        ) as context:
            context.set_default_timeout(machine.patience)
            yield Trouble(lambda: in_frame(machine, context, sandbox), proof)

    return kind


def in_frame(machine: Machine, context: BrowserContext, sandbox: str | None) -> Respondent:
    """Open the form in a frame of a page that another site shows."""
    page = beside(context.new_page(), machine.site.replace("127.0.0.1", "localhost"))
    page.evaluate(ADD_FRAME, [machine.take, sandbox])
    page.wait_for_function("frames.length === 1")
    frame = page.frames[1]
    frame.wait_for_url(machine.take)
    place: Any = Place(frame)
    return Respondent(place, machine.take).wait_until_ready()


@contextmanager
def cleared(machine: Machine) -> Iterator[Trouble]:
    """Clear everything under the open page, as the browser may."""
    with own_context(machine) as context:

        def first() -> Respondent:
            respondent = before_form(machine, context)()
            respondent.fill(None, {"journey-owner": 1})
            elsewhere = context.new_page()
            forget(elsewhere, machine.site)
            elsewhere.close()
            return respondent

        yield Trouble(first, lambda _: True)


IS_PARTED = "() => window.top !== window && localStorage.length >= 0"
KINDS: dict[str, Kind] = {
    "denied by a setting": denied,
    "database refused (stub)": stubbed(DATABASE_REFUSED),
    "database missing (stub)": stubbed(DATABASE_GONE),
    "database silent (stub)": stubbed(DATABASE_SILENT),
    "database full (stub)": stubbed(DATABASE_FULL),
    "localStorage full": full,
    "localStorage full as in Firefox (stub)": stubbed(ENTRIES_FULL_IN_FIREFOX),
    "damaged values": found(damage),
    "a newer version's database": found(newer),
    "frame of another site": framed(None, asks(IS_PARTED)),
    "sandboxed frame": framed("allow-scripts", asks(IS_DENIED, "SecurityError")),
    "cleared under the open page": cleared,
}
