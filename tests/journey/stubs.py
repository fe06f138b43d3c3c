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
DATABASE_LATE = """
window.hits = 0;
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...given) {
  window.hits += 1;
  const late = {};
  setTimeout(() => {
    const request = open.apply(this, given);
    for (const name of ["onupgradeneeded", "onsuccess", "onerror"]) {
      request[name] = (event) => {
        Object.defineProperty(late, "result", { value: request.result, configurable: true });
        late[name]?.(event);
      };
    }
  }, 4000);
  return late;
};
"""
DATABASE_FULL = """
window.hits = 0;
IDBObjectStore.prototype.put = function () { window.hits += 1; this.transaction.abort(); };
"""
ENTRIES_REFUSED = """
Storage.prototype.setItem = () => { throw new DOMException("stub", "QuotaExceededError"); };
"""
# Firefox's own name and number for a full localStorage.
ENTRIES_FULL_IN_FIREFOX = """
Storage.prototype.setItem = () => {
  window.hits = (window.hits ?? 0) + 1;
  const error = new DOMException("stub", "NS_ERROR_DOM_QUOTA_REACHED");
  Object.defineProperty(error, "code", { value: 1014 });
  throw error;
};
"""
