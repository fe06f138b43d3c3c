"""Codes are found in chats, mails and tables by both engines; everything else is passed over."""

from __future__ import annotations

import time
from random import Random

import pytest

from .codes import BrowserCodes, PythonCodes, edition_of
from .plain_code import read_vectors
from .test_response_code import LEADER, VECTORS

Codes = PythonCodes | BrowserCodes
CODE = LEADER["code"]
OTHER = VECTORS["worked example"]["code"]
LINES = [CODE[:25], CODE[25:]]
DAMAGED = CODE.replace("TR8D", "TR8E")
WITH_U = CODE.replace("TR8D", "UR8D")

CHAT = f"""
[12:01] Anna: Hello everyone, here is my code: {CODE}
[12:02] Bert: mine is {OTHER}, thanks!
[12:02] Carla: ({CODE.lower()}).
[12:03] Dora: https://intranet.example.org/team/#{OTHER} - see you at 12:30
[12:04] Emil: {CODE.replace("-", "")} was without hyphens, sorry
[12:05] Fred: {DAMAGED}
[12:06] Gina: {WITH_U}?
[12:07] Hugo: when will they have time? Call me, 0049-1234-5678-9012, or 4111 1111 1111 1111
[12:08] Ida: commit fd84365a1b2c3d4e5f60718293a4b5c6d7e8f901, DE89 3704 0044 0532 0130 00
[12:09] Jan: 550e8400-e29b-41d4-a716-446655440000 and a very-long-word-with-many-parts-in-it
"""
IN_CHAT = [CODE, OTHER, CODE, OTHER, CODE, DAMAGED, WITH_U]

ALONE = {
    "as it is": (CODE, [CODE]),
    "in quotes": (f'"{CODE}"', [CODE]),
    "two on a line": (f"{CODE} {OTHER}", [CODE, OTHER]),
    "after a bullet": (f"- {CODE}\n* {OTHER}", [CODE, OTHER]),
    "blanks for hyphens": (CODE.replace("-", " "), [CODE]),
    "blanks in a cell": (
        f"Anna\t{CODE.replace('-', ' ')}\t5",
        [CODE],
    ),
    "groups of five": (f"{OTHER.replace('-', '')[:5]}-{OTHER.replace('-', '')[5:]}", [OTHER]),
    "broken by a mail program": (f"{LINES[0]}\n{LINES[1]}\n", [CODE]),
    "broken in a quoted mail": (f"> > {LINES[0]}\r\n> > {LINES[1]}\r\n", [CODE]),
    "dashes": (CODE.replace("-", "\u2013"), [CODE]),
    "letters of other scripts around": (f"ä{CODE}ß", [CODE]),
    "cut off": (CODE[:-4], [CODE[:-4]]),
    "cut off early": (CODE[:19], []),
    "damaged and not grouped": (DAMAGED.replace("-", ""), []),
    "nothing": ("", []),
    "only hyphens": ("-" * 99, []),
}


@pytest.fixture(scope="module")
def browser_codes(tmp_path_factory: pytest.TempPathFactory) -> BrowserCodes:
    """Return the browser's codes as they are."""
    return BrowserCodes(tmp_path_factory.mktemp("codes"))


@pytest.fixture(params=["python", "browser"])
def codes(request: pytest.FixtureRequest, browser_codes: BrowserCodes) -> Codes:
    """Return the codes of each engine in turn."""
    return PythonCodes() if request.param == "python" else browser_codes


def test_codes_in_a_chat(codes: Codes) -> None:
    """Telephone and card numbers, hashes, words and times are no codes; damaged codes are named."""
    found = codes.find(CHAT)
    assert found == IN_CHAT
    refusals = [one for one in codes.decode(edition_of(LEADER), found) if isinstance(one, str)]
    assert refusals == ["other_edition", "other_edition", "damaged", "not_a_code"]


@pytest.mark.parametrize(("text", "expected"), ALONE.values(), ids=ALONE)
def test_ways_in_which_a_code_is_written(codes: Codes, text: str, expected: list[str]) -> None:
    """Each text with what is found in it: the code as it was written first."""
    assert codes.find(text) == expected


def test_every_vector_is_found(codes: Codes) -> None:
    """Short and long ones."""
    written = [vector["code"] for vector in read_vectors()]
    assert codes.find("; ".join(written)) == written


def test_without_the_check_card_numbers_would_be_codes(
    browser_codes: BrowserCodes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Canary: a search that takes every long run finds more in the chat."""
    fault = (
        "code_groups.js",
        "if (values === null || !isWhole(values)) return null;",
        "if (values === null) return null;",
    )
    careless = BrowserCodes(tmp_path_factory.mktemp("careless"), fault)
    assert careless.find(CHAT) != browser_codes.find(CHAT)


HOSTILE = {
    "hyphens": "-" * 10**6,
    "blanks": " " * 10**6,
    "hyphens and blanks": "- " * 500_000,
    "one symbol and blanks": f"1{' ' * 10**6}1",
    "groups": "1111-" * 200_000,
    "groups that never end a code": "1111-" * 200_000 + "11111",
    "wrapped groups": "1111- \n> " * 100_000,
    "line ends": "-\n" * 500_000,
    "symbols": "1" * 10**6,
    "words": "take care when they have " * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_anything_takes_seconds_at_most(codes: Codes, text: str) -> None:
    """Time that grew with the square of the length would be hours here."""
    start = time.process_time()
    assert len(codes.find(text)) <= 1
    assert time.process_time() - start < 10


def test_a_hundred_thousand_codes(codes: Codes) -> None:
    """All of them, in their order, with noise between."""
    random = Random(5)  # noqa: S311  # not a secret: a repeatable text
    written = [vector["code"] for vector in read_vectors()]
    picked = random.choices(written, k=100_000)
    text = "\n".join(
        f"[12:{at % 60:02}] name {at}: here it is: {one}" for at, one in enumerate(picked)
    )
    start = time.process_time()
    found = codes.find(text)
    print(f"{len(found)} codes in {time.process_time() - start:.1f} s")  # noqa: T201
    assert found == picked
