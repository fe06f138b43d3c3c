"""Everything that a browser keeps for a page, as one text to be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

READ_ALL = """async () => {
  const found = [{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie,
    window.name, JSON.stringify(history.state)];
  for (const { name, version } of await indexedDB.databases()) {
    const database = await new Promise((done, failed) => {
      const opening = indexedDB.open(name, version);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    for (const store of database.objectStoreNames) {
      found.push(await new Promise((done) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => done([name, store, reading.result]);
      }));
    }
    database.close();
  }
  for (const name of await caches.keys()) found.push(name);
  return JSON.stringify(found);
}"""


def traces(page: Page, words: Iterable[str]) -> list[str]:
    """Return the words that some store still holds, or the page itself, fields included."""
    kept = page.evaluate(READ_ALL)
    seen = page.locator("[data-readiness=team]").evaluate(
        "root => root.outerHTML + [...root.querySelectorAll('input, textarea')]"
        ".map(({ value }) => value).join(' ')"
    )
    return [word for word in words if word in kept or word in seen]
