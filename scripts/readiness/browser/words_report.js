/** Every sentence of a group's report. Figures come in shown form; nothing is worked out here. */

const people = (/** @type {number} */ count) => (count === 1 ? "1 person" : `${count} people`);
const inWords = (/** @type {string[]} */ names) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
const LETTERS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const inLetters = (/** @type {number} */ count) => LETTERS[count] ?? "a few";
const lower = (/** @type {string} */ text) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

export const reportWords = {
  copy: "Copy the summary",
  copied: "The summary is copied. Paste it into a mail or into the minutes.",
  notCopied: "This browser does not let the page copy. The summary stands selected below the buttons: copy it from there.",
  copyLabel: "The summary as text",
  csv: "Save as a table (CSV)",
  csvName: "readiness-group-report.csv",
  print: "Print the report",
  printable: "Save as a printable file",
  printableName: "readiness-group-report.html",
  record: "Keep the record of this report",
  recordName: "readiness-group-record.json",
  recordHint:
    "The record is for whoever holds the files. Add it next time: the next report is then told beside " +
    "this one, so that nothing of single people follows from the two.",

  notShown: "not shown",
  none: "–",
  to: (/** @type {string} */ low, /** @type {string} */ high) => `${low} to ${high}`,
  of: (/** @type {number} */ part, /** @type {number} */ all) => `${part} of ${all}`,
  or: (/** @type {string} */ one, /** @type {string} */ other) => `${one} or ${other}`,
  tooFew: (/** @type {number} */ least) =>
    `Not shown: fewer than ${least} people with enough answers. Nothing is told of a smaller ` +
    `group, because its figures would show what single people answered. Bring at least ${least} together.`,

  eyebrow: (/** @type {string} */ questionnaire, /** @type {string} */ edition) =>
    `Group report · ${questionnaire} · edition ${edition}`,
  answered: (/** @type {number} */ count, /** @type {number | null} */ asked) =>
    asked === null ? people(count) : `${count} of ${asked} asked`,
  belowHalf:
    "Fewer than half of those asked: those who did not answer may see it quite differently. Do not " +
    "take this for the view of all.",
  outside: (/** @type {number} */ count) =>
    `Not told of: ${people(count)} in roles that came after this division was chosen, too few to be told apart.`,
  leftOut: (/** @type {number} */ count) =>
    `Not counted: ${people(count)} with too few questions answered.`,
  otherEdition: (/** @type {string} */ edition, /** @type {number} */ count) =>
    `Not counted: ${people(count)} who answered edition ${edition}, whose questions are not the same.`,
  earlier: (/** @type {number} */ count, /** @type {number} */ all) =>
    `On ${count} of ${all} questions the figures of an earlier report stay; each says of which day.`,
  everyone: "Everyone",
  noRole: "No role named",
  inUpperHalf: "In the upper half of the scale",
  atLeast: (/** @type {string} */ label) => `At least “${label}”`,
  blockOf: (/** @type {string} */ name, /** @type {number} */ count) => `${name} (${count})`,

  verdictOpen: "The report cannot say more without telling of single people.",
  indexLabel: "Index",
  outOf: "of 100",
  noIndex: "No index: too few answers.",
  scaleText: (/** @type {string} */ notYet, /** @type {string} */ ready) =>
    `below ${notYet}: not yet · from ${ready}: ready, unless a must-have is missing`,
  largeGaps: (/** @type {string[]} */ names, /** @type {number} */ count, /** @type {number} */ all) =>
    count === 0
      ? `${inWords(names)} see no theme very differently.`
      : `${inWords(names)} see ${count} of ${all} themes very differently.`,
  mustHaves: (/** @type {number} */ met, /** @type {number} */ all) =>
    `${met} of ${all} must-have${all === 1 ? "" : "s"} in place`,
  missingTitle: "Must-haves that are not in place",
  gateState: new Map([
    ["met", "Met"],
    ["not_met", "Not met"],
    ["find_out", "Find out"],
  ]),
  talkFirst: "Talk about this first",

  plotTitle: (/** @type {string} */ meaning) => `Who answers ${lower(meaning)}, by theme`,
  shareOf: (/** @type {string} */ name, /** @type {number} */ share) => `${name} ${share} %`,
  notShownOf: (/** @type {string} */ name) => `${name}: not shown`,
  points: (/** @type {number} */ size) => (size === 1 ? "1 point" : `${size} points`),
  large: (/** @type {string} */ size) => `${size}, large`,
  largeGap: "Large gap",
  above: (/** @type {string} */ one, /** @type {string} */ other, /** @type {string} */ size) =>
    `${one} ${size} above ${other}`,
  noGap: (/** @type {string} */ one, /** @type {string} */ other) => `${one} and ${other} alike`,
  scorePlotTitle: "Where each theme stands, lowest first",
  scorePlotKey: (/** @type {string} */ far, /** @type {string} */ near) =>
    `Scores from 0 to 100. A bar: the score lies between its ends. Lines: below ${far} the verdict ` +
    `is “not yet”, from ${near} a theme can be “ready”.`,
  weak: (/** @type {string} */ score, /** @type {string} */ limit) => `${score}, below ${limit}`,
  unscored: new Map([
    ["not_enough", "not enough answers"],
    ["does_not_apply", "does not apply"],
  ]),

  talkTitle: (/** @type {number} */ count) =>
    count === 5 ? "Five questions to talk about first" : "Questions to talk about first",
  talkNote: "with how you answered",
  talkNone: "No question is told of, so none can be put first.",
  talk: {
    gate_not_met: "A must-have that is not met.",
    gate_find_out: "A must-have to find out about: the answers leave open whether it is met.",
    apart: "Answers lie far apart.",
    low: "It stands low.",
    next: "It comes next in the order of how low it stands.",
    gap: "",
  },

  agreedTitle: "What was agreed",
  agreedNone: "Nothing has been agreed in a meeting yet.",
  agreedOf: (/** @type {number} */ count, /** @type {number} */ all) => `${count} of ${all}`,
  agreedIs: (/** @type {number | null} */ level) =>
    level === null ? "Talked about in the meeting, not agreed." : `Agreed in the meeting: level ${level}.`,

  stepsTitle: "Next steps for the group",
  stepsNote: (/** @type {number} */ count) => (count === 1 ? "1 step" : `${count} steps`),
  stepsNone: "No step stands out. Keep what you do.",
  stepFindOut: "Find out first: the answers leave open whether this is met. Ask those who know, or go and look.",
  stepTowards: "Work towards this: ",

  whyTitle: "What stands against “ready”",
  whyOf: (/** @type {string} */ verdict) => `Why “${verdict}”`,
  whyNote: (/** @type {number} */ count) => (count === 1 ? "1 reason" : `${count} reasons`),
  noCondition: "Nothing does.",
  conditions: {
    completeness: "No question applies to enough of the people who answered.",
    gate_failed: "A must-have is not met: ",
    gate_dont_know: "A must-have to find out about: ",
    gate_unanswered: "A must-have has no answer yet: ",
    gate_apart: "Answers to a must-have lie far apart; talk before you act: ",
    gate_gap: "A must-have is seen very differently; talk before you act: ",
    index: (/** @type {string} */ limit) => `The index should be at least ${limit}.`,
    below: (/** @type {string} */ name, /** @type {string} */ limit) =>
      `${name} should score at least ${limit}.`,
    unscored: (/** @type {string} */ name) => `${name}: not enough answers for a score. `,
    dont_know: (/** @type {string} */ limit) =>
      `More than ${limit} % of the answers are “I don’t know”. `,
    other_roles: (/** @type {string} */ limit) =>
      `A verdict of “ready” asks that at least ${limit} of the people named a role other than the first.`,
  },
  itIs: (/** @type {string} */ value) => ` It is ${value}.`,
  gapIs: (/** @type {string} */ value) => ` The gap is ${value} points.`,
  notSure: "This one may be fulfilled; the told figures leave it open.",
  findOut: "Find out: ",

  areasTitle: "Every theme in figures",
  areasNote: "the picture as a table",
  areasCaption: "Scores run from 0 to 100. “Answered” is the share of the score’s weight rated.",
  areasCaptionBlocks: (/** @type {string} */ meaning) =>
    `Scores run from 0 to 100. The columns of each part of the group: how many answer ${lower(meaning)}. The gap ` +
    "is in percentage points. ▼▼ below 20, ▼ below 40, ▲ from 60, ▲▲ from 80.",
  areaHead: "Theme",
  scoreHead: "Score",
  answeredHead: "Answered",
  gapHead: "Largest gap",

  itemsTitle: "Every question",
  itemsNote: (/** @type {number} */ count) => `${count}, by theme`,
  questions: (/** @type {number} */ count) => (count === 1 ? "1 question" : `${count} questions`),
  mustHaveIs: (/** @type {string} */ state) => `Must-have: ${state.toLowerCase()}.`,
  since: (/** @type {string} */ day, /** @type {number} */ least) =>
    `As told on ${day}. That changes only once at least ${least} answers in a part of the group have come, ` +
    "gone or changed halves of the scale, and nobody’s answer follows from the two reports.",
  who: "Who",
  rated: "Rated it",
  dontKnow: "Don’t know",
  doesNotApply: "Does not apply",
  blocksCaption: "Each part of the group, in people",
  mean: "Mean level",
  agreementLabel: "Agreement:",
  agreement: new Map([
    ["close", "close"],
    ["mixed", "mixed"],
    ["apart", "far apart"],
  ]),
  spread: (/** @type {string} */ ad, /** @type {string | null} */ rWg, /** @type {string | null} */ sd) =>
    `Average distance from the mean (AD): ${ad} levels.` +
    (rWg === null ? "" : ` r_wg: ${rWg}.`) +
    (sd === null ? "" : ` Standard deviation: ${sd}.`),
  ratedBy: (/** @type {number} */ count) => (count === 1 ? "1 person rated it" : `${count} people rated it`),
  levelColumns: ["Level", "People"],
  notByLevel: "not told",
  together: (/** @type {number} */ from, /** @type {number} */ to) =>
    from === to ? `Level ${from}` : `Levels ${from} to ${to} together`,
  pieceOf: (/** @type {string} */ name, /** @type {number} */ count) => `${name}: ${people(count)}`,
  // Without a digit: what is not told carries none anywhere.
  why: {
    tooFew: "Nothing is told here: too few people in each part of the group rated this question.",
    unknown: (/** @type {number} */ colluders) =>
      "Nothing is told here: too few people in each part of the group rated this question. In one part all " +
      `but at most ${inLetters(colluders)} of those who were asked did not know.`,
    doesNotApply: "Nothing is told here: in each part of the group the question applies to too few people.",
    halfAlike: (/** @type {number} */ colluders) =>
      `A striped half is told only as a number: all but at most ${inLetters(colluders)} of the people in it ` +
      "chose the same level, or an earlier report allows no more.",
    half: (/** @type {number} */ colluders) =>
      "What is striped is told only as a number: too few people answered there, all but at most " +
      `${inLetters(colluders)} of them chose the same level, or an earlier report allows no more.`,
    fewForLevels: "Too few people rated this to tell each level, so it is told in halves of the scale.",
    shortAlike: (/** @type {number} */ colluders) =>
      `No level is told: on so short a scale all but at most ${inLetters(colluders)} gave the same answer, or ` +
      "an earlier report allows no more.",
    short: (/** @type {number} */ colluders) =>
      "On so short a scale levels are told only of a part in which enough people rated the question, not all " +
      `but at most ${inLetters(colluders)} gave the same answer, and an earlier report allows it.`,
  },

  methodTitle: "What this report tells and hides",
  methodNote: "nobody’s answer follows from it",
  promise: (/** @type {number} */ colluders) =>
    "Nobody can work out from this report which level any other single person chose, not even " +
    (colluders === 1
      ? "somebody who knows their own answer."
      : `${colluders} people who put their answers together.`) +
    " What nearly everybody agrees on is told as a half of the scale.",
  rules: (/** @type {number} */ least, /** @type {number} */ most, /** @type {number} */ colluders) => [
    `Of fewer than ${least} people nothing is told.`,
    `Of a part of the group with fewer than ${most} people it is told how many chose the upper half of the ` +
      `scale. From ${most} people on, and of everyone as one group from ${least}, also how many chose each level.`,
    `Where all but at most ${inLetters(colluders)} of them chose the same half, and in it all but at most ` +
      `${inLetters(colluders)} the same level, only the half is told.`,
    "Scores, gaps, agreement, order and verdict follow from what is told, never from what is hidden. Where " +
      "that leaves a figure open, both its ends are shown.",
  ],
  limitsTitle: "It does not protect",
  limits: (/** @type {number} */ colluders) => [
    "from whoever holds the files of the answers;",
    colluders === 1
      ? "against two or more people who put their answers together;"
      : `against more than ${colluders} people who put their answers together;`,
    "against the knowledge that somebody in a small part of the group chose the lower half.",
  ],

  teamsTitle: "Teams beside each other",
  teamsCaption:
    "Index and themes of each team, 0 to 100. ▼▼ below 20, ▼ below 40, ▲ from 60, ▲▲ from 80. There is " +
    "no total: it would tell about the smallest team.",
  theme: "Theme",
  verdict: "Verdict",
  respondents: "People",

  shiftTitle: "Two rounds beside each other",
  shiftCaption: "A shift is told only where it is certain from the figures as they are shown.",
  shiftColumns: ["Area", "Then", "Now", "Shift"],
  shiftUp: (/** @type {string} */ size) => `up by ${size}`,
  shiftDown: (/** @type {string} */ size) => `down by ${size}`,
  shiftSame: "the same figure",
  shiftOpen: "cannot be told",
  shiftOtherEdition:
    "The rounds answered different editions. The figures stand beside each other, and no shift is told.",
};
