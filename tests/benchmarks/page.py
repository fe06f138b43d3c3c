"""Prints what the form page costs, beside a plain Material page with the same bare questions.

    .venv/bin/python tests/benchmarks/page.py [ROUNDS]

Four figures, ours and the plain page's taken in turn, medians, and their ratio:

- bytes on the wire: everything that a browser with an empty cache loads for the form page, packed;
- first usable answer: from the start of the navigation until a click on the first radio that is
  laid out has been taken and painted, at a quarter of the processor's speed;
- answer to paint: from a real mouse click on an answer (the event's own time) until the frame
  after it is painted, at a quarter of the speed, for 60 answers a round, each another one;
- build: `mkdocs build` of the whole site, as a process.

Nothing here passes or fails: machines differ, ratios of one run say most.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.gzip_host import pack_and_serve
from benchmarks.plain_site import write_plain_site
from playwright.sync_api import sync_playwright
from tools import browser as browsers
from tools.building import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, CDPSession, Page

SLOWED = 4
AFTER_PAINT = """
window.afterPaint = (then) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => then(performance.now());
  channel.port2.postMessage(0);
});
"""
FIRST_ANSWER = (
    AFTER_PAINT
    + """
window.firstUsable = new Promise((done) => {
  const look = () => {
    const radio = document.querySelector("input[type=radio]");
    if (!radio || radio.getClientRects().length === 0) return requestAnimationFrame(look);
    radio.click();
    afterPaint(done);
  };
  requestAnimationFrame(look);
});
"""
)
CLICKS = (
    AFTER_PAINT
    + """
window.latencies = [];
addEventListener("click", (event) => {
  if (event.target.matches?.("input")) afterPaint((end) => latencies.push(end - event.timeStamp));
}, true);
"""
)


def main() -> None:
    """Build both sites, measure in turn and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with TemporaryDirectory() as name:
        work = Path(name)
        sources = {"ours": ROOT, "plain": write_plain_site(work / "plain")}
        rows = {"build, s": in_turn(rounds, sources, lambda source: built(source, work / "site"))}
        sites = {who: build(work / f"{who}-site", folder=sources[who]) for who in sources}
        with (
            pack_and_serve(sites["ours"]) as ours,
            pack_and_serve(sites["plain"]) as plain,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(
                executable_path=browsers.find(), args=browsers.UNDER_PLAYWRIGHT
            )
            urls = {"ours": f"{ours}take/", "plain": f"{plain}take/"}
            measures: dict[str, Callable[[str], float]] = {
                "bytes on the wire": lambda url: wire_bytes(browser, url),
                "first usable answer, ms": lambda url: first_usable(browser, url),
                "answer to paint, ms": lambda url: answer_to_paint(browser, url),
            }
            for title, measure in measures.items():
                rows[title] = in_turn(rounds, urls, measure)
            browser.close()
    show(rows)


def in_turn(
    rounds: int, subjects: dict[str, Any], measure: Callable[[Any], float]
) -> dict[str, list[float]]:
    """Measure A B A B …, after one round that does not count."""
    figures: dict[str, list[float]] = {who: [] for who in subjects}
    for number in range(rounds + 1):
        for who, subject in subjects.items():
            figure = measure(subject)
            if number > 0:
                figures[who].append(figure)
    return figures


def built(source: Path, site: Path) -> float:
    """Return the seconds that a build takes."""
    start = time.perf_counter()
    build(site, folder=source)
    return time.perf_counter() - start


def wire_bytes(browser: Browser, url: str) -> float:
    """Return the bytes that a first visit loads."""
    page = browser.new_context().new_page()
    session = page.context.new_cdp_session(page)
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    page.context.close()
    return sum(sizes)


def first_usable(browser: Browser, url: str) -> float:
    """Return the milliseconds from navigation to a painted first answer."""
    page, _ = slowed_page(browser, FIRST_ANSWER)
    page.goto(url, wait_until="commit")
    figure: float = page.evaluate("firstUsable")
    page.context.close()
    return figure


def answer_to_paint(browser: Browser, url: str) -> float:
    """Return the median milliseconds from a click on an answer to the frame that shows it."""
    page, _ = slowed_page(browser, CLICKS)
    page.goto(url, wait_until="networkidle")
    if page.locator(".rd-form").count():  # playwright waits until the script has made the button
        page.click(".rd-next")
    page.evaluate("latencies.length = 0")
    for value in ("1", "2", "3", "4", "5", "dk") * 3:
        for radio in page.locator(f"fieldset:visible input[value='{value}']").all()[:4]:
            if len(page.evaluate("latencies")) < 60:  # as the text above says
                radio.click()
    figures: list[float] = page.evaluate("new Promise((done) => afterPaint(() => done(latencies)))")
    page.context.close()
    return median(figures)


def slowed_page(browser: Browser, script: str) -> tuple[Page, CDPSession]:
    """Return a fresh page at a quarter of the speed, with a script before all others."""
    page = browser.new_context().new_page()
    page.add_init_script(script)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    return page, session


def show(rows: dict[str, dict[str, list[float]]]) -> None:
    """Print medians and the median of the ratios, pair by pair."""
    sys.stdout.write(f"{'':26}{'ours':>12}{'plain':>12}{'ratio':>8}\n")
    for title, figures in rows.items():
        pairs = zip(figures["ours"], figures["plain"], strict=True)
        ratio = median(ours / plain for ours, plain in pairs)
        ours, plain = median(figures["ours"]), median(figures["plain"])
        sys.stdout.write(f"{title:26}{ours:12.2f}{plain:12.2f}{ratio:8.2f}\n")


if __name__ == "__main__":
    main()
