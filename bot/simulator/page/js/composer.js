// Where one writes: text, commands, files, and what one replies to or corrects.

import { Chips } from "./chips.js";
import { node, round } from "./dom.js";
import { LONGEST } from "./pieces.js";

const TOUCH = matchMedia("(pointer: coarse)");
const CAPTION = 1024;
const SLASHED = /^\/(\w*)$/; // the beginning of a command
const BLANK = { text: "", files: [], asFiles: false, about: null, placeholder: "", keys: null, aside: null };
const EXTRAS = [
  ["Foto atau berkas…", null],
  ["Stiker", "send_sticker"],
  ["Pesan suara", "send_voice"],
  ["Pesan video", "send_video_note"],
  ["Video", "send_video"],
  ["Kontak", "send_contact"],
  ["Lokasi", "send_location"],
  ["Tulisan sebagai tempelan berformat", "formatted"],
  ["Topik baru…", "topic"],
];

export class Composer {
  about = null; // { message, edit }: what is replied to or corrected
  aside = null; // the draft that waits until the correction is done
  drafts = new Map(); // what was begun and not sent, by the person who writes

  constructor(hands) {
    this.hands = hands;
    this.field = node("textarea", { rows: "1", placeholder: "Tulis pesan…", "aria-label": "Tulis pesan" });
    this.picker = node("input", { type: "file", multiple: true, hidden: true, "aria-label": "Pilih foto atau berkas" });
    this.strip = node("div", { class: "strip", hidden: true });
    this.chips = new Chips();
    this.popup = node("ul", { class: "popup", hidden: true });
    this.keys = node("div", { class: "keys", hidden: true });
    this.slash = node("button", { type: "button", class: "round slash", title: "Menu perintah", "aria-label": "Menu perintah", onclick: () => this.#toggleMenu() }, "/");
    this.line = node("form", { class: "line", onsubmit: (event) => { event.preventDefault(); this.#send(); } },
      round("clip", "Lampirkan", () => this.#toggleExtras()), this.slash, this.field, this.picker, this.#sender());
    this.topic = node("select", { class: "topic-choice", "aria-label": "Topik" });
    this.wide = node("button", { type: "button", class: "wide", hidden: true });
    this.element = node("div", { class: "write" }, this.popup, this.strip, this.chips.element, this.line, this.wide, this.keys);
    this.#listen();
  }

  // Somebody else writes, or the same person after a break of the stream.
  turnTo(writer) {
    const before = this.writer;
    this.writer = writer;
    this.showTopics();
    if (!before) return this.#recall(); // what was typed before the first news came
    this.drafts.set(before, this.#begun());
    this.#resume(this.drafts.get(writer) ?? this.#kept());
    return undefined;
  }

  // As in Telegram, what was begun is there again when the page comes back.
  #recall() {
    const kept = this.#kept();
    if (!this.field.value && kept.text) this.#resume(kept);
  }

  #kept() {
    const text = sessionStorage.getItem(`draft-${this.hands.key()}`) ?? "";
    return { ...BLANK, text };
  }

  #keep() {
    if (this.about?.edit || !this.writer) return;
    if (this.field.value) sessionStorage.setItem(`draft-${this.hands.key()}`, this.field.value);
    else sessionStorage.removeItem(`draft-${this.hands.key()}`);
  }

  showTopics() {
    const topics = Object.entries(this.hands.topics());
    const chosen = this.topic.value;
    if (topics.length) this.line.before(this.topic);
    else this.topic.remove();
    this.topic.replaceChildren(node("option", { value: "" }, "Umum"), ...topics.map(([number, title]) => node("option", { value: number }, `# ${title}`)));
    this.topic.value = topics.some(([number]) => number === chosen) ? chosen : "";
  }

  forgetAll() {
    this.drafts.clear();
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("draft-")) sessionStorage.removeItem(name);
    this.#resume(BLANK);
  }

  instead(words, act) {
    const begins = !words && this.wide === document.activeElement;
    this.wide.hidden = !words;
    this.line.hidden = Boolean(words);
    this.wide.textContent = words ?? "";
    this.wide.onclick = act;
    if (begins) this.goOn();
  }

  focus() {
    (this.wide.hidden ? this.field : this.wide).focus();
  }

  replyTo(message, placeholder, quote = null) {
    if (this.about?.edit) this.#forget();
    this.#concern({ message, edit: false, quote }, placeholder);
    this.#attend();
  }

  edit(message) {
    const aside = this.about?.edit ? this.aside : this.#begun();
    this.#resume({ ...BLANK, keys: this.rows, text: message.text, about: { message, edit: true }, aside });
    this.field.focus();
  }

  add(files) {
    if (this.about?.edit) return this.hands.warn("Selesaikan atau batalkan suntingan dulu, baru lampirkan berkas.");
    this.chips.add(files);
    this.field.focus();
  }

  showKeys(rows) {
    this.rows = rows;
    this.keys.hidden = !rows;
    this.keys.replaceChildren(...(rows ?? []).map((row) => node("div", {}, row.map((key) => {
      const words = typeof key === "string" ? key : key.text;
      const press = () => (key.request_contact ? this.hands.extra("send_contact") : this.hands.say(words, null));
      return node("button", { type: "button", onclick: press }, words);
    }))));
  }

  #sender() {
    const button = round("send", "Kirim", () => {}, "send");
    button.type = "submit";
    // The focus stays where one writes, and on a phone the keyboard stays open.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    return button;
  }

  #listen() {
    this.field.addEventListener("input", () => { this.#grow(); this.#suggest(); this.#keep(); });
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.#escape());
    this.picker.addEventListener("change", () => { this.add(this.picker.files); this.picker.value = ""; });
    this.element.addEventListener("paste", (event) => event.clipboardData.files.length && this.add(event.clipboardData.files));
    this.element.addEventListener("focusout", (event) => !this.element.contains(event.relatedTarget) && setTimeout(() => this.#close(), 150));
  }

  #key(event) {
    if (!this.popup.hidden && this.#choose(event)) return event.preventDefault();
    // On a phone Enter makes a new line, as in Telegram.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || TOUCH.matches) return undefined;
    event.preventDefault();
    return this.#send();
  }

  #escape() {
    if (!this.popup.hidden) this.#close();
    else if (this.about) this.#forget();
  }

  #begun() {
    const { about, rows, field, chips, aside } = this;
    return { text: field.value, files: chips.files, asFiles: chips.asFiles, about, placeholder: field.placeholder, keys: rows, aside };
  }

  #resume(draft) {
    const { text, files, asFiles, about, placeholder, keys, aside } = this.#still(draft);
    this.#concern(about, placeholder);
    this.aside = aside;
    this.field.value = text;
    this.chips.show(files, asFiles);
    this.showKeys(keys);
    this.#close();
    this.#grow();
    this.#keep();
  }

  // After a restart the message it is about may be gone, or be another one.
  #still(draft) {
    const { about, aside } = draft;
    const message = about && this.hands.message(about.message.id);
    if (message && message.date === about.message.date) return { ...draft, about: { ...about, message } };
    const rest = { ...draft, about: null, placeholder: "", aside: null };
    return aside ? { ...rest, files: aside.files, text: `${aside.text}\n${draft.text}`.trim() } : rest;
  }

  async #send() {
    const { writer } = this;
    const begun = this.#begun();
    const text = begun.text.trim();
    if (!text && !begun.files.length) return;
    const excess = tooLong(text, begun);
    if (excess) return this.hands.warn(excess);
    this.#resume(begun.aside ?? BLANK);
    const left = await this.#deliver(text, begun);
    if (left !== null) this.#again({ ...begun, text: left }, writer);
  }

  // What is left to be sent once more, or null.
  async #deliver(text, { files, about, asFiles }) {
    if (about?.edit) return (await this.hands.edit(about.message, text)) ? null : text;
    if (files.length) return (await this.hands.upload(files, text, about?.message, asFiles)) ? null : text;
    return (await this.hands.say(text, about?.message, { quote: about?.quote })) || null;
  }

  // The topic in which one writes; null in none.
  get thread() {
    return Number(this.topic.value) || null;
  }

  // What did not get through stands ready to be sent once more.
  #again(begun, writer) {
    const here = writer === this.writer;
    const since = here ? this.#begun() : this.drafts.get(writer);
    if (!begun.aside && (since.text || since.files.length)) return;
    const again = begun.aside ? { ...begun, aside: since } : begun;
    if (!here) return this.drafts.set(writer, again);
    this.#resume(again);
    this.field.focus();
  }

  #concern(about, placeholder) {
    this.about = about;
    this.field.placeholder = placeholder || "Tulis pesan…";
    this.strip.hidden = !about;
    if (!about) return;
    const { message, edit } = about;
    this.strip.replaceChildren(
      node("div", { class: "what" },
        node("b", {}, heading(about)),
        node("span", {}, about.quote || message.text || "Foto atau berkas")),
      round("close", edit ? "Batal menyunting" : "Batal membalas", () => this.#forget()));
  }

  #attend() {
    const elsewhere = document.activeElement;
    if (elsewhere.tagName !== "TEXTAREA" || !elsewhere.value) this.field.focus();
  }

  #forget() {
    if (this.aside) this.#resume(this.aside);
    else this.#concern(null);
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 168)}px`;
  }

  #suggest() {
    const typed = SLASHED.exec(this.field.value);
    if (!typed) return this.#close();
    this.#menu(this.hands.commands().filter((one) => one.command.startsWith(typed[1].toLowerCase())));
    this.popup.querySelector("button")?.classList.add("chosen");
    return undefined;
  }

  #toggleMenu() {
    if (this.popup.hidden) this.#menu(this.hands.commands(), true);
    else this.#close();
    this.goOn();
  }

  #menu(commands, asked = false) {
    if (!commands.length && !asked) return this.#close();
    const rows = commands.map((one) => node("li", {}, node("button", { type: "button", onclick: () => this.#command(`/${one.command}`) },
      node("b", {}, `/${one.command}`), node("span", {}, one.description))));
    return this.#open(rows.length ? rows : [node("li", {}, node("button", { type: "button", onclick: () => this.#close() }, "Bot belum memasang menu perintah"))]);
  }

  #toggleExtras() {
    if (!this.popup.hidden) return this.#close();
    return this.#open(EXTRAS.map(([words, deed]) => node("li", {}, node("button", { type: "button", onclick: () => this.#extra(deed) }, words))), true);
  }

  #extra(deed) {
    this.#close();
    if (deed === "formatted") this.#sendFormatted();
    else if (deed === "topic") this.hands.newTopic().then((number) => number && this.#turnToTopic(number));
    else if (deed) this.hands.extra(deed);
    else this.picker.click();
  }

  // The news of a topic comes by another way than its number.
  #turnToTopic(number) {
    this.showTopics();
    if ([...this.topic.options].some((one) => Number(one.value) === number)) this.topic.value = number;
    else setTimeout(() => this.#turnToTopic(number), 50);
  }

  // *bold*, "# heading", "- list": it comes to the bot as pasted formatting does, without text.
  async #sendFormatted() {
    const begun = this.#begun();
    const text = begun.text.trim();
    if (!text || begun.files.length || begun.about?.edit) return this.hands.warn("Tulis dulu teksnya: *tebal*, # judul, - daftar.");
    this.#resume(BLANK);
    const left = await this.hands.say(text, begun.about?.message, { formatted: true });
    if (left) this.#resume({ ...begun, text: left });
    return undefined;
  }

  #command(words) {
    if (SLASHED.test(this.field.value)) this.field.value = "";
    this.#close();
    this.hands.say(words, null);
    this.goOn();
  }

  // With a finger this would only bring up the keyboard, over what one wants to read.
  goOn() {
    if (!TOUCH.matches) this.field.focus();
  }

  #open(rows, small = false) {
    this.popup.classList.toggle("small", small);
    this.popup.replaceChildren(...rows);
    this.popup.hidden = false;
    this.popup.scrollTop = 0;
  }

  #close() {
    this.popup.hidden = true;
  }

  // Arrows walk through the menu; Enter takes the chosen line, Tab writes it out to be completed.
  #choose(event) {
    const buttons = [...this.popup.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button.classList.contains("chosen"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      buttons[at]?.classList.remove("chosen");
      const next = buttons[(at + step + buttons.length) % buttons.length] ?? buttons[0];
      next?.classList.add("chosen");
      next?.scrollIntoView({ block: "nearest" });
      return true;
    }
    const command = buttons[at]?.querySelector("b");
    if (event.key === "Tab" && command) {
      this.field.value = `${command.textContent} `;
      this.#close();
      return true;
    }
    if (event.key !== "Enter" || at < 0) return false;
    buttons[at].click();
    return true;
  }
}

function heading({ message, edit, quote }) {
  if (edit) return "Sunting pesan";
  return quote ? `Kutip ${message.by.name}` : `Balas ${message.by.name}`;
}

function tooLong(text, { files, about }) {
  const [what, most] = about?.edit ? ["Pesan yang disunting", LONGEST] : ["Teks bersama berkas", CAPTION];
  if (text.length <= most || !(about?.edit || files.length)) return null;
  return `${what} paling banyak ${most.toLocaleString("id-ID")} huruf.`;
}
