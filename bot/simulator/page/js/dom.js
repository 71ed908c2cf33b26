// Nodes from values. Content only ever becomes text, never markup.

export function node(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "data") Object.assign(made.dataset, value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const SHAPES = {
  send: ["M3.4 20.4 21.5 12 3.4 3.6l-.1 6.6 12 1.8-12 1.800z", true],
  clip: ["M8 12.500 14.500 6a3.300 3.300 0 0 1 4.700 4.700l-8.300 8.300a5.200 5.200 0 0 1-7.400-7.400L11 4.200"],
  reply: ["M10 5 3.500 11.500 10 18v-4c5 0 8.300 1.500 10.500 5-.6-5.500-3.500-9.700-10.500-10.200z"],
  forward: ["M14 5l6.500 6.500L14 18v-4c-5 0-8.300 1.500-10.500 5 .6-5.500 3.500-9.700 10.500-10.200z"],
  thumb: ["M7 11v9H4v-9zM7 11l4-8c1.700 0 2.600 1.200 2.300 2.800L12.700 9H18a2 2 0 0 1 2 2.400l-1.300 6.900A2 2 0 0 1 16.700 20H7"],
  pen: ["M4 20l1-4.500L16 4.500a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.500 19zM14 6.500l3.500 3.500"],
  close: ["M6 6l12 12M18 6 6 18"],
  more: ["M12 5v.01M12 12v.01M12 19v.01"],
  down: ["M5 9l7 7 7-7"],
  paper: ["M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h4"],
  voice: ["M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3"],
  ticks: ["M1 7.500l4 4L13 2.500M9 11.500l.6.500L18.500 2.500"],
};

export function icon(name) {
  const [shape, filled] = SHAPES[name];
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", name === "ticks" ? "0 0 19 14" : "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", shape);
  path.setAttribute("fill", filled ? "currentColor" : "none");
  path.setAttribute("stroke", filled ? "none" : "currentColor");
  path.setAttribute("stroke-width", name === "more" ? "3.2" : "1.9");
  path.setAttribute("stroke-linecap", "round");
  path.setAttribute("stroke-linejoin", "round");
  drawing.append(path);
  return drawing;
}

export function round(name, label, act, extra = "") {
  const button = node("button", { type: "button", class: `round ${extra}`, "aria-label": label, title: label, onclick: act });
  button.append(icon(name));
  return button;
}

export function avatar(number, name) {
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join("");
  return node("span", { class: `avatar hue-${hue(number)}`, "aria-hidden": "true" }, initials.toUpperCase());
}

export function hue(number) {
  return (Math.abs(number) % 101) % 7; // neighbours in the cast get different colours
}
