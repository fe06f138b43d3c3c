"""A folder of YAML files becomes a `Questionnaire`, or every problem at once.

`load` reads questionnaire.yml and the file of each dimension it names, never a file outside the
folder. It never raises on what an author wrote, or did not write.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from readiness import prose_fields, rules, schema, wording
from readiness.building import build
from readiness.draft import Draft
from readiness.nearest import did_you_mean
from readiness.nodes import Node, Scalar, Text, find, plain, scalars, written
from readiness.problems import Problem, Severity
from readiness.source import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readiness.questionnaire import Questionnaire
    from readiness.tree import Tree

ENTRY = "questionnaire"
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
    entry = _read(directory, ENTRY)
    problems = entry.problems + _checked(entry, ENTRY)
    settled = not _errors(problems)
    trees: dict[str, Tree] = {}
    for node in _dimension_ids(entry.root):
        if node.written in trees:
            continue
        missing = _missing(directory, node)
        if missing:
            problems.append(missing)
            continue
        tree = trees[node.written] = _read(directory, node.written)
        problems += tree.problems + _checked(tree, "dimension")
    problems += _unused(directory, entry)
    roots = {name: tree.root for name, tree in trees.items()}
    if entry.root:
        draft = Draft(questionnaire=entry.root, dimensions=roots, settled=settled)
        problems += rules.check(draft)
        if not _errors(problems):
            problems += wording.check(draft)
    return Loaded(
        questionnaire=None if _errors(problems) or not entry.root else _build(entry.root, roots),
        problems=_in_file_order(problems, [ENTRY, *trees], directory),
    )


def _build(entry: Node, dimensions: dict[str, Node | None]) -> Questionnaire:
    """Make the questionnaire of trees without a fault."""
    data = {name: cast("dict[str, Any]", plain(root)) for name, root in dimensions.items() if root}
    edition = written(find(entry, "edition")) or ""
    return build(cast("dict[str, Any]", plain(entry)), data, edition)


def _read(directory: Path, name: str) -> Tree:
    """Read a file of the folder; a link that leads out of the folder counts as no file."""
    path = directory / f"{name}.yml"
    return read(path if _inside(directory, path) else directory / "", _shown(directory, name))


def _inside(directory: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(directory.resolve())
    except (OSError, RuntimeError):  # a circle of links
        return False


def _shown(directory: Path, name: str) -> str:
    """Return a file's path as problems show it: from the current folder, where it is below."""
    path = Path(os.path.abspath(directory)) / f"{name}.yml"  # noqa: PTH100  # keep symbolic links
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def _checked(tree: Tree, definition: str) -> list[Problem]:
    """Return what the schema and the look at texts find in a tree."""
    if tree.root is None:
        return []
    return [*schema.check(tree.root, definition), *prose_fields.check(tree.root)]


def _errors(problems: Iterable[Problem]) -> bool:
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
        if name != ENTRY and _inside(directory, path) and path.is_file():
            return None
    except OSError:  # a name too long for a file
        pass
    names = [found.stem for found in directory.glob("*.yml") if found.stem != ENTRY]
    hint = did_you_mean(name, names)
    message = f"the dimension '{name}' needs a file {name}.yml in this folder, there is none{hint}"
    if name == ENTRY:
        message = f"a dimension needs a file of its own, '{name}' is the name of this one"
    return node.problem("dimension-file", message)


def _unused(directory: Path, entry: Tree) -> Iterator[Problem]:
    """Warn of files that no dimension names."""
    if entry.root is None:
        return
    named = {ENTRY, *(node.written for node in _dimension_ids(entry.root))}
    for path in sorted(directory.glob("*.y*ml")):
        if path.suffix == ".yml" and path.stem in named:
            continue
        name = _shown(directory, path.stem).removesuffix(".yml") + path.suffix
        message = "this file is not read: 'dimensions' in questionnaire.yml does not name it"
        if path.suffix != ".yml":
            message = "this file is not read: its name must end in .yml"
        yield Text(name, ()).problem((1, 1), "unused-file", message, Severity.WARNING)


def _in_file_order(
    problems: Iterable[Problem], names: list[str], directory: Path
) -> tuple[Problem, ...]:
    """Sort by file as the questionnaire names them, then by line and column."""
    order = {_shown(directory, name): number for number, name in enumerate(names)}
    last = len(order)
    return tuple(
        sorted(problems, key=lambda p: (order.get(p.file, last), p.file, p.line, p.column))
    )
