"""Every state that a person can meet, reached the way a person reaches it.

Each generator leads one page of a browser from state to state and yields the state's name, so
that any check can be made in any state. Nothing here judges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Page

PAGES = (
    *("", "method/", "privacy/", "host/", "author/", "glossary/", "code/", "files/"),
    *("guide/", "paper/", "team/"),
    "404.html",
)

# What a leader's result looks like, by the answer to every item and to one of them.
RESULTS: dict[str, tuple[str, dict[str, str]]] = {
    "ready": ("4", {}),
    "conditions": ("3", {}),
    "not_yet": ("5", {"needs-identified": "2"}),
    "none": ("dk", {}),
}
HALF = 17

CHOOSE = """choices => {
  for (const [item, value] of choices) {
    document.querySelector(`[data-item="${item}"] input[value="${value}"]`).click();
  }
}"""
ITEMS = "[...document.querySelectorAll('[data-item]:not([hidden])')].map(item => item.dataset.item)"
OPEN_STEP = ".rd-step:not([hidden])"
BROKEN_DATABASE = """
  IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };
  Storage.prototype.setItem = () => { throw new DOMException("refused", "QuotaExceededError"); };
"""
UNREAD = """() => {
  const root = new URL("..", location.href).pathname;
  const id = JSON.parse(document.querySelector("[data-payload]").content.textContent).id;
  localStorage.setItem(`readiness ${root} ${id} answer:lean-motive`, "{broken");
}"""


def plain_pages(page: Page, site: str) -> Iterator[str]:
    """Visit every page without a form or a result, and the search with its findings."""
    for path in PAGES:
        page.goto(site + path)
        yield path or "welcome"
    page.goto(site)
    open_search(page)
    yield "search"


def open_search(page: Page) -> None:
    """Search for a word that few pages hold, so that all findings are in sight at once."""
    if page.locator("label.md-header__button[for=__search]").is_visible():
        page.locator("label.md-header__button[for=__search]").click()
    field = page.locator(".md-search__input")
    field.press_sequentially("telephone")
    found = page.locator(".md-search-result__item").first
    while not found.is_visible():
        field.press("Shift")  # the theme may not have listened to the first keys
        page.wait_for_timeout(100)


def form_states(page: Page, site: str) -> Iterator[str]:
    """Take the questionnaire as a leader: each step bare, then answered with an open note."""
    page.goto(site + "take/")
    page.locator(f"{OPEN_STEP}[data-step=role]").wait_for()
    yield "role"
    choose_role(page)
    yield "role chosen"
    while True:
        page.locator(".rd-next").click()
        step = str(page.locator(OPEN_STEP).get_attribute("data-step"))
        if step == "review":
            break
        yield step
        answer_step(page)
        yield f"{step}, answered"
    yield "review, complete"
    page.locator("[data-item] .rd-clear").first.evaluate("button => button.click()")
    answer(page, {shown(page)[5]: "dk"})
    yield "review, missing and unknown"
    page.locator(".rd-erase .rd-quiet").click()
    yield "erase?"
    page.locator(".rd-danger").click()
    page.get_by_text("have been erased").wait_for()
    yield "erased"


def result_states(page: Page, site: str) -> Iterator[str]:
    """See the result empty, half answered, and full with each verdict."""
    page.goto(site + "result/")
    page.get_by_text("No result yet").wait_for()
    yield "result, empty"
    for name, (level, others) in RESULTS.items():
        see_result(page, site, level, others)
        assert page.locator(f"[data-verdict={name}]").count() == 1, name
        yield f"result, {name}"
    see_result(page, site, "4", {}, HALF)
    assert page.locator("[data-verdict=none]").count() == 1
    yield "result, half"


def answers_states(page: Page, site: str) -> Iterator[str]:
    """Carry answers away, bring some back, open a link; with every list unfolded."""
    page.goto(site + "answers/")
    page.get_by_text("There is nothing to carry away yet").wait_for()
    yield "answers, none"
    see_result(page, site, "4", {"needs-identified": "dk"})
    page.goto(site + "answers/")
    page.get_by_role("button", name="Make a code to share").wait_for()
    yield "answers"
    page.get_by_role("button", name="Make a code to share").click()
    page.get_by_role("button", name="Make a backup").click()
    page.get_by_role("button", name="Show as text").first.click()
    unfold(page)
    to_top(page)
    yield "answers, carried away"
    link = page.locator("#shared-link").input_value()
    page.locator("#bring-text").fill("no code")
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("There is no code in this text").wait_for()
    to_top(page)
    yield "answers, refused"
    see_result(page, site, "3", {}, HALF)
    page.goto(link)
    page.get_by_text("Somebody sent you answers").wait_for()
    unfold(page)
    to_top(page)
    yield "answers, sent"
    page.get_by_role("button", name="Use these instead of mine").click()
    page.get_by_role("button", name="Put mine back").wait_for()
    to_top(page)
    yield "answers, taken"


def entry_states(page: Page, site: str) -> Iterator[str]:
    """Enter answers from paper: nothing yet, rows with a wrong key, dots that are no number."""
    page.goto(site + "team/")
    for fold in page.locator(".rd-entry > summary").all():
        fold.click()
    to_top(page)
    yield "entry"
    for keys in ("3" * 30, "3?2", "39"):
        page.locator("#sheet-keys").fill(keys)
        page.locator("#sheet-keys").press("Enter")
    page.locator("#sheet-keys[aria-invalid]").wait_for()
    to_top(page)
    yield "entry, wrong key"
    page.locator("[data-dots]").nth(3).fill("two")
    page.get_by_role("button", name="Add these dots").click()
    page.locator("[data-dots][aria-invalid]").wait_for()
    to_top(page)
    yield "entry, wrong dots"


def to_top(page: Page) -> None:
    """Scroll up: further down the theme's header is on its way from one title to the other."""
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    settled(page)


def unfold(page: Page) -> None:
    """Open every list that is folded."""
    page.evaluate("for (const one of document.querySelectorAll('.rd-folded')) one.open = true")


def refused_states(page: Page, site: str) -> Iterator[str]:
    """Answer in a browser that refuses to keep anything."""
    page.add_init_script(BROKEN_DATABASE)
    page.goto(site + "take/")
    choose_role(page)
    page.get_by_text("refuses to keep").wait_for()
    yield "refused"
    page.goto(site + "result/")
    yield "result, refused"


def aside_states(page: Page, site: str) -> Iterator[str]:
    """Come back to answers that cannot be read."""
    page.goto(site + "take/")
    page.evaluate(UNREAD)
    page.reload()
    page.locator("[data-aside]:visible").wait_for()
    yield "set aside"
    page.goto(site + "result/")
    page.locator("[data-aside]:visible").wait_for()
    yield "result, set aside"


def see_result(
    page: Page, site: str, level: str, others: Mapping[str, str], most: int | None = None
) -> None:
    """Answer (the first `most` of) all items as a leader, from nothing, and open the result."""
    page.goto(site + "take/")
    erase(page)
    choose_role(page)
    answer(page, {item: others.get(item, level) for item in shown(page)[:most]})
    page.goto(site + "result/")
    page.locator(".rd-verdict").wait_for()


def erase(page: Page) -> None:
    """Erase the answers, where there are any."""
    saved(page)
    if page.locator(".rd-erase .rd-quiet").is_visible():
        page.locator(".rd-erase .rd-quiet").click()
        page.locator(".rd-danger").click()
        page.get_by_text("have been erased").wait_for()


def choose_role(page: Page) -> None:
    """Choose to answer as a leader; leaders are asked everything."""
    page.locator("input[name=role-choice][value=leader]").evaluate("radio => radio.click()")


def answer(page: Page, answers: Mapping[str, str]) -> None:
    """Choose these answers, whatever step is shown, and wait until they are saved."""
    page.evaluate(CHOOSE, list(answers.items()))
    saved(page)


def answer_step(page: Page) -> None:
    """Answer the items of the shown step, each at another level, and open the first note."""
    step = page.locator(OPEN_STEP)
    for number, item in enumerate(step.locator("[data-item]:not([hidden])").all()):
        item.locator("input").nth(number % 6).check()
    step.locator("summary").first.click()
    step.locator("textarea").first.fill("What we saw in March")
    saved(page)


def shown(page: Page) -> list[str]:
    """Return the ids of the items that are asked."""
    items: list[str] = page.evaluate(ITEMS)
    return items


def saved(page: Page) -> None:
    """Wait until the browser has confirmed everything."""
    page.locator("[data-saved=yes]").wait_for()


SETTLED = """async () => {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  // What watches the scroll position hears of it a frame later, and only then begins to move.
  for (let still = 0; still < 2; still += 1) {
    await frame();
    const moving = document.getAnimations().filter(({ playState }) => playState === "running");
    if (moving.length > 0) still = -1;
    await Promise.allSettled(moving.map((one) => one.finished));
  }
}"""


def settled(page: Page) -> None:
    """Wait until nothing moves any more."""
    page.evaluate(SETTLED)
