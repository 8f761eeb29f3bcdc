// Elements, made of text and never of markup.

import { DATA } from "./data.js";

const steering = new RegExp(DATA.unprintable, "g");

/** Words without what would steer whoever shows them; as many characters as before. */
function printable(words) {
  return String(words).replaceAll("\t", " ").replace(steering, "\ufffd");
}

/**
 * An element. `properties` are attributes, but `on`, which are listeners, and `value`, `checked`,
 * `disabled`, `hidden`, `selected`, `open`, which are set as they are. Children are elements or words.
 */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  const { on = {}, ...others } = properties;
  for (const [key, value] of Object.entries(others)) {
    if (value === undefined || value === null || value === false) continue;
    if (["value", "checked", "disabled", "hidden", "selected", "open"].includes(key)) made[key] = value;
    else made.setAttribute(key, value === true ? "" : printable(value));
  }
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
  made.append(...nodes(children));
  return made;
}

/** A button that does something. */
export function button(words, act, properties = {}) {
  return el("button", { type: "button", ...properties, on: { click: act } }, ...[words].flat());
}

export const byId = (id) => document.getElementById(id);

/** Put other children in place of those that an element has. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
}

/** Children as they can be put in: lists laid flat, nothing for what is not there. */
function nodes(children) {
  return children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== "")
    .map((one) => (one instanceof Node ? one : document.createTextNode(printable(one))));
}

/** Tell whoever does not see the page what has happened. */
export function announce(words) {
  const live = byId("live");
  // The same words twice are told twice.
  live.textContent = live.textContent === printable(words) ? `${printable(words)}\u00a0` : printable(words);
}

/** Show words above the law until they are dismissed, or others `on` the same come. */
export function notice(lines, kind = "told", on = "") {
  if (on) for (const old of document.querySelectorAll(`.notice[data-on="${on}"]`)) old.remove();
  const box = el("div", { class: `notice ${kind}`, "data-on": on || undefined, role: kind === "wrong" ? "alert" : undefined },
    el("div", {}, ...lines.map((line) => el("p", {}, line))));
  box.append(button(DATA.say.dismiss, () => {
    box.remove();
    byId("main").focus({ preventScroll: true });
  }));
  byId("notices").append(box);
  announce(lines.join(" "));
}

const NARROW = matchMedia("(max-width: 47.99rem)");
const WITHOUT_TREE = matchMedia("(max-width: 71.99rem)");

/** Whether the window is so narrow that the findings lie over the law. */
export const isNarrow = () => NARROW.matches;
/** Whether the contents lie over the law. */
export const hidesTree = () => WITHOUT_TREE.matches;

/** Be told when the window has become so wide, or so narrow, that other parts are drawers. */
export function onAnotherWidth(listener) {
  for (const width of [NARROW, WITHOUT_TREE]) width.addEventListener("change", listener);
}
