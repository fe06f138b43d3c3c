"""The joiner: what it joins runs as before, and everything outside its subset is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from py_mini_racer import MiniRacer

from readiness.site.bundle import JoinError, join

from .engines import BROWSER, ENGINE

if TYPE_CHECKING:
    from pathlib import Path

TYPES_ONLY = "engine/types.js"


def write(folder: Path, **files: str) -> Path:
    """Write modules (`a` becomes a.js, `views_b` views/b.js) and return the entry, main.js."""
    for name, text in files.items():
        path = folder / (name.replace("_", "/") + ".js")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.js"


def run(entry: Path, expression: str) -> object:
    """Join, load and evaluate an expression on the entry's exports, `it`."""
    context = MiniRacer()
    context.eval(f"var it = {join(entry)};")
    return context.eval(expression)


def test_modules_come_after_what_they_import(tmp_path: Path) -> None:
    """A diamond: base is there once, and before both who need it while loading."""
    entry = write(
        tmp_path,
        main=(
            'import { left } from "./left.js";\n'
            'import { right } from "./views/right.js";\n'
            "export const both = left + right;\n"
        ),
        left='import { base } from "./base.js";\nexport const left = base + 1;\n',
        views_right='import { base } from "../base.js";\nexport const right = base + 2;\n',
        base="export const base = 10;\n",
    )
    assert run(entry, "it.both") == 23
    assert join(entry).count("const base") == 1


def test_only_the_entry_is_seen_from_outside(tmp_path: Path) -> None:
    """Exports of other modules and the entry's own constants stay inside."""
    entry = write(
        tmp_path,
        main='import { a } from "./a.js";\nconst own = 1;\nexport function go() {\n'
        "  return a() + own;\n}\n",
        a="export function a() {\n  return 1;\n}\n",
    )
    assert run(entry, "Object.keys(it).join() + it.go() + typeof a + typeof own") == (
        "go2undefinedundefined"
    )


def test_it_is_strict(tmp_path: Path) -> None:
    """As modules are: a name that is not declared cannot be set."""
    entry = write(tmp_path, main="export function go() {\n  missing = 1;\n}\n")
    caught = "(() => { try { it.go(); return 'sloppy'; } catch (e) { return e.name; } })()"
    assert run(entry, caught) == "ReferenceError"


def test_the_entry_may_act(tmp_path: Path) -> None:
    """And a parenthesis at its start is not taken for a call of what stands before."""
    entry = write(
        tmp_path,
        main='import { log } from "./log.js";\n(() => log.push("done"))();\n'
        'if (log.length) log.push("twice");\nexport const seen = () => log.join();\n',
        log="export const log = []\n",
    )
    assert run(entry, "it.seen()") == "done,twice"


def test_texts_stay_as_they_are(tmp_path: Path) -> None:
    """Comment signs, braces, quotes and spaces in strings, templates and patterns."""
    texts = [
        r'"// no comment /* at all */"',
        r"'it\'s {[( \"'",
        r"`a ${ { b: `in ${1 + 1} }` }.b } // ${'`'} c`",
        r'"a/b".replace(/[/"\'`{]+/g, "  //  ")',
        r"String(12 / 2 / 3)",
        r'"\\"',
        r"`\`${`\${`}`",
    ]
    plain = MiniRacer()
    wanted = [plain.eval(text) for text in texts]
    lines = "".join(f"  {text},\n" for text in texts)
    entry = write(tmp_path, main=f"export const texts = [\n{lines}];\n")
    assert run(entry, 'it.texts.join("|")') == "|".join(map(str, wanted))


def test_comments_and_indentation_go(tmp_path: Path) -> None:
    """Nothing of them is left; a cast beside code goes without its code."""
    entry = write(
        tmp_path,
        main=(
            "/**\n * Opens. import { no } from nowhere\n * export default\n */\n\n"
            "// export default 1\n"
            "/** one line */\n"
            "export const a = /** @type {number} */ (1 + 1);\n"
            "/** @type {string} */\n"
            "export const b = `  two  `;\n"
            "export function c() {\n    // inside\n    /** @type {any} */\n    const d = 3;\n"
            "    return d /** @type {any} */ / 1;\n}\n"
        ),
    )
    joined = join(entry)
    assert not re.search(r"/\*|\*/|//|^\s|^$", joined, re.MULTILINE)
    assert run(entry, "it.a + it.b + it.c()") == "2  two  3"


REFUSED = {
    "a default import": ('import a from "./a.js";', "main.js:1: an import is one line"),
    "a namespace import": ('import * as a from "./a.js";', "main.js:1: an import is one line"),
    "a renamed import": ('import { a as b } from "./a.js";', "main.js:1: an import is one line"),
    "a bare import": ('import "./a.js";', "main.js:1: an import is one line"),
    "an import of a package": ('import { a } from "lodash";', "main.js:1: an import is one line"),
    "an import from the net": ('import { a } from "https://x.org/a.js";', "an import is one line"),
    "an import without spaces": ('import {a} from "./a.js";', "main.js:1: an import is one line"),
    "an import over two lines": ('import {\n  a } from "./a.js";', "main.js:1: an import"),
    "an import with a comment": ('import { a } from "./a.js"; // a', "main.js:1: an import"),
    "a dynamic import": ('const b = () => import("./a.js");', "main.js:1: export stands before"),
    "import.meta": ("const b = import.meta.url;", "main.js:1: export stands before"),
    "an import after code": (
        'const b = 1;\nimport { a } from "./a.js";',
        "main.js:2: imports stand",
    ),
    "a default export": ("export default 1;", "main.js:1: export stands before"),
    "a list of exports": ("const b = 1;\nexport { b };", "main.js:2: export stands before"),
    "a re-export": ('export { a } from "./a.js";', "main.js:1: export stands before"),
    "a re-export of all": ('export * from "./a.js";', "main.js:1: export stands before"),
    "an export of a variable": ("export let b = 1;", "main.js:1: export let is outside"),
    "an export of a generator": ("export function* b() {}", "main.js:1: export stands before"),
    "an export in a block": ("{\n  export const b = 1;\n}", "main.js:2: export stands before"),
    "a name that is not exported": (
        'import { z } from "./a.js";',
        "main.js:1: a.js does not export z",
    ),
    "a name that is only declared": (
        'import { hidden } from "./a.js";',
        "main.js:1: a.js does not export hidden",
    ),
    "a file that is not there": ('import { z } from "./z.js";', "main.js:1: there is no file"),
    "a name declared twice": ("const b = 1;\nfunction b() {}", "main.js:2: b is already declared"),
    "a name imported and declared": (
        'import { a } from "./a.js";\nconst a = 2;',
        "main.js:2: a is already declared in this file",
    ),
    "a name declared in two files": (
        'import { a } from "./a.js";\nconst hidden = a;',
        "main.js:2: hidden is already declared at ",
    ),
    "a name that hides a global": ("const name = 1;", "main.js:1: name would hide"),
    "a function that hides a global": ("function open() {}", "main.js:1: open would hide"),
    "var": ("var b = 1;", "main.js:1: at top level: one plain declaration"),
    "an indented declaration": ("  const b = 1;", "main.js:1: at top level: one plain"),
    "a pattern of names": ("const { b } = {};", "main.js:1: at top level: one plain declaration"),
    "two names in a declaration": ("let b = 1, c = 2;", "main.js:1: at top level: one statement"),
    "two names over two lines": ("let b = 1,\n  c = 2;", "main.js:1: at top level: one statement"),
    "two declarations in a line": ("let b; let c;", "main.js:1: at top level: one plain"),
    "a statement after a declaration": ("let b; b = 1;", "main.js:1: at top level: one statement"),
    "a declaration after a block": ("{\n} const b = 1;", "main.js:2: at top level: one plain"),
    "a template over two lines": ("const b = `x\n  y`;", "main.js:1: a string, template"),
    "a template open inside": ("const b = `x ${1 +\n2}`;", "main.js:1: a string, template"),
    "a string over two lines": ('const b = "x\\\n  y";', "main.js:1: a string, template"),
    "a comment beside code": ("const b = 1; // one", "main.js:1: beside code only"),
    "an old comment": ("/* old */\nconst b = 1;", "main.js:1: beside code only"),
    "a comment begun beside code": ("const b = 1; /** x\n */", "main.js:1: beside code only"),
    "code after a long comment": ("/**\n * x\n */ const b = 1;", "main.js:3: code stands after"),
    "a comment without an end": ("const b = 1;\n/**\n * x\n", "main.js:2: this comment does not"),
    "an HTML comment": ("let b = 2;\nwhile (b --> 0) {}", "main.js:2: beside code only"),
    "a line end of a browser only": ("// x\u2028alert(1)", "main.js:1: holds U+2028"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str, tmp_path: Path) -> None:
    """With the file, the line and a sentence."""
    code, message = REFUSED[case]
    entry = write(tmp_path, main=code + "\n", a="const hidden = 1;\nexport const a = hidden;\n")
    with pytest.raises(JoinError) as refused:
        join(entry)
    assert message in str(refused.value)
    assert re.match(r".*\.js:\d+: ", str(refused.value))


def test_a_cycle_is_refused(tmp_path: Path) -> None:
    """Through another file, and onto itself."""
    entry = write(
        tmp_path,
        main='import { a } from "./a.js";\nexport const b = a;\n',
        a='import { b } from "./main.js";\nexport const a = b;\n',
    )
    with pytest.raises(JoinError, match=r"a\.js:1: a cycle: main\.js already imports this file"):
        join(entry)
    entry = write(tmp_path, main='import { b } from "./main.js";\nexport const c = b;\n')
    with pytest.raises(JoinError, match=r"main\.js:1: a cycle"):
        join(entry)


def test_only_the_entry_may_act(tmp_path: Path) -> None:
    """A module that does something while loading is refused as an import."""
    entry = write(
        tmp_path,
        main='import { a } from "./a.js";\nexport const b = a;\n',
        a="export const a = new Map();\na.set(1, 2);\n",
    )
    with pytest.raises(JoinError, match=r"a\.js:2: only the entry may do something"):
        join(entry)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """No file, and no text."""
    with pytest.raises(JoinError, match=r"main\.js:1: cannot be read"):
        join(tmp_path / "main.js")
    (tmp_path / "main.js").write_bytes(b"const a = '\xff';\n")
    with pytest.raises(JoinError, match=r"main\.js:1: cannot be read"):
        join(tmp_path / "main.js")


MODULES = sorted(path.relative_to(BROWSER).as_posix() for path in BROWSER.rglob("*.js"))


def test_there_are_modules() -> None:
    """The list below is not empty."""
    assert {"engine/evaluation.js", "result_page.js", "engine/ratio.js"} <= set(MODULES)


@pytest.mark.parametrize("name", [name for name in MODULES if name != TYPES_ONLY])
def test_every_real_module_joins(name: str) -> None:
    """As an entry of its own; V8 accepts the joined script as a script."""
    joined = join(BROWSER / name)
    MiniRacer().eval(f"(() => {{ const script = () => {joined}; return typeof script; }})()")


def test_the_engine_runs_without_a_page() -> None:
    """Nothing of a page, a clock or chance is in the joined engine."""
    joined = join(ENGINE / "evaluation.js") + join(ENGINE / "result_json.js")
    assert "function evaluate" in joined
    for word in ("document", "window", "Date", "random", "localStorage", "indexedDB", "Intl"):
        assert not re.search(rf"\b{word}\b", joined), word
