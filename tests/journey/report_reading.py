"""What a drawn group report shows, and what it must show by the JSON form of the report.

Both are written here once more, apart from the views: each figure as text, None where it is not
told. Places in drawings are read back from the drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from readiness.questionnaire import Item, Questionnaire

Json = dict[str, Any]

READ = r"""article => {
  const all = (selector, root = article) => [...root.querySelectorAll(selector)];
  const pairs = (list) => Object.fromEntries(list);
  const text = (element) => element === null ? null : element.textContent;
  const figure = (root, name) => text(root.querySelector(`[data-figure="${name}"]`));
  const ends = (e) => [e.dataset.low, e.dataset.high, e.dataset.score].map((one) => one ?? null);
  const gaps = (root) => pairs(all(".rd-gaps [data-gap]", root).map((e) =>
    [e.dataset.gap, [e.textContent, e.dataset.flagged === "true"]]));
  const cells = (row) =>
    [...row.cells].slice(1).map((cell) => text(cell.querySelector("[data-figure]")));
  const marks = (row) => all("svg > svg", row).map((e) => e.getAttribute("x"));
  return {
    verdict: article.dataset.groupVerdict,
    respondents: article.dataset.respondents,
    people: text(article.querySelector("[data-people]")),
    breakdown: text(article.querySelector("[data-breakdown-of]")),
    index: figure(article.querySelector(".rd-verdict"), "index"),
    must_haves: figure(article, "must-haves"),
    missing: pairs(all("[data-gate]").map((e) => [e.dataset.gate, e.dataset.gateState])),
    talk_first: article.querySelector("[data-talk-first]")?.dataset.talkFirst ?? null,
    plot: all("[data-plot]").map((e) => [e.dataset.plot, text(e.querySelector("[data-figure]"))]),
    marks: pairs(all("[data-plot]").map((e) => [e.dataset.plot, marks(e)])),
    dimensions: pairs(all("[data-dimension]").map((e) => [e.dataset.dimension, ends(e)])),
    themes: pairs(all("[data-theme]").map((e) => [e.dataset.theme, ends(e)])),
    areas: pairs(all("[data-theme]").map((e) =>
      [e.dataset.theme, all("[data-figure=share], .rd-hidden", e).map((one) =>
        one.dataset.figure === undefined ? null : one.textContent)])),
    talk: all("[data-talk]").map((e) => [e.dataset.talk, e.dataset.reasons]),
    steps: all("[data-advice]").map((e) => [e.dataset.advice, e.dataset.kind]),
    conditions: all("[data-condition]").map((e) =>
      [e.dataset.condition, figure(e, "value"), e.dataset.sure === "true"]),
    items: pairs(all("[data-item]").map((root) => [root.dataset.item, {
      told: root.dataset.told,
      levels: all(".rd-level-counts tr:not(.rd-together) td", root).map((e) =>
        text(e.querySelector("[data-figure=count]"))),
      together: all("[data-figure=together]", root).map(text),
      blocks: pairs(all(".rd-blocks [data-block]", root).map((e) => [e.dataset.block, cells(e)])),
      mean: figure(root, "mean"),
      points: figure(root, "points"),
      agreement: root.querySelector("[data-agreement]")?.dataset.agreement ?? null,
      gaps: gaps(root),
    }])),
  };
}"""
SHARES = ("dont_know",)
NAMES = {
    "everyone": "Everyone",
    "leader": "Leader",
    "manager": "Manager",
    "frontline": "Front line",
    "leader+manager": "Leader + Manager",
}
FIRST = 5


def seen(report: Locator) -> Json:
    """Return every figure that a report shows, as text; None where it is not told."""
    read: Json = report.evaluate(READ)
    return read


def expected(questionnaire: Questionnaire, report: Json, asked: int | None = None) -> Json:
    """Return the same from the JSON form of a report of enough people."""
    people = report["respondents"]
    gates = report["gates"]
    met = list(gates.values()).count("met")
    plot = _plot(questionnaire, report)
    return {
        "verdict": " ".join(report["verdict"]),
        "respondents": str(people),
        "people": f"{people} people" if asked is None else f"{people} of {asked} asked",
        "breakdown": " | ".join(NAMES[block] for block in report["breakdown"]),
        "index": interval(report["index"]),
        "must_haves": f"{met} of {len(gates)} must-haves in place",
        "missing": {item: state for item, state in gates.items() if state != "met"},
        "talk_first": report["talk_first"][0],
        "plot": [[theme, words] for theme, words, _ in plot],
        "marks": {theme: marks for theme, _, marks in plot},
        "dimensions": {id_: _ends(one) for id_, one in report["dimensions"].items()},
        "themes": {id_: _ends(one) for id_, one in report["themes"].items()},
        "areas": {id_: _row(one, report["breakdown"]) for id_, one in report["themes"].items()},
        "talk": [
            [item, " ".join(report["talk_reasons"][item])] for item in report["talk_first"][:FIRST]
        ],
        "steps": [[line["item"], line["kind"]] for line in report["advice"]],
        "conditions": [[one["rule"], _value(one), one["sure"]] for one in report["conditions"]],
        "items": {item.id: _item(item, report["items"][item.id]) for item in questionnaire.items},
    }


def interval(told: Json | None, unit: str = "") -> str | None:
    """Write an interval as the page should: one figure where both ends show the same."""
    if told is None or told["low"] is None:
        return None
    low, high = told["low"]["shown"], told["high"]["shown"]
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"


def _ends(area: Json) -> list[str | None]:
    if area["low"] is None:
        return [None, None, None]
    low, high = str(area["low"]["shown"]), str(area["high"]["shown"])
    return [low, high, low if low == high else None]


def _row(area: Json, blocks: Json) -> list[str | None]:
    """Return the figures of a theme's row beside its score: a share a block, and the gap."""
    hidden: list[str | None] = [None] if area["low"] is None else []
    if len(blocks) == 1:
        return hidden
    shares = [None if one is None else f"{one['shown']} %" for one in area["blocks"].values()]
    return [*hidden, *shares, *([] if area["gaps"] else [None])]


def _plot(
    questionnaire: Questionnaire, report: Json
) -> list[tuple[str, str | None, list[str | None]]]:
    rows = [(theme.id, report["themes"][theme.id]) for theme in questionnaire.themes]
    if len(report["breakdown"]) > 1:
        ranked = sorted(rows, key=lambda row: -_largest(row[1]))
        return [(id_, _gap_words(area), _shares(area)) for id_, area in ranked]
    low = questionnaire.verdict.ready.theme
    ranked = sorted(rows, key=lambda row: _middle(row[1]))
    found: list[tuple[str, str | None, list[str | None]]] = []
    for id_, area in ranked:
        text, score = interval(area), _ends(area)[2]
        weak = text is not None and area["high"]["shown"] < low
        # A bar stands in a drawing of its own, without a place.
        marks = [] if text is None else [None if score is None else f"{score}%"]
        found.append((id_, f"{text}, below {low}" if weak else text, marks))
    return found


def _middle(area: Json) -> float:
    return float("inf") if area["low"] is None else area["low"]["shown"] + area["high"]["shown"]


def _first_gap(area: Json) -> Json | None:
    gaps: list[Json] = area["gaps"]
    return max(gaps, key=lambda gap: (gap["flagged"], abs(gap["gap"]["shown"])), default=None)


def _largest(area: Json) -> int:
    gap = _first_gap(area)
    return -1 if gap is None else abs(gap["gap"]["shown"])


def _gap_words(area: Json) -> str | None:
    gap = _first_gap(area)
    if gap is None:
        return None
    return _points(gap) + (", large" if gap["flagged"] else "")


def _points(gap: Json) -> str:
    size = abs(gap["gap"]["shown"])
    return "1 point" if size == 1 else f"{size} points"


def _shares(area: Json) -> list[str | None]:
    return [f"{one['shown']}%" for one in area["blocks"].values() if one is not None]


def _value(line: Json) -> str | None:
    """Return the sentence about the value of a failed line, where there is one to tell."""
    if line["value"] is None or line["rule"].endswith("unscored"):
        return None
    if line["rule"] == "gate_gap":
        return f" The gap is {interval(line['value'])} points."
    return f" It is {interval(line['value'], ' %' if line['rule'] in SHARES else '')}."


def _item(item: Item, told: Json) -> Json:
    whole = told["whole"]
    levels, together = ([], []) if whole is None else _levels(item, whole)
    return {
        "told": told["told"],
        "levels": levels,
        "together": together,
        "blocks": {
            block: [
                _share(item, one),
                _text(told["dont_know"][block]),
                _text(told["not_applicable"][block]),
            ]
            for block, one in told["blocks"].items()
        },
        "mean": interval(told["mean"]),
        "points": interval(told["points"]) if told["mean"] else None,
        "agreement": told["agreement"] if told["mean"] else None,
        "gaps": {" ".join(gap["blocks"]): [_gap(gap), gap["flagged"]] for gap in told["gaps"]},
    }


def _text(count: int | None) -> str | None:
    return None if count is None else str(count)


def _share(item: Item, told: Json | None) -> str | None:
    if told is None:
        return None
    if item.scale.cut is None:
        return str(told["raters"])
    return f"{told['high_half']} of {told['raters']}"


def _levels(item: Item, whole: Json) -> tuple[list[str | None], list[str]]:
    """Return people by level, and those told only together, the lower half first."""
    cut = item.scale.cut
    halves = [(whole["levels"], whole["raters"])]
    if cut is not None:
        levels = whole["levels"]
        halves = [(levels[:cut], whole["low_half"]), (levels[cut:], whole["high_half"])]
    counts: list[str | None] = []
    together = []
    for levels, people in halves:
        rest = people - sum(count or 0 for count in levels)
        counts += [_text(count if rest else count or 0) for count in levels]
        together += [str(rest)] if rest else []
    return counts, together


def _gap(gap: Json) -> str:
    """Write who stands how far above whom."""
    one, other = (NAMES[block] for block in gap["blocks"])
    flag = "Large gap: " if gap["flagged"] else ""
    if gap["gap"]["exact"] == "0":
        return f"{flag}{one} and {other} alike"
    if gap["gap"]["exact"].startswith("-"):
        one, other = other, one
    return f"{flag}{one} {_points(gap)} above {other}"
