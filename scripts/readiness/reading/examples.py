"""The examples of a questionnaire: answers, and what their author expects to come of them.

Reads `examples.yml`, which may be missing, against a questionnaire without errors. Refuses ids
that do not exist and answers that an item does not offer; it scores nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from readiness.reading.folder import read_file
from readiness.reading.loading import EXAMPLES, faults, has_error
from readiness.reading.nearest import did_you_mean
from readiness.reading.nodes import Mapping, Node, Scalar, children, find, plain, scalars, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from readiness.problems import Problem
    from readiness.questionnaire import Item, Questionnaire

Answer = int | Literal["dk", "na"]
LISTS = ("gates_failed", "advice", "find_out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example: a name, answers by item id, and the expectations by key.

    Expectations are a verdict, a shown index (None: there is none), and lists of item ids.
    """

    name: str
    role: str | None
    answers: dict[str, Answer]
    expect: dict[str, Any]
    node: Mapping

    def problem(self, key: str, entry: str | None, message: str) -> Problem:
        """Return a problem at an expectation, or at one entry of its list."""
        place = find(self.node, "expect", key) or self.node
        entries = (node for node in scalars(place) if node.written == entry)
        return next(entries, place).problem("example", f"'{self.name}': {message}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What came of reading the file: no example where there is an error."""

    examples: tuple[Example, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_examples(directory: Path, questionnaire: Questionnaire) -> Examples:
    """Read the examples of a folder; none where the file is missing."""
    path = directory / f"{EXAMPLES}.yml"
    if not path.exists() and not path.is_symlink():
        return Examples()
    tree = read_file(directory, EXAMPLES)
    problems = [*tree.problems, *faults(tree, EXAMPLES)]
    entries = [node for node in children(tree.root) if isinstance(node, Mapping)]
    if not has_error(problems):
        problems += [problem for entry in entries for problem in _misfits(entry, questionnaire)]
    examples = () if has_error(problems) else (_example(one, questionnaire) for one in entries)
    in_order = sorted(problems, key=lambda problem: (problem.line, problem.column))
    return Examples(examples=tuple(examples), problems=tuple(in_order))


def _misfits(entry: Mapping, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Name what does not fit the questionnaire."""
    items = {item.id: item for item in questionnaire.items}
    role = entry.get("role")
    roles = [known.id for known in questionnaire.roles]
    if role and written(role) not in roles:
        yield from _unknown([role], "role", roles)
        return  # whom the items are asked of is not known
    answers = entry.get("answers")
    given = answers.entries if isinstance(answers, Mapping) else {}
    yield from _unknown([key for key, _ in given.values()], "item", items)
    for name, (_, answer) in given.items():
        if name in items:
            yield from _not_offered(answer, items[name], written(role))
    yield from _not_for_all(entry, [item for item in questionnaire.items if item.id not in given])
    gates = [item.id for item in questionnaire.items if item.gate]
    for key in LISTS:
        known = gates if key == "gates_failed" else items
        what = "gate" if key == "gates_failed" else "item"
        yield from _unknown(children(find(entry, "expect", key)), what, known)


def _unknown(nodes: Iterable[Node], what: str, known: Iterable[str]) -> Iterator[Problem]:
    """Name the ids that there are not."""
    known = tuple(known)
    for node in nodes:
        if isinstance(node, Scalar) and node.written not in known:
            hint = did_you_mean(node.written, known)
            yield node.problem(f"known-{what}s", f"unknown {what} '{node.written}'{hint}")


def _not_offered(node: Node, item: Item, role: str | None) -> Iterator[Problem]:
    """Say why an item cannot have an answer."""
    answer = _answer(node)
    if not item.asked_of(role):
        yield node.problem("example-answer", f"'{item.id}' is not asked of the role '{role}'")
    elif answer == "na" and not _may_not_apply(item):
        yield node.problem("example-answer", f"'{item.id}' does not allow na")
    elif isinstance(answer, int) and answer > len(item.scale.levels):
        needs = f"'{item.id}' needs a level from 1 to {len(item.scale.levels)}"
        yield node.problem("example-answer", f"{needs}, here is {answer}")


def _not_for_all(entry: Mapping, rest: list[Item]) -> Iterator[Problem]:
    """Ask for another answer to items whose scale is shorter than the level for all."""
    node = entry.get("all")
    level = _answer(node) if node else "dk"
    asked = (item for item in rest if item.asked_of(written(entry.get("role"))))
    short = [item for item in asked if isinstance(level, int) and level > len(item.scale.levels)]
    if node and short:
        names = ", ".join(item.id for item in short)
        message = f"not every item has a level {level}; give these a level under 'answers': {names}"
        yield node.problem("example-answer", message)


def _may_not_apply(item: Item) -> bool:
    return item.allow_na and item.gate is None


def _answer(node: Node) -> Answer:
    """Return an answer that the schema has let through."""
    value = cast("Any", plain(node))
    return value if value in {"dk", "na"} else int(value)


def _example(entry: Mapping, questionnaire: Questionnaire) -> Example:
    """Make an example: the answer for all where there is no other and the item offers it."""
    role, for_all, own = written(entry.get("role")), entry.get("all"), entry.get("answers")
    answers: dict[str, Answer] = {}
    for item in questionnaire.items:
        node = find(own, item.id) or for_all
        answer = _answer(node) if node else None
        if answer and item.asked_of(role) and (answer != "na" or _may_not_apply(item)):
            answers[item.id] = answer
    return Example(
        name=written(entry.get("name")) or "",
        role=role,
        answers=answers,
        expect=cast("dict[str, Any]", plain(entry.entries["expect"][1])),
        node=entry,
    )
