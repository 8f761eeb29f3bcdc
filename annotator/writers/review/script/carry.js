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
  const isVersion = isSame || [...file.decisions, ...file.clauses].some(isHere);
  if (!isVersion) return { lines: [say("import_other_law", { file: name })], isTaken: false, refused: [] };
  const replaced = taken.filter(([key, entry]) => differs(key, entry)).length;
  const n = taken.filter(([key, entry]) => (key[0] === "a" ? DECIDED.includes(entry.decision) : entry.alarm || entry.named)).length;
  if (taken.length) change(say("imported", { n, file: name }), taken, true);
  for (const kind of ["decisions", "clauses"]) passOn(passedOn[kind], passed[kind]);
  const lines = isOwn ? [say("kept", { n })] : [say(isSame ? "imported" : taken.length ? "import_stale" : "import_none", { n, file: name })];
  if (stale.length) lines.push(say("import_refused", { n: stale.length, places: listed(distinct(stale.map(({ clause }) => clause))) }));
  if (unmatched.length) lines.push(say("import_unmatched", { n: unmatched.length, places: listed(distinct(unmatched)) }));
  if (replaced) lines.push(say("imported_replaced", { n: replaced }));
  lines.push(...conflicts().map((pair) => say("import_conflict", { numbers: pair.join(", ") })));
  return { lines, isTaken: isSame || taken.length > 0, refused: stale.map((one) => ({ ...one, ...whereNow(one) })) };
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
  const { amendmentOf, clauseOf } = isSame ? ofThisLaw : ofAnotherVersion(file);
  const open = file.decisions.filter((one) => !one.earlier && (one.decision !== "pending" || (!one.eid && one.comment)));
  const about = file.clauses.filter((one) => one.decision !== "pending" || one.named || one.comment);
  const taken = [];
  const stale = [];
  const unmatched = [];
  const passed = { decisions: isSame ? earlier : [], clauses: [] };
  for (const one of open) {
    const number = amendmentOf(one);
    if (number) taken.push(ruledAs(one, number));
    else if (isSame || (isHere(one) && !isProposed(one))) {
      if (isSame) passed.decisions.push(one);
      if (one.number) unmatched.push(one.clause);
    } else stale.push(one);
  }
  for (const one of about) {
    const clause = clauseOf(one);
    if (clause) taken.push(saidAs(one, clause));
    else if (isSame) passed.clauses.push(one);
    else stale.push(one);
  }
  taken.push(...alarmed(open, taken, clauseOf));
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
function alarmed(rulings, taken, clauseOf) {
  const keys = new Set(taken.map(([key]) => key));
  const clauses = rulings.filter((one) => one.decision === "false-alarm" && one.clause_sha256)
    .map((one) => [clauseOf(one), one]).filter(([clause]) => clause);
  const found = new Map(clauses.map(([clause, one]) => [keyOf.clause(clause.index), saidAs({ ...one, named: "neutral" }, clause)]));
  return [...found].filter(([key]) => !keys.has(key)).map(([, entry]) => entry);
}

const hashOf = (one) => DATA.clauses[one.clause]?.sha256 ?? "";
const eidOf = (one) => DATA.clauses[one.clause]?.eid ?? "";

/** The amendment, by its number, and the clause that something of a file on this very law is on. */
const ofThisLaw = {
  amendmentOf(one) {
    const fitting = [...AMENDMENTS.values()].filter((other) => other.template === one.template
      && hashOf(other) === one.clause_sha256 && eidOf(other) === one.eid);
    return (fitting.find((other) => other.number === one.number) ?? fitting[0])?.number ?? 0;
  },
  clauseOf: (one) => DATA.clauses.find((clause) => clause.sha256 === one.clause_sha256 && clause.eid === one.eid),
};

/** The same for a file on another version: only what is of a clause that says the same words. */
function ofAnotherVersion({ decisions, clauses }) {
  const ours = [...AMENDMENTS.values()].filter((one) => one.clause >= 0).sort((a, b) => a.number - b.number);
  const theirs = decisions.filter((one) => !one.earlier && one.clause_sha256).sort((a, b) => a.number - b.number);
  const amendments = paired(theirs, ours.map((one) => ({ one, eid: eidOf(one), key: `${hashOf(one)} ${one.template}` })),
    (one) => `${one.clause_sha256} ${one.template}`);
  const said = paired(clauses, DATA.clauses.map((one) => ({ one, eid: one.eid, key: one.sha256 })), (one) => one.clause_sha256);
  const fromAmendment = (one) => DATA.clauses[amendments.get(one)?.clause];
  const alone = (one) => only(DATA.clauses.filter(({ sha256 }) => sha256 === one.clause_sha256));
  return {
    amendmentOf: (one) => amendments.get(one)?.number ?? 0,
    clauseOf: (one) => said.get(one) ?? fromAmendment(one) ?? (clauses.includes(one) ? null : alone(one)),
  };
}

/**
 * Which here is which there. Of several alike the first is the first, if there are as many here as there;
 * else only that at the same place is known.
 */
function paired(theirs, ours, keyOf) {
  const found = new Map();
  const here = grouped(ours, ({ key }) => key);
  for (const [key, group] of grouped(theirs, keyOf)) {
    const alike = here.get(key) ?? [];
    const places = [...new Set(group.map(({ eid }) => eid))];
    for (const one of group) {
      const same = alike.length === places.length ? alike[places.indexOf(one.eid)] : alike.find(({ eid }) => eid === one.eid);
      if (same) found.set(one, same.one);
    }
  }
  return found;
}

function grouped(list, keyOf) {
  const found = new Map();
  for (const one of list) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

const only = (list) => (list.length === 1 ? list[0] : null);
/** Whether the amendment is proposed here, at whichever clause of the same words. */
const isProposed = (one) => [...AMENDMENTS.values()].some((other) => other.template === one.template && hashOf(other) === one.clause_sha256);
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
