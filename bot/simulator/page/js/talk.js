// The scrolling middle of a column: draws the messages, keeps to the newest, counts the unseen.

import { bubble } from "./bubble.js";
import { avatar, node, round } from "./dom.js";
import { day, isService, service } from "./service.js";
import { dayOf } from "./time.js";

const RUN = 600; // seconds within which one author's messages stand close together

export class Talk {
  constructor(store, hands) {
    this.store = store;
    this.hands = hands;
    this.list = node("ol", { class: "scroll", role: "log", tabindex: "0", "aria-label": "Pesan" });
    this.badge = node("span", { class: "badge", hidden: true });
    this.jump = round("down", "Ke pesan terbaru", () => this.toEnd(true), "jump");
    this.jump.append(this.badge);
    this.jump.hidden = true;
    const skip = node("button", { type: "button", class: "skip", onclick: hands.write }, "Langsung ke kotak tulis");
    this.element = node("div", { class: "talk", onkeydown: (event) => event.key === "Escape" && hands.write() }, skip, this.list, this.jump);
    this.drawn = new Map();
    this.list.addEventListener("scroll", () => this.#scrolled());
    // Pictures and the keyboard change heights; whoever reads the newest goes on reading it.
    new ResizeObserver(() => this.#scrolled()).observe(this.list);
    this.list.addEventListener("load", () => this.follow && this.toEnd(), true);
    this.follow = true;
  }

  enter(chat, viewer, room) {
    Object.assign(this, { chat, viewer, room });
    this.drawn.clear();
    this.list.classList.toggle("room", room);
    this.draw();
    this.toEnd();
  }

  draw(fresh = new Set()) {
    const stay = this.follow;
    const focused = document.activeElement?.closest?.("[data-message]");
    const rows = this.#rows(fresh);
    if (!rows.length) rows.push(this.#empty());
    arrange(this.list, rows);
    if (focused && !focused.isConnected) this.#refocus(focused.dataset.message);
    if (stay) this.toEnd();
    else this.#scrolled();
  }

  toEnd(smooth = false) {
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.follow = true;
    this.#scrolled();
  }

  show(id) {
    const row = this.list.querySelector(`[data-message="${id}"]`);
    if (!row) return;
    this.follow = false;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("flash");
    void row.offsetWidth; // lets the same animation run again
    row.classList.add("flash");
  }

  // The words that are marked in this message: what a reply quotes.
  selected(message) {
    const marked = getSelection();
    const row = this.list.querySelector(`[data-message="${message.id}"] .text`);
    const words = row && marked.rangeCount && row.contains(marked.anchorNode) && row.contains(marked.focusNode) ? marked.toString().trim() : "";
    return words && message.text.includes(words) ? words : null;
  }

  unseen(count) {
    this.badge.hidden = !count;
    this.badge.textContent = count;
  }

  #rows(fresh) {
    const groups = grouped(this.store.talk(this.chat));
    const rows = [];
    const kept = new Map();
    groups.forEach((group, index) => {
      const date = new Date(group[0].date * 1000);
      const before = groups[index - 1]?.[0];
      if (!before || dayOf(new Date(before.date * 1000)) !== dayOf(date)) rows.push(this.#day(dayOf(date), kept));
      rows.push(this.#row(group, placed(groups, index), fresh, kept));
    });
    this.drawn = kept;
    return rows;
  }

  // A message that is as it was keeps its nodes, and with them focus and open spoilers.
  #row(group, place, fresh, kept) {
    const state = JSON.stringify([group, place]);
    const known = this.drawn.get(group[0].id);
    let row = known?.row;
    if (known?.state !== state) {
      row = isService(group[0]) ? service(group[0]) : bubble(group, place, this.#hands());
      if (fresh.has(group[0].id)) row.classList.add("fresh");
    }
    kept.set(group[0].id, { state, row });
    return row;
  }

  #day(words, kept) {
    const row = this.drawn.get(words)?.row ?? day(words);
    kept.set(words, { row });
    return row;
  }

  // The card was redrawn under the person's fingers: they go on with its new buttons.
  #refocus(id) {
    this.list.querySelector(`[data-message="${id}"] button.key`)?.focus({ preventScroll: true });
  }

  #hands() {
    return { viewer: this.viewer, room: this.room, show: (id) => this.show(id), ...this.hands };
  }

  #empty() {
    if (this.room) return node("li", { class: "service" }, "Belum ada pesan di grup ini");
    return node("li", { class: "empty" },
      avatar(this.store.bot.id, this.store.bot.name),
      node("h3", {}, this.store.bot.name),
      node("p", {}, "Tanya jawab dan pengaduan seputar e-Kinerja. Tekan MULAI untuk membuka percakapan."));
  }

  // A change of height scrolls as well, and its event comes first: that is nobody leaving the end.
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    const resized = clientHeight !== this.height;
    this.height = clientHeight;
    if (resized && this.follow) return this.toEnd();
    this.follow = scrollHeight - scrollTop - clientHeight < 60;
    this.jump.hidden = this.follow;
    if (this.follow) this.hands.seen();
    return undefined;
  }
}

// Moves only what has to move: a node taken out and put back would lose the focus.
function arrange(list, rows) {
  const wanted = new Set(rows);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  let next = list.firstChild;
  for (const row of rows) {
    if (row === next) next = next.nextSibling;
    else list.insertBefore(row, next);
  }
}

function grouped(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups[groups.length - 1];
    if (message.album && last?.[0].album === message.album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function placed(groups, index) {
  const [message] = groups[index];
  return { first: !together(groups[index - 1]?.[0], message), last: !together(message, groups[index + 1]?.[0]) };
}

function together(a, b) {
  return Boolean(a && b && !isService(a) && !isService(b) && a.by.id === b.by.id && b.date - a.date < RUN);
}
