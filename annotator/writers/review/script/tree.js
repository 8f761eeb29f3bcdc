// The contents of the law, to navigate by.

import { DATA, say } from "./data.js";
import { button, byId, el, hidesTree } from "./dom.js";
import { rowOfBlock, rowOfEntry } from "./law.js";
import { current } from "./current.js";
import { labelOf } from "./entries.js";

const links = [];

/** Make the tree. */
export function makeTree() {
  byId("entries").append(branch(DATA.tree, true));
  byId("open-tree").addEventListener("click", () => toggleTree(true));
  byId("close-tree").addEventListener("click", () => toggleTree(false));
}

/** Count beside each part how many of the findings that are shown stand in it. */
export function updateTree() {
  // How many there are before each block.
  const before = [0, ...DATA.blocks.map(() => 0)];
  for (const entry of current.shown) {
    const row = labelOf(entry) === "neutral" ? null : rowOfEntry(entry);
    if (row) before[row.blocks[0] + 1] += 1;
  }
  for (let at = 1; at < before.length; at += 1) before[at] += before[at - 1];
  for (const { entry, count } of links) {
    const inside = before[entry.end + 1] - before[entry.block];
    count.textContent = inside || "";
    count.hidden = !inside;
  }
}

/** Open or close the drawer of a narrow window. */
export function toggleTree(isOpen) {
  document.body.classList.toggle("tree-open", isOpen);
  byId("open-tree").setAttribute("aria-expanded", String(isOpen));
  for (const id of ["main", "panel"]) byId(id).inert = isOpen && hidesTree();
  if (isOpen) byId("close-tree").focus();
  else if (hidesTree()) byId("open-tree").focus();
}

function branch(entries, isOpen) {
  const list = el("ul", { hidden: !isOpen });
  for (const entry of entries) list.append(leaf(entry));
  return list;
}

function leaf(entry) {
  const count = el("span", { class: "count", title: say("findings"), hidden: true });
  const row = rowOfBlock(entry.block);
  const link = el("a", { href: `#${row?.element.id ?? ""}`, dir: "auto", on: { click: (event) => jump(event, row) } },
    el("b", {}, entry.name), entry.heading && entry.heading !== entry.name ? ` ${entry.heading}` : "");
  links.push({ entry, count });
  const items = entry.items ?? [];
  if (!items.length) return el("li", {}, el("div", { class: "leaf" }, link, count));
  const inner = branch(items, true);
  const name = `${entry.name} ${entry.heading}`.trim();
  const open = button(el("span", { "aria-hidden": "true" }, "▾"), () => {
    inner.hidden = !inner.hidden;
    open.setAttribute("aria-expanded", String(!inner.hidden));
  }, { class: "plain fold", "aria-expanded": "true", "aria-label": say("open_part", { name }) });
  return el("li", {}, el("div", { class: "leaf part" }, open, link, count), inner);
}

function jump(event, row) {
  event.preventDefault();
  if (hidesTree()) toggleTree(false);
  if (!row) return;
  row.element.scrollIntoView({ block: "start" });
  row.text.tabIndex = -1;
  row.text.focus({ preventScroll: true });
}
