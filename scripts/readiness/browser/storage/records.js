/**
 * What is saved: one record for each answer, note, the role and the step; pure functions only.
 * Order is told by revision counters, never by clocks.
 */

const VERSION = 1;
// Far below where whole numbers stop being exact, so that counting on from any revision is safe.
const LAST_REVISION = 10 ** 12;
const KEY = /^(?:role|step|respondent|code|earlier|(?:answer|note):[a-z][a-z0-9-]*|round:[0-9]+)$/;

/**
 * @typedef {object} SavedRecord
 * @property {number} version the format of the record
 * @property {string} key `role`, `step`, `answer:<item>`, `note:<item>`, `round:<number>` …
 * @property {string | number | null} value null stands for "taken back"
 * @property {number} revision counts up over all records of a questionnaire
 * @property {string} tab settles equal revisions
 * @property {string} [meaning] fingerprint of the item that was answered
 * @property {string} [question] the words that were answered
 * @property {string} [level] the words that were chosen
 *
 * @typedef {{meaning?: string, question?: string, level?: string}} Asked what an answer was given to
 */

/**
 * Make a record of the present format.
 *
 * @param {string} key
 * @param {string | number | null} value
 * @param {number} revision
 * @param {string} tab
 * @param {Asked} [asked]
 * @returns {SavedRecord}
 */
export function makeRecord(key, value, revision, tab, asked = {}) {
  return { version: VERSION, key, value, revision, tab, ...asked };
}

/**
 * Tell whether something read from storage is a record that this version understands.
 *
 * @param {unknown} candidate
 * @returns {candidate is SavedRecord}
 */
export function isRecord(candidate) {
  if (typeof candidate !== "object" || candidate === null) return false;
  const { version, key, value, revision, tab, ...asked } = /** @type {Partial<SavedRecord>} */ (
    candidate
  );
  return (
    version === VERSION &&
    typeof key === "string" &&
    KEY.test(key) &&
    isValueOf(key, value) &&
    Number.isInteger(revision) &&
    Number(revision) > 0 &&
    Number(revision) < LAST_REVISION &&
    typeof tab === "string" &&
    [asked.meaning, asked.question, asked.level].every(isTextOrMissing)
  );
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {boolean}
 */
function isValueOf(key, value) {
  if (value === null) return true;
  if (!key.startsWith("answer:")) return typeof value === "string";
  if (value === "dk" || value === "na") return true;
  return Number.isInteger(value) && Number(value) >= 1;
}

/**
 * @param {unknown} text
 * @returns {boolean}
 */
function isTextOrMissing(text) {
  return text === undefined || typeof text === "string";
}

/**
 * Tell whether the first record was written after the second.
 *
 * @param {SavedRecord} record
 * @param {SavedRecord | undefined} other
 * @returns {boolean}
 */
export function isNewer(record, other) {
  if (other === undefined) return true;
  if (record.revision !== other.revision) return record.revision > other.revision;
  return record.tab > other.tab;
}

/**
 * Give a record the next revision where another stands that is not older: it comes after it.
 *
 * @param {SavedRecord} record
 * @param {SavedRecord} other
 * @returns {SavedRecord}
 */
export function overtaking(record, other) {
  return record.revision > other.revision ? record : { ...record, revision: other.revision + 1 };
}

/**
 * Find the newest of all.
 *
 * @param {Iterable<SavedRecord>} records
 * @returns {SavedRecord | null}
 */
export function newestOf(records) {
  /** @type {SavedRecord | null} */
  let newest = null;
  for (const record of records) if (isNewer(record, newest ?? undefined)) newest = record;
  return newest;
}

/**
 * Tell whether two records say the same, whenever it was said.
 *
 * @param {SavedRecord} record
 * @param {SavedRecord | undefined} other
 * @returns {boolean}
 */
export function saysTheSame(record, other) {
  return record.value === (other?.value ?? null) && record.meaning === other?.meaning;
}

/**
 * Keep the newest record of each key; whatever is no record is handed back as unread.
 *
 * @param {Iterable<unknown>} candidates
 * @returns {{records: Map<string, SavedRecord>, unread: unknown[]}}
 */
export function newestRecords(candidates) {
  /** @type {Map<string, SavedRecord>} */
  const records = new Map();
  const unread = [];
  for (const candidate of candidates) {
    if (!isRecord(candidate)) unread.push(candidate);
    else if (isNewer(candidate, records.get(candidate.key))) records.set(candidate.key, candidate);
  }
  return { records, unread };
}
