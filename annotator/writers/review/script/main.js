// Puts the parts of the page together, and says which of them a change concerns.

import { say } from "./data.js";
import { byId, onAnotherWidth } from "./dom.js";
import { canUndo, counted, onChange } from "./state.js";
import { current, onMove, setView } from "./current.js";
import { makeSummary } from "./summary.js";
import { atTheSamePlace, makeLaw, reveal, rowOfEntry, updateCurrent, updateLaw } from "./law.js";
import { makeTree, updateTree } from "./tree.js";
import { applyFilters, makeFilters } from "./filters.js";
import { focusItem, makeListing, updateListing } from "./listing.js";
import { markOf, refreshPanel, togglePanel, updatePanel } from "./panel.js";
import { makeAnnex, updateSchedule } from "./schedule.js";
import { makeSearch, searchAgain } from "./search.js";
import { makeFiles } from "./files.js";
import { makeKeys } from "./keys.js";
import { takeBack } from "./acts.js";

makeSummary();
makeLaw();
makeTree();
makeListing();
onMove(moved);
makeFilters();
onChange(() => {
  applyFilters();
  updateSchedule();
  refreshPanel();
  updateCounts();
  searchAgain();
});
makeFiles();
makeSearch();
makeKeys();
makeAnnex();
updateCounts();

for (const one of document.querySelectorAll("input[name=view]")) {
  one.addEventListener("change", () => setView(one.value));
}
byId("undo").addEventListener("click", takeBack);
byId("print").addEventListener("click", () => print());
byId("open-panel").addEventListener("click", () => {
  togglePanel(true);
  byId("close-panel").focus();
});
byId("close-panel").addEventListener("click", closePanel);
byId("main").addEventListener("click", () => {
  byId("menu").open = false;
});

onAnotherWidth(() => {
  document.body.classList.remove("tree-open", "panel-open");
  for (const id of ["open-tree", "open-panel"]) byId(id).setAttribute("aria-expanded", "false");
  for (const id of ["bar", "tree", "main", "panel"]) byId(id).inert = false;
});

function moved(what, how) {
  if (what === "shown") {
    updateLaw();
    if (!how.isSame) updateTree();
    updateListing();
    return;
  }
  if (what === "view") {
    atTheSamePlace(updateLaw);
    updateSchedule();
    searchAgain();
    return;
  }
  updateCurrent();
  updatePanel(how);
  if (!current.entry) updateListing();
  if (current.entry && !how.quiet) reveal(rowOfEntry(current.entry));
  if (how.focus === "list") focusItem(how.from);
}

function updateCounts() {
  const counts = counted();
  byId("undo").disabled = !canUndo();
  byId("progress").max = Math.max(counts.n, 1);
  byId("progress").value = counts.done;
  byId("counts").textContent = say("counts", counts);
  byId("told").textContent = [say("counts_told", counts), counts.bare ? say("counts_bare", counts) : ""].join(" ");
}

/** Leave the drawer of a narrow window for the mark of what was shown there. */
function closePanel() {
  togglePanel(false);
  const mark = current.entry ? markOf(current.entry) : null;
  (mark?.offsetParent ? mark : byId("open-panel")).focus();
}
