"""A whole contribution as one short text, and back; `site_src/code.md` describes the format.

A text that is not the code of a contribution to this very edition is refused by name. The code
holds role and answers and the beginning of the respondent's random id; never notes, names or times.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import TYPE_CHECKING

from readiness.engine.code_symbols import (
    CHECK_SYMBOLS,
    checksum,
    is_whole,
    number_symbols,
    read_symbols,
    symbols_number,
    width,
    write_groups,
    write_symbols,
)
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.responses import Answer, Responses, offers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.questionnaire import Item, Questionnaire

VERSION = 1
EDITION_DIGITS = 5
EDITION_SYMBOLS = 4
RESPONDENT_SYMBOLS = 6
LAST_REVISION = 31
HEAD = 1 + EDITION_SYMBOLS + RESPONDENT_SYMBOLS + 1
SHORTEST = HEAD + CHECK_SYMBOLS
KEPT = "_own_codes"


class Refusal(StrEnum):
    """Why a text is not taken as a response code."""

    NOT_A_CODE = "not_a_code"
    DAMAGED = "damaged"
    NEWER_VERSION = "newer_version"
    OTHER_EDITION = "other_edition"
    BAD_ANSWER = "bad_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Responses):
    """The responses that a respondent gives to a group.

    `respondent` is a random id in the alphabet of the code; 13 symbols where it was made, the
    first six in a code. `revision` counts the respondent's earlier contributions, 0 to 31.
    """

    respondent: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class CodeShape:
    """How the codes of a questionnaire's own edition begin, and how long they are.

    `lengths` are numbers of symbols, first that of a code without a role, then by role.
    """

    start: str
    head: int
    lengths: tuple[int, ...]
    shortest: int
    longest: int

    def length(self, values: Sequence[int]) -> int:
        """Return how many symbols a code has that begins so; the most where its role is none."""
        number = symbols_number(values[HEAD : self.head])
        is_known = len(values) >= self.head and number < len(self.lengths)
        return self.lengths[number] if is_known else self.longest


def code_shape(questionnaire: Questionnaire) -> CodeShape:
    """Return how the codes of a questionnaire look."""
    own = _own_codes(questionnaire)
    lengths = tuple(layout.length for layout in own.layouts)
    start = write_symbols([VERSION, *own.edition])
    return CodeShape(start, own.head, lengths, min(lengths), max(lengths))


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the answers of a role stand in a code of `length` symbols: in `count` ways.

    Items from the last one, each with an answer for each of its digits from 1.
    """

    role: str | None
    length: int
    count: int
    digits: tuple[tuple[str, tuple[Answer, ...]], ...]


@dataclass(frozen=True, slots=True)
class _OwnCodes:
    """The symbols of the edition, where answers begin, and a layout for no role and each role."""

    edition: list[int]
    head: int
    layouts: tuple[_Layout, ...]


def encode(questionnaire: Questionnaire, contribution: Contribution) -> str:
    """Return the code of a contribution; answers that the questionnaire cannot hold are left out.

    Raises ValueError for an unknown role or a respondent id that the code cannot carry.
    """
    roles = [None, *(role.id for role in questionnaire.roles)]
    values = [
        VERSION,
        *_edition(questionnaire),
        *_respondent(contribution.respondent),
        min(contribution.revision, LAST_REVISION),
        *number_symbols(roles.index(contribution.role), len(roles)),
        *_answer_symbols(questionnaire, contribution),
    ]
    return write_groups([*values, *checksum(values)])


def decode(text: str, questionnaire: Questionnaire) -> Contribution | Refusal:
    """Return the contribution that a code holds, or the reason why the text is not taken."""
    values = read_symbols(text)
    if values is None or len(values) < SHORTEST:
        return Refusal.NOT_A_CODE
    if not is_whole(values):
        return Refusal.DAMAGED
    if values[0] != VERSION:
        return Refusal.NEWER_VERSION if values[0] > VERSION else Refusal.NOT_A_CODE
    own = _own_codes(questionnaire)
    if values[1 : 1 + EDITION_SYMBOLS] != own.edition:
        return Refusal.OTHER_EDITION
    return _contribution(values, own)


def _contribution(values: Sequence[int], own: _OwnCodes) -> Contribution | Refusal:
    number = symbols_number(values[HEAD : own.head])
    if number >= len(own.layouts):
        return Refusal.BAD_ANSWER
    layout = own.layouts[number]
    if len(values) != layout.length:
        return Refusal.DAMAGED
    written = symbols_number(values[own.head : -CHECK_SYMBOLS])
    if written >= layout.count:
        return Refusal.BAD_ANSWER
    return Contribution(
        respondent=write_symbols(values[1 + EDITION_SYMBOLS : HEAD - 1]),
        revision=values[HEAD - 1],
        role=layout.role,
        answers=_answers(layout, written),
    )


def _edition(questionnaire: Questionnaire) -> list[int]:
    start = int(questionnaire_fingerprint(questionnaire)[:EDITION_DIGITS], 16)
    return number_symbols(start, 1 << 4 * EDITION_DIGITS)


def _respondent(id_: str) -> list[int]:
    values = read_symbols(id_)
    if values is None or len(values) < RESPONDENT_SYMBOLS:
        message = f"a respondent id has at least {RESPONDENT_SYMBOLS} symbols, not {id_!r}"
        raise ValueError(message)
    return values[:RESPONDENT_SYMBOLS]


def _asked(questionnaire: Questionnaire, role: str | None) -> list[Item]:
    return [item for item in questionnaire.items if item.asked_of(role)]


def _radix(item: Item) -> int:
    """Return how many digits an item has: unanswered, don't know, its levels, does not apply."""
    return 2 + len(item.scale.levels) + offers(item, "na")


def _answer_symbols(questionnaire: Questionnaire, responses: Responses) -> list[int]:
    number, count = 0, 1
    for item in _asked(questionnaire, responses.role):
        radix = _radix(item)
        number = number * radix + _digit(item, responses.answers.get(item.id))
        count *= radix
    return number_symbols(number, count)


def _digit(item: Item, answer: Answer | None) -> int:
    if not offers(item, answer):
        return 0
    if isinstance(answer, int):
        return 1 + answer
    return 1 if answer == "dk" else _radix(item) - 1


def _own_codes(questionnaire: Questionnaire) -> _OwnCodes:
    """Return how the codes of a questionnaire are laid out.

    Asked for at every code, and a questionnaire never changes: so it is worked out once and kept
    beside the questionnaire's own cached properties.
    """
    kept: dict[str, _OwnCodes] = vars(questionnaire)
    if KEPT not in kept:
        roles = [None, *(role.id for role in questionnaire.roles)]
        head = HEAD + width(len(roles))
        layouts = tuple(_layout(questionnaire, role, head) for role in roles)
        kept[KEPT] = _OwnCodes(_edition(questionnaire), head, layouts)
    return kept[KEPT]


def _layout(questionnaire: Questionnaire, role: str | None, head: int) -> _Layout:
    items = _asked(questionnaire, role)
    digits = tuple((item.id, _digits(item)) for item in reversed(items))
    count = prod(1 + len(answers) for _, answers in digits)
    return _Layout(role, head + width(count) + CHECK_SYMBOLS, count, digits)


def _digits(item: Item) -> tuple[Answer, ...]:
    """Return the answer for each digit of an item from 1; 0 is no answer."""
    levels = range(1, len(item.scale.levels) + 1)
    return ("dk", *levels, *(("na",) if offers(item, "na") else ()))


def _answers(layout: _Layout, number: int) -> dict[str, Answer]:
    """Return the answers in the order of reporting; the last item is the least digit."""
    found: list[tuple[str, Answer]] = []
    for id_, answers in layout.digits:
        number, digit = divmod(number, 1 + len(answers))
        if digit:
            found.append((id_, answers[digit - 1]))
    found.reverse()
    return dict(found)
