"""Broken questionnaires: one change to the good one, and the problem that must be found.

Files, lines, columns and rules were counted by hand on the files in `good/`; none was copied
from a run. A case with several problems lists them all, in file order.
"""

from __future__ import annotations

from dataclasses import dataclass

Q, PEOPLE, PROCESSES = "questionnaire", "people", "processes"
WHO = "Who knows what"  # people.yml:9, column 19
ALL_OF_IT = ""  # the change replaces the whole file


@dataclass(frozen=True, slots=True)
class Case:
    """What to change, and `line:column rule` of each problem (in another file: `name:…`)."""

    name: str
    file: str
    old: str
    new: str
    problems: tuple[str, ...]


def case(name: str, file: str, old: str, new: str, *problems: str) -> Case:
    """Write a case on one line."""
    return Case(name, file, old, new, problems)


SYNTAX = (
    case("tab as indentation", PEOPLE, "summary: Who", "\tsummary: Who", "2:1 tab"),
    case("tab after a colon", PEOPLE, "weight: 2", "weight:\t2", "3:8 tab"),
    case("tab before a list", PEOPLE, "          - Some people.", "\t- Some people.", "12:1 tab"),
    case("colon in a text", PEOPLE, WHO, "Who knows: what", "9:28 colon"),
    case("open quote", PEOPLE, "Ask three", '"Ask three', "15:19 quote"),
    case("open single quote", PEOPLE, "Ask three", "'Ask three", "15:19 quote"),
    case("open quote, closed later", PROCESSES, "title: Touch", 'title: "Touch', "4:12 quote"),
    case("apostrophe in single quotes", PEOPLE, WHO, "'Who's asked' what", "9:24 quote"),
    case("text behind a quote", PEOPLE, WHO, '"Who" knows what', "9:25 quote"),
    case("quotes inside quotes", PEOPLE, WHO, '"Who "knows" what"', "9:25 quote"),
    case("starts with @", PEOPLE, WHO, f"@{WHO}", "9:19 first-character"),
    case("starts with %", PEOPLE, WHO, f"%{WHO}", "9:19 first-character"),
    case("starts with a backtick", PEOPLE, WHO, "`Who` knows what", "9:19 first-character"),
    case("starts with bold", PEOPLE, WHO, "**Who** knows what", "9:19 first-character"),
    case("starts with a template block", PEOPLE, WHO, "{% x %} what", "9:20 first-character"),
    case("starts with >", PEOPLE, WHO, f"> {WHO}", "9:19 first-character"),
    case("starts with |", PEOPLE, WHO, f"|{WHO}", "9:19 first-character"),
    case("starts with ?", PEOPLE, WHO, f"? {WHO}", "9:19 first-character"),
    case("starts with }", PEOPLE, WHO, "} knows what", "9:19 first-character"),
    case("starts with a link", PEOPLE, WHO, "[Who](who.md) knows what", "9:24 bracket"),
    case("starts with template braces", PEOPLE, WHO, "{{ config }} what", "9:20 key"),
    case("only template braces", PEOPLE, "Ask three colleagues.", "{{ config }}", "15:20 key"),
    case("list on the key's line", PEOPLE, WHO, f"- {WHO}", "9:19 list"),
    case("indented too deep", PEOPLE, "weight: 2", "  weight: 2", "3:3 indentation"),
    case("outdented entry", PEOPLE, "          - Every", "         - Every", "13:10 indentation"),
    case("outdented key", PEOPLE, "        weight: 3", "       weight: 3", "21:8 indentation"),
    case("no space after the colon", PEOPLE, "weight: 2", "weight:2", "3:1 missing-colon"),
    case("stray words", PEOPLE, "weight: 2", "counts twice", "3:1 missing-colon"),
    case("open square bracket", PEOPLE, "r, frontline]", "r, frontline", "20:16 bracket"),
    case("open brace", PEOPLE, "effect: stop}", "effect: stop", "14:15 bracket"),
    case("two commas", PEOPLE, "[leader, fr", "[leader, , fr", "20:25 first-character"),
    case("text behind a bracket", PEOPLE, "r, frontline]", "r, frontline] only", "20:36 bracket"),
    case("unknown escape", PEOPLE, "Who does the work.", '"Who \\does"', "2:16 escape"),
    case("coded control character", PEOPLE, "Who does the work.", '"Who\\u0007"', "2:10 escape"),
    case("coded half character", PEOPLE, "Who does the work.", '"Who\\ud800"', "2:10 escape"),
    case("comment inside a text", PEOPLE, "the work.", "the #1\n  work.", "3:3 comment"),
    case("merge conflict", PEOPLE, "weight: 2", "<<<<<<< ours\nweight: 2", "3:1 merge-conflict"),
    case("merge conflict, middle", PEOPLE, "weight: 2", "=======", "3:1 merge-conflict"),
    case("merge conflict, end", PEOPLE, "weight: 2", ">>>>>>> x", "3:1 merge-conflict"),
    case("empty file", PEOPLE, ALL_OF_IT, "", "1:1 empty"),
    case("only comments", PEOPLE, ALL_OF_IT, "# nothing yet\n", "1:1 empty"),
    case("not UTF-8", PEOPLE, "summary: Who", "summary: Wh\udcf6", "2:12 encoding"),
    case("NUL", PEOPLE, "summary: Who", "summary: W\0ho", "2:11 control-character"),
    case("escape character", PEOPLE, "summary: Who", "summary: W\x1bho", "2:11 control-character"),
)
EXTRAS = (
    case("alias", PEOPLE, WHO, f"*{WHO}", "9:19 alias"),
    case("anchor", PEOPLE, WHO, f"&{WHO}", "9:19 anchor"),
    case("tag", PEOPLE, WHO, f"!{WHO}", "9:19 tag"),
    case("environment tag", PEOPLE, WHO, f"!ENV {WHO}", "9:19 tag"),
    case("Python tag", PEOPLE, WHO, "!!python/object/apply:os.getcwd []", "9:19 tag"),
    case("number tag", PEOPLE, "weight: 2", "weight: !!int 2", "3:9 tag"),
    case("unknown tag handle", PEOPLE, WHO, f"!who!{WHO}", "9:19 first-character"),
    case("merge key", PEOPLE, "gate: {min", "gate: {<<: x, min", "14:16 merge-key"),
    case("key twice", PEOPLE, "weight: 2", "title: Persons", "3:1 duplicate-key"),
    case("key twice in braces", PEOPLE, "stop}", "stop, min: 3}", "14:38 duplicate-key"),
    case("two documents", PEOPLE, "themes:", "---\nthemes:", "4:1 documents"),
    case("nested too deep", PEOPLE, "[S1, S2]", "[" * 40 + "]" * 40, "28:45 limit"),
)
SHAPE = (
    case("typo", PEOPLE, "weight: 3", "wieght: 3", "21:9 unknown-key"),
    case(
        "typo of a needed key", PEOPLE, "question: Who may", "qestion: Who may", "18:9 unknown-key"
    ),
    case("hyphen for underscore", PEOPLE, "allow_na", "allow-na", "22:9 unknown-key"),
    case("unknown key", PEOPLE, "weight: 2", "colour: 2", "3:1 unknown-key"),
    case("unknown key in braces", PEOPLE, "effect: stop", "efect: stop", "14:24 unknown-key"),
    case(
        "missing question",
        PEOPLE,
        f"        question: {WHO} customers expect?\n",
        "",
        "8:9 missing-key",
    ),
    case("missing title", PEOPLE, "title: People\n", "", "1:1 missing-key"),
    case("missing effect", PEOPLE, ", effect: stop", "", "14:15 missing-key"),
    case("weight 0", PEOPLE, "weight: 2", "weight: 0", "3:9 value"),
    case("weight -1", PEOPLE, "weight: 2", "weight: -1", "3:9 value"),
    case("weight 101", PEOPLE, "weight: 2", "weight: 101", "3:9 value"),
    case("weight 1.5", PEOPLE, "weight: 2", "weight: 1.5", "3:9 type"),
    case("weight 1e308", PEOPLE, "weight: 2", "weight: 1e308", "3:9 type"),
    case("weight in quotes", PEOPLE, "weight: 2", 'weight: "2"', "3:9 type"),
    case("weight of many digits", PEOPLE, "weight: 2", "weight: " + "9" * 4400, "3:9 type"),
    case("empty weight", PEOPLE, "weight: 2", "weight:", "3:8 type"),
    case("yes for true", PEOPLE, "allow_na: true", "allow_na: yes", "22:19 type"),
    case("question is a number", PEOPLE, f"{WHO} customers expect?", "5", "9:19 type"),
    case("question is empty", PEOPLE, f"{WHO} customers expect?", "", "9:18 type"),
    case("question is blank", PEOPLE, f"{WHO} customers expect?", '" "', "9:19 form"),
    case("level is a mapping", PEOPLE, "- Some people.", "- Some: people.", "12:13 type"),
    case("level is a number", PEOPLE, "- Some people.", "- 2", "12:13 type"),
    case("gate is a word", PEOPLE, "{min: 2, effect: stop}", "stop", "14:15 type"),
    case("unknown effect", PEOPLE, "effect: stop", "effect: halt", "14:32 choice"),
    case("gate below level 1", PEOPLE, "min: 2", "min: 0", "14:21 value"),
    case("roles empty", PEOPLE, "[leader, frontline]", "[]", "20:16 value"),
    case("themes empty", PROCESSES, ALL_OF_IT, "title: P\nthemes: []\n", "2:9 value"),
    case("themes missing", PROCESSES, ALL_OF_IT, "title: P\nthemes:\n", "2:8 type"),
    case("file is a list", PROCESSES, ALL_OF_IT, "- a\n- b\n", "1:1 type"),
    case("file is a text", PROCESSES, ALL_OF_IT, "Processes\n", "1:1 type"),
    case("id with a capital", Q, "id: small", "id: Small", "2:5 form"),
    case("id is null", Q, "id: small", "id: null", "2:5 type"),
    case("id with two underscores", PROCESSES, "id: known", "id: __proto__", "7:13 form"),
    case("role id with a space", Q, "roles:\n", "roles:\n  Big Boss: {label: B}\n", "19:3 form"),
    case("share above 1", Q, "verdict: 0.8", "verdict: 1.8", "27:39 value"),
    case("share in percent", Q, "theme_share: 1/2", "theme_share: 50%", "28:16 form"),
    case("ratio over zero", Q, "theme_share: 1/2", "theme_share: 1/0", "28:16 form"),
    case("points above 100", Q, "points: 100", "points: 101", "16:30 value"),
    case("group below 3", Q, "k_min: 5", "k_min: 2", "35:10 value"),
    case(
        "twelve levels",
        Q,
        "  answer:\n",
        "  many:\n    levels: [" + 11 * "{label: A}, " + "{label: A}]\n  answer:\n",
        "14:13 value",
    ),
    case("no colluders", Q, "colluders: 2", "colluders: 0", "39:14 value"),
    case("gap of nothing", Q, "share: 0.4", "share: 0", "38:16 value"),
    case("gap above 1", Q, "share: 0.4", "share: 1.1", "38:16 value"),
    case("advice of nobody", PEOPLE, "by: [frontline]", "by: []", "26:15 value"),
    case("meaning is a number", Q, "First things first.", "1", "33:23 type"),
    case(
        "hand-in by script",
        Q,
        "group:\n",
        "hand_in: {url: 'javascript:alert(1)'}\ngroup:\n",
        "34:16 form",
    ),
    case("hand-in to nobody", Q, "group:\n", "hand_in: {url: 'mailto:'}\ngroup:\n", "34:16 form"),
    case(
        "hand-in without address",
        Q,
        "group:\n",
        "hand_in: {label: Send it}\ngroup:\n",
        "34:10 missing-key",
    ),
    case("path as dimension", Q, "[people, processes]", "[people, ../processes]", "21:22 form"),
)
RULES = (
    case("item id twice", PROCESSES, "id: known", "id: helps-customer", "7:13 unique-item-ids"),
    case("earlier id used again", PROCESSES, "id: known", "id: helps", "7:13 unique-item-ids"),
    case("own id as earlier id", PEOPLE, "[helps]", "[helps-customer]", "27:15 unique-item-ids"),
    case("theme id twice", PROCESSES, "id: touch-points", "id: my-part", "3:9 unique-theme-ids"),
    case("unknown scale", PROCESSES, "scale: answer", "scale: answr", "9:16 known-scale"),
    case("unknown default", Q, "default_scale: practice", "default_scale: x", "17:16 known-scale"),
    case("no default", Q, "default_scale: practice\n", "", "7:1 known-scale"),
    case("unknown role", PEOPLE, "r, frontline]", "r, frontlin]", "20:25 known-roles"),
    case(
        "advice of an unknown role",
        PEOPLE,
        "by: [frontline]",
        "by: [frontlin]",
        "26:16 known-roles",
    ),
    case(
        "advice of a role twice",
        PEOPLE,
        "by: [frontline]",
        "by: [leader, leader]",
        "26:24 unique-entries",
    ),
    case("unknown statement", PEOPLE, "[S1, S2]", "[S1, S3]", "28:22 known-statements"),
    case("statement twice", PEOPLE, "[S1, S2]", "[S1, S1]", "28:22 unique-entries"),
    case("role twice", PEOPLE, "[leader, frontline]", "[leader, leader]", "20:25 unique-entries"),
    case("too few levels", PEOPLE, "          - Everybody.\n", "", "11:11 level-texts"),
    case("comma in a level", PEOPLE, "Nobody., Some", "Nobody., or so, Some", "19:17 level-texts"),
    case("no file", Q, "[people, processes]", "[people, procesess]", "21:22 dimension-file"),
    case(
        "dimension named questionnaire",
        Q,
        "[people, processes]",
        "[people, questionnaire]",
        "21:22 dimension-file",
    ),
    case(
        "dimension twice",
        Q,
        "[people, processes]",
        "[people, processes, people]",
        "21:33 unique-entries",
    ),
    case("order lacks one", Q, "[processes, people]", "[processes]", "22:12 ask-order"),
    case("order unknown", Q, "[processes, people]", "[processes, peple]", "22:24 ask-order"),
    case("first points", Q, "points: 0}", "points: 10}", "15:29 scale-points"),
    case("last points", Q, "points: 100", "points: 90", "16:30 scale-points"),
    case("points on some", Q, "Yes, points: 100", "Yes", "16:9 scale-points"),
    case(
        "points do not rise",
        Q,
        "points: 0}",
        "points: 100}",
        "15:29 scale-points",
        "16:30 scale-points",
    ),
    case("gate above the scale", PEOPLE, "min: 2", "min: 4", "14:21 gate-level"),
    case("gate for some", PEOPLE, "stop}", "stop}\n        roles: [leader]", "15:16 gate-for-all"),
    case(
        "gate not for all", PEOPLE, "stop}", "stop}\n        allow_na: true", "15:19 gate-for-all"
    ),
    case("ratio above 1", Q, "theme_share: 1/2", "theme_share: 3/2", "28:16 ratio-in-range"),
    case("points ratio above 100", Q, "theme: 40", "theme: 201/2", "30:44 ratio-in-range"),
    case("floor too high", Q, "{index: 40", "{index: 70", "29:20 floors-below-cut-offs"),
    case(
        "floor above the default",
        Q,
        "  ready: {index: 60, dimension: 50, theme: 40, dont_know: 0.25}\n",
        "  ready: {dimension: 29}\n",
        "29:35 floors-below-cut-offs",
    ),
    case("score share too high", Q, "score: 0.5", "score: 0.9", "27:25 floors-below-cut-offs"),
    case("first band", Q, "from: 0,", "from: 5,", "24:12 bands"),
    case("bands do not rise", Q, "from: 50", "from: 0", "25:12 bands"),
    case(
        "distributions of fewer",
        Q,
        "distribution_min: 10",
        "distribution_min: 4",
        "35:10 group-sizes",
    ),
    case("nobody beside the colluders", Q, "colluders: 2", "colluders: 4", "39:14 group-sizes"),
    case("gap of no thirds", Q, "share: 0.4", "share: 0/3", "38:16 gap-share"),
    case("gap of four thirds", Q, "share: 0.4", "share: 4/3", "38:16 ratio-in-range"),
)
SEVERAL = (
    case(
        "faults in two files",
        Q,
        "[processes, people]       # facts first\nbands",
        "[processes]\nband",
        "22:12 ask-order",
        "23:1 unknown-key",
    ),
    case(
        "three faults in one item",
        PEOPLE,
        "roles: [leader, frontline]\n        weight: 3\n        allow_na: true",
        "roles: [boss]\n        weight: 0\n        allow_na: on",
        "20:17 known-roles",
        "21:17 value",
        "22:19 type",
    ),
)
CASES = (*SYNTAX, *EXTRAS, *SHAPE, *RULES, *SEVERAL)
