// The marks of findings: a shape and a word for the label, and what has become of it.

import { DATA, nameOf, say } from "./data.js";
import { el } from "./dom.js";
import { isDone, isDoubtful, isNew, labelOf, statesOf } from "./entries.js";
import { hasWords } from "./drafts.js";
import { needsAmending, saying } from "./state.js";

const SHAPES = { regressive: "▲", blind: "○", responsive: "✚", neutral: "–", gap: "□" };
const SIGNS = { accepted: "✓", edited: "✎", rejected: "✗", "false-alarm": "⊘", seen: "✓" };

/** The word for a label. */
const wordOf = (label) => (label === "gap" ? say("gap") : label);

/** What a label means. */
export const meaningOf = (label) => (label === "gap" ? say("gap_meaning") : DATA.meanings[label]);

/** Shape and word of a label. */
export function badge(label, isDoubted = false) {
  const title = isDoubted ? `${meaningOf(label)} (${say("for_review")})` : meaningOf(label);
  return el("span", { class: `badge ${label}${isDoubted ? " doubted" : ""}`, title },
    el("span", { class: "shape", "aria-hidden": "true" }, SHAPES[label]), " ", wordOf(label), isDoubted ? "?" : "",
    isDoubted ? el("span", { class: "unseen" }, ` (${say("for_review")})`) : null);
}

/** The same of a finding, with a mark where it is doubtful. */
export const badgeOf = (entry) => badge(labelOf(entry), isDoubtful(entry));

/** What has become of an entry, in words: *1 accepted, 2 undecided*. */
function stateWords(entry) {
  const counts = [...statesOf(entry)].sort(([a], [b]) => Number(a in SIGNS) - Number(b in SIGNS));
  const told = counts.map(([state, count]) => (SIGNS[state] ? `${SIGNS[state]}\u00a0` : "") + (counts.length > 1 || count > 1 ? `${count} ` : "") + say(`state_${state}`));
  if (!entry.amendments.length && needsAmending(entry.clause) && !isDone(entry)) {
    told.push(say("no_words"));
  }
  const { named, alarm } = entry.clause ? saying(entry.clause.index) : {};
  if (named && !alarm) told.push(say("state_named", { label: named }));
  if (entry.clause && saying(entry.clause.index).comment) told.push(say("state_commented"));
  if (entry.amendments.some(hasWords)) told.push(say("state_begun"));
  if (isNew(entry) !== null) told.unshift(say(isNew(entry) ? "state_new" : "state_known"));
  return told.join(", ");
}

/** What has become of an entry, each with its sign before it. */
export function states(entry) {
  const words = stateWords(entry);
  if (!words) return null;
  const isTakenOnly = [...statesOf(entry).keys()].every((state) => state === "accepted" || state === "edited");
  return el("span", { class: `state${isDone(entry) ? " done" : ""}${isDone(entry) && statesOf(entry).size && isTakenOnly ? " taken" : ""}` }, words);
}

/** What an entry is on, in a few words. */
export function about(entry) {
  if (entry.gap) return DATA.issues[entry.gap.issue] ?? entry.gap.issue;
  const { sure, raised } = entry.clause;
  return (sure.length ? sure : raised).slice(0, 2).join(", ");
}

/** All that a mark or an item says of a finding: where it is the same, they are. */
export const titleOf = (entry) => [nameOf(entry), wordOf(labelOf(entry)), about(entry), stateWords(entry)]
  .filter(Boolean).join(", ");
