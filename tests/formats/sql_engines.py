"""The SQL engines that run the query of `readiness sql`: DuckDB, and Spark in the long form.

Spark needs Java 17 and the extra `long`: pip install -e '.[long]' -c tests/constraints.txt
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Rows = list[tuple[Any, ...]]
    Run = Callable[[str, Sequence[Path]], Rows]

LONG = os.environ.get("READINESS_LONG") == "1"
NAMES = ("item", "role", "state", "level", "people", "questionnaire")
SPARK_SESSION = """
from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
"""


def in_duckdb(query: str, paths: Sequence[Path]) -> Rows:
    """Run the query on the rows of these files; return the names of the columns, then the rows."""
    with duckdb.connect() as database:
        files = ", ".join(f"'{path}'" for path in paths)
        database.execute(f"CREATE VIEW answers AS FROM read_parquet([{files}])")
        found = database.execute(query)
        return [tuple(column[0] for column in found.description), *found.fetchall()]


def in_spark(query: str, paths: Sequence[Path]) -> Rows:
    """Run the query on the rows of these files in a Spark of this machine."""
    spark = session()
    spark.read.parquet(*map(str, paths)).createOrReplaceTempView("answers")
    found = spark.sql(query)
    return [tuple(found.columns), *(tuple(row) for row in found.collect())]


@cache
def session() -> Any:  # noqa: ANN401  # the extra has no types where it is not installed
    """Return the one Spark session of a test run; it ends with the process."""
    made: dict[str, Any] = {}
    exec(SPARK_SESSION, made)  # noqa: S102  # a program of ours, which others run by itself
    return made["spark"]


ENGINES: dict[str, Run] = {"duckdb": in_duckdb, **({"spark": in_spark} if LONG else {})}
