"""Both sides undo the same carriers: nothing that they carried vanishes, on either side."""

from __future__ import annotations

import json
import os
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any

import pytest

from .carried import code_of, pasted_forms, saved_of
from .carriers import carried
from .siblings import sibling_forms
from .twins import BrowserFormats, PythonFormats

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.questionnaire import Questionnaire

    from .twins import Found

LONG = os.environ.get("READINESS_LONG") == "1"
COUNT = 20_000 if LONG else 3_000
SEED = SystemRandom().randrange(2**32) if LONG else 8
ROLES = ("leader", "manager", "frontline")
SIGNS = "15KX-TR8D\n>|=%&;#\\u'<b> \t\u200b\u2013\uff11\u00a0\x1e\x1f\x0c\r{}\"code\v\u2028\u00e4"

Case = tuple[str, str, list[str]]


def cases(questionnaire: Questionnaire, count: int = COUNT) -> list[Case]:
    """Return codes, what carriers made of them, and which these were."""
    random = Random(SEED)  # noqa: S311  # not a secret: repeatable texts
    made = []
    for number in range(count):
        code = code_of(questionnaire, number % 900, random.choice(ROLES))
        made.append((code, *carried(random, code)))
    return made


def silent(tried: list[Case], found: list[Found]) -> list[Case]:
    """Return the cases in which nothing was found."""
    return [case for case, one in zip(tried, found, strict=True) if not one]


def taken(tried: list[Case], found: list[Found]) -> int:
    """Return in how many cases the code, and no other, was taken."""
    return sum(
        [text for kind, text, *_ in one if kind == "code"] == [code]
        for (code, *_), one in zip(tried, found, strict=True)
    )


def test_whatever_was_carried_is_taken_or_named(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """Thousands of codes after up to four carriers: both sides find the same, and never nothing."""
    tried = cases(questionnaire)
    texts = [text for _, text, _ in tried]
    python = PythonFormats().find(questionnaire, texts)
    browser = browser_formats.find(questionnaire, texts)
    unlike = [text for text, one, other in zip(texts, python, browser, strict=True) if one != other]
    assert unlike == [], f"seed {SEED}"
    assert silent(tried, python) == [], f"seed {SEED}"
    assert taken(tried, python) > 0.97 * len(tried)


def test_a_code_behind_signs_that_are_not_seen_in_angle_brackets(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """In quoted-printable, too, and with blanks: a tag is looked at when all else is undone."""
    code = cases(questionnaire, 1)[0][0]
    hidden = "=E2=80=8B".join(code)
    texts = [f"my code is <yours {one}>, thanks" for one in (hidden, code.replace("-", " - "))]
    for found in (
        PythonFormats().find(questionnaire, texts),
        browser_formats.find(questionnaire, texts),
    ):
        assert [[*one][:2] for (one,) in found] == [["code", code]] * 2


def test_no_code_is_taken_for_another(questionnaire: Questionnaire) -> None:
    """What is taken is what was sent: the checksum decides, not the shape."""
    tried = cases(questionnaire)
    found = PythonFormats().find(questionnaire, [text for _, text, _ in tried])
    for (code, text, _), one in zip(tried, found, strict=True):
        assert {other for kind, other, *_ in one if kind == "code"} <= {code}, text


def test_damaged_texts_are_read_alike(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """Codes and saved responses with signs lost, changed and sown: both sides find the same."""
    random = Random(SEED + 1)  # noqa: S311  # not a secret: repeatable texts
    forms = [text for text, _ in pasted_forms(questionnaire).values()]
    texts = [_mutant(random, random.choice(forms)) for _ in range(COUNT // 3)]
    texts += [_mutant(random, text) for _, text, _ in cases(questionnaire, COUNT // 3)]
    assert PythonFormats().undo(texts) == browser_formats.undo(texts), f"seed {SEED}"
    python = PythonFormats().find(questionnaire, texts)
    browser = browser_formats.find(questionnaire, texts)
    unlike = [text for text, one, other in zip(texts, python, browser, strict=True) if one != other]
    assert unlike == [], f"seed {SEED}"
    assert sum(len(one) > 0 for one in python) > len(texts) / 2


def _mutant(random: Random, text: str) -> str:
    signs = list(text)
    for _ in range(random.randrange(1, 4)):
        at = random.randrange(len(signs))
        signs[at : at + random.randrange(3)] = random.choices(SIGNS, k=random.randrange(3))
        signs = signs or ["-"]
    return "".join(signs)


ONCE = ("const UNDO_ROUNDS = 3;", "const UNDO_ROUNDS = 1;")
FAULTS = {
    "dashes": [('.replace(DASHES, "-")', "")],
    "signs that cannot be seen": [('.replace(UNSEEN, "")', "")],
    "full width": [("seen.replace(STYLED, (sign) =>", "seen.replace(/$^/g, (sign) =>")],
    "percent signs": [(".replace(PERCENT_SIGNS, fromPercent)", "")],
    "percent signs twice": [('.replace(PERCENT_AGAIN, "%")', ""), ONCE],
    "numbered signs": [("whole.replace(ENTITY, fromEntity)", "whole")],
    "numbered signs twice": [('.replace(AMPERSANDS, "&")', ""), ONCE],
    "soft line ends": [(".replace(SOFT_BREAKS, softlyJoined)", "")],
    "quoted-printable": [(".replace(QUOTED_SIGNS, fromQuoted)", "")],
    "URL Defense": [("text = text.replace(DEFENDED, fromDefended)", "text = text.concat()")],
    "tags": [("text = text.replace(INLINE_TAG, withoutTag);", "")],
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_carrier_that_is_not_undone_is_noticed(
    name: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Canaries: without it fewer of the same codes are taken."""
    faults = [("formats/carriers.js", old, new) for old, new in FAULTS[name]]
    careless = BrowserFormats(tmp_path / "faulty", *faults)
    tried = cases(questionnaire, 600)
    texts = [text for _, text, _ in tried]
    whole = taken(tried, PythonFormats().find(questionnaire, texts))
    assert taken(tried, careless.find(questionnaire, texts)) < whole


def test_a_search_that_only_knows_groups_is_noticed(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Canary: without the start of our codes some texts give nothing at all."""
    fault = (
        "engine/code_search.js",
        "for (const found of shape === null ? [] : ownCodes(text, shape, from, until)) {",
        "for (const found of /** @type {FoundCode[]} */ ([])) {",
    )
    careless = BrowserFormats(tmp_path / "faulty", fault)
    tried = cases(questionnaire, 600)
    assert silent(tried, careless.find(questionnaire, [text for _, text, _ in tried]))


SIBLING_FAULTS = {
    "dashes in a wrong encoding": ("carriers.js", '.replace(MISREAD, "$1-")', ""),
    "a Greek keyboard": ("carriers.js", "latinLetters(plain)", "plain"),
    "any tag inside": ("carriers.js", "text.replace(INLINE_TAG, withoutTag)", "text.concat()"),
    "a code in a tag": ("carriers.js", 'CARRIES.test(tag.replace(COUNTED_ENDS, "")) ? tag :', ""),
    "saved answers in a cell": ("answers_in_text.js", "IN_CSV.test(text)", "false"),
    "and in that in another": ("answers_in_text.js", "&& IN_JSON.test(text)", "&& false"),
    "saved answers of Python": ("answers_in_text.js", "IN_PYTHON.test(text)", "false"),
    "a head of two lines": ("mails.js", ".replace(HEAD_WORDS, headWords)", ""),
}


def is_good(found: list[Any]) -> bool:
    """Tell whether it is a code, or saved answers that are JSON."""
    kind, text, *_ = found
    try:
        return kind == "code" or (kind == "saved" and bool(json.loads(text)))
    except ValueError:
        return False


def sound(forms: list[tuple[str, tuple[int, list[str]]]], found: list[Found]) -> list[bool]:
    """Return of each form whether as much is taken and named as must be."""
    return [
        (sum(map(is_good, one)), [reason for *_, reason in one if reason]) == expected
        for (_, expected), one in zip(forms, found, strict=True)
    ]


def test_siblings_are_read_alike(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """Both sides, from the text to what stands in it."""
    forms = sibling_forms(questionnaire)
    texts = [text for text, _ in forms.values()]
    found = PythonFormats().find(questionnaire, texts)
    assert browser_formats.find(questionnaire, texts) == found
    assert sound(list(forms.values()), found).count(True) == len(forms) >= 37


@pytest.mark.parametrize("name", SIBLING_FAULTS)
def test_a_sibling_that_is_not_undone_is_noticed(
    name: str, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Canaries: one rule less and its form is not taken as it must be."""
    file, old, new = SIBLING_FAULTS[name]
    careless = BrowserFormats(tmp_path / "faulty", (f"formats/{file}", old, new))
    form = sibling_forms(questionnaire)[name]
    assert sound([form], careless.find(questionnaire, [form[0]])) == [False]


def test_lines_are_those_of_the_text(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """Broken lines, soft ones, tags over two lines and saved responses keep the count."""
    code, other = code_of(questionnaire, 1), code_of(questionnaire, 2)
    saved = saved_of(questionnaire, 1)
    slip = other[:10] + ("2" if other[10] != "2" else "3") + other[11:]
    text = "\r\n".join(
        ["Hello =C3=", "=BC", f"{code[:24]}=", code[24:], "<span", 'class="x">', slip, saved, other]
    )
    lines = text.split("\r\n")
    expected = [3, 7, 8, 8 + len(saved.splitlines())]
    assert lines[6] == slip
    for side in (PythonFormats(), browser_formats):
        found = side.find(questionnaire, [text])[0]
        assert [kind for kind, *_ in found] == ["code", "named", "saved", "code"]
        assert [line for _, _, line, _ in found] == expected
