"""What a browser really keeps for the site, read and changed from beside the form.

All of it works on a page of the same origin that runs no script of ours: a picture. So what is
found is what the browser has stored, not what the form says about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from playwright.sync_api import Page

PICTURE = "assets/images/favicon.png"
PLACE = "readiness / customer-focus-before-lean"

READ_DATABASES = """async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const open = (database, store) => database.transaction(store).objectStore(store);
  const found = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const contents = await Promise.all(stores.map((store) => done(open(database, store).getAll())));
    found[name] = Object.fromEntries(stores.map((store, at) => [store, contents[at]]));
    database.close();
  }
  return found;
}"""

MAKE_DATABASE = """([name, version, stores, values]) => new Promise((resolve, reject) => {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [store, options] of stores) request.result.createObjectStore(store, options);
  };
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const transaction = database.transaction([...database.objectStoreNames], "readwrite");
    for (const [store, value] of values) transaction.objectStore(store).put(value);
    transaction.oncomplete = () => { database.close(); resolve(); };
    transaction.onabort = () => reject(transaction.error);
  };
})"""

# In ever smaller entries; what is left in the end is less than the shortest of them.
FILL_UP = """() => {
  let entries = 0;
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    for (let go = true; go; entries += 1) {
      try { localStorage[`f${entries}`] = "x".repeat(size); } catch { go = false; }
    }
  }
}"""
IS_FULL = '() => { try { localStorage.more = "x"; } catch (error) { return error.name; } }'

STORES = [["records", {"keyPath": "key"}], ["aside", {"autoIncrement": True}]]


def beside(page: Page, site: str) -> Page:
    """Go to a page of the origin on which nothing of the site runs."""
    page.goto(site + PICTURE)
    return page


def databases(page: Page) -> dict[str, dict[str, list[Any]]]:
    """Return every database of the origin: its stores with their values."""
    found: dict[str, dict[str, list[Any]]] = page.evaluate(READ_DATABASES)
    return found


def entries(page: Page) -> dict[str, str]:
    """Return what localStorage holds of ours; the theme keeps its palette there too."""
    found: dict[str, str] = page.evaluate("() => ({ ...localStorage })")
    return {key: text for key, text in found.items() if key.startswith("readiness ")}


def stored_answers(page: Page) -> dict[str, Any]:
    """Return the answers in the database of the demo, by item."""
    records = databases(page).get(PLACE, {}).get("records", [])
    return {
        record["key"].removeprefix("answer:"): record["value"]
        for record in records
        if record["key"].startswith("answer:") and record["value"] is not None
    }


def plant(page: Page, values: Iterable[Any], name: str = PLACE) -> None:
    """Put values into the store of records as the form itself lays it out."""
    page.evaluate(MAKE_DATABASE, [name, 1, STORES, [["records", value] for value in values]])


def plant_newer(page: Page, values: Iterable[Any], version: int, name: str = PLACE) -> None:
    """Make the database as a later version of the page might, with one store of its own shape."""
    stores = [["answers", {"autoIncrement": True}]]
    page.evaluate(MAKE_DATABASE, [name, version, stores, [["answers", value] for value in values]])


def plant_entries(page: Page, texts: Mapping[str, str]) -> None:
    """Put texts into localStorage."""
    page.evaluate("(texts) => Object.assign(localStorage, texts)", dict(texts))


def forget(page: Page, address: str, kinds: str = "all") -> None:
    """Clear what the browser keeps for an origin, from outside any page."""
    parts = urlsplit(address)
    session = page.context.new_cdp_session(page)
    origin = f"{parts.scheme}://{parts.netloc}"
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": kinds})
    session.detach()
