"""The files of a questionnaire side by side, as trees, before they become a `Questionnaire`.

The rules walk over this. Any part may still have a fault: whatever has not the expected form is
passed over here, because the schema has already named it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.questionnaire import equal_steps
from readiness.reading.nodes import Mapping, Node, Scalar, children, find, keys, mappings, written
from readiness.reading.scalars import exact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The tree of questionnaire.yml, and those of the dimensions that have a file, by id in order.

    A dimension's tree is None where its file could not be read.

    `settled` tells that questionnaire.yml itself has no error, so that what it lacks is lacking.
    """

    questionnaire: Node
    dimensions: dict[str, Node | None]
    settled: bool = True

    def find(self, *path: str) -> Node | None:
        """Return what a path of keys leads to in questionnaire.yml."""
        return find(self.questionnaire, *path)

    def themes(self) -> Iterator[Mapping]:
        """Yield the themes of all dimensions."""
        for dimension in self.dimensions.values():
            yield from mappings(find(dimension, "themes"))

    def items(self) -> Iterator[Mapping]:
        """Yield the items of all themes."""
        for theme in self.themes():
            yield from mappings(theme.get("items"))

    def scale_id(self, item: Mapping) -> str | None:
        """Return the id of an item's scale: its own, the default, or the only one."""
        own = item.get("scale") or self.find("default_scale")
        scales = keys(self.find("scales"))
        return written(own) if own else scales[0] if len(scales) == 1 else None

    def scale_levels(self, item: Mapping) -> tuple[Node, ...]:
        """Return the levels of an item's scale; none where there is no such scale."""
        return children(self.find("scales", self.scale_id(item) or "", "levels"))

    def points(self, item: Mapping) -> tuple[Fraction, ...]:
        """Return the points of the levels of an item's scale; none where they have a fault."""
        levels = self.scale_levels(item)
        given = [exact_of(find(level, "points")) for level in levels]
        if given and not any(find(level, "points") for level in levels):
            return equal_steps(len(levels))
        points = tuple(value for value in given if value is not None)
        return points if len(points) == len(levels) else ()

    def roles(self) -> tuple[str, ...]:
        """Return the ids of the roles."""
        return keys(self.find("roles"))


def exact_of(node: Node | None) -> Fraction | None:
    """Return a number or a ratio as an exact fraction, or None for all else."""
    return exact(node.value) if isinstance(node, Scalar) else None


def whole(node: Node | None) -> int | None:
    """Return a whole number, or None for all else."""
    value = node.value if isinstance(node, Scalar) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
