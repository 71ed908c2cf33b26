// One column: a chat, the person one acts as, and everything that person can do in it.

import { Composer } from "./composer.js";
import { avatar, node } from "./dom.js";
import { alert, ask, notice } from "./notice.js";
import { Talk } from "./talk.js";
import { pieces } from "./pieces.js";
import { act, upload } from "./wire.js";

const ANSWER_WITHIN = 16000;
const TYPING_FOR = 5000;

export class Column {
  waiting = new Map(); // pressed buttons by the number of their query
  early = new Map(); // answers that were quicker than the number itself

  constructor(store, name, title) {
    Object.assign(this, { store, name, title });
    this.viewer = Number(sessionStorage.getItem(`as-${name}`)) || undefined; // as before a reload
    this.heading = node("h2", {}, title);
    this.sub = node("p", { class: "sub" });
    this.face = node("span");
    this.select = node("select", { id: `as-${name}`, onchange: () => this.chosen(this.select.value) });
    this.head = node("header", { class: "head" }, this.face, node("div", {}, this.heading, this.sub),
      node("div", { class: "acting" }, node("label", { for: `as-${name}` }, "Sebagai"), this.select));
    this.notices = node("div", { class: "notices", "aria-live": "assertive" });
    this.composer = new Composer(this.#writing());
    this.talk = new Talk(store, {
      press: (message, button, shown) => this.#press(message, button, shown),
      reply: (message) => this.composer.replyTo(message, null, this.talk.selected(message)),
      react: (message) => this.attempt("react", { user: this.viewer, chat: this.chat, message_id: message.id, emoji: "👍" }),
      forward: (message) => this.#forward(message),
      copy: (words) => this.#copy(words),
      name: (number) => (number === store.bot.id ? store.bot.name : store.users.get(number)?.name ?? "?"),
      topic: (number) => store.chats.get(this.chat)?.topics[number] ?? "topik yang dihapus",
      edit: (message) => this.composer.edit(message),
      command: (words) => this.say(words, null),
      seen: () => this.seen(),
      write: () => this.composer.focus(),
    });
    this.element = node("section", { id: `column-${name}`, class: "column", "aria-label": title, data: { column: name } },
      this.head, this.talk.element, this.composer.element);
    this.talk.element.append(this.notices); // above, where they hide neither the newest message nor its buttons
    this.#dropFiles();
    this.listeners();
  }

  listeners() {
    this.store.addEventListener("news", ({ detail }) => this.news(detail));
    this.store.addEventListener("answer", ({ detail }) => this.#answered(detail));
    this.store.addEventListener("action", ({ detail }) => detail.chat === this.chat && this.#typing());
  }

  get visible() {
    return this.element.offsetParent !== null;
  }

  // Whose eyes, and which chat: the two kinds of column know.
  settle() {}

  chosen(value) {
    this.viewer = Number(value);
    this.settle();
    this.enter();
  }

  enter() {
    sessionStorage.setItem(`as-${this.name}`, this.viewer);
    this.composer.turnTo(this.viewer);
    this.dress();
    this.talk.enter(this.chat, this.viewer, this.room);
  }

  news({ complete, reset, fresh, messages }) {
    const before = `${this.chat}/${this.viewer}`;
    if (reset) this.composer.forgetAll();
    this.settle();
    if (complete || before !== `${this.chat}/${this.viewer}`) return this.enter();
    this.dress();
    this.composer.showTopics();
    if (!messages.some((message) => message.chat === this.chat)) return undefined;
    const here = fresh.filter((message) => message.chat === this.chat);
    this.talk.draw(new Set(here.map((message) => message.id)));
    here.filter((message) => message.bot).forEach((message) => this.#heard(message));
    return undefined;
  }

  seen() {}

  dress() {
    if (!this.typing) this.sub.textContent = this.about();
  }

  options(people, last = []) {
    const rows = people.map((user) => node("option", { value: user.id }, `${user.name}${user.office ? ` · ${user.office}` : ""}${user.mark ?? ""}`));
    this.select.replaceChildren(...rows, ...last);
    this.select.value = this.viewer;
  }

  setFace(number, name) {
    const face = avatar(number, name);
    this.face.replaceWith(face);
    this.face = face;
    this.heading.textContent = name;
  }

  // Gives what did not get through, or nothing.
  async say(text, reply, { quote = null, formatted = false } = {}) {
    const { thread } = this.composer;
    const order = { user: this.viewer, chat: this.chat, reply_to: reply?.id ?? null, thread };
    if (quote && !formatted) order.quote = quote;
    const left = pieces(text);
    while (left.length && await this.#try(() => act(formatted ? "paste" : "say", { ...order, text: left[0] }))) {
      left.shift();
      order.reply_to = null;
      delete order.quote;
    }
    return left.join("\n");
  }

  attempt(name, order) {
    return this.#try(() => act(name, order));
  }

  #writing() {
    return {
      say: (text, reply, how) => this.say(text, reply, how),
      topics: () => this.store.chats.get(this.chat)?.topics ?? {},
      newTopic: () => this.#newTopic(),
      key: () => `${this.name}-${this.viewer}`,
      edit: (message, text) => this.#try(() => act("edit", { user: this.viewer, chat: this.chat, message_id: message.id, text })),
      extra: (deed) => this.#try(() => act(deed, { user: this.viewer, chat: this.chat, thread: this.composer.thread })),
      upload: (files, caption, reply, asFiles) => this.#try(() => upload({
        user: this.viewer, chat: this.chat, caption, as_files: asFiles, reply_to: reply?.id ?? "", thread: this.composer.thread ?? "",
      }, files)),
      warn: (words) => notice(this.notices, words),
      message: (id) => this.store.message(this.chat, id),
      commands: () => this.store.chats.get(this.chat)?.menus[this.viewer] ?? [],
    };
  }

  // Into the chat that the same person has with the bot, or another one of theirs.
  async #forward(message) {
    const chats = [...this.store.chats.values()].filter((chat) => chat.members.includes(this.viewer) && !chat.migrated_to);
    const fields = [{ name: "to", label: "Ke", choices: chats.map((chat) => [chat.id, chat.title || "Percakapan dengan bot"]) }];
    const where = await ask("Teruskan pesan", message.text.slice(0, 120), { yes: "Teruskan", fields });
    if (where) await this.attempt("forward", { user: this.viewer, chat: Number(where.to), from_chat: this.chat, message_id: message.id });
  }

  async #newTopic() {
    const named = await ask("Topik baru", "Seperti di grup forum: jawaban bot tinggal di topiknya.", { yes: "Buat", fields: [{ name: "title", label: "Nama topik", required: true }] });
    return named?.title ? this.attempt("make_topic", { chat: this.chat, title: named.title }) : null;
  }

  async #copy(words) {
    const done = await navigator.clipboard.writeText(words).then(() => true, () => false);
    notice(this.notices, done ? `Disalin: ${words}` : `Salin sendiri: ${words}`);
  }

  async #try(deed) {
    this.talk.follow = true;
    try {
      return await deed();
    } catch (error) {
      notice(this.notices, `Tidak terkirim: ${error.message}`);
      return null;
    }
  }

  async #press(message, button, shown) {
    if (shown.getAttribute("aria-busy") === "true") return;
    shown.setAttribute("aria-busy", "true");
    const done = () => shown.removeAttribute("aria-busy");
    const number = await this.#try(() => act("press", { user: this.viewer, chat: this.chat, message_id: message.id, button: button.callback_data }));
    if (!number) return done();
    const timer = setTimeout(() => { this.waiting.delete(number); done(); }, ANSWER_WITHIN);
    this.waiting.set(number, () => { clearTimeout(timer); done(); });
    if (this.early.has(number)) this.#answered(this.early.get(number));
  }

  #answered(answer) {
    const finish = this.waiting.get(answer.id);
    if (!finish) {
      if (answer.chat === this.chat && answer.user === this.viewer) this.early.set(answer.id, answer);
      return;
    }
    this.waiting.delete(answer.id);
    this.early.delete(answer.id);
    finish();
    if (answer.text && answer.alert) alert(this.store.bot.name, answer.text);
    else if (answer.text) notice(this.notices, answer.text);
  }

  // A message of the bot may ask for a reply or bring buttons of its own.
  #heard(message) {
    this.#stopTyping();
    const prompt = message.prompt;
    if (!prompt || (prompt.selective && !this.#meant(message))) return;
    if (prompt.force_reply) this.composer.replyTo(message, prompt.input_field_placeholder);
    if (prompt.remove_keyboard) this.composer.showKeys(null);
    if (prompt.keyboard) this.composer.showKeys(prompt.keyboard);
  }

  #meant(message) {
    const replied = message.reply && this.store.message(this.chat, message.reply.id);
    return replied?.by.id === this.viewer
      || message.entities.some((mark) => mark.user?.id === this.viewer);
  }

  #typing() {
    clearTimeout(this.typing);
    this.sub.textContent = this.room ? `${this.store.bot.name} sedang mengetik` : "sedang mengetik";
    this.sub.classList.add("busy");
    this.typing = setTimeout(() => this.#stopTyping(), TYPING_FOR);
  }

  #stopTyping() {
    clearTimeout(this.typing);
    this.typing = null;
    this.sub.classList.remove("busy");
    this.dress();
  }

  #dropFiles() {
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) this.composer.add(event.dataTransfer.files);
    });
  }
}
