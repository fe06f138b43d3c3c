"""The same journey wherever a host puts the site: below a path, by plain http, instantly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tools.building import build
from tools.serving import serve

from journey.respondent import Respondent
from journey.stubs import DATABASE_REFUSED, ENTRIES_REFUSED
from journey.tour import watch
from journey.variants import copy, replace
from readiness.commands.new import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserType, Page

    from journey.respondent import Answers

ALL_ROLES = "roles: [leader, manager, frontline]"


def is_taken(respondent: Respondent, items: list[str]) -> bool:
    """Go the whole way, with a reload and a step back on it, and tell whether it ended well."""
    respondent.open().choose_role("leader")
    second = respondent.next()
    answers: Answers = dict.fromkeys(items, 4)
    respondent.answer(respondent.items[0], 4)
    respondent.fill(None, answers).reload()
    kept = (respondent.answers, respondent.role, respondent.step) == (answers, "leader", second)
    respondent.next()
    respondent.page.go_back()
    stepped = respondent.step == second
    while respondent.next() != "review":
        pass
    shown = respondent.follow_to_result()
    return kept and stepped and (shown.verdict, shown.index) == ("ready", "75")


@pytest.fixture(scope="module")
def two_teams(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a host with the same site below two paths, one of them odd."""
    root = tmp_path_factory.mktemp("host")
    for place in ("team/x y/assess", "other"):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        copy(built_site, root / place)
    with serve(root) as url:
        yield url


@pytest.mark.parametrize("form", ["take/", "take", "take/index.html"])
def test_below_a_path(page: Page, two_teams: str, items: list[str], form: str) -> None:
    """With a slash, without one, and with the file's own name."""
    assert is_taken(Respondent(page, f"{two_teams}team/x%20y/assess/{form}"), items)


def test_two_sites_of_one_host_keep_their_answers_apart(page: Page, two_teams: str) -> None:
    """The same questionnaire twice: what is said, and erased, at one leaves the other alone."""
    here = Respondent(page, f"{two_teams}team/x%20y/assess/take/")
    there = Respondent(page, f"{two_teams}other/take/")
    here.open().fill("leader", {"team-goals": 2})
    assert there.open().answers == {}
    there.fill("manager", {"team-goals": 5})
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("button", name="Erase them").click()
    page.get_by_text("Your answers have been erased").wait_for()
    assert here.open().answers == {"team-goals": 2}
    assert Respondent(page, f"{here.take}index.html").open().answers == {"team-goals": 2}


def test_by_plain_http_under_a_name(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site_url: str,
    items: list[str],
) -> None:
    """As on many intranets: no secure context, so no crypto.subtle, no locks, no service worker."""
    rule = "--host-resolver-rules=MAP intranet.test 127.0.0.1"
    switches = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], rule]}
    browser = browser_type.launch(**switches)
    page = browser.new_page()
    take = f"{site_url}take/".replace("127.0.0.1", "intranet.test")
    assert is_taken(Respondent(page, take), items)
    assert page.evaluate("[isSecureContext, crypto.subtle === undefined]") == [False, True]
    browser.close()


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a site whose host has turned instant navigation on."""
    own, site = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("instant")
    write_site(own)
    with serve(site) as url:
        config = own / "mkdocs.yml"
        replace(config, "\n  palette:", "\n  features: [navigation.instant]\n  palette:")
        config.write_text(f"site_url: {url}\n{config.read_text('utf-8')}", "utf-8")
        build(site, folder=own)
        yield url


def test_from_page_to_page_without_loading(
    browser: Browser, instant_site: str, items: list[str]
) -> None:
    """One document from the welcome to the result and back: each view stands once and works."""
    with watch(browser) as watched:
        page = watched.page
        page.goto(instant_site, wait_until="networkidle")
        page.evaluate("window.same = true")
        page.locator(".md-nav--primary a[href$='take/']").first.click()
        respondent = Respondent(page, f"{instant_site}take/").wait_until_ready()
        respondent.fill("leader", dict.fromkeys(items, 4))
        while respondent.next() != "review":
            pass
        assert page.locator(".rd-footer").count() == 1
        shown = respondent.follow_to_result()
        assert (shown.verdict, shown.index) == ("ready", "75")
        page.locator("[data-onward] a").first.click()
        page.wait_for_url(f"{instant_site}take/*")
        respondent.wait_until_ready()
        assert respondent.answers == dict.fromkeys(items, 4)
        assert page.locator("[data-mounted]").count() == page.locator(".rd-footer").count() == 1
        respondent.fill(None, {"needs-identified": 2})
        assert respondent.step == "review"
        assert respondent.follow_to_result().verdict == "not_yet"
        assert page.evaluate("window.same") is True
        assert watched.refused == watched.complaints == []


def test_from_page_to_page_where_nothing_is_kept(
    page: Page, instant_site: str, items: list[str]
) -> None:
    """Without loading and without storage, the answers still reach the result and come back."""
    for stub in (DATABASE_REFUSED, ENTRIES_REFUSED):
        page.add_init_script(stub)
    respondent = Respondent(page, f"{instant_site}take/").open()
    page.evaluate("window.same = true")
    respondent.walk("leader", dict.fromkeys(items, 4))
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("ready", "75")
    page.locator("[data-onward] a").first.click()
    page.wait_for_url(f"{instant_site}take/*")
    assert respondent.wait_until_ready().answers == dict.fromkeys(items, 4)
    assert page.evaluate("[window.same, window.name]") == [True, ""]


@pytest.fixture
def without_a_theme(page: Page, tmp_path: Path) -> Iterator[Respondent]:
    """Yield somebody before a form that asks a whole theme of leaders alone."""
    own = tmp_path / "own"
    write_site(own)
    processes = own / "assessment" / "processes.yml"
    before, theme, after = processes.read_text("utf-8").partition("  - id: acting-on-feedback")
    assert after.count(ALL_ROLES) == 4
    processes.write_text(before + theme + after.replace(ALL_ROLES, "roles: [leader]"), "utf-8")
    with serve(build(tmp_path / "site", folder=own)) as url:
        yield Respondent(page, f"{url}take/").open()


def test_a_theme_that_a_role_is_not_asked_is_skipped(without_a_theme: Respondent) -> None:
    """Not shown, not counted as a step, not asked for by the review."""
    respondent = without_a_theme
    seen = respondent.walk("frontline", {})
    assert "acting-on-feedback" not in seen
    assert len(seen) == 10
    assert "26 questions have no answer yet." in respondent.page.locator(".rd-form").inner_text()
    respondent.page.go_back()
    for _ in range(9):
        respondent.page.locator(".rd-back").click()
    respondent.choose_role("leader")
    assert respondent.walk(None, {}) == [*seen[:3], "acting-on-feedback", *seen[3:]]
