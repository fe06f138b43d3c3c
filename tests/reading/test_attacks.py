"""What must not get through: bombs, tags, files outside the folder, odd ids (threats A7-A16)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from readiness.problems import Severity, show
from readiness.reading import tree
from readiness.reading.loading import load
from readiness.reading.source import parse
from reading.folder import change, good_copy, replace_all

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.reading.loading import Loaded

# Loads a folder with 200 MB of memory beyond what Python and the modules take.
IN_A_SMALL_ROOM = """
import resource, sys, time
from pathlib import Path
from readiness.reading.loading import load
load(Path(sys.argv[2]))  # the good one: modules and the schema are loaded now
pages = int(Path("/proc/self/statm").read_text().split()[0])
room = pages * resource.getpagesize() + 200_000_000
resource.setrlimit(resource.RLIMIT_AS, (room, room))
if sys.argv[1] == "canary":
    bytearray(300_000_000)
start = time.process_time()
loaded = load(Path(sys.argv[1]))
print(time.process_time() - start, loaded.questionnaire is None, loaded.problems[0].rule)
"""


def alias_bomb() -> bytes:
    """Return ten lists, each of ten aliases of the one before: 10^9 leaves in 430 bytes."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    return "\n".join(lines).encode()


BOMBS = {
    "aliases": (alias_bomb(), "anchor"),
    "square brackets": (b"[" * 1_000_000, "limit"),
    "braces": (b"{" * 1_000_000, "limit"),
    "dashes": (b"- " * 500_000, "limit"),
    "question marks": (b"? " * 500_000, "limit"),
    "huge file": (b"#" * 17_000_000, "file"),
}


def small_room(target: str, good: Path) -> subprocess.CompletedProcess[str]:
    """Load a folder in a child process with little memory."""
    command = [sys.executable, "-c", IN_A_SMALL_ROOM, target, str(good)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_refused_at_once(name: str, tmp_path: Path) -> None:
    """A bomb costs less than a second and 200 MB, and is refused by the expected rule."""
    content, rule = BOMBS[name]
    bomb = good_copy(tmp_path / "bomb")
    replace_all(bomb, "people", content)
    ended = small_room(str(bomb), good_copy(tmp_path / "good"))
    assert ended.returncode == 0, ended.stderr
    seconds, refused, found = ended.stdout.split()
    assert (refused, found) == ("True", rule)
    assert float(seconds) < 1


def test_canary_of_the_small_room(tmp_path: Path) -> None:
    """The room is small indeed: 300 MB do not fit."""
    ended = small_room("canary", good_copy(tmp_path))
    assert "MemoryError" in ended.stderr


def test_more_values_than_the_limit_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first value too many is named: after the list and 99 entries, the 100th entry."""
    monkeypatch.setattr(tree, "MOST_NODES", 100)
    (problem,) = parse("x.yml", b"[" + b"a," * 150 + b"]").problems
    assert (problem.rule, problem.line, problem.column) == ("limit", 1, 2 + 2 * 99)


@pytest.mark.parametrize(
    "content",
    [
        "&a [*a]",
        "&a {x: *a}",
        "title: &t T\nsummary: *t\n",
        "<<: {title: T}\n",
        "<<: [{title: T}, {title: U}]\n",
        "base: &b {title: T}\nthemes:\n  <<: *b\n",
        '"<<": &x {title: T}\n',
    ],
)
def test_aliases_and_merges_are_refused(content: str, tmp_path: Path) -> None:
    """Nothing in the tree stands for something elsewhere, not even itself."""
    folder = good_copy(tmp_path)
    replace_all(folder, "people", content.encode())
    rules = {problem.rule for problem in load(folder).problems}
    assert rules
    assert rules <= {"alias", "anchor", "merge-key"}


def words(loaded: Loaded) -> str:
    """Return all that a questionnaire and its problems say."""
    return repr(loaded.questionnaire) + "".join(show(problem) for problem in loaded.problems)


@pytest.mark.parametrize(
    "dimension",
    ["../secret", "/etc/secret", "..", ".", "", "people/../../secret", "~/secret", "secret\0"],
)
def test_nothing_outside_the_folder_is_read(dimension: str, tmp_path: Path) -> None:
    """A path in place of a dimension's id is refused, and the file there stays unread."""
    (tmp_path / "secret.yml").write_text("title: canary-4711\nthemes: [canary-4711]\n")
    folder = good_copy(tmp_path)
    quoted = '"' + dimension.replace("\0", "\\0") + '"'
    change(folder, "questionnaire", "[people, processes]", f"[people, processes, {quoted}]")
    loaded = load(folder)
    assert loaded.questionnaire is None
    assert "canary-4711" not in words(loaded)


@pytest.mark.parametrize("name", ["people", "questionnaire"])
def test_links_out_of_the_folder_are_not_followed(name: str, tmp_path: Path) -> None:
    """A symbolic link to a file elsewhere counts as no file; one within the folder is fine."""
    folder = good_copy(tmp_path)
    inside, outside = folder / f"{name}.yml", tmp_path / "canary.yml"
    inside.rename(folder / "real.yaml")
    inside.symlink_to("real.yaml")
    assert load(folder).questionnaire is not None
    (folder / "real.yaml").rename(outside)
    inside.unlink()
    inside.symlink_to(outside)
    loaded = load(folder)
    assert loaded.questionnaire is None
    assert {p.rule for p in loaded.problems} & {"file", "dimension-file"}


def test_circle_of_links_and_pipe_are_refused(tmp_path: Path) -> None:
    """Neither hangs nor raises."""
    folder = good_copy(tmp_path)
    people, processes = folder / "people.yml", folder / "processes.yml"
    people.unlink()
    people.symlink_to(people)
    processes.unlink()
    os.mkfifo(processes)
    rules = [problem.rule for problem in load(folder).problems]
    assert rules == ["dimension-file", "dimension-file"]


def test_missing_folder_is_a_problem(tmp_path: Path) -> None:
    """Where there is nothing, a problem names what is needed."""
    for place in (tmp_path / "nowhere", tmp_path):
        loaded = load(place)
        assert loaded.questionnaire is None
        assert [problem.rule for problem in loaded.problems] == ["file"]
        assert loaded.problems[0].file == f"{place}/questionnaire.yml"


def test_tags_run_nothing(tmp_path: Path) -> None:
    """A Python tag is refused as a tag; its command does not run and its file is not read."""
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-4711")
    for tag in (
        f"!!python/object/apply:os.remove ['{secret}']",
        f"!!python/object/apply:builtins.open ['{secret}']",
        "!!python/name:os.system",
        "!ENV HOME",
        f"!include {secret}",
    ):
        folder = good_copy(tmp_path / tag.replace("/", "-"))
        replace_all(folder, "people", f"title: {tag}\n".encode())
        loaded = load(folder)
        assert [problem.rule for problem in loaded.problems] == ["tag"]
        assert "canary-4711" not in words(loaded)
    assert secret.read_text() == "canary-4711"


HOSTILE_IDS = (
    *("constructor", "submit", "elements", "prototype", "length", "name", "id", "action", "item"),
    *("valueof", "hasownproperty", "then", "default", "class", "items", "themes", "questionnaire"),
)


@pytest.mark.parametrize("name", HOSTILE_IDS)
def test_odd_ids_work_like_any_other(name: str, tmp_path: Path) -> None:
    """An id that means something to a browser may name a role, a scale, a theme and an item."""
    folder = good_copy(tmp_path)
    change(folder, "people", "id: knows-customer", f"id: {name}")
    change(folder, "people", "id: my-part", f"id: {name}")
    change(folder, "people", "[leader, frontline]", f"[{name}, frontline]")
    change(folder, "questionnaire", "  leader:", f"  {name}:")
    change(folder, "questionnaire", "  answer:", f"  {name}:")
    change(folder, "processes", "scale: answer", f"scale: {name}")
    questionnaire = load(folder).questionnaire
    assert questionnaire is not None
    assert questionnaire.items[0].id == questionnaire.themes[0].id == name
    assert questionnaire.roles[0].id == questionnaire.items[1].roles[0] == name
    assert questionnaire.items[2].scale.id == name


@pytest.mark.parametrize("name", ["__proto__", "toString", "a_b", "1st", "-a", "a b", "a\\n", "é"])
def test_other_ids_are_refused(name: str, tmp_path: Path) -> None:
    """Ids are small letters, digits and hyphens after a letter; a line end does not slip in."""
    folder = good_copy(tmp_path)
    change(folder, "people", "id: knows-customer", f'id: "{name}"')
    assert [problem.rule for problem in load(folder).problems] == ["form"]


TEXTS = (
    "{{ 7*191 }}",
    "{{7*191}} {% include 'x' %} {# x #}",
    "{{ ''.__class__.__mro__ }}",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "![x](../../etc/passwd)",
    "<svg/onload=alert(1)>",
    "${7*191} #{7*191} <%= 7*191 %>",
    "it's 100 % & more; a \\ b",
)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_passed_on_as_written(text: str, tmp_path: Path) -> None:
    """Markup and template braces are text to the reader; showing them safely is another's work."""
    folder = good_copy(tmp_path)
    quoted = "'" + text.replace("'", "''") + "'"
    change(folder, "people", "Who knows what customers expect?", quoted)
    change(folder, "questionnaire", "label: Low", f"label: {quoted}")
    questionnaire = load(folder).questionnaire
    assert questionnaire is not None
    assert questionnaire.items[0].question == text
    assert questionnaire.bands[0].label == text


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
def test_merge_conflict_names_its_line(marker: str, tmp_path: Path) -> None:
    """The message says what it is and where, in these words."""
    folder = good_copy(tmp_path)
    change(folder, "people", "weight: 2", f"{marker}\nweight: 2")
    (problem,) = load(folder).problems
    assert problem.message.startswith("merge conflict marker at line 3")


def test_thousand_questions_load_in_a_few_seconds(tmp_path: Path) -> None:
    """Time grows with the number of questions, not with its square: no scan is repeated."""
    few, many = seconds(tmp_path / "few", 100), seconds(tmp_path / "many", 1000)
    assert many < 30 * few + 1


def seconds(directory: Path, count: int) -> float:
    """Return the time it takes to load so many items."""
    folder = good_copy(directory)
    lines = (folder / "people.yml").read_text("utf-8").split("\n")
    item = "\n".join(lines[16:25])
    copies = "\n".join(item.replace("helps-customer", f"item-{i}") for i in range(count))
    (folder / "people.yml").write_text("\n".join([*lines[:16], copies, ""]), "utf-8")
    start = time.process_time()
    loaded = load(folder)
    spent = time.process_time() - start
    assert loaded.questionnaire is not None
    assert len(loaded.questionnaire.items) == count + 3
    assert all(problem.severity is not Severity.ERROR for problem in loaded.problems)
    return spent
