"""Whether answers give what is expected of them; says each difference, decides nothing else.

The expectations are those of the author's examples: a verdict, the index as shown, and items that
must be among the failed gates, the advice and what to find out. An empty list must stay empty.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from readiness.engine.evaluation import evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readiness.engine.evaluation import Result
    from readiness.engine.responses import Responses
    from readiness.questionnaire import Questionnaire

Difference = tuple[str, str | None, str]  # the expectation, the entry of its list, what came out
FAILED = "failed"


def differences(
    questionnaire: Questionnaire, responses: Responses, expect: Mapping[str, object]
) -> Iterator[Difference]:
    """Evaluate the responses and yield each expectation that is not met."""
    result = evaluate(questionnaire, responses)
    came = _outcome(result)
    for key, wanted in expect.items():
        if isinstance(wanted, list):
            yield from _list_differences(key, wanted, _lists(result)[key])
        elif wanted != came[key]:
            yield key, None, f"{key} {_word(wanted)} is expected, {_word(came[key])} came out"


def _outcome(result: Result) -> dict[str, object]:
    index = None if result.index is None else math.floor(result.index)
    return {"verdict": result.verdict.value, "index": index}


def _lists(result: Result) -> dict[str, list[str]]:
    return {
        "gates_failed": [gate.item for gate in result.gates if gate.state.value == FAILED],
        "advice": [line.item for line in result.advice],
        "find_out": list(result.find_out),
    }


def _list_differences(key: str, wanted: list[str], came: list[str]) -> Iterator[Difference]:
    there = ", ".join(came) or "nothing"
    if came and not wanted:
        yield key, None, f"{key} is expected to be empty, there came out {there}"
    for entry in wanted:
        if entry not in came:
            yield key, entry, f"{entry} is expected in {key}, there came out {there}"


def _word(value: object) -> str:
    return "none" if value is None else str(value)
