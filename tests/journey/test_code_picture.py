"""The QR picture, read back from the screen by another program: the link, in every scheme."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image
from tools.serving import serve

from journey.exchanger import Exchanger
from journey.respondent import Respondent
from journey.variants import copy, with_module

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

FORCED: dict[str, Any] = {"forced_colors": "active", "color_scheme": "dark"}


def read_picture(shot: bytes) -> str:
    """Return the text of the one QR code in a screenshot."""
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(shot)))
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return str(found.text)


Look = dict[str, Any]  # of a browser's context


def pictured(
    browser: Browser, url: str, items: list[str], look: Look | None = None
) -> tuple[str, str, bytes]:
    """Answer everything and make a code; return code, link and what is on the screen."""
    page = browser.new_context(**look or {}).new_page()
    Respondent(page, f"{url}take/").open().fill("leader", dict.fromkeys(items, 3))
    exchanger = Exchanger(page, f"{url}answers/").open()
    code, link = exchanger.share()
    shot = page.locator(".rd-picture").screenshot()
    page.context.close()
    return code, link, shot


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_holds_the_link(
    browser: Browser, site_url: str, items: list[str], scheme: str, width: int
) -> None:
    """Dark on white, with a white margin of four modules, on a narrow screen too."""
    look: Look = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    code, link, shot = pictured(browser, site_url, items, look)
    assert link == f"{site_url}answers/#code={code}"
    assert read_picture(shot) == link
    image = Image.open(BytesIO(shot)).convert("L")
    size = min(image.size)
    edge = image.crop((3, 3, size - 3, 6)).getextrema()
    assert edge == (255, 255), "the margin is white"


def test_forced_colours_leave_it_alone(browser: Browser, site_url: str, items: list[str]) -> None:
    """Where the system sets the colours it must still be read."""
    _, link, shot = pictured(browser, site_url, items, FORCED)
    assert read_picture(shot) == link


def test_it_is_named(browser: Browser, site_url: str, items: list[str]) -> None:
    """For those who do not see it: an image with a name; the link stands beside it as text."""
    page = browser.new_page()
    Respondent(page, f"{site_url}take/").open().fill("leader", dict.fromkeys(items, 3))
    Exchanger(page, f"{site_url}answers/").open().share()
    assert page.get_by_role("img", name="QR picture of your link").is_visible()
    page.close()


def test_a_long_address_leaves_the_code_alone(
    browser: Browser, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """A picture of a very long link is hard to catch: it holds the code instead."""
    place = "a-folder-with-a-long-name/" * 8
    (tmp_path / place).parent.mkdir(parents=True)
    copy(built_site, tmp_path / place)
    with serve(tmp_path) as url:
        code, link, shot = pictured(browser, url + place, items)
    assert len(link) > 200
    assert read_picture(shot) == code


def test_a_flipped_row_is_noticed(
    browser: Browser, built_site: Path, tmp_path: Path, items: list[str]
) -> None:
    """Canary: a picture that is drawn upside down and mirrored at once is not read as the link."""
    broken = with_module(
        copy(built_site, tmp_path / "site"),
        "views/answers/picture.js",
        'line.map((dark) => (dark ? "1" : "0"))',
        'line.map((dark) => (dark && y % 9 ? "1" : "0"))',
    )
    with serve(broken) as url:
        _, link, shot = pictured(browser, url, items)
    found = zxingcpp.read_barcodes(Image.open(BytesIO(shot)))
    assert link not in [one.text for one in found]
