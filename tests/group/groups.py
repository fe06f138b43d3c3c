"""The two engines' group reports behind one call: a questionnaire and members in, JSON out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from py_mini_racer import MiniRacer

import readiness
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.group.agreement import mean_level, root_tenths, spread
from readiness.group.breakdown import EVERYONE, BreakdownError, offered, read_breakdown
from readiness.group.deduplication import gather
from readiness.group.disclosure_control import tell
from readiness.group.frequencies import count
from readiness.group.report import group_report
from readiness.group.report_csv import report_csv
from readiness.group.report_json import report_json, tenths_text
from readiness.group.report_record import RecordError, blocks_of, read_record, record_json
from readiness.site.bundle import join
from readiness.site.payload import payload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.group.deduplication import Gathered, Member
    from readiness.group.told_tables import ToldTables
    from readiness.questionnaire import Questionnaire

Json = dict[str, Any]
Fault = tuple[str, str, str]
BROWSER = Path(readiness.__file__).parent / "browser"
ENTRY = Path(__file__).with_name("group_entry.js")
DAY = "2026-11-25"


class PythonGroups:
    """Group reports by the Python engine."""

    def report(
        self,
        questionnaire: Questionnaire,
        members: Sequence[Member],
        breakdown: str = EVERYONE,
        earlier: Json | None = None,
        preferred: Sequence[str] = (),
    ) -> Json:
        """Return the report as JSON and CSV, its record, and who does not count; or why not."""
        gathered = gather(questionnaire, members, preferred)
        made: Json = {
            "left": [[one.name, one.fate.value, one.kept] for one in gathered.left],
            "repeats": [[one.name, one.same_as] for one in gathered.repeats],
            "offered": list(offered(questionnaire, count(questionnaire, gathered).people)),
        }
        try:
            tables = _told(questionnaire, gathered, breakdown, earlier)
        except RecordError as error:
            return {"refused": str(error)}
        except BreakdownError as error:
            return {**made, "refused": str(error), "instead": list(error.offered)}
        made_json = report_json(questionnaire, group_report(questionnaire, tables))
        fingerprint = questionnaire_fingerprint(questionnaire)
        record = record_json(questionnaire, fingerprint, tables, DAY)
        more = {"report": made_json, "csv": report_csv(made_json), "record": record}
        read: Json = json.loads(json.dumps({**made, **more}))
        return read

    def spread(self, counts: Sequence[int]) -> Json:
        """Return mean, AD, variance, sd and r_wg of ratings by level."""
        figures = spread(counts)
        texts = {name: getattr(figures, name) for name in ("ad", "variance", "r_wg")}
        sd = figures.variance and tenths_text(root_tenths(figures.variance))
        return {
            "mean": str(mean_level(counts)),
            "sd": "0.0" if figures.variance == 0 else sd,
            **{name: None if value is None else str(value) for name, value in texts.items()},
        }


class BrowserGroups:
    """Group reports by the joined modules of the browser in V8; `edits` plant faults."""

    def __init__(self, folder: Path, *edits: Fault) -> None:
        """Copy the modules to a folder, plant the faults, join and load."""
        shutil.copytree(BROWSER, folder, dirs_exist_ok=True)
        shutil.copy(ENTRY, folder)
        for file, old, new in edits:
            path = folder / "group" / file
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} should stand once in {file}"
            path.write_text(text.replace(old, new), encoding="utf-8")
        self._context = MiniRacer()
        self._context.eval(f"var engine = {join(folder / ENTRY.name)};")

    def report(
        self,
        questionnaire: Questionnaire,
        members: Sequence[Member],
        breakdown: str = EVERYONE,
        earlier: Json | None = None,
        preferred: Sequence[str] = (),
    ) -> Json:
        """Return the report as JSON and CSV, its record, and who does not count; or why not."""
        form = json.dumps(payload(questionnaire))
        given = json.dumps([written(member) for member in members])
        asked = {"breakdown": breakdown, "earlier": earlier, "preferred": [*preferred]}
        text = self._context.call("engine.report", form, given, json.dumps(asked))
        read: Json = json.loads(str(text))
        return read

    def spread(self, counts: Sequence[int]) -> Json:
        """Return mean, AD, variance, sd and r_wg of ratings by level."""
        read: Json = json.loads(str(self._context.call("engine.spreadOf", json.dumps(counts))))
        return read


Engine = PythonGroups | BrowserGroups


def _told(
    questionnaire: Questionnaire, gathered: Gathered, breakdown: str, earlier: Json | None
) -> ToldTables:
    frequencies = count(questionnaire, gathered)
    if earlier is None:
        blocks = read_breakdown(questionnaire, frequencies.people, breakdown)
        return tell(questionnaire, frequencies, blocks)
    before = read_record(questionnaire, questionnaire_fingerprint(questionnaire), earlier)
    kept = blocks_of(questionnaire, before.tables)
    return tell(questionnaire, frequencies, kept, before)


def written(member: Member) -> Json:
    """Return a contribution as the browser's engine is given it."""
    return {
        "name": member.name,
        "role": member.role,
        "answers": list(member.answers.items()),
        "respondent": member.respondent,
        "revision": member.revision,
        "edition": member.edition,
        "fingerprint": member.fingerprint,
    }
