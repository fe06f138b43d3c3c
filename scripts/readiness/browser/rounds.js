/** Finishes a round and begins the next: what was said moves into one record, whole, first. */

import { evaluate } from "./engine/evaluation.js";
import { savedNotes, replaceAll } from "./everything.js";
import { optionalText, readAnswers, readOldAnswers, readTexts } from "./engine/file_parts.js";
import { writeJson } from "./engine/json_text.js";
import { resultJson } from "./engine/result_json.js";
import { readJson } from "./engine/strict_json.js";
import { roundOf } from "./engine/written_file.js";

/** @typedef {import("./session.js").Session} Session */

/**
 * Keep the present answers as a finished round, then take them back from the form.
 * Where the browser stops in between, the round is kept and some answers still stand in the form.
 *
 * @param {Session} session
 * @param {"shown" | "hidden"} earlier whether the form shows these answers in the next round
 * @param {Date} today
 */
export function finishRound(session, earlier, today) {
  const { questionnaire, role, saved, answers } = session;
  const notes = savedNotes(session);
  const result = resultJson(evaluate(questionnaire, { role, answers }));
  const published = readJson(new TextEncoder().encode(JSON.stringify(result)));
  const finished = dayOf(today);
  const text = writeJson(roundOf(questionnaire, { finished, role, saved, notes, published }));
  session.say(`round:${session.rounds.length + 1}`, text);
  session.say("earlier", earlier);
  for (const { id } of saved) session.say(`answer:${id}`, null);
  for (const item of notes.keys()) session.say(`note:${item}`, null);
  session.say("step", null);
}

/**
 * @param {Date} date
 * @returns {string} the day where the person is, as 2026-01-31
 */
function dayOf(date) {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Put the last round back into the form, where nothing has been answered since.
 *
 * @param {Session} session
 */
export function takeUpLastRound(session) {
  const texts = session.rounds;
  const round = readJson(new TextEncoder().encode(texts.at(-1) ?? "null"));
  if (!(round instanceof Map)) return;
  replaceAll(session, {
    role: optionalText(round, "role"),
    saved: [...readAnswers(round), ...readOldAnswers(round)],
    notes: readTexts(round, "notes"),
    rounds: texts.slice(0, -1),
  });
}
