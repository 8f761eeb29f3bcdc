// The findings that are stepped through: clauses with what was found, and what is lacking.

import { DATA, AMENDMENTS } from "./data.js";
import { isOpen, needsAmending, saying, verdict } from "./state.js";

/** All of them, in the order of the law. */
export const ENTRIES = gathered();
const ofClause = new Map(ENTRIES.filter((one) => one.clause).map((one) => [one.clause.index, one]));
const ofAmendment = new Map(ENTRIES.flatMap((one) => one.amendments.map((number) => [number, one])));

export const entryOfClause = (index) => ofClause.get(index);
export const entryOfAmendment = (number) => ofAmendment.get(number);

/** The label by which an entry is filtered and coloured. */
export const labelOf = (entry) => (entry.gap ? "gap" : entry.clause.label);
export const issuesOf = (entry) => (entry.gap ? [entry.gap.issue] : entry.clause.raised);
export const isNeutral = (entry) => labelOf(entry) === "neutral";

/** Whether a baseline does not know what was found; null where it was compared with none. */
export const isNew = (entry) => (entry.gap ?? entry.clause).is_new ?? null;

/** Whether the program is not sure of a finding. */
export const isDoubtful = (entry) => Boolean(entry.clause?.review) && !isNeutral(entry);

/** What one goes through step by step: each amendment, and each entry without any. */
export function stepsOf(entries) {
  return entries.flatMap((entry) => (entry.amendments.length
    ? entry.amendments.map((amendment) => ({ entry, amendment }))
    : [{ entry, amendment: 0 }]));
}

/** Whether there is nothing left to decide of an entry. */
export function isDone(entry) {
  if (entry.amendments.length) return !entry.amendments.some(isOpen);
  const { alarm, named, comment, seen } = saying(entry.clause.index);
  return alarm || seen || Boolean(named || comment);
}

/** What an entry's marks say has become of it: keys of phrases, with how many. */
export function statesOf(entry) {
  const counts = new Map();
  for (const number of entry.amendments) {
    const is = verdict(number);
    if (is !== "false-alarm" || entry.gap) counts.set(is, (counts.get(is) ?? 0) + 1);
  }
  if (entry.clause && saying(entry.clause.index).alarm) counts.set("false-alarm", 1);
  else if (entry.clause && saying(entry.clause.index).seen) counts.set("seen", 1);
  return counts;
}

/** Whether an entry is in a state that somebody filters by. */
export function isIn(entry, state) {
  if (state === "any") return true;
  if (state === "pending") return !isDone(entry) && (entry.amendments.length > 0 || needsAmending(entry.clause));
  if (state === "decided") return isDone(entry);
  if (state === "new" || state === "known") return isNew(entry) === (state === "new");
  if (state === "bare") return !entry.amendments.length && needsAmending(entry.clause);
  if (state === "commented") return Boolean(entry.clause && saying(entry.clause.index).comment);
  if (state === "named") return Boolean(entry.clause && saying(entry.clause.index).named);
  return statesOf(entry).has(state);
}

/** Whether an amendment is in a state that somebody filters by. */
export function amendmentIsIn(number, state) {
  if (state === "pending") return isOpen(number);
  if (state === "decided") return !isOpen(number);
  return ["any", "new", "known", "commented", "named"].includes(state) || verdict(number) === state;
}

function gathered() {
  const found = DATA.clauses.map((clause) => ({
    id: `c${clause.index}`, clause, gap: null, amendments: clause.amendments,
    at: clause.start, weight: clause.weight,
  }));
  for (const [index, gap] of DATA.gaps.entries()) {
    if (!gap.amendment || !AMENDMENTS.has(gap.amendment)) continue;
    const one = AMENDMENTS.get(gap.amendment);
    found.push({
      id: `g${index}`, clause: null, gap: { ...gap, index }, amendments: [gap.amendment],
      at: Math.min(...one.forms[0].edits.map(([start]) => start)), weight: 0,
    });
  }
  return found.sort((a, b) => a.at - b.at || Number(Boolean(a.gap)) - Number(Boolean(b.gap)));
}
