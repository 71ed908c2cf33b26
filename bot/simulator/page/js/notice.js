// Notices that pass, questions that wait, and a picture in full.

import { node, round } from "./dom.js";

export function notice(place, words) {
  const shown = node("div", { class: "notice", role: "status" }, words);
  place.append(shown);
  setTimeout(() => shown.remove(), Math.max(3500, words.length * 70));
}

function open(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
}

export function alert(title, words) {
  const ok = node("button", { class: "main", autofocus: true, onclick: () => dialog.close() }, "OK");
  const dialog = node("dialog", { "aria-label": title },
    node("h2", {}, title), node("p", {}, words), node("div", { class: "choices" }, ok));
  open(dialog);
}

// Resolves with the fields' values, or with null when the person thinks better of it.
export function ask(title, words, { fields = [], yes = "OK", danger = false } = {}) {
  return new Promise((resolve) => {
    const wrong = node("p", { class: "wrong", role: "alert", hidden: true });
    const inputs = fields.map((field) => asked(field, wrong));
    const labels = fields.map((field, index) => node("label", {}, field.label, inputs[index]));
    let answer = null;
    const form = node("form", {
      method: "dialog",
      onsubmit: (event) => {
        if (event.submitter?.value !== "yes") return;
        answer = Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]));
      },
    },
    node("h2", {}, title), words && node("p", {}, words), labels, wrong,
    node("div", { class: "choices" },
      node("button", { value: "no", formnovalidate: true }, "Batal"),
      node("button", { value: "yes", class: danger ? "main danger" : "main" }, yes)));
    // Enter takes the first submit button, which is not the one meant.
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      form.requestSubmit(form.querySelector('[value="yes"]'));
    });
    const dialog = node("dialog", { "aria-label": title }, form);
    dialog.addEventListener("close", () => resolve(answer));
    open(dialog);
  });
}

// Blanks are no answer; what is wrong is said in the dialog, in its own language.
function asked(field, wrong) {
  if (field.choices) return node("select", { name: field.name }, field.choices.map(([value, words]) => node("option", { value }, words)));
  const input = node("input", {
    name: field.name, type: field.type ?? "text", value: field.value ?? "", min: field.min, maxlength: "60", autocomplete: "off",
    oninput: () => check(),
    oninvalid: (event) => {
      event.preventDefault();
      wrong.textContent = input.validationMessage;
      wrong.hidden = false;
      input.focus();
    },
  });
  const check = () => input.setCustomValidity(field.required && !input.value.trim() ? `${field.label} perlu diisi.` : "");
  check();
  return input;
}

// Stands in the way until the work is done.
export async function during(work, words) {
  const dialog = node("dialog", { class: "busy", oncancel: (event) => event.preventDefault() }, node("p", { role: "status" }, words));
  document.body.append(dialog);
  dialog.showModal();
  try {
    return await work;
  } finally {
    dialog.remove();
  }
}

export function picture(address, words) {
  const dialog = node("dialog", { class: "picture", "aria-label": "Foto" },
    node("img", { src: address, alt: words || "Foto", onclick: () => dialog.close() }),
    round("close", "Tutup", () => dialog.close()));
  open(dialog);
}
