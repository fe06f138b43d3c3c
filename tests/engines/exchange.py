"""The two readers of files behind one shape: a file in, its outcome and all it gives out."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.engine.editions import fates
from readiness.engine.evaluation import evaluate
from readiness.engine.response_file import read_response_file
from readiness.engine.result_json import result_json
from readiness.engine.strict_json import RefusedError
from readiness.site.payload import payload

from .engines import load_engine

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from readiness.engine.editions import Fated, SavedAnswer
    from readiness.engine.response_file import ReadFile
    from readiness.questionnaire import Questionnaire

    from .engines import Fault

Json = dict[str, Any]
ENTRY = Path(__file__).with_name("exchange.js")


class BrowserFiles:
    """The browser's readers and writers of files in V8; `faults` are planted first."""

    def __init__(self, folder: Path, *faults: Fault) -> None:
        """Join and load the modules from a folder of their own."""
        self._context = load_engine(folder, ENTRY, faults)

    def call(self, name: str, *values: object) -> Any:  # noqa: ANN401  # as JSON holds
        """Call an export of `exchange.js`; None comes back as None, else JSON is read."""
        text = self._context.call(f"engine.{name}", *values)
        return None if text is None else json.loads(str(text))

    def read(
        self, questionnaire: Questionnaire, files: Sequence[bytes], taken: Collection[str] = ()
    ) -> list[Json]:
        """Read each file; the slowest and the prototypes are checked on the way."""
        texts = json.dumps([file.decode("latin-1") for file in files])
        form = json.dumps(payload(questionnaire))
        found = self.call("readFiles", form, texts, json.dumps(sorted(taken)))
        for file, one in zip(files, found, strict=True):
            assert one["milliseconds"] < 1000 or self._seconds(form, file) < 1, file[:200]
        assert not any(one["changed"] for one in found), "a prototype has changed"
        return [one["read"] for one in found]

    def _seconds(self, form: str, file: bytes) -> float:
        """Return the processor time of one file: others may have kept the machine busy."""
        start = time.process_time()
        self.call("readFiles", form, json.dumps([file.decode("latin-1")]), "[]")
        return time.process_time() - start

    def write(self, questionnaire: Questionnaire, people: Sequence[Json]) -> list[list[bytes]]:
        """Write contribution and backup of each person."""
        form = json.dumps(payload(questionnaire))
        written = self.call("writeFiles", form, json.dumps(people))
        return [[text.encode("utf-8") for text in texts] for texts in written]

    def write_again(self, questionnaire: Questionnaire, files: Sequence[bytes]) -> list[bytes]:
        """Read files and write them again; all must be taken."""
        form = json.dumps(payload(questionnaire))
        texts = json.dumps([file.decode("latin-1") for file in files])
        return [text.encode("utf-8") for text in self.call("writeAgain", form, texts)]

    def fates(
        self, questionnaire: Questionnaire, role: str | None, saved: Sequence[SavedAnswer]
    ) -> list[list[str | None]]:
        """Return id, today's item and fate of each saved answer."""
        form = json.dumps(payload(questionnaire))
        answers = json.dumps([asdict(one) for one in saved])
        found: list[list[str | None]] = self.call("fateList", form, role, answers)
        return found


def read_in_python(
    questionnaire: Questionnaire, files: Sequence[bytes], taken: Collection[str] = ()
) -> list[Json]:
    """Read each file with the Python twin, in the same shape."""
    found = []
    for file in files:
        start = time.process_time()
        try:
            found.append(_taken(questionnaire, read_response_file(file, questionnaire, taken)))
        except RefusedError as refused:
            found.append({"outcome": refused.reason.value, "place": refused.place})
        assert time.process_time() - start < 1
    return found


def comparable(read: Json) -> Json:
    """Leave out what is worded for its own readers: sentences, and the place of some refusals."""
    left_out = {"notices", "found"}
    if read["outcome"] not in {"bad-answer", "wrong-format"}:
        left_out.add("place")
    return {key: value for key, value in read.items() if key not in left_out}


def fates_in_python(
    questionnaire: Questionnaire, role: str | None, saved: Sequence[SavedAnswer]
) -> list[list[str | None]]:
    """Return id, today's item and fate of each saved answer."""
    return _fate_list(fates(questionnaire, role, saved))


def _fate_list(found: Sequence[Fated]) -> list[list[str | None]]:
    return [[one.saved.id, one.item.id if one.item else None, one.fate.value] for one in found]


def _taken(questionnaire: Questionnaire, file: ReadFile) -> Json:
    result = result_json(evaluate(questionnaire, file.responses))
    return {
        "outcome": file.outcome,
        "kind": file.kind.value,
        "respondent": file.respondent,
        "role": file.responses.role,
        "answers": [list(pair) for pair in file.responses.answers.items()],
        "fates": _fate_list(file.fates),
        "notes": [list(pair) for pair in file.notes.items()],
        "step": file.step,
        "code": file.code,
        "rounds": len(file.rounds),
        "result": json.loads(json.dumps(result)),
    }
