"""Measures the team page with many people: how long each step of a facilitator holds up the page.

python tests/benchmarks/team_page.py [CODES] [REPEATS]; prints, step by step, the longest block of
the page in ms, by the processor and by the clock, for a hundred files, 10,000 files of which ten
are bad, 20,000 codes in one pasted text and as many as are asked for, each the median of the
repeats; and the seconds of reading, beside the same codes scored by `readiness score --group` on
this machine. Asserts nothing.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.team_people import codes, responses
from benchmarks.team_steps import arrivals, longest, open_page, steps
from playwright.sync_api import sync_playwright
from tools import browser as browsers
from tools.building import ROOT, build
from tools.serving import serve

from readiness.reading.loading import load

if TYPE_CHECKING:
    from benchmarks.team_steps import Arrival, Block
    from playwright.sync_api import Browser

FEW, FILES, BAD = 100, 10_000, 10
CODES, MANY = 20_000, 100_000
REPEATS = 3
NAMES, WIDTH = 24, 14
SECONDS = "seconds to read"


def main() -> None:
    """Print all measures."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else REPEATS
    form = load(ROOT / "assessment").questionnaire
    assert form is not None
    files = list(responses(form, FILES, BAD))
    text = "\n".join(codes(form, many))
    with TemporaryDirectory() as folder:
        site = build(Path(folder) / "site")
        with serve(site) as url, sync_playwright() as playwright:
            found = browsers.find()
            browser = playwright.chromium.launch(
                executable_path=str(found) if found else None, args=browsers.UNDER_PLAYWRIGHT
            )
            fewer = "\n".join(text.splitlines()[:CODES])
            came = arrivals({FEW: files[:FEW], FILES: files}, {CODES: fewer, many: text})
            table = {}
            for name, arrival in came.items():
                table[name] = measured(browser, url, arrival, files[0], repeats)
                say(f"measured: {name}")
            print_table(table)
            browser.close()
        say(f"{many} codes by the command: {by_command(Path(folder) / 'codes.txt', text):.1f} s")


def measured(
    browser: Browser, url: str, arrival: Arrival, one_more: str, repeats: int
) -> dict[str, Block]:
    """Go through all steps several times; return the median of the longest block of each, in ms."""
    found = defaultdict(list)
    hold, let_go = arrival
    for _ in range(repeats):
        context = browser.new_context()
        page = context.new_page()
        open_page(page, url)
        hold(page)
        start = time.perf_counter()
        let_go(page)
        seconds = time.perf_counter() - start
        found[SECONDS].append((seconds, seconds))
        open_page(page, url)
        hold(page)
        found["read"].append(longest(browser, page, let_go))
        for name, step in steps(one_more):
            found[name].append(longest(browser, page, step))
        context.close()
    return {
        name: (median(cpu for cpu, _ in blocks), median(clock for _, clock in blocks))
        for name, blocks in found.items()
    }


def print_table(table: dict[str, dict[str, Block]]) -> None:
    """Print a line a step and a column an arrival: by the processor, and by the clock."""
    say("".ljust(NAMES) + "".join(name.rjust(WIDTH) for name in table))
    for step in next(iter(table.values())):
        cells = [
            f"{cpu:.1f}" if step == SECONDS else f"{cpu:.0f} / {clock:.0f}"
            for cpu, clock in (values[step] for values in table.values())
        ]
        say(step.ljust(NAMES) + "".join(cell.rjust(WIDTH) for cell in cells))


def by_command(file: Path, text: str) -> float:
    """Return the seconds that the command takes for the same codes."""
    file.write_text(text, encoding="utf-8")
    program = Path(sys.executable).with_name("readiness")
    start = time.perf_counter()
    subprocess.run(  # our own command on our own file
        [program, "score", "--group", "--json", file],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
