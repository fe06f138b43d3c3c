"""The two engines' response codes behind one shape, and the questionnaires of the test vectors."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from readiness.engine import code_search, response_code
from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.response_code import Contribution
from readiness.formats.carriers import undo
from readiness.questionnaire import (
    Dimension,
    Effect,
    Gate,
    Item,
    Level,
    Questionnaire,
    Role,
    Scale,
    Theme,
)
from readiness.site.payload import payload

from .engines import BROWSER, load_engine
from .plain_code import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .engines import Fault

Json = dict[str, Any]
ENTRY = Path(__file__).with_name("codes.js")


@dataclass(frozen=True)
class Edition:
    """A questionnaire with a fingerprint that is given, so that vectors outlive fingerprints."""

    questionnaire: Questionnaire
    fingerprint: str | None = None


class PythonCodes:
    """Codes as the Python engine writes, reads and finds them."""

    def encode(self, edition: Edition, contributions: Sequence[Json]) -> list[str]:
        """Return the code of each contribution."""
        with _fingerprint(edition):
            return [
                response_code.encode(
                    edition.questionnaire, Contribution(**one | {"answers": dict(one["answers"])})
                )
                for one in contributions
            ]

    def decode(self, edition: Edition, texts: Sequence[str]) -> list[Json | str]:
        """Return what each text holds, or its refusal."""
        with _fingerprint(edition):
            return [_as_json(response_code.decode(text, edition.questionnaire)) for text in texts]

    def find(self, text: str) -> list[str]:
        """Return the codes in a text."""
        return [found.text for found in code_search.find_codes(undo(text))]

    def slips(self, edition: Edition, code: str) -> Json:
        """Try every substitution and every swap; tell how many, and which were not refused."""
        symbols = code.replace("-", "")
        tried = [list(substitutions(symbols)), list(swaps(symbols))]
        with _fingerprint(edition):
            missed = [
                [
                    text
                    for text in texts
                    if response_code.decode(text, edition.questionnaire) != "damaged"
                ]
                for texts in tried
            ]
        return {"tried": [len(texts) for texts in tried], "missed": missed}


class BrowserCodes:
    """Codes as the browser's engine does it, in V8; `faults` are planted first."""

    def __init__(self, folder: Path, *faults: Fault) -> None:
        """Join and load the modules from a folder of their own."""
        shutil.copytree(BROWSER / "formats", folder / "formats")
        self._context = load_engine(folder, ENTRY, faults)

    def _call(self, name: str, *values: str) -> Any:  # noqa: ANN401  # as JSON holds
        return json.loads(str(self._context.call(f"engine.{name}", *values)))

    def encode(self, edition: Edition, contributions: Sequence[Json]) -> list[str]:
        """Return the code of each contribution."""
        codes: list[str] = self._call("encodeAll", _payload(edition), json.dumps(contributions))
        return codes

    def decode(self, edition: Edition, texts: Sequence[str]) -> list[Json | str]:
        """Return what each text holds, or its refusal."""
        found: list[Json | str] = self._call("decodeAll", _payload(edition), json.dumps(texts))
        return found

    def find(self, text: str) -> list[str]:
        """Return the codes in a text."""
        codes: list[str] = self._call("findIn", text)
        return codes

    def slips(self, edition: Edition, code: str) -> Json:
        """Try every substitution and every swap; tell how many, and which were not refused."""
        found: Json = self._call("slips", _payload(edition), code)
        return found


Codes = PythonCodes | BrowserCodes


def substitutions(symbols: str) -> Iterator[str]:
    """Yield the text with each symbol replaced by each of the 31 others."""
    for place, symbol in enumerate(symbols):
        for sign in SIGNS.replace(symbol, ""):
            yield symbols[:place] + sign + symbols[place + 1 :]


def swaps(symbols: str) -> Iterator[str]:
    """Yield the text with each two neighbours swapped that differ."""
    for place in range(len(symbols) - 1):
        first, second = symbols[place], symbols[place + 1]
        if first != second:
            yield symbols[:place] + second + first + symbols[place + 2 :]


def edition_of(vector: Json) -> Edition:
    """Return the questionnaire that a test vector describes."""
    theme = Theme(id="t", title="T", items=tuple(_item(item) for item in vector["items"]))
    questionnaire = Questionnaire(
        id="vector",
        edition="1",
        title="Vector",
        dimensions=(Dimension(id="d", title="D", themes=(theme,)),),
        ask_order=("d",),
        roles=tuple(Role(id=role, label=role) for role in vector["roles"]),
    )
    return Edition(questionnaire, vector["fingerprint"])


def contribution_of(vector: Json) -> Json:
    """Return the contribution that a test vector describes; its answers are pairs."""
    kept = {name: vector[name] for name in ("respondent", "revision", "role")}
    return kept | {"answers": [list(pair) for pair in vector["answers"].items()]}


def _item(item: Json) -> Item:
    points = [Fraction(100 * level, item["levels"] - 1) for level in range(item["levels"])]
    levels = tuple(Level(label=f"level {at}", points=at) for at in points)
    return Item(
        id=item["id"],
        question="?",
        levels=tuple(level.label for level in levels),
        scale=Scale(id=f"of-{item['levels']}", levels=levels),
        roles=tuple(item.get("roles", ())),
        allow_na=item.get("na", False),
        gate=Gate(min=1, effect=Effect.HOLD) if item.get("gate") else None,
    )


def _as_json(decoded: Contribution | response_code.Refusal) -> Json | str:
    if isinstance(decoded, response_code.Refusal):
        return decoded.value
    return {
        "respondent": decoded.respondent,
        "revision": decoded.revision,
        "role": decoded.role,
        "answers": [list(pair) for pair in decoded.answers.items()],
    }


def _payload(edition: Edition) -> str:
    given = {"fingerprint": edition.fingerprint} if edition.fingerprint else {}
    return json.dumps(payload(edition.questionnaire) | given)


def _fingerprint(edition: Edition) -> Any:  # noqa: ANN401  # a patch has no public type
    found = edition.fingerprint or questionnaire_fingerprint(edition.questionnaire)
    return patch.object(response_code, "questionnaire_fingerprint", lambda _: found)
