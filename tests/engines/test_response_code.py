"""Response codes: both engines say the same, return what was put in, and refuse by name.

Each substitution of one symbol and each swap of two neighbours is tried in 1,000 random codes; in
Python in 100, with READINESS_LONG=1 in 1,000 as well.
"""

from __future__ import annotations

import os
import re
from random import Random
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.engine import response_code
from readiness.engine.responses import offers

from .codes import BrowserCodes, Edition, PythonCodes, contribution_of, edition_of
from .plain_code import SIGNS, check_symbols, plain_code, read_vectors, remainder, times
from .strategies import cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readiness.engine.responses import Responses
    from readiness.questionnaire import Questionnaire

    from .codes import Codes, Json

LONG = os.environ.get("READINESS_LONG") == "1"
VECTORS = {vector["name"]: vector for vector in read_vectors()}
REFUSED = read_vectors("refused")
NAMED = {"not_a_code", "damaged", "newer_version", "other_edition", "bad_answer"}
LEADER = VECTORS["a leader's 34 items"]
BIP_350 = ["abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx", "a1lqfn3a", "?1v759aa"]
BECH32_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

Fault = tuple[str, str, str]
SUMS: list[Fault] = [
    (
        "code_symbols.js",
        "const state = remainderOf([...values, 0, 0, 0, 0, 0, 0], START) ^ LAST_XOR;",
        "const state = values.reduce((sum, value) => sum + value, 0) % 32;",
    ),
    (
        "code_symbols.js",
        "return remainderOf(values, START) === LAST_XOR;",
        "return values.slice(0, -1).reduce((sum, value) => sum + value, 0) % 32 === values.at(-1);",
    ),
]
FAULTS: dict[str, Fault] = {
    "the checksum of plain Bech32": ("code_symbols.js", "0x2bc830a3", "1"),
    "numbers that are too great are taken": (
        "response_code.js",
        'if (written >= count) return "bad_answer";',
        "",
    ),
    "the length is not looked at": (
        "response_code.js",
        'if (values.length !== after + symbolWidth(count) + CHECK_SYMBOLS) return "damaged";',
        "",
    ),
    "a later version is read as this one": (
        "response_code.js",
        "if (version !== CODE_VERSION) return",
        "if (version < 0) return",
    ),
    "another edition is read as this one": (
        "response_code.js",
        "if (edition.some((value, place) => value !== ours[place])) return",
        "if (edition.length === 0) return",
    ),
    "a role that is not there is none": (
        "response_code.js",
        'if (number > roles.length) return "bad_answer";',
        "",
    ),
    "everybody is asked everything": (
        "response_code.js",
        "return items.filter((item) => isAsked(item, role));",
        "return items.filter((item) => isAsked(item, null) || role);",
    ),
}


def searched(examples: int) -> settings:
    """Return how many random cases to try; the same ones in each run."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def browser_codes(tmp_path_factory: pytest.TempPathFactory) -> BrowserCodes:
    """Return the browser's codes as they are."""
    return BrowserCodes(tmp_path_factory.mktemp("codes"))


@pytest.fixture(params=["python", "browser"])
def codes(request: pytest.FixtureRequest, browser_codes: BrowserCodes) -> Codes:
    """Return the codes of each engine in turn."""
    return PythonCodes() if request.param == "python" else browser_codes


def wrong_vectors(codes: Codes) -> list[str]:
    """Return the names of the vectors that an engine writes, reads or refuses wrongly."""
    wrong = []
    for vector in VECTORS.values():
        edition, contribution = edition_of(vector), contribution_of(vector)
        shown = {"respondent": vector["respondent"][:6], "revision": min(vector["revision"], 31)}
        if codes.encode(edition, [contribution]) != [vector["code"]]:
            wrong.append(f"writes {vector['name']}")
        if codes.decode(edition, [vector["code"]]) != [contribution | shown]:
            wrong.append(f"reads {vector['name']}")
    return wrong + [
        f"refuses {text['name']}"
        for text in REFUSED
        if codes.decode(edition_of(VECTORS[text["of"]]), [text["text"]]) != [text["reason"]]
    ]


def test_there_are_enough_vectors() -> None:
    """A loop over none at all would pass."""
    assert len(VECTORS) >= 12
    assert len(REFUSED) >= 12
    assert {text["reason"] for text in REFUSED} == NAMED


def test_the_independent_program_agrees_with_the_vectors() -> None:
    """The figures of the vectors do not come from the engines."""
    assert {name: plain_code(vector) for name, vector in VECTORS.items()} == {
        name: vector["code"] for name, vector in VECTORS.items()
    }


@pytest.mark.parametrize("text", BIP_350)
def test_the_independent_checksum_is_that_of_bip_350(text: str) -> None:
    """Valid texts of the standard itself."""
    prefix, _, written = text.rpartition("1")
    symbols = [BECH32_SIGNS.index(sign) for sign in written]
    assert check_symbols(prefix, symbols[:-6]) == symbols[-6:]


def test_vectors(codes: Codes) -> None:
    """Written, read and refused as the independent program says."""
    assert wrong_vectors(codes) == []


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_planted_faults_are_found_by_the_vectors(fault: Fault, tmp_path: Path) -> None:
    """Canaries."""
    assert wrong_vectors(BrowserCodes(tmp_path, fault)) != []


def test_a_leaders_code_is_short() -> None:
    """About forty symbols for 34 answers."""
    assert len(LEADER["code"].replace("-", "")) == 39


def drawn() -> st.SearchStrategy[tuple[Questionnaire, list[Json]]]:
    """Draw a questionnaire and contributions to it."""
    ids = st.text(SIGNS, min_size=13, max_size=13)
    numbers = st.integers(0, 40)
    return st.builds(
        lambda case, respondent, revision: (
            case[0],
            [_contribution(one, respondent, revision) for one in case[1]],
        ),
        cases(),
        ids,
        numbers,
    )


def _contribution(responses: Responses, respondent: str, revision: int) -> Json:
    answers = [list(pair) for pair in responses.answers.items()]
    return {
        "respondent": respondent,
        "revision": revision,
        "role": responses.role,
        "answers": answers,
    }


def _carried(questionnaire: Questionnaire, contribution: Json) -> Json:
    """Return what of a contribution must come back: answers that count, a short id."""
    answers = dict(contribution["answers"])
    asked = [item for item in questionnaire.items if item.asked_of(contribution["role"])]
    return {
        "respondent": contribution["respondent"][:6],
        "revision": min(contribution["revision"], 31),
        "role": contribution["role"],
        "answers": [
            [item.id, answers[item.id]] for item in asked if offers(item, answers.get(item.id))
        ],
    }


def test_engines_agree_and_everything_comes_back(browser_codes: BrowserCodes) -> None:
    """Random questionnaires of any size, with any scales and roles, and answers to them."""
    seen: list[int] = []

    @searched(5000 if LONG else 500)
    @given(drawn())
    def agree(case: tuple[Questionnaire, list[Json]]) -> None:
        questionnaire, contributions = case
        edition = Edition(questionnaire)
        written = PythonCodes().encode(edition, contributions)
        assert browser_codes.encode(edition, contributions) == written
        carried = [_carried(questionnaire, one) for one in contributions]
        assert PythonCodes().decode(edition, written) == carried
        assert browser_codes.decode(edition, written) == carried
        seen.extend(len(one["answers"]) for one in carried)

    agree()
    assert len(seen) >= 900
    assert max(seen) >= 30


def _random_codes(count: int) -> list[tuple[Edition, str]]:
    found: list[tuple[Edition, str]] = []

    @searched(count)
    @given(drawn())
    def write(case: tuple[Questionnaire, list[Json]]) -> None:
        edition = Edition(case[0])
        found.append((edition, PythonCodes().encode(edition, case[1][:1])[0]))

    write()
    return found


def _leaders(count: int) -> list[tuple[Edition, str]]:
    """Return codes of random answers to 34 items."""
    random = Random(34)  # noqa: S311  # not a secret: repeatable answers
    edition = edition_of(LEADER)
    people = [
        {
            "respondent": "".join(random.choices(SIGNS, k=13)),
            "revision": random.randrange(32),
            "role": random.choice(["leader", "manager", "frontline", None]),
            "answers": [[item["id"], random.choice([1, 2, 3, 4, 5, "dk"])] for item in items],
        }
        for items in [LEADER["items"]] * count
    ]
    return [(edition, code) for code in PythonCodes().encode(edition, people)]


def _slips(codes: Codes, count: int) -> tuple[int, int, list[str]]:
    """Return how many substitutions and swaps were tried, and those that were not noticed."""
    tried, missed = [0, 0], []
    found = [*_leaders(count // 4), *_random_codes(count - count // 4)]
    assert len(found) == count
    for edition, code in found:
        result = codes.slips(edition, code)
        tried = [one + more for one, more in zip(tried, result["tried"], strict=True)]
        missed += [text for texts in result["missed"] for text in texts]
    return tried[0], tried[1], missed


def test_every_slip_is_detected(codes: Codes) -> None:
    """One wrong symbol, or two neighbours swapped: always refused as damaged."""
    count = 1000 if LONG or isinstance(codes, BrowserCodes) else 100
    substitutions, swaps, missed = _slips(codes, count)
    print(f"{count} codes, {substitutions} substitutions, {swaps} swaps")  # noqa: T201
    assert substitutions >= count * 20 * 31
    assert swaps >= count * 18
    assert missed == []


def test_a_weak_checksum_lets_slips_through(tmp_path: Path) -> None:
    """Canary: a sum does not see a swap, in either engine."""
    weak = BrowserCodes(tmp_path, *SUMS)
    edition, contributions = edition_of(LEADER), [contribution_of(LEADER)]
    code = weak.encode(edition, contributions)[0]
    assert len(weak.slips(edition, code)["missed"][1]) > 20

    def total(values: list[int]) -> list[int]:
        return [0, 0, 0, 0, 0, sum(values) % 32]

    def is_sum(values: list[int]) -> bool:
        return total(values[:-6])[-1] == values[-1]

    with (
        patch.object(response_code, "checksum", total),
        patch.object(response_code, "is_whole", is_sum),
    ):
        assert PythonCodes().encode(edition, contributions) == [code]
        assert len(PythonCodes().slips(edition, code)["missed"][1]) > 20


def _points(length: int) -> Iterator[tuple[int, ...]]:
    """Yield every sum of one or two columns of the check, scaled so that it begins with 1."""
    inverse = {one: other for one in range(1, 32) for other in range(32) if times(one, other) == 1}
    table = [[times(one, other) for other in range(32)] for one in range(32)]
    columns = [remainder([0] * 6 + [1] + [0] * place) for place in range(length)]
    yield from (_scaled(column, inverse, table) for column in columns)
    for place, column in enumerate(columns):
        for other in columns[:place]:
            for factor in range(1, 32):
                pairs = zip(column, other, strict=True)
                both = [one ^ table[factor][two] for one, two in pairs]
                yield _scaled(both, inverse, table)


def _scaled(point: list[int], inverse: dict[int, int], table: list[list[int]]) -> tuple[int, ...]:
    first = next((symbol for symbol in point if symbol), 0)
    scale = table[inverse[first]] if first else table[0]
    return tuple(scale[symbol] for symbol in point)


def _detects_four(length: int) -> bool:
    """Tell whether no two different errors in one or two symbols leave the same remainder."""
    points = list(_points(length))
    return len(set(points)) == len(points)


def test_up_to_four_wrong_symbols_are_detected_in_89() -> None:
    """Worked out for all of them: four errors go unseen only if two pairs look the same."""
    assert _detects_four(89)
    assert not _detects_four(110), "canary: this cannot hold for any length"


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_shorter_and_longer_codes_are_refused(codes: Codes, vector: Json) -> None:
    """Cut off anywhere, one symbol left out or put in anywhere."""
    symbols = vector["code"].replace("-", "")
    cut = [symbols[:length] for length in range(len(symbols))]
    longer = [symbols + sign for sign in SIGNS]
    without = [symbols[:place] + symbols[place + 1 :] for place in range(len(symbols))]
    within = [
        symbols[:place] + sign + symbols[place:] for place in range(len(symbols)) for sign in SIGNS
    ]
    edition = edition_of(vector)
    expected = ["not_a_code" if len(text) < 18 else "damaged" for text in cut]
    assert codes.decode(edition, cut) == expected
    others = [text for text in [*longer, *without, *within] if text != symbols]
    assert set(codes.decode(edition, others)) <= {"damaged", "not_a_code"}


def _disguises(code: str) -> list[str]:
    symbols = code.replace("-", "")
    return [
        symbols,
        code.lower(),
        code.replace("0", "O").replace("1", "I"),
        code.replace("0", "o").replace("1", "l"),
        code.replace("1", "L").title(),
        code.replace("1", "i"),
        "-".join(symbols),
        " ".join(symbols),
        f"\n {code[:11]}\r\n{code[11:]}\t",
        code.replace("-", " - "),
        code.replace("-", "\u2013"),
        code.replace("-", "\u2011"),
        code.replace("-", "\u00ad"),
        code.replace("-", "\u00a0"),
        f"\ufeff{code}\u200b",
        f"--{code}--",
    ]


def test_harmless_changes_are_forgiven(codes: Codes) -> None:
    """Case, look-alikes, hyphens, blanks and line ends."""
    for vector in (LEADER, VECTORS["worked example"], VECTORS["nothing answered"]):
        edition = edition_of(vector)
        texts = _disguises(vector["code"])
        plain = codes.decode(edition, [vector["code"]])
        assert isinstance(plain[0], dict)
        assert codes.decode(edition, texts) == plain * len(texts)


@pytest.mark.parametrize(
    "sign", ["U", "u", "*", "_", ".", "/", "\u00e9", "\u0131", "\u017f", "\uff11", "\u0663", "\0"]
)
def test_other_signs_are_not_forgiven(codes: Codes, sign: str) -> None:
    """U is no symbol, and digits of other scripts are not guessed."""
    code = LEADER["code"]
    texts = [code[:6] + sign + code[7:], sign + code, code + sign]
    assert codes.decode(edition_of(LEADER), texts) == ["not_a_code"] * 3


def test_the_respondent_matches_by_prefix(codes: Codes) -> None:
    """Ids of files and of codes; an id is read as forgivingly as a code."""
    edition, contribution = edition_of(LEADER), contribution_of(LEADER)
    ids = ["r8d2zjow5qklh", "R8D2ZJ", "R8D2-ZJ0W"]
    written = codes.encode(edition, [contribution | {"respondent": one} for one in ids])
    assert written == [LEADER["code"]] * 3
    decoded: Any = codes.decode(edition, written[:1])[0]
    assert LEADER["respondent"].startswith(decoded["respondent"])


@pytest.mark.parametrize(
    "change",
    [{"respondent": "R8D2Z"}, {"respondent": ""}, {"respondent": "Müller"}, {"role": "nobody"}],
)
def test_what_a_code_cannot_carry_is_not_written(codes: Codes, change: Json) -> None:
    """A short id, a name, an unknown role: an error and no code."""
    with pytest.raises(Exception, match=re.compile("respondent id|role|not in list")):
        codes.encode(edition_of(LEADER), [contribution_of(LEADER) | change])


def test_a_long_text_is_refused_quickly(codes: Codes) -> None:
    """A megabyte of symbols, right or wrong."""
    assert codes.decode(edition_of(LEADER), ["1" * 10**6, " " * 10**6]) == [
        "damaged",
        "not_a_code",
    ]
