"""Templates and a questionnaire in, HTML out; decides nothing about content.

The environment is our own (autoescape on, undefined names are errors), because those of the
site generator and its theme escape nothing. A site's own `templates/` come before ours.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from readiness.site.payload import form_payload, minutes, payload
from readiness.site.prose import prose
from readiness.site.short_codes import short_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.problems import Problem
    from readiness.questionnaire import Questionnaire

PACKAGE = Path(__file__).parents[1]
STYLE_SHEETS = {
    "every page": ("page.css", "form.css", "paper.css"),
    "result": ("result.css",),
    "answers": ("fields.css", "tables.css", "answers.css", "rounds.css"),
    "paper": ("sheet.css",),
    "invitation": ("fields.css", "invitation.css"),
    "team": ("fields.css", "tables.css", "team.css", "report.css", "meeting.css"),
}
PAYLOADS = {"questionnaire": form_payload}
HTML_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
# A text of a style sheet, a note, an indent, or blanks beside a sign that needs none.
CSS_PARTS = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|^\s+|\s*([{};,])\s*|(?<=:)[ ]""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


def render(name: str, questionnaire: Questionnaire, templates: Path | None = None) -> str:
    """Return the HTML of the view `name` (questionnaire, result, …) of a questionnaire."""
    template = environment(templates).get_template(f"{name}.html")
    content = PAYLOADS.get(name, payload)(questionnaire)
    numbers = {item.id: number for number, item in enumerate(questionnaire.items, start=1)}
    return template.render(
        questionnaire=questionnaire,
        payload=_in_html(content),
        numbers=numbers,
        minutes=minutes(questionnaire),
        short=short_codes(questionnaire),
    )


def _in_html(content: dict[str, object]) -> Markup:
    """Write JSON in which nothing can mean HTML: the three signs that could are escaped in JSON."""
    compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(compact.translate(HTML_SIGNS))  # noqa: S704  # no sign of HTML is left


def render_problems(problems: Sequence[Problem], templates: Path | None = None) -> str:
    """Return the HTML that stands in for a view while the questionnaire has problems."""
    return environment(templates).get_template("problems.html").render(problems=problems)


def style_sheet(use: str, templates: Path | None = None) -> str:
    """Return the style sheet of every page or of one view, without its comments and blanks.

    Each part is the site's own, or the packaged one.
    """
    parts = (_style(name, templates).read_text("utf-8") for name in STYLE_SHEETS[use])
    return CSS_PARTS.sub(lambda part: part[1] or part[2] or "", "\n".join(parts))


def _style(name: str, templates: Path | None) -> Path:
    own = None if templates is None else templates / name
    return own if own is not None and own.is_file() else packaged_templates() / name


def packaged_templates() -> Path:
    """Return the folder of the default templates: in the package, or in the checkout."""
    packaged = PACKAGE / "templates"
    return packaged if packaged.is_dir() else PACKAGE.parents[1] / "templates"


@cache
def environment(templates: Path | None = None) -> Environment:
    """Return the Jinja environment that looks into `templates` first."""
    folders = [packaged_templates()] if templates is None else [templates, packaged_templates()]
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(prose=_prose, points=points, percent=percent)
    return made


def _prose(text: object) -> Markup:
    """Fail at an undefined name as Jinja does, with the line of the template."""
    return prose(str(text))


def points(number: Fraction) -> str:
    """Write an exact number as people read it: 40, 62.5, 66 2/3."""
    whole, rest = divmod(Fraction(number), 1)
    if rest == 0:
        return str(whole)
    if 1000 % rest.denominator == 0:
        return str(float(whole + rest))
    return f"{whole} {rest}" if whole else str(rest)


def percent(share: Fraction) -> str:
    """Write a share (0 to 1) as a percentage."""
    return f"{points(Fraction(share) * 100)}%"
