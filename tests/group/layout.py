"""Reads which module imports which, types included, and what functions take: in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import readiness

PYTHON = Path(readiness.__file__).parent
BROWSER = PYTHON / "browser"
JS_IMPORT = re.compile(r'(?:from |import\()"(\.{1,2}/[\w./-]+\.m?js)"')
JS_PARAMETER = re.compile(r"@param \{(.*)\} \[?\w|@param \{(.*)")
JS_EXPORT = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)

Graph = dict[str, list[str]]


def reached(graph: Graph, start: str) -> set[str]:
    """Return all modules that one reaches by imports, near or far."""
    found, waiting = set[str](), [start]
    while waiting:
        for module in graph[waiting.pop()]:
            if module not in found:
                found.add(module)
                waiting.append(module)
    return found


def python_graph(root: Path) -> Graph:
    """Return what each module below the package imports, by path without ending."""
    files = {str(path.relative_to(root).with_suffix("")): path for path in root.rglob("*.py")}
    return {name: _python_imports(path, files) for name, path in files.items()}


def browser_graph(root: Path) -> Graph:
    """Return what each module imports or takes types from, by path without ending."""
    return {
        str(path.relative_to(root).with_suffix("")): [
            str((path.parent / target).resolve().relative_to(root.resolve()).with_suffix(""))
            for target in JS_IMPORT.findall(path.read_text("utf-8"))
        ]
        for path in [*root.rglob("*.js"), *root.rglob("*.mjs")]
    }


def python_parameters(path: Path) -> dict[str, set[str]]:
    """Return the words in the annotations of each function's parameters."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            own = node.args
            every = [*own.posonlyargs, *own.args, *own.kwonlyargs, own.vararg, own.kwarg]
            texts = [ast.unparse(one.annotation) for one in every if one and one.annotation]
            found[node.name] = set(re.findall(r"\w+", " ".join(texts)))
    return found


def browser_parameters(path: Path) -> set[str]:
    """Return the words in the types of all parameters of a module."""
    pairs = JS_PARAMETER.findall(path.read_text("utf-8"))
    return set(re.findall(r"\w+", " ".join(one or other for one, other in pairs)))


def python_names(path: Path) -> set[str]:
    """Return the public functions and error classes of a module, in the browser's spelling."""
    body = ast.parse(path.read_text("utf-8")).body
    functions = [node.name for node in body if isinstance(node, ast.FunctionDef)]
    errors = [
        node.name for node in body if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
    ]
    return {_camel(name) for name in functions if not name.startswith("_")} | set(errors)


def browser_names(path: Path) -> set[str]:
    """Return what a module exports, but for constants."""
    return {name for name in JS_EXPORT.findall(path.read_text("utf-8")) if not name.isupper()} - {
        name for name in JS_EXPORT.findall(path.read_text("utf-8")) if "_" in name
    }


def _python_imports(path: Path, files: dict[str, Path]) -> list[str]:
    """Return the modules that a file imports, and the packages that are run on the way."""
    wanted = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            wanted += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by place"
            wanted += [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
    found = set()
    for name in wanted:
        first, *rest = name.split(".")
        if first == readiness.__name__:
            places = ["/".join(rest[:end]) for end in range(len(rest) + 1)]
            found |= {
                one for place in places for one in (place, f"{place}/__init__".lstrip("/"))
            } & files.keys()
    return sorted(found)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
