/**
 * A team that was sorted out, with a few people taken out of it, without going through everybody anew.
 * Decides only where that is plain: who counts for somebody else, or stands beside somebody with the
 * same id or the same answers, is not; then the whole team is sorted out.
 */

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../group/deduplication.js").Person} Person */
/** @typedef {import("../group/frequencies.js").Frequencies} Frequencies */
/** @typedef {import("./one_team.js").Team} Team */
/** @typedef {import("./sorting_out.js").SortedOut} SortedOut */

const FEW = 20;
const SHARED_START = 6;

/**
 * What is left once a few people were taken out; null where it does not plainly follow.
 *
 * @param {Questionnaire} questionnaire
 * @param {SortedOut} known of the team before
 * @param {Team} before
 * @param {Team} after
 * @returns {SortedOut | null}
 */
export function sortedWithout(questionnaire, known, before, after) {
  const gone = takenOut(before.people, after.people);
  if (gone === null || known.preferred !== before.preferred) return null;
  const names = new Set(gone.map(({ name }) => name));
  const preferred = before.preferred.filter((name) => !names.has(name));
  if (preferred.join("\0") !== after.preferred.join("\0")) return null;
  if (!gone.every(({ isToday, isComplete }) => isToday && isComplete)) return null;
  if (!areAlone(gone, after.people)) return null;
  const frequencies = countedWithout(questionnaire, known.frequencies, gone);
  if (frequencies === null) return null;
  const people = known.gathered.people.filter(({ name }) => !names.has(name));
  return { preferred: after.preferred, gathered: { ...known.gathered, people }, frequencies };
}

/**
 * @param {Person[]} before
 * @param {Person[]} after
 * @returns {Person[] | null} who is no longer there; null for more than a few, or where others came
 */
function takenOut(before, after) {
  if (after.length >= before.length || after.length + FEW < before.length) return null;
  const gone = [];
  let at = 0;
  for (const person of before) {
    if (person === after[at]) at += 1;
    else gone.push(person);
  }
  return at === after.length ? gone : null;
}

/**
 * @param {Person[]} gone
 * @param {Person[]} others
 * @returns {boolean} whether none of them says whose it is, or what, as another one does
 */
function areAlone(gone, others) {
  const marks = new Set(gone.map(markOf));
  return marks.size === gone.length && others.every((person) => !marks.has(markOf(person)));
}

/**
 * @param {Person} person
 * @returns {string} which all contributions of one person share
 */
function markOf({ respondent, role, text }) {
  return respondent === null ? `${text}=${role ?? ""}` : respondent.slice(0, SHARED_START);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Frequencies} frequencies
 * @param {Person[]} gone
 * @returns {Frequencies | null} null where nobody of a role is left
 */
function countedWithout({ items }, frequencies, gone) {
  const people = new Map(frequencies.people);
  const histograms = new Map([...frequencies.items].map(([item, byRole]) => {
    return [item, new Map([...byRole].map(([role, counts]) => [role, [...counts]]))];
  }));
  for (const { role: named, slots } of gone) {
    const role = people.has(named) ? named : null;
    const left = (people.get(role) ?? 0) - 1;
    if (left < 1) return null;
    people.set(role, left);
    for (const [place, { id }] of items.entries()) {
      const [counts, slot] = [histograms.get(id)?.get(role), slots[place] ?? null];
      if (counts !== undefined && slot !== null) counts[slot] = (counts[slot] ?? 0) - 1;
    }
  }
  return { ...frequencies, people, respondents: frequencies.respondents - gone.length, items: histograms };
}
