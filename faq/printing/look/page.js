"use strict";
// The search box: every answer in reach of a few words, without a server. The page is whole without it.
(() => {
  const box = document.getElementById("cari");
  const input = box.querySelector("input");
  const list = document.getElementById("hasil");
  const count = document.getElementById("jumlah");
  const MOST = 20;
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const entries = [...document.querySelectorAll("article")].map((article) => ({
    id: article.id,
    number: article.querySelector(".number").textContent,
    title: article.querySelector("h3 span").textContent,
    head: fold(article.querySelector("h3").textContent),
    asked: fold(article.dataset.tanya),
    body: fold(article.querySelector(".answer").textContent),
  }));

  const worth = (entry, word) =>
    (entry.head.includes(word) ? 6 : 0) + (entry.asked.includes(word) ? 3 : 0) +
    (entry.body.includes(word) ? 1 : 0);

  const search = (words) =>
    entries
      .map((entry) => ({ entry, worths: words.map((word) => worth(entry, word)) }))
      .filter(({ worths }) => worths.every(Boolean))
      .map(({ entry, worths }) => ({ entry, total: worths.reduce((a, b) => a + b, 0) }))
      .sort((a, b) => b.total - a.total);

  const row = ({ entry }) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = `#${entry.id}`;
    link.appendChild(document.createElement("b")).textContent = entry.number;
    link.appendChild(document.createElement("span")).textContent = entry.title;
    return item;
  };

  const show = () => {
    const words = fold(input.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const found = words.length ? search(words) : [];
    list.replaceChildren(...found.slice(0, MOST).map(row));
    count.textContent = !words.length ? ""
      : !found.length ? "Tidak ditemukan. Coba kata lain yang lebih pendek."
      : found.length > MOST ? `${MOST} teratas dari ${found.length} jawaban`
      : `${found.length} jawaban`;
  };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "Escape") { input.value = ""; show(); }
  });
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((part) => { part.open = true; });
  });
  box.hidden = false;
})();
