"""Puts a form, a result or the method where a page asks for it: `/// questionnaire` and so on.

The HTML is stashed away from Markdown and typography, so an author's text reaches the page as
it was written; what stands inside the block is ordinary Markdown. Where the questionnaire has
problems, they stand on the page in place of the view. Works without the MkDocs plugin.
"""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension  # type: ignore[import-untyped]
from pymdownx.blocks.block import Block  # type: ignore[import-untyped]

from readiness.site.current import current
from readiness.site.rendering import render, render_problems

if TYPE_CHECKING:
    from markdown import Markdown
    from pymdownx.blocks import BlocksProcessor

AFTER_LINKS = -10  # MkDocs resolves links to pages at priority 0
PAGE_LINK = re.compile(r'(?<=<a href=")[^":?#]+\.md(?:#[^"]*)?(?=")')


class View(Block):  # type: ignore[misc]  # pymdownx ships no types
    """A block that shows the questionnaire in one way; its content is the way onward."""

    def on_create(self, parent: Element) -> Element:
        """Add the view, with the pages that it links to, so that they are resolved like any."""
        kind, html = self._view()
        element = SubElement(parent, "div", {"class": "readiness", "data-readiness": kind})
        place = SubElement(element, "div")
        for target in _page_links(html):
            SubElement(place, "a", {"href": unescape(target)})
        SubElement(element, "div", {"class": "rd-onward", "data-onward": ""})
        self.config["waiting"].append((place, html))
        return element

    def on_add(self, block: Element) -> Element:
        """Put the block's own content into the place for the way onward."""
        return block[1]

    def _view(self) -> tuple[str, str]:
        templates = Path(self.config["templates"])
        loaded = current(Path(self.config["assessment"]))
        if loaded.questionnaire is None:
            return "problems", render_problems(loaded.problems, templates)
        return self.NAME, render(self.NAME, loaded.questionnaire, templates)


class QuestionnaireView(View):
    """The form."""

    NAME = "questionnaire"


class ResultView(View):
    """The place of the result, with the words that it may quote."""

    NAME = "result"


class AnswersView(View):
    """Carrying answers away and bringing them back."""

    NAME = "answers"


class TeamView(View):
    """Bringing the answers of a group together."""

    NAME = "team"


class InvitationView(View):
    """An e-mail to copy and a poster to print."""

    NAME = "invitation"


class PaperView(View):
    """A blank form to be answered on paper."""

    NAME = "paper"


class MethodView(View):
    """How the result is worked out, in the questionnaire's own values."""

    NAME = "method"


VIEWS = (
    *(QuestionnaireView, ResultView, AnswersView, TeamView),
    *(PaperView, InvitationView, MethodView),
)


class Stash(Treeprocessor):
    """Takes the HTML out of Markdown's reach once the links to pages are resolved."""

    def __init__(self, md: Markdown, waiting: list[tuple[Element, str]]) -> None:
        """Keep the list that the blocks add to."""
        super().__init__(md)
        self.waiting = waiting

    def run(self, root: Element) -> None:  # noqa: ARG002  # the blocks said where they stand
        """Fill every place that a block has made."""
        for place, html in self.waiting:
            resolved = (escape(link.get("href", "")) for link in place)
            targets = dict(zip(_page_links(html), resolved, strict=True))
            place[:] = []
            place.text = AtomicString(self.md.htmlStash.store(_relink(html, targets)))
        self.waiting.clear()


def _page_links(html: str) -> list[str]:
    return list(dict.fromkeys(PAGE_LINK.findall(html)))


def _relink(html: str, targets: dict[str, str]) -> str:
    return PAGE_LINK.sub(lambda found: targets[found[0]], html)


class ReadinessExtension(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types
    """Registers the blocks."""

    def __init__(self, **options: object) -> None:
        """Take the two folders, relative to where the build runs."""
        self.config = {
            "assessment": ["assessment", "folder of the questionnaire's YAML files"],
            "templates": ["templates", "folder of templates that replace the packaged ones"],
        }
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register one block for each view."""
        waiting: list[tuple[Element, str]] = []
        for view in VIEWS:
            block_mgr.register(view, {**self.getConfigs(), "waiting": waiting})
        md.treeprocessors.register(Stash(md, waiting), "readiness", AFTER_LINKS)
