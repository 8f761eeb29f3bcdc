// What the page knows of the law, and the words that people read.

export const DATA = JSON.parse(document.getElementById("data").textContent);

// What is empty is not written: here it stands.
DATA.blocks = (DATA.blocks ?? []).map(([start, end, body, kind, level, clause]) =>
  ({ start, end, body, kind, level, clause }));
nest(DATA.blocks);
DATA.tree ??= [];
DATA.gaps ??= [];
DATA.clauses = (DATA.clauses ?? []).map((one, index) => ({
  weight: 0, review: false, raised: [], sure: [], issues: "", lead_in: "", place: "",
  evidence: [], told: [], amendments: [], ...one, index,
}));
/** Amendments by their number, in the order of the law. */
export const AMENDMENTS = new Map((DATA.amendments ?? []).map((one) =>
  [one.number, { clause: -1, gap: -1, series: "", choice: 0, instead_of: [], collides: [], ...one }]));
for (const one of AMENDMENTS.values()) {
  one.forms = one.forms.map((form) => ({ label: "", ways: [], ...form }));
}

/** Give headings the depth at which they stand: a law may begin with small ones, or leave ranks out. */
function nest(blocks) {
  const above = [];
  for (const block of blocks.filter(({ kind }) => kind === "heading")) {
    while (above.length && above.at(-1) >= block.level) above.pop();
    above.push(block.level);
    block.depth = above.length;
  }
}

const plurals = new Intl.PluralRules(DATA.law.language);

/** The words under a key, its places filled; of several plurals that which `n` calls for. */
export function say(key, values = {}) {
  let words = DATA.say[key];
  if (typeof words === "object") words = words[plurals.select(values.n)] ?? words.other;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Names or numbers, the first few of many. */
export function listed(names, most = 8) {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? say("and_more", { listed: shown, n: names.length - most }) : shown;
}

/** The name of a clause with its heading, of a new section with what it provides. */
export function nameOf(entry) {
  if (entry.gap) return say("new_provision", { name: entry.gap.name || entry.gap.number });
  return entry.clause.name;
}
