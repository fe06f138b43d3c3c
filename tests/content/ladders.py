"""The state of each level of each item in at most three words, typed by hand from the audit.

The first word says where a level stands on an axis; the others are what it adds to the one below.
A level contains the one before it when it stands higher or stays, and loses nothing that was added.
The words are those of the questionnaire, as far as they begin: "renew" is carried by "renews".
"""

from __future__ import annotations

# Six kinds of more, from low to high. What says "nothing" stands at the foot of every one.
FOOT = "not none nothing nobody never"
AXES = {
    "how far": [
        "only pick whatever blamed",
        "biggest own part volume crisis depends suggestions ignored failure left",
        "contact",
        "some new few records request once",
        "most named",
        "all every everybody everyone everywhere any each sensible protected",
    ],
    "on whose word": [
        "assume",
        "experience opinions view habit senior impression number",
        "experts savings internal added",
        "ask expect rating customer cause satisfaction",
    ],
    "how often": ["complaint hear lost", "month asked", "week plan agenda", "day"],
    "how soon": ["chance", "summaries", "weeks", "days"],
    "what is said and written": [
        "go",
        "words mentioned differently friction conflict",
        "asking informal",
        "promise aim list agreements check",
    ],
    "what follows": [
        "without ignores sends",
        "unless explains trouble filed",
        "case listens managers looked",
        "rules acts together removed",
    ],
}

STATES = {
    "lean-motive": "none | mentioned | aim | aim measurable | aim measurable chosen",
    "lean-and-jobs": "go | words | promise | promise freed | promise freed agreed",
    "cost-versus-customer": "without | unless | case | rules | rules checked",
    "leaders-meet-customers": "none | biggest | some | all plan | all plan change",
    "customer-on-agenda": "not | lost | agenda | agenda data | agenda data decision",
    "bad-news": "ignores | explains | listens | acts | acts report",
    "plans-from-customers": "none | view | added | expect | expect change",
    "loyalty-figures": "none | number | satisfaction | satisfaction target"
    " | satisfaction target finance",
    "protected-time": "none | left | request | protected | protected busy",
    "journey-owner": "nobody | part | named | named change | named change figures",
    "who-is-customer": "not | differently | list | list planning | list planning renew",
    "needs-identified": "assume | experience | ask | ask year | ask year watch",
    "satisfaction-causes": "never | opinions | cause | cause compare | cause compare test",
    "customer-view": "never | hear | asked | plan | plan surprised",
    "touchpoints-mapped": "none | own | once | all checked | all checked renew",
    "touchpoints-evaluated": "nothing | failure | some | all expect | all expect confirm",
    "supporting-processes": "nothing | failure | some | all figure | all figure feel",
    "standards-from-customers": "none | habit | experts | expect | expect revised",
    "after-the-complaint": "nothing | filed | looked | removed every | removed every elsewhere",
    "feedback-reaches-teams": "not | chance | summaries | weeks | days",
    "improvement-choice": "not | senior | savings | rating | rating checked",
    "effect-checked": "not | impression | internal | customer | customer undone",
    "who-needs-my-work": "nobody | contact | most | everybody written | everybody written confirm",
    "learning-my-part": "pick | contact | new | everyone | everyone renew",
    "team-goals": "nothing | volume | some | every | every agreed",
    "handovers-agreed": "not | friction | asking | agreements | agreements reviewed",
    "internal-feedback": "not | conflict | informal | check | check open",
    "across-boundaries": "sends | trouble | managers | together | together cause",
    "room-to-act": "nothing | depends | few | sensible limit | sensible limit widened",
    "safe-to-speak": "blamed | ignored | some | everywhere answer | everywhere answer asked",
    "improvement-skills": "only | suggestions | some method | most method | most method coaching",
    "customer-in-daily-talk": "never | complaint | month | week | day",
    "valued-individuals": "nothing | biggest | records | each use | each use notice",
    "what-is-praised": "whatever | crisis | contact | any | any before",
}

# Where a text says the same in another word.
OTHER_WORDS = {"acts": "changed", "compare": "against"}

# The seven ladders of edition 2026.1 that an audit found broken, and what each of them lost.
BROKEN = {
    "lean-motive": "none | mentioned | aim | aim measurable | customer decided",
    "customer-on-agenda": "not | lost | agenda after | agenda before data | agenda data decision",
    "journey-owner": "nobody | part | named | named change | named figures",
    "who-is-customer": "not | differently | list | list users planning | list planning yearly",
    "touchpoints-mapped": "none | own | once | all checked | all updated",
    "touchpoints-evaluated": "not | failure | some | all expect | all confirm",
    "customer-in-daily-talk": "never | complaint | month | week said | day try",
}
