"""The query of `readiness sql` makes the counts that the command makes, in DuckDB and in Spark.

Hand-worked groups for each rule, with a planted fault for each that one of them must find; random
groups; two halves. Spark runs with READINESS_LONG=1.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from subprocess import run
from typing import TYPE_CHECKING

import pytest
from engines.strategies import cases
from engines.test_score_command import save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.cli import main
from readiness.formats.answers_table import write_answers
from readiness.formats.counts_reader import CountsReader
from readiness.formats.standard_query import standard_query
from readiness.group.breakdown import offered, read_breakdown
from readiness.group.deduplication import Member, gather
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import count
from readiness.group.report import group_report
from readiness.group.report_json import report_json
from readiness.questionnaire import Completeness
from readiness.reading.loading import load

from .counted_groups import CASES, QUESTIONNAIRE, WHOLE, one
from .sql_engines import ENGINES, LONG, SPARK_SESSION, in_duckdb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.engine.responses import Responses
    from readiness.group.frequencies import Frequencies
    from readiness.questionnaire import Questionnaire

    from .counted_groups import Told
    from .sql_engines import Rows, Run

ASSESSMENT = Path(__file__).parents[2] / "assessment"
UNKNOWN = ("left_out", "other_editions")
# Each breaks one rule of the query.
FAULTS = {
    "revision, -1) DESC": "revision, -1)",
    "-1) DESC": "5) DESC",
    "given DESC": "given",
    "COALESCE(role, '')": "COALESCE(role, 'zzz')",
    ", COALESCE(role, ''), answers": ", answers, COALESCE(role, '')",
    "answers, contribution\n": "answers DESC, contribution\n",
    "LENGTH(respondent) = 13": "LENGTH(respondent) >= 12",
    "(respondent) = 13": "(respondent) >= 13",
    "COUNT(DISTINCT respondent) = 1": "COUNT(DISTINCT respondent) >= 1",
    "COALESCE(whole_id, respondent)": "respondent",
    "CONCAT('contribution ', contribution)": "'nobody'",
    "place = 1 AND": "",
    "applicable > 0 AND": "",
    "5 * dealt_with >= 4 * applicable": "5 * dealt_with > 4 * applicable",
    "4 * applicable": "3 * applicable",
    "IN ('rated', 'dont_know')": "IN ('rated')",
    "'dont_know', 'unanswered')": "'dont_know', 'unanswered', 'not_applicable')",
    "ON respondent = beginning": "ON respondent = LOWER(beginning) OR respondent = beginning",
}


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> Run:
    """Return each SQL engine in turn."""
    return ENGINES[request.param]


def counts(engine: Run, questionnaire: Questionnaire, members: Iterable[Member], out: Path) -> Rows:
    """Return what the query gives for a group, names of columns first."""
    write_answers(questionnaire, gather(questionnaire, members).taken, str(out))
    return engine(standard_query(questionnaire), [out])


def told(rows: Rows) -> Told:
    """Return people by role and level of `a`, or of `d` where guests are concerned."""
    wanted = [row for row in rows[1:] if row[0] == ("d" if row[1] == "guest" else "a")]
    return {(role, level): people for _, role, _, level, people, _ in wanted}


@pytest.mark.parametrize("name", CASES)
def test_rules_by_hand(name: str, engine: Run, tmp_path: Path) -> None:
    """The query and the command's own rules count whom the hand counted, in any order."""
    members, expected = CASES[name]
    for ordered in (members, members[::-1]):
        rows = counts(engine, QUESTIONNAIRE, ordered, tmp_path / "answers.parquet")
        assert told(rows) == expected
        gathered = gather(QUESTIONNAIRE, ordered)
        assert len(gathered.people) == sum(expected.values())
        assert frequencies(QUESTIONNAIRE, rows).items == count(QUESTIONNAIRE, gathered).items


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the single answers of each of the groups, written once."""
    folder = tmp_path_factory.mktemp("cases")
    paths = {name: folder / f"{number}.parquet" for number, name in enumerate(CASES)}
    for name, (members, _) in CASES.items():
        write_answers(QUESTIONNAIRE, gather(QUESTIONNAIRE, members).taken, str(paths[name]))
    return paths


@pytest.mark.parametrize("right", FAULTS)
def test_each_rule_is_needed(right: str, written: dict[str, Path]) -> None:
    """Canary: a query with one rule broken counts somebody else in one of the groups."""
    query = standard_query(QUESTIONNAIRE)
    assert query.count(right) == 1
    broken = query.replace(right, FAULTS[right])
    assert any(
        told(in_duckdb(broken, [written[name]])) != expected
        for name, (_, expected) in CASES.items()
    )


@pytest.mark.parametrize(
    ("id_", "other_name", "expected"),
    [(None, "same.json", 1), (None, "other.json", 2), (WHOLE, "other.json", 1)],
)
def test_the_same_contribution_in_two_files(
    id_: str | None, other_name: str, expected: int, engine: Run, tmp_path: Path
) -> None:
    """By its id, else by its name, role and answers: it counts once over both files."""
    paths = [tmp_path / "north.parquet", tmp_path / "south.parquet"]
    for path, name in zip(paths, ["same.json", other_name], strict=True):
        member = replace(one(4, id_), name=name)
        write_answers(QUESTIONNAIRE, gather(QUESTIONNAIRE, [member]).taken, str(path))
    assert told(engine(standard_query(QUESTIONNAIRE), paths)) == {("staff", 4): expected}


def frequencies(questionnaire: Questionnaire, *tables: Rows) -> Frequencies:
    """Return the sum of tables of counts."""
    reader = CountsReader(questionnaire)
    for table in tables:
        assert reader.add(iter(table)) == []
    return reader.frequencies()


def report(questionnaire: Questionnaire, counted: Frequencies, blocks: str) -> str:
    """Return the JSON of a report without what counts cannot know."""
    breakdown = read_breakdown(questionnaire, counted.people, blocks)
    tables = tell(questionnaire, counted, breakdown)
    written = report_json(questionnaire, group_report(questionnaire, tables))
    return json.dumps({key: value for key, value in written.items() if key not in UNKNOWN})


def groups() -> st.SearchStrategy[tuple[Questionnaire, list[Member]]]:
    """Draw a questionnaire and the contributions of a group, often several of one person."""
    return st.builds(_group, cases(30), st.integers(0, 2**48))


def _group(
    case: tuple[Questionnaire, list[Responses]], seed: int
) -> tuple[Questionnaire, list[Member]]:
    random = Random(seed)  # noqa: S311  # not a secret: a repeatable group
    questionnaire, people = case
    if random.random() < 0.5:
        people = [random.choice(people[:4]) for _ in people]
    return questionnaire, [_member(random, one) for one in people]


def _member(random: Random, responses: Responses) -> Member:
    whole = f"ABCDE{random.choice('012345678')}{random.choice('01')}000000"
    return Member(
        name=random.choice("abc"),
        role=responses.role,
        answers=responses.answers,
        respondent=random.choice([None, None, whole, whole, whole[:6], whole[:7]]),
        revision=random.choice([None, 0, 1, 2]),
        edition=random.choice([None, "1", "1", "1", "0"]),
    )


@pytest.mark.parametrize("name", ENGINES)
def test_random_groups(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Report by report equal to that of the files; several breakdowns; many are told of."""
    out = tmp_path_factory.mktemp("random") / "answers.parquet"
    seen = {"reports": 0, "told": 0, "left": 0}

    @settings(
        max_examples=30 if name == "spark" else 2000 if LONG else 60,
        deadline=None,
        derandomize=not LONG,
        suppress_health_check=list(HealthCheck),
    )
    @given(groups())
    def check(group: tuple[Questionnaire, list[Member]]) -> None:
        questionnaire, members = group
        counted = frequencies(questionnaire, counts(ENGINES[name], questionnaire, members, out))
        gathered = gather(questionnaire, members)
        expected = count(questionnaire, gathered)
        assert counted.people == expected.people
        assert counted.items == expected.items
        for blocks in offered(questionnaire, expected.people):
            assert report(questionnaire, counted, blocks) == report(questionnaire, expected, blocks)
            seen["told"] += 1
        seen["reports"] += 1
        seen["left"] += bool(gathered.left)

    check()
    assert seen["reports"] >= 25
    assert seen["told"] >= 25
    assert seen["left"] >= 20


@pytest.mark.parametrize("name", ENGINES)
def test_halves_add_up(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where nobody is in both halves, their counts are the counts of the whole when added up."""
    folder = tmp_path_factory.mktemp("halves")
    seen = []

    @settings(
        max_examples=5 if name == "spark" else 15,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(groups())
    def check(group: tuple[Questionnaire, list[Member]]) -> None:
        questionnaire, members = group
        first = [one for one in members if (one.respondent or "#####0")[5] in "02468"]
        second = [one for one in members if not any(one is other for other in first)]
        tables = [
            counts(ENGINES[name], questionnaire, part, folder / f"{n}.parquet")
            for n, part in enumerate([first, second, members])
        ]
        *halves, whole = tables
        assert frequencies(questionnaire, *halves) == frequencies(questionnaire, whole)
        paths = [folder / "0.parquet", folder / "1.parquet"]
        assert ENGINES[name](standard_query(questionnaire), paths) == whole
        seen.append(len(halves[0]) > 1 < len(halves[1]))

    check()
    assert sum(seen) >= 3


def test_the_head_says_how_to_run_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of the head make a file that the command takes; the report is that of the files."""
    people = [save(tmp_path / f"{n}.json", answers(n), role="leader") for n in range(6)]
    group = ["score", "--group", "--assessment", str(ASSESSMENT), "--json"]
    assert main([*group, *people, "--parquet", str(tmp_path / "answers.parquet")]) == 0
    expected = capsys.readouterr().out
    assert main(["sql", "--assessment", str(ASSESSMENT)]) == 0
    query = capsys.readouterr().out
    (tmp_path / "counts.sql").write_text(query, "utf-8")
    recipes = {"duckdb": "import duckdb\n", **({"spark": SPARK_SESSION} if LONG else {})}
    for engine, program in recipes.items():
        lines = [line for line in query.splitlines() if line.startswith(f"--   {engine}")]
        assert len(lines) == 2
        text = program + "\n".join(line.removeprefix("--   ") for line in lines)
        run([sys.executable, "-c", text], cwd=tmp_path, check=True, capture_output=True)
        assert main([*group, "--counts", str(tmp_path / "counts.parquet")]) == 0
        report = json.loads(capsys.readouterr().out)
        assert [report.pop(name) for name in UNKNOWN] == [None, None]
        assert list(report.items()) == [
            (key, value) for key, value in json.loads(expected).items() if key not in UNKNOWN
        ]
        (tmp_path / "counts.parquet").rename(tmp_path / f"{engine}.parquet")


def answers(number: int) -> dict[str, object]:
    """Return the answers of a leader who rates every question 1 to 5."""
    questionnaire = load(ASSESSMENT).questionnaire
    assert questionnaire is not None
    return {item.id: (number + place) % 5 + 1 for place, item in enumerate(questionnaire.items)}


def test_the_query_of_a_questionnaire_with_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Problems apart from the output, exit code 2."""
    assert main(["sql", "--assessment", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err


def test_any_share_is_written_in_small_numbers() -> None:
    """A share of many digits parts the same people: of up to five, 0.7999999 asks for 4 of 5."""
    share = Fraction(7_999_999_999_999_999_999, 10**19)
    rules = replace(QUESTIONNAIRE.verdict, completeness=Completeness(verdict=share))
    query = standard_query(replace(QUESTIONNAIRE, verdict=rules))
    assert "5 * dealt_with >= 4 * applicable" in query
