// Decisions leave the page as decisions.json and come back from it: docs/decisions.md says what it
// holds.

import { AMENDMENTS, DATA } from "./data.js";
import { rivals } from "./compose.js";
import { isTaken, passedOn, ruling, saying, verdict } from "./state.js";

const VERDICTS = ["accepted", "rejected", "edited", "false-alarm", "pending", "lost", "unknown"];

/** All decisions as the file has them; `notes` are sentences for whoever reads it. */
export function exported(notes) {
  return {
    law: { title: DATA.law.title, sha256: DATA.law.sha256 },
    decisions: [...[...AMENDMENTS.keys()].sort((a, b) => a - b).map(ruled), ...passedOn.decisions],
    clauses: [...DATA.clauses.filter(isSaid).map(ruledClause), ...passedOn.clauses],
    notes,
  };
}

/** The same without what nobody has said anything of: so the browser has less to keep. */
export const withoutPending = ({ decisions, clauses, ...others }) => ({
  ...others,
  decisions: decisions.filter((one) => one.decision !== "pending" || one.comment),
  clauses: clauses.filter((one) => one.decision !== "pending" || one.named || one.comment),
});

/** The bytes of the file, as `annotate decisions` writes them. */
export const written = (decisions) => `${JSON.stringify(decisions, null, 2)}\n`;

/** Pairs of amendments that are accepted and cannot stand together. */
export function conflicts() {
  const found = [...AMENDMENTS.keys()].filter(isTaken);
  return found.flatMap((one) => rivals(one).filter((other) => other > one && isTaken(other)).map((other) => [one, other]));
}

/** A file of decisions, or nothing where it is none. */
export function parsed(text) {
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const { law, decisions = [], clauses = [] } = read ?? {};
  const isFile = isObject(law) && areStrings(law, ["title", "sha256"])
    && Array.isArray(decisions) && Array.isArray(clauses)
    && decisions.every(isRuling) && clauses.every(isRuledClause);
  return isFile ? { law, decisions: decisions.map((one) => ({ ...whole(one), earlier: one.earlier ?? 0 })), clauses: clauses.map(whole) } : null;
}

function ruled(number) {
  const one = AMENDMENTS.get(number);
  const clause = DATA.clauses[one.clause];
  const { words, who, when, comment } = ruling(number);
  const is = verdict(number);
  const said = clause ? saying(clause.index) : { comment, who: "", when: "" };
  return {
    number,
    clause: clause?.number ?? DATA.gaps[one.gap]?.number ?? "",
    eid: clause?.eid ?? "",
    clause_sha256: clause?.sha256 ?? "",
    template: one.template,
    issue: one.issue,
    label: clause?.label ?? "",
    decision: is,
    words: is === "edited" ? words : "",
    comment: said.comment,
    who: who || said.who,
    when: when || said.when,
    earlier: 0,
  };
}

function ruledClause(clause) {
  const { alarm, named, comment, who, when } = saying(clause.index);
  return {
    clause: clause.number,
    eid: clause.eid,
    clause_sha256: clause.sha256,
    label: clause.label,
    issues: clause.sure,
    decision: alarm ? "false-alarm" : "pending",
    named: named || null,
    comment,
    who,
    when,
  };
}

/** Flagged clauses are in the file, and others of which something was said. */
function isSaid(clause) {
  const { alarm, named, comment } = saying(clause.index);
  return clause.label !== "neutral" || alarm || Boolean(named || comment);
}

const isObject = (one) => typeof one === "object" && one !== null && !Array.isArray(one);
const areStrings = (one, keys) => keys.every((key) => typeof one[key] === "string");
const mayBeStrings = (one, keys) => keys.every((key) => one[key] === undefined || typeof one[key] === "string");

function isRuling(one) {
  return isObject(one) && Number.isInteger(one.number) && VERDICTS.includes(one.decision)
    && areStrings(one, ["clause", "eid", "clause_sha256", "template", "issue", "label"])
    && mayBeStrings(one, ["words", "comment", "who", "when"])
    && (one.earlier === undefined || Number.isInteger(one.earlier));
}

function isRuledClause(one) {
  return isObject(one) && areStrings(one, ["clause", "eid", "clause_sha256", "label"])
    && mayBeStrings(one, ["comment", "who", "when"])
    && [undefined, "false-alarm", "pending"].includes(one.decision)
    && (one.named === undefined || one.named === null || Object.hasOwn(DATA.meanings, one.named));
}

const whole = (one) => ({ words: "", comment: "", who: "", when: "", named: null, decision: "pending", ...one });
