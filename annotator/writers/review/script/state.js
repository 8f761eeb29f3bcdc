// What is decided: one entry for each amendment and each clause, with every step to be undone.

import { DATA, AMENDMENTS } from "./data.js";

const PENDING = Object.freeze({ decision: "pending", words: "", comment: "", who: "", when: "" });
const UNSAID = Object.freeze({ alarm: false, named: "", comment: "", seen: false, who: "", when: "" });

const entries = new Map();
const steps = [];
const listeners = [];
let person = "";

/** Rulings of a file that are no amendment of this page: they go out as they came in. */
export const passedOn = { decisions: [], clauses: [] };

export const keyOf = {
  amendment: (number) => `a${number}`,
  clause: (index) => `c${index}`,
};

export const ruling = (number) => entries.get(keyOf.amendment(number)) ?? PENDING;
export const saying = (index) => entries.get(keyOf.clause(index)) ?? UNSAID;

/** Who decides, from here on. */
export function setWho(name) {
  person = name;
}

/** Be told, after each change, which keys have changed. */
export function onChange(listener) {
  listeners.push(listener);
}

/**
 * Make changes as one step: `changes` are pairs of a key and what is new in its entry. With
 * `asTheyAre`, entries come with who and when.
 */
export function change(what, changes, asTheyAre = false) {
  const before = changes.map(([key]) => [key, entries.get(key)]);
  const stamp = asTheyAre ? {} : { who: person, when: now() };
  for (const [key, patch] of changes) {
    const old = entries.get(key) ?? (key[0] === "a" ? PENDING : UNSAID);
    put(key, { ...old, ...stamp, ...patch });
  }
  steps.push({ what, before });
  tell(changes.map(([key]) => key));
}

/** Take the last step back; what it was, or nothing. */
export function undo() {
  const step = steps.pop();
  if (!step) return null;
  for (const [key, entry] of step.before.toReversed()) {
    if (entry) entries.set(key, entry);
    else entries.delete(key);
  }
  tell(step.before.map(([key]) => key));
  return step.what;
}

/** Put other entries in place of all that are here, as they are; no step of this window. */
export function replaceAll(pairs) {
  const keys = new Set([...entries.keys(), ...pairs.map(([key]) => key)]);
  const seen = seenClauses();
  entries.clear();
  for (const [key, patch] of pairs) put(key, { ...(key[0] === "a" ? PENDING : UNSAID), ...entries.get(key), ...patch });
  takeSeen(seen);
  tell([...keys]);
}

export const canUndo = () => steps.length > 0;

/** All that something was said of, by key. */
export const said = () => entries;

/** Whether an amendment is adopted, in our words or others. */
export const isTaken = (number) => ["accepted", "edited"].includes(ruling(number).decision);

/** What has become of an amendment: its decision, a false alarm where its clause is one. */
export function verdict(number) {
  const { decision } = ruling(number);
  const { clause } = AMENDMENTS.get(number);
  const open = !["accepted", "edited"].includes(decision);
  return clause >= 0 && saying(clause).alarm && open ? "false-alarm" : decision;
}

/** Whether nobody has decided an amendment. */
export const isOpen = (number) => ["pending", "lost", "unknown"].includes(verdict(number));

/** Whether a clause was found to need amending: of any other nothing has to be decided. */
export const needsAmending = ({ label }) => label === "blind" || label === "regressive";

/** The clauses that somebody has seen and has nothing to say of: known to this page alone. */
export const seenClauses = () => DATA.clauses.filter(({ index }) => saying(index).seen).map(({ index }) => index);

/** Take clauses as seen, as they were kept. */
export function takeSeen(indexes) {
  for (const index of indexes) if (DATA.clauses[index]) put(keyOf.clause(index), { ...saying(index), seen: true });
}

/**
 * How many amendments are decided, and of the clauses that need one and have none (`bare`) how
 * many somebody has seen.
 */
export function counted() {
  const counts = { accepted: 0, edited: 0, rejected: 0, alarms: 0, n: 0, done: 0, bare: 0, seen: 0 };
  for (const number of AMENDMENTS.keys()) {
    const is = verdict(number);
    counts.n += 1;
    counts.done += isOpen(number) ? 0 : 1;
    if (is in counts) counts[is] += 1;
    if (is === "false-alarm" && AMENDMENTS.get(number).clause < 0) counts.alarms += 1;
  }
  for (const clause of DATA.clauses) {
    const { alarm, named, comment, seen } = saying(clause.index);
    counts.alarms += alarm ? 1 : 0;
    if (needsAmending(clause) && !clause.amendments.length) {
      counts.bare += 1;
      counts.seen += alarm || named || comment || seen ? 1 : 0;
    }
  }
  return counts;
}

function put(key, entry) {
  const { decision, comment, alarm, named, seen } = entry;
  const empty = key[0] === "a" ? decision === "pending" && !comment : !alarm && !named && !comment && !seen;
  if (empty) entries.delete(key);
  else entries.set(key, Object.freeze(entry));
}

function tell(keys) {
  for (const listener of listeners) listener(keys);
}

function now() {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
