// The finding in the panel: what was found, its amendments, and what is said of the clause.

import { nameOf, say } from "./data.js";
import { button, byId, el, fill, isNarrow } from "./dom.js";
import { isNeutral, isNew, labelOf, stepsOf } from "./entries.js";
import { ruling, saying } from "./state.js";
import { alarm, comment, LABELS, nameLabel, noted } from "./acts.js";
import { badgeOf, meaningOf } from "./marks.js";
import { card, stopEditing } from "./card.js";
import { current, goTo } from "./current.js";
import { beginComment, begunComment, forgetComment } from "./drafts.js";
import { rowOfEntry } from "./law.js";

let shownEntry = null;
let isCommenting = false;

/** Show what has changed, but where a comment was kept: whoever leaves its field is about to click. */
export function refreshPanel() {
  if (!isCommenting) updatePanel();
}

/** Show the current finding, or the list of all where there is none. */
export function updatePanel({ focus, act, quiet } = {}) {
  const { entry } = current;
  const box = byId("finding");
  if (entry !== shownEntry) stopEditing();
  const isNew = entry !== shownEntry;
  shownEntry = entry;
  const held = quiet ? null : heldFocus(box);
  byId("listing").hidden = Boolean(entry);
  box.hidden = !entry;
  if (entry && (!quiet || isNew)) {
    fill(box, finding(entry));
    if (isNew) byId("panel").scrollTo({ top: 0 });
  } else if (quiet) markCurrent(box);
  place(box, { focus, act, held });
}

/** Open or close the drawer of a narrow window. */
export function togglePanel(isOpen) {
  document.body.classList.toggle("panel-open", isOpen);
  byId("open-panel").setAttribute("aria-expanded", String(isOpen));
  for (const id of ["main", "tree", "bar"]) byId(id).inert = isOpen && isNarrow();
}

/** Go a step on or back among what is shown; whether there was one. */
export function step(by) {
  const steps = stepsOf(current.shown);
  const at = steps.findIndex(({ entry, amendment }) => entry === current.entry && amendment === current.amendment);
  const place = at < 0 ? firstNear(steps, by) : at + by;
  const next = steps[place];
  if (next) goTo(next.entry, next.amendment, { focus: next.amendment ? "card" : "title" });
  return Boolean(next);
}

function keepComment(entry, words) {
  isCommenting = true;
  forgetComment(entry.id);
  comment(entry, words);
  isCommenting = false;
}

function firstNear(steps, by) {
  if (!current.entry) return by > 0 ? 0 : steps.length - 1;
  const behind = steps.findIndex(({ entry }) => entry.at > current.entry.at);
  if (by > 0) return behind;
  return (behind < 0 ? steps.length : behind) - 1;
}

function finding(entry) {
  const clause = entry.clause;
  return [
    el("div", { class: "steps" },
      button([el("span", { "aria-hidden": "true" }, "‹ "), say("back_to_list")], () => goTo(null, 0, { focus: "list", from: entry }), { class: "plain", "data-act": "back" }),
      button(say("previous"), () => step(-1), { "data-act": "previous", "aria-keyshortcuts": "K" }),
      button(say("next"), () => step(1), { "data-act": "next", "aria-keyshortcuts": "J" })),
    el("h2", { id: "finding-title", tabindex: "-1", dir: "auto" }, nameOf(entry),
      clause?.heading ? el("span", { class: "heading-of" }, ` ${clause.heading}`) : null),
    el("p", { class: "found-as" }, badgeOf(entry), " ", el("span", { class: "meaning" }, meaningOf(labelOf(entry)))),
    clause ? clauseFacts(entry) : gapFacts(entry.gap),
    ...entry.amendments.map((number) => card(entry, number, number === current.amendment)),
    entry.amendments.length || isNeutral(entry) || clause.told.length ? null : el("p", { class: "told" }, say("no_amendments")),
    ...(clause ? clause.told : []).map((line) => el("p", { class: "told" }, line)),
    sayings(entry),
  ];
}

function clauseFacts(entry) {
  const { clause } = entry;
  const facts = [
    clause.issues,
    clause.label === "neutral" ? "" : say("sure", { n: Math.round(clause.confidence * 100) }),
    clause.review ? say("for_review") : "",
    isNew(entry) === null ? "" : say(isNew(entry) ? "state_new" : "state_known"),
    clause.weight ? say("weight", { n: clause.weight }) : "",
    clause.place,
  ];
  return el("p", { class: "facts" }, facts.filter(Boolean).join(" · "));
}

function gapFacts(gap) {
  return [el("p", { class: "lacks" }, gap.lacks), el("p", { class: "facts" }, gap.called)];
}

/** What is said of the clause as a whole: a false alarm, another label, a comment. */
function sayings(entry) {
  const clause = entry.clause;
  const { alarm: isAlarm, named } = clause ? saying(clause.index) : {};
  const said = clause ? saying(clause.index).comment : ruling(entry.amendments[0]).comment;
  const isFalse = clause ? isAlarm : ruling(entry.amendments[0]).decision === "false-alarm";
  const field = el("textarea", { id: "comment", rows: "3", dir: "auto", "data-act": "comment", "data-entry": entry.id,
    on: { input: (event) => beginComment(entry.id, event.target.value), change: (event) => keepComment(entry, event.target.value) } },
  begunComment(entry.id) ?? said);
  return el("div", { class: "sayings" },
    isNeutral(entry) || entry.amendments.length ? null : button(say("seen"), () => noted(entry),
      { "data-act": "seen", class: `act${saying(clause.index).seen ? " on" : ""}`, "aria-pressed": String(saying(clause.index).seen), title: say("seen_hint"), "aria-keyshortcuts": "S" }),
    isNeutral(entry) ? null : button(say("false_alarm"), () => alarm(entry),
      { "data-act": "alarm", class: `act${isFalse ? " on" : ""}`, "aria-pressed": String(Boolean(isFalse)), title: say("false_alarm_hint"), "aria-keyshortcuts": "F" }),
    clause ? el("div", { class: "field" }, el("label", { for: "named" }, say("correct_label")),
      el("select", { id: "named", "data-act": "label", "aria-keyshortcuts": "L", on: { change: (event) => nameLabel(clause.index, event.target.value) } },
        el("option", { value: "" }, say("as_found")),
        ...LABELS.map((label) => el("option", { value: label, selected: named === label }, label)))) : null,
    el("label", { for: "comment" }, say("comment")), field,
    el("p", { class: "soft" }, say("comment_hint")));
}

/** Which control of which card has the focus, so that it can have it again. */
function heldFocus(box) {
  const held = document.activeElement;
  if (!box.contains(held)) return null;
  return { act: held.dataset.act ?? "", card: held.closest(".card")?.id ?? "" };
}

function place(box, { focus, act, held }) {
  const { entry, amendment } = current;
  const own = byId(`card-${amendment}`);
  if (!entry || !(focus || act || held)) return;
  let target = null;
  if (act) target = own?.querySelector(`[data-act="${act}"]`) ?? box.querySelector(`[data-act="${act}"]`);
  else if (focus === "card") target = own;
  else if (focus) target = byId("finding-title");
  else target = again(box, held);
  if (isNarrow() && (focus || act)) togglePanel(true);
  // With the first amendment one sees of what it is.
  const isFirst = focus === "card" && entry.amendments[0] === amendment;
  target?.focus({ preventScroll: isFirst || target.id === "finding-title" });
  if (isFirst) byId("panel").scrollTo({ top: 0 });
}

function again(box, { act, card: id }) {
  const inside = id ? byId(id) : box;
  return (act && inside?.querySelector(`[data-act="${act}"]`)) || (id && byId(id)) || byId("finding-title");
}

function markCurrent(box) {
  for (const one of box.querySelectorAll(".card")) {
    const is = one.id === `card-${current.amendment}`;
    one.classList.toggle("current", is);
    if (is) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

/** Where a finding that is closed was opened from: its mark in the margin. */
export function markOf(entry) {
  return rowOfEntry(entry)?.element.querySelector(`[data-entry="${entry.id}"]`);
}

