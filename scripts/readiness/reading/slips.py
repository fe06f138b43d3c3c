"""Plain sentences for the slips that make YAML unreadable, with the remedy.

`explain` decides where the author should look, which is often not where the parser gave up:
an open quote or bracket is named where it opens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readiness.reading.events import Place, place_of

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from readiness.reading.nodes import Text

Found = tuple[Place, str, str]  # place, rule, message

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
    "commas between entries and a closing bracket are needed; a text with `,` `?` `:` `[` or `{`"
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
QUESTION_MARK = "a text that starts with `?` and a space needs quotes around it"
BRACKET_START = "a text that starts with `]` `}` or `,` needs quotes around it"
AFTER_COMMENT = (
    "this line cannot go on from the one above, whose text ended before its `#`;"
    " put quotes around the whole text"
)
ESCAPE = "in \"…\" a backslash starts a code, and this one is unknown; write \\\\ or use '…'"


def explain(error: MarkedYAMLError, text: Text, quoted: list[tuple[Place, Place]]) -> Found:
    """Return the place, the rule and a sentence for what the parser complained about."""
    context, problem = error.context or "", error.problem or ""
    place = place_of(error.problem_mark)
    opened = place_of(error.context_mark or error.problem_mark)
    for word, rule, sentence, at in _SLIPS:
        if word in context or word in problem:
            return opened if at == "opened" else place, rule, sentence
    if "flow" in context:
        return _in_brackets(place, opened, text)
    if "cannot start any token" in problem:
        return _bad_start(place, text)
    if "mapping values are not allowed" in problem:
        return _colon(place, text)
    if "expected <block end>" in problem or "document start" in problem:
        return _out_of_block(place, text, quoted)
    return place, "yaml", f"valid YAML is needed here: {problem or context}"


_SLIPS = (
    ("unknown escape", "escape", ESCAPE, "here"),
    ("hexadecimal", "escape", ESCAPE, "here"),
    ("quoted scalar", "quote", OPEN_QUOTE, "opened"),
    ("scanning an alias", "first-character", "a text that starts with `*` needs quotes", "opened"),
    ("scanning an anchor", "first-character", "a text that starts with `&` needs quotes", "opened"),
    ("a tag", "first-character", "a text that starts with `!` needs quotes around it", "opened"),
    ("tag handle", "first-character", "a text that starts with `!` needs quotes", "here"),
    ("directive", "first-character", "a text that starts with `%` needs quotes", "here"),
    ("incompatible YAML", "first-character", "the line `%YAML` is not needed; delete it", "here"),
    ("block scalar", "first-character", BLOCK_TEXT, "opened"),
    ("could not find expected ':'", "missing-colon", NO_COLON, "opened"),
    ("sequence entries are not allowed", "list", LIST_INLINE, "here"),
    ("mapping keys are not allowed", "first-character", QUESTION_MARK, "here"),
    ("expected the node content", "first-character", BRACKET_START, "here"),
)


def _in_brackets(place: Place, opened: Place, text: Text) -> Found:
    """Name the bracket where it opens, unless the fault stands deeper inside it."""
    if place[0] != opened[0] and _indent(text, place) <= _indent(text, opened):
        return opened, "bracket", OPEN_BRACKET
    return place, "bracket", IN_BRACKETS


def _indent(text: Text, place: Place) -> int:
    line = text.line(place[0])
    return len(line) - len(line.lstrip(" "))


def _before(text: Text, place: Place) -> str:
    line, column = place
    return text.line(line)[: column - 1].rstrip()


def _bad_start(place: Place, text: Text) -> Found:
    line, column = place
    sign = text.line(line)[column - 1 : column]
    if sign == "\t":
        return place, "tab", TAB
    return place, "first-character", f"a text that starts with {sign} needs quotes around it"


def _colon(place: Place, text: Text) -> Found:
    """Tell a colon inside a text from a key that is indented too deep."""
    if re.fullmatch(r"\s*(- +)*[\w-]+", _before(text, place)):
        return (place[0], _indent(text, place) + 1), "indentation", DEEPER
    return place, "colon", COLON


def _out_of_block(place: Place, text: Text, quoted: list[tuple[Place, Place]]) -> Found:
    """Tell text behind a quote, a bracket or a comment from a line with the wrong indentation."""
    line, column = place
    before = _before(text, place)
    opened, closed = next((pair for pair in reversed(quoted) if pair[1] <= place), (place, (0, 0)))
    if closed[0] == line and opened[0] != line:
        return opened, "quote", OPEN_QUOTE
    if closed == (line, len(before) + 1):
        return place, "quote", AFTER_QUOTE
    if before.endswith(("]", "}")):
        return place, "bracket", AFTER_BRACKET
    if not before and " #" in text.line(line - 1) and _indent(text, (line - 1, 1)) < column - 1:
        return place, "comment", AFTER_COMMENT
    return place, "indentation", INDENT
