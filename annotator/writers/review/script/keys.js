// Single keys, which rest while one writes and can be switched off.

import { say } from "./data.js";
import { announce, button, byId, el, fill } from "./dom.js";
import { current, goTo } from "./current.js";
import { accept, alarm, decide, noted, takeBack } from "./acts.js";
import { edit } from "./card.js";
import { step, togglePanel } from "./panel.js";
import { choices, choose } from "./keep.js";
import { toggleTree } from "./tree.js";

const onAmendment = (act) => () => (current.amendment ? act(current.amendment) : announce(say("nothing_to_decide")));
const onEntry = (act) => () => (current.entry ? act(current.entry) : step(1));
const onField = (name) => () => {
  const field = byId("finding").querySelector(`[data-act="${name}"]`);
  if (field) field.focus();
  else announce(say("not_here"));
};

const KEYS = {
  j: ["key_next", () => step(1) || announce(say("no_more"))],
  k: ["key_previous", () => step(-1) || announce(say("no_more"))],
  a: ["key_accept", onAmendment((number) => accept(number))],
  r: ["key_reject", onAmendment((number) => decide(number, "rejected"))],
  e: ["key_edit", onAmendment((number) => edit(number))],
  f: ["key_alarm", onEntry(alarm)],
  s: ["key_seen", onEntry((entry) => noted(entry) || announce(say("not_here")))],
  l: ["key_label", onEntry(onField("label"))],
  c: ["key_comment", onEntry(onField("comment"))],
  u: ["key_undo", takeBack],
  v: ["key_view", nextView],
  i: ["key_list", () => goTo(null, 0, { focus: "list", from: current.entry })],
  "/": ["key_search", () => byId("search").focus()],
  "?": ["key_help", showKeys],
};

let isOn = true;

/** Listen to keys, as long as they are switched on. */
export function makeKeys() {
  isOn = choices().keys !== false;
  byId("keys-on").checked = isOn;
  document.body.classList.toggle("keys-on", isOn);
  byId("keys-on").addEventListener("change", (event) => {
    isOn = event.target.checked;
    choose({ keys: isOn });
    document.body.classList.toggle("keys-on", isOn);
    announce(say(isOn ? "keys_switched_on" : "keys_switched_off"));
  });
  byId("help").addEventListener("click", showKeys);
  document.addEventListener("keydown", pressed);
}

function pressed(event) {
  if (event.key === "Escape") escaped();
  else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !isWriting(event.target)) {
    event.preventDefault();
    takeBack();
  } else if (isOn && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target)
      && !document.querySelector("dialog[open]") && Object.hasOwn(KEYS, event.key.toLowerCase())) {
    event.preventDefault();
    KEYS[event.key.toLowerCase()][1]();
  }
}

/** Whether a key is a letter there, or chooses in a list. */
function isWriting(target) {
  return target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select") !== null;
}

function escaped() {
  if (document.querySelector("dialog[open]")) return;
  if (byId("menu").open) {
    byId("menu").open = false;
    byId("menu").querySelector("summary").focus();
  } else if (document.body.classList.contains("tree-open")) toggleTree(false);
  else if (document.body.classList.contains("panel-open")) {
    togglePanel(false);
    byId("open-panel").focus();
  }
}

function nextView() {
  const all = [...document.querySelectorAll("input[name=view]")];
  const next = all[(all.findIndex((one) => one.checked) + 1) % all.length];
  next.click();
  announce(next.labels[0].textContent);
}

function showKeys() {
  byId("menu").open = false;
  const dialog = byId("keys");
  fill(dialog, el("h2", { id: "keys-title" }, say("keys")), el("p", {}, say("keys_hint")),
    el("dl", { class: "keys" }, ...Object.entries(KEYS).map(([key, [name]]) =>
      el("div", {}, el("dt", {}, el("kbd", {}, key.toUpperCase())), el("dd", {}, say(name))))),
    button(say("close"), () => dialog.close(), { class: "first", autofocus: true }));
  dialog.showModal();
}
