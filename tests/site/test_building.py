"""What `mkdocs build` makes of a site, and when it refuses."""

from __future__ import annotations

import getpass
import re
import socket
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tools.building import build, mkdocs

from readiness.commands.new import write_site
from readiness.problems import show
from readiness.reading.loading import load

ROOT = Path(__file__).parents[2]


class Seen(HTMLParser):
    """The text that a page holds for a reader whose browser runs no script."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.hidden: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter what is not shown."""
        if tag in ("template", "script", "style") or (tag != "input" and "hidden" in dict(attrs)):
            self.hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave it again."""
        if self.hidden and self.hidden[-1] == tag:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self.hidden:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """Return all of it, with single spaces."""
        return " ".join(" ".join(self.texts).split())


def files(folder: Path) -> dict[str, bytes]:
    """Return name and content of every file under a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_every_question_and_level_is_on_the_page_without_scripts(built_site: Path) -> None:
    """Complete in the HTML itself, each beside its radio."""
    questionnaire = load(ROOT / "assessment").questionnaire
    assert questionnaire
    html = (built_site / "take" / "index.html").read_text("utf-8")
    text = Seen(html).text
    assert len(questionnaire.items) == 34
    for item in questionnaire.items:
        for written in (item.question, *item.levels):
            assert " ".join(written.split()) in text
        names = re.findall(r'name="(q-\d+)"', fieldset(html, item.id))
        assert len(names) == len(item.levels) + 1 + item.allow_na
        assert set(names) == {names[0]}
        assert html.count(f'name="{names[0]}"') == len(names)


def fieldset(html: str, item: str) -> str:
    """Return the HTML of one item."""
    return html.partition(f'data-item="{item}"')[2].partition("</fieldset>")[0]


def test_a_build_with_problems_names_them_all_and_leaves_the_old_site(own_site: Path) -> None:
    """Exit code 2; two faults in two files, both said as `readiness check` says them."""
    build(own_site / "site", folder=own_site)
    before = files(own_site / "site")
    for name in ("leadership", "people"):
        path = own_site / "assessment" / f"{name}.yml"
        path.write_text(path.read_text("utf-8").replace("question:", "qestion:", 1), "utf-8")
    ended = mkdocs("build", folder=own_site)
    assert ended.returncode == 2
    assert "assessment/leadership.yml:" in ended.stderr
    assert "assessment/people.yml:" in ended.stderr
    problems = load(own_site / "assessment").problems
    assert len(problems) >= 2
    for problem in problems:
        assert show(problem).split(str(own_site))[-1].lstrip("/") in ended.stderr
    assert "Traceback" not in ended.stderr
    assert len(before) > 20
    assert files(own_site / "site") == before


def test_a_missing_assessment_is_a_problem_too(own_site: Path) -> None:
    """The folder that mkdocs.yml names is not there."""
    config = own_site / "mkdocs.yml"
    text = config.read_text("utf-8").replace("assessment: assessment", "assessment: nowhere")
    config.write_text(text, "utf-8")
    ended = mkdocs("build", folder=own_site)
    assert ended.returncode == 2
    assert "nowhere" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "written", ["{{ item.qestion | prose }}", "{% if %}", "{{ item | nofilter }}"]
)
def test_a_fault_in_a_template_is_named_with_its_line(own_site: Path, written: str) -> None:
    """No traceback for the people who write templates."""
    path = own_site / "templates" / "item.html"
    text = path.read_text("utf-8")
    line = text[: text.index("<legend>")].count("\n") + 1
    path.write_text(text.replace("<legend>", f"<legend>{written}", 1), "utf-8")
    ended = mkdocs("build", folder=own_site)
    assert ended.returncode == 1
    assert f"templates/item.html:{line}: " in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_sites_own_template_and_style_come_before_ours(own_site: Path) -> None:
    """A file that is there replaces ours; one that is not falls back to ours."""
    templates = own_site / "templates"
    names = sorted(path.name for path in templates.iterdir())
    for name in names:
        if name != "problems.html":
            (templates / name).unlink()
    (templates / "item.html").write_text(
        "{% macro choices(item) %}<p>mine {{ item.id }}</p>{% endmacro %}", "utf-8"
    )
    site = build(own_site / "site", folder=own_site)
    html = (site / "take" / "index.html").read_text("utf-8")
    assert html.count("<p>mine ") == 34
    assert "rd-form" in html


def test_two_builds_are_equal_to_the_byte(tmp_path: Path) -> None:
    """Other path, user settings, hash seed and year; the site map, dated by MkDocs, included."""
    built = []
    for number, zone in enumerate(("Pacific/Kiritimati", "Pacific/Niue")):
        folder = tmp_path / f"other path {number}"
        write_site(folder)
        config = folder / "mkdocs.yml"
        address = "site_url: https://example.org/x/\n"
        config.write_text(address + config.read_text("utf-8"), "utf-8")
        environment = {"TZ": zone, "PYTHONHASHSEED": str(number), "HOME": str(folder)}
        if number:
            environment |= {"SOURCE_DATE_EPOCH": "1", "LC_ALL": "C"}
        built.append(build(folder / "site", folder=folder, **environment))
    first, second = map(files, built)
    assert len(first) > 20
    assert "sitemap.xml.gz" in first
    assert first == second


def test_a_site_of_ones_own_is_the_demo(own_site: Path, built_site: Path) -> None:
    """The starter is written from the demo's own files; and canary: one word makes a difference."""
    site = own_site / "site"
    assert files(build(site, folder=own_site)) == files(built_site)
    path = own_site / "assessment" / "people.yml"
    before, items, after = path.read_text("utf-8").partition("items:")
    path.write_text(before + items + after.replace("customer", "client", 1), "utf-8")
    assert files(build(site, folder=own_site)) != files(built_site)


def test_nothing_of_the_builders_machine_is_in_the_site(built_site: Path) -> None:
    """No path, user or host name; the theme's own source maps aside, which hold none of ours."""
    secrets = {str(ROOT), str(Path.home()) + "/", socket.gethostname() + ".", str(built_site)}
    user = getpass.getuser()
    secrets.add(f"/home/{user}" if user != "root" else "/root/")
    for name, content in files(built_site).items():
        for secret in secrets:
            assert secret.encode() not in content, (name, secret)


def test_the_client_and_the_style_are_named_by_their_content(built_site: Path) -> None:
    """So old and new builds do not mix in a cache; the script waits for the page."""
    assets = {
        path.name.split(".", 2)[-1]: path for path in (built_site / "assets").glob("readiness.*")
    }
    assert set(assets) >= {"css", "result.css", "questionnaire.js", "result.js"}
    form = (built_site / "take" / "index.html").read_text("utf-8")
    result = (built_site / "result" / "index.html").read_text("utf-8")
    own = {view: assets[f"{view}.js"].name for view in ("questionnaire", "result")}
    assert f'<script src="../assets/{own["questionnaire"]}" defer></script>' in form
    assert f'<script src="../assets/{own["result"]}" defer></script>' in result
    assert assets["result.css"].name in result
    assert assets["result.css"].name not in form
    assert own["result"] not in form
    assert own["questionnaire"] not in result
    assert f'<link rel="stylesheet" href="../assets/{assets["css"].name}">' in form


def test_pages_that_authors_link_to_are_resolved_like_any_other(own_site: Path) -> None:
    """`[x](method.md#y)` in a question works in both kinds of address; a dead one is a warning."""
    path = own_site / "assessment" / "people.yml"
    text = path.read_text("utf-8")
    start = text.index("question:")
    quoted = text[:start] + 'question: "Go [there](method.md#x-y) or [here](take.md)?"\n'
    rest = text[start:].split("\n")
    indent = len(text[:start].split("\n")[-1])
    while rest and (
        len(rest[0]) - len(rest[0].lstrip()) > indent or rest[0].startswith("question")
    ):
        rest.pop(0)
    path.write_text(quoted + "\n".join(rest), "utf-8")
    site = own_site / "site"
    assert mkdocs("build", "-q", folder=own_site).returncode == 0
    assert '<a href="../method/#x-y">there</a>' in (site / "take/index.html").read_text("utf-8")
    assert mkdocs("build", "-q", "--no-directory-urls", folder=own_site).returncode == 0
    assert '<a href="method.html#x-y">there</a>' in (site / "take.html").read_text("utf-8")
    path.write_text(quoted.replace("method.md", "gone.md") + "\n".join(rest), "utf-8")
    ended = mkdocs("build", "-s", folder=own_site)
    assert ended.returncode == 1
    assert "gone.md" in ended.stderr
