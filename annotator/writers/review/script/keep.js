// Decisions and choices are kept in the browser as a convenience, by the hash of the law's file.

import { DATA } from "./data.js";

const KEY = `annotate-review-${DATA.law.sha256}`;
const DRAFTS = `${KEY}-drafts`;
const CHOICES = "annotate-review";

/** Whether the browser keeps anything for the page. */
export function canKeep() {
  try {
    localStorage.setItem(`${CHOICES}-try`, "1");
    localStorage.removeItem(`${CHOICES}-try`);
    return Boolean(DATA.law.sha256);
  } catch {
    return false;
  }
}

/** What was kept of this law: the text of a file of decisions, or nothing. */
export const kept = () => read(DATA.law.sha256 ? KEY : "");
export const keep = (text) => Boolean(DATA.law.sha256) && write(KEY, text);

/** What was begun: kept, or forgotten where the text is empty. */
export const keptDrafts = () => read(DATA.law.sha256 ? DRAFTS : "");
export const keepDrafts = (text) => (DATA.law.sha256 && text ? write(DRAFTS, text) : drop(DRAFTS));

/** Be told what another window keeps of this law: the text, or nothing where it forgot all. */
export function onKept(listener) {
  addEventListener("storage", ({ key, newValue }) => {
    if (DATA.law.sha256 && key === KEY) listener(newValue);
  });
}

/** What was chosen for all laws: a name, whether keys are on. */
export function choices() {
  try {
    const found = JSON.parse(read(CHOICES) ?? "{}");
    return typeof found === "object" && found ? found : {};
  } catch {
    return {};
  }
}

export const choose = (choice) => write(CHOICES, JSON.stringify({ ...choices(), ...choice }));

export function forget() {
  drop(KEY);
}

function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // There was nothing to forget.
  }
}

function read(key) {
  try {
    return key ? localStorage.getItem(key) : null;
  } catch {
    return null;
  }
}

function write(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
