// Lines in the middle: days, and what happened to the chat itself.

import { node } from "./dom.js";

export const day = (words) => node("li", { class: "day" }, words);

export function service(message) {
  return node("li", { class: "service", data: { message: message.id } }, told(message));
}

export const isService = (message) => Object.keys(message.service).length > 0;

function told({ service: what, by }) {
  if (what.new_chat_members) return `${names(what.new_chat_members)} bergabung ke grup`;
  if (what.left_chat_member) return `${names([what.left_chat_member])} meninggalkan grup`;
  if (what.migrate_to_chat_id) return "Grup ini ditingkatkan menjadi supergrup";
  if (what.migrate_from_chat_id) return "Supergrup ini melanjutkan grup lama";
  return `${by.name} menyematkan pesan`;
}

const names = (people) => people.map((person) => person.first_name).join(", ");
