"""A questionnaire whose every text is hostile and whose every id is the name of something else.

Each text carries its own number, by which it is found again on the page, to the letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from tools.building import build

from readiness.commands.new import write_site

if TYPE_CHECKING:
    from pathlib import Path

PAYLOADS = [
    "<script>__xss(1)</script>",
    "<img src=x onerror=__xss(2)>",
    "<img src='x' onerror='__xss(3)'>",
    '<img src="x" onerror="__xss(4)">',
    "<svg onload=__xss(5)>",
    "<svg/onload=__xss(6)//",
    "<svg><script>__xss(7)</script></svg>",
    "<svg><animate onbegin=__xss(8) attributeName=x dur=1s>",
    "<iframe src=javascript:parent.__xss(9)></iframe>",
    "<iframe srcdoc='<script>parent.__xss(10)</script>'></iframe>",
    "<body onload=__xss(11)>",
    "<input autofocus onfocus=__xss(12)>",
    "<details open ontoggle=__xss(13)>x</details>",
    "<video><source onerror=__xss(14)></video>",
    "<audio src=x onerror=__xss(15)>",
    "<marquee onstart=__xss(16)>x</marquee>",
    "<style>@keyframes x{}</style><b style='animation-name:x' onanimationstart=__xss(17)>",
    "<link rel=stylesheet href=javascript:__xss(18)>",
    "<meta http-equiv=refresh content='0;url=javascript:__xss(19)'>",
    "<base href=javascript:__xss(20)//>",
    "<form action=javascript:__xss(21)><button>x</button></form>",
    "<math><mi//xlink:href='javascript:__xss(22)'>x</mi></math>",
    "<object data=javascript:__xss(23)></object>",
    "<embed src=javascript:__xss(24)>",
    "<a href=javascript:__xss(25)>x</a>",
    "</legend></fieldset><img src=x onerror=__xss(26)>",
    "</template><script>__xss(27)</script>",
    "</textarea></title></style></noscript><img src=x onerror=__xss(28)>",
    "--><img src=x onerror=__xss(29)><!--",
    "]]><img src=x onerror=__xss(30)>",
    '" onmouseover="__xss(31)" autofocus onfocus="__xss(31)" x="',
    "' onmouseover='__xss(32)' autofocus onfocus='__xss(32)' x='",
    '"><img src=x onerror=__xss(33)>',
    "'><img src=x onerror=__xss(34)>",
    '\\"});__xss(35);//',
    "</script><script>__xss(36)</script>",
    '";__xss(37);//',
    "${__xss(38)} #{__xss(38)} <%= __xss(38) %>",
    "{{ 7*191 }} {% raw %} {{ config }} {{ ''.mro() }}",
    "[x](javascript:__xss(40))",
    "[x](JaVaScRiPt:__xss(41))",
    "[x](data:text/html,<script>__xss(42)</script>)",
    "[x](vbscript:__xss(43))",
    "[x](//elsewhere.invalid/44)",
    '![x](x" onerror="__xss(45))',
    '[x](https://elsewhere.invalid/"onclick="__xss(46))',
    "<https://elsewhere.invalid/47> <javascript:__xss(47)>",
    "&lt;img src=x onerror=__xss(48)&gt; &#60;b&#62;",
    "\uff1cimg src=x onerror=__xss(49)\uff1e",
    "<ScRiPt\n>__xss(50)</sCrIpT\n>".replace("\n", " "),
    "<img/src=x/onerror=__xss(51)>",
    "<x onclick=__xss(52) contenteditable autofocus onfocus=__xss(52)>x</x>",
    "javascript:__xss(53)",
]
IDS = [
    *("constructor", "submit", "elements", "tostring", "prototype", "proto", "hasownproperty"),
    *("valueof", "length", "name", "action", "method", "reset", "form", "then", "id", "value"),
    *("children", "parentnode", "innerhtml", "onclick", "document", "window", "location", "item"),
]
PER_THEME = 5


class Hostile:
    """The texts of the questionnaire by where they stand, and its ids."""

    def __init__(self) -> None:
        """Write it all down."""
        self.used = 0
        self.themes = [self._theme(at) for at in range(0, len(IDS), PER_THEME)]
        self.dimension = {"title": self.text(), "summary": self.text(), "themes": self.themes}
        self.roles = {name: {"label": self.text()} for name in ("constructor", "submit")}
        self.labels = {name: self.text() for name in ("not_yet", "conditions", "ready", "none")}
        self.bands = [{"from": start, "label": self.text()} for start in (0, 50)]
        self.entry: dict[str, Any] = {
            "id": "constructor",
            "edition": self.text(),
            "title": self.text(),
            "summary": self.text(),
            "instruction": self.text(),
            "scales": {"constructor": {"levels": [{"label": self.text()} for _ in range(3)]}},
            "roles": self.roles,
            "dimensions": ["submit"],
            "bands": self.bands,
            "verdict": {"labels": self.labels},
        }

    def text(self) -> str:
        """Return the next payload with a number of its own."""
        self.used += 1
        return f"{PAYLOADS[self.used % len(PAYLOADS)]} n{self.used}n"

    def _theme(self, start: int) -> dict[str, Any]:
        items = [self._item(name, start == 0) for name in IDS[start : start + PER_THEME]]
        return {"id": IDS[start], "title": self.text(), "summary": self.text(), "items": items}

    def _item(self, name: str, is_gate: bool) -> dict[str, Any]:  # noqa: FBT001  # its own caller
        item = {
            "id": name,
            "question": self.text(),
            "levels": [self.text() for _ in range(3)],
            "evidence": self.text(),
            "advice": {"low": self.text(), "mid": self.text()},
        }
        return item | ({"gate": {"min": 2, "effect": "stop"}} if is_gate else {})


def hostile_site(hostile: Hostile, folder: Path, item_template: str | None = None) -> Path:
    """Build the demo's pages around the hostile questionnaire; a template may be replaced."""
    write_site(folder)
    assessment = folder / "assessment"
    for path in assessment.glob("*.yml"):
        path.unlink()
    for name, content in (("questionnaire", hostile.entry), ("submit", hostile.dimension)):
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10**6)
        (assessment / f"{name}.yml").write_text(text, encoding="utf-8")
    if item_template is not None:
        (folder / "templates" / "item.html").write_text(item_template, encoding="utf-8")
    return build(folder.with_name(f"{folder.name} built"), folder=folder)
