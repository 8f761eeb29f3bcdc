// Questions, which wait for an answer.

import { say } from "./data.js";
import { button, byId, el, fill } from "./dom.js";

/** Ask whether to do something; the lines say what. True where the answer is yes, which of much is not near at hand. */
export function ask(lines, yes = say("ask_yes"), { isMany = false } = {}) {
  const dialog = byId("ask");
  return new Promise((answer) => {
    const close = (is) => {
      dialog.close();
      answer(is);
    };
    dialog.oncancel = () => answer(false);
    fill(dialog, el("h2", { id: "ask-title" }, lines[0]), ...lines.slice(1).filter(Boolean).map((line) => el("p", {}, line)),
      el("div", { class: "answers" },
        button(say("ask_no"), () => close(false), { autofocus: isMany }),
        button(yes, () => close(true), { class: "first", autofocus: !isMany })));
    dialog.showModal();
  });
}
