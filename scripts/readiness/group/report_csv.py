"""A group report as CSV (RFC 4180), made from its JSON form alone: it shows nothing else.

One figure a row: what it is, of which id and block, the figure, the upper end where it is a range,
and a word where there is none. A text that a spreadsheet could take for a formula gets an
apostrophe before it; numbers stay numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
Place = tuple[str, str, str, str]
Row = tuple[str, str, str, str, object, object, str]
HEAD = ("part", "id", "block", "figure", "value", "to", "note")
# Full-width forms count too: spreadsheets turn them into the plain ones.
RISKY = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
HIDDEN = "not shown"


def report_csv(report: Json) -> str:
    """Return the JSON form of a report as CSV."""
    return "".join(f"{','.join(map(csv_cell, row))}\r\n" for row in (HEAD, *_rows(report)))


def _rows(report: Json) -> Iterator[Row]:
    if report["suppressed"] is not None:
        yield ("group", "", "", "respondents", None, None, report["suppressed"])
        return
    yield ("group", "", "", "verdict", None, None, " or ".join(report["verdict"]))
    yield ("group", "", "", "respondents", report["respondents"], None, "")
    for figure in ("index", "dont_know_share"):
        yield _interval(("group", "", "", figure), report[figure])
    for block, size in report["breakdown"].items():
        yield ("group", "", block, "respondents", size, None, "")
    for part in ("dimension", "theme"):
        for id_, one in report[f"{part}s"].items():
            yield from _area(part, id_, one)
    for id_, one in report["items"].items():
        yield from _item(id_, one)
    for id_, state in report["gates"].items():
        yield ("gate", id_, "", "state", None, None, state)
    for number, id_ in enumerate(report["talk_first"], 1):
        reasons = " ".join(report["talk_reasons"][id_])
        yield ("talk first", id_, "", "place", number, None, reasons)
    for number, step in enumerate(report["advice"], 1):
        yield ("next step", step["item"], "", "place", number, None, step["kind"])


def _area(part: str, id_: str, one: Json) -> Iterator[Row]:
    score = one if one["low"] else None
    yield _interval((part, id_, "", "score"), score, one["state"])
    for block, share in one["blocks"].items():
        yield _figure((part, id_, block, "share of the high half"), share)
    yield from _gaps(part, id_, one["gaps"])


def _item(id_: str, one: Json) -> Iterator[Row]:
    yield ("item", id_, "", "told", None, None, one["told"])
    if one["since"] is not None:
        yield ("item", id_, "", "since", None, None, one["since"])
    if one["whole"] is not None:
        for figure in ("raters", "low_half", "high_half"):
            yield ("item", id_, "", figure, one["whole"][figure], None, "")
        for level, people in enumerate(one["whole"]["levels"], 1):
            yield ("item", id_, "", f"level {level}", people, None, "")
        for figure in ("mean", "points"):
            yield _interval(("item", id_, "", figure), one[figure])
        yield ("item", id_, "", "agreement", None, None, one["agreement"] or "")
    for block, told in one["blocks"].items():
        for figure in ("raters", "high_half"):
            note = HIDDEN if told is None else ""
            yield ("item", id_, block, figure, told and told[figure], None, note)
        for figure in ("dont_know", "not_applicable"):
            people = one[figure][block]
            note = HIDDEN if people is None else ""
            yield ("item", id_, block, figure, people, None, note)
    yield from _gaps("item", id_, one["gaps"])


def _gaps(part: str, id_: str, gaps: list[Json]) -> Iterator[Row]:
    for gap in gaps:
        note = "flagged" if gap["flagged"] else ""
        yield _figure((part, id_, " - ".join(gap["blocks"]), "gap"), gap["gap"], note)


def _figure(place: Place, value: Json | None, note: str = "") -> Row:
    return (
        (*place, None, None, note or HIDDEN)
        if value is None
        else (*place, value["shown"], None, note)
    )


def _interval(place: Place, value: Json | None, note: str = "") -> Row:
    if value is None:
        return (*place, None, None, note or HIDDEN)
    low, high = value["low"]["shown"], value["high"]["shown"]
    return (*place, low, None if low == high else high, note)


def csv_cell(value: object) -> str:
    """Return one cell; a number, or levels as written with one decimal, is not a text."""
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, int) or _is_level(text):
        return text
    safe = f"'{text}" if text[:1] in RISKY or text.lstrip(" ")[:1] in RISKY else text
    return f'"{safe.replace(chr(34), chr(34) * 2)}"' if any(c in safe for c in ',"\r\n') else safe


def _is_level(text: str) -> bool:
    whole, dot, tenth = text.removeprefix("-").partition(".")
    return dot == "." and all(part.isascii() and part.isdigit() for part in (whole, tenth))
