"""What must be printed of a group, written anew from the text of the rules, for comparison.

The figures of `text_figures` with the verdict and the order of talking, in the shape of the
command's JSON; a figure stands there with its exact value as text.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .text_figures import TextFigures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .text_tables import Blocks


class ByTheText(TextFigures):
    """All that is told of a group."""

    def printed(self, blocks: Blocks) -> dict[str, Any]:
        """Return the report as JSON holds it."""
        return {key: _as_json(value) for key, value in self.report(blocks).items()}

    def report(self, blocks: Blocks) -> dict[str, Any]:
        """Return what must be printed, figures as numbers."""
        tables = {one.id: self.table(one, blocks) for one in self.form.questions}
        items = {name: self.item(table) for name, table in tables.items()}
        themes, dimensions = self.areas(tables, blocks)
        index = self.index(dimensions)
        report = {
            "respondents": len(self.people),
            "left_out": self.left_out,
            "breakdown": {block: len(inside) for block, inside in blocks.items()},
            "items": items,
            "themes": themes,
            "dimensions": dimensions,
            "index": index,
            "dont_know_share": self.dont_know(tables.values()),
            "gates": {n: self.gate(t) for n, t in tables.items() if t.question.gate},
        }
        verdicts = [self._verdict(report, end) for end in (0, 1)]
        report["verdict"] = verdicts[:1] if verdicts[0] == verdicts[1] else verdicts
        report["talk_first"] = self._talk_first(report)
        return report

    def _verdict(self, report: Mapping[str, Any], end: int) -> str:
        if report["index"] is None:
            return "none"
        index = report["index"][end]
        dimensions = [f["score"][end] for f in report["dimensions"].values() if f["score"]]
        themes = [f["score"][end] for f in report["themes"].values() if f["score"]]
        least = (index, min(dimensions), min(themes))
        gates = {one.id: one.gate[1] for one in self.form.questions if one.gate}
        stopped = any(gates[n] == "stop" and s == "not_met" for n, s in report["gates"].items())
        if stopped or any(a < b for a, b in zip(least, self.rules.not_yet, strict=True)):
            return "not_yet"
        share = report["dont_know_share"]
        items = [report["items"][name] for name in gates]
        ready = (
            all(state == "met" for state in report["gates"].values())
            and all(a >= b for a, b in zip(least, self.rules.ready, strict=True))
            and all(f["state"] != "not_enough" for f in report["themes"].values())
            and (share is None or share[1 - end] <= self.rules.dont_know)
            and not any(item["agreement"] == "apart" or _widest(item) for item in items)
            and not self._mostly_leaders()
        )
        return "ready" if ready else "conditions"

    def _mostly_leaders(self) -> bool:
        """Tell whether fewer than half are known not to be leaders, who are the first role."""
        others = sum(person.role in self.form.roles[1:] for person in self.people)
        return len(self.form.roles) > 1 and 2 * others < len(self.people)

    def _talk_first(self, report: Mapping[str, Any]) -> list[str]:
        def place(name: str) -> tuple[int, Fraction]:
            item = report["items"][name]
            if report["gates"].get(name, "met") != "met":
                return 0, Fraction(0)
            if _widest(item):
                return 1, -_widest(item)
            return (2 if item["agreement"] == "apart" else 3), sum(item["points"], Fraction(0))

        items = report["items"]
        told = [name for name in items if items[name]["points"] or name in report["gates"]]
        return sorted(told, key=place)


def _as_json(value: object) -> object:
    """Return exact figures as text, and two ends as an object."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, tuple):
        return {"low": str(value[0]), "high": str(value[1])}
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    if isinstance(value, dict):
        score = value.get("score", value)
        read = {key: _as_json(one) for key, one in value.items() if key != "score"}
        if score is None:
            read |= {"low": None, "high": None}
        elif isinstance(score, tuple):
            read |= {"low": str(score[0]), "high": str(score[1])}
        return read
    return value


def _widest(item: Mapping[str, Any]) -> Fraction:
    """Return the largest flagged gap, 0 without one."""
    flagged = [abs(gap["gap"]) for gap in item["gaps"] if gap["flagged"]]
    return max(flagged, default=Fraction(0))
