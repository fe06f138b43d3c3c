/** What files and pasted texts hold; nothing in them stops the rest. */

import { codeShape } from "../engine/response_code.js";
import { LARGEST_FILE } from "../engine/strict_json.js";
import { AnswersInText } from "../formats/answers_in_text.js";
import { decodeText } from "../formats/encodings.js";
import { TELLING_BYTES, foreignKind, textKind } from "../formats/foreign_files.js";
import { RecordError, isRecord, readRecord } from "../group/report_record.js";
import { newReading, readFound, readSaved } from "./contributions.js";
import { readAgreement } from "./decisions.js";

/** @typedef {import("./contributions.js").Reader} Reader */
/** @typedef {import("./contributions.js").Reading} Reading */
/** @typedef {import("../group/report_record.js").RecordJson} GroupRecord */
/** @typedef {import("./pace.js").Pace} Pace */
/** @typedef {import("./decisions.js").Agreed} Agreed */
/** @typedef {Reading & {record: GroupRecord | null, agreed: Agreed | null}} Batch */
/** @typedef {(done: number, all: number) => void} Progress */
/** @typedef {import("./contributions.js").RefusedSource} RefusedSource */
/** @typedef {import("../formats/answers_in_text.js").FoundAnswers} FoundAnswers */
/** @typedef {(source: string, found: FoundAnswers, number: number) => string} NameOf */
/** @typedef {{name: string, text: string, bytes: Uint8Array | null}} Source */

const LARGEST_TEXT = 100_000_000;
const OURS = "readiness-responses";
// A file that is refused for these, or names no format of ours, may be a text with answers in it.
const NOT_ONE_FILE = ["not-json", "truncated", "too-big"];
const STEPS = 1000;
// So many files are fetched from the disk at once; they are read one after the other.
const TOGETHER = 32;

/**
 * Read many files; one that is bad is named and stops nothing.
 *
 * @param {File[]} files
 * @param {Reader} reader
 * @param {NameOf} nameOf what was found in a file
 * @param {Pace} pace
 * @param {Progress} progress
 * @returns {Promise<Batch>}
 */
export async function readFiles(files, reader, nameOf, pace, progress) {
  /** @type {Batch} */
  const batch = { ...newReading(), record: null, agreed: null };
  for (let at = 0; at < files.length; at += TOGETHER) {
    const next = files.slice(at, at + TOGETHER);
    const read = await Promise.all(next.map(beginningOfFile));
    for (const [place, file] of next.entries()) {
      progress(at + place, files.length);
      await readFile(batch, file, read[place] ?? null, reader, nameOf, pace);
      await pace.rest();
    }
  }
  progress(files.length, files.length);
  return batch;
}

/**
 * Read a text that somebody pasted: saved responses and codes, whatever stands around them.
 *
 * @param {string} text
 * @param {string} name
 * @param {Reader} reader
 * @param {NameOf} nameOf
 * @param {Pace} pace
 * @param {Progress} progress
 * @returns {Promise<Batch>}
 */
export async function readText(text, name, reader, nameOf, pace, progress) {
  /** @type {Batch} */
  const batch = { ...newReading(), record: null, agreed: null };
  const source = { name, text, bytes: null };
  const nothing = await readSource(batch, source, reader, nameOf, pace, progress);
  const isWorthNaming = nothing !== null && nothing.outcome !== "not_a_code";
  if (isWorthNaming) batch.refused.push(nothing);
  return batch;
}

/**
 * @param {File} file
 * @returns {Promise<Uint8Array | null>} all of it, or its first bytes where it is large
 */
function beginningOfFile(file) {
  return bytesOf(file.size <= LARGEST_FILE ? file : file.slice(0, TELLING_BYTES));
}

/**
 * @param {Batch} batch
 * @param {File} file
 * @param {Uint8Array | null} bytes what `beginningOfFile` has found
 * @param {Reader} reader
 * @param {NameOf} nameOf
 * @param {Pace} pace
 */
async function readFile(batch, file, bytes, reader, nameOf, pace) {
  const name = file.webkitRelativePath || file.name;
  if (bytes === null) return refuse(batch, name, "unreadable");
  const kind = foreignKind(bytes, file.name);
  if (kind !== null) return refuse(batch, name, kind);
  if (file.size > LARGEST_TEXT) return refuse(batch, name, "too-big");
  const all = file.size <= LARGEST_FILE ? bytes : await bytesOf(file);
  if (all === null) return refuse(batch, name, "unreadable");
  const text = textOfBytes(all);
  if (text === null) return refuse(batch, name, "no_text");
  const { idle } = batch;
  const source = { name, text, bytes: all };
  const nothing = await readSource(batch, source, reader, nameOf, pace, () => {});
  if (nothing === null) return;
  batch.idle = idle;
  batch.refused.push(nothing);
}

/**
 * Read a text, which may be one saved response or hold many answers.
 *
 * @param {Batch} batch
 * @param {Source} source
 * @param {Reader} reader
 * @param {NameOf} nameOf
 * @param {Pace} pace
 * @param {Progress} progress
 * @returns {Promise<RefusedSource | null>} why there is nothing in it; null where there is
 */
async function readSource(batch, source, reader, nameOf, pace, progress) {
  const { name, text } = source;
  /** @type {RefusedSource | null} */
  let refused = null;
  if (/^[ \t\r\n]*\{/.test(text)) {
    readJsonSource(batch, source, reader);
    const last = batch.refused.at(-1);
    if (last === undefined || last.name !== name || isOneFile(last)) return null;
    refused = last;
    batch.refused.pop();
  }
  const count = await searchSource(batch, source, reader, nameOf, pace, progress);
  if (count > 1) return null;
  const isBroken = batch.refused.at(-1)?.outcome === "broken_file";
  if (count === 1 && !(refused !== null && isBroken)) return null;
  if (count === 1) batch.refused.pop();
  return nothingIn(name, text, refused);
}

/**
 * @param {RefusedSource} refused
 * @returns {boolean} whether it is one saved response that is not good
 */
function isOneFile({ outcome, place }) {
  return !NOT_ONE_FILE.includes(outcome) && place !== "format";
}

/**
 * @param {string} name
 * @param {string} text
 * @param {RefusedSource | null} refused
 * @returns {RefusedSource}
 */
function nothingIn(name, text, refused) {
  const isOurs = refused !== null && (refused.place !== null || refused.outcome === "truncated" || text.includes(OURS));
  const kind = textKind(text);
  if (kind === null && isOurs) return refused;
  return { name, outcome: kind ?? "not_a_code", place: null, found: "" };
}

/**
 * @param {Batch} batch
 * @param {Source} source
 * @param {Reader} reader
 */
function readJsonSource(batch, { name, text, bytes }, reader) {
  const own = text.length <= LARGEST_FILE ? parsedJson(text) : null;
  if (isRecord(own)) return readOwnRecord(batch, name, own, reader);
  const agreed = readAgreement(own, reader.questionnaire);
  if (agreed !== null) batch.agreed = agreed;
  else readSaved(batch, name, bytes ?? new TextEncoder().encode(text), reader);
}

/**
 * Keep the record of a published report as it was written, once it can be read.
 *
 * @param {Batch} batch
 * @param {string} name
 * @param {unknown} written
 * @param {Reader} reader
 */
function readOwnRecord(batch, name, written, { questionnaire }) {
  try {
    readRecord(questionnaire, questionnaire.fingerprint, written);
    batch.record = /** @type {GroupRecord} */ (written);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    batch.refused.push({ name, outcome: "record", place: null, found: error.message });
  }
}

/**
 * @param {string} text
 * @returns {unknown} null where it is no JSON; the reader of saved responses says why
 */
function parsedJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {Batch} batch
 * @param {Source} source
 * @param {Reader} reader
 * @param {NameOf} nameOf
 * @param {Pace} pace
 * @param {Progress} progress
 * @returns {Promise<number>} how many things were found
 */
async function searchSource(batch, { name, text }, reader, nameOf, pace, progress) {
  const search = new AnswersInText(text, codeShape(reader.questionnaire));
  while (search.undoMore()) await pace.rest();
  let count = 0;
  while (!search.isDone) {
    progress(Math.floor(search.done * STEPS), STEPS);
    for (const found of search.searchMore()) {
      count += 1;
      readFound(batch, nameOf(name, found, count), found, reader);
    }
    await pace.rest();
  }
  progress(STEPS, STEPS);
  batch.idle += search.idle;
  return count;
}

/**
 * @param {Batch} batch
 * @param {string} name
 * @param {string} outcome
 */
function refuse(batch, name, outcome) {
  batch.refused.push({ name, outcome, place: null, found: "" });
}

/**
 * @param {Blob} file
 * @returns {Promise<Uint8Array | null>} null where the browser cannot read it
 */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {string | null} null where they are no text
 */
function textOfBytes(bytes) {
  if (bytes.length <= LARGEST_FILE) return decodeText(bytes);
  try {
    // The browser is many times faster than we are, where nothing has to be guessed.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.slice(0, TELLING_BYTES).includes("\0") ? decodeText(bytes) : text;
  } catch {
    return decodeText(bytes);
  }
}
