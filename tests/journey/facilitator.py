"""What a facilitator does and sees on the team page, through its own controls.

Answers come as codes in a pasted text, and what comes out is read from what is shown. What the
page must show is written here once more, from what `readiness score --group --json` prints.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.building import ROOT

from readiness.engine.response_code import Contribution, encode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Locator, Page

    from readiness.engine.responses import Answer
    from readiness.questionnaire import Questionnaire

    Group = Mapping[str, Sequence[Mapping[str, Answer]]]

Json = dict[str, Any]

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ = r"""article => {
  const all = (selector, root = article) => [...root.querySelectorAll(selector)];
  const text = (element) => {
    if (element === null) return null;
    const hidden = "[data-suppressed]";
    if (element.matches(hidden) || element.querySelector(hidden)) return null;
    return element.textContent;
  };
  const figure = (root, name) => text(root.querySelector(`[data-figure="${name}"]`));
  const pairs = (list) => Object.fromEntries(list);
  const gaps = (root) => pairs(all("[data-gap]", root).map((e) =>
    [e.dataset.gap, [e.textContent, e.dataset.flagged === "true"]]));
  const cell = (row) => row.querySelector("[data-figure]") === null
    ? null
    : { raters: figure(row, "raters"), mean: figure(row, "mean"), points: figure(row, "points"),
        apart: text(row.lastElementChild) };
  const spread = (root) => {
    const said = root.querySelector(".rd-spread").textContent;
    const found = /\(AD\): (\S+) levels\. r_wg: (\S+), .* Standard deviation: (\S+)\./.exec(said);
    return found ? found.slice(1) : null;
  };
  return {
    verdict: article.dataset.groupVerdict,
    respondents: article.dataset.respondents,
    people: pairs(all(".rd-facts [data-role]").map((e) => [e.dataset.role, text(e)])),
    index: figure(article, "index"),
    completeness: figure(article, "completeness"),
    dont_know: text(article.querySelector(".rd-facts [data-figure=dont_know_share]")),
    dimensions: pairs(all("[data-dimension]").map((e) => [e.dataset.dimension, e.dataset.score])),
    themes: pairs(all("[data-theme]").map((e) => [e.dataset.theme, e.dataset.score])),
    heat: pairs(all("[data-heat]").map((row) => [row.dataset.heat, {
      roles: pairs(all("[data-role]", row).map((e) => [e.dataset.role, text(e)])),
      gaps: gaps(row),
    }])),
    items: pairs(all("[data-item]").map((root) => [root.dataset.item,
      root.querySelector(".rd-means") === null ? null : {
        cells: pairs(all(".rd-means [data-role]", root).map((e) => [e.dataset.role, cell(e)])),
        spread: spread(root),
        gaps: gaps(root),
        counts: all("[data-figure=count]", root).map((e) => e.textContent),
        dont_know: figure(root, "dont_know_share"),
      }])),
    gates: pairs(all("[data-gate]").map((e) => [e.dataset.gate, e.dataset.gateState])),
    conditions: all("[data-condition]").map((e) => [e.dataset.condition, figure(e, "value")]),
    talk: all("[data-talk]").map((e) => [e.dataset.talk, e.dataset.reasons]),
  };
}"""


def codes(questionnaire: Questionnaire, group: Group) -> str:
    """Return a text with a code for each person."""
    people = [(role, answers) for role, rows in group.items() for answers in rows]
    return "\n".join(
        encode(questionnaire, Contribution(role=role, answers=dict(answers), respondent=_name(at)))
        for at, (role, answers) in enumerate(people)
    )


def _name(number: int) -> str:
    return f"{SYMBOLS[number // 32 % 32]}{SYMBOLS[number % 32]}".ljust(13, "7")


def scored(text: str, folder: Path, assessment: Path = ROOT / "assessment") -> Json:
    """Return what the command prints of the same codes."""
    file = folder / "codes.txt"
    file.write_text(text, encoding="utf-8")
    program = Path(sys.executable).with_name("readiness")
    ended = subprocess.run(  # our own command on our own file
        [program, "score", "--group", file, "--assessment", assessment, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    read: Json = json.loads(ended.stdout)
    return read


def bring(page: Page, url: str, text: str, team: str | None = None) -> Locator:
    """Open the team page, paste a text and return the report."""
    page.goto(f"{url}team/")
    add(page, text, team)
    return report_of(page)


def add(page: Page, text: str, team: str | None = None) -> None:
    """Paste a text for a team and wait until it is read."""
    if team is not None:
        page.get_by_label("Team", exact=True).fill(team)
    page.locator("#team-text").fill(text)
    page.get_by_role("button", name="Add what is in the text").click()
    page.get_by_text("added to").wait_for()


def report_of(page: Page) -> Locator:
    """Return the first report on the page."""
    report = page.locator("[data-group-verdict]").first
    report.wait_for()
    return report


def seen(report: Locator) -> Json:
    """Return every figure that a report shows, as text; None where it is not shown."""
    read: Json = report.evaluate(READ)
    return read


def expected(report: Json) -> Json:
    """Return the same from the JSON form of a report."""
    return {
        "verdict": report["verdict"],
        "respondents": str(report["respondents"]),
        "people": {"": str(report["respondents"])}
        | {
            role: None if "suppressed" in size else str(size["respondents"])
            for role, size in report["roles"].items()
        },
        "index": figure(report["index"]),
        "completeness": figure(report["completeness"], "%"),
        "dont_know": figure(report["dont_know_share"], "%"),
        "dimensions": {
            id_: figure(one["score"]) or "" for id_, one in report["dimensions"].items()
        },
        "themes": {id_: figure(one["score"]) or "" for id_, one in report["themes"].items()},
        "heat": {id_: _heat(one, report["roles"]) for id_, one in report["themes"].items()},
        "items": {id_: _item(one) for id_, one in report["items"].items()},
        "gates": {id_: gate["state"] for id_, gate in report["gates"].items()},
        "conditions": [[line["rule"], _value(line)] for line in report["conditions"]],
        "talk": [[line["item"], " ".join(line["reasons"])] for line in report["talk_first"]],
    }


def figure(told: Json | None, unit: str = "") -> str | None:
    """Write a figure as the page should."""
    if told is None or "suppressed" in told:
        return None
    end = f" to {told['to']}" if "to" in told else ""
    return f"{told['shown']}{end}{unit}"


def _scores(areas: Json) -> Json:
    return {id_: figure(one["score"]) or "" for id_, one in areas.items()}


def _heat(theme: Json, roles: Json) -> Json:
    own = theme["roles"]
    told = {role: figure(own[role]) if role in own else "\u2013" for role in roles}
    return {"roles": {"": figure(theme["score"])} | told, "gaps": _gaps(theme["gaps"], "points")}


def _item(one: Json) -> Json | None:
    if "suppressed" in one:
        return None
    counts = one["distribution"] or []
    return {
        "cells": {"": _cell(one)} | {role: _cell(cell) for role, cell in one["roles"].items()},
        "spread": one["ad"] and [one["ad"]["shown"], one["r_wg"]["shown"], one["sd"]],
        "gaps": _gaps(one["gaps"], "levels"),
        "counts": [str(count) for count in counts],
        "dont_know": figure(one["dont_know_share"], "%"),
    }


def _cell(cell: Json) -> Json | None:
    if "suppressed" in cell:
        return None
    apart = {True: "Differ", False: "Close", None: None}[cell["apart"]]
    return {name: figure(cell[name]) for name in ("raters", "mean", "points")} | {"apart": apart}


NAMES = {"leader": "Leader", "manager": "Manager", "frontline": "Front line"}


def _gaps(gaps: list[Json], unit: str) -> Json:
    return {" ".join(one["roles"]): [_gap(one, unit), one["flagged"]] for one in gaps}


def _gap(one: Json, unit: str) -> str:
    """Write a gap that does not lie on both sides of nothing."""
    first, other = (NAMES[role] for role in one["roles"])
    ends = [str(one["gap"]["shown"]), str(one["gap"].get("to", one["gap"]["shown"]))]
    sizes = [end.lstrip("-") for end in sorted(ends, key=lambda end: abs(float(end)))]
    size = f"{' to '.join(dict.fromkeys(sizes))} {unit}"
    flag = "Large gap: " if one["flagged"] else ""
    low, high = sorted(map(float, ends))
    if low == high == 0:
        return f"{flag}{first} and {other} alike ({size})"
    if low < 0 < high:
        size = f"between {str(ends[0]).lstrip('-')} {unit} below and {ends[1]} above"
        return f"{flag}{first} {size} {other}"
    return f"{flag}{first} {size} {'above' if high > 0 else 'below'} {other}"


def _value(line: Json) -> str | None:
    """Return the sentence about the value of a failed line, where there is one to tell."""
    if line["value"] is None or line["rule"].endswith("unscored"):
        return None
    shares = ("completeness", "dont_know", "gate_failed", "other_roles")
    return f" It is {figure(line['value'], '%' if line['rule'] in shares else '')}."
