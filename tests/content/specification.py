"""The specification of the instrument, typed by hand from its draft: nothing is read from YAML.

Everything a test of the content expects stands here, so that the two can be laid side by side.
"""

from __future__ import annotations

ALL = ("leader", "manager", "frontline")
OFFICE = ("leader", "manager")

# Theme by theme in the order of reporting; an item is asked of everybody unless it says otherwise.
THEMES = {
    "why-lean": ["lean-motive", "lean-and-jobs", "cost-versus-customer"],
    "visible-commitment": ["leaders-meet-customers", "customer-on-agenda", "bad-news"],
    "direction-and-means": [
        "plans-from-customers",
        "loyalty-figures",
        "protected-time",
        "journey-owner",
    ],
    "knowing-the-customer": [
        "who-is-customer",
        "needs-identified",
        "satisfaction-causes",
        "customer-view",
    ],
    "touch-points": [
        "touchpoints-mapped",
        "touchpoints-evaluated",
        "supporting-processes",
        "standards-from-customers",
    ],
    "acting-on-feedback": [
        "after-the-complaint",
        "feedback-reaches-teams",
        "improvement-choice",
        "effect-checked",
    ],
    "knowing-my-part": ["who-needs-my-work", "learning-my-part", "team-goals"],
    "internal-customers": ["handovers-agreed", "internal-feedback", "across-boundaries"],
    "able-and-safe": ["room-to-act", "safe-to-speak", "improvement-skills"],
    "every-day": ["customer-in-daily-talk", "valued-individuals", "what-is-praised"],
}
DIMENSIONS = {
    "leadership": ["why-lean", "visible-commitment", "direction-and-means"],
    "processes": ["knowing-the-customer", "touch-points", "acting-on-feedback"],
    "people": ["knowing-my-part", "internal-customers", "able-and-safe", "every-day"],
}
NOT_FRONT_LINE = {
    "customer-on-agenda",
    "plans-from-customers",
    "loyalty-figures",
    "satisfaction-causes",
}
GATES = {
    "lean-motive": (3, "stop"),
    "lean-and-jobs": (3, "hold"),
    "needs-identified": (3, "stop"),
    "customer-view": (3, "hold"),
    "who-needs-my-work": (3, "hold"),
    "safe-to-speak": (3, "hold"),
}
MAY_NOT_APPLY = {
    "loyalty-figures",
    "journey-owner",
    "handovers-agreed",
    "internal-feedback",
    "across-boundaries",
}
# These support what stands in the source and do not come from it; the last supports the whole.
ADDED = {
    "lean-and-jobs",
    "leaders-meet-customers",
    "room-to-act",
    "improvement-skills",
    "safe-to-speak",
}
UNTRACED = {"safe-to-speak"}
# Who can do what is advised; everybody else reads it as something to ask for.
BY = {
    ("leader",): {
        "lean-motive",
        "lean-and-jobs",
        "leaders-meet-customers",
        "customer-on-agenda",
        "bad-news",
        "plans-from-customers",
        "loyalty-figures",
        "journey-owner",
    },
    ("leader", "manager"): {
        "cost-versus-customer",
        "protected-time",
        "who-is-customer",
        "needs-identified",
        "satisfaction-causes",
        "customer-view",
        "feedback-reaches-teams",
        "improvement-choice",
        "learning-my-part",
        "team-goals",
        "room-to-act",
        "safe-to-speak",
        "improvement-skills",
        "what-is-praised",
    },
    ("manager", "frontline"): {
        "touchpoints-mapped",
        "touchpoints-evaluated",
        "supporting-processes",
        "standards-from-customers",
        "after-the-complaint",
        "handovers-agreed",
        "internal-feedback",
        "customer-in-daily-talk",
        "valued-individuals",
    },
    ALL: {"effect-checked", "who-needs-my-work", "across-boundaries"},
}

# S1 is tested by the whole, S4 by gates and floors, S16 by the floors; S30 is not tested.
TRACES = {
    "S2": {"lean-motive", "lean-and-jobs", "cost-versus-customer", "improvement-choice"},
    "S3": {"lean-motive", "improvement-choice", "effect-checked"},
    "S5": {"customer-on-agenda", "plans-from-customers"},
    "S6": {"supporting-processes", "standards-from-customers", "handovers-agreed"},
    "S7": {"needs-identified", "touchpoints-evaluated"},
    "S8": {"needs-identified", "who-is-customer"},
    "S9": {"cost-versus-customer", "bad-news"},
    "S10": {"customer-view", "bad-news"},
    "S11": {"customer-view"},
    "S12": {"valued-individuals", "satisfaction-causes"},
    "S13": {"touchpoints-evaluated", "effect-checked", "improvement-skills"},
    "S14": {
        "cost-versus-customer",
        "plans-from-customers",
        "loyalty-figures",
        "what-is-praised",
    },
    "S15": {"customer-on-agenda", "protected-time", "customer-in-daily-talk"},
    "S17": {
        "leaders-meet-customers",
        "bad-news",
        "plans-from-customers",
        "protected-time",
        "touchpoints-evaluated",
    },
    "S18": {"touchpoints-mapped", "touchpoints-evaluated"},
    "S19": {"supporting-processes", "standards-from-customers"},
    "S20": {"who-needs-my-work", "learning-my-part"},
    "S21": {"team-goals", "room-to-act"},
    "S22": {"handovers-agreed", "internal-feedback", "across-boundaries"},
    "S23": {"who-needs-my-work", "learning-my-part", "what-is-praised", "journey-owner"},
    "S24": {"customer-in-daily-talk", "standards-from-customers", "room-to-act"},
    "S25": {"satisfaction-causes", "after-the-complaint"},
    "S26": {"satisfaction-causes"},
    "S27": {"plans-from-customers", "customer-in-daily-talk"},
    "S28": {
        "touchpoints-evaluated",
        "standards-from-customers",
        "feedback-reaches-teams",
        "effect-checked",
    },
    "S29": {"loyalty-figures"},
}

# One phrase that only this note has, for each of the ten honesty notes.
HONESTY = {
    1: "has **not** been statistically validated",
    2: "managers overrated their customers",
    3: "Nobody has shown that *this* score predicts the results of Lean",
    4: "What a workshop agreed on counts as one respondent",
    5: "the day it is rewarded it stops being honest",
    6: "It never counts as a low mark, except in the bounds and in the gates of a group",
    7: "they are not symptoms of one trait",
    8: "Scales of described behaviour remain open to leniency",
    9: "Whoever receives your file can read your answers",
    10: "expert review of each item against the statements of the source",
}
# What the site promises, and what it says that it cannot do.
PROMISES = [
    "Your answers stay in this browser until you export them",
    "We count an answer as saved only when the browser confirms it",
    "The page lists exactly what it holds before you take it",
    "The pages contact nobody but their own host",
    "Whoever holds your export can read your answers",
    "The browser may clear its storage",
    "Export before you stop for days",
    "Whoever runs the host can change these pages",
]
GLOSSARY = [
    "questionnaire",
    "edition",
    "dimension",
    "theme",
    "item",
    "scale",
    "level",
    "anchor",
    "response",
    "state",
    "respondent",
    "role",
    "author",
    "facilitator",
    "host",
    "points",
    "score",
    "index",
    "coverage",
    "completeness",
    "gate",
    "floor",
    "cut-off",
    "verdict",
    "condition",
    "agreement",
    "gap",
    "advice",
    "problem",
    "rule",
]
