"""The record of a published report: its told tables and its day; no answer, no sum of answers.

The next report of the same people is made beside it (scoring.md 3.6, later reports). A record of
other questions, or of a version that this program does not know, is refused by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readiness.group.breakdown import EVERYONE, NO_ROLE, Block, everyone
from readiness.group.cell_rules import parts_of
from readiness.group.earlier_tables import EarlierTables
from readiness.group.told_tables import Renewal, ToldBlock, ToldCell, ToldItem, ToldPart, ToldTables

if TYPE_CHECKING:
    from readiness.questionnaire import Item, Questionnaire

Json = dict[str, Any]
FORMAT = "readiness-group-record"
VERSION = 2


class RecordError(ValueError):
    """A record that cannot be taken; the message says why and what to do."""


def record_json(
    questionnaire: Questionnaire, fingerprint: str, tables: ToldTables, day: str
) -> Json:
    """Return the record to keep beside a published report; `day` is written as in ISO 8601."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "questionnaire": {
            "id": questionnaire.id,
            "edition": questionnaire.edition,
            "fingerprint": fingerprint,
        },
        "day": day,
        "respondents": tables.respondents,
        "breakdown": dict(tables.breakdown),
        "mostly_leaders": tables.mostly_leaders,
        "items": {id_: _item_json(table) for id_, table in tables.items.items()},
    }


def read_record(questionnaire: Questionnaire, fingerprint: str, record: object) -> EarlierTables:
    """Return the tables of a record; raise RecordError where it is none of these questions."""
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        message = "this is not the record of a published report"
        raise RecordError(message)
    if record.get("version") != VERSION:
        message = (
            "the record was written by another version and cannot be compared; "
            "without it the report counts as the first one"
        )
        raise RecordError(message)
    named = record.get("questionnaire")
    if not isinstance(named, dict) or named.get("fingerprint") != fingerprint:
        message = "the record belongs to other questions or to another edition"
        raise RecordError(message)
    try:
        return EarlierTables(day=_text(record["day"]), tables=_tables(questionnaire, record))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = "the record is damaged; take the file as it was written"
        raise RecordError(message) from error


def blocks_of(questionnaire: Questionnaire, tables: ToldTables) -> tuple[Block, ...]:
    """Return the breakdown under which tables were made; a later report keeps it."""
    if set(tables.breakdown) == {EVERYONE}:
        return everyone(questionnaire)
    return tuple(
        Block(id_, tuple(None if role == NO_ROLE else role for role in id_.split("+")))
        for id_ in tables.breakdown
    )


def _item_json(table: ToldItem) -> Json:
    return {
        "asked": dict(table.asked),
        "blocks": {
            block: None if told is None else {"raters": told.raters, "parts": list(told.parts)}
            for block, told in table.blocks.items()
        },
        "cells": [
            {
                "blocks": list(cell.blocks),
                "parts": [
                    {"people": part.people, "levels": part.levels and list(part.levels)}
                    for part in cell.parts
                ],
            }
            for cell in table.cells
        ],
        "dont_know": dict(table.dont_know),
        "not_applicable": dict(table.not_applicable),
        "applies": table.applies,
        "since": table.since,
        "renewed": table.renewed,
    }


def _tables(questionnaire: Questionnaire, record: Json) -> ToldTables:
    return ToldTables(
        respondents=_number(record["respondents"]),
        breakdown=_numbers(record["breakdown"]),
        items={item.id: _table(item, record["items"][item.id]) for item in questionnaire.items},
        mostly_leaders=_flag(record["mostly_leaders"]),
    )


def _table(item: Item, table: Json) -> ToldItem:
    since = table["since"]
    read = ToldItem(
        id=item.id,
        levels=len(item.scale.levels),
        asked=_numbers(table["asked"]),
        blocks={
            block: None if told is None else _block(item, told)
            for block, told in table["blocks"].items()
        },
        cells=tuple(_cell(item, cell) for cell in _list(table["cells"])),
        dont_know=_optional_numbers(table["dont_know"]),
        not_applicable=_optional_numbers(table["not_applicable"]),
        applies=_flag(table["applies"]),
        since=None if since is None else _text(since),
        renewed=None if table["renewed"] is None else Renewal(table["renewed"]),
    )
    for states in (read.asked, read.dont_know, read.not_applicable):
        _check(is_so=states.keys() == read.blocks.keys())
    for cell in read.cells:
        _check(is_so=all(read.blocks.get(block) is not None for block in cell.blocks))
    return read


def _block(item: Item, told: Json) -> ToldBlock:
    parts = tuple(_number(people) for people in _list(told["parts"]))
    _check(is_so=len(parts) == len(parts_of(item)) and sum(parts) == _number(told["raters"]))
    return ToldBlock(raters=sum(parts), parts=parts)


def _cell(item: Item, cell: Json) -> ToldCell:
    places = parts_of(item)
    _check(is_so=len(_list(cell["parts"])) == len(places))
    parts = []
    for (start, end), part in zip(places, cell["parts"], strict=True):
        people, levels = _number(part["people"]), part["levels"]
        told = None if levels is None else tuple(_number(level) for level in _list(levels))
        _check(is_so=told is None or (len(told) == end - start and sum(told) == people))
        parts.append(ToldPart(start=start, end=end, people=people, levels=told))
    blocks = tuple(_text(block) for block in _list(cell["blocks"]))
    _check(is_so=bool(blocks))
    return ToldCell(blocks=blocks, raters=sum(part.people for part in parts), parts=tuple(parts))


def _numbers(part: Json) -> dict[str, int]:
    return {_text(key): _number(value) for key, value in part.items()}


def _optional_numbers(part: Json) -> dict[str, int | None]:
    return {_text(key): None if one is None else _number(one) for key, one in part.items()}


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(value)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _check(*, is_so: bool) -> None:
    if not is_so:
        raise ValueError
