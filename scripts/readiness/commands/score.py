"""Score saved response files without a browser, one by one or as a group."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.commands import group_options, group_score
from readiness.engine.evaluation import evaluate
from readiness.engine.response_file import read_response_file
from readiness.engine.result_json import result_json
from readiness.engine.strict_json import LARGEST, Reason, RefusedError
from readiness.engine.summary import summary
from readiness.formats.encodings import decode_text, is_wide
from readiness.formats.foreign_files import foreign_kind, text_kind
from readiness.formats.refusals import FOREIGN
from readiness.problems import printable, show
from readiness.reading.loading import load

if TYPE_CHECKING:
    import argparse

    from readiness.questionnaire import Questionnaire

REFUSED = 1
PROBLEMS = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the files, the folder of the questionnaire, and the form of the output."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="saved responses (JSON)"
    )
    parser.add_argument(
        "--assessment",
        type=Path,
        default=Path("assessment"),
        metavar="DIR",
        help="folder of the questionnaire (default: assessment)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object for each file")
    group_options.configure(parser)


def run(options: argparse.Namespace) -> int:
    """Print the result of each file in order; return 1 if one was refused, 2 without questions."""
    group_options.check(options)
    loaded = load(options.assessment)
    if loaded.questionnaire is None:
        for problem in loaded.problems:
            _say(show(problem))
        return PROBLEMS
    if options.group:
        return group_score.run(options, loaded.questionnaire)
    scored = [_score(path, loaded.questionnaire, as_json=options.json) for path in options.files]
    sys.stdout.flush()
    return 0 if all(scored) else REFUSED


def _score(path: Path, questionnaire: Questionnaire, *, as_json: bool) -> bool:
    """Print the result of one file; return whether the file was taken."""
    name = printable(str(path))
    try:
        content = _content(path)
        _refuse_foreign(content, name)
        read = read_response_file(_in_utf8(content), questionnaire)
    except RefusedError as refused:
        _say(f"{name}: refused: {refused} [{refused.reason}]")
        return False
    for notice in read.notices:
        _say(f"{name}: notice: {notice}")
    result = evaluate(questionnaire, read.responses)
    if as_json:
        print(json.dumps({"file": str(path), **result_json(result)}))  # noqa: T201  # the output
    else:
        print(f"{name}\n{summary(questionnaire, result)}")  # noqa: T201  # the output
    return True


def _content(path: Path) -> bytes:
    """Return the file's bytes, and of a file that is too big only enough to see that it is."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise RefusedError(Reason.UNREADABLE, f"the file cannot be read: {error}") from error


def _in_utf8(content: bytes) -> bytes:
    """Return a file in UTF-8; one that is neither that nor UTF-16 or UTF-32 stays as it is."""
    text = decode_text(content)
    return content if text is None or not is_wide(content) else text.encode("utf-8", "replace")


def _refuse_foreign(content: bytes, name: str) -> None:
    """Raise RefusedError with what the file is, where it is none of ours."""
    kind = foreign_kind(content, name)
    text = None if kind else decode_text(content)
    kind = kind or ("no_text" if text is None else text_kind(text))
    if kind:
        raise RefusedError(Reason.WRONG_FORMAT, FOREIGN[kind])
    if text is not None and not text.lstrip(" \t\r\n").startswith(("{", "[", '"')):
        what = "this is a text: codes and saved responses in it are read with --group"
        raise RefusedError(Reason.NOT_JSON, what)


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201  # refusals and notices stay apart from results
