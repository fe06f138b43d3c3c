"""A group report as CSV (RFC 4180), made from its JSON form alone: it shows nothing else.

One figure a row: what it is, of which id and role, the figure, the upper end where it is a range,
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
HEAD = ("part", "id", "role", "figure", "value", "to", "note")
# Full-width forms count too: spreadsheets turn them into the plain ones.
RISKY = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
HIDDEN = "not shown"


def group_csv(report: Json) -> str:
    """Return the JSON form of a report as CSV."""
    return "".join(f"{','.join(map(csv_cell, row))}\r\n" for row in (HEAD, *_rows(report)))


def _rows(report: Json) -> Iterator[Row]:
    if report["suppressed"] is not None:
        yield ("group", "", "", "respondents", None, None, report["suppressed"])
        return
    yield ("group", "", "", "verdict", None, None, report["verdict"])
    yield ("group", "", "", "respondents", report["respondents"], None, "")
    for figure in ("index", "completeness", "dont_know_share"):
        yield _row(("group", "", "", figure), report[figure])
    for role, size in report["roles"].items():
        hidden = "suppressed" in size
        note = HIDDEN if hidden else ""
        yield ("group", "", role, "respondents", size.get("respondents"), None, note)
    for id_, one in report["dimensions"].items():
        yield _row(("dimension", id_, "", "score"), one["score"], one["state"])
    for id_, one in report["themes"].items():
        yield _row(("theme", id_, "", "score"), one["score"], one["state"])
        for role, score in one["roles"].items():
            yield _row(("theme", id_, role, "score"), score)
        yield from _gaps("theme", id_, one["gaps"])
    for id_, one in report["items"].items():
        yield from _item(id_, one)
    for id_, gate in report["gates"].items():
        yield _row(("gate", id_, "", "share"), gate["share"], gate["state"])
    for number, line in enumerate(report["talk_first"], 1):
        yield ("talk first", line["item"], "", "place", number, None, " ".join(line["reasons"]))


def _item(id_: str, one: Json) -> Iterator[Row]:
    if "suppressed" in one:
        yield _row(("item", id_, "", "mean"), one)
    else:
        for figure in ("mean", "points", "raters", "dont_know_share", "ad", "r_wg"):
            yield _row(("item", id_, "", figure), one[figure])
        if one["sd"] is not None:
            yield ("item", id_, "", "sd", one["sd"], None, "")
        if one["apart"] is not None:
            yield ("item", id_, "", "apart", None, None, "yes" if one["apart"] else "no")
        for level, count in enumerate(one["distribution"] or (), 1):
            yield ("item", id_, "", f"level {level}", count, None, "")
    for role, cell in one["roles"].items():
        yield _row(("item", id_, role, "mean"), cell if "suppressed" in cell else cell["mean"])
        if cell.get("apart") is not None:
            yield ("item", id_, role, "apart", None, None, "yes" if cell["apart"] else "no")
    yield from _gaps("item", id_, one.get("gaps", ()))


def _gaps(part: str, id_: str, gaps: list[Json]) -> Iterator[Row]:
    for gap in gaps:
        note = "flagged" if gap["flagged"] else ""
        yield _row((part, id_, " - ".join(gap["roles"]), "gap"), gap["gap"], note)


def _row(place: Place, value: Json | None, note: str = "") -> Row:
    if value is None or "suppressed" in value:
        return (*place, None, None, HIDDEN if value else note)
    return (*place, value["shown"], value.get("to"), note)


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
