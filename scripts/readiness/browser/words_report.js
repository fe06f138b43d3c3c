/** Every sentence of a group's report. Figures come in shown form; nothing is worked out here. */

const people = (/** @type {number} */ count) => (count === 1 ? "1 person" : `${count} people`);

export const reportWords = {
  csv: "Save as a table (CSV)",
  csvName: "readiness-group-report.csv",
  print: "Print the report",
  printable: "Save as a printable file",
  printableName: "readiness-group-report.html",
  record: "Keep the record of this report",
  recordName: "readiness-group-record.json",
  recordHint:
    "The record is for whoever holds the files. Add it next time, and the page warns where the two " +
    "reports together would show what single people answered.",
  tooFewNew: (/** @type {number} */ changed, /** @type {number} */ least) =>
    `Since the report before, ${people(changed)} came, went or changed their answers. ` +
    `Whoever has both reports could work out their answers. Wait until there are ${least}.`,

  notShown: "not shown",
  none: "–",
  to: (/** @type {string} */ low, /** @type {string} */ high) => `${low} to ${high}`,
  tooFew: (/** @type {number} */ least) =>
    `Not shown: fewer than ${least} people with enough answers. Nothing is told of a smaller ` +
    `group, because its figures would show what single people answered. Bring at least ${least} together.`,
  protects: (/** @type {number} */ least) =>
    "This report protects the people who answered from its readers, not from whoever holds their " +
    `files. Figures of fewer than ${least} people are not shown, nor any from which theirs would follow.`,
  protectsNobody:
    "This report hides nothing: whoever reads it can see what single people answered. It is for " +
    "those who hold the files anyway.",

  eyebrow: (/** @type {string} */ questionnaire, /** @type {string} */ edition) =>
    `Group report · ${questionnaire} · edition ${edition}`,
  indexLabel: "Index",
  outOf: "of 100",
  noIndex: "No index: too few answers.",
  scaleText: (/** @type {string} */ notYet, /** @type {string} */ ready) =>
    `Below ${notYet}: not yet. From ${ready}: ready, if nothing else stands against it.`,
  whoTitle: "Who answered",
  everybody: "Everybody",
  completeness: "Questions dealt with",
  dontKnowShare: "“I don’t know” among the answers",
  leftOut: (/** @type {number} */ count) =>
    `Not counted: ${people(count)} with too few questions answered.`,
  otherEdition: (/** @type {string} */ edition, /** @type {number} */ count) =>
    `Not counted: ${people(count)} who answered edition ${edition}, whose questions are not the same.`,

  whyTitle: "Why",
  noCondition: "No condition is open.",
  conditions: {
    completeness: (/** @type {string} */ limit) =>
      `Too few of the questions are dealt with; a verdict needs ${limit}%.`,
    gate_failed: "A precondition is not met: ",
    gate_dont_know: "Too few people could rate a precondition; find out: ",
    gate_unanswered: "A precondition has no answer yet: ",
    gate_apart: "Answers to a precondition differ; talk before you act: ",
    gate_gap: "Roles see a precondition differently; talk before you act: ",
    index: (/** @type {string} */ limit) => `The index should be at least ${limit}.`,
    below: (/** @type {string} */ name, /** @type {string} */ limit) =>
      `${name} should score at least ${limit}.`,
    unscored: (/** @type {string} */ name) => `${name}: not enough answers for a score. `,
    dont_know: (/** @type {string} */ limit) =>
      `More than ${limit}% of the answers are “I don’t know”. `,
    other_roles: (/** @type {string} */ limit) =>
      `A verdict of “ready” asks that at least ${limit} of the people do not lead.`,
  },
  itIs: (/** @type {string} */ value) => ` It is ${value}.`,
  findOut: "Find out: ",
  gatesTitle: "Preconditions",
  gatesText: (/** @type {string} */ share) =>
    `No score makes up for these. One is met where at least ${share} of those asked reach its level.`,
  sharesHidden: "How many reach it is not shown.",
  gateState: new Map([
    ["passed", "Met"],
    ["failed", "Not met"],
    ["dont_know", "Not known"],
    ["unanswered", "No answer yet"],
    ["not_asked", "Not asked"],
  ]),
  gateEffect: new Map([
    ["stop", "Without it the verdict stays “not yet”."],
    ["hold", "Without it the verdict cannot be “ready”."],
  ]),
  needed: "Needed at least: ",
  reached: "Reached by: ",

  areasTitle: "Dimensions and themes",
  areasCaption: "Scores run from 0 to 100. “Answered” is the share of the score’s weight rated.",
  areaColumns: ["Area", "Score", "On average at least", "Answered"],
  notEnough: "not enough answers",
  doesNotApply: "does not apply",

  talkTitle: "Talk about this first",
  talkText: "The most pressing first. Each line says why it stands here.",
  talkNone: "Nothing stands out: preconditions are met, answers lie close, and roles agree.",
  talk: {
    gate_failed: "A precondition that is not met.",
    gate_dont_know: "A precondition that too few people could rate: find out.",
    apartBy: (/** @type {string} */ ad) =>
      `Answers differ: they lie ${ad} levels from their mean on average. Talk before acting.`,
    apart: "Answers differ widely. Talk before acting.",
    apartIn: (/** @type {string} */ role) => `Within ${role}, answers differ widely.`,
    gap: (/** @type {string} */ gap) => `Roles see it differently: ${gap}.`,
    dont_know: (/** @type {string} */ share) => `Many do not know: ${share} of the answers.`,
  },

  heatTitle: "Themes by role",
  heatCaption:
    "Score of each theme, as each role sees it. Reddish fields are low, bluish ones high; the " +
    "figure says how much. Below each theme stand the gaps between roles.",
  theme: "Theme",
  everybodyHead: "Everybody",
  largeGap: "Large gap",
  gap: (/** @type {string} */ one, /** @type {string} */ other, /** @type {string} */ size) =>
    `${one} ${size} ${other}`,
  noGap: (/** @type {string} */ one, /** @type {string} */ other, /** @type {string} */ size) =>
    `${one} and ${other} alike (${size})`,
  above: (/** @type {string} */ size) => `${size} above`,
  below: (/** @type {string} */ size) => `${size} below`,
  between: (/** @type {string} */ below, /** @type {string} */ above) =>
    `between ${below} below and ${above} above`,
  points: "points",
  levels: "levels",

  itemsTitle: "Every question",
  itemsText:
    "The mark is the mean, the band around it the average distance from the mean (AD). The bar " +
    "below has lower levels to its left and higher ones to its right.",
  itemColumns: ["Who", "Raters", "Mean level", "Points", "Spread"],
  itemCaption: "Mean level, points and spread",
  apart: new Map([
    [true, "Differ"],
    [false, "Close"],
  ]),
  oneRater: "One answer alone has no spread.",
  apartLong: new Map([
    [true, "Answers differ: talk before acting."],
    [false, "Answers do not differ widely."],
  ]),
  ad: (/** @type {string} */ ad) => `Average distance from the mean (AD): ${ad} levels.`,
  rWg: (/** @type {string} */ value, /** @type {string} */ reading) =>
    `r_wg: ${value}, customarily read as ${reading}.`,
  sd: (/** @type {string} */ sd) => `Standard deviation: ${sd}.`,
  spreadLabel: "Spread: ",
  // From 0 up, by what the figure shows: the customary reading is a rule of thumb, not a test.
  readings: [
    "no agreement", "no agreement", "no agreement", "no agreement",
    "weak agreement", "weak agreement", "moderate agreement", "moderate agreement",
    "strong agreement", "strong agreement", "very strong agreement",
  ],
  gapsLabel: "Gaps between roles: ",
  dontKnow: "I don’t know",
  dontKnowOf: (/** @type {string} */ share) => `${share} of the answers`,
  distributionCaption: "How often each level was chosen",
  distributionColumns: ["Level", "People"],
  noDistribution:
    "How often each level was chosen is not shown: too few people rated this, or the picture would " +
    "give away what some of them answered.",
  itemHidden: "Not shown: too few people rated this question.",

  teamsTitle: "Teams beside each other",
  teamsCaption: "Index and themes of each team. There is no total: it would tell about the smallest team.",
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
