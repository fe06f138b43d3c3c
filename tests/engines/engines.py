"""The two engines behind one call: a questionnaire and respondents in, JSON results out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from py_mini_racer import MiniRacer

import readiness
from readiness.engine.evaluation import evaluate
from readiness.engine.result_json import result_json
from readiness.site.bundle import join
from readiness.site.payload import payload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.engine.responses import Responses
    from readiness.questionnaire import Questionnaire

BROWSER = Path(readiness.__file__).parent / "browser"
ENGINE = BROWSER / "engine"
ENTRY = Path(__file__).with_name("engine.js")

Json = dict[str, Any]
Fault = tuple[str, str, str]


class Engine(Protocol):
    """Evaluates respondents."""

    def __call__(self, questionnaire: Questionnaire, people: Sequence[Responses]) -> list[Json]:
        """Return the JSON form of each result."""


def python_engine(questionnaire: Questionnaire, people: Sequence[Responses]) -> list[Json]:
    """Evaluate in Python; the results have been through JSON like the browser's."""
    results = [result_json(evaluate(questionnaire, responses)) for responses in people]
    read: list[Json] = json.loads(json.dumps(results))
    return read


def load_engine(folder: Path, entry: Path, edits: Sequence[Fault] = ()) -> MiniRacer:
    """Return V8 with `engine`, the exports of the entry, after planting the faults."""
    for path in (*ENGINE.glob("*.js"), entry):
        shutil.copy(path, folder)
    for file, old, new in edits:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} should stand once in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    context = MiniRacer()
    context.eval(f"var engine = {join(folder / entry.name)};")
    return context


class BrowserEngine:
    """The joined modules of the browser in V8; `edits` plant faults: file, old text, new text."""

    def __init__(self, folder: Path, *edits: Fault) -> None:
        """Copy the modules to a folder, plant the faults, join and load."""
        self._context = load_engine(folder, ENTRY, edits)

    def __call__(self, questionnaire: Questionnaire, people: Sequence[Responses]) -> list[Json]:
        """Evaluate in V8."""
        respondents = [
            {"role": responses.role, "answers": list(responses.answers.items())}
            for responses in people
        ]
        text = self._context.call(
            "engine.run", json.dumps(payload(questionnaire)), json.dumps(respondents)
        )
        read: list[Json] = json.loads(str(text))
        return read
