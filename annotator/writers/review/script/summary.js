// What to know first: the head of the law and the report's first half page.

import { DATA, say } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { badge } from "./marks.js";

/** Fill the top of the page. */
export function makeSummary() {
  const { counts, paragraphs = [], changes = [], behind = [], warnings = [] } = DATA.summary;
  byId("law-title").textContent = "";
  fill(byId("law-title"), DATA.law.title);
  const [origin, ...others] = DATA.law.lines ?? [];
  fill(byId("summary"),
    el("p", { class: "origin" }, origin ?? ""),
    ...others.map((line) => el("p", { class: "soft" }, line)),
    el("ul", { class: "totals" }, ...Object.entries(counts).map(([label, count]) =>
      el("li", {}, el("b", {}, String(count)), " ", badge(label), " ", el("span", { class: "meaning" }, DATA.meanings[label])))),
    warnings.length ? el("details", { class: "warnings" }, el("summary", {}, `${say("warnings")} (${warnings.length})`),
      el("ul", {}, ...warnings.map((line) => el("li", {}, line)))) : null,
    paragraphs.length || changes.length || behind.length ? el("details", { class: "half", open: true },
      el("summary", {}, el("h2", {}, say("matters"))),
      ...paragraphs.map((line) => el("p", { dir: "auto" }, line)),
      changes.length ? [el("h3", {}, say("changes")), el("ol", {}, ...changes.map((line) => el("li", { dir: "auto" }, line)))] : null,
      ...behind.map((line) => el("p", {}, line))) : null);
}
