"""The whole journey as a person takes it: role, every step, review, result. By real clicks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journey.respondent import Respondent, Shown
    from readiness.questionnaire import Questionnaire

GATES = {
    "lean-motive",
    "lean-and-jobs",
    "needs-identified",
    "customer-view",
    "who-needs-my-work",
    "safe-to-speak",
}
STEPS = [
    "role",
    "knowing-the-customer",
    "touch-points",
    "acting-on-feedback",
    "knowing-my-part",
    "internal-customers",
    "able-and-safe",
    "every-day",
    "why-lean",
    "visible-commitment",
    "direction-and-means",
]
NOT_FOR_THE_FRONT_LINE = {
    "satisfaction-causes",
    "customer-on-agenda",
    "plans-from-customers",
    "loyalty-figures",
}
NO_NUMBER = re.compile(r"NaN|Infinity|undefined|null|\[object|(?<![\d.])0(?![\d.])")
WITH_A_ZERO = ("Scores run from 0 to 100.",)


def speaks_in_words(shown: Shown) -> bool:
    """Tell whether a result shows no 0 and no figure that is none."""
    text = shown.text
    for sentence in WITH_A_ZERO:
        text = text.replace(sentence, "")
    return NO_NUMBER.search(text) is None


def test_all_level_4_is_ready_at_75(respondent: Respondent, items: list[str]) -> None:
    """Every step, every item by a click; the review has nothing to ask for."""
    seen = respondent.walk("leader", dict.fromkeys(items, 4))
    assert seen == STEPS
    assert "You have dealt with every question." in respondent.page.locator(".rd-form").inner_text()
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("ready", "75")
    assert set(shown.dimensions.values()) == {"75"}
    assert len(shown.themes) == 10
    assert set(shown.themes.values()) == {"75"}
    assert shown.gates == dict.fromkeys(GATES, "passed")
    assert shown.conditions == []


def test_all_level_3_is_ready_with_conditions_at_50(
    respondent: Respondent, items: list[str]
) -> None:
    """Only the index stands against it: 50 of the 60 needed."""
    respondent.walk("leader", dict.fromkeys(items, 3))
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("conditions", "50")
    assert shown.conditions == ["index"]
    assert "The index is 50; it should be at least 60." in shown.text
    assert 1 <= len(shown.advice) <= 5


def test_few_answers_name_nothing_strong(respondent: Respondent, items: list[str]) -> None:
    """All answers at the top, but too few for an index; with enough of them it is said."""
    respondent.fill("leader", dict.fromkeys(items[:12], 5)).go_to_result()
    assert respondent.page.locator(".rd-strongest").count() == 0
    respondent.open().fill("leader", dict.fromkeys(items, 5)).go_to_result()
    assert respondent.page.locator(".rd-strongest").count() == 1


def test_one_missing_precondition_is_not_yet_at_97(
    respondent: Respondent, items: list[str], questionnaire: Questionnaire
) -> None:
    """A high mean cannot buy it; the gate, what was chosen and what is needed are all named."""
    respondent.walk("leader", {**dict.fromkeys(items, 5), "needs-identified": 2})
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("not_yet", "97")
    assert shown.themes["knowing-the-customer"] == "81"
    assert shown.dimensions == {"leadership": "100", "processes": "93", "people": "100"}
    assert shown.conditions == ["gate_failed"]
    assert shown.gates == {**dict.fromkeys(GATES, "passed"), "needs-identified": "failed"}
    assert shown.advice == [["needs-identified", "gate_stop"]]
    gate = next(item for item in questionnaire.items if item.id == "needs-identified")
    line = respondent.page.locator("[data-gate=needs-identified]").inner_text()
    assert "Not met" in line
    for text in (gate.question, gate.levels[1], gate.levels[2]):
        assert text in line


def test_the_front_line_reads_what_to_do_and_what_to_ask_for(
    respondent: Respondent, questionnaire: Questionnaire, items: list[str]
) -> None:
    """All 2: five gates are advised, of which the front line can do one; four are asked for."""
    meaning = questionnaire.verdict.meanings.not_yet
    shown = respondent.fill("frontline", dict.fromkeys(items, 2)).go_to_result()
    lists = {
        whose: [
            str(line.get_attribute("data-advice"))
            for line in respondent.page.locator(f"[data-advice-list={whose}] > li").all()
        ]
        for whose in ("own", "ask")
    }
    assert lists["own"] == ["who-needs-my-work"]
    assert lists["ask"] == ["lean-motive", "needs-identified", "lean-and-jobs", "customer-view"]
    asked = respondent.page.locator("[data-advice=lean-motive]").inner_text()
    assert "On the front line, ask: “Which problem of our customers shall Lean solve?”" in asked
    assert "Who can do it: Leader (of the whole organisation or site)" in asked
    assert "What you can do" in shown.text
    assert "What to ask for" in shown.text
    assert meaning in shown.text


def test_a_leader_has_nothing_to_ask_for_here(respondent: Respondent, items: list[str]) -> None:
    """Canary: leaders can do all five, so one list without a name of its own is enough."""
    shown = respondent.fill("leader", dict.fromkeys(items, 2)).go_to_result()
    assert len(shown.advice) == 5
    assert "What to ask for" not in shown.text
    assert "What you can do" not in shown.text
    assert "Who can do it" not in shown.text


def test_nobody_knows_anything(respondent: Respondent, items: list[str]) -> None:
    """No verdict, in words: never a 0, never the lowest level, no advice to go on as before."""
    respondent.walk("leader", dict.fromkeys(items, "dk"))
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("none", "")
    assert set(shown.dimensions.values()) == set(shown.themes.values()) == {""}
    assert len(shown.themes) == 10
    assert speaks_in_words(shown), shown.text
    assert shown.find_out[:6] == sorted(GATES, key=shown.find_out.index)
    assert set(shown.find_out) == set(items)
    assert "Keep what you do" not in shown.text


def test_nothing_answered(respondent: Respondent) -> None:
    """Through every step without a choice: no result yet, and the review says what is open."""
    seen = respondent.walk(None, {})
    assert seen == STEPS
    review = respondent.page.locator(".rd-form").inner_text()
    assert "34 questions have no answer yet." in review
    assert "Your role has not been chosen." in review
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("none", "")
    assert "No result yet" in shown.text
    assert speaks_in_words(shown)


def test_half_answered_is_provisional(respondent: Respondent, items: list[str]) -> None:
    """Of 34 items 24, two or more in every theme: an index, no verdict, and words for both."""
    answers = {**dict.fromkeys(items, 3), "who-needs-my-work": 1}
    kept = {item: answers[item] for item in items if item not in left_out()}
    assert len(kept) == 24
    shown = respondent.fill("leader", kept).go_to_result()
    assert shown.verdict == "none"
    assert shown.index not in ("", "0")
    assert "Provisional: too many questions are open for a verdict." in shown.text
    assert "70% of the questions are dealt with. A verdict needs 80%." in shown.text
    assert respondent.page.locator(".rd-bar").count() == 13


def left_out() -> set[str]:
    """Ten items, one of each theme, no gate: every theme keeps at least half."""
    return {
        "who-is-customer",
        "touchpoints-mapped",
        "effect-checked",
        "team-goals",
        "across-boundaries",
        "room-to-act",
        "what-is-praised",
        "cost-versus-customer",
        "bad-news",
        "journey-owner",
    }


def test_below_half_there_is_neither_index_nor_bar(
    respondent: Respondent, items: list[str]
) -> None:
    """Of 34 items 16: nothing is drawn that could be taken for a score."""
    respondent.fill("leader", dict.fromkeys(items[:16], 4))
    shown = respondent.go_to_result()
    assert (shown.verdict, shown.index) == ("none", "")
    assert shown.dimensions == shown.themes == {}
    assert respondent.page.locator("[data-result-place] svg").count() == 0
    assert "No index: too few answers." in shown.text
    assert "47% of the questions are dealt with. A verdict needs 80%." in shown.text
    assert "Scores are shown once 50% of the questions are dealt with." in shown.text
    assert speaks_in_words(shown), shown.text


def test_the_front_line_is_asked_30_items(respondent: Respondent, items: list[str]) -> None:
    """What only leaders and managers can know is not shown, not asked for and not counted."""
    asked: list[str] = []
    respondent.choose_role("frontline")
    while respondent.next() != "review":
        asked += respondent.items
    assert asked == [item for item in items if item not in NOT_FOR_THE_FRONT_LINE]
    assert len(asked) == 30
    respondent.fill(None, dict.fromkeys(asked, 4))
    assert "You have dealt with every question." in respondent.page.locator(".rd-form").inner_text()
    shown = respondent.follow_to_result()
    assert (shown.verdict, shown.index) == ("ready", "75")


def test_the_review_leads_to_what_is_open(respondent: Respondent, items: list[str]) -> None:
    """It names the one unanswered item, leads there, and is complete once that is answered."""
    respondent.fill("leader", {item: 4 for item in items if item != "team-goals"})
    while respondent.next() != "review":
        pass
    links = respondent.page.locator(".rd-unanswered a")
    assert links.count() == 1
    links.click()
    assert respondent.step == "knowing-my-part"
    focused = respondent.page.evaluate("document.activeElement.closest('[data-item]').dataset.item")
    assert focused == "team-goals"
    respondent.answer("team-goals", 4)
    while respondent.next() != "review":
        pass
    assert "You have dealt with every question." in respondent.page.locator(".rd-form").inner_text()


def test_an_answer_can_be_taken_back(respondent: Respondent) -> None:
    """Clear leaves the item unanswered, here and after a reload."""
    respondent.fill("leader", {"team-goals": 4, "who-is-customer": 2})
    respondent.next()
    clear = respondent.page.locator('[data-item="who-is-customer"] .rd-clear')
    clear.click()
    assert respondent.answers == {"team-goals": 4}
    respondent.wait_until_saved().reload()
    assert respondent.answers == {"team-goals": 4}
