"""Whatever stands in a text or a file, reading it takes time that grows with its length only."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from readiness.engine.strict_json import RefusedError, read_json

from .carried import code_of, saved_of
from .twins import BrowserFormats, PythonFormats

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

LENGTH = 250_000
UNITS = {
    "starts of codes": "10G9E",
    "starts in groups": "10G9-E",
    "groups": "1111-",
    "hyphens": "-",
    "blanks": " ",
    "line ends": "-\n",
    "quote marks": "\n> ",
    "soft line ends": "=\n",
    "escapes": "=C3",
    "percent signs": "%25",
    "broken percent signs": "%2\n",
    "ampersands": "&amp;",
    "tags": "<b ",
    "links": "#code=",
    "defended links": "/v2/url?u=",
    "brackets": "{",
    "names of our format": "readiness-responses ",
    "responses that never end": '{"format": "readiness-responses", ',
    "answers that never end": '"answers": {',
    "quotation marks": '"',
    "backslashes": "\\u002d",
    "mails": "Content-Transfer-Encoding: base64\n\n",
    "signs beyond ASCII": "\u2011\u200b\uff11",
    "misread hyphens": "1111\u00d0",
    "misread signs": "\u00e2\u20ac",
    "letters of other alphabets": "\u0410-1",
    "styled letters": "\U0001d7cf",
    "comments": "<!-- ",
    "tags of documents": "<w:t a",
    "rich text": "{\\rtf1\\b ",
    "heads of mails": "=?utf-8?Q?a?= ",
    "heads that never end": "=?utf-8?Q?",
    "responses in texts": '{\\"format\\": \\"readiness-responses\\", ',
    "words": "take care when they have ",
}
MOST_SECONDS = 20
UNCLOSED = ('"' + '\\"' * 32_000, '"' + "\\u" * 20_000, '["a' * 20_000, '{"a":"' + "\\\\" * 32_000)


@pytest.mark.parametrize("name", UNITS)
def test_a_long_text_of_anything(
    name: str, questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """Time that grew with the square of the length would be hours here."""
    unit = UNITS[name]
    start = code_of(questionnaire, 1)[:6]
    text = unit.replace("10G9-E", start).replace("10G9E", start.replace("-", ""))
    text *= LENGTH // len(text)
    found = []
    for side in (PythonFormats(), browser_formats):
        begun = time.process_time()
        found.append(side.find(questionnaire, [text]))
        assert time.process_time() - begun < MOST_SECONDS
    assert bool(found[0][0]) == bool(found[1][0])


def test_many_things_found_take_no_longer_each(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """Eight times as many beginnings of saved responses take about eight times as long."""
    unit, seconds = '{"readiness-responses"', []
    for count in (40_000, 320_000):
        begun = time.process_time()
        assert len(browser_formats.find(questionnaire, [unit * count])[0]) == count
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 20 * seconds[0]


@pytest.mark.parametrize("text", UNCLOSED, ids=lambda text: text[:6])
def test_a_text_that_never_closes_is_refused_at_once(
    text: str, questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """64 kB of them took half a minute, and four times as long for twice as much."""
    begun = time.process_time()
    with pytest.raises(RefusedError):
        read_json(text.encode())
    browser_formats.find(questionnaire, [text])
    assert time.process_time() - begun < 1


def test_no_code_is_lost_between_two_pieces(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """A text of megabytes, codes broken anywhere: the page reads it in pieces and finds all."""
    codes = [code_of(questionnaire, number % 900) for number in range(30_000)]
    lines = []
    for number, code in enumerate(codes):
        at = 1 + number % (len(code) - 1)
        lines.append(f"{'x' * (number % 7)} {code[:at]}\n> {code[at:]}\nBert {number}: hello")
    text = "\n".join(lines)
    for side in (PythonFormats(), browser_formats):
        found = side.find(questionnaire, [text])[0]
        assert [one for kind, one, *_ in found if kind == "code"] == codes


def test_many_saved_responses_one_after_another(
    questionnaire: Questionnaire, browser_formats: BrowserFormats
) -> None:
    """A thousand in one text, a code between each two."""
    code = code_of(questionnaire, 1)
    text = f"\n{code}\n".join(saved_of(questionnaire, number) for number in range(1000))
    found = PythonFormats().find(questionnaire, [text])
    assert [kind for kind, *_ in found[0]].count("saved") == 1000
    assert [kind for kind, *_ in found[0]].count("code") == 999
    assert browser_formats.find(questionnaire, [text]) == found
