/**
 * The shapes that the modules hand to each other. Types only: nothing here runs.
 *
 * @typedef {{n: bigint, d: bigint}} Ratio in lowest terms, d above 0
 *
 * @typedef {number | "dk" | "na"} Answer a level from 1, don't know, does not apply
 * @typedef {"rated" | "dontKnow" | "notApplicable" | "unanswered" | "notAsked"} State
 * @typedef {"not_yet" | "conditions" | "ready" | "none"} Verdict
 * @typedef {"scored" | "not_enough" | "does_not_apply"} ScoreState
 *
 * @typedef {{min: number, effect: "stop" | "hold"}} Gate
 * @typedef {object} AskedItem an item as the form knows it: nothing that scores it
 * @property {string} id
 * @property {string[]} roles who is asked; empty means everybody
 * @property {number} levels how many there are
 * @property {boolean} allowNa never on a gate
 * @property {string[]} was earlier ids
 * @property {string} fingerprint
 * @property {number} seconds
 *
 * @typedef {object} Scored
 * @property {string} scale
 * @property {number} weight
 * @property {Gate | null} gate
 * @property {string[]} by who can do what is advised; empty means everybody
 * @property {Ratio[]} points of each level, lowest first
 * @property {number | null} cut so many levels are the low half; null without halves
 *
 * @typedef {AskedItem & Scored} Item
 *
 * @typedef {{id: string, title: string, weight: number, dimension: string, items: Item[]}} Theme
 * @typedef {{id: string, title: string, weight: number, themes: Theme[]}} Dimension
 * @typedef {{id: string, points: Ratio[], cut: number | null, labels: string[]}} Scale
 * @typedef {{index: Ratio, dimension: Ratio, theme: Ratio}} Cuts
 *
 * @typedef {object} VerdictRules
 * @property {{score: Ratio, verdict: Ratio}} completeness
 * @property {Ratio} themeShare
 * @property {Cuts} notYet
 * @property {Cuts & {dontKnow: Ratio}} ready
 * @property {Ratio} notApplicable
 * @property {Record<Verdict, string>} labels
 * @property {Record<Verdict, string>} meanings one sentence each
 *
 * @typedef {object} GroupRules
 * @property {number} kMin
 * @property {number} distributionMin
 * @property {Ratio} gateShare
 * @property {{share: Ratio}} gap
 * @property {number} colluders so many people who put their answers together learn no other's
 *
 * @typedef {object} AskedQuestionnaire a questionnaire as the form knows it
 * @property {string} id
 * @property {{id: string}[]} roles
 * @property {AskedItem[]} items
 * @property {AskedItem[]} asked the items in the order of asking
 *
 * @typedef {object} Questionnaire
 * @property {string} id
 * @property {string} edition
 * @property {string | null} published when the edition came out, in words
 * @property {string} fingerprint
 * @property {string} title
 * @property {{id: string, label: string}[]} roles
 * @property {Map<string, Scale>} scales
 * @property {{from: Ratio, label: string}[]} bands rising from 0 points
 * @property {VerdictRules} verdict
 * @property {GroupRules} group
 * @property {Dimension[]} dimensions in the order of reporting
 * @property {Item[]} asked the items in the order of asking
 * @property {Theme[]} themes in the order of reporting
 * @property {Item[]} items in the order of reporting
 *
 * @typedef {{role: string | null, answers: Map<string, Answer>}} Responses
 * @typedef {{item: Item, state: State, level: number}} Response level is 0 unless rated
 * @typedef {Map<string, Response>} Given
 *
 * @typedef {object} ThemeScore
 * @property {string} id
 * @property {string} dimension
 * @property {Ratio | null} score
 * @property {Ratio | null} coverage
 * @property {ScoreState} state
 * @property {number} rated how many items are rated
 * @property {string[]} unknown ids of the items that apply and are not rated
 *
 * @typedef {object} DimensionScore
 * @property {string} id
 * @property {Ratio | null} score
 * @property {Ratio | null} coverage
 * @property {ScoreState} state
 *
 * @typedef {object} Scores
 * @property {ThemeScore[]} themes
 * @property {DimensionScore[]} dimensions
 * @property {Ratio | null} index
 * @property {Ratio | null} completeness
 * @property {Ratio | null} dontKnowShare
 *
 * @typedef {"passed" | "failed" | "dont_know" | "unanswered" | "not_asked"} GateState
 * @typedef {object} GateResult
 * @property {string} item
 * @property {"stop" | "hold"} effect
 * @property {number} min
 * @property {number | null} level
 * @property {GateState} state
 *
 * @typedef {"completeness" | "gate_unanswered" | "gate_failed" | "gate_dont_know" | "index"
 *   | "dimension" | "dimension_unscored" | "theme" | "theme_unscored" | "dont_know"} Line
 * @typedef {object} Condition a failed line of the rules
 * @property {Line} rule
 * @property {string | null} id of the item, theme or dimension
 * @property {Ratio} limit a level on a gate, points on a score, a share elsewhere
 * @property {Ratio | null} value
 * @property {string[]} items to find out
 *
 * @typedef {"gate_stop" | "gate_hold" | "theme_not_yet" | "theme_ready" | "gain"} Reason
 * @typedef {object} AdviceLine
 * @property {string} item
 * @property {Reason} reason
 * @property {"low" | "mid"} kind
 * @property {Ratio} gain
 * @property {boolean} ask whether others have to do it, so that this respondent asks for it
 *
 * @typedef {{low: Ratio, high: Ratio, verdictLow: Verdict, verdictHigh: Verdict}} Bounds
 *
 * @typedef {object} Result
 * @property {Verdict} verdict
 * @property {Ratio | null} index
 * @property {Ratio | null} completeness
 * @property {Ratio | null} dontKnowShare
 * @property {Bounds | null} bounds
 * @property {DimensionScore[]} dimensions
 * @property {ThemeScore[]} themes
 * @property {GateResult[]} gates
 * @property {Condition[]} conditions
 * @property {AdviceLine[]} advice
 * @property {string[]} findOut
 * @property {string[]} strongest
 * @property {boolean} borderline
 * @property {boolean} manyNotApplicable
 * @property {Record<State, number>} counts
 */

export {};
