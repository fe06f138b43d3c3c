/** The files of a drop, of a choice or of whole folders; and what they and pasted texts hold. */

import { LARGEST_FILE } from "../engine/strict_json.js";
import { RecordError, isRecord, readRecord } from "../group/report_record.js";
import { isJsonLike, newReading, piecesOf, readCodes, readSaved } from "./contributions.js";
import { readAgreement } from "./decisions.js";

/** @typedef {import("./contributions.js").Reader} Reader */
/** @typedef {import("./contributions.js").Reading} Reading */
/** @typedef {import("../group/report_record.js").RecordJson} GroupRecord */
/** @typedef {import("./pace.js").Pace} Pace */
/** @typedef {import("./decisions.js").Agreed} Agreed */
/** @typedef {Reading & {record: GroupRecord | null, agreed: Agreed | null}} Batch */
/** @typedef {(done: number, all: number) => void} Progress */

const LARGEST_TEXT = 100_000_000;
const FIRST_BYTES = 16;
// So many files are fetched from the disk at once; they are read one after the other.
const TOGETHER = 32;

/**
 * Read many files; one that is bad is named and stops nothing.
 *
 * @param {File[]} files
 * @param {Reader} reader
 * @param {(file: string, number: number) => string} nameOf a code in a file
 * @param {Pace} pace
 * @param {Progress} progress
 * @returns {Promise<Batch>}
 */
export async function readFiles(files, reader, nameOf, pace, progress) {
  /** @type {Batch} */
  const batch = { ...newReading(), record: null, agreed: null };
  for (let at = 0; at < files.length; at += TOGETHER) {
    const next = files.slice(at, at + TOGETHER);
    const read = await Promise.all(next.map(beginningOf));
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
 * Read a text that somebody pasted: one saved response, or anything with codes in it.
 *
 * @param {string} text
 * @param {string} name
 * @param {Reader} reader
 * @param {(file: string, number: number) => string} nameOf
 * @param {Pace} pace
 * @param {Progress} progress
 * @returns {Promise<Batch>}
 */
export async function readText(text, name, reader, nameOf, pace, progress) {
  /** @type {Batch} */
  const batch = { ...newReading(), record: null, agreed: null };
  if (/^\s*\{/.test(text)) {
    readSaved(batch, name, new TextEncoder().encode(text), reader);
  } else {
    await readPieces(batch, name, text, reader, nameOf, pace, progress);
  }
  return batch;
}

/**
 * @param {File} file
 * @returns {Promise<Uint8Array | null>} all of it, or its first bytes where it is large
 */
function beginningOf(file) {
  return bytesOf(file.size <= LARGEST_FILE ? file : file.slice(0, FIRST_BYTES));
}

/**
 * @param {Batch} batch
 * @param {File} file
 * @param {Uint8Array | null} bytes what `beginningOf` has found
 * @param {Reader} reader
 * @param {(file: string, number: number) => string} nameOf
 * @param {Pace} pace
 */
async function readFile(batch, file, bytes, reader, nameOf, pace) {
  const name = file.webkitRelativePath || file.name;
  const isSmall = file.size <= LARGEST_FILE;
  if (bytes === null) return refuse(batch, name, "unreadable");
  const isJson = isJsonLike(bytes);
  if (!isSmall && (isJson || file.size > LARGEST_TEXT)) return refuse(batch, name, "too-big");
  if (isJson) return readJsonFile(batch, name, bytes, reader);
  const decoded = decodedText(isSmall ? bytes : await bytesOf(file));
  if (decoded === null) return refuse(batch, name, "not-json");
  const { people, refused, idle } = batch;
  const before = people.length + refused.length;
  await readPieces(batch, name, decoded, reader, nameOf, pace, () => {});
  if (people.length + refused.length > before) return;
  batch.idle = idle;
  refuse(batch, name, "not_a_code");
}

/**
 * @param {Batch} batch
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {Reader} reader
 */
function readJsonFile(batch, name, bytes, reader) {
  const own = parsedJson(bytes);
  if (isRecord(own)) return readOwnRecord(batch, name, own, reader);
  const agreed = readAgreement(own, reader.questionnaire);
  if (agreed !== null) batch.agreed = agreed;
  else readSaved(batch, name, bytes, reader);
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
 * @param {Uint8Array} bytes
 * @returns {unknown} null where it is no JSON; the reader of saved responses says why
 */
function parsedJson(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/**
 * @param {Batch} batch
 * @param {string} name
 * @param {string} text
 * @param {Reader} reader
 * @param {(file: string, number: number) => string} nameOf
 * @param {Pace} pace
 * @param {Progress} progress
 */
async function readPieces(batch, name, text, reader, nameOf, pace, progress) {
  const nameOfCode = (/** @type {number} */ number) => nameOf(name, number);
  const pieces = piecesOf(text);
  let codes = 0;
  for (const [done, piece] of pieces.entries()) {
    progress(done, pieces.length);
    codes += readCodes(batch, nameOfCode, codes, piece, reader);
    await pace.rest();
  }
  progress(pieces.length, pieces.length);
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
 * @param {Uint8Array | null} bytes
 * @returns {string | null} null where it is no text in UTF-8
 */
function decodedText(bytes) {
  try {
    if (bytes === null) return null;
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The files of a drop, those in dropped folders too; to be called while the drop is being handled.
 *
 * @param {DataTransfer} dropped
 * @returns {Promise<File[]>}
 */
export async function droppedFiles(dropped) {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return [...dropped.files];
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : filesIn(entry))));
  return found.flat();
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>} without what the browser does not let the page read
 */
async function filesIn(entry) {
  if (entry.isFile) {
    const file = /** @type {FileSystemFileEntry} */ (entry);
    return new Promise((resolve) => {
      file.file((found) => resolve([found]), () => resolve([]));
    });
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const found = [];
  for (let more = await folderEntries(reader); more.length > 0; more = await folderEntries(reader)) {
    for (const one of more) found.push(...(await filesIn(one)));
  }
  return found;
}

/**
 * @param {FileSystemDirectoryReader} reader
 * @returns {Promise<FileSystemEntry[]>} the next hundred or so; none at the end
 */
function folderEntries(reader) {
  return new Promise((resolve) => {
    reader.readEntries(resolve, () => resolve([]));
  });
}
