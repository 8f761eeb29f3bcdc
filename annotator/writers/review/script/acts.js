// What is done with a finding: decisions, each a step that can be undone, and told.

import { AMENDMENTS, DATA, listed, nameOf, say } from "./data.js";
import { announce } from "./dom.js";
import { acceptedRivals, bestFirst, rivals } from "./compose.js";
import { entryOfAmendment, entryOfClause, isDoubtful } from "./entries.js";
import { ask } from "./ask.js";
import { canUndo, change, counted, isOpen, isTaken, keyOf, ruling, saying, undo } from "./state.js";

const amendmentName = (number) => say("amendment", { number });

/** Accept an amendment, in other words where there are some; ask first where it collides. */
export async function accept(number, words = null) {
  const others = acceptedRivals(number);
  if (others.length) {
    const question = say("ask_collision", { number, others: listed(others) });
    if (!(await ask([question], say("ask_collision_yes", { number })))) return false;
  }
  const decision = words === null ? "accepted" : "edited";
  const changes = [[keyOf.amendment(number), { decision, words: words ?? "" }]];
  changes.push(...others.map((other) => [keyOf.amendment(other), { decision: "rejected", words: "" }]));
  const { clause } = AMENDMENTS.get(number);
  // Who amends a clause does not call its finding a false alarm.
  if (clause >= 0 && saying(clause).alarm) changes.push([keyOf.clause(clause), { alarm: false, named: "" }]);
  done(`did_${decision}`, changes, { name: amendmentName(number) });
  return true;
}

/** Reject an amendment, or take back what was decided of it. */
export function decide(number, decision) {
  const { clause } = AMENDMENTS.get(number);
  const changes = [[keyOf.amendment(number), { decision, words: "" }]];
  if (clause >= 0 && saying(clause).alarm && decision === "pending") {
    changes.push([keyOf.clause(clause), { alarm: false, named: "" }]);
  }
  done(`did_${decision}`, changes, { name: amendmentName(number) });
}

/** Say that a finding is a false alarm, or take that back. */
export function alarm(entry) {
  if (entry.gap) {
    const [number] = entry.amendments;
    const decision = ruling(number).decision === "false-alarm" ? "pending" : "false-alarm";
    done(`did_${decision}`, [[keyOf.amendment(number), { decision, words: "" }]], { name: nameOf(entry) });
    return;
  }
  const { index } = entry.clause;
  const is = saying(index).alarm;
  const changes = [[keyOf.clause(index), { alarm: !is, named: is ? "" : "neutral" }]];
  for (const number of is ? [] : entry.amendments.filter(isTaken)) {
    changes.push([keyOf.amendment(number), { decision: "pending", words: "" }]);
  }
  done(is ? "did_no_alarm" : "did_false-alarm", changes, { name: nameOf(entry) });
}

/** Say that a clause was seen and that there is nothing to say of it, or take that back; false where that cannot be. */
export function noted(entry) {
  if (!entry.clause || entry.amendments.length) return false;
  const { index } = entry.clause;
  const { seen } = saying(index);
  done(seen ? "did_unseen" : "did_seen", [[keyOf.clause(index), { seen: !seen }]], { name: nameOf(entry) });
  return true;
}

/** Give a clause a label, the same or another; none takes it back. */
export function nameLabel(index, label) {
  if (saying(index).named === label && !saying(index).alarm) return;
  done(label ? "did_named" : "did_unnamed", [[keyOf.clause(index), { named: label, alarm: false }]],
    { name: nameOf(entryOfClause(index)), label });
}

/** Keep a comment on a clause, or on a new section. */
export function comment(entry, words) {
  const key = entry.gap ? keyOf.amendment(entry.amendments[0]) : keyOf.clause(entry.clause.index);
  const old = entry.gap ? ruling(entry.amendments[0]).comment : saying(entry.clause.index).comment;
  if (old !== words.trim()) done("did_comment", [[key, { comment: words.trim() }]], { name: nameOf(entry) });
}

/** Decide many amendments at once, after a question. */
export async function decideAll(numbers, decision) {
  const { free, left } = decision === "accepted" ? together(numbers) : { free: candidates(numbers, decision), left: [] };
  if (!free.length) {
    announce(say("none_to_decide"));
    return;
  }
  const doubtful = decision === "pending" ? 0 : free.filter((number) => isDoubtful(entryOfAmendment(number))).length;
  const act = { accepted: "ask_accept", rejected: "ask_reject", pending: "ask_reopen" }[decision];
  const lines = [say(act, { n: free.length }), doubtful ? say("ask_doubtful", { n: doubtful }) : "", left.length ? say("ask_left_out", { n: left.length }) : "", say("ask_undo")];
  if (!(await ask(lines, say("ask_yes"), { isMany: free.length > 1 }))) return;
  done("did_all", free.map((number) => [keyOf.amendment(number), { decision, words: "" }]),
    { n: free.length, verdict: say(`state_${decision}`) });
}

/** Take the last step back. */
export function takeBack() {
  announce(canUndo() ? say("undone", { what: undo() }) : say("nothing_to_undo"));
}

function candidates(numbers, decision) {
  if (decision === "pending") return numbers.filter((number) => ruling(number).decision !== "pending");
  return numbers.filter(isOpen);
}

/** Of undecided amendments those that can all be accepted, and those that are left. */
function together(numbers) {
  const open = bestFirst(numbers.filter(isOpen));
  const free = [];
  for (const number of open) {
    const collides = rivals(number).some((other) => isTaken(other) || free.includes(other));
    if (!collides && !AMENDMENTS.get(number).instead_of.length) free.push(number);
  }
  return { free, left: open.filter((number) => !free.includes(number)) };
}

function done(key, changes, values) {
  const what = say(key, values);
  change(what, changes);
  announce(`${what} ${say("some_decided", counted())}`);
}

/** The labels that a clause may be given. */
export const LABELS = Object.keys(DATA.meanings);
