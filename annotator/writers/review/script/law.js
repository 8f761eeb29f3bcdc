// The law: its paragraphs, redlined or clean, with the findings in the margin.

import { AMENDMENTS, DATA, nameOf } from "./data.js";
import { button, byId, el, fill } from "./dom.js";
import { composed, standing } from "./compose.js";
import { blockOfEdit, paragraphsOf, placed, shownPieces } from "./redline.js";
import { ENTRIES, entryOfClause, isDoubtful, labelOf } from "./entries.js";
import { about, badgeOf, states, titleOf } from "./marks.js";
import { current, goTo } from "./current.js";

const rows = [];
const rowOf = new Map();
const rowOfClause = new Map();
const ids = new Set();
/** After so many pictures of the page all rows near one have their own height. */
const FRAMES = 4;
let marked = null;

/** Make the rows: the paragraphs of a clause together, any other by itself. */
export function makeLaw() {
  const made = document.createDocumentFragment();
  let before = null;
  for (const [at, block] of DATA.blocks.entries()) {
    if (before && block.clause >= 0 && before.clause === block.clause) before.blocks.push(at);
    else {
      before = newRow(at, block.clause);
      made.append(before.element);
    }
    rowOf.set(at, before);
  }
  for (const entry of ENTRIES) rowOfEntry(entry)?.entries.push(entry);
  byId("law").append(made);
  byId("law").addEventListener("click", clicked);
  byId("law").addEventListener("focusin", keepInSight);
  updateLaw();
}

/** Do what changes how the law is shown, and leave the reader at the same paragraph. */
export function atTheSamePlace(act) {
  const law = byId("main");
  const top = law.getBoundingClientRect().top;
  const first = law.scrollTop ? firstBelow(top) : null;
  const before = first?.element.getBoundingClientRect().top;
  act();
  if (first && !byId("law").hidden) law.scrollTop += first.element.getBoundingClientRect().top - before;
}

/** The row that ends first below a height of the window: rows stand one under another. */
function firstBelow(top) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].element.getBoundingClientRect().bottom > top) high = middle;
    else low = middle + 1;
  }
  return rows[low] ?? null;
}

/** Show again what a change of decisions, of the view or of the filters has changed. */
export function updateLaw() {
  const clean = current.view === "clean";
  const edits = placed(composed(standing(!clean)));
  const shown = new Set(current.shown);
  byId("law").classList.toggle("clean", clean);
  for (const row of rows) {
    const own = row.blocks.flatMap((at) => edits.get(at) ?? []);
    // What nobody changes or marks reads the same in both views.
    const words = own.length || evidenceOf(row).length ? JSON.stringify([clean, own]) : "plain";
    if (words !== row.words) showWords(row, edits, clean);
    row.words = words;
    if (row.entries.length) updateMarks(row, shown);
  }
}

/** Mark which finding is current: only two rows have changed. */
export function updateCurrent() {
  const shown = new Set(current.shown);
  for (const entry of [marked, current.entry]) {
    const row = entry && rowOfEntry(entry);
    if (row) updateMarks(row, shown);
  }
  marked = current.entry;
}

/** The row of a finding; nothing where the law does not print it. */
export function rowOfEntry(entry) {
  if (entry.clause) return rowOfClause.get(entry.clause.index);
  const [edit] = AMENDMENTS.get(entry.amendments[0]).forms[0].edits;
  return rowOf.get(blockOfEdit(edit));
}

/** The row that a block stands in. */
export const rowOfBlock = (at) => rowOf.get(at);
export const allRows = () => rows;

/** Bring a row into sight, near the top. */
export function reveal(row) {
  if (!row) return;
  const law = byId("main");
  const top = row.element.getBoundingClientRect().top - law.getBoundingClientRect().top;
  const isSeen = top >= 0 && top < law.clientHeight * 0.6;
  if (!isSeen) row.element.scrollIntoView({ block: "start" });
}

function newRow(at, clause) {
  const row = { blocks: [at], clause, entries: [], words: "", read: null, marks: "", marked: null };
  row.text = el("div", { class: "words", dir: "auto" });
  row.margin = el("div", { class: "margin" });
  row.element = el("div", { class: "row", id: idOf(at, clause) }, row.text, row.margin);
  rows.push(row);
  if (clause >= 0 && !rowOfClause.has(clause)) rowOfClause.set(clause, row);
  return row;
}

/** What a link names: the eId of a clause, once. */
function idOf(at, clause) {
  const eid = clause >= 0 ? `at-${DATA.clauses[clause].eid.replace(/\s/g, "_")}` : "";
  if (!eid || ids.has(eid)) return `block-${at}`;
  ids.add(eid);
  return eid;
}

const evidenceOf = (row) => (row.clause >= 0 ? DATA.clauses[row.clause].evidence : []);

function showWords(row, edits, clean) {
  const evidence = evidenceOf(row);
  const paragraphs = row.blocks.flatMap((at) => {
    const block = DATA.blocks[at];
    return paragraphsOf(block, edits.get(at) ?? [], evidence).map((pieces, place) =>
      paragraph(block, pieces, place > 0, clean));
  });
  fill(row.text, paragraphs);
  row.read = null;
}

function paragraph({ kind, level, depth, body, end }, pieces, isNew, clean) {
  const inner = shownPieces(pieces, clean);
  if (!inner.some((one) => one)) return null;
  if (kind === "heading" && !isNew) {
    return el(`h${Math.min(depth + 1, 6)}`, { class: `heading rank-${level}` }, ...inner);
  }
  const section = isNew ? sectionClass(pieces[0]) : "";
  if (section) return el("p", { class: `new ${section}` }, ...inner);
  return el("p", { class: [kind, `level-${Math.min(level, 8)}`, isNew ? "new" : "", body >= end ? "alone" : ""].filter(Boolean).join(" ") }, ...inner);
}

/** How a paragraph of a new section is set: its heading, its text, its subsections. */
function sectionClass({ role, number, text }) {
  const one = role === "inserted" ? AMENDMENTS.get(number) : null;
  if (!one || one.gap < 0) return "";
  if (/^\s*\(/.test(text)) return "level-2";
  return one.forms.some(({ label }) => label && text.includes(label)) ? "level-1" : "level-1 titled";
}

function updateMarks(row, shown) {
  const seen = row.entries.filter((entry) => shown.has(entry));
  const marks = seen.map((entry) => [entry.id, titleOf(entry), entry === current.entry].join("|")).join("\n");
  if (marks === row.marks) return;
  row.marks = marks;
  const had = document.activeElement?.dataset?.entry;
  fill(row.margin, seen.map(mark));
  if (had && row.entries.some((entry) => entry.id === had)) {
    row.margin.querySelector(`[data-entry="${had}"]`)?.focus({ preventScroll: true });
  }
  row.element.className = ["row", seen.length ? "found" : "", ...seen.map((entry) => `is-${labelOf(entry)}`),
    seen.includes(current.entry) ? "current" : ""].filter(Boolean).join(" ");
}

function mark(entry) {
  return button([el("span", { class: "unseen" }, `${nameOf(entry)}: `), badgeOf(entry), el("span", { class: "on" }, about(entry)), whyOf(entry), states(entry)],
    () => goTo(entry, 0, { focus: "panel" }),
    { class: `mark ${labelOf(entry)}${isDoubtful(entry) ? " doubted" : ""}`, "data-entry": entry.id,
      "aria-current": entry === current.entry ? "true" : undefined });
}

/** In half a line why: of what is amended the reason, else what is said of the clause. */
function whyOf(entry) {
  const [number] = entry.amendments;
  const why = number ? AMENDMENTS.get(number).reason : labelOf(entry) === "regressive" ? entry.clause.told[0] : "";
  return why ? el("span", { class: "why" }, why) : null;
}

/** Keep a mark that is tabbed to in sight: rows out of sight have a guessed height until they are near. */
function keepInSight({ target }) {
  if (!target.matches(".mark:focus-visible")) return;
  let frames = FRAMES;
  const look = () => {
    if (document.activeElement !== target) return;
    target.scrollIntoView({ block: "nearest" });
    frames -= 1;
    if (frames) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** A click on the words of a clause opens its finding, and on a change its amendment. */
function clicked(event) {
  if (!event.target.closest(".words") || String(getSelection())) return;
  const changed = event.target.closest("[data-amendment]");
  const row = rows.find((one) => one.element === event.target.closest(".row"));
  const number = Number(changed?.dataset.amendment ?? 0);
  const entry = ENTRIES.find((one) => number && one.amendments.includes(number))
    ?? (row?.clause >= 0 ? entryOfClause(row.clause) : null);
  if (entry) goTo(entry, number, { focus: "panel" });
}
