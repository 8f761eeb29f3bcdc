// Search in what is shown, the law or the schedule; deleted words are skipped.

import { say } from "./data.js";
import { announce, byId } from "./dom.js";
import { current } from "./current.js";
import { allRows } from "./law.js";

const found = { words: "", places: [], at: -1 };
const canMark = typeof Highlight === "function" && Boolean(globalThis.CSS?.highlights);

/** Listen to the field and its buttons. */
export function makeSearch() {
  const field = byId("search");
  field.addEventListener("input", () => search(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      move(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      field.value = "";
      search("");
    }
  });
  byId("before").addEventListener("click", () => move(-1));
  byId("after").addEventListener("click", () => move(1));
}

/** Search again: what is shown has changed. */
export function searchAgain() {
  if (!found.words) return;
  const { at } = found;
  find(found.words);
  found.at = found.places.length ? Math.max(Math.min(at, found.places.length - 1), 0) : -1;
  show();
}

function search(words) {
  find(words);
  found.at = found.places.length ? 0 : -1;
  show();
  if (found.at >= 0) reveal();
}

function find(words) {
  found.words = plain(words.trim());
  found.places = [];
  if (!found.words) return;
  for (const paragraph of paragraphs()) ranges(paragraph);
}

/** What is shown, by paragraph. */
function paragraphs() {
  if (current.view === "schedule") return [...byId("schedule").querySelectorAll("h2, li")].map(readParagraph);
  return allRows().flatMap(read);
}

/** What a row says, by paragraph; read once, until it says something else. */
function read(row) {
  row.read ??= [...row.text.children].map(readParagraph);
  return row.read;
}

/** The words of a paragraph, whatever elements part them, and where each of its nodes begins. */
function readParagraph(paragraph) {
  const nodes = [];
  let said = "";
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("del")) continue;
    nodes.push([said.length, node]);
    said += node.data;
  }
  return { said: plain(said), nodes };
}

/** The places of the words. A range that followed each change of the page would slow them all. */
function ranges({ said, nodes }) {
  for (let at = said.indexOf(found.words); at >= 0; at = said.indexOf(found.words, at + 1)) {
    const [startContainer, startOffset] = place(nodes, at, true);
    const [endContainer, endOffset] = place(nodes, at + found.words.length, false);
    found.places.push(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
  }
}

function place(nodes, at, isStart) {
  const [begins, node] = nodes.findLast(([begin]) => (isStart ? begin <= at : begin < at));
  return [node, at - begins];
}

/** Words as they are compared: as many characters as before. */
function plain(words) {
  const blank = words.replace(/\s/g, " ");
  const all = blank.toLowerCase();
  // Few laws have a letter that is two in lower case; a last sigma is not told from others.
  if (all.length === blank.length && !blank.includes("Σ")) return all;
  return blank.replace(/./gsu, (mark) => {
    const low = mark.toLowerCase();
    return low.length === mark.length ? low : mark;
  });
}

function move(by) {
  const count = found.places.length;
  if (!count) {
    announce(say("hits_none_told"));
    return;
  }
  found.at = (found.at + by + count) % count;
  show();
  reveal();
}

function show() {
  const n = found.places.length;
  byId("search").parentElement.classList.toggle("on", Boolean(found.words));
  byId("hits").textContent = found.words ? (n ? say("hits", { at: found.at + 1, n }) : say("hits_none")) : "";
  if (canMark) {
    // One by one: a long law has more places than a call takes arguments.
    const all = new Highlight();
    for (const one of found.places) all.add(one);
    CSS.highlights.set("found", all);
    CSS.highlights.set("here", new Highlight(...(n ? [found.places[Math.max(found.at, 0)]] : [])));
  }
  if (found.words) announce(n ? say("hits_told", { n, at: found.at + 1 }) : say("hits_none_told"));
}

function reveal() {
  const element = found.places[found.at].startContainer.parentElement;
  element.closest("p, li, h1, h2, h3, h4, h5, h6")?.scrollIntoView({ block: "center" });
  if (!canMark) {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    element.closest(".row")?.classList.add("here");
  }
}
