"""The safe subset of Markdown: what is live, and that all else stands as it was written."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.site.prose import prose

ALLOWED: dict[str, list[set[str]]] = {
    "em": [set()],
    "strong": [set()],
    "code": [set()],
    "a": [{"href"}, {"href", "rel"}],
}
MARKS = str.maketrans("", "", "*_`[]()")

NASTY = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='https://evil.example' onclick=alert(1)>x</a>",
    "</template><script>alert(1)</script>",
    "</textarea></title></style></script><b>",
    "<!-- --><b>x</b>",
    "<![CDATA[<b>x</b>]]>",
    "<?php echo 1 ?>",
    "<style>@import '//evil.example';</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=preconnect href=//evil.example>",
    "<form action=//evil.example><button>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "` onmouseover=alert(1) x=`",
    "javascript:alert(1)",
    "JaVaScRiPt:alert`1`",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3A;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://evil.example/x",
    "view-source:https://evil.example",
    "mailto:a@b.example",
    "//evil.example/x",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "https://user:pass@evil.example/",
    "https://evil.example\\@good.example",
    "https://evil.example/\x01",
    "ht\ntps://evil.example",
    "ftp://evil.example",
    "{{ 7*191 }}",
    "{% raw %}{{ config }}",
    "${7*191} #{7*191} <%= 7*191 %>",
    "&amp; &lt; &#60;b&#62; &nbsp;",
    "***",
    "** ** * * __ __",
    "$x$ \\(x\\)",
    "\u201csmart\u201d \u2018quotes\u2019 -- ... (c)",
    ":smile: :material-account:",
    "/// questionnaire",
    "# heading\n- list\n1. list\n> quote",
    "![picture](https://evil.example/x.png)",
    "[^1] [x]: https://evil.example",
    "<https://evil.example>",
    "\x02wzxhzdk:0\x03 wzxhzdk:0",
    "\u202egnp.exe \u200b\ufeff",
    "\ufb01 \uff1cscript\uff1e \u02bc",
]
WRAPPINGS = ["{}", "*{}*", "[{}](https://example.org)", "[x]({})", "`{}`", "[x](y{}", "**a {} b**"]
PAYLOADS = [wrapping.format(nasty) for nasty in NASTY for wrapping in WRAPPINGS]


class Shown(HTMLParser):
    """What a reader sees, with each address behind its link; refuses all but the subset."""

    def __init__(self, html: str) -> None:
        """Read the HTML."""
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, str]] = []
        self.feed(str(html))
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Refuse a tag, an attribute or an address outside the subset."""
        given = {name: value or "" for name, value in attrs}
        assert set(given) in ALLOWED[tag], (tag, attrs)
        assert given.get("rel", "noopener noreferrer") == "noopener noreferrer"
        assert tag != "a" or is_safe(given["href"]), given
        assert not (tag == "a" and "a" in dict(self.open)), "a link within a link"
        self.open.append((tag, given.get("href", "")))

    def handle_endtag(self, tag: str) -> None:
        """Refuse tags that cross; put the address behind the text of a link."""
        opened, address = self.open.pop()
        assert opened == tag
        self.text += address

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """Refuse a comment."""
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration."""
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        """Refuse a processing instruction."""
        raise AssertionError(data)


def is_safe(address: str) -> bool:
    """Judge an address as a browser reads it, by other means than the code under test."""
    if any(ord(character) <= ord(" ") for character in address) or "\\" in address:
        return False
    scheme, colon, rest = address.partition(":")
    if colon and not set(scheme) & set("/?#"):
        return scheme.lower() in ("http", "https") and rest[:2] == "//" and rest[2:3] not in "/@"
    return not address.startswith("/")


def test_there_are_enough_payloads() -> None:
    """The table is not empty by accident."""
    assert len(PAYLOADS) >= 200


@pytest.mark.parametrize("payload", PAYLOADS)
def test_only_the_subset_is_live_and_everything_written_is_shown(payload: str) -> None:
    """Marks aside, nothing is added and nothing is lost."""
    assert Shown(prose(payload)).text.translate(MARKS) == payload.translate(MARKS)


@pytest.mark.parametrize("nasty", NASTY)
def test_what_is_outside_the_subset_stands_to_the_letter(nasty: str) -> None:
    """Not even a mark is lost."""
    letter = nasty.replace("`", "'")  # two backticks would be code, which is in the subset
    assert Shown(prose(letter)).text == letter


@given(st.text(alphabet="ab *_`[]()<>&\"'/:.\\\n#hps", max_size=60))
def test_any_mixture_of_marks_is_safe_and_whole(text: str) -> None:
    """The same for texts that nobody thought of."""
    assert Shown(prose(text)).text.translate(MARKS) == text.translate(MARKS)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        (
            "*a* _b_ **c** __d__ `e`",
            "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <code>e</code>",
        ),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("*a **b c*", "<em>a **b c</em>"),
        ("snake_case_name 2*3*4 a * b * c", "snake_case_name 2*3*4 a * b * c"),
        ("`*a* <b>`", "<code>*a* &lt;b&gt;</code>"),
        ("``a`` `b", "``a`` `b"),
        ("[m](method.md#gates)", '<a href="method.md#gates">m</a>'),
        ("[m](../x/y.html?a=1&b=2)", '<a href="../x/y.html?a=1&amp;b=2">m</a>'),
        (
            "[w](https://example.org/a_b?c=d#e)",
            '<a href="https://example.org/a_b?c=d#e" rel="noopener noreferrer">w</a>',
        ),
        ("[*a* `b`](c.md)", '<a href="c.md"><em>a</em> <code>b</code></a>'),
        ("*[a](b.md)*", '<em><a href="b.md">a</a></em>'),
        ("[a [b](c.md)](d.md)", '[a <a href="c.md">b</a>](d.md)'),
        ("[](a.md) [ ](a.md)", "[](a.md) [ ](a.md)"),
        ("[a](javascript:x)", "[a](javascript:x)"),
        ("[a](//b.example)", "[a](//b.example)"),
        ("[a](/b)", "[a](/b)"),
        ("[a](b c)", "[a](b c)"),
        ("![a](b.png) [![a](b.png)](c.md)", "![a](b.png) [![a](b.png)](c.md)"),
        (r"\*a\* \_b\_ \`c\` \[d](e.md)", r"\*a\* \_b\_ \`c\` \[d](e.md)"),
        ("", ""),
    ],
)
def test_the_subset(written: str, html: str) -> None:
    """What each mark does, alone and with others."""
    assert prose(written) == html


@pytest.mark.parametrize(
    "unit", ["[", "*a ", " *a", "`a``", "**a__", "[a](", "](", "[a]", "*", "_ ", "`", "[*`](x"]
)
def test_long_texts_take_linear_time(unit: str) -> None:
    """No unit, repeated, makes the renderer look back."""
    text = unit * 20_000  # a second or less; anything quadratic would take hours
    assert Shown(prose(text)).text.translate(MARKS) == text.translate(MARKS)
