"""Our faster parser says what PyYAML's own says: the same events, or the same complaint."""

from __future__ import annotations

from itertools import islice

import yaml

from readiness.problems import Severity
from readiness.reading.decoding import decode
from readiness.reading.events import Events, place_of
from reading.folder import FILES, GOOD
from reading.mutants import mutants

Said = list[object]


def stock(text: str) -> Said:
    """Return what PyYAML says."""
    said: Said = []
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):  # a safe one
            said.append((repr(event), place_of(event.start_mark), place_of(event.end_mark)))
    except yaml.MarkedYAMLError as error:
        said.append((error.problem, place_of(error.problem_mark), place_of(error.context_mark)))
    except (ValueError, OverflowError) as error:
        said.append(error.__class__)
    return said


def ours(text: str) -> Said:
    """Return what our parser says."""
    said: Said = []
    try:
        for event, start, end in Events(text).each():
            said.append((repr(event), start, end))
    except yaml.MarkedYAMLError as error:
        said.append((error.problem, place_of(error.problem_mark), place_of(error.context_mark)))
    except (ValueError, OverflowError) as error:
        said.append(error.__class__)
    return said


def texts(count: int) -> list[str]:
    """Return the good files and so many mutants of them, as text that the parser may get."""
    contents = [(GOOD / f"{name}.yml").read_bytes() for name in FILES]
    contents += [content for _, content in islice(mutants(3), count)]
    found = (decode("x.yml", content) for content in contents)
    return [
        "\n".join(text.lines)
        for text, problems in found
        if all(problem.severity is not Severity.ERROR for problem in problems)
    ]


def test_events_are_those_of_pyyaml() -> None:
    """Good files and mutants alike; both outcomes occur often."""
    compared = texts(400)
    assert len(compared) > 250
    complaints = 0
    for text in compared:
        expected = stock(text)
        assert ours(text) == expected
        complaints += "StreamEndEvent" not in str(expected[-1])
    assert 50 < complaints < len(compared) - 50


PLAIN = (
    *("a: b c  d", "a: b #c", "a: b#c", "a: b:c", "a: b: c", "a: b\n  c\n\n  d", "a: b\t c"),
    *("a: [b c, d:e, f: g, h#i]", "a: [b?c]", "{a: b:c, d: e:}", "- a\n- b :c\n", "a: b :\n", ":a"),
    *(
        "a b: c",
        "a\nb: c",
        "a: b\n---\nc",
        "a: b\n... # x\n",
        "a: -b",
        "a: b\n c: d",
        "a: b\n#c\n d",
    ),
    *(
        "[a, b\n c]",
        "[a #b\n, c]",
        "a: \u00e9 \u6771\u4eac x",
        "? a b\n: c d",
        "a:  \n  b  \n",
        "a:",
    ),
)


def test_unquoted_texts_of_every_shape() -> None:
    """The shapes that the faster scanning of unquoted texts could get wrong."""
    for text in PLAIN:
        assert ours(text) == stock(text), text
