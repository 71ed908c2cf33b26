import { startClock } from "./clock.js";
import { GroupColumn, PrivateColumn } from "./columns.js";
import { node } from "./dom.js";
import { Store } from "./store.js";
import { listen } from "./wire.js";

const store = new Store();
const columns = [
  [new PrivateColumn(store), "Pribadi"],
  [new GroupColumn(store, "helpdesk", "Grup helpdesk", 0), "Helpdesk"],
  [new GroupColumn(store, "reports", "Laporan kepala", 1), "Laporan"],
];
const narrow = matchMedia("(max-width: 900px)");
const tabs = document.querySelector(".tabs");

function choose(index) {
  sessionStorage.setItem("tab", index);
  columns.forEach(([column], at) => {
    column.element.classList.toggle("shown", at === index);
    tabs.children[at].setAttribute("aria-selected", at === index);
    tabs.children[at].tabIndex = at === index ? 0 : -1;
  });
  columns[index][0].talk.toEnd();
}

columns.forEach(([column, words], index) => {
  const badge = node("span", { class: "badge", hidden: true });
  const tab = node("button", { type: "button", role: "tab", "aria-controls": column.element.id, onclick: () => choose(index) }, words, badge);
  tabs.append(tab);
  document.querySelector(".columns").append(column.element);
  column.onCount = (count) => {
    badge.hidden = !count;
    badge.textContent = count;
  };
});

// Side by side they are no panels of any tab.
function settle() {
  for (const [{ element }] of columns) {
    if (narrow.matches) element.setAttribute("role", "tabpanel");
    else element.removeAttribute("role");
  }
}

narrow.addEventListener("change", settle);
settle();

tabs.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const at = [...tabs.children].indexOf(document.activeElement);
  if (!step || at < 0) return;
  const next = (at + step + columns.length) % columns.length;
  choose(next);
  tabs.children[next].focus();
});

document.addEventListener("visibilitychange", () => columns.forEach(([column]) => column.talk.follow && column.seen()));
startClock(store);
const first = Number(sessionStorage.getItem("tab")) || 0;
choose(first);
columns[first][0].composer.goOn(); // one may write at once
listen((news, opening) => store.take(news, opening), (on) => { document.querySelector(".offline").hidden = on; });
