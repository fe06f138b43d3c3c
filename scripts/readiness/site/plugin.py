"""Comfort for MkDocs, nothing that a page means: assets, problems, and closing the site.

Registers the Markdown extension, adds the style sheet and the client script, stops a build at
a questionnaire with problems (exit code 2), closes the built site to other hosts (`policy`,
`contact`) and lets it take the place of the old one (`swap`). While serving, problems are shown
on the page.
"""

from __future__ import annotations

import hashlib
import logging
import sys
import traceback
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import TemplateError
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from readiness.problems import show
from readiness.site.bundle import JoinError, join
from readiness.site.contact import findings
from readiness.site.current import Stamp, current, stamp
from readiness.site.policy import close
from readiness.site.rendering import PACKAGE, STYLE_SHEETS, style_sheet
from readiness.site.swap import beside, give_up, take_place
from readiness.site.undated import undate

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

EXTENSION = "readiness"
BROWSER = PACKAGE / "browser"
VIEWS = ("questionnaire", "result", "answers", "team", "invitation")
EVERY_PAGE = "every page"
SHOWN = dict.fromkeys([*VIEWS, *STYLE_SHEETS])
SEARCH_DIALOG = '<div class="md-search" data-md-component="search" role="dialog"'
FOLDERS = {"assessment": "assessment", "templates": "templates"}

log = get_plugin_logger(__name__)


class HasProblemsError(Abort):
    """Ends a build with the exit code that stands for problems everywhere."""

    code = exit_code = 2


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs is half typed
    """The options are those of the Markdown extension."""


class ReadinessPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # likewise
    """See the module; MkDocs calls these methods in the order in which they stand here."""

    serving = False
    in_place = True
    site: Path | None = None

    def __init__(self) -> None:
        """Begin without addresses; `on_files` notes them."""
        super().__init__()
        self.styles: dict[str, str] = {}
        self.scripts: dict[str, str] = {}
        self.made = Path()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a page is being served or a site is being built."""
        self.serving = command == "serve"
        self.in_place = self.serving or dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the extension, and let its folders stand beside mkdocs.yml."""
        root = Path(config.config_file_path).parent
        options = config.mdx_configs.setdefault(EXTENSION, {})
        for name, default in FOLDERS.items():
            options[name] = str(root / options.get(name, default))
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        if not self.in_place:
            self.site = Path(config.site_dir)
            self.made = beside(self.site)
            config.site_dir = str(self.made)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Name every problem; stop a build that has one."""
        loaded = current(self._folder(config, "assessment"))
        for problem in loaded.problems:
            sys.stderr.write(f"{show(problem)}\n")
        if loaded.questionnaire is None and not self.serving:
            message = "The questionnaire has problems; nothing was built."
            raise HasProblemsError(message)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the style sheet and the script, named by their content so that no cache mixes."""
        templates = self._folder(config, "templates")
        for use in STYLE_SHEETS:
            view = "" if use == EVERY_PAGE else f"{use}."
            self.styles[use] = _add(files, config, style_sheet(use, templates), f"{view}css")
        config.extra_css.append(self.styles[EVERY_PAGE])
        for view in VIEWS:
            self.scripts[view] = _add(files, config, client_script(view), f"{view}.js")
        return files

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Let a page load the style and the script of each view that it shows, and no other."""
        del config, files
        shown = [view for view in SHOWN if f'data-readiness="{view}"' in html]

        def url(uri: str) -> str:
            return get_relative_url(uri, page.url)

        styles = [
            f'<link rel="stylesheet" href="{url(self.styles[view])}">'
            for view in shown
            if view in self.styles
        ]
        scripts = [
            f'<script src="{url(self.scripts[view])}" defer></script>'
            for view in shown
            if view in self.scripts
        ]
        return "\n".join([*styles, html, *scripts])

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Name the theme's search dialog on a page."""
        del page, config
        return _name_search(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str | None:
        """Name the theme's search dialog on a page without Markdown, such as 404.html."""
        del template_name, config
        return _name_search(output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Close the built site; refuse one that would ask other hosts by itself."""
        if self.serving:
            return
        site = Path(config.site_dir)
        undate(site)
        found = list(findings(site))
        log.info("Header for the host:\nContent-Security-Policy: %s", close(site))
        for finding in found:
            log.log(logging.ERROR if finding.contact else logging.WARNING, "%s", finding)
        if any(finding.contact for finding in found):
            message = "the site would ask other hosts by itself; each place is named above"
            raise PluginError(message)
        if self.site is not None:
            take_place(self.site, self.made)
            config.site_dir = str(self.site)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site; name the place of a fault in a template or a browser module."""
        if self.site is not None:
            give_up(self.site, self.made)
        if isinstance(error, TemplateError | JoinError):
            raise Abort(_placed(error)) from error

    def _folder(self, config: MkDocsConfig, name: str) -> Path:
        return Path(config.mdx_configs[EXTENSION][name])


def _name_search(html: str) -> str:
    """Give the dialog the name that the theme forgets (seen in Material 9.8)."""
    return html.replace(SEARCH_DIALOG, f'{SEARCH_DIALOG} aria-label="Search"')


def client_script(view: str) -> str:
    """Return a view's client as one classic script, which `file://` runs as well."""
    return _joined(view, stamp(BROWSER))


@lru_cache(maxsize=len(VIEWS))
def _joined(view: str, _: Stamp) -> str:
    """Join again only when a module has changed: a reload while serving need not wait for it."""
    return join(BROWSER / f"{view}_page.js") + ";\n"


def _placed(error: TemplateError | JoinError) -> str:
    """Return the message with the line of the template; a JoinError names its own."""
    if isinstance(error, JoinError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    last = next(frame for frame in reversed(frames) if frame.filename.endswith(".html"))
    return f"{last.filename}:{last.lineno}: {error.message}"


def _add(files: Files, config: MkDocsConfig, content: str, suffix: str) -> str:
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    uri = f"assets/readiness.{digest}.{suffix}"
    files.append(File.generated(config, uri, content=content))
    return uri
