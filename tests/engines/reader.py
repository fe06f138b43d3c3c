"""What a reader gets of a group's report: the drawn page with all its attributes, and the CSV.

Its own program: it reads figures from the text of the page, and knows where else a number may
stand. Every other number on the page is a stray one, which might tell what the text does not.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

Json = dict[str, Any]
Shape = tuple[float, ...]

NUMBER = re.compile(r"\d+(?:\.\d+)?")
SPREAD = re.compile(r"\(AD\): (\S+) levels\. r_wg: (\S+), .* Standard deviation: (\S+)\.")
APART = {"Differ": True, "Close": False, "yes": True, "no": False}
# Attributes that hold numbers; `drawings` says which those of a drawing must be.
DRAWN = {"viewBox", "x", "width", "height", "x1", "x2", "y1", "y2"}
# The lines of the index, from the defaults of the form: x twice, then y.
INDEX_CUTS = (40, 40, 0, 10, 60, 60, 0, 10)
NUMBERED = DRAWN | {"data-score", "data-respondents", "data-tone", "tabindex", "colspan"}


def read_page(html: str) -> Json:
    """Return the figures of a drawn report, in the form that the attacker knows."""
    root = ET.fromstring(html)  # noqa: S314  # our own page; no doctype, no entity
    items = {str(one.get("data-item")): _item(one) for one in root.iterfind(".//*[@data-item]")}
    themes = {
        str(row.get("data-theme")): {"score": _written(str(row.get("data-score")))}
        for row in root.iterfind(".//*[@data-theme]")
    }
    return {"suppressed": None if items else "nothing is shown", "items": items, "themes": themes}


def _item(section: Element) -> Json:
    rows = section.findall(".//table[@class='rd-means']//*[@data-role]")
    roles = {str(row.get("data-role")): _cell(row) for row in rows}
    if not rows:
        return {"suppressed": True, "roles": {}}
    found = SPREAD.search(_text(section.find(".//*[@class='rd-spread']")))
    ad, r_wg, sd = found.groups() if found else (None, None, None)
    counts = [int(_text(one)) for one in section.iterfind(".//*[@data-figure='count']")]
    return roles.pop("") | {
        "dont_know_share": _figure(section, "dont_know_share"),
        "ad": ad and {"shown": ad},
        "r_wg": r_wg and {"shown": r_wg},
        "sd": sd,
        "distribution": counts or None,
        "roles": roles,
    }


def _cell(row: Element) -> Json:
    if row.find(".//*[@data-figure]") is None:
        return {"suppressed": True}
    figures = {name: _figure(row, name) for name in ("raters", "mean", "points")}
    return {**figures, "apart": APART.get(_text(row[-1]))}


def _figure(root: Element, name: str) -> Json | None:
    return _written(_text(root.find(f".//*[@data-figure='{name}']")))


def _written(text: str) -> Json | None:
    low, _, high = text.removesuffix("%").partition(" to ")
    if not low:
        return None
    return {"shown": low, "to": high} if high else {"shown": low}


def _text(element: Element | None) -> str:
    return "" if element is None else "".join(element.itertext())


def read_table(text: str) -> Json:
    """Return the same figures from the CSV; a role has its mean only, and whether it is apart."""
    items: Json = {}
    themes: Json = {}
    for part, id_, role, figure, value, to, note in list(csv.reader(StringIO(text)))[1:]:
        told = {"shown": value, "to": to} if to else {"shown": value} if value else None
        if part == "theme" and role == "" and figure == "score":
            themes[id_] = {"score": told}
        if part == "item" and not figure.startswith(("level", "gap")):
            cell = items.setdefault(id_, {}).setdefault(role, {"counts": []})
            cell[figure] = APART[note] if figure == "apart" else told
        if part == "item" and figure.startswith("level"):
            items[id_][role]["counts"].append(int(value))
    return {"items": items, "themes": themes}


def same_figures(page: Json, table: Json) -> bool:
    """Tell whether the CSV says nothing of an item or theme that the page does not say."""
    if page["suppressed"]:
        return not table["items"] and not table["themes"]
    told = {id_: {"": one} | one["roles"] for id_, one in page["items"].items() if "roles" in one}
    return page["themes"] == table["themes"] and all(
        _says(told[id_].get(role, {}), cell)
        for id_, cells in table["items"].items()
        for role, cell in cells.items()
    )


def _says(shown: Json, cell: Json) -> bool:
    names = ("mean", "points", "raters", "dont_know_share", "ad", "r_wg", "apart")
    sd = (cell.get("sd") or {}).get("shown")
    return (
        all(cell.get(name) in (None, shown.get(name)) for name in names)
        and sd in (None, shown.get("sd"))
        and (not cell["counts"] or cell["counts"] == shown.get("distribution"))
    )


def strays(html: str, text: str, levels: int) -> list[str]:
    """Return the numbers on a page that stand where none may, or that say more than its text."""
    root = ET.fromstring(html)  # noqa: S314  # as above
    found = list(_hidden_numbers(root))
    for element in root.iter():
        for name, value in element.attrib.items():
            if name not in NUMBERED and NUMBER.search(value):
                found.append(f"{name}={value}")
    for row in root.iterfind(".//*[@data-tone]"):
        low, high = (int(end) // 20 for end in _ends(_written(_text(row)) or {}))
        if not str(min(low, 4)) == str(min(high, 4)) == row.get("data-tone"):
            found.append(f"tone {row.get('data-tone')} of {_text(row)}")
    wanted = [_rounded(shape) for shape in drawings(root, levels)]
    drawn = [_rounded(_shape(svg)) for svg in root.iterfind(".//svg")]
    found += [f"drawn {one}" for one in drawn if one not in wanted] if drawn != wanted else []
    found += sorted(set(NUMBER.findall(text)) - set(NUMBER.findall(" ".join(root.itertext()))))
    return found


def _hidden_numbers(root: Element) -> Iterator[str]:
    """Yield what tells a number inside a place of which nothing is shown, or in its cell."""
    for cell in root.iter():
        is_hidden = cell.get("data-suppressed") is not None
        if not is_hidden and any(one.get("data-suppressed") is not None for one in cell):
            attributes = {**cell.attrib, "colspan": "", "data-role": ""}
            yield from (f"{k}={v}" for k, v in attributes.items() if NUMBER.search(v))
        if is_hidden and root.get("data-respondents") != "":
            inside = ET.tostring(cell, encoding="unicode", method="xml")
            yield from NUMBER.findall(inside.removesuffix(cell.tail or ""))


def drawings(root: Element, levels: int) -> Iterator[Shape]:
    """Yield the numbers that each drawing must hold, worked out from the text beside it."""
    index = _written(_text(root.find(".//*[@data-figure='index']")))
    if index:
        yield (*_bar(index), *INDEX_CUTS)
    heats = [*root.iterfind(".//*[@data-dimension]"), *root.iterfind(".//*[@data-theme]")]
    yield from (_bar(told) for row in heats if (told := _written(str(row.get("data-score")))))
    for section in root.iterfind(".//*[@data-item]"):
        item = _item(section)
        if "suppressed" not in item:
            yield _mean(item, levels)
            if item["distribution"]:
                yield _diverging(item["distribution"])


def _ends(figure: Json) -> tuple[float, float]:
    low: str = figure["shown"]
    high: str = figure.get("to", low)
    return float(low), float(high)


def _bar(figure: Json) -> Shape:
    low, high = _ends(figure)
    rest = () if low == high else (low, high - low, 10)
    return (0, 0, 100, 10, 0, 100, 10, *rest, 0, low, 10)


def _mean(item: Json, levels: int) -> Shape:
    low, high = (round(10 * end) for end in _ends(item["mean"]))
    away = round(10 * float(item["ad"]["shown"])) if item["ad"] else 0
    start, end = max(10, low - away), min(10 * levels, high + away)
    ticks = [part for level in range(1, levels + 1) for part in (10 * level, 10 * level, 0, 10)]
    band = (start, end - start, 10) if end > start else ()
    mark = (low, low, 0, 10) if low == high else ()
    width = 10 * levels - 10
    return (9, 0, width + 2, 10, 10, width, 10, *ticks, *band, *mark)


def _diverging(counts: list[int]) -> Shape:
    people, middle = sum(counts), (len(counts) - 1) / 2
    at = -sum(n if place < middle else n / 2 for place, n in enumerate(counts) if place <= middle)
    parts: list[float] = [-people, 0, 2 * people, 10, -people, 2 * people, 10]
    for count in counts:
        parts += [at, count, 10] if count else []
        at += count
    return (*parts, 0, 0, 0, 10)


def _shape(svg: Element) -> Shape:
    """Return every number of a drawing, in order."""
    values = [value for one in svg.iter() for name, value in one.attrib.items() if name in DRAWN]
    return tuple(float(number) for value in values for number in value.split())


def _rounded(shape: Shape) -> list[float]:
    return [round(number, 6) for number in shape]
