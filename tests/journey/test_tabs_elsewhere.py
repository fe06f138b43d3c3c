"""Tabs where a browser gives a page less: from a folder, and by plain http under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journey.tabs import come_to_show, open_tabs
from journey.test_erase import ELSEWHERE, erase

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, BrowserType

    from journey.respondent import Answers


def keeps_together(context: BrowserContext, take: str) -> bool:
    """Answer in two tabs, reload, see the result, erase; tell whether all went as it must."""
    one, other = open_tabs(context, take, 2)
    first: Answers = {"team-goals": 2, "bad-news": 4}
    one.fill("leader", first)
    went = [come_to_show(other, first)]
    other.fill(None, {"team-goals": 5})
    went.append(come_to_show(one, {"team-goals": 5, "bad-news": 4}))
    one.next()
    one.wait_until_saved().reload()
    went.append((one.answers, one.role) == ({"team-goals": 5, "bad-news": 4}, "leader"))
    went.append("No index: too few answers." in other.go_to_result().text)
    erase(one)
    other.page.get_by_text(ELSEWHERE).wait_for()
    went.append(one.reload().answers == {})
    return all(went)


def test_from_a_folder(context: BrowserContext, flat_site: Path) -> None:
    """On file://, where every local site shares one storage and no address has a host."""
    take = (flat_site / "take.html").as_uri()
    assert take.startswith("file:///")
    assert keeps_together(context, take)


def test_two_folders_do_not_meet(context: BrowserContext, flat_site: Path, tmp_path: Path) -> None:
    """The same site in two folders shares the storage of file://, and nothing in it."""
    other_site = tmp_path / "other"
    other_site.symlink_to(flat_site)
    here = open_tabs(context, (flat_site / "take.html").as_uri(), 1)[0]
    there = open_tabs(context, (other_site / "take.html").as_uri(), 1)[0]
    here.fill("leader", {"team-goals": 2})
    assert there.reload().answers == {}
    there.fill("manager", {"bad-news": 3})
    erase(here)
    assert not there.page.get_by_text(ELSEWHERE).is_visible()
    assert there.reload().answers == {"bad-news": 3}


def test_by_plain_http_under_a_name(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    take_url: str,
) -> None:
    """No secure context, so no locks between tabs: none is needed."""
    rule = "--host-resolver-rules=MAP intranet.test 127.0.0.1"
    switches = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], rule]}
    browser = browser_type.launch(**switches)
    context = browser.new_context()
    take = take_url.replace("127.0.0.1", "intranet.test")
    assert keeps_together(context, take)
    bare = "[isSecureContext, 'locks' in navigator, 'storage' in navigator]"
    assert context.pages[0].evaluate(bare) == [False, False, False]
    browser.close()
