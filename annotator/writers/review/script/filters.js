// The filters: which findings are shown, in the margin, in the list and to the keys.

import { AMENDMENTS, DATA, say } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { amendmentIsIn, ENTRIES, isDoubtful, isIn, isNew, issuesOf, labelOf } from "./entries.js";
import { badge } from "./marks.js";
import { current, setShown } from "./current.js";

const IS_COMPARED = ENTRIES.some((entry) => isNew(entry) !== null);
const STATES = ["any", ...(IS_COMPARED ? ["new", "known"] : []), "pending", "bare", "decided", "accepted", "edited", "rejected", "false-alarm", "commented", "named"];
const LABELS = ["regressive", "blind", "gap", "responsive", "neutral"];
const AT_FIRST = { labels: new Set(LABELS.slice(0, 4)), issue: "", weight: 0, sure: 0, doubt: "", state: "any", order: "law" };

const chosen = { ...AT_FIRST, labels: new Set(AT_FIRST.labels) };

/** Make the controls, with the choices that this law has. */
export function makeFilters() {
  const present = LABELS.filter((label) => ENTRIES.some((entry) => labelOf(entry) === label));
  byId("f-labels").append(...present.map(chip));
  const issues = [...new Set(ENTRIES.flatMap(issuesOf))].sort();
  options("f-issue", [["", say("any")], ...issues.map((issue) => [issue, DATA.issues[issue] ?? issue])]);
  options("f-weight", [0, 25, 50, 75].map((n) => [n, n ? String(n) : say("any")]));
  options("f-sure", [0, 50, 70, 80, 90].map((n) => [n, n ? `${n} %` : say("any")]));
  options("f-doubt", [["", say("any")], ["sure", say("doubt_sure")], ["review", say("for_review")]]);
  options("f-state", STATES.map((state) => [state, stateName(state)]));
  options("f-order", [["law", say("order_law")], ["weight", say("order_weight")]]);
  listen("f-issue", "issue", String);
  listen("f-weight", "weight", Number);
  listen("f-sure", "sure", (value) => Number(value) / 100);
  listen("f-doubt", "doubt", String);
  listen("f-state", "state", String);
  listen("f-order", "order", String);
  byId("f-clear").addEventListener("click", clear);
  applyFilters();
}

/** Find anew which findings are shown: also after a decision, which may leave the filter. */
export function applyFilters() {
  const shown = ENTRIES.filter(isShown);
  setShown(chosen.order === "weight" ? shown.toSorted((a, b) => b.weight - a.weight || a.at - b.at) : shown);
  const on = countOn();
  // What is lacking is no finding that a filter could ask for.
  byId("lacking").hidden = on > 0;
  byId("filters-on").textContent = on ? say("filters_on", { n: on }) : "";
}

/** The amendments of what is shown that are themselves on the issue and in the state that are filtered by. */
export function shownAmendments() {
  return current.shown.flatMap((entry) => entry.amendments).filter((number) => amendmentIsIn(number, chosen.state)
    && (!chosen.issue || AMENDMENTS.get(number).issue === chosen.issue));
}

/** How many findings there are to show, but for neutral clauses that nobody asked for. */
export function countAll() {
  return ENTRIES.filter((entry) => labelOf(entry) !== "neutral" || chosen.labels.has("neutral")).length;
}

function isShown(entry) {
  if (!chosen.labels.has(labelOf(entry)) || !isIn(entry, chosen.state)) return false;
  if (chosen.issue && !issuesOf(entry).includes(chosen.issue)) return false;
  if (chosen.doubt && (chosen.doubt === "review") !== isDoubtful(entry)) return false;
  // What is lacking has neither weight nor confidence: asked for either, it is not shown.
  if (entry.gap) return !chosen.weight && !chosen.sure;
  return entry.clause.weight >= chosen.weight && entry.clause.confidence >= chosen.sure;
}

function countOn() {
  const labels = LABELS.some((label) => chosen.labels.has(label) !== AT_FIRST.labels.has(label));
  return Number(labels) + ["issue", "weight", "sure", "doubt", "state"].filter((name) => chosen[name] !== AT_FIRST[name]).length;
}

function stateName(state) {
  return say({ any: "state_any", named: "correct_label", bare: "no_words" }[state] ?? `state_${state}`);
}

function chip(label) {
  const box = el("input", { type: "checkbox", id: `f-${label}`, checked: chosen.labels.has(label), on: { change: () => {
    if (box.checked) chosen.labels.add(label);
    else chosen.labels.delete(label);
    applyFilters();
  } } });
  return el("span", { class: "chip" }, box, el("label", { for: `f-${label}` }, badge(label)));
}

function options(id, pairs) {
  fill(byId(id), pairs.map(([value, words]) => el("option", { value: String(value) }, words)));
}

function listen(id, name, read) {
  byId(id).addEventListener("change", (event) => {
    chosen[name] = read(event.target.value);
    applyFilters();
  });
}

function clear() {
  const { order } = chosen;
  Object.assign(chosen, AT_FIRST, { labels: new Set(AT_FIRST.labels), order });
  for (const label of LABELS) if (byId(`f-${label}`)) byId(`f-${label}`).checked = chosen.labels.has(label);
  byId("f-issue").value = byId("f-doubt").value = "";
  byId("f-weight").value = byId("f-sure").value = "0";
  byId("f-state").value = "any";
  applyFilters();
}
