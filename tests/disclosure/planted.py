"""Modules of the engine with one planted fault, to see that the attacker finds it."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def planted(module: ModuleType, old: str, new: str) -> ModuleType:
    """Return a copy of a module in which a text that stands once is another one."""
    text = inspect.getsource(module)
    assert text.count(old) == 1, f"{old!r} should stand once in {module.__name__}"
    name = f"{module.__name__}_planted"
    spec = importlib.util.spec_from_loader(name, loader=None)
    assert spec is not None
    copy = importlib.util.module_from_spec(spec)
    sys.modules[name] = copy  # dataclasses look their module up
    exec(compile(text.replace(old, new), name, "exec"), copy.__dict__)  # noqa: S102  # our own text
    return copy
