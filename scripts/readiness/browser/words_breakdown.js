/** Every sentence of the choice that comes before a report is seen. */

const persons = (/** @type {number} */ count) => (count === 1 ? "1 person" : `${count} people`);

export const chooseWords = {
  title: "Choose before you look",
  text:
    "Before any figure is seen, choose who is told of together. The choice follows from how many " +
    "people came, never from what they said.",
  legend: "Who is told of together",
  block: (/** @type {string} */ name, /** @type {number} */ size) => `${name} (${size})`,
  lockText:
    "Once the report is shown this choice stays: a second one beside it would tell of single people.",
  locked: (/** @type {string} */ blocks, /** @type {string} */ day) =>
    `Told of together since the report of ${day}: ${blocks}. This stays for this team and round.`,
  lockedRound: (/** @type {string} */ blocks, /** @type {string} */ team) =>
    `Told of together as in “${team}”: ${blocks}. This stays for all rounds of a team.`,
  asked: "How many were asked?",
  answered: (/** @type {number} */ came, /** @type {number} */ asked) => `${came} of ${asked} answered.`,
  fewerThanHalf:
    "That is fewer than half: the report speaks for those who answered, and the others may see it " +
    "differently.",
  tooMany: (/** @type {number} */ came, /** @type {number} */ asked) =>
    `${persons(came)} answered, ${asked} were asked: some answers are not of people you asked, or ` +
    "somebody answered under several ids. Look through “Everybody who came” before you go on.",
  wrongAsked: "How many were asked is a whole number from 1 to 1,000,000, or nothing.",
  name: "Name of the team on the report",
  nameTaken: (/** @type {string} */ name) => `There is a team “${name}” already. Take another name.`,
  named: (/** @type {string} */ name) => `The team is called “${name}” now.`,
  show: "Show the report",
  showAnew: "Show the report with what has changed",
  shown: (/** @type {string} */ team) => `The report of “${team}” is shown.`,
  chooseFirst: "Choose first who is told of together.",
  repeatsFirst: "Say first what is here twice: the questions stand under “What came”.",
  tooFew: (/** @type {number} */ came, /** @type {number} */ least) =>
    `${persons(came)} ${came === 1 ? "counts" : "count"} so far. A report needs at least ${least}, ` +
    "so that nobody can work out what any other single person said.",
  changed: (/** @type {string} */ day, /** @type {number} */ least) =>
    `People came or went since the report of ${day} was shown. It stays as it is until you show ` +
    `it anew; a question keeps its figures even then where fewer than ${least} answers have come, gone or ` +
    "changed halves of the scale.",
  closed: (/** @type {string} */ team, /** @type {string} */ later) =>
    `“${later}” was shown as a later round of “${team}”. The report of the earlier round stays as ` +
    "it is now.",
  shared: (
    /** @type {string} */ team,
    /** @type {string} */ other,
    /** @type {string[]} */ names,
    /** @type {number} */ more,
  ) =>
    `“${team}” has people who are in “${other}” too: ${names.join(", ")}` +
    `${more === 0 ? "" : ` and ${more} more`}. Two reports beside each other would tell of them. Is ` +
    "it a later round of the same team, or should they be left out here?",
  isRound: (/** @type {string} */ other) => `It is a later round of “${other}”`,
  takeOut: (/** @type {number} */ count) => (count === 1 ? "Take this person out here" : `Take these ${count} out here`),
  takenOut: (/** @type {number} */ count) => `${persons(count)} left out here.`,
  roundSaid: (/** @type {string} */ team, /** @type {string} */ other) =>
    `“${team}” is told as a later round of “${other}”.`,
};
