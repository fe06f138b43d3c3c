"""Browsers that do not keep what they are given, as scripts that run before the page.

STUBS: what these browsers do cannot be had from a Chromium that is in order. Each counts its
hits, so that a test can prove that it was met.
"""

DATABASE_REFUSED = """
window.hits = 0;
IDBFactory.prototype.open = () => { window.hits += 1; throw new DOMException("stub"); };
"""
DATABASE_GONE = "window.hits = 1; delete window.indexedDB; delete Window.prototype.indexedDB;"
DATABASE_SILENT = (
    "window.hits = 0; IDBFactory.prototype.open = () => { window.hits += 1; return {}; };"
)
DATABASE_FULL = """
window.hits = 0;
IDBObjectStore.prototype.put = function () { window.hits += 1; this.transaction.abort(); };
"""
ENTRIES_REFUSED = """
Storage.prototype.setItem = () => { throw new DOMException("stub", "QuotaExceededError"); };
"""
