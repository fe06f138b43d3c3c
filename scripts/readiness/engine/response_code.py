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
    roles = [None, *(role.id for role in questionnaire.roles)]
    head = HEAD + width(len(roles))
    counts = [prod(_radix(item) for item in _asked(questionnaire, role)) for role in roles]
    lengths = tuple(head + width(count) + CHECK_SYMBOLS for count in counts)
    start = write_symbols([VERSION, *_edition(questionnaire)])
    return CodeShape(start, head, lengths, min(lengths), max(lengths))


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
    if values[1 : 1 + EDITION_SYMBOLS] != _edition(questionnaire):
        return Refusal.OTHER_EDITION
    return _contribution(values, questionnaire)


def _contribution(values: Sequence[int], questionnaire: Questionnaire) -> Contribution | Refusal:
    after = HEAD + width(len(questionnaire.roles) + 1)
    number = symbols_number(values[HEAD:after])
    if number > len(questionnaire.roles):
        return Refusal.BAD_ANSWER
    role = questionnaire.roles[number - 1].id if number else None
    items = _asked(questionnaire, role)
    count = prod(_radix(item) for item in items)
    if len(values) != after + width(count) + CHECK_SYMBOLS:
        return Refusal.DAMAGED
    written = symbols_number(values[after:-CHECK_SYMBOLS])
    if written >= count:
        return Refusal.BAD_ANSWER
    return Contribution(
        respondent=write_symbols(values[1 + EDITION_SYMBOLS : HEAD - 1]),
        revision=values[HEAD - 1],
        role=role,
        answers=_answers(items, written),
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


def _answers(items: Sequence[Item], number: int) -> dict[str, Answer]:
    """Return the answers in the order of reporting; the last item is the least digit."""
    found: list[tuple[str, Answer]] = []
    for item in reversed(items):
        number, digit = divmod(number, _radix(item))
        if digit:
            found.append((item.id, _answer(item, digit)))
    return dict(reversed(found))


def _answer(item: Item, digit: int) -> Answer:
    if digit == 1:
        return "dk"
    return digit - 1 if digit - 1 <= len(item.scale.levels) else "na"
