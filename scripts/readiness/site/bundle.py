"""The strict joiner: small ES modules become one classic script, in dependency order.

Users need no Node, and `file://` runs classic scripts only. Joining must not change what a module
means, so cycles, names that are declared twice, names that hide a global, and imports of what is
not exported are refused with `file:line`; `javascript` refuses the rest of the language. A library
of others (`vendored`) joins as it stands.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from readiness.site.javascript import JoinError, Module, read_module
from readiness.site.vendored import read_vendored

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["JoinError", "join"]

# In one script a declaration is seen by all modules: one that meant the global would get ours.
GLOBALS = (
    "Array BigInt Blob Boolean CSS Date Document Element Error Event File FileReader Infinity "
    "Intl JSON Map Math NaN Node Number Object Option Promise Proxy RegExp Set String Symbol Text "
    "URL WeakMap alert arguments blur caches clearTimeout close closed confirm console crypto "
    "customElements document eval event fetch find focus frames globalThis history indexedDB "
    "innerHeight innerWidth isNaN length localStorage location matchMedia name navigator open "
    "opener origin parent parseInt performance print prompt queueMicrotask requestAnimationFrame "
    "screen scroll scrollTo self sessionStorage setInterval setTimeout status stop "
    "structuredClone top undefined window"
)


def join(entry: Path) -> str:
    """Return the entry and all it imports as one expression whose value holds its exports.

    Raises JoinError for anything outside the subset, naming file and line.
    """
    modules = _in_order(entry)
    _refuse_clashes(modules)
    bodies = ["\n".join([*module.code, ";"]) for module in modules]
    exports = ", ".join(modules[-1].exported)
    return "\n".join(["(() => {", '"use strict";', *bodies, f"return {{ {exports} }};", "})()"])


def _in_order(entry: Path) -> list[Module]:
    """Return the modules, each after those it imports; the entry is the last."""
    done: dict[Path, Module] = {}

    def visit(here: Path, above: tuple[Path, ...]) -> Module:
        if here not in done:
            module = _module(here, acts=not above)
            for line, names, target in module.imports:
                _refuse_file(module, line, target, (*above, here))
                _refuse_names(module, line, names, visit(target, (*above, here)))
            done[here] = module
        return done[here]

    visit(entry.resolve(), ())
    return list(done.values())


def _module(path: Path, *, acts: bool) -> Module:
    """Read a module of ours, or a library of others, which is an .mjs file."""
    if path.suffix == ".mjs" and not acts:
        return read_vendored(path)
    return _read(path, _stamp(path), acts=acts)


@lru_cache(maxsize=256)
def _read(path: Path, _: float, *, acts: bool) -> Module:
    """Read a module once for all entries, until its file changes."""
    return read_module(path, acts=acts)


def _stamp(path: Path) -> float:
    return path.stat().st_mtime_ns if path.is_file() else 0


def _refuse_file(module: Module, line: int, target: Path, above: tuple[Path, ...]) -> None:
    if not target.is_file():
        raise module.refuse(line, f"there is no file {target}")
    if target in above:
        raise module.refuse(line, f"a cycle: {target.name} already imports this file")


def _refuse_names(module: Module, line: int, names: tuple[str, ...], target: Module) -> None:
    for name in names:
        if name not in target.exported:
            raise module.refuse(line, f"{target.path.name} does not export {name}")


def _refuse_clashes(modules: list[Module]) -> None:
    first: dict[str, str] = {}
    hidden = set(GLOBALS.split())
    for module in modules:
        for name, line in module.declared.items():
            if name in hidden:
                raise module.refuse(line, f"{name} would hide the global of that name")
            if name in first:
                raise module.refuse(line, f"{name} is already declared at {first[name]}")
            first[name] = f"{module.path}:{line}"
