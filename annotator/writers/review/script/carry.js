// What of a file of decisions holds here: all of it for this very law, and for a changed one what
// was decided on clauses whose words are the same.

import { AMENDMENTS, DATA, listed, say } from "./data.js";
import { conflicts } from "./exchange.js";
import { change, keyOf, passedOn, replaceAll, ruling, saying, said } from "./state.js";

const DECIDED = ["accepted", "edited", "rejected", "false-alarm"];

/**
 * Take decisions over, as one step. Gives the sentences that say what was taken and what was not,
 * whether anything was, and the decisions that were not, with where they may belong.
 */
export function carried(file, name, { isOwn = false } = {}) {
  const isSame = file.law.sha256 !== "" && file.law.sha256 === DATA.law.sha256;
  const { taken, stale, unmatched, passed } = matched(file, isSame);
  if (!isSame && !taken.length) return { lines: [say("import_other_law", { file: name })], isTaken: false, refused: [] };
  const replaced = taken.filter(([key, entry]) => differs(key, entry)).length;
  const n = taken.filter(([key, entry]) => (key[0] === "a" ? DECIDED.includes(entry.decision) : entry.alarm || entry.named)).length;
  if (taken.length) change(say("imported", { n, file: name }), taken, true);
  for (const kind of ["decisions", "clauses"]) passOn(passedOn[kind], passed[kind]);
  const lines = isOwn ? [say("kept", { n })] : [say(isSame ? "imported" : "import_stale", { n, file: name })];
  if (stale.length) lines.push(say("import_refused", { n: stale.length, places: listed(distinct(stale.map(({ clause }) => clause))) }));
  if (unmatched.length) lines.push(say("import_unmatched", { n: unmatched.length, places: listed(distinct(unmatched)) }));
  if (replaced) lines.push(say("imported_replaced", { n: replaced }));
  lines.push(...conflicts().map((pair) => say("import_conflict", { numbers: pair.join(", ") })));
  return { lines, isTaken: true, refused: stale.map((one) => ({ ...one, ...whereNow(one) })) };
}

/** Take over all that another window of this very law keeps; nothing where it keeps none. */
export function takenOver(file) {
  const { taken, passed } = file ? matched(file, true) : { taken: [], passed: { decisions: [], clauses: [] } };
  for (const kind of ["decisions", "clauses"]) passedOn[kind].splice(0, passedOn[kind].length, ...passed[kind]);
  replaceAll(taken);
}

/** What of a file belongs here, what is of clauses that have changed, and what is passed on. */
function matched(file, isSame) {
  // What an earlier run put into a document is no amendment of this page.
  const earlier = file.decisions.filter((one) => one.earlier);
  const open = file.decisions.filter((one) => !one.earlier && (one.decision !== "pending" || (!one.eid && one.comment)));
  const about = file.clauses.filter((one) => one.decision !== "pending" || one.named || one.comment);
  const taken = [];
  const stale = [];
  const unmatched = [];
  const passed = { decisions: isSame ? earlier : [], clauses: [] };
  for (const one of open) {
    const number = amendmentOf(one, isSame);
    if (number) taken.push(ruledAs(one, number));
    else if (isSame || isHere(one)) {
      if (isSame) passed.decisions.push(one);
      if (one.number) unmatched.push(one.clause);
    } else stale.push(one);
  }
  for (const one of about) {
    const clause = clauseOf(one, isSame);
    if (clause) taken.push(saidAs(one, clause));
    else if (isSame) passed.clauses.push(one);
    else stale.push(one);
  }
  taken.push(...alarmed(open, taken, isSame));
  return { taken, stale, unmatched, passed };
}

/** Where something that was decided on a clause that has changed may belong now: 0 and -1 are nowhere. */
function whereNow({ template, eid }) {
  const sameTemplate = [...AMENDMENTS.values()].filter((one) => template && one.template === template);
  const atPlace = sameTemplate.find((one) => (DATA.clauses[one.clause]?.eid ?? "") === eid);
  const amendment = atPlace ?? (sameTemplate.length === 1 ? sameTemplate[0] : null);
  const clause = amendment?.clause ?? DATA.clauses.findIndex((one) => eid && one.eid === eid);
  return { amendment: amendment?.number ?? 0, at: clause };
}

/** Keep what has no place here, for it goes out as it came in; the same only once. */
function passOn(held, others) {
  const isSame = (a, b) => ["number", "template", "eid", "clause", "clause_sha256"].every((name) => a[name] === b[name]);
  const left = held.filter((one) => !others.some((other) => isSame(one, other)));
  held.splice(0, held.length, ...left, ...others);
}

/** False alarms that are said of amendments alone: they are their clauses'. */
function alarmed(rulings, taken, isSame) {
  const keys = new Set(taken.map(([key]) => key));
  const clauses = rulings.filter((one) => one.decision === "false-alarm" && one.clause_sha256)
    .map((one) => [clauseOf(one, isSame), one]).filter(([clause]) => clause);
  const found = new Map(clauses.map(([clause, one]) => [keyOf.clause(clause.index), saidAs({ ...one, named: "neutral" }, clause)]));
  return [...found].filter(([key]) => !keys.has(key)).map(([, entry]) => entry);
}

/** The amendment here that a decision is on; of a changed law only one whose clause is the same. */
function amendmentOf(one, isSame) {
  const fitting = [...AMENDMENTS.values()].filter((other) => {
    const clause = DATA.clauses[other.clause];
    return other.template === one.template && (clause?.sha256 ?? "") === one.clause_sha256
      && (isSame ? (clause?.eid ?? "") === one.eid : Boolean(clause));
  });
  return best(fitting, (other) => other.number === one.number || DATA.clauses[other.clause]?.eid === one.eid)?.number ?? 0;
}

function clauseOf(one, isSame) {
  const fitting = DATA.clauses.filter((clause) => clause.sha256 === one.clause_sha256 && (!isSame || clause.eid === one.eid));
  return best(fitting, (clause) => clause.eid === one.eid);
}

/** Of several that say the same words that which stands at the same place. */
const best = (fitting, isLikeliest) => fitting.find(isLikeliest) ?? fitting[0] ?? null;

const isHere = (one) => one.clause_sha256 !== "" && DATA.clauses.some((clause) => clause.sha256 === one.clause_sha256);

function ruledAs(one, number) {
  const { clause } = AMENDMENTS.get(number);
  // A false alarm is said of the clause; of a new section, which has none, of itself.
  const decision = one.decision === "false-alarm" && clause >= 0 ? "pending" : one.decision;
  return [keyOf.amendment(number), {
    decision, words: decision === "edited" ? one.words : "", comment: clause >= 0 ? "" : one.comment, who: one.who, when: one.when,
  }];
}

function saidAs(one, clause) {
  return [keyOf.clause(clause.index), {
    alarm: one.decision === "false-alarm", named: one.named ?? "", comment: one.comment, who: one.who, when: one.when,
  }];
}

function differs(key, entry) {
  if (!said().has(key)) return false;
  const old = key[0] === "a" ? ruling(Number(key.slice(1))) : saying(Number(key.slice(1)));
  return ["decision", "words", "alarm", "named", "comment"].some((name) => name in entry && entry[name] !== old[name]);
}

const distinct = (names) => [...new Set(names)].filter(Boolean);
