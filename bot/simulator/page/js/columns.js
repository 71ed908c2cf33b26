// The three columns: someone's private chat, the helpdesk group, the head's report chat.

import { Column } from "./column.js";
import { node, round } from "./dom.js";
import { dropped } from "./menu.js";
import { ask } from "./notice.js";
import { act } from "./wire.js";

class Counted extends Column {
  read = new Map(); // the newest message seen, by chat

  unread(chat) {
    const seen = this.read.get(chat) ?? 0;
    return this.store.talk(chat).filter((message) => message.id > seen && message.by.id !== this.viewer && message.by.id !== chat).length;
  }

  seen() {
    if (!this.visible || document.hidden || !this.chat) return;
    const newest = this.store.talk(this.chat).at(-1)?.id ?? 0;
    if ((this.read.get(this.chat) ?? 0) >= newest) return;
    this.read.set(this.chat, newest);
    this.recount();
  }

  news(detail) {
    // Whoever opens the page has no unread messages; a reset begins anew.
    if (detail.complete) this.read = new Map([...this.store.messages.keys()].map((chat) => [chat, this.store.talk(chat).at(-1)?.id ?? 0]));
    super.news(detail);
    this.recount();
  }

  recount() {
    this.talk.unseen(this.chat ? this.unread(this.chat) : 0);
    this.onCount?.(this.total());
  }

  total() {
    return this.unread(this.chat);
  }
}

export class PrivateColumn extends Counted {
  room = false;

  constructor(store) {
    super(store, "private", "Percakapan pribadi");
    const more = round("more", "Pilihan lain", () => this.#offer());
    this.deeds = node("ul", { class: "popup" });
    this.head.insertBefore(node("div", { class: "more" }, more, this.deeds), this.head.lastChild);
    this.showDeeds = dropped(more, this.deeds);
  }

  settle() {
    if (!this.store.users.has(this.viewer)) this.viewer = this.store.askers()[0]?.id;
    this.chat = this.viewer;
  }

  async chosen(value) {
    if (value !== "new") {
      super.chosen(value);
      return this.recount();
    }
    this.select.value = this.viewer;
    const who = await ask("Orang baru", "", {
      yes: "Tambah",
      fields: [{ name: "name", label: "Nama", required: true }, { name: "office", label: "Unit kerja (boleh kosong)" }],
    });
    if (!who?.name) return undefined;
    const [first, ...rest] = who.name.split(/\s+/);
    const user = await this.attempt("newcomer", { first_name: first, last_name: rest.join(" "), office: who.office });
    if (user) this.#become(user.id);
    return undefined;
  }

  enter() {
    this.showDeeds(false); // it was about somebody else
    super.enter();
  }

  about() {
    return "bot";
  }

  dress() {
    super.dress();
    const user = this.store.users.get(this.viewer);
    if (!user) return;
    this.setFace(this.store.bot.id, this.store.bot.name);
    this.#people();
    if (user.blocked) this.composer.instead("BUKA BLOKIR", () => act("unblock", { user: user.id }));
    else if (!user.started && !this.store.talk(this.chat).length) this.composer.instead("MULAI", () => this.say("/start", null));
    else this.composer.instead(null);
  }

  recount() {
    super.recount();
    this.#people();
  }

  total() {
    return this.store.askers().reduce((sum, user) => sum + this.unread(user.id), 0);
  }

  #people() {
    const people = this.store.askers().map((user) => {
      const count = user.id === this.viewer ? 0 : this.unread(user.id);
      return { ...user, mark: count ? ` (${count} baru)` : "" };
    });
    // Rewriting an open list would close it under the person's finger.
    const state = JSON.stringify([people, this.viewer]);
    if (state === this.listed) return;
    this.listed = state;
    this.options(people, [node("option", { value: "new" }, "➕ orang baru…")]);
  }

  #become(number) {
    this.viewer = number;
    if (!this.store.users.has(number)) return setTimeout(() => this.#become(number), 50);
    this.settle();
    this.enter();
    return this.recount();
  }

  #offer() {
    const user = this.viewer;
    const [words, deed] = this.store.users.get(user).blocked ? ["Buka blokir bot", "unblock"] : ["Blokir bot", "block"];
    const act = () => { this.showDeeds(false); this.attempt(deed, { user }); };
    this.deeds.replaceChildren(node("li", {}, node("button", { type: "button", onclick: act }, words)));
  }
}

export class GroupColumn extends Counted {
  room = true;

  constructor(store, name, title, index) {
    super(store, name, title);
    this.index = index;
  }

  settle() {
    const chat = this.store.group(this.index);
    this.chat = chat?.id;
    if (chat && !chat.members.includes(this.viewer)) this.viewer = this.#members()[0]?.id;
  }

  about() {
    const names = this.#members().map((user) => user.first);
    return [...names, "bot"].join(", ");
  }

  dress() {
    super.dress();
    const chat = this.store.chats.get(this.chat);
    if (!chat) return;
    this.setFace(chat.id, chat.title);
    const state = JSON.stringify([this.#members(), this.viewer]);
    if (state !== this.listed) this.options(this.#members());
    this.listed = state;
  }

  #members() {
    const chat = this.store.group(this.index);
    return (chat?.members ?? []).map((number) => this.store.users.get(number)).filter(Boolean)
      .sort((a, b) => (this.index === 1 ? b.id - a.id : a.id - b.id));
  }
}
