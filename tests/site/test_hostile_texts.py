"""Hostile texts in every field an author can write reach the page as they were written.

The site is built with the typographic extensions that hosts like to turn on, and opened without
its policy: what keeps the texts still must be the rendering, not the policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tools.building import mkdocs
from tools.serving import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    Read = Callable[[str], tuple[str, object]]

TEXTS = [
    "{{ 7*191 }} {% raw %} ${7*191}",
    "<script>window.xss = 1</script>",
    "<img src=x onerror='window.xss = 2'>",
    "<svg/onload=window.xss=3>",
    "</template></textarea></script><script>window.xss = 4</script>",
    '" autofocus onfocus="window.xss = 5" x="',
    "<iframe srcdoc='<script>parent.xss = 6</script>'></iframe>",
    "<b>bold</b> <!-- comment --> <?php ?> <![CDATA[x]]>",
    "[click](javascript:window.xss=7)",
    "[click](data:text/html,<script>window.xss=8</script>)",
    "[click](//evil.example/x)",
    "/// questionnaire",
    "///",
    "&amp; &lt;b&gt; &#60; &copy",
    "*** a ***",
    "$x$ \\(y\\) $$z$$",
    "\"straight\" 'quotes' -- ... (c) (tm) 1/2 --> =/=",
    ":smile: :material-account:",
    "# heading",
    "- list 1. list > quote | a | b |",
    "![picture](https://evil.example/x.png)",
    "~~gone~~ H~2~O x^2^ ++in++ ==marked== [^1] [[key]] ++ctrl+c++",
    '--8<-- "mkdocs.yml"',
    "{: .class #id onclick=x } { .class }",
    "https://evil.example/bare <https://evil.example/auto>",
    "HTML *[HTML]: abbreviation",
    "\\*not\\* \\_escaped\\_ \\[x\\]",
    "wzxhzdk:0 klzzwxh:0001",
]
EXTENSIONS = [
    *("abbr", "footnotes", "smarty", "admonition", "def_list", "md_in_html", "attr_list"),
    *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic"),
    *("pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite"),
    *("pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
]


def questionnaire() -> dict[str, dict[str, Any]]:
    """Return the two files of a questionnaire in which every text is hostile."""
    texts = Texts()
    scale = {"levels": [{"label": texts.next()} for _ in range(3)]}
    themes = [
        {
            "id": f"theme-{number}",
            "title": texts.next(),
            "summary": texts.next(),
            "items": [
                {
                    "id": f"item-{number}-{place}",
                    "question": texts.next(),
                    "levels": [texts.next() for _ in range(3)],
                    "evidence": texts.next(),
                    "advice": {"low": texts.next(), "mid": texts.next()},
                }
                for place in range(4)
            ],
        }
        for number in range(4)
    ]
    entry = {
        "id": "hostile",
        "edition": texts.next(),
        "title": texts.next(),
        "summary": texts.next(),
        "instruction": texts.next(),
        "scales": {"only": scale},
        "roles": {"one": {"label": texts.next()}, "two": {"label": texts.next()}},
        "dimensions": ["first"],
        "bands": [{"from": 0, "label": texts.next()}, {"from": 50, "label": texts.next()}],
        "verdict": {"labels": {"ready": texts.next(), "none": texts.next()}},
        "hand_in": {"url": "https://x.example/?'onclick='window.xss=9'", "label": texts.next()},
    }
    first = {"title": texts.next(), "summary": texts.next(), "themes": themes}
    return {"questionnaire": entry, "first": first}


class Texts:
    """The hostile texts, round and round; each use carries its own number to be found by."""

    def __init__(self) -> None:
        """Start with the first."""
        self.used: list[str] = []

    def next(self) -> str:
        """Return the next text."""
        self.used.append(f"{TEXTS[len(self.used) % len(TEXTS)]} n{len(self.used)}n")
        return self.used[-1]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site built from hostile texts."""
    folder = tmp_path_factory.mktemp("hostile")
    for place in ("assessment", "templates", "site_src"):
        (folder / place).mkdir()
    for name, content in questionnaire().items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / "assessment" / f"{name}.yml").write_text(text, "utf-8")
    (folder / "site_src" / "index.md").write_text(
        "# Form\n\n/// questionnaire\n///\n\n- list\n\n    /// method\n    ///\n", "utf-8"
    )
    (folder / "site_src" / "result.md").write_text("# Result\n\n/// result\n///\n", "utf-8")
    for block in ("paper", "invitation", "team", "answers"):
        text = f"# Page\n\n/// {block}\n///\n"
        (folder / "site_src" / f"{block}.md").write_text(text, "utf-8")
    config = {
        "site_name": "Hostile",
        "docs_dir": "site_src",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": EXTENSIONS,
        "plugins": ["search", "readiness"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    ended = mkdocs("build", folder=folder)
    assert ended.returncode == 0, ended.stderr
    return folder / "site"


@pytest.fixture
def texts_of(hostile_site: Path, browser: Browser) -> Iterator[Read]:
    """Yield a way to read what a page holds, templates laid open, and what has run in it."""
    with serve(hostile_site) as url:
        context = browser.new_context(bypass_csp=True)

        def read(path: str) -> tuple[str, object]:
            page = context.new_page()
            page.goto(url + path)
            page.wait_for_load_state("networkidle")
            text = page.evaluate(
                """async () => {
                  const source = await (await fetch(location.href)).text();
                  const laid = new DOMParser().parseFromString(source, "text/html");
                  const parts = [laid.body.textContent];
                  for (const held of laid.querySelectorAll("template")) {
                    parts.push(held.content.textContent);
                    document.body.append(document.importNode(held.content, true));
                  }
                  await new Promise((resolve) => setTimeout(resolve, 300));
                  return parts.join(" ");
                }"""
            )
            return " ".join(text.split()), page.evaluate("window.xss")

        yield read
        context.close()


def test_every_text_of_the_form_and_the_method_is_shown_as_written(texts_of: Read) -> None:
    """Each by its own number; nothing runs, though no policy would stop it."""
    text, ran = texts_of("")
    assert ran is None
    files = questionnaire()
    items = [item for theme in files["first"]["themes"] for item in theme["items"]]
    wanted = [files["questionnaire"]["instruction"], files["first"]["title"]]
    wanted += [role["label"] for role in files["questionnaire"]["roles"].values()]
    wanted += [theme["title"] for theme in files["first"]["themes"]]
    wanted += [written for item in items for written in (item["question"], *item["levels"])]
    assert len(wanted) >= 70
    for written in wanted:
        assert " ".join(written.split()) in text


def test_every_text_that_a_result_may_quote_is_as_written(texts_of: Read) -> None:
    """Laid open and put into the page, as the script does with them."""
    text, ran = texts_of("result/")
    assert ran is None
    items = [item for theme in questionnaire()["first"]["themes"] for item in theme["items"]]
    for item in items:
        for written in (item["question"], item["advice"]["low"], item["advice"]["mid"]):
            assert " ".join(written.split()) in text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("paper/", ("instruction", "roles", "questions", "levels")),
        ("team/", ("questions", "levels")),
        ("invitation/", ("title",)),
        ("answers/", ("hand-in",)),
    ],
)
def test_every_text_around_a_group_is_as_written(
    texts_of: Read, page: str, shown: tuple[str, ...]
) -> None:
    """The paper form, the team page, the poster and the way to hand in."""
    text, ran = texts_of(page)
    assert ran is None
    files = questionnaire()
    entry, items = (
        files["questionnaire"],
        [item for theme in files["first"]["themes"] for item in theme["items"]],
    )
    written = {
        "title": [entry["title"]],
        "instruction": [entry["instruction"]],
        "roles": [role["label"] for role in entry["roles"].values()],
        "questions": [item["question"] for item in items],
        "levels": [level for item in items for level in item["levels"]],
        "hand-in": [entry["hand_in"]["label"]],
    }
    for one in (one for kind in shown for one in written[kind]):
        assert " ".join(one.split()) in text


def test_a_script_that_is_not_escaped_would_be_noticed(tmp_path: Path, browser: Browser) -> None:
    """Canary: the same browser runs it where a page does hold it."""
    (tmp_path / "index.html").write_text(f"<h1>x</h1>{TEXTS[2]}", "utf-8")
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    with serve(tmp_path) as url:
        page.goto(url)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.xss") == 2
    context.close()
