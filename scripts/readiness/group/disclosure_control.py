"""Decides what may be told of the answers to one item; whatever is not decided here is not told.

Promise: nobody can work out which level any other single person chose, not even `colluders` people
who put their answers together. What nearly everybody agrees on is told as a half of the scale.
Rules and proof: scoring.md 3.6. Readers only: whoever holds the files can read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.group.breakdown import EVERYONE, everyone, joined
from readiness.group.cell_rules import ItemRatings, gather_cells, part_counts, tell_cell
from readiness.group.earlier_tables import following
from readiness.group.frequencies import added
from readiness.group.told_tables import ToldBlock, ToldItem, ToldTables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readiness.group.breakdown import Block
    from readiness.group.earlier_tables import EarlierTables
    from readiness.group.frequencies import Frequencies, Histogram
    from readiness.questionnaire import GroupRules, Item, Questionnaire


def tell(
    questionnaire: Questionnaire,
    frequencies: Frequencies,
    breakdown: Sequence[Block] = (),
    earlier: EarlierTables | None = None,
) -> ToldTables:
    """Return what may be told of a group; after an earlier report, only what is safe beside it.

    Without a breakdown everyone is one block. Under `k_min` people nothing is told.
    """
    people = frequencies.people
    blocks = joined(questionnaire, people, breakdown or everyone(questionnaire))
    sizes = {block.id: sum(people.get(role, 0) for role in block.roles) for block in blocks}
    respondents = sum(sizes.values())
    if respondents < questionnaire.group.k_min:
        return ToldTables(respondents=None, breakdown={}, items={})
    told = {}
    for item in questionnaire.items:
        answers = _by_block(item, frequencies.items[item.id], blocks)
        told[item.id] = _tell_item(item, answers, questionnaire.group, earlier)
    others = sum(people.get(role.id, 0) for role in questionnaire.roles[1:])
    return ToldTables(
        respondents=respondents,
        breakdown=sizes,
        items=told,
        mostly_leaders=len(questionnaire.roles) > 1 and 2 * others < respondents,
        outside=frequencies.respondents - respondents,
        left_out=frequencies.left_out,
        other_editions=frequencies.other_editions,
    )


def _by_block(
    item: Item, histograms: Mapping[str | None, Histogram], blocks: Sequence[Block]
) -> dict[str, Histogram]:
    """Return the histogram of each block in which somebody was asked."""
    found = {}
    for block in blocks:
        asked = [histograms[role] for role in block.roles if role in histograms]
        if asked:
            found[block.id] = added(item, asked)
    return found


def _tell_item(
    item: Item,
    answers: Mapping[str, Histogram],
    rules: GroupRules,
    earlier: EarlierTables | None,
) -> ToldItem:
    rated = {block: histogram[:-3] for block, histogram in answers.items()}
    enough = {block: counts for block, counts in rated.items() if sum(counts) >= rules.k_min}
    ratings = ItemRatings(item, enough, rules, is_everyone=EVERYONE in answers)
    fresh = ToldItem(
        id=item.id,
        levels=len(item.scale.levels),
        asked={block: sum(histogram) for block, histogram in answers.items()},
        blocks={block: _tell_block(ratings, block) for block in answers},
        cells=tuple(tell_cell(ratings, blocks) for blocks in gather_cells(ratings, [*enough])),
        dont_know={block: _state(answers[block], -3, rules) for block in answers},
        not_applicable={block: _state(answers[block], -2, rules) for block in answers},
        applies=_applies(answers, rules),
    )
    return fresh if earlier is None else following(earlier, fresh, ratings)


def _tell_block(ratings: ItemRatings, block: str) -> ToldBlock | None:
    counts = ratings.blocks.get(block)
    if counts is None:
        return None
    return ToldBlock(raters=sum(counts), parts=part_counts(ratings.item, counts))


def _state(histogram: Histogram, place: int, rules: GroupRules) -> int | None:
    """Return how many gave an answer without a level; None where nearly everybody did."""
    given = histogram[place]
    return given if sum(histogram) - given > rules.colluders else None


def _applies(answers: Mapping[str, Histogram], rules: GroupRules) -> bool:
    """Tell whether an item concerns the group: enough people, or anybody in doubt."""
    in_doubt = any(histogram[-3] or histogram[-1] for histogram in answers.values())
    concerned = (sum(histogram) - histogram[-2] for histogram in answers.values())
    return in_doubt or any(people >= rules.k_min for people in concerned)
