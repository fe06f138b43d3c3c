"""People are invited by an e-mail and a poster, both with the form's address on this host."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image
from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MAIL = "#invitation-mail"


def read_picture(page: Page) -> list[str]:
    """Read the poster's picture as a phone does."""
    shot = page.locator(".rd-poster svg").screenshot()
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))]


def test_mail_and_poster_lead_to_the_form(page: Page, site_url: str, take_url: str) -> None:
    """And to another address where the facilitator knows a better one."""
    page.goto(f"{site_url}guide/")
    assert take_url in page.locator(MAIL).input_value()
    mail = page.locator(MAIL).input_value().replace("\n", " ")
    assert "nobody can work out which level any other single person chose" in mail
    assert "It takes about 15 minutes" in mail
    assert read_picture(page) == [take_url]
    page.locator("#invitation-address").fill("https://intranet.example/lean/take/")
    assert "https://intranet.example/lean/take/" in page.locator(MAIL).input_value()
    assert read_picture(page) == ["https://intranet.example/lean/take/"]
    assert page.locator(".rd-poster-address").inner_text() == "https://intranet.example/lean/take/"


def test_the_poster_is_one_sheet(page: Page, site_url: str, take_url: str) -> None:
    """On both papers; nothing of the guide goes with it."""
    page.goto(f"{site_url}guide/")
    page.locator(".rd-poster").wait_for()
    for paper in ("A4", "Letter"):
        sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
        assert len(sheets) == 1
        text = sheets[0].extract_text()
        assert take_url in text
        assert "sponsor" not in text


def test_from_a_folder_a_poster_needs_an_address(page: Page, flat_site: Path) -> None:
    """The page says so, and makes one as soon as there is an address."""
    page.goto((flat_site / "guide.html").as_uri())
    page.get_by_text("A poster needs the address of a host").wait_for()
    assert "[address of the form]" in page.locator(MAIL).input_value()
    page.locator("#invitation-address").fill("https://x.example/")
    assert read_picture(page) == ["https://x.example/"]


def test_without_script_the_mail_is_there(browser: Browser, site_url: str) -> None:
    """With a place for the address."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}guide/")
    assert "[address of the form]" in page.locator(".rd-mail").inner_text()
    context.close()
