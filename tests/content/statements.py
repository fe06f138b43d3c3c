"""Words by which an item can carry a statement of the source, typed by hand from both texts.

S1, S4 and S16 are held by the whole, S30 is not tested: an item that named one of them could not
carry it.
"""

from __future__ import annotations

# Beginnings of words, or a few words as they stand in a question or a level.
STEMS = {
    "S2": "lower costs | cost and customer | savings or | their jobs",
    "S3": "benefit for customers | effect on customers | helped the customer",
    "S5": "lost business | long-term plan",
    "S6": "inside work | daily work | next department",
    "S7": "unspoken | exceed",
    "S8": "needs, wants | customer groups",
    "S9": "conflict | customer is wrong",
    "S10": "see you | bad news",
    "S11": "how they see you",
    "S12": "in front of them | price",
    "S13": "improved | improves | reworked",
    "S14": "customers value | they expect | satisfaction, staying | sales, output",
    "S15": "regular meetings | improve what | how often",
    "S17": "they expect | met or exceeded | someone acts | by plan, and | protected",
    "S18": "points where customers meet you",
    "S19": "inside work | standards",
    "S20": "who gets their work | in their job",
    "S21": "something its customer cares | put things right",
    "S22": "department",
    "S23": "everybody can | everyone | any job | across departments",
    "S24": "day or shift | daily work | on the spot",
    "S25": "cause",
    "S26": "quality, price, convenience",
    "S27": "long-term plan | day or shift",
    "S28": "what customers expect | customer feedback | customer figures, before",
    "S29": "staying | recommending",
}
WHOLE = {"S1", "S4", "S16", "S30"}
# From the first edition, by the same audit: an item that named a statement it did not carry.
UNTRUE = ("valued-individuals", "S9")
