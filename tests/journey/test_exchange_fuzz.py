"""Mutated files and codes through the real page: as Python reads them, and never a crash.

The page is that of the small questionnaire of `mutated_files`. 60 files and codes, each half; with
READINESS_LONG=1 2,000 new ones. A refused one leaves everything as it is; of an accepted one the
page's verdict and index are those of the Python twin.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections import Counter
from html import escape
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any

import pytest
from engines.exchange import read_in_python
from engines.mutated_files import FORM, base_files, mutants
from engines.test_mutated_codes import mutant
from tools.serving import serve

from journey.conftest import unfailing
from journey.exchanger import Exchanger, as_file
from journey.test_code_link import python_reads
from journey.variants import copy, with_module
from readiness.engine.evaluation import evaluate
from readiness.engine.response_code import Contribution, encode
from readiness.engine.responses import Responses
from readiness.engine.result_json import result_json
from readiness.site.payload import payload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from journey.respondent import Answers

LONG = os.environ.get("READINESS_LONG") == "1"
COUNT = 1_000 if LONG else 30
SEED = SystemRandom().randrange(2**32) if LONG else 8
HANG = 10  # seconds; a second is the aim, and the slowest is printed
PAYLOAD = re.compile(r"(<template data-payload[^>]*>).*?(</template>)", re.DOTALL)
OFFER = "[data-section=bring] .rd-offer"


@pytest.fixture(scope="module")
def small_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site, asking the small questionnaire on the page of answers."""
    site = copy(built_site, tmp_path_factory.mktemp("small") / "site")
    file = site / "answers" / "index.html"
    content = escape(json.dumps(payload(FORM)), quote=False)
    page, places = PAYLOAD.subn(
        lambda found: found[1] + content + found[2], file.read_text("utf-8")
    )
    assert places == 1
    file.write_text(page, "utf-8")
    return site


@pytest.fixture
def fuzzed(browser: Browser, small_site: Path) -> Iterator[Exchanger]:
    """Yield somebody on that page with answers of their own."""
    with serve(small_site) as url:
        context = browser.new_context()
        with unfailing(context.new_page()) as page:
            yield with_own_answers(Exchanger(page, f"{url}answers/"))
        context.close()


def with_own_answers(exchanger: Exchanger) -> Exchanger:
    """Bring a backup in and use it, so that there is something to lose."""
    exchanger.open().bring_file(json.dumps({**base_files()[3], "notes": {"a": "mine"}}).encode())
    exchanger.press("Use these")
    exchanger.page.locator('[data-saved="yes"]').wait_for()
    return exchanger


def outcome_of(exchanger: Exchanger, bring: Any) -> dict[str, Any]:  # noqa: ANN401  # any call
    """Bring something in and return the page's outcome, verdict and index."""
    offer = exchanger.page.locator(OFFER)
    offer.evaluate("offer => { delete offer.dataset.outcome; }")
    bring()
    exchanger.page.locator(f"{OFFER}[data-outcome]").wait_for(state="attached")
    read: dict[str, Any] = offer.evaluate(
        """offer => ({ outcome: offer.dataset.outcome,
                       ...offer.querySelector("[data-verdict]")?.dataset })"""
    )
    return read


def choose(exchanger: Exchanger, file: bytes) -> Any:  # noqa: ANN401  # as `outcome_of` takes it
    """Return a way to choose a file that does not wait."""
    return lambda: exchanger.page.locator("#bring-file").set_input_files(as_file(file))


def paste(exchanger: Exchanger, text: str) -> Any:  # noqa: ANN401  # likewise
    """Return a way to paste a text that does not wait."""

    def bring() -> None:
        exchanger.page.locator("#bring-text").fill(text)
        exchanger.press("Read it")

    return bring


def shown(result: dict[str, Any]) -> dict[str, str]:
    """Return the hooks that a page shows for a result."""
    index = result["index"]
    return {"verdict": result["verdict"], "index": "" if index is None else str(index["shown"])}


def in_utf8(file: bytes) -> bytes:
    """Return a file as the page reads it: bytes that are no UTF-8 stand for Windows signs."""
    try:
        file.decode("utf-8")
    except UnicodeDecodeError:
        signs = (bytes([byte]) for byte in file)
        return "".join(sign.decode("cp1252", "ignore") or chr(sign[0]) for sign in signs).encode()
    return file


def is_torn(file: bytes) -> bool:
    """Tell whether a file is no JSON object from its first sign, but holds the mark of ours."""
    return not file.lstrip().startswith(b"{") and b"readiness-responses" in file


def search_files(exchanger: Exchanger) -> Counter[str]:
    """Bring mutated files in; stop at the first difference."""
    outcomes: Counter[str] = Counter()
    before, prototypes, slowest = exchanger.digest(), exchanger.prototypes(), 0.0
    for file in mutants(SEED, COUNT):
        (expected,) = read_in_python(FORM, [in_utf8(file)])
        start = time.monotonic()
        read = outcome_of(exchanger, choose(exchanger, file))
        slowest = max(slowest, time.monotonic() - start)
        outcomes[read["outcome"]] += 1
        if read["outcome"] == "duplicate" and "result" in expected:
            continue
        wanted = shown(expected["result"]) if "result" in expected else {}
        if read == {"outcome": "broken_file"} and is_torn(file):
            read = {"outcome": "not-json"}  # the page also says whose rest it is
        assert read == {"outcome": expected["outcome"], **wanted}, f"seed {SEED}: {file!r}"
        assert exchanger.digest() == before, f"seed {SEED}: {file!r}"
    assert exchanger.prototypes() == prototypes
    assert slowest < HANG
    print(f"seed {SEED}: slowest {slowest:.2f} s, {dict(outcomes.most_common())}")  # noqa: T201
    return outcomes


def test_mutated_files(fuzzed: Exchanger) -> None:
    """Outcome, verdict and index as in Python; nothing changes, nothing fails."""
    outcomes = search_files(fuzzed)
    assert outcomes.total() == COUNT
    assert outcomes["ok"] + outcomes["migrated"] >= COUNT // 20
    assert len(outcomes) >= 5


def test_an_accepted_file_is_what_is_kept(fuzzed: Exchanger) -> None:
    """What was taken over scores the same once more, out of the backup that is made of it."""
    tried = 0
    for file in mutants(SEED + 1, COUNT):
        (expected,) = read_in_python(FORM, [file])
        if "result" not in expected or tried >= COUNT // 6:
            continue
        if outcome_of(fuzzed, choose(fuzzed, file))["outcome"] == "duplicate":
            continue
        fuzzed.press("Use these instead of mine", OFFER)
        (again,) = read_in_python(FORM, [fuzzed.backup()])
        assert again["result"] == expected["result"], f"seed {SEED + 1}: {file!r}"
        with_own_answers_again(fuzzed)
        tried += 1
    assert tried >= COUNT // 20


def with_own_answers_again(exchanger: Exchanger) -> None:
    """Go back to what was there before."""
    exchanger.press("Put mine back")
    exchanger.page.get_by_text("Yours are back").wait_for()


def test_mutated_codes(fuzzed: Exchanger) -> None:
    """Pasted: outcome, verdict and index as in Python; nothing changes."""
    random = Random(SEED)  # noqa: S311  # not a secret: repeatable mutants
    answers: Answers = {"a": 4, "b": "na", "c": "dk", "d": 3, "e": 2, "f": 2, "g": 9}
    whole = Contribution(respondent="7KQ2MX4N8P0RT", revision=3, role="boss", answers=answers)
    code = encode(FORM, whole)
    before, outcomes = fuzzed.digest(), Counter[str]()
    for _ in range(COUNT):
        text = mutant(random, code)
        expected = python_reads(text, FORM)
        read = outcome_of(fuzzed, paste(fuzzed, text))
        outcomes[read["outcome"]] += 1
        if isinstance(expected, str):
            assert read == {"outcome": expected}, f"seed {SEED}: {text!r}"
            continue
        responses = Responses(role=expected.role, answers=dict(expected.answers))
        result = json.loads(json.dumps(result_json(evaluate(FORM, responses))))
        assert read == {"outcome": "ok", **shown(result)}, f"seed {SEED}: {text!r}"
    assert fuzzed.digest() == before
    assert outcomes["ok"] >= COUNT // 20
    print(f"seed {SEED}: {dict(outcomes.most_common())}")  # noqa: T201


FAULTS = {
    'coerces "4"': (
        "if (sign === '\"') return this.readText();",
        "if (sign === '\"') return [this.readText()].map((t) => (/^[0-9]$/.test(t) ? +t : t))[0];",
    ),
    "takes 4.0 for 4": (
        "return WHOLE.test(written) ? Number(written) : new WrittenNumber(written);",
        "return Number(written);",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_that_bends_answers_is_caught(
    browser: Browser, small_site: Path, tmp_path: Path, fault: str
) -> None:
    """Canary of the search: the same files, over a page with one fault."""
    site = copy(small_site, tmp_path / "site")
    broken = with_module(site, "engine/strict_json.js", *FAULTS[fault])
    context = browser.new_context()
    with serve(broken) as url:
        exchanger = Exchanger(context.new_page(), f"{url}answers/").open()
        with pytest.raises(AssertionError, match="seed"):
            search_bent_files(exchanger)
    context.close()


def search_bent_files(exchanger: Exchanger) -> None:
    """Bring in files that hold something like an answer where an answer stood."""
    for file in mutants(SEED, 1_000):
        if not re.search(rb'"4"|4\.0|4e0', file):
            continue
        (expected,) = read_in_python(FORM, [file])
        read = outcome_of(exchanger, choose(exchanger, file))
        assert read["outcome"] in (expected["outcome"], "duplicate"), f"seed {SEED}: {file!r}"
