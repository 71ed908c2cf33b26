"""The pictures of the officers' guide: a first day at the desk, as a phone shows it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.column import Column

STORIES = {
    "Citra": "Kode OTP tidak masuk ke HP saya sejak kemarin, padahal nomornya masih aktif.",
    "Ani": "Waktu menyimpan progres SKP muncul status code 419, isian saya hilang.",
}
ANSWER = "Mohon keluar dulu dari e-Kinerja, lalu masuk lagi dan coba simpan sekali lagi, Bu."
NOTE = "Sesi sudah habis; sesudah masuk lagi isiannya bisa disimpan."
CARD = Path(__file__).with_name("officer_card.html")
SHOT = "shot"
# What comes and goes over the messages.
BARE = f".{SHOT} :is(.notice, .tools, .jump) {{ display: none !important; }}"
# The page's own policy lets no style be written into it.
ADOPT = """
(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}
"""
COLOURS = 256  # a chat has few, and a guide is read by phone


class FirstDay:
    def __init__(self, page: Page, images: Path) -> None:
        self._page, self._images = page, images
        self._private, self._desk = Column(page, "private"), Column(page, "helpdesk")

    def draw(self) -> None:
        self._page.evaluate(ADOPT, BARE)
        cards = {name: self._filed(name, story) for name, story in STORIES.items()}
        self._tab("Helpdesk")
        self._desk.becomes("Dewi")
        card = cards["Ani"]
        self._shoot("petugas-kartu", card)
        self._press(card, "Ambil")
        expect(card).to_contain_text("Petugas: Dewi")
        self._desk.replies(card, ANSWER)
        answer = self._desk.hears(ANSWER)
        expect(answer).to_contain_text("👍")
        self._shoot("petugas-balas", answer)
        other = cards["Citra"]
        self._press(other, "Jawab dari buku")
        expect(other).to_contain_text("Kembali")
        self._shoot("petugas-buku", other)
        self._press(other, "Kembali")
        self._press(other, "Lainnya…")
        expect(other).to_contain_text("Di luar kewenangan")
        self._shoot("petugas-lainnya", other)
        self._press(other, "Kembali")
        self._press(other, "Alihkan…")
        expect(other).to_contain_text("Budi")
        self._shoot("petugas-alihkan", other)
        self._press(other, "Kembali")
        self._press(card, "Selesai")
        prompt = self._desk.hears("tulis catatan penutup")
        self._shoot("petugas-selesai", prompt)
        self._desk.says(NOTE)
        expect(card).to_contain_text("menunggu konfirmasi")
        self._shoot("petugas-tutup", card)
        self._desk.says("/antrian")
        self._shoot("petugas-antrian", self._desk.hears("Tiket terbuka"))
        self._shoot("petugas-papan", self._desk.hears("📌 Papan tiket"))

    def _tab(self, name: str) -> None:
        self._page.get_by_role("tab", name=name).click()

    def _filed(self, name: str, story: str) -> Locator:
        """The card of what somebody reports."""
        self._tab("Pribadi")
        self._private.becomes(name)
        self._private.says("/lapor")
        self._private.hears("Ceritakan dengan kata-kata Anda sendiri.")
        self._private.says(story)
        check = self._private.rows.filter(has_text="Mohon diperiksa").filter(has_text=story)
        self._press(check, "Kirim")
        self._tab("Helpdesk")
        place = self._desk.hears(story).get_attribute("data-message")
        return self._desk.root.locator(f'.row[data-message="{place}"]')

    def _press(self, card: Locator, label: str) -> None:
        card.locator("button.key").get_by_text(label, exact=True).click()

    def _shoot(self, name: str, row: Locator) -> None:
        shoot(self._page, row, self._images / f"{name}.png")


def shoot(page: Page, row: Locator, file: Path) -> None:
    page.mouse.move(0, 0)
    page.evaluate(f"document.documentElement.classList.add('{SHOT}')")
    drawn = row.screenshot(animations="disabled")
    page.evaluate(f"document.documentElement.classList.remove('{SHOT}')")
    _keep(drawn, file)


def card(page: Page, images: Path) -> None:
    """All of it on one page, to be pinned in the group."""
    page.goto(CARD.as_uri())
    _keep(page.locator("body").screenshot(), images / "kartu-petugas.png")


def _keep(drawn: bytes, file: Path) -> None:
    with Image.open(io.BytesIO(drawn)) as picture:
        # Not by how many dots have a colour: the signs of tickets are small, and told by theirs.
        tree = Image.Quantize.FASTOCTREE
        few = picture.convert("RGB").quantize(COLOURS, tree, dither=Image.Dither.NONE)
        few.save(file, optimize=True)
