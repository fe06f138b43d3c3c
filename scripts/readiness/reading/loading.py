"""A folder of YAML files becomes a `Questionnaire`, or every problem at once.

`load` reads questionnaire.yml and the file of each dimension it names, never a file outside the
folder, and not the examples: a fault in them stops no page. It never raises on what an author
wrote, or did not write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from readiness.problems import Problem, Severity
from readiness.reading import prose_fields, rules, schema, wording
from readiness.reading.building import build
from readiness.reading.draft import Draft
from readiness.reading.folder import inside, read_file, shown
from readiness.reading.nearest import did_you_mean
from readiness.reading.nodes import Node, Scalar, Text, find, plain, scalars, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from readiness.questionnaire import Questionnaire
    from readiness.reading.tree import Tree

ENTRY = "questionnaire"
EXAMPLES = "examples"  # read by `examples`, never here
NOT_DIMENSIONS = {ENTRY: "this one", EXAMPLES: "the one with examples"}
ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What came of reading a folder: `questionnaire` is None exactly where an error was found.

    `problems` holds errors, warnings and advice, in the order of files and lines.
    """

    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]


def load(directory: Path) -> Loaded:
    """Read the questionnaire of a folder."""
    entry = read_file(directory, ENTRY)
    problems = entry.problems + faults(entry, ENTRY)
    settled = not has_error(problems)
    trees: dict[str, Tree] = {}
    for node in _dimension_ids(entry.root):
        if missing := _missing(directory, node):
            problems.append(missing)
        elif node.written not in trees:
            tree = trees[node.written] = read_file(directory, node.written)
            problems += tree.problems + faults(tree, "dimension")
    questionnaire = None
    if entry.root:
        roots = {name: tree.root for name, tree in trees.items()}
        draft = Draft(questionnaire=entry.root, dimensions=roots, settled=settled)
        problems += [*_unused(directory, entry.root), *rules.check(draft)]
        if not has_error(problems):
            problems += wording.check(draft)
            questionnaire = _build(entry.root, roots)
    problems_in_order = _in_file_order(problems, [ENTRY, *trees], directory)
    return Loaded(questionnaire=questionnaire, problems=problems_in_order)


def _build(entry: Node, dimensions: dict[str, Node | None]) -> Questionnaire:
    """Make the questionnaire of trees without a fault."""
    data = {name: cast("dict[str, Any]", plain(root)) for name, root in dimensions.items() if root}
    edition = written(find(entry, "edition")) or ""
    return build(cast("dict[str, Any]", plain(entry)), data, edition)


def faults(tree: Tree, definition: str) -> list[Problem]:
    """Return what the schema and the look at texts find in the tree of one kind of file."""
    if tree.root is None:
        return []
    return [*schema.check(tree.root, definition), *prose_fields.check(tree.root)]


def has_error(problems: Iterable[Problem]) -> bool:
    """Tell whether a problem stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _dimension_ids(root: Node | None) -> Iterator[Scalar]:
    """Yield the dimensions that questionnaire.yml names, where their names can be file names."""
    named = scalars(find(root, "dimensions"))
    return (node for node in named if ID.fullmatch(node.written))


def _missing(directory: Path, node: Scalar) -> Problem | None:
    """Say that a dimension has no file of its own in the folder."""
    name = node.written
    path = directory / f"{name}.yml"
    try:
        if name not in NOT_DIMENSIONS and inside(directory, path) and path.is_file():
            return None
    except OSError:  # a name too long for a file
        pass
    names = [found.stem for found in directory.glob("*.yml") if found.stem not in NOT_DIMENSIONS]
    hint = did_you_mean(name, names)
    message = f"the dimension '{name}' needs a file {name}.yml in this folder, there is none{hint}"
    if name in NOT_DIMENSIONS:
        own = NOT_DIMENSIONS[name]
        message = f"a dimension needs a file of its own, '{name}' is the name of {own}"
    return node.problem("dimension-file", message)


def _unused(directory: Path, root: Node) -> Iterator[Problem]:
    """Warn of files that no dimension names."""
    named = {*NOT_DIMENSIONS, *(node.written for node in _dimension_ids(root))}
    for path in sorted(directory.glob("*.y*ml")):
        if path.suffix == ".yml" and path.stem in named:
            continue
        name = shown(directory, path.stem).removesuffix(".yml") + path.suffix
        message = "this file is not read: 'dimensions' in questionnaire.yml does not name it"
        if path.suffix != ".yml":
            message = "this file is not read: its name must end in .yml"
        yield Text(name, ()).problem((1, 1), "unused-file", message, Severity.WARNING)


def _in_file_order(
    problems: Iterable[Problem], names: list[str], directory: Path
) -> tuple[Problem, ...]:
    """Sort by file as the questionnaire names them, then by line and column."""
    order = {shown(directory, name): number for number, name in enumerate(names)}
    last = len(order)
    return tuple(
        sorted(problems, key=lambda p: (order.get(p.file, last), p.file, p.line, p.column))
    )
