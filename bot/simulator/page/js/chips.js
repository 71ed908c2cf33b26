// The files that wait to be sent, each of which one may still throw away.

import { node, round } from "./dom.js";

export class Chips {
  files = [];

  constructor() {
    this.list = node("div", { class: "chip-list" });
    this.count = node("span", { class: "count", role: "status" });
    this.box = node("input", { type: "checkbox" });
    this.choice = node("label", {}, this.box, "kirim foto sebagai berkas");
    this.element = node("div", { class: "chips", hidden: true }, this.list, node("div", { class: "chip-foot" }, this.count, this.choice));
  }

  get asFiles() {
    return this.box.checked;
  }

  show(files, asFiles = this.asFiles) {
    this.files = files;
    const pictures = files.some((file) => file.type.startsWith("image/"));
    this.element.hidden = !files.length;
    this.count.textContent = files.length > 1 ? `${files.length} berkas` : "";
    this.choice.hidden = !pictures;
    this.box.checked = pictures && asFiles;
    this.list.replaceChildren(...files.map((file) => this.#chip(file)));
  }

  add(files) {
    this.show([...this.files, ...files]);
    this.list.scrollTop = this.list.scrollHeight;
  }

  #chip(file) {
    const drop = () => this.show(this.files.filter((one) => one !== file));
    return node("div", { class: "chip" }, node("span", {}, file.name), round("close", `Buang ${file.name}`, drop));
  }
}
