// The buttons by which decisions leave the page and come back, and what the browser keeps.

import { say } from "./data.js";
import { announce, byId, el, notice } from "./dom.js";
import { conflicts, exported, parsed, written } from "./exchange.js";
import { carried } from "./carry.js";
import { ask } from "./ask.js";
import { canKeep, choices, choose, forget, keep, kept } from "./keep.js";
import { change, counted, onChange, passedOn, said, setWho } from "./state.js";

const MOST = 20_000_000;
let isExported = true;

/** Listen to the buttons, and bring back what the browser has kept. */
export function makeFiles() {
  byId("export").addEventListener("click", save);
  byId("import").addEventListener("change", (event) => load(event.target));
  byId("afresh").addEventListener("click", afresh);
  byId("who").value = choices().who ?? "";
  setWho(byId("who").value);
  byId("who").addEventListener("input", (event) => {
    setWho(event.target.value.trim());
    choose({ who: event.target.value.trim() });
  });
  restore();
  const isKept = canKeep();
  onChange(() => {
    isExported = false;
    if (isKept) keep(written(exported([])));
  });
  if (!isKept) {
    addEventListener("beforeunload", (event) => {
      if (!isExported) event.preventDefault();
    });
    byId("menu").querySelector(".sheet").append(el("p", { class: "soft" }, say("not_kept")));
  }
}

function save() {
  const notes = conflicts().map((pair) => say("note_conflict", { numbers: pair.join(", ") }));
  const url = URL.createObjectURL(new Blob([written(exported(notes))], { type: "application/json" }));
  const link = el("a", { href: url, download: "decisions.json", hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  isExported = true;
  announce(say("exported", { n: counted().done }));
}

async function load(input) {
  const [file] = input.files;
  if (!file) return;
  byId("menu").open = false;
  const name = file.name;
  if (file.size > MOST) notice([say("import_too_big", { file: name })], "wrong");
  else {
    const read = parsed(await file.text());
    if (!read) notice([say("import_not_json", { file: name })], "wrong");
    else {
      const { lines, isTaken } = carried(read, name);
      notice(lines, isTaken ? "told" : "wrong");
    }
  }
  input.value = "";
}

function restore() {
  const text = kept();
  const read = text ? parsed(text) : null;
  if (!read) return;
  const { lines } = carried(read, "", { isOwn: true });
  if (said().size) notice(lines);
}

async function afresh() {
  byId("menu").open = false;
  if (!(await ask([say("ask_afresh"), say("ask_undo")]))) return;
  const changes = [...said().keys()].map((key) => [key, key[0] === "a"
    ? { decision: "pending", words: "", comment: "" } : { alarm: false, named: "", comment: "" }]);
  passedOn.decisions.length = passedOn.clauses.length = 0;
  if (changes.length) change(say("did_afresh"), changes);
  forget();
  announce(say("did_afresh"));
}
