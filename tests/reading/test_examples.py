"""Examples: read with a place for every fault, and tried against what must come of them.

The questionnaire is the small good one. Its figures were worked out by hand: people has weight 2,
processes 1; in people `helps-customer` weighs 3 and `knows-customer` 1; `known` has two levels.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from readiness.cli import main
from readiness.commands.check import try_examples
from readiness.reading.examples import load_examples
from readiness.reading.loading import has_error, load
from readiness.reading.nodes import plain
from readiness.reading.schema import check, schema_text
from readiness.reading.source import parse
from reading.folder import change, good_copy, replace_all
from reading.mutants import KINDS

if TYPE_CHECKING:
    from readiness.reading.examples import Examples

# All highest: 100. The gate below its level: people (1 * 0 + 3 * 100) / 4 = 75, the whole
# (2 * 75 + 100) / 3 = 83 1/3. All lowest: 0. All don't know: nothing is scored.
EXAMPLES = """\
# yaml-language-server: $schema=../questionnaire.schema.json
- {name: All there, role: leader, all: 3, answers: {known: 2}, expect: {verdict: ready, index: 100}}
- name: A high mean does not buy the gate
  role: leader
  all: 3
  answers:
    known: 2
    knows-customer: 1
  expect:
    verdict: not_yet
    index: 83
    gates_failed: [knows-customer]
    advice: [knows-customer]
    find_out: []
- name: Nobody knows
  all: dk
  expect: {verdict: none, index: null, advice: [], find_out: [improved, knows-customer]}
- name: Lowest
  all: 1
  answers: {helps-customer: na}
  expect: {index: 0}
"""
MUTANTS = 1_500
DEMO = Path(__file__).parents[2] / "assessment"
DEMO_EXAMPLES = """\
- {name: In part, role: leader, all: 3, expect: {verdict: conditions, index: 50}}
- name: Nearly all
  role: leader
  all: 4
  expect:
    verdict: ready
    index: 75
"""


def with_examples(tmp_path: Path, text: str = EXAMPLES) -> Path:
    """Return a folder with the good questionnaire and examples."""
    folder = good_copy(tmp_path)
    replace_all(folder, "examples", text.encode())
    return folder


def read(folder: Path) -> Examples:
    """Read the examples of a folder whose questionnaire has no problem."""
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return load_examples(folder, loaded.questionnaire)


def heads(folder: Path, capsys: pytest.CaptureFixture[str], code: int) -> list[str]:
    """Run `readiness check` and return the line of each problem, then the closing line."""
    assert main(["check", str(folder)]) == code
    lines = capsys.readouterr().out.splitlines()
    found = [line for line in lines if line.endswith("]") and not line.startswith(" ")]
    return [line.rpartition("/")[2] for line in found] + [lines[-1]]


def test_good_examples_are_read_and_met(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Answers for all go to whom they are asked of; the closing line counts the examples."""
    folder = with_examples(tmp_path)
    found = read(folder)
    assert found.problems == ()
    assert [example.name for example in found.examples][2:] == ["Nobody knows", "Lowest"]
    assert found.examples[0].answers == {
        "knows-customer": 3,
        "helps-customer": 3,
        "known": 2,
        "improved": 3,
    }
    assert found.examples[3].answers["helps-customer"] == "na"
    closing = "4 items in 2 themes and 2 dimensions, 4 examples tried: "
    closing += "0 errors, 0 warnings, 0 pieces of advice."
    assert heads(folder, capsys, 0) == [closing]


def test_does_not_apply_goes_only_where_it_is_allowed(tmp_path: Path) -> None:
    """The rest is unanswered, and a role gets no answer to what it is not asked."""
    text = "- {name: N, all: na, expect: {verdict: none}}\n"
    assert read(with_examples(tmp_path, text)).examples[0].answers == {"helps-customer": "na"}
    folder = with_examples(tmp_path / "roles", text.replace("all: na", "role: leader, all: 2"))
    change(folder, "people", "[leader, frontline]", "[frontline]")
    loaded = load(folder).questionnaire
    assert loaded is not None
    (example,) = load_examples(folder, loaded).examples
    assert example.answers.keys() == {"knows-customer", "known", "improved"}


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    """It is optional."""
    found = read(good_copy(tmp_path))
    assert (found.examples, found.problems) == ((), ())


DIFFERENCES = (
    ("verdict: not_yet", "verdict: ready", "10:14 verdict ready is expected, not_yet came out"),
    ("index: 83", "index: 84", "11:12 index 84 is expected, 83 came out"),
    ("index: 83", "index: null", "11:12 index none is expected, 83 came out"),
    ("index: null", "index: 0", "17:34 index 0 is expected, none came out"),
    (
        "advice: [knows-customer]",
        "advice: [knows-customer, known]",
        "13:30 known is expected in advice, there came out knows-customer",
    ),
    (
        "find_out: []",
        "find_out: [known]",
        "14:16 known is expected in find_out, there came out nothing",
    ),
    (
        "gates_failed: [knows-customer]",
        "gates_failed: []",
        "12:19 gates_failed is expected to be empty, there came out knows-customer",
    ),
)


@pytest.mark.parametrize(("old", "new", "said"), DIFFERENCES)
def test_a_difference_stands_at_the_expectation(
    old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line and column of the expected value, what was expected and what came out; exit code 2."""
    folder = with_examples(tmp_path)
    change(folder, "examples", old, new)
    (head, closing) = heads(folder, capsys, 2)
    place, _, sentence = said.partition(" ")
    assert head.startswith(f"examples.yml:{place}: '")
    assert head.endswith(f"': {sentence} [example]")
    assert closing.endswith("4 examples tried: 1 error, 0 warnings, 0 pieces of advice.")


BROKEN = (
    ("role: leader, all: 3", "role: leadr, all: 3", "2:27 known-roles"),
    ("    knows-customer: 1", "    knows-custmer: 1", "8:5 known-items"),
    ("gates_failed: [knows-customer]", "gates_failed: [known]", "12:20 known-gates"),
    ("[improved, knows-customer]", "[improvd, knows-customer]", "17:63 known-items"),
    ("{known: 2}", "{known: 3}", "2:60 example-answer"),
    ("{known: 2}", "{known: 2, improved: na}", "2:73 example-answer"),
    (", answers: {known: 2}", "", "2:40 example-answer"),
    ("all: dk", "all: maybe", "16:8 choice"),
    ("all: dk", "all: 12", "16:8 choice"),
    ("all: dk", "all: true", "16:8 choice"),
    ("index: 83", "index: 83.3", "11:12 type"),
    ("verdict: not_yet", "verdict: no", "10:14 choice"),
    ("expect: {index: 0}", "expct: {index: 0}", "21:3 unknown-key"),
    ("expect: {index: 0}", "expect: {}", "21:11 value"),
    ("- name: Lowest\n  all", "- all", "18:3 missing-key"),
    ("find_out: []", "find_out: improved", "14:15 type"),
    ("- name: Lowest\n", "- Lowest\n- name: Lowest\n", "18:3 type"),
    ("name: Lowest", "name: Lowest: of all", "18:15 colon"),
)


@pytest.mark.parametrize(("old", "new", "place"), BROKEN)
def test_a_fault_stands_where_the_author_erred(
    old: str, new: str, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exactly one problem; the questionnaire itself still loads, and the check fails."""
    folder = with_examples(tmp_path)
    change(folder, "examples", old, new)
    (head, closing) = heads(folder, capsys, 2)
    at, rule = place.split(" ")
    assert head.startswith(f"examples.yml:{at}: ")
    assert head.endswith(f" [{rule}]")
    assert closing.endswith("1 error, 0 warnings, 0 pieces of advice.")
    assert load(folder).problems == ()


def test_a_mistyped_id_gets_a_suggestion(tmp_path: Path) -> None:
    """Items, gates and roles alike."""
    text = "- {name: N, role: leader, answers: {improvd: 1}, expect: {gates_failed: [knows]}}\n"
    first, second = read(with_examples(tmp_path, text)).problems
    assert first.message == "unknown item 'improvd' (did you mean 'improved'?)"
    assert second.message == "unknown gate 'knows'"


def test_what_the_role_is_not_asked_is_refused(tmp_path: Path) -> None:
    """An answer that nobody could give would be no example."""
    folder = with_examples(
        tmp_path,
        "- {name: N, role: leader, answers: {helps-customer: 1}, expect: {index: null}}\n",
    )
    change(folder, "people", "[leader, frontline]", "[frontline]")
    questionnaire = load(folder).questionnaire
    assert questionnaire is not None
    (problem,) = load_examples(folder, questionnaire).problems
    assert (problem.column, problem.rule) == (53, "example-answer")
    assert problem.message == "'helps-customer' is not asked of the role 'leader'"


def test_an_altered_expectation_of_the_demo_is_found_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Canary on the real questionnaire: as they are they pass, one altered does not."""
    folder = Path(shutil.copytree(DEMO, tmp_path / "demo"))
    (folder / "examples.yml").write_text(DEMO_EXAMPLES, encoding="utf-8")
    assert main(["check", str(folder)]) == 0
    assert "2 examples tried" in capsys.readouterr().out
    change(folder, "examples", "    index: 75", "    index: 74")
    (head, _) = heads(folder, capsys, 2)
    assert head == ("examples.yml:7:12: 'Nearly all': index 74 is expected, 75 came out [example]")


def test_a_dimension_cannot_be_called_examples(tmp_path: Path) -> None:
    """The file has a meaning of its own; that it stands there is no warning."""
    folder = with_examples(tmp_path)
    change(folder, "questionnaire", "[people, processes]", "[people, examples]")
    (problem, *_) = load(folder).problems
    assert (problem.rule, problem.line, problem.column) == ("dimension-file", 21, 22)
    assert problem.message.endswith("'examples' is the name of the one with examples")


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    """As with every file of a questionnaire."""
    folder = good_copy(tmp_path)
    outside = tmp_path / "outside.yml"
    outside.write_text("- secret\n")
    (folder / "examples.yml").symlink_to(outside)
    (problem,) = read(folder).problems
    assert problem.rule == "file"
    assert "secret" not in problem.excerpt


def keys_of(value: Any) -> set[str]:  # noqa: ANN401  # any JSON
    """Return every key of a mapping and below."""
    if isinstance(value, list):
        return set().union(*(keys_of(entry) for entry in value))
    if isinstance(value, dict):
        return set(value).union(*(keys_of(entry) for entry in value.values()))
    return set()


def test_the_schema_knows_the_examples_and_every_typo() -> None:
    """What an editor would check passes; a letter less in any key leads back to that key."""
    root = parse("examples", EXAMPLES.encode()).root
    assert root is not None
    schema = json.loads(schema_text())
    Draft202012Validator(schema).validate(plain(root))
    seen = 0
    ids = {"known", "knows-customer", "helps-customer"}
    for key in sorted(keys_of(plain(root)) - ids):
        for form in sorted({key[:i] + key[i + 1 :] for i in range(len(key))} - {""}):
            text = EXAMPLES.replace(f"{key}:", f"{form}:", 1)
            mistyped = parse("examples", text.encode()).root
            assert mistyped is not None
            (problem,) = check(mistyped, "examples")
            assert problem.message == f"unknown key '{form}' (did you mean '{key}'?)"
            seen += 1
    assert seen > 50


def test_mutated_examples_are_problems_or_examples(tmp_path: Path) -> None:
    """No mutant raises, in reading or in trying; enough of them fail, and enough are good."""
    folder = with_examples(tmp_path)
    questionnaire = load(folder).questionnaire
    assert questionnaire is not None
    chance = Random(8)  # noqa: S311  # mutants, not secrets
    outcomes: Counter[bool] = Counter()
    for _ in range(MUTANTS):
        content = chance.choice(KINDS)(EXAMPLES.encode(), chance)
        replace_all(folder, "examples", content)
        found = load_examples(folder, questionnaire)
        stopped = has_error(found.problems)
        assert not (stopped and found.examples)
        tried = try_examples(found, questionnaire)
        lines = content.count(b"\n") + content.count(b"\r") + 1
        assert all(1 <= problem.line <= lines for problem in (*found.problems, *tried))
        outcomes[stopped] += 1
    assert min(outcomes.values()) >= MUTANTS // 10
