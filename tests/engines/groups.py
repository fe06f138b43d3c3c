"""The two engines' group reports behind one call: a questionnaire and members in, JSON out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.engine.freeze import may_publish, record_of
from readiness.engine.group import aggregate, open_report, protect
from readiness.engine.group_csv import group_csv
from readiness.engine.group_json import group_json
from readiness.site.payload import payload

from .engines import load_engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.engine.gathering import Member
    from readiness.questionnaire import Questionnaire

    from .engines import Fault

Json = dict[str, Any]
ENTRY = Path(__file__).with_name("group_entry.js")


class PythonGroups:
    """Group reports by the Python engine."""

    def report(
        self, questionnaire: Questionnaire, members: Sequence[Member], *, is_open: bool = False
    ) -> Json:
        """Return the report as JSON and CSV, its record, and who does not count."""
        group = aggregate(questionnaire, members)
        told = open_report(group) if is_open else protect(group)
        left = [[one.name, one.fate.value, one.kept] for one in group.gathered.left]
        written = group_json(questionnaire, told)
        made = {
            "report": written,
            "left": left,
            "csv": group_csv(written),
            "record": record_of(group),
        }
        read: Json = json.loads(json.dumps(made))
        return read

    def freeze(self, before: Json, now: Json, k_min: int) -> Json:
        """Return whether a report may follow another."""
        freeze = may_publish(before, now, k_min)
        return {"allowed": freeze.allowed, "changed": freeze.changed}


class BrowserGroups:
    """Group reports by the joined modules of the browser in V8; `edits` plant faults."""

    def __init__(self, folder: Path, *edits: Fault) -> None:
        """Copy the modules to a folder, plant the faults, join and load."""
        self._context = load_engine(folder, ENTRY, edits)

    def report(
        self, questionnaire: Questionnaire, members: Sequence[Member], *, is_open: bool = False
    ) -> Json:
        """Return the report as JSON and CSV, its record, and who does not count."""
        written = json.dumps([_written(member) for member in members])
        form = json.dumps(payload(questionnaire))
        read: Json = json.loads(str(self._context.call("engine.report", form, written, is_open)))
        return read

    def freeze(self, before: Json, now: Json, k_min: int) -> Json:
        """Return whether a report may follow another."""
        texts = (json.dumps(record) for record in (before, now))
        read: Json = json.loads(str(self._context.call("engine.freeze", *texts, k_min)))
        return read


def _written(member: Member) -> Json:
    return {
        "name": member.name,
        "role": member.role,
        "answers": list(member.answers.items()),
        "respondent": member.respondent,
        "revision": member.revision,
        "edition": member.edition,
        "fingerprint": member.fingerprint,
    }
