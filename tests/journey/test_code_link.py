"""A link with a code: read once, gone from the address bar, shown, and never taken by itself."""

from __future__ import annotations

import os
from random import Random, SystemRandom
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from engines.test_mutated_codes import mutant
from tools.serving import serve

from journey.exchanger import Exchanger, Offer
from journey.respondent import Respondent
from journey.variants import copy, with_module
from readiness.engine.response_code import Contribution, code_shape, decode, encode
from readiness.formats.answers_in_text import find_answers

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from readiness.questionnaire import Questionnaire

LONG = os.environ.get("READINESS_LONG") == "1"
COUNT = 500 if LONG else 40
SEED = SystemRandom().randrange(2**32) if LONG else 20
OWN = {"team-goals": 2, "bad-news": "dk", "who-is-customer": 4}
HOSTILE = (
    "",
    "%",
    "%E0%A4%A",
    "%00%00",
    "null",
    "undefined",
    "__proto__",
    "constructor",
    '{"__proto__":{"bad":1}}',
    '{"format":"readiness-responses","version":1,"answers":{"team-goals":5}}',
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "../../etc/passwd",
    "eyJhIjoxfQ==",
    "A" * 19_000,
    "A" * 25_000,
    "-" * 19_000,
    "15KX-" * 3_000,
    "\U0001f600" * 50,
    "#code=#code=#code=",
)


@pytest.fixture
def code(questionnaire: Questionnaire) -> str:
    """Return somebody else's code."""
    answers = {item.id: 4 for item in questionnaire.items}
    somebody = Contribution(respondent="7KQ2MX4N8P0RT", revision=0, role="manager", answers=answers)
    return encode(questionnaire, somebody)


@pytest.fixture
def owner(respondent: Respondent, answers_url: str) -> Exchanger:
    """Return somebody with answers of their own on the page."""
    respondent.fill("leader", {"team-goals": 2, "bad-news": "dk", "who-is-customer": 4})
    return Exchanger(respondent.page, answers_url).open()


def test_a_link_shows_and_changes_nothing(owner: Exchanger, code: str) -> None:
    """Own answers stay, the address bar forgets the code, the history too (T20)."""
    before = owner.digest()
    link = Exchanger(owner.page, f"{owner.address}#code={code}")
    owner.page.goto("about:blank")
    offer = link.open().brought("sent")
    assert isinstance(offer, Offer)
    assert "Somebody sent you answers" in offer.text
    assert (offer.verdict, offer.index) == ("ready", "75")
    assert "2 answers differ, 31 answers are new" in offer.text
    assert owner.page.url == owner.address
    assert owner.digest() == before
    owner.press("Keep mine")
    assert owner.digest() == before
    owner.page.reload()
    owner.wait_until_ready()
    assert not owner.page.locator("[data-section=sent]").is_visible()


def test_a_facilitator_adds_it_to_the_team_report(owner: Exchanger, code: str) -> None:
    """The link leads to the team page, which adds the code once and forgets it by undo."""
    before = owner.digest()
    page = owner.page
    page.goto(f"{owner.address}#code={code}")
    assert isinstance(owner.brought("sent"), Offer)
    page.locator("[data-section=sent] [data-action=add-to-team]").click()
    said = page.locator("[data-said]")
    said.get_by_text("1 read: it counts; added to \u201cAll answers\u201d.").wait_for()
    assert page.url.endswith("/team/")
    assert page.locator("[data-team] td").first.inner_text() == "1"
    page.reload()
    page.locator("[data-team]").wait_for()
    assert page.locator("[data-team] td").first.inner_text() == "1"
    page.goto(f"{page.url}#code={code}")
    said.get_by_text("1 is the same answers again").wait_for()
    assert page.locator("[data-team] td").all_inner_texts()[:2] == ["1", "1"]
    page.locator("[data-action=undo]").click()
    assert page.locator("[data-team] td").all_inner_texts()[:2] == ["1", "0"]
    assert Exchanger(page, owner.address).open().digest() == before


def test_a_pasted_code_can_go_to_the_team_report(owner: Exchanger, code: str) -> None:
    """A file cannot: it is chosen on the team page."""
    page = owner.page
    page.locator("#bring-text").fill(f"Anna: {code}, thanks & regards")
    page.get_by_role("button", name="Read it").click()
    page.locator("[data-section=bring] [data-action=add-to-team]").click()
    page.locator("[data-said]", has_text="1 read: it counts").wait_for()


def test_theirs_instead_of_mine_on_request_only(
    owner: Exchanger, code: str, take_url: str, questionnaire: Questionnaire
) -> None:
    """After the choice they are here, with their role; the random id stays this browser's own."""
    mine = owner.share()[0].replace("-", "")[5:11]
    owner.page.evaluate(f"() => {{ location.hash = 'code={code}'; }}")
    assert isinstance(owner.brought("sent"), Offer)
    owner.press("Use these instead of mine")
    owner.page.get_by_text("Done: these are").wait_for()
    assert owner.share()[0].replace("-", "")[5:11] == mine
    respondent = Respondent(owner.page, take_url).open()
    asked = {item.id for item in questionnaire.items if "manager" in item.roles or not item.roles}
    assert respondent.role == "manager"
    assert respondent.answers == dict.fromkeys(asked, 4)


def test_a_page_that_takes_a_link_by_itself_is_noticed(
    context: BrowserContext, built_site: Path, tmp_path: Path, code: str
) -> None:
    """Canary of the two above: an eager page, and one that leaves the code in the address."""
    eager = with_module(
        copy(built_site, tmp_path / "eager"),
        "views/answers/offer.js",
        "this.brought = isBad || isHere ? null : read;",
        "this.brought = isBad || isHere ? null : read; if (!isBad) this.use(read.kept);",
    )
    leaky = with_module(
        copy(built_site, tmp_path / "leaky"),
        "exchange.js",
        'history.replaceState(history.state, "", pathname + search);',
        "void pathname, search;",
    )
    for site in (eager, leaky):
        with serve(site) as url:
            respondent = Respondent(context.new_page(), f"{url}take/").open()
            respondent.fill("leader", {"team-goals": 2, "bad-news": "dk", "who-is-customer": 4})
            owner = Exchanger(respondent.page, f"{url}answers/").open()
            with pytest.raises(AssertionError):
                assert_untouched(owner, code)


def assert_untouched(owner: Exchanger, code: str) -> None:
    """Lead an open page on to a code; nothing may have changed, and no trace of it be left."""
    before = owner.digest()
    owner.page.evaluate(f"() => {{ location.hash = 'code={code}'; }}")
    owner.page.locator("[data-section=sent] .rd-offer[data-outcome]").wait_for(state="attached")
    owner.page.wait_for_timeout(100)
    assert owner.page.url == owner.address
    assert owner.digest() == before


def test_an_anchor_of_a_heading_is_left_alone(owner: Exchanger) -> None:
    """Neither taken out of the address nor read as a code."""
    for anchor in ("#bring", "#carry", "#codes", "#code"):
        owner.page.goto("about:blank")
        Exchanger(owner.page, owner.address + anchor).open()
        assert owner.page.url == owner.address + anchor
        assert not owner.page.locator("[data-section=sent]").is_visible()


def test_hostile_fragments_get_a_message(owner: Exchanger) -> None:
    """Oversized, ill-encoded, of another format: said, and gone; nothing changes (X15)."""
    before, prototypes = owner.digest(), owner.prototypes()
    for text in HOSTILE:
        owner.page.goto("about:blank")
        page = Exchanger(owner.page, f"{owner.address}#code={quote(text, safe='%')}").open()
        said = page.brought("sent")
        assert isinstance(said, str), text[:40]
        assert said.endswith("Nothing was changed."), text[:40]
        assert owner.page.url == owner.address
        assert owner.page.locator("[data-section=sent] img").count() == 0
    assert (owner.digest(), owner.prototypes()) == (before, prototypes)


def test_mutated_fragments(owner: Exchanger, code: str, questionnaire: Questionnaire) -> None:
    """Each is refused or shown as Python reads it; own answers are untouched throughout."""
    random = Random(SEED)  # noqa: S311  # not a secret: repeatable mutants
    before, taken = owner.digest(), 0
    for _ in range(COUNT):
        text = mutant(random, code)
        outcome = lead_on(owner, text)
        expected = python_reads(text, questionnaire)
        taken += not isinstance(expected, str)
        name = expected if isinstance(expected, str) else "ok"
        assert outcome == name, f"seed {SEED}: {text!r}"
        assert owner.page.url == owner.address
    assert taken >= COUNT // 20, "some must get through, or nothing was tried"
    assert owner.digest() == before


def lead_on(owner: Exchanger, text: str) -> str | None:
    """Change the fragment of the open page and return what it makes of it."""
    place = "[data-section=sent] .rd-offer"
    outcome: str | None = owner.page.evaluate(
        """([place, text]) => new Promise((resolve) => {
          const offer = document.querySelector(place);
          delete offer.dataset.outcome;
          const done = () => offer.dataset.outcome && resolve(offer.dataset.outcome);
          new MutationObserver(done).observe(offer, { attributeFilter: ["data-outcome"] });
          location.hash = `code=${encodeURIComponent(text)}`;
        })""",
        [place, text],
    )
    return outcome


def python_reads(text: str, questionnaire: Questionnaire) -> Contribution | str:
    """Read a text as the page should: the one code in it, or else the text as a code."""
    found = list(find_answers(text, code_shape(questionnaire)))
    codes = [one.text for one in found if one.kind == "code"]
    if found and not codes:
        return str(found[0].reason)
    read = decode(next(iter(codes), text), questionnaire)
    return read if isinstance(read, Contribution) else read.value
