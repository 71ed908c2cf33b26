// One message, or one album, as it stands in a talk.

import { avatar, hue, icon, node, round } from "./dom.js";
import { picture } from "./notice.js";
import { rich } from "./rich.js";
import { timeOf } from "./time.js";

const KINDS = { photo: "Foto", document: "Berkas", video: "Video", video_note: "Pesan video", voice: "Pesan suara", audio: "Audio", sticker: "Stiker", animation: "GIF" };

// group: the messages of one album, or a single one · place: first/last of a run by one author.
export function bubble(group, place, talk) {
  const [message] = group;
  const mine = message.by.id === talk.viewer;
  const named = talk.room && !mine;
  const classes = ["row", mine && "out", place.first && "first", place.last && "last"];
  const row = node("li", { class: classes.filter(Boolean).join(" "), data: { message: message.id } });
  if (named && place.last) row.append(avatar(message.by.id, message.by.name));
  row.append(node("div", { class: "body" },
    node("div", { class: "bubble" },
      named && place.first && node("div", { class: `author hue-${hue(message.by.id)}` }, message.by.name),
      message.forwarded && node("div", { class: "forwarded" }, `Diteruskan dari ${message.forwarded}`),
      message.thread > 0 && node("div", { class: "topic" }, `# ${talk.topic(message.thread)}`),
      message.reply && quote(message, talk),
      media(group),
      words(group, talk),
      meta(group, mine),
      reactions(message, talk)),
    keyboard(message, talk)));
  row.append(tools(message, mine, talk));
  return row;
}

function quote(message, talk) {
  const { reply } = message;
  return node("button", { type: "button", class: "quote", onclick: () => talk.show(reply.id), "aria-label": `Balasan untuk ${reply.name}` },
    node("b", {}, reply.name), node("span", { class: message.quote && "cited" }, message.quote || reply.text || KINDS[reply.kind] || "Pesan"));
}

// Who reacted how; a tap on one's own takes it back.
function reactions(message, talk) {
  if (!message.reactions.length) return null;
  const kinds = Map.groupBy ? Map.groupBy(message.reactions, (one) => one.emoji) : grouped(message.reactions);
  return node("div", { class: "reactions" }, [...kinds].map(([emoji, some]) => {
    const names = some.map((one) => talk.name(one.by)).join(", ");
    return node("span", { class: "reaction", title: names, role: "img", "aria-label": `Reaksi ${emoji} dari ${names}` }, some.length > 1 ? `${emoji} ${some.length}` : emoji);
  }));
}

function grouped(all) {
  const kinds = new Map();
  for (const one of all) kinds.set(one.emoji, [...(kinds.get(one.emoji) ?? []), one]);
  return kinds;
}

function words(group, talk) {
  const said = group.find((message) => message.text);
  return said ? rich(said.text, said.entities, { command: talk.command, message: talk.show }) : null;
}

function meta(group, mine) {
  const last = group[group.length - 1];
  const edited = group.some((message) => message.edited) ? "disunting " : "";
  return node("span", { class: "meta" }, edited, timeOf(new Date(last.date * 1000)), mine ? icon("ticks") : null);
}

function media(group) {
  const photos = group.filter((message) => message.media?.kind === "photo");
  if (photos.length) return node("div", { class: photos.length > 1 ? "pictures many" : "pictures" }, photos.map(photo));
  const others = group.filter((message) => message.media);
  if (others.length) return others.map(paper);
  return extra(group[0]);
}

function photo(message) {
  const address = `/sim/files/${encodeURIComponent(message.media.file_id)}`;
  const words = message.text || "Foto";
  return node("button", { type: "button", "aria-label": "Perbesar foto", onclick: () => picture(address, words) },
    node("img", { src: address, alt: words, width: message.media.width, height: message.media.height, loading: "lazy" }));
}

function paper(message) {
  const { media } = message;
  if (media.kind === "sticker") return node("div", { class: "sticker", role: "img", "aria-label": "Stiker" }, "👍");
  const address = `/sim/files/${encodeURIComponent(media.file_id)}`;
  const badge = node("span", { class: "badge-file" });
  badge.append(icon(media.kind === "voice" ? "voice" : "paper"));
  return node("a", { class: "paper", href: address, download: media.file_name || media.kind },
    badge,
    node("span", {}, node("b", {}, media.file_name || KINDS[media.kind]), sized(media.file_size)));
}

function sized(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}

function extra(message) {
  const { contact, location } = message.extra;
  if (contact) return node("div", {}, `👤 ${contact.first_name}`, node("br"), contact.phone_number);
  if (location) return node("div", {}, `📍 Lokasi ${location.latitude}, ${location.longitude}`);
  return null;
}

function keyboard(message, talk) {
  if (!message.rows.length) return null;
  return node("div", { class: "keyboard" }, message.rows.map((row) => node("div", {}, row.map((button) => key(message, button, talk)))));
}

function key(message, button, talk) {
  const kind = ["key", button.url && "url", button.copy_text && "copy", button.style].filter(Boolean).join(" ");
  const shown = node("button", { type: "button", class: kind, title: button.copy_text && `Salin ${button.copy_text.text}` }, button.text);
  shown.addEventListener("click", () => {
    if (button.copy_text) talk.copy(button.copy_text.text);
    else if (button.url) window.open(button.url, "_blank", "noopener,noreferrer");
    else if (button.callback_data !== undefined) talk.press(message, button, shown);
  });
  return shown;
}

function tools(message, mine, talk) {
  const bar = node("div", { class: "tools" }, round("reply", "Balas", () => talk.reply(message)),
    round("thumb", "Beri reaksi 👍", () => talk.react(message)),
    round("forward", "Teruskan", () => talk.forward(message)));
  if (mine && !message.media && message.text) bar.append(round("pen", "Sunting", () => talk.edit(message)));
  return bar;
}
