"""Files with one or more faults: some keep their form and change a value, others lose bytes.

Values are changed more often than bytes, so that many mutants get past the reader of JSON.
"""

from __future__ import annotations

import json
import re
from random import Random
from typing import TYPE_CHECKING, Any

from readiness.engine.fingerprint import item_fingerprint, questionnaire_fingerprint

from .forms import read_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORM = read_form(
    {
        "D*2": {"T": "a stop>=3 | b na | c @boss", "V*3": "d w4 na | e hold>=2"},
        "E": {"U": "f %two | g %ten na | h"},
    },
    scales={
        "five": ["0", "25", "50", "75", "100"],
        "two": ["0", "100"],
        "ten": [str(points) for points in (0, 10, 20, 30, 40, 50, 60, 70, 80, 100)],
    },
    roles=["boss", "staff"],
)
object.__setattr__(FORM.items[3], "was", ("old-d", "older-d"))
TAKEN = "taken-before"

# Each stands where a value stood, as raw text: not all of it is JSON.
VALUES = (
    *(
        "99",
        "0",
        "-0",
        "-1",
        "4.0",
        "4e0",
        "1e400",
        "0.5",
        "01",
        "+4",
        "6",
        "11",
        "NaN",
        "-Infinity",
    ),
    *('"4"', '"dk"', '"na"', '"DK"', '""', '"\\ud800"', '"\\ud83d\\ude00"', '"\\u0000"', '"a'),
    *("null", "true", "false", "[]", "[4]", "{}", '{"level": 4}', '{"__proto__": {"bad": 1}}'),
    *(
        "9" * 40,
        "[" * 40 + "]" * 40,
        '"' + "x" * 3000 + '"',
        "",
        "undefined",
        "-Infinity",
        "'4'",
        "2026.1",
    ),
)
KEYS = (
    "__proto__",
    "constructor",
    "toString",
    "a",
    "old-d",
    "older-d",
    "A",
    "zz",
    "\x00",
    "\U0001f600",
)
LEVELS = (1, 2, 3, 4, 5, 6, 10, "dk", "na")
HOLE = "\u2063hole\u2063"


def mutants(seed: int, count: int) -> Iterator[bytes]:
    """Yield mutated files, the same ones for the same seed."""
    random = Random(seed)  # noqa: S311  # not a secret: a repeatable search
    bases = [json.dumps(base) for base in base_files()]
    for _ in range(count):
        yield _mutant(random, json.loads(random.choice(bases)))


def base_files() -> list[dict[str, Any]]:
    """Return files without a fault: for sharing, by hand, for oneself, of another edition."""
    answers = {"a": 4, "b": "na", "c": "dk", "d": 3, "e": 2, "f": 2, "g": 9, "h": 1}
    meanings = {item.id: item_fingerprint(item) for item in FORM.items}
    origin = {
        "id": FORM.id,
        "edition": FORM.edition,
        "fingerprint": questionnaire_fingerprint(FORM),
    }
    other = {"id": FORM.id, "edition": "0", "fingerprint": "0123456789ab"}
    head = {"format": "readiness-responses", "version": 1, "questionnaire": origin}
    shared = {**head, "kind": "contribution", "respondent": "r-1", "role": "boss"}
    own = {
        **shared,
        "kind": "backup",
        "answers": {key: answers[key] for key in "abcef"},
        "meanings": meanings,
        "wording": {"a": {"question": "What about a?", "level": "a level 75"}},
        "old": {"old-d": {"answer": 2, "meaning": meanings["d"]}, "gone": {"answer": 7}},
        "notes": {"a": "Não é 100 % \U0001f600 \u202e", "gone": "kept"},
        "step": "T",
        "code": "15KX",
        "rounds": [{"role": "staff", "answers": {"a": 1}, "meanings": {"a": "0"}}],
    }
    return [
        {**shared, "answers": answers},
        {**shared, "answers": answers, "respondent": TAKEN},
        {**head, "answers": {"a": 5, "old-d": 2, "unknown": 3}},
        own,
        {**own, "questionnaire": other, "meanings": {**meanings, "a": "another"}},
        {**shared, "questionnaire": other, "role": "staff", "answers": answers},
    ]


def _mutant(random: Random, file: dict[str, Any]) -> bytes:
    holes: list[str] = []
    for _ in range(random.choice([0, 1, 1, 1, 2, 3])):
        random.choice(CHANGES)(random, file, holes)
    text = json.dumps(
        file, indent=random.choice([None, 2]), ensure_ascii=random.choice([True, False])
    )
    for raw in holes:
        place = re.compile(re.escape(json.dumps(HOLE)) + "|" + re.escape(f'"{HOLE}"'))
        text = place.sub(raw.replace("\\", "\\\\"), text, count=1)
    content = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.4:
        content = random.choice(BYTE_CHANGES)(random, content)
    if random.random() < 0.002:
        content += b" " * 1_000_000
    return content


def _objects(value: object) -> list[dict[str, Any]]:
    """Return every object in the file that holds something."""
    if isinstance(value, list):
        return [one for part in value for one in _objects(part)]
    if not isinstance(value, dict) or not value:
        return []
    return [value, *(one for part in value.values() for one in _objects(part))]


def _some_value(random: Random, file: dict[str, Any], holes: list[str]) -> None:
    place = random.choice(_objects(file))
    place[random.choice(list(place))] = HOLE
    holes.append(random.choice(VALUES))


def _some_answer(random: Random, file: dict[str, Any], holes: list[str]) -> None:
    answers = file.get("answers")
    if isinstance(answers, dict) and answers:
        answers[random.choice(list(answers))] = HOLE
        holes.append(random.choice(VALUES))


def _other_level(random: Random, file: dict[str, Any], _: list[str]) -> None:
    answers = file.get("answers")
    if isinstance(answers, dict) and answers:
        answers[random.choice([*answers, *KEYS])] = random.choice(LEVELS)


def _other_key(random: Random, file: dict[str, Any], _: list[str]) -> None:
    place = random.choice(_objects(file))
    value = place.pop(random.choice(list(place)))
    place[random.choice(KEYS)] = value


def _no_key(random: Random, file: dict[str, Any], _: list[str]) -> None:
    place = random.choice(_objects(file))
    place.pop(random.choice(list(place)))
    if not file:
        file["answers"] = {}


def _other_version(random: Random, file: dict[str, Any], _: list[str]) -> None:
    file["version"] = random.choice([0, 2, 3, 10**14, 10**20, "1"])


def _other_order(random: Random, file: dict[str, Any], _: list[str]) -> None:
    place = random.choice(_objects(file))
    pairs = list(place.items())
    random.shuffle(pairs)
    place.clear()
    place.update(pairs)


def _cut(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content))]


def _flip(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def _lose(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + content[at + random.randint(1, 9) :]


def _insert(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + random.randbytes(random.randint(1, 4)) + content[at:]


def _repeat(random: Random, content: bytes) -> bytes:
    start, end = sorted(random.randrange(len(content)) for _ in "12")
    return content[:end] + content[start:]


CHANGES: tuple[Callable[[Random, dict[str, Any], list[str]], None], ...] = (
    *(_some_value, _some_answer, _some_answer, _other_level, _other_level),
    *(_other_key, _no_key, _other_order, _other_version),
)
BYTE_CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (_cut, _flip, _lose, _insert, _repeat)
