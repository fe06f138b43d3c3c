"""One browser module as the joiner sees it: its names, its imports and its code without comments.

It reads a subset of the language line by line and refuses the rest with `file:line`: one-line
named imports at the top, exports of declarations, one plain declaration of one name at a time,
comments that never hide code, no literal over several lines. So every line begins outside any
literal, and dropping comments and indentation cannot change what the code means.
"""

from __future__ import annotations

import os.path
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IMPORT = re.compile(r'import \{ ([\w$]+(?:, [\w$]+)*) \} from "(\.{1,2}/[\w./-]+\.m?js)";')
DECLARATION = re.compile(
    r"(?P<export>export )?(?P<kind>(?:async )?function|const|let|class) (?P<name>[\w$]+)(?![\w$*])"
)
KEYWORD = re.compile(r"(?<![.\w$])(?:function|const|let|var|class|import|export)(?![\w$])")
MODULE_WORD = re.compile(r"(?<![.\w$])(?:import|export)(?![\w$])")
STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
TEMPLATE_TEXT = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)")
PATTERN = re.compile(r"/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/[a-z]*")
COMMENT = re.compile(r"/\*\*(?:[^*]|\*(?!/))*\*/")
CODE = re.compile(r"[^\"'`/<{}-]+|.", re.DOTALL)
BEFORE_PATTERN = re.compile(r"(?:^|[(,=:\[!&|?{;+~^<>]|\breturn)\s*$")
# What a literal or a comment can begin with; most lines hold none.
LITERAL = re.compile(r"[\"'`/]|<!--|-->")
# Spaces that part nothing; those beside < > ! + - / stay, where two signs could become another.
SPACES = re.compile(r" +(?=[=(){}\[\],;?:|&])|(?<=[=(){}\[\],;?:|&]) +")
BRACKET = re.compile(r"[()\[\]{}]")
# Line ends for a browser but not for us: code could hide behind one in a comment.
ODD_LINE_ENDS = re.compile("[\u2028\u2029]")

UNENDED = {
    "literal": "a string, template or pattern must end on its line",
    "comment": "beside code only a /** comment */ that ends on the line",
}


class JoinError(ValueError):
    """A module outside the subset; the message opens with `file:line`."""


@dataclass(slots=True)
class Module:
    """One file as read; `declared` holds line numbers, `imports` line, names and file."""

    path: Path
    declared: dict[str, int] = field(default_factory=dict)
    exported: list[str] = field(default_factory=list)
    imports: list[tuple[int, tuple[str, ...], Path]] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    def refuse(self, line: int, message: str) -> JoinError:
        """Return the error for one line of this file."""
        return JoinError(f"{self.path}:{line}: {message}")


def read_module(path: Path, *, acts: bool) -> Module:
    """Read one file; only where `acts` is true may it do something when it is loaded.

    Raises JoinError for anything outside the subset.
    """
    module = Module(path)
    depth = 0
    for line, written in _code_lines(module):
        if written.startswith("import "):
            _read_import(module, line, written)
            continue
        text, blanked = _without_comments(module, line, written)
        outer, after = _outer(blanked, depth)
        declaration = DECLARATION.match(text) if depth == 0 else None
        _refuse_outside_subset(module, line, (blanked, outer, declaration), acts=acts)
        if declaration:
            _declare(module, line, declaration)
        module.code += [text.strip().removeprefix("export ")] if text.strip() else []
        depth = after
    return module


def _code_lines(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the lines that are neither blank nor part of a comment of several lines."""
    opened = 0
    whole = _text(module)
    if odd := ODD_LINE_ENDS.search(whole):
        line = whole.count("\n", 0, odd.start()) + 1
        raise module.refuse(line, "holds U+2028 or U+2029, which end a line in a browser")
    for line, text in enumerate(whole.split("\n"), start=1):
        bare = text.strip()
        if opened:
            if "*/" in bare.removesuffix("*/"):
                raise module.refuse(line, "code stands after a comment of several lines")
            opened = 0 if bare.endswith("*/") else opened
        elif bare.startswith("/**") and "*/" not in bare[3:]:
            opened = line
        elif bare and not bare.startswith("//"):
            yield line, text.rstrip()
    if opened:
        raise module.refuse(opened, "this comment does not end")


def _text(module: Module) -> str:
    try:
        return module.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise module.refuse(1, f"cannot be read: {error}") from error


def _read_import(module: Module, line: int, text: str) -> None:
    match = IMPORT.fullmatch(text)
    if match is None:
        message = 'an import is one line of the form: import { a, b } from "./x.js";'
        raise module.refuse(line, message)
    if module.code:
        raise module.refuse(line, "imports stand before all code")
    target = Path(os.path.normpath(module.path.parent / match[2]))
    module.imports.append((line, tuple(match[1].split(", ")), target))


def _without_comments(module: Module, line: int, written: str) -> tuple[str, str]:
    """Return the line without comments, once as written and once with its literals emptied."""
    if LITERAL.search(written) is None:
        return SPACES.sub("", written), written
    text, blanked, at, braces = "", "", 0, list[int]()
    while at < len(written):
        kind, match = _piece(written, at, blanked, braces)
        if match is None:
            raise module.refuse(line, UNENDED[kind])
        text += {"code": SPACES.sub("", match[0]), "comment": " "}.get(kind, match[0])
        blanked += {"code": match[0], "literal": '""', "comment": " "}[kind]
        at = match.end()
    if braces:
        raise module.refuse(line, UNENDED["literal"])
    return text, blanked


def _piece(
    written: str, at: int, before: str, braces: list[int]
) -> tuple[str, re.Match[str] | None]:
    """Return what begins at this place; no match means that it does not end on the line.

    `braces` counts, for each template literal that is open, the braces open inside its `${`.
    """
    char = written[at]
    if char == "`" or (char == "}" and braces[-1:] == [0]):
        del braces[len(braces) - (char == "}") :]
        match = TEMPLATE_TEXT.match(written, at)
        braces += [0] if match and match[0].endswith("${") else []
        return "literal", match
    if char in "\"'":
        return "literal", STRING.match(written, at)
    if written.startswith(("//", "/*", "<!--", "-->"), at):
        return "comment", COMMENT.match(written, at)
    if char == "/" and BEFORE_PATTERN.search(before):
        return "literal", PATTERN.match(written, at)
    if braces:
        braces[-1] += {"{": 1, "}": -1}.get(char, 0)
    return "code", CODE.match(written, at)


def _outer(code: str, depth: int) -> tuple[str, int]:
    """Return the characters outside all brackets, and the depth after the line."""
    if depth > 0 and BRACKET.search(code) is None:
        return "", depth
    outer, at = "", 0
    for bracket in BRACKET.finditer(code):
        is_open = bracket[0] in "([{"
        outer += code[at : bracket.end() - (not is_open)] if depth == 0 else ""
        depth += 1 if is_open else -1
        outer += bracket[0] if depth == 0 and not is_open else ""
        at = bracket.end()
    return outer + (code[at:] if depth == 0 else ""), depth


def _refuse_outside_subset(
    module: Module, line: int, seen: tuple[str, str, re.Match[str] | None], *, acts: bool
) -> None:
    code, outer, declaration = seen
    if MODULE_WORD.search(code.removeprefix("export ") if declaration else code):
        raise module.refuse(line, "export stands before a declaration, import at the top")
    if not outer:
        return
    if len(KEYWORD.findall(outer.removeprefix("export "))) != (declaration is not None):
        raise module.refuse(line, "at top level: one plain declaration at the head of its line")
    if "," in outer or ";" in outer.rstrip()[:-1]:
        raise module.refuse(line, "at top level: one statement a line, one name a declaration")
    if not declaration and not acts and outer[:1].strip(")]}; "):
        raise module.refuse(line, "only the entry may do something when it is loaded")


def _declare(module: Module, line: int, declaration: re.Match[str]) -> None:
    name = declaration["name"]
    if name in module.declared or any(name in names for _, names, _ in module.imports):
        raise module.refuse(line, f"{name} is already declared in this file")
    module.declared[name] = line
    if declaration["export"]:
        if declaration["kind"] == "let":
            raise module.refuse(line, "export let is outside the subset")
        module.exported.append(name)
