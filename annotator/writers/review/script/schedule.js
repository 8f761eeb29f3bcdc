// The amending schedule: what is accepted, as instructions; and the annex of a print.

import { AMENDMENTS, DATA, nameOf, say } from "./data.js";
import { announce, button, byId, el, fill } from "./dom.js";
import { composed, formBeside, standing } from "./compose.js";
import { ENTRIES, isNeutral } from "./entries.js";
import { badgeOf, states } from "./marks.js";
import { isOpen, ruling, saying, verdict } from "./state.js";
import { current } from "./current.js";

/** Where the law was read before the schedule took its place. */
let scrolled = 0;

/** Show the law or the schedule, as the view says. */
export function updateSchedule() {
  const isSchedule = current.view === "schedule";
  const isNew = isSchedule && byId("schedule").hidden;
  const isBack = !isSchedule && byId("law").hidden;
  if (isNew) scrolled = byId("main").scrollTop;
  byId("law").hidden = isSchedule;
  byId("schedule").hidden = !isSchedule;
  if (isBack) byId("main").scrollTop = scrolled;
  if (!isSchedule) return;
  const instructions = instructed();
  fill(byId("schedule"), el("h2", { dir: "auto" }, DATA.law.schedule),
    instructions.length ? [
      el("ol", {}, ...instructions.map((line) => el("li", { dir: "auto" }, line))),
      button(say("schedule_copy"), copy),
    ] : el("p", {}, say("schedule_empty")));
  if (isNew) byId("schedule").scrollIntoView({ block: "start" });
}

/** Put what was proposed and decided behind the law, for as long as a print takes. */
export function makeAnnex() {
  addEventListener("beforeprint", () => {
    const entries = ENTRIES.filter((entry) => !isNeutral(entry));
    fill(byId("annex"), el("h2", {}, say("annex")), entries.map(printed), lacking());
  });
  addEventListener("afterprint", () => byId("annex").replaceChildren());
}

function instructed() {
  return composed(standing(false)).flatMap(({ instructions }) => instructions);
}

async function copy() {
  const lines = instructed().map((line, at) => `${at + 1}. ${line}`);
  try {
    await navigator.clipboard.writeText([DATA.law.schedule, "", ...lines].join("\n"));
    announce(say("schedule_copied"));
  } catch {
    announce(say("schedule_not_copied"));
  }
}

/** What the law lacks and no amendment provides: the summary speaks of it. */
function lacking() {
  const rest = DATA.gaps.filter((gap) => !gap.amendment);
  return rest.length ? [el("h2", {}, say("lacking_more")),
    el("ul", {}, ...rest.map((gap) => el("li", {}, el("b", {}, gap.lacks), ` ${gap.called}`)))] : [];
}

/** The precedents of an amendment, behind what they are. */
function precedents({ precedents: found }) {
  return found?.length ? [`${say("precedents")}: ${found.map(({ cited }) => cited).join("; ")}`] : [];
}

/** By whom and when something was decided, behind what was. */
function by({ who, when }) {
  if (!when) return "";
  return `, ${who ? say("decided_by", { who, when: when.slice(0, 10) }) : when.slice(0, 10)}`;
}

function printed(entry) {
  const words = entry.clause ? saying(entry.clause.index).comment : ruling(entry.amendments[0]).comment;
  return el("section", { class: "printed" },
    el("h3", {}, nameOf(entry), " ", badgeOf(entry), " ", states(entry)),
    entry.gap ? el("p", {}, entry.gap.lacks) : null,
    ...entry.amendments.map((number) => {
      const one = AMENDMENTS.get(number);
      return el("div", {}, el("p", {}, el("b", {}, say("amendment", { number })), ` (${say(`state_${verdict(number)}`)}${isOpen(number) ? "" : by(ruling(number).when ? ruling(number) : saying(one.clause))}): `,
        formBeside(number, standing(true)).instructions.join("\n")),
      el("p", { class: "soft" }, [one.reason, ...one.authority, ...precedents(one)].join(" · ")));
    }),
    ...(entry.clause?.told ?? []).map((line) => el("p", {}, line)),
    words ? el("p", {}, `${say("comment")}${by(entry.clause ? saying(entry.clause.index) : ruling(entry.amendments[0]))}: ${words}`) : null);
}
