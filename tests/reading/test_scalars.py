"""What an unquoted word means in each kind of field: 12 words, 5 fields (threats A5)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from readiness.reading.loading import Loaded, load
from reading.folder import change, good_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from readiness.questionnaire import Questionnaire

# Each field: its file, what stands there in the good questionnaire, and how to read it back.
FIELDS: dict[str, tuple[str, str, Callable[[Questionnaire], object]]] = {
    "text": ("people", "evidence: Ask three colleagues.", lambda q: q.items[0].evidence),
    "whole": ("people", "weight: 3", lambda q: q.items[1].weight),
    "share": ("questionnaire", "theme_share: 1/2", lambda q: q.verdict.theme_share),
    "switch": ("people", "allow_na: true", lambda q: q.items[1].allow_na),
    "id": ("questionnaire", "id: small", lambda q: q.id),
}
# A refusal is written as the words that its message must hold; a value is what comes out.
WORD = "must be an id of small letters, digits and hyphens that starts with a letter"


class Refused(str):
    """A piece of the message with which a cell is refused."""

    __slots__ = ()


def digits(word: str) -> Refused:
    """Expect that a number field names the text and asks for digits."""
    return Refused(f"here is the text '{word}'; write it in plain digits, such as 10")


def switch(word: str) -> Refused:
    """Expect that a true-or-false field names the text and says what to write."""
    return Refused(f"here is the text '{word}'; write true or false without quotes")


def meant(word: str, value: str) -> Refused:
    """Expect that a true-or-false field says which of the two was meant."""
    return Refused(f"here is the text '{word}'; write {value} without quotes")


def quote(what: str, word: str) -> Refused:
    """Expect that a text field says how to write the word as a text."""
    return Refused(f'here is {what}; in quotes it is a text: "{word}"')


YES_NO = "which stands for a yes or no"
TABLE: dict[str, dict[str, object]] = {
    "no": {
        "text": "no",
        "whole": digits("no"),
        "share": digits("no"),
        "switch": meant("no", "false"),
        "id": "no",
    },
    "yes": {
        "text": "yes",
        "whole": digits("yes"),
        "share": digits("yes"),
        "switch": meant("yes", "true"),
        "id": "yes",
    },
    "on": {
        "text": "on",
        "whole": digits("on"),
        "share": digits("on"),
        "switch": meant("on", "true"),
        "id": "on",
    },
    "1:30": {
        "text": "1:30",
        "whole": digits("1:30"),
        "share": digits("1:30"),
        "switch": switch("1:30"),
        "id": Refused(WORD),
    },
    "1.10": {
        "text": quote("the number 1.10", "1.10"),
        "whole": Refused("must be a whole number from 1 to 100, here is the number 1.10"),
        "share": Refused(
            "must be a share from 0 to 1, such as 0.8 or 2/3, here is the number 1.10"
        ),
        "switch": Refused("must be true or false, here is the number 1.10"),
        "id": quote("the number 1.10", "1.10"),
    },
    "010": {
        "text": "010",
        "whole": digits("010"),
        "share": digits("010"),
        "switch": switch("010"),
        "id": Refused(WORD),
    },
    "2024-01-02": {
        "text": "2024-01-02",
        "whole": digits("2024-01-02"),
        "share": digits("2024-01-02"),
        "switch": switch("2024-01-02"),
        "id": Refused(WORD),
    },
    ".nan": {
        "text": ".nan",
        "whole": digits(".nan"),
        "share": digits(".nan"),
        "switch": switch(".nan"),
        "id": Refused(WORD),
    },
    "0x1F": {
        "text": "0x1F",
        "whole": digits("0x1F"),
        "share": digits("0x1F"),
        "switch": switch("0x1F"),
        "id": Refused(WORD),
    },
    "true": {
        "text": quote(f"true, {YES_NO}", "true"),
        "whole": Refused(f"must be a whole number from 1 to 100, here is true, {YES_NO}"),
        "share": Refused(f"such as 0.8 or 2/3, here is true, {YES_NO}"),
        "switch": True,
        "id": quote(f"true, {YES_NO}", "true"),
    },
    "null": {
        "text": quote("nothing", "null"),
        "whole": Refused("here is nothing; write a value or leave the key out"),
        "share": Refused("here is nothing; write a value or leave the key out"),
        "switch": Refused("here is nothing; write a value or leave the key out"),
        "id": quote("nothing", "null"),
    },
    "0.75": {
        "text": quote("the number 0.75", "0.75"),
        "whole": Refused("must be a whole number from 1 to 100, here is the number 0.75"),
        "share": Fraction(3, 4),
        "switch": Refused("must be true or false, here is the number 0.75"),
        "id": quote("the number 0.75", "0.75"),
    },
}
CELLS = [(word, field) for word in TABLE for field in FIELDS]


def loaded_with(directory: Path, field: str, word: str) -> Loaded:
    """Load the good questionnaire with another word in one field."""
    folder = good_copy(directory)
    name, there, _ = FIELDS[field]
    key = there.partition(":")[0]
    change(folder, name, there, f"{key}: {word}")
    return load(folder)


def test_table_has_sixty_cells() -> None:
    """Every word is expected somehow in every field."""
    assert len(CELLS) == 60
    assert all(row.keys() == FIELDS.keys() for row in TABLE.values())


@pytest.mark.parametrize(("word", "field"), CELLS)
def test_word_in_field(word: str, field: str, tmp_path: Path) -> None:
    """A word is taken as what it says, or refused by a message that names it and the remedy."""
    expected = TABLE[word][field]
    loaded = loaded_with(tmp_path, field, word)
    if isinstance(expected, Refused):
        assert len(loaded.problems) == 1
        assert expected in loaded.problems[0].message
        assert loaded.questionnaire is None
    else:
        assert loaded.questionnaire is not None
        value = FIELDS[field][2](loaded.questionnaire)
        assert value == expected
        assert type(value) is type(expected)


@pytest.mark.parametrize("word", [word for word in TABLE if not word.startswith("0x")])
def test_any_word_is_a_text_in_quotes(word: str, tmp_path: Path) -> None:
    """The advised remedy works: in quotes each of them is that very text."""
    questionnaire = loaded_with(tmp_path, "text", f'"{word}"').questionnaire
    assert questionnaire is not None
    assert questionnaire.items[0].evidence == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0.8", Fraction(4, 5)),
        ("2/3", Fraction(2, 3)),
        ('"2/3"', Fraction(2, 3)),
        ("1", Fraction(1)),
        ("0", Fraction(0)),
        ("0.333333333333333333333", Fraction(333333333333333333333, 10**21)),
    ],
)
def test_numbers_are_exact(word: str, value: Fraction, tmp_path: Path) -> None:
    """No share goes through floating point."""
    questionnaire = loaded_with(tmp_path, "share", word).questionnaire
    assert questionnaire is not None
    assert questionnaire.verdict.theme_share == value


def test_quoted_number_says_to_leave_the_quotes_out(tmp_path: Path) -> None:
    """The commonest slip with quotes has its own remedy; so has the decimal comma."""
    (quoted,) = loaded_with(tmp_path / "a", "share", '"0.8"').problems
    assert quoted.message.endswith("here is the text '0.8'; leave the quotes out")
    (comma,) = loaded_with(tmp_path / "b", "share", "0,8").problems
    assert comma.message.endswith("here is the text '0,8'; write the decimal sign as a point")


def test_edition_is_kept_as_written(tmp_path: Path) -> None:
    """An edition such as 2026.10 is not the number 2026.1."""
    questionnaire = load(good_copy(tmp_path)).questionnaire
    assert questionnaire is not None
    assert questionnaire.edition == "2026.10"
