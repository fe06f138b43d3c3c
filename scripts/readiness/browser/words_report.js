/** Every sentence of a group's report. */

export const reportWords = {
  csv: "Save as a table (CSV)",
  csvName: "readiness-group-report.csv",
  print: "Print the report",
  record: "Keep the record of this report",
  recordName: "readiness-group-record.json",
  tooFewNew: (/** @type {number} */ changed, /** @type {number} */ least) =>
    `Only ${changed} people are new or have changed their answers since the report before. ` +
    `Whoever has both reports could work out their answers. Wait until there are ${least}.`,
};
