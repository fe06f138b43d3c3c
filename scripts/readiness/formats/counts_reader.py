"""Makes the frequencies of a group from tables of counts, one after the other; they add up.

A row that the questionnaire cannot have is refused with its number, and so is a table whose items
do not agree on how many people of a role were asked, or in which an answer stands twice.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.responses import State, offers
from readiness.engine.strict_json import Reason, RefusedError, quoted
from readiness.group.frequencies import Frequencies, by_item, places, roles_of
from readiness.reading.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.group.frequencies import Rows
    from readiness.questionnaire import Item, Questionnaire

NEEDED = ("item", "role", "state", "level", "people")
EDITION = "questionnaire"
BETWEEN = "commas, semicolons or tabs"
# A program in which an empty cell makes a column of fractions writes 3.0 for 3.
WHOLE = re.compile(r"([0-9]{1,15})(?:\.0)?")
MOST = 10**15
MOST_ROWS = 1_000_000
QUERY = "the query that `readiness sql` prints makes such a table"
UNKNOWN_EDITION = (
    f'the column "{EDITION}" is missing or empty, so nobody can tell whether these are'
    f" counts of today's edition; {QUERY}"
)
STATES = tuple(state.value for state in State if state is not State.NOT_ASKED)

Answer = tuple[str, str | None, str, int | None]


class CountsReader:
    """Adds up tables of counts of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Begin with nobody."""
        self._questionnaire = questionnaire
        self._fingerprint = questionnaire_fingerprint(questionnaire)
        self._items = {item.id: item for item in questionnaire.items}
        self._roles = roles_of(questionnaire)
        self._total: Counter[Answer] = Counter()

    def add(self, table: Iterator[Sequence[Any]]) -> list[str]:
        """Add one table, names of columns first; return notices, raise RefusedError."""
        columns = _columns(next(table))
        counts: Counter[Answer] = Counter()
        knows_edition = True
        for number, row in enumerate(table, 1):
            item, role, state, level, people, edition = (
                None if at is None else row[at] for at in columns
            )
            try:
                self._check_edition(edition)
                answer = self._answer(item, role, state, level)
                if answer in counts:
                    _refuse(
                        f"{_named(answer)} stands there twice; give two tables by --counts twice"
                    )
                counts[answer] = _whole("people", people, 0, MOST)
                if number > MOST_ROWS:
                    _refuse(f"counts have no more than {MOST_ROWS} rows; {QUERY}")
            except RefusedError as refused:
                what = f"row {number} below the names of the columns: {refused}"
                raise RefusedError(refused.reason, what) from refused
            knows_edition = knows_edition and bool(edition)
        self._rows(counts)
        self._total += counts
        return [] if knows_edition else [UNKNOWN_EDITION]

    def frequencies(self) -> Frequencies:
        """Return the sum of all tables; who was left out nobody knows."""
        rows = self._rows(self._total)
        people = {role: _people(rows[role]) if role in rows else 0 for role in self._roles}
        return Frequencies(
            people=people,
            items=by_item(self._questionnaire, rows),
            left_out=None,
            other_editions=None,
        )

    def _check_edition(self, edition: object) -> None:
        if edition in (None, "", self._fingerprint):
            return
        what = f"these are counts of the edition {_shown(edition)}, today's is"
        remedy = "take that edition's questionnaire by --assessment, or count again"
        raise RefusedError(Reason.OTHER_EDITION, f'{what} "{self._fingerprint}"; {remedy}')

    def _answer(self, id_: object, role: object, state: object, level: object) -> Answer:
        """Return the answer of a row if today's questionnaire has it."""
        item = self._items.get(id_) if isinstance(id_, str) else None
        if item is None:
            _refuse(f"there is no item {_shown(id_)}{did_you_mean(str(id_), self._items)}")
        role = None if role == "" else role
        if role is not None and (not isinstance(role, str) or role not in self._roles):
            known = [one for one in self._roles if one is not None]
            names = ", ".join(known) or "none: leave it empty"
            _refuse(f"there is no role {_shown(role)}; the roles are {names}")
        if not item.asked_of(role):
            _refuse(f'the item "{item.id}" is not asked of the role {_shown(role)}; take it out')
        if not isinstance(state, str) or state not in STATES:
            _refuse(f"the state must be one of {', '.join(STATES)}, it is {_shown(state)}")
        if state == State.RATED:
            return item.id, role, state, _whole("level", level, 1, len(item.scale.levels))
        if state == State.NOT_APPLICABLE and not offers(item, "na"):
            _refuse(f'the item "{item.id}" has no "does not apply"; look where it comes from')
        if level not in (None, "") and level == level:  # noqa: PLR0124  # NaN is no level
            _refuse(f"only rated answers have a level, it is {_shown(level)}; leave it empty")
        return item.id, role, state, None

    def _rows(self, counts: Counter[Answer]) -> Rows:
        """Return histograms by role; refuse counts whose items do not agree on their people."""
        rows = {}
        for role in self._roles:
            own = [self._histogram(counts, item, role) for item in self._questionnaire.items]
            if any(map(any, own)):
                self._check_sums(role, own)
                rows[role] = own
        return rows

    def _histogram(self, counts: Counter[Answer], item: Item, role: str | None) -> list[int]:
        return [counts[item.id, role, state.value, level] for state, level in places(item)]

    def _check_sums(self, role: str | None, own: list[list[int]]) -> None:
        first: tuple[str, int] | None = None
        for item, histogram in zip(self._questionnaire.items, own, strict=True):
            if not item.asked_of(role):
                continue
            first = first or (item.id, sum(histogram))
            if sum(histogram) != first[1]:
                who = "people without a role" if role is None else f'people of the role "{role}"'
                _refuse(
                    f'the item "{first[0]}" counts {first[1]} {who}, "{item.id}" {sum(histogram)};'
                    " every item asked of them must count each of them once, in the state"
                    f" {State.UNANSWERED} where there is no answer; {QUERY}"
                )


def _columns(names: Sequence[object]) -> list[int | None]:
    """Return where each column stands; None for the edition where there is none."""
    for name in (*NEEDED, EDITION):
        if names.count(name) > 1 or (name in NEEDED and name not in names):
            what = "stands there twice" if name in names else "is missing"
            head = ",".join(map(str, names))
            need = f"counts have {', '.join(NEEDED)} and {EDITION}, with {BETWEEN} between"
            _refuse(f'the column "{name}" {what}, the columns are {quoted(head)}; {need}; {QUERY}')
    return [names.index(name) if name in names else None for name in (*NEEDED, EDITION)]


def _people(own: list[list[int]]) -> int:
    """Return how many people of a role there are; each item that was asked counts all of them."""
    return max(map(sum, own), default=0)


def _whole(name: str, value: object, least: int, most: int) -> int:
    """Return a whole number; 3.0 is one, 3.5, 3.00 and 3e0 are none."""
    written = WHOLE.fullmatch(value) if isinstance(value, str) else None
    number = int(written[1]) if written else value
    if isinstance(number, float | Decimal) and number == number // 1:
        number = int(number)
    if type(number) is not int or not least <= number <= most:
        _refuse(f"{name} must be a whole number from {least} to {most}, it is {_shown(value)}")
    return number


def _named(answer: Answer) -> str:
    item, role, state, level = answer
    who = "people without a role" if role is None else f'the role "{role}"'
    return f'"{item}" of {who}, {state}{"" if level is None else f" {level}"},'


def _shown(value: object) -> str:
    is_plain = value is None or isinstance(value, str | int | float)
    return "empty" if value in (None, "") else quoted(value if is_plain else str(value))


def _refuse(sentence: str) -> NoReturn:
    raise RefusedError(Reason.BAD_COUNTS, sentence)
