// What was begun and neither saved nor given up: words of amendments, and comments. The browser
// keeps them, for a page may be closed in the middle of a sentence.

import { AMENDMENTS, DATA } from "./data.js";
import { keepDrafts, keptDrafts } from "./keep.js";

const begun = { words: new Map(), comments: new Map(), refused: [], seen: [] };

/** The words that were begun for an amendment, one for each of its changes. */
export const begunWords = (number) => begun.words.get(number);
export const hasWords = (number) => begun.words.has(number);
/** The amendments whose words were begun. */
export const unsaved = () => [...begun.words.keys()].sort((a, b) => a - b);
/** The comment that was begun on an entry, by the entry's id. */
export const begunComment = (id) => begun.comments.get(id);
export const begunComments = () => [...begun.comments];

/** Decisions that could not be carried over from another version of the law. */
export const keptRefused = () => begun.refused;
export function keepRefused(list) {
  begun.refused = list;
  keepAll();
}

/** Clauses that were seen, by their places among all. */
export const keptSeen = () => begun.seen;
export function keepSeen(list) {
  if (list.join() === begun.seen.join()) return;
  begun.seen = list;
  keepAll();
}

export const beginWords = (number, words) => put(begun.words, number, words);
export const forgetWords = (number) => put(begun.words, number);
export const beginComment = (id, words) => put(begun.comments, id, words);
export const forgetComment = (id) => put(begun.comments, id);

function put(map, key, value) {
  if (value === undefined) {
    if (!map.delete(key)) return;
  } else map.set(key, value);
  keepAll();
}

function keepAll() {
  const isEmpty = !begun.words.size && !begun.comments.size && !begun.refused.length && !begun.seen.length;
  const { refused, seen } = begun;
  keepDrafts(isEmpty ? "" : JSON.stringify({ words: [...begun.words], comments: [...begun.comments], refused, seen }));
}

function restore() {
  let read = {};
  try {
    read = JSON.parse(keptDrafts() ?? "{}") ?? {};
  } catch {
    // What is damaged is no draft.
  }
  for (const [number, words] of pairs(read.words)) {
    const isWhole = Array.isArray(words) && words.every((one) => typeof one === "string");
    if (AMENDMENTS.has(number) && isWhole) begun.words.set(number, words);
  }
  if (Array.isArray(read.refused)) begun.refused = read.refused.filter(isRefused);
  if (Array.isArray(read.seen)) begun.seen = read.seen.filter(Number.isInteger);
  for (const [id, words] of pairs(read.comments)) {
    if (typeof id === "string" && typeof words === "string") begun.comments.set(id, words);
  }
}

const TEXTS = ["clause", "words", "comment", "decision"];

/** Whether what the browser kept can be shown as a decision that was not carried over. */
function isRefused(one) {
  return TEXTS.every((name) => typeof one?.[name] === "string") && Object.hasOwn(DATA.say, `state_${one.decision}`)
    && (!one.amendment || AMENDMENTS.has(one.amendment)) && (one.at === -1 || Boolean(DATA.clauses[one.at]));
}

function pairs(list) {
  return Array.isArray(list) ? list.filter((one) => Array.isArray(one) && one.length === 2) : [];
}

restore();
