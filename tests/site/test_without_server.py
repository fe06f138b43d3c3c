"""A site built with `use_directory_urls: false` works straight from a folder, by file://."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey.respondent import Respondent

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def test_answers_are_kept_and_a_result_is_shown(flat_site: Path, browser: Browser) -> None:
    """Every answer by clicks, a reload, the result by its link; nothing but files is read."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    respondent = Respondent(page, (flat_site / "take.html").as_uri()).open()
    items = [str(item.get_attribute("data-item")) for item in page.locator("[data-item]").all()]
    respondent.walk("leader", dict.fromkeys(items, 4))
    respondent.wait_until_saved().reload()
    assert respondent.answers == dict.fromkeys(items, 4)
    assert page.evaluate("window.refused") == []
    result = respondent.go_to_result()
    assert (result.verdict, result.index) == ("ready", "75")
    assert page.evaluate("window.refused") == []
    context.close()
    assert len(items) == 34
    assert len(asked) > 8
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}
