// Where one is: a finding, one of its amendments, and what is shown of the law.

const listeners = [];

export const current = { entry: null, amendment: 0, view: "redline", shown: [] };

/** Be told when something else is current: the key that changed. */
export function onMove(listener) {
  listeners.push(listener);
}

/** Go to a finding, or to none; `how` is handed on to those that are told. */
export function goTo(entry, amendment = 0, how = {}) {
  current.entry = entry;
  current.amendment = amendment || entry?.amendments[0] || 0;
  for (const listener of listeners) listener("place", how);
}

export function setView(view) {
  current.view = view;
  for (const listener of listeners) listener("view", {});
}

/** Say which findings the filters leave. */
export function setShown(entries) {
  const isSame = entries.length === current.shown.length && entries.every((one, at) => one === current.shown[at]);
  current.shown = entries;
  for (const listener of listeners) listener("shown", { isSame });
}
