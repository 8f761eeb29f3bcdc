// The buttons by which decisions leave the page and come back, and what the browser keeps.

import { listed, say } from "./data.js";
import { announce, byId, el, notice } from "./dom.js";
import { conflicts, exported, parsed, withoutPending, written } from "./exchange.js";
import { carried, takenOver } from "./carry.js";
import { ENTRIES } from "./entries.js";
import { comment } from "./acts.js";
import { begunComments, forgetComment, keepSeen, keptSeen, unsaved } from "./drafts.js";
import { makeRefused, tellRefused } from "./refused.js";
import { ask } from "./ask.js";
import { canKeep, choices, choose, forget, keep, kept, onKept } from "./keep.js";
import { change, counted, onChange, passedOn, said, seenClauses, setWho, takeSeen } from "./state.js";

const MOST_MEGABYTES = 20;
let isExported = true;
let isKept = false;
/** Whether what changes came from another window, which keeps it. */
let isTaking = false;
let isWithAnother = false;

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
  takeSeen(keptSeen());
  restore();
  isKept = canKeep();
  onChange(() => {
    isExported = false;
    keepSeen(seenClauses());
    if (!isTaking) keepAll();
  });
  addEventListener("beforeunload", (event) => {
    if (!isKept && !isExported) event.preventDefault();
  });
  onKept(takeFromAnother);
  commitComments();
  makeRefused();
  if (!isKept) notice([say("not_kept")], "wrong");
}

/** Keep what is decided, and say so once where the browser cannot. */
function keepAll() {
  const could = isKept;
  isKept = keep(written(withoutPending(exported([]))));
  if (could && !isKept) notice([say("keeps_no_more")], "wrong");
}

/** Another window of this law has decided something: it stands here too. */
function takeFromAnother(text) {
  const read = text ? parsed(text) : null;
  if (text && !read) return;
  isTaking = true;
  takenOver(read);
  isTaking = false;
  if (!isWithAnother) notice([say("from_another")]);
  isWithAnother = true;
}

/** Comments that were being written when the page was closed. */
function commitComments() {
  for (const [id, words] of begunComments()) {
    const entry = ENTRIES.find((one) => one.id === id);
    forgetComment(id);
    if (entry) comment(entry, words);
  }
}

function save() {
  // What stands in the field of a comment goes out with the rest.
  commitComments();
  const notes = conflicts().map((pair) => say("note_conflict", { numbers: pair.join(", ") }));
  const url = URL.createObjectURL(new Blob([written(exported(notes))], { type: "application/json" }));
  const link = el("a", { href: url, download: "decisions.json", hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  isExported = true;
  const left = unsaved();
  const lines = [say("exported", { n: counted().done }), left.length ? say("unsaved_words", { n: left.length, numbers: listed(left) }) : ""].filter(Boolean);
  if (left.length) notice(lines, "wrong", "export");
  else announce(lines[0]);
}

async function load(input) {
  const [file] = input.files;
  if (!file) return;
  byId("menu").open = false;
  const name = file.name;
  if (file.size > MOST_MEGABYTES * 1_000_000) notice([say("import_too_big", { file: name, n: MOST_MEGABYTES })], "wrong", "import");
  else {
    const read = parsed(await file.text());
    if (!read) notice([say("import_not_json", { file: name })], "wrong", "import");
    else {
      const { lines, isTaken, refused } = carried(read, name);
      notice(lines, isTaken ? "told" : "wrong", "import");
      tellRefused(refused);
    }
  }
  input.value = "";
  // The field of the file is hidden with its menu: the focus goes back to what opens that.
  byId("menu").querySelector("summary").focus();
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
    ? { decision: "pending", words: "", comment: "" } : { alarm: false, named: "", comment: "", seen: false }]);
  passedOn.decisions.length = passedOn.clauses.length = 0;
  if (changes.length) change(say("did_afresh"), changes);
  forget();
  announce(say("did_afresh"));
}
