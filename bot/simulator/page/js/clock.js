// The clock in the bar: shows the simulated time and moves it.

import { dropped } from "./menu.js";
import { ask, during, notice } from "./notice.js";
import { dayOf, fieldOf, fromField, shortDayOf, timeOf } from "./time.js";
import { moveClock, reset } from "./wire.js";

const MOVES = {
  hour: () => moveClock({ advance: 3600 }),
  day: () => moveClock({ advance: 86400 }),
  monday: () => moveClock({ next: [0, 8, 0] }),
};

export function startClock(store) {
  const face = document.querySelector(".clock-face");
  const tools = document.querySelector(".clock-tools");
  const show = dropped(face, tools);
  tools.addEventListener("click", async (event) => {
    const name = event.target.dataset.clock;
    if (!name) return;
    show(false);
    try {
      await (MOVES[name] ?? { pick, reset: startAgain }[name])(store);
    } catch (error) {
      notice(document.querySelector(".shown .notices"), `Tidak berhasil: ${error.message}`);
    }
  });
  setInterval(() => tick(store), 500);
  store.addEventListener("news", () => tick(store));
}

function tick(store) {
  const now = store.now();
  const narrow = matchMedia("(max-width: 900px)").matches;
  document.querySelector(".clock-day").textContent = narrow ? shortDayOf(now) : dayOf(now);
  document.querySelector(".clock-time").textContent = `${timeOf(now)} WITA`;
}

async function pick(store) {
  const now = fieldOf(store.now());
  const chosen = await ask("Pindah ke waktu lain", "Jam hanya bisa dimajukan. Waktu WITA.", {
    yes: "Pindah",
    fields: [{ name: "moment", label: "Tanggal dan jam", type: "datetime-local", value: now, min: now, required: true }],
  });
  if (!chosen?.moment) return;
  const moment = fromField(chosen.moment);
  if (Date.parse(moment) <= store.now()) throw new Error("waktu itu sudah lewat.");
  await moveClock({ to: moment });
}

async function startAgain() {
  const sure = await ask("Ulang dari awal?", "Semua pesan, tiket, dan orang baru di simulator ini dihapus, lalu contoh awal dipasang lagi.", { yes: "Ulang", danger: true });
  if (sure) await during(reset(), "Contoh awal sedang dipasang…");
}
