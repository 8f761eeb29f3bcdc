// Decisions of another version of the law that could not be carried over: what was decided there,
// and where it may belong now. They stand under the list until somebody puts them away.

import { AMENDMENTS, nameOf, say } from "./data.js";
import { button, byId, el, fill } from "./dom.js";
import { edit } from "./card.js";
import { beginWords, keepRefused, keptRefused } from "./drafts.js";
import { formBeside, parted, standing } from "./compose.js";
import { goTo } from "./current.js";
import { entryOfAmendment, entryOfClause } from "./entries.js";
import { togglePanel } from "./panel.js";

/** Show what was refused before, if anything was. */
export function makeRefused() {
  show(keptRefused());
}

/** Show decisions that were not carried over, and keep them; none leaves what stands there. */
export function tellRefused(list) {
  if (!list.length) return;
  keepRefused(list);
  show(list);
}

function show(list) {
  const box = byId("refused");
  if (!list.length) fill(box);
  else {
    fill(box, el("h2", {}, say("refused")), el("p", { class: "soft" }, say("refused_hint")),
      el("ul", {}, ...list.map((one) => el("li", {}, told(one)))),
      button(say("refused_away"), () => {
        keepRefused([]);
        show([]);
      }));
  }
}

function told(one) {
  const decided = [one.decision === "pending" ? "" : say(`state_${one.decision}`),
    one.named ? say("state_named", { label: one.named }) : ""].filter(Boolean).join(", ");
  const entry = one.amendment ? entryOfAmendment(one.amendment) : one.at >= 0 ? entryOfClause(one.at) : null;
  return [
    el("b", {}, say("refused_at", { place: one.clause, decided })),
    one.words ? el("blockquote", { dir: "auto" }, one.words) : null,
    one.comment ? el("p", { dir: "auto" }, `${say("comment")}: ${one.comment}`) : null,
    entry ? el("p", { class: "acts" }, button(say("refused_now", { name: nowAt(entry) }), () => {
      togglePanel(true);
      goTo(entry, one.amendment, { focus: "title" });
    }, { class: "act" }),
    one.words && one.amendment ? button(say("refused_words"), () => takeWords(one), { class: "act" }) : null)
      : el("p", { class: "soft" }, say("refused_nowhere")),
  ];
}

function nowAt(entry) {
  return [nameOf(entry), entry.clause?.heading].filter(Boolean).join(" ");
}

/** Put the words of the refused decision into the field in which the amendment is edited. */
function takeWords({ words, amendment }) {
  if (!AMENDMENTS.has(amendment)) return;
  beginWords(amendment, parted(formBeside(amendment, standing(true)).original, words));
  goTo(entryOfAmendment(amendment), amendment);
  edit(amendment);
}
