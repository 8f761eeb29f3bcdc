// Which amendments stand together, and what each then says: numbers that follow one another.

import { AMENDMENTS, DATA } from "./data.js";
import { isOpen, isTaken, onChange, ruling } from "./state.js";

/** Parts what stands at each of several changes of one amendment. */
const BETWEEN = " … ";

const isFixed = ([start, end, text]) => start === end && DATA.renumbers.includes(text);

const RIVALS = allRivals();
/** What stands together, until a decision changes it: with what is not decided, or without. */
const known = new Map();
onChange(() => known.clear());

/** The numbers of those with which an amendment cannot stand. */
export const rivals = (number) => RIVALS.get(number);

/** Of those with which it cannot stand, the ones that are accepted. */
export const acceptedRivals = (number) => rivals(number).filter(isTaken);

/** Numbers of amendments, those first that are the best of their clauses. */
export function bestFirst(numbers) {
  return numbers.toSorted((a, b) => AMENDMENTS.get(a).choice - AMENDMENTS.get(b).choice);
}

/** The amendments that are accepted, and of the undecided those that can stand beside them. */
export function standing(withOpen) {
  if (!known.has(withOpen)) known.set(withOpen, together(withOpen));
  return known.get(withOpen);
}

function together(withOpen) {
  const taken = new Set();
  const take = (number) => rivals(number).some((other) => taken.has(other)) || taken.add(number);
  for (const number of AMENDMENTS.keys()) if (isTaken(number)) take(number);
  if (withOpen) {
    for (const number of bestFirst([...AMENDMENTS.keys()])) {
      if (isOpen(number) && !AMENDMENTS.get(number).instead_of.length) take(number);
    }
  }
  return [...taken];
}

/** By its number, with which each amendment cannot stand, whichever of the two says so. */
function allRivals() {
  const found = new Map([...AMENDMENTS.keys()].map((number) => [number, new Set()]));
  for (const { number, instead_of, collides } of AMENDMENTS.values()) {
    for (const other of [...instead_of, ...collides].filter((one) => found.has(one))) {
      found.get(number).add(other);
      found.get(other).add(number);
    }
  }
  return new Map([...found].map(([number, others]) => [number, [...others].sort((a, b) => a - b)]));
}

/**
 * Amendments as they stand beside each other, in the order of the law: each with the form that
 * stands behind so many of its series, and with the words of whoever has edited it.
 */
export function composed(numbers) {
  const before = new Map();
  return numbers.map((number) => AMENDMENTS.get(number)).sort((a, b) => a.rank - b.rank).map((one) => {
    const at = one.series ? before.get(one.series) ?? 0 : 0;
    if (one.series) before.set(one.series, at + 1);
    return { one, ...formOf(one, Math.min(at, one.forms.length - 1)) };
  });
}

/** What one amendment says beside all that stand. */
export function formBeside(number, numbers) {
  const beside = numbers.includes(number) ? numbers
    : [...numbers.filter((other) => !rivals(number).includes(other)), number];
  return composed(beside).find(({ one }) => one.number === number);
}

/** The words that a reviewer may edit, one for each change of an amendment. */
export function wordsOf(number, form) {
  const { decision, words } = ruling(number);
  if (decision === "edited") return parted(form.original, words);
  return form.original.map(([, , text]) => text.trim());
}

/** The words of changes as a decision holds them. */
export function joined(words) {
  if (words.length === 1) return words[0].trim();
  return words.map((one) => one.trim().replaceAll(BETWEEN, "…")).join(BETWEEN);
}

function formOf(one, at) {
  const form = one.forms[at];
  const original = form.edits.filter((edit) => !isFixed(edit));
  const { decision, words } = ruling(one.number);
  if (decision !== "edited") {
    const ours = original.map(([, , text]) => text);
    return { edits: form.edits, original, instructions: [inOwnSentence(form, original, ours)], form };
  }
  const theirs = parted(original, words).map((part) => renumbered(part, one, form));
  const edits = form.edits.map((edit) => {
    const place = original.indexOf(edit);
    return place < 0 ? edit : [edit[0], edit[1], spaced(edit, theirs[place] ?? "")];
  });
  return { edits, original, instructions: instructed(form, original, edits), form };
}

/** The words at each change; all at the first where they cannot be told apart. */
export function parted(edits, words) {
  if (edits.length < 2) return [words];
  const parts = words.split(BETWEEN);
  return parts.length === edits.length ? parts : [words, ...edits.slice(1).map(() => "")];
}

/** Words with the white space at their ends that ours have there. */
function spaced([start, end, text], words) {
  const ours = text || DATA.text.slice(start, end);
  const lead = ours.match(/^\s*/)[0];
  const tail = ours.slice(lead.length).match(/\s*$/)[0];
  if (text || words) return lead + words.trim() + tail;
  return "";
}

/** A reviewer's words under the number that they then bear. */
function renumbered(words, one, form) {
  if (!form.label) return words;
  const labels = [...new Set(one.forms.map(({ label }) => label))].sort((a, b) => b.length - a.length);
  for (const label of labels) {
    const name = escaped(label);
    const found = one.gap >= 0 ? new RegExp(`(?<![\\w.])${name}(?!\\w)`).exec(words)
      : new RegExp(`^\\(?${name}(?=[.)])`).exec(words);
    if (!found) continue;
    const whole = one.gap >= 0 ? form.label : found[0].replace(label, form.label);
    return words.slice(0, found.index) + whole + words.slice(found.index + found[0].length);
  }
  return words;
}

/**
 * The instructions for a reviewer's words: the amendment's own sentence with theirs in it, or one
 * for each of its changes.
 */
function instructed(form, original, edits) {
  const theirs = form.edits.flatMap((edit, at) => (original.includes(edit) ? [edits[at][2]] : []));
  const ours = original.map(([, , text]) => folded(text));
  const fits = ours.every((words, at) => words === folded(theirs[at])
    || (folded(theirs[at]) && isOnce(form.instruction, `“${words}”`) && ours.indexOf(words) === ours.lastIndexOf(words)));
  if (fits) return [inOwnSentence(form, original, theirs)];
  return edits.flatMap(([start, end, text], at) => {
    const words = folded(text);
    const way = form.ways[at];
    if (!way || words === folded(DATA.text.slice(start, end))) return [];
    const [swap, omit = ""] = way;
    return words ? [swap.replace(/\s*“([^“]*)\{words\}([^”]*)”/, (_, head, tail) => quoted(head + text.trim() + tail))] : [omit].filter(Boolean);
  });
}

/** The sentence of an amendment around other words; what has lines stands on lines of its own. */
function inOwnSentence(form, original, theirs) {
  const given = new Map(original.map(([, , text], at) => [`“${folded(text)}”`, theirs[at]]));
  given.delete("“”");
  if (!given.size) return form.instruction;
  const names = [...given.keys()].sort((a, b) => b.length - a.length).map(escaped).join("|");
  return form.instruction.replace(new RegExp(`\\s*(${names})`, "g"), (whole, words) =>
    (isOnce(form.instruction, words) ? quoted(given.get(words)) : whole));
}

/** Words between quotation marks, behind what leads to them. */
function quoted(words) {
  const lines = words.split("\n").map(folded).filter(Boolean);
  return `${lines.length > 1 ? "\n" : " "}“${lines.join("\n")}”`;
}

const isOnce = (said, words) => said.split(words).length === 2;
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const folded = (words) => words.replace(/\s+/g, " ").trim();
