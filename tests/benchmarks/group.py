"""Measures `readiness score --group` on many codes, and what DuckDB makes of the same answers.

python tests/benchmarks/group.py [PEOPLE]; prints seconds, asserts nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from readiness.engine.response_code import Contribution, encode
from readiness.formats.standard_query import standard_query
from readiness.reading.loading import load

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

ASSESSMENT = Path(__file__).parents[2] / "assessment"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PEOPLE = 10_000
MEANS = "SELECT item, role, avg(level), count(level) FROM '{}' GROUP BY ALL"


def main() -> None:
    """Write the codes, score them, and let DuckDB work out means and counts of the answers."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    questionnaire = load(ASSESSMENT).questionnaire
    assert questionnaire is not None
    with TemporaryDirectory() as folder:
        codes, out = Path(folder) / "codes.txt", Path(folder) / "answers.parquet"
        _write(codes, questionnaire, people)
        command = [str(Path(sys.executable).with_name("readiness")), "score", "--group", "--json"]
        command += ["--assessment", str(ASSESSMENT)]
        _say(f"{people} codes: {_seconds([*command, str(codes)]):.1f} s")
        if find_spec("duckdb"):
            export = [*command, str(codes), "--parquet", str(out)]
            _say(f"with --parquet: {_seconds(export):.1f} s")
            duckdb, counts = import_module("duckdb"), Path(folder) / "counts.parquet"
            start = time.perf_counter()
            duckdb.sql(MEANS.format(out)).fetchall()
            _say(f"DuckDB, means of the Parquet file: {time.perf_counter() - start:.2f} s")
            start = time.perf_counter()
            duckdb.sql(f"CREATE VIEW answers AS FROM '{out}'")
            duckdb.sql(standard_query(questionnaire)).write_parquet(str(counts))
            _say(f"DuckDB, the query of readiness sql: {time.perf_counter() - start:.2f} s")
            _say(f"with --counts: {_seconds([*command, '--counts', str(counts)]):.1f} s")


def _write(path: Path, questionnaire: Questionnaire, people: int) -> None:
    random = Random(1)  # noqa: S311  # not a secret: repeatable people
    roles = [role.id for role in questionnaire.roles]
    with path.open("w", encoding="utf-8") as file:
        for _ in range(people):
            role = random.choice(roles)
            asked = [item for item in questionnaire.items if item.asked_of(role)]
            person = Contribution(
                respondent="".join(random.choices(SYMBOLS, k=13)),
                role=role,
                answers={item.id: random.randint(1, 5) for item in asked},
            )
            file.write(f"{encode(questionnaire, person)}\n")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert json.loads(done.stdout)["respondents"] > 0
    return time.perf_counter() - start


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
