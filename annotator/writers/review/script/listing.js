// The list of the findings that are shown, what is done to all of them, and what is lacking.

import { DATA, nameOf, say } from "./data.js";
import { button, byId, el, fill } from "./dom.js";
import { countAll, shownAmendments } from "./filters.js";
import { isDoubtful, labelOf } from "./entries.js";
import { about, badgeOf, states, titleOf } from "./marks.js";
import { decideAll } from "./acts.js";
import { current, goTo } from "./current.js";

const items = new Map();

/** Make what stands around the list. */
export function makeListing() {
  for (const [id, decision] of [["all-accept", "accepted"], ["all-reject", "rejected"], ["all-reopen", "pending"]]) {
    byId(id).addEventListener("click", () => decideAll(shownAmendments(), decision));
  }
  const rest = DATA.gaps.filter((gap) => !gap.amendment);
  if (!rest.length) return;
  byId("lacking").append(el("h2", { tabindex: "-1" }, say("lacking_more")),
    el("ul", {}, ...rest.map((gap) => el("li", {}, el("b", {}, gap.lacks), " ", el("span", { class: "soft" }, gap.called)))));
}

/** Show the list as the filters leave it. */
export function updateListing() {
  const n = current.shown.length;
  const all = countAll();
  byId("shown").textContent = n === all ? say("shown", { n }) : say("shown_of", { n, of: all });
  byId("open-count").textContent = n;
  // Behind a finding nobody sees the list: it is made when one comes back to it.
  if (!byId("listing").hidden) put(byId("list"), current.shown.map(item));
}

/** Put in items where they differ; all, where others are shown. */
function put(list, made) {
  const old = [...list.children];
  const isMoved = made.some((one, at) => old[at] !== one && one.parentElement === list);
  if (old.length !== made.length || isMoved) fill(list, made);
  else for (const [at, one] of made.entries()) if (old[at] !== one) old[at].replaceWith(one);
}

/** Give the focus to the item of a finding. */
export function focusItem(entry) {
  const item = items.get(entry?.id)?.element.firstChild;
  (item?.isConnected ? item : byId("list").querySelector("button") ?? byId("f-clear"))?.focus();
}

/** Items are kept as long as they say the same: a long list is not made anew for each decision. */
function item(entry) {
  const title = titleOf(entry);
  const kept = items.get(entry.id);
  if (kept?.title === title) return kept.element;
  const element = el("li", {}, button([
    el("span", { class: "line" }, badgeOf(entry), states(entry)),
    el("b", { dir: "auto" }, nameOf(entry)),
    el("span", { class: "soft" }, entry.gap ? entry.gap.lacks : [entry.clause.heading, about(entry)].filter(Boolean).join(" · ")),
  ], () => goTo(entry, 0, { focus: "title" }), { class: `item ${labelOf(entry)}${isDoubtful(entry) ? " doubted" : ""}` }));
  items.set(entry.id, { title, element });
  return element;
}
