// The words of a paragraph with what is put in and taken out, and how that is shown.

import { DATA, say } from "./data.js";
import { el } from "./dom.js";
import { isOpen } from "./state.js";

const { blocks, text: LAW } = DATA;

/** The block that begins last before a place, or at it. */
function blockAt(place, { before = false } = {}) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before ? blocks[middle].start < place : blocks[middle].start <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}

/** The block in which a change begins; new paragraphs go behind the one before them. */
export function blockOfEdit([start, end, text]) {
  if (start !== end) {
    const at = blockAt(start);
    return blocks[at].end <= start && at + 1 < blocks.length && blocks[at + 1].start < end ? at + 1 : at;
  }
  return blockAt(start, { before: text.startsWith("\n") || text.endsWith("\n") });
}

/** The changes of amendments that stand together, by block. */
export function placed(standing) {
  const byBlock = new Map();
  const add = (at, edit) => byBlock.set(at, [...(byBlock.get(at) ?? []), edit]);
  for (const { one, edits } of standing) {
    for (const edit of edits) {
      const [start, end, text] = edit;
      const first = blockOfEdit(edit);
      const of = { number: one.number, open: isOpen(one.number) };
      add(first, { start, end, text, ...of });
      for (let at = first + 1; at < blocks.length && blocks[at].start < end; at += 1) {
        add(at, { start, end, text: "", ...of });
      }
    }
  }
  return byBlock;
}

/**
 * The paragraphs of a stretch of the law under changes: each a list of pieces that play one role:
 * `label`, `plain`, `evidence`, `deleted`, `inserted`.
 */
export function paragraphsOf({ start, end, body }, edits, evidence) {
  const found = [[]];
  let at = start;
  const put = (text, role, { number = 0, open = false } = {}) => {
    if (text) found.at(-1).push({ text, role, number, open });
  };
  const plain = (until) => {
    for (const [from, to, role] of spans(at, until, body, evidence)) put(LAW.slice(from, to), role);
    at = Math.max(at, until);
  };
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const edit of ordered) {
    const { start: from, end: to, text } = edit;
    plain(Math.min(Math.max(from, start), end));
    const until = Math.min(to, end);
    if (until > at) {
      put(LAW.slice(at, until), "deleted", edit);
      at = until;
    }
    for (const [line, words] of text.replace(/\n+$/, "").split("\n").entries()) {
      if (line) found.push([]);
      put(words, "inserted", edit);
    }
  }
  plain(end);
  return found.filter((pieces) => pieces.length);
}

/** Words with a role each, cut where the number of a provision or a marked word ends. */
function* spans(from, until, body, evidence) {
  let at = from;
  if (at < Math.min(body, until)) {
    yield [at, Math.min(body, until), "label"];
    at = Math.min(body, until);
  }
  for (const [first, last] of evidence) {
    if (last <= at || first >= until) continue;
    if (first > at) yield [at, first, "plain"];
    yield [Math.max(first, at), Math.min(last, until), "evidence"];
    at = Math.min(last, until);
  }
  if (at < until) yield [at, until, "plain"];
}

/** The elements that show a paragraph: its changes marked, or as it reads with them. */
export function shownPieces(pieces, clean) {
  return pieces.map(({ text, role, number, open }) => {
    const about = { "data-amendment": number, class: open ? "open" : undefined };
    if (role === "deleted") return clean ? null : el("del", about, text);
    if (role === "inserted") return clean ? text : el("ins", about, text);
    if (role === "label") return el("span", { class: "number" }, text);
    if (role === "evidence" && !clean) return el("mark", {}, text);
    return text;
  });
}

/** Of long plain words between changes those that are near a change. */
export function abridged(paragraphs, around) {
  const whole = paragraphs.map((pieces) => pieces.some(({ role }) => isChanged(role)));
  const kept = paragraphs.map((pieces, at) => (whole[at] ? pieces.map((piece, place) =>
    shortened(piece, place > 0, place < pieces.length - 1, around)) : null));
  const first = whole.indexOf(true);
  if (first < 0) return paragraphs;
  // Of the paragraph before the first change the end, so that one sees where it goes.
  if (first > 0 && whole[first] && paragraphs[first].every(({ role }) => role === "inserted")) {
    kept[first - 1] ??= [shortened({ text: paragraphs[first - 1].map(({ text }) => text).join(""), role: "plain" }, false, true, around)];
  }
  return kept.filter(Boolean);
}

const isChanged = (role) => role === "deleted" || role === "inserted";

function shortened(piece, behind, ahead, around) {
  if (isChanged(piece.role)) return piece;
  const words = [...piece.text.matchAll(/\S+/g)];
  const most = around * (Number(behind) + Number(ahead)) + 6;
  if (words.length <= most) return piece;
  const head = behind ? piece.text.slice(0, words[around - 1].index + words[around - 1][0].length) : "";
  const tail = ahead ? piece.text.slice(words.at(-around).index) : "";
  return { ...piece, text: `${head}${head ? " " : ""}…${tail ? " " : ""}${tail}` };
}

/** How a change reads for whoever hears it. */
export function heard(pieces) {
  return pieces.filter(({ role }) => isChanged(role))
    .map(({ role, text }) => say(role) + text.trim()).join(" ");
}
