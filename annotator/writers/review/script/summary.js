// What to know first: the head of the law and the report's first half page.

import { DATA, nameOf, say } from "./data.js";
import { byId, el, fill, isNarrow } from "./dom.js";
import { badge } from "./marks.js";
import { ENTRIES } from "./entries.js";
import { current, goTo } from "./current.js";
import { togglePanel } from "./panel.js";

/** What a sentence names, and where that leads: the longest names first. */
const PLACES = new Map();

/** A sentence in which the names of findings, and of what is lacking, are links. */
function linked(line) {
  if (!PLACES.size) {
    for (const entry of ENTRIES) if (!PLACES.has(nameOf(entry))) PLACES.set(nameOf(entry), () => goTo(entry, 0, { focus: "title" }));
    PLACES.set(say("lacking_whole"), showLacking);
  }
  // Names of one kind follow one another with their numbers alone: these lead nowhere.
  const names = [...PLACES.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return line.split(new RegExp(`(?<!\\w)(${names.join("|")})(?![\\w(])`, "i")).map((part, at) => {
    const name = at % 2 ? [...PLACES.keys()].find((one) => one.toLowerCase() === part.toLowerCase()) : null;
    return name ? el("a", { href: "#main", on: { click: (event) => { event.preventDefault(); PLACES.get(name)(); } } }, part) : part;
  });
}

function showLacking() {
  if (current.entry) goTo(null);
  if (isNarrow()) togglePanel(true);
  byId("lacking").hidden = false;
  const heading = byId("lacking").querySelector("h2");
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

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
      ...paragraphs.map((line) => el("p", { dir: "auto" }, linked(line))),
      changes.length ? [el("h3", {}, say("changes")), el("ol", {}, ...changes.map((line) => el("li", { dir: "auto" }, linked(line))))] : null,
      ...behind.map((line) => el("p", {}, linked(line)))) : null);
}
