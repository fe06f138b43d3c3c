"""The one query that makes the counts of a group from the Parquet file of its single answers.

It decides who counts exactly as `deduplication` does, in SQL that DuckDB and Spark both run as it
is; what is not standard in one of them (QUALIFY, LISTAGG) is not in it.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.group.deduplication import CODE_ID, NO_REVISION, WHOLE_ID
from readiness.problems import printable

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

QUERY = """\
-- Counts by item, role, state and level, for: readiness score --group --counts counts.parquet
-- Questionnaire: {id}, edition {edition}; rows of other editions are passed over.
-- The table answers is what `readiness score --group FILE... --parquet answers.parquet` writes, or
-- the rows of several such files. This text in counts.sql, in Python with DuckDB:
--   duckdb.sql("CREATE VIEW answers AS FROM 'answers.parquet'")
--   duckdb.sql(open("counts.sql").read()).write_parquet("counts.parquet")
-- and with Spark:
--   spark.read.parquet("answers.parquet").createOrReplaceTempView("answers")
--   spark.sql(open("counts.sql").read()).write.parquet("counts.parquet")
WITH contributions AS (
  SELECT contribution, respondent, revision, role, answers, given,
    SUM(CASE WHEN state IN ('rated', 'dont_know') THEN 1 ELSE 0 END) AS dealt_with,
    SUM(CASE WHEN state IN ('rated', 'dont_know', 'unanswered') THEN 1 ELSE 0 END) AS applicable
  FROM answers
  WHERE questionnaire = '{fingerprint}'
  GROUP BY contribution, respondent, revision, role, answers, given
),
-- A code carries the first {code} signs of an id: it belongs to the one whole id that begins so.
whole_ids AS (
  SELECT SUBSTRING(respondent, 1, {code}) AS beginning, MIN(respondent) AS whole_id
  FROM contributions
  WHERE LENGTH(respondent) = {whole}
  GROUP BY SUBSTRING(respondent, 1, {code})
  HAVING COUNT(DISTINCT respondent) = 1
),
-- Without an id everybody is a person of their own. The same contribution in two of several files
-- (the same name, role and answers) is one.
people AS (
  SELECT contributions.*,
    CASE WHEN respondent IS NULL THEN CONCAT('contribution ', contribution)
      ELSE CONCAT('id ', COALESCE(whole_id, respondent)) END AS person
  FROM contributions LEFT JOIN whole_ids ON respondent = beginning
),
-- Of a person the newest counts, then the one with the most answers, then the first as text. Two
-- that are still level have the same answers in the same role: the counts are the same with either.
in_order AS (
  SELECT people.*, ROW_NUMBER() OVER (
    PARTITION BY person
    ORDER BY COALESCE(revision, {none}) DESC, given DESC, COALESCE(role, ''), answers, contribution
  ) AS place
  FROM people
),
-- Who dealt with less than {numerator}/{denominator} of what applies does not count.
counted AS (
  SELECT contribution
  FROM in_order
  WHERE place = 1 AND applicable > 0 AND {denominator} * dealt_with >= {numerator} * applicable
)
SELECT item, role, state, level,
  COUNT(DISTINCT answers.contribution) AS people, '{fingerprint}' AS questionnaire
FROM answers JOIN counted ON answers.contribution = counted.contribution
WHERE questionnaire = '{fingerprint}'
GROUP BY item, role, state, level
ORDER BY item, role NULLS FIRST, state, level NULLS FIRST
"""


def standard_query(questionnaire: Questionnaire) -> str:
    """Return the query for one questionnaire; the table of answers is called `answers`."""
    share = _share(questionnaire)
    return QUERY.format(
        id=printable(questionnaire.id),
        edition=printable(questionnaire.edition),
        fingerprint=questionnaire_fingerprint(questionnaire),
        code=CODE_ID,
        whole=WHOLE_ID,
        none=NO_REVISION,
        numerator=share.numerator,
        denominator=share.denominator,
    )


def _share(questionnaire: Questionnaire) -> Fraction:
    """Return the share that counts, in small numbers, whatever the author wrote.

    It is the smallest share of so many items that is large enough, so it parts the same people.
    """
    enough = questionnaire.verdict.completeness.verdict
    many = range(1, len(questionnaire.items) + 1)
    return min(Fraction(ceil(enough * items), items) for items in many)
