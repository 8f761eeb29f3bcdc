// An amendment in the panel: its redline, instruction, reason and authority, and its decision.

import { AMENDMENTS, DATA, listed, say } from "./data.js";
import { button, el, fill } from "./dom.js";
import { formBeside, joined, rivals, standing, wordsOf } from "./compose.js";
import { abridged, blockOfEdit, heard, paragraphsOf, placed, shownPieces } from "./redline.js";
import { isOpen, isTaken, ruling, verdict } from "./state.js";
import { accept, decide } from "./acts.js";
import { current, goTo } from "./current.js";
import { entryOfAmendment } from "./entries.js";
import { beginWords, begunWords, forgetWords, hasWords } from "./drafts.js";

const AROUND = 18;
/** The amendment whose words are being edited. */
const editing = { number: 0 };

/** The card of an amendment; `isCurrent` is the one that keys act on. */
export function card(entry, number, isCurrent) {
  const one = AMENDMENTS.get(number);
  const shown = formBeside(number, standing(true));
  const title = `amendment-${number}`;
  const is = verdict(number);
  return el("article", {
    class: `card ${is}${isCurrent ? " current" : ""}`, id: `card-${number}`, tabindex: "-1",
    "aria-labelledby": title, "aria-current": isCurrent ? "true" : undefined,
    on: { focusin: () => current.amendment !== number && goTo(entry, number, { quiet: true }) },
  },
  el("h3", { id: title }, say("amendment_on", { number, issue: one.issue_name })),
  el("p", { class: `verdict ${is}` }, say(`state_${is}`), by(number)),
  warnings(number, one),
  change(shown),
  editing.number === number ? editor(number, shown) : [begun(number), actions(number)],
  details(one, shown));
}

/** Begin to edit the words of an amendment. */
export function edit(number) {
  editing.number = number;
  goTo(entryOfAmendment(number), number, { act: "words-0" });
}

/** Put the field of words away; what was begun in it stays. */
export function stopEditing() {
  editing.number = 0;
}

/** That words were begun and are not saved. */
function begun(number) {
  return hasWords(number) ? el("div", { class: "begun" }, el("p", {}, say("edit_begun")),
    button(say("edit_go_on"), () => edit(number), { class: "act", "data-act": "go-on" })) : null;
}

function by(number) {
  const { who, when } = ruling(number);
  if (isOpen(number) || !when) return null;
  const told = when.slice(0, 10);
  return el("span", { class: "soft" }, ` ${who ? say("decided_by", { who, when: told }) : told}`);
}

function warnings(number, one) {
  const lines = [];
  if (one.instead_of.length) lines.push(say("instead_of", { numbers: listed(one.instead_of) }));
  const others = rivals(number).filter((other) => !one.instead_of.includes(other));
  const instead = others.filter((other) => AMENDMENTS.get(other).instead_of.includes(number));
  const same = others.filter((other) => !instead.includes(other));
  if (instead.length) lines.push(say("or_instead", { numbers: listed(instead) }));
  if (same.length) lines.push(say("collides", { numbers: listed(same) }));
  const isWrong = isTaken(number) && rivals(number).some(isTaken);
  return lines.map((line) => el("p", { class: `warning${isWrong ? " wrong" : ""}` }, line));
}

function change(shown) {
  const edits = placed([shown]);
  const first = Math.min(...shown.edits.map(blockOfEdit));
  const blocks = [...new Set([first, ...edits.keys()])].sort((a, b) => a - b);
  const paragraphs = blocks.flatMap((at) =>
    paragraphsOf(DATA.blocks[at], edits.get(at) ?? [], []));
  return el("div", { class: "change", dir: "auto" }, ...abridged(paragraphs, AROUND).map((pieces) =>
    el("p", { "data-heard": heard(pieces) }, ...shownPieces(pieces, false))));
}

function actions(number) {
  const { decision } = ruling(number);
  const act = (name, does, key, isOn = false) => button([say(name)], does, {
    "data-act": name, "aria-pressed": isOn ? "true" : undefined, "aria-keyshortcuts": key,
    class: `act ${name}${isOn ? " on" : ""}`, "aria-describedby": `amendment-${number}`,
  });
  return el("div", { class: "acts" },
    act("accept", () => accept(number), "A", decision === "accepted"),
    act("reject", () => decide(number, "rejected"), "R", decision === "rejected"),
    act("edit", () => edit(number), "E", decision === "edited"),
    isOpen(number) ? null : act("reopen", () => decide(number, "pending")));
}

function editor(number, shown) {
  const words = begunWords(number) ?? wordsOf(number, shown);
  const fields = words.map((one, at) => {
    const id = `words-${number}-${at}`;
    const label = words.length > 1 ? say("edit_words_at", { n: at + 1, of: words.length }) : say("edit_words");
    const field = el("textarea", { id, rows: Math.min(8, 2 + Math.ceil(one.length / 45)), dir: "auto", "data-act": `words-${at}`, value: one });
    return [el("label", { for: id }, label), field];
  });
  const given = () => fields.map(([, field]) => field.value);
  const leave = () => {
    stopEditing();
    forgetWords(number);
    goTo(entryOfAmendment(number), number, { act: "edit" });
  };
  const refusal = el("div", { class: "refusal", role: "alert" });
  const reject = () => {
    stopEditing();
    forgetWords(number);
    decide(number, "rejected");
  };
  const save = async () => {
    const theirs = joined(given());
    const ours = joined(shown.original.map(([, , text]) => text));
    if (theirs !== ours && !given().some((one) => one.trim())) {
      fill(refusal, el("p", {}, say("edit_empty")), button(say("edit_reject"), reject, { class: "act", "data-act": "reject-instead" }));
      fields[0][1].focus();
      return;
    }
    stopEditing();
    forgetWords(number);
    // Words that are ours after all are accepted as they are.
    if (!(await accept(number, theirs === ours ? null : theirs))) goTo(entryOfAmendment(number), number, { act: "edit" });
  };
  const pressed = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  return el("div", { class: "editor", on: { keydown: pressed, input: () => beginWords(number, given()) } },
  ...fields.flat(),
  refusal,
  el("div", { class: "acts" },
    button(say("edit_save"), save, { class: "act first", "data-act": "save" }),
    button(say("edit_cancel"), leave, { class: "act", "data-act": "cancel" })));
}

function details(one, shown) {
  return el("dl", {},
    el("dt", {}, say("instruction")), el("dd", { dir: "auto" }, shown.instructions.join("\n")),
    el("dt", {}, say("reason")), el("dd", {}, one.reason),
    one.authority.length ? [el("dt", {}, say("authority")), el("dd", {}, el("ul", {}, ...one.authority.map((line) => el("li", {}, line))))] : null,
    one.precedents?.length ? [el("dt", {}, say("precedents")), el("dd", {}, el("ul", {}, ...one.precedents.map(precedent)))] : null);
}

function precedent({ cited, words }) {
  return el("li", {}, cited, el("blockquote", { dir: "auto" }, words));
}
