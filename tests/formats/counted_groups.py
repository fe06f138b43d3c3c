"""Small groups with what the query must make of them, worked out by hand from the rules.

`a` has eleven levels and is asked of bosses and staff, as `b` and `c` are; `d` of guests too, and
it may not apply; `e` of bosses alone. A visitor is asked nothing. Four fifths must be dealt with.
Each contribution has a level of its own in `a` (guests in `d`): the counts of it tell who counts.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.group.deduplication import Member
from readiness.questionnaire import (
    Completeness,
    Dimension,
    Item,
    Level,
    Questionnaire,
    Role,
    Scale,
    Theme,
    VerdictRules,
    equal_steps,
)

if TYPE_CHECKING:
    from readiness.engine.responses import Answer

Told = dict[tuple[str | None, int | None], int]  # people by role and level of `a` (guests: `d`)
WHOLE, OTHER = "ABCDEF0000000", "ABCDEF1111111"
CODE = "ABCDEF"
BULLS = "\N{OX}" * 6
SCALE = Scale(id="s", levels=tuple(Level(label="x", points=x) for x in equal_steps(11)))
WORKERS = ("boss", "staff")


def _item(id_: str, *roles: str, allow_na: bool = False) -> Item:
    texts = ("x",) * 11
    return Item(id=id_, question=id_, levels=texts, scale=SCALE, roles=roles, allow_na=allow_na)


ITEMS = (
    *(_item(id_, *WORKERS) for id_ in "abc"),
    _item("d", *WORKERS, "guest", allow_na=True),
    _item("e", "boss"),
)
THEME = Theme(id="t", title="t", items=ITEMS)
QUESTIONNAIRE = Questionnaire(
    id="counted",
    edition="1",
    title="Counted",
    dimensions=(Dimension(id="d", title="d", themes=(THEME,)),),
    ask_order=("d",),
    roles=tuple(Role(id=id_, label=id_) for id_ in ("boss", "staff", "guest", "visitor")),
    verdict=VerdictRules(completeness=Completeness(verdict=Fraction(4, 5))),
)


def one(
    a: int | None,
    id_: str | None = None,
    revision: int | None = None,
    role: str | None = "staff",
    **others: Answer | None,
) -> Member:
    """Return a contribution; what is not given in another way is rated 3, None is blank."""
    asked = [item.id for item in ITEMS if item.asked_of(role)]
    answers = {**dict.fromkeys(asked, 3), "a": a, **others}
    return Member(
        name="same.json",
        role=role,
        answers={item: answer for item, answer in answers.items() if answer is not None},
        respondent=id_,
        revision=revision,
    )


CASES: dict[str, tuple[list[Member], Told]] = {
    "nobody": ([], {}),
    "without an id all are people of their own": ([one(1), one(1)], {("staff", 1): 2}),
    "the newest": ([one(1, WHOLE, 0), one(2, WHOLE, 1), one(3, WHOLE, 0)], {("staff", 2): 1}),
    "a revision is newer than none": ([one(1, WHOLE), one(2, WHOLE, 0)], {("staff", 2): 1}),
    # Bosses are asked five: four answers are four fifths.
    "the most answers": (
        [one(1, WHOLE, role="boss", b=None), one(2, WHOLE, role="boss")],
        {("boss", 2): 1},
    ),
    "no role comes first": (
        [one(1, WHOLE, role="boss"), one(2, WHOLE, role=None)],
        {(None, 2): 1},
    ),
    "then roles as texts": (
        [one(1, WHOLE), one(2, WHOLE, role="boss", e=None)],
        {("boss", 2): 1},
    ),
    # Level 11 is place 10, level 3 is place 2: "10" stands before "2".
    "then answers as texts": ([one(3, WHOLE), one(11, WHOLE)], {("staff", 11): 1}),
    "the same twice": ([one(4, WHOLE, 1), one(4, WHOLE, 1)], {("staff", 4): 1}),
    "a code and its whole id": ([one(1, CODE, 3), one(2, WHOLE)], {("staff", 1): 1}),
    "two codes and their whole id": (
        [one(1, CODE, 3), one(2, WHOLE), one(3, CODE, 4)],
        {("staff", 3): 1},
    ),
    "a code of two whole ids": (
        [one(1, CODE, 3), one(2, WHOLE), one(3, OTHER), one(4, CODE, 2)],
        {("staff", 1): 1, ("staff", 2): 1, ("staff", 3): 1},
    ),
    "a code without a whole id": ([one(1, CODE, 3), one(2, CODE, 2)], {("staff", 1): 1}),
    "no whole id has 12 signs": (
        [one(1, CODE, 3), one(2, WHOLE[:-1])],
        {("staff", 1): 1, ("staff", 2): 1},
    ),
    "no whole id has 14 signs": (
        [one(1, CODE, 3), one(2, f"{WHOLE}0")],
        {("staff", 1): 1, ("staff", 2): 1},
    ),
    "an id is no beginning in other letters": (
        [one(1, "abcdef", 3), one(2, WHOLE)],
        {("staff", 1): 1, ("staff", 2): 1},
    ),
    "an empty id is an id": (
        [one(1, "", 3), one(2, "", 2), one(3)],
        {("staff", 1): 1, ("staff", 3): 1},
    ),
    "any signs are an id": (
        [one(1, "a\0b,'\"\n\\"), one(1, "a\0b,'\"\n\\"), one(2, "-"), one(3, "."), one(4, "NULL ")],
        {("staff", 1): 1, ("staff", 2): 1, ("staff", 3): 1, ("staff", 4): 1},
    ),
    "signs are counted, not bytes": (
        [one(1, BULLS, 3), one(2, f"{BULLS}{WHOLE[:7]}")],
        {("staff", 1): 1},
    ),
    "four fifths": ([one(1, role="boss", b=None)], {("boss", 1): 1}),
    "below four fifths": ([one(1, b=None)], {}),
    "what does not apply is left out": ([one(1, role="boss", b=None, d="na")], {}),
    "in both numbers": ([one(1, d="na")], {("staff", 1): 1}),
    "and needs no answer": ([one(1, role="boss", d="na")], {("boss", 1): 1}),
    "don't know is dealt with": ([one(1, role="boss", b="dk", c="dk", e=None)], {("boss", 1): 1}),
    "all but nothing applies": ([one(None, role="guest", d="na")], {}),
    "all is answered": ([one(None, role="guest", d=7)], {("guest", 7): 1}),
    "the newest counts or nobody": ([one(1, WHOLE, 0), one(2, WHOLE, 1, b=None)], {}),
    "the newest was asked nothing": (
        [one(1, WHOLE, 0), one(None, WHOLE, 1, role="visitor"), one(2)],
        {("staff", 2): 1},
    ),
}
