"""The yardstick: a plain Material site that holds the same questions as bare radios.

The same pages, theme and settings as ours, without the plugin, the extension and the client.
"""

from __future__ import annotations

import re
import shutil
from html import escape
from typing import TYPE_CHECKING

from tools.building import ROOT

from readiness.reading.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.questionnaire import Item

BLOCK = re.compile(r"^/// (\w+)\n(.*?)^///$", re.MULTILINE | re.DOTALL)


def write_plain_site(folder: Path) -> Path:
    """Write the sources of the plain site into a folder that is not there yet."""
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"^ *- readiness.*\n", "", settings, flags=re.MULTILINE)
    settings = re.sub(r"^watch:.*\n", "", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    radios = "\n".join(_bare(item) for item in _items())
    for page in (folder / "site_src").glob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(BLOCK.sub(lambda block: _instead(block, radios), text), "utf-8")
    return folder


def _items() -> tuple[Item, ...]:
    questionnaire = load(ROOT / "assessment").questionnaire
    assert questionnaire is not None
    return questionnaire.items


def _instead(block: re.Match[str], radios: str) -> str:
    return radios if block[1] == "questionnaire" else ""


def _bare(item: Item) -> str:
    values = [*enumerate(item.levels, 1), ("dk", "I don\u2019t know")]
    if item.allow_na:
        values.append(("na", "Does not apply"))
    labels = (
        f'<p><label><input type="radio" name="{item.id}" value="{value}"> '
        f"{escape(text)}</label></p>"
        for value, text in values
    )
    return f"<fieldset><legend>{escape(item.question)}</legend>{''.join(labels)}</fieldset>"
