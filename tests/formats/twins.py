"""The two sides of `formats` behind one shape."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engines.engines import BROWSER
from py_mini_racer import MiniRacer

from readiness.engine.response_code import code_shape
from readiness.formats.answers_in_text import find_answers
from readiness.formats.carriers import undo
from readiness.formats.encodings import decode_text
from readiness.formats.foreign_files import foreign_kind, text_kind
from readiness.site.bundle import join
from readiness.site.payload import payload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.questionnaire import Questionnaire

ENTRY = Path(__file__).with_name("twins.js")
Found = list[list[Any]]
File = tuple[str, bytes]
Fault = tuple[str, str, str]


class PythonFormats:
    """What the command does."""

    def find(self, questionnaire: Questionnaire, texts: Sequence[str]) -> list[Found]:
        """Return of each text what is found in it: kind, text, line and reason."""
        shape = code_shape(questionnaire)
        return [
            [[one.kind, one.text, one.line, one.reason] for one in find_answers(text, shape)]
            for text in texts
        ]

    def undo(self, texts: Sequence[str]) -> list[str]:
        """Return the texts without what carriers did."""
        return [undo(text) for text in texts]

    def recognise(self, files: Sequence[File]) -> list[list[str | None]]:
        """Return of each file its kind, its text, and the kind of its text."""
        return [_recognised(name, content) for name, content in files]


class BrowserFormats:
    """What the page does, in V8; `faults` are planted first: file, old text, new text."""

    def __init__(self, folder: Path, *faults: Fault) -> None:
        """Join and load the modules from a folder of their own."""
        for room in ("engine", "formats"):
            shutil.copytree(BROWSER / room, folder / room)
        shutil.copy(ENTRY, folder)
        for file, old, new in faults:
            text = (folder / file).read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} should stand once in {file}"
            (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        self._context = MiniRacer()
        self._context.eval(f"var formats = {join(folder / ENTRY.name)};")

    def _call(self, name: str, *values: str) -> Any:  # noqa: ANN401  # as JSON holds
        return json.loads(str(self._context.call(f"formats.{name}", *values)))

    def find(self, questionnaire: Questionnaire, texts: Sequence[str]) -> list[Found]:
        """Return of each text what is found in it: kind, text, line and reason."""
        found: list[Found] = self._call(
            "findAll", json.dumps(payload(questionnaire)), json.dumps(texts)
        )
        return found

    def undo(self, texts: Sequence[str]) -> list[str]:
        """Return the texts without what carriers did."""
        plain: list[str] = self._call("undoAll", json.dumps(texts))
        return plain

    def recognise(self, files: Sequence[File]) -> list[list[str | None]]:
        """Return of each file its kind, its text, and the kind of its text."""
        signs = [[name, content.decode("latin-1")] for name, content in files]
        known: list[list[str | None]] = self._call("recognise", json.dumps(signs))
        return known


def _recognised(name: str, content: bytes) -> list[str | None]:
    kind = foreign_kind(content, name)
    text = None if kind else decode_text(content)
    return [kind, text, None if text is None else text_kind(text)]
