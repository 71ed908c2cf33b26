// Text with entities as nodes. Offsets are UTF-16 units, which is how JavaScript counts as well.

import { node } from "./dom.js";

const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const NUMBER = /^[A-Z]{2}-\d{4}-\d{5,}$/; // a ticket's, which no line may part
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

export function rich(text, entities, on) {
  const marks = entities
    .map((mark) => ({ ...mark, end: mark.offset + mark.length }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  return node("div", { class: "text" }, between(text, 0, text.length, marks, on));
}

function between(text, start, end, marks, on) {
  const made = [];
  const queue = [...marks];
  let at = start;
  while (queue.length) {
    const mark = queue.shift();
    if (mark.offset > at) made.push(text.slice(at, mark.offset));
    const inside = [];
    while (queue.length && queue[0].offset < mark.end) inside.push(clip(queue.shift(), mark.end, queue));
    const children = between(text, mark.offset, mark.end, inside, on);
    made.push(dressed(mark, text.slice(mark.offset, mark.end), children, on));
    // A block ends its line by itself; the newline behind it is no empty line, as in Telegram.
    at = mark.end + (BLOCKS.has(mark.type) && text[mark.end] === "\n" ? 1 : 0);
  }
  if (end > at) made.push(text.slice(at, end));
  return made;
}

// What sticks out of its surroundings goes on as a mark of its own after them.
function clip(mark, end, queue) {
  if (mark.end <= end) return mark;
  queue.push({ ...mark, offset: end });
  queue.sort((a, b) => a.offset - b.offset || b.end - a.end);
  return { ...mark, end };
}

function dressed(mark, words, children, on) {
  if (SIMPLE[mark.type]) return node(SIMPLE[mark.type], { class: NUMBER.test(words) && "whole" }, children);
  switch (mark.type) {
    case "text_link": return started(mark.url, children, on.command) || message(mark.url, children, on.message) || link(mark.url, children);
    case "url": return link(/^[a-z]+:/i.test(words) ? words : `http://${words}`, children);
    case "email": return node("a", { href: `mailto:${words}` }, children);
    case "bot_command":
      return inner(() => on.command(words), children);
    case "blockquote": return node("blockquote", {}, children);
    case "expandable_blockquote": return folded(children);
    case "spoiler": return spoiler(children);
    case "mention": case "hashtag": case "text_mention":
      return node("span", { class: "link" }, children);
    default: return node("span", {}, children);
  }
}

// A link to the bot itself: Telegram opens its chat and sends what stands behind "start=".
// A link to a message of the chat one is in leads there.
function message(address, children, onMessage) {
  const number = /^https:\/\/t\.me\/c\/\d+\/(\d+)$/.exec(address)?.[1];
  return number && inner(() => onMessage(Number(number)), children);
}

function started(address, children, onCommand) {
  const payload = /^https:\/\/t\.me\/\w+\?start=([\w-]+)$/.exec(address)?.[1];
  return payload && inner(() => onCommand(`/start ${payload}`), children);
}

// Leads nowhere outside this page. No button: that would not break inside a line.
function inner(go, children) {
  return node("a", { role: "link", tabindex: "0", class: "link", onclick: go, onkeydown: (event) => event.key === "Enter" && go() }, children);
}

function link(address, children) {
  const safe = /^(https?|mailto|tg):/i.test(address) ? address : null;
  return node("a", { href: safe, target: "_blank", rel: "noopener noreferrer", title: address }, children);
}

function folded(children) {
  const quote = node("blockquote", { class: "folded", tabindex: "0", title: "Tampilkan semua" }, children);
  const open = () => quote.classList.remove("folded");
  quote.addEventListener("click", open);
  quote.addEventListener("keydown", (event) => event.key === "Enter" && open());
  return quote;
}

function spoiler(children) {
  const cover = node("span", { class: "spoiler", role: "button", tabindex: "0", title: "Tampilkan" }, children);
  const open = () => cover.classList.add("open");
  cover.addEventListener("click", open);
  cover.addEventListener("keydown", (event) => event.key === "Enter" && open());
  return cover;
}
