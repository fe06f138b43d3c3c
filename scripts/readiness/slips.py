"""Plain sentences for the slips that make YAML unreadable, with the remedy.

`explain` decides where the author should look, which is often not where the parser gave up:
an open quote or bracket is named where it opens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.error import Mark, MarkedYAMLError

    from readiness.nodes import Text

Found = tuple[tuple[int, int], str, str]  # place, rule, message

TAB = "spaces are needed, here is a tab; YAML does not take tabs before or between its words"
OPEN_QUOTE = "a closing quote is needed, the text that opens here has none before other text starts"
AFTER_QUOTE = (
    "nothing may follow the closing quote; to have quotes inside a text, put the whole text in"
    " the other kind of quotes (\"…\" or '…')"
)
OPEN_BRACKET = (
    "a closing bracket is needed, the one that opens here is not closed;"
    " a text that starts with `[` or `{` needs quotes around it"
)
IN_BRACKETS = (
    "commas between entries and a closing bracket are needed here; a text with `,` `:` `[` or `{`"
    " in it needs quotes"
)
AFTER_BRACKET = (
    "nothing may follow the closing bracket;"
    " a text that starts with `[` or `{` needs quotes around the whole of it"
)
COLON = "a text with a colon and a space in it needs quotes around the whole text"
DEEPER = "this line is indented deeper than the one above, so it continues that one; align the two"
INDENT = "the same indentation as the lines of its block is needed, this line has another one"
NO_COLON = (
    "`key: value` is needed, this line has no colon followed by a space;"
    " a text that goes on from the line above must be indented deeper than its key"
)
LIST_INLINE = "a list starts on the line after its key, here `-` stands behind the key"
BLOCK_TEXT = "a text that starts with `|` or `>` needs quotes around it"
ESCAPE = "in \"…\" a backslash starts a code, and this one is unknown; write \\\\ or use '…'"


def explain(error: MarkedYAMLError, text: Text, quoted: tuple[Mark, Mark] | None) -> Found:
    """Return the place, the rule and a sentence for what the parser complained about."""
    context, problem = error.context or "", error.problem or ""
    mark, opened = error.problem_mark, error.context_mark or error.problem_mark
    if "quoted scalar" in context:
        return _in_quotes(problem, mark, opened)
    if "flow" in context:
        return _in_brackets(mark, opened, text)
    for word, rule, sentence, at in _SLIPS:
        if word in context or word in problem:
            return _place(opened if at == "opened" else mark), rule, sentence
    if "cannot start any token" in problem:
        return _bad_start(mark, text)
    if "mapping values are not allowed" in problem:
        return _colon(mark, text)
    if "expected <block end>" in problem or "document start" in problem:
        return _out_of_block(mark, text, quoted)
    return _place(mark), "yaml", f"valid YAML is needed here: {problem or context}"


_SLIPS = (
    ("scanning an alias", "first-character", "a text that starts with `*` needs quotes", "opened"),
    ("scanning an anchor", "first-character", "a text that starts with `&` needs quotes", "opened"),
    ("a tag", "first-character", "a text that starts with `!` needs quotes around it", "opened"),
    ("tag handle", "first-character", "a text that starts with `!` needs quotes", "mark"),
    ("directive", "first-character", "a text that starts with `%` needs quotes", "mark"),
    ("incompatible YAML", "first-character", "the line `%YAML` is not needed; delete it", "mark"),
    ("block scalar", "first-character", BLOCK_TEXT, "opened"),
    ("could not find expected ':'", "missing-colon", NO_COLON, "opened"),
    ("sequence entries are not allowed", "list", LIST_INLINE, "mark"),
)


def _place(mark: Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _in_quotes(problem: str, mark: Mark, opened: Mark) -> Found:
    if "escape" in problem:
        return _place(mark), "escape", ESCAPE
    return _place(opened), "quote", OPEN_QUOTE


def _in_brackets(mark: Mark, opened: Mark, text: Text) -> Found:
    """Name the bracket where it opens, unless the fault stands deeper inside it."""
    if mark.line != opened.line and _indent(text, mark) <= _indent(text, opened):
        return _place(opened), "bracket", OPEN_BRACKET
    return _place(mark), "bracket", IN_BRACKETS


def _indent(text: Text, mark: Mark) -> int:
    line = text.line(mark.line + 1)
    return len(line) - len(line.lstrip(" "))


def _bad_start(mark: Mark, text: Text) -> Found:
    sign = text.line(mark.line + 1)[mark.column : mark.column + 1]
    if sign == "\t":
        return _place(mark), "tab", TAB
    return _place(mark), "first-character", f"a text that starts with `{sign}` needs quotes"


def _colon(mark: Mark, text: Text) -> Found:
    """Tell a colon inside a text from a key that is indented too deep."""
    before = text.line(mark.line + 1)[: mark.column]
    if re.fullmatch(r"\s*(- +)*[\w-]+ *", before):
        return (mark.line + 1, len(before) - len(before.lstrip()) + 1), "indentation", DEEPER
    return _place(mark), "colon", COLON


def _out_of_block(mark: Mark, text: Text, quoted: tuple[Mark, Mark] | None) -> Found:
    """Tell text behind a quote or a bracket from a line with the wrong indentation."""
    before = text.line(mark.line + 1)[: mark.column].rstrip()
    if quoted and quoted[1].line == mark.line and quoted[1].column <= mark.column:
        if quoted[0].line != quoted[1].line:
            return _place(quoted[0]), "quote", OPEN_QUOTE
        if quoted[1].column == len(before):
            return _place(mark), "quote", AFTER_QUOTE
    if before.endswith(("]", "}")):
        return _place(mark), "bracket", AFTER_BRACKET
    return _place(mark), "indentation", INDENT
