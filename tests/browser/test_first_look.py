from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.column import Column


def test_the_first_screen_is_lively(page: Page) -> None:
    private, desk, reports = (Column(page, name) for name in ("private", "helpdesk", "reports"))
    expect(private.root.locator("select option")).to_have_count(3 + 4 + 1)
    expect(private.last).to_contain_text("Buku panduan")
    untaken = desk.with_text("Baru, menunggu petugas").last
    expect(untaken.locator("button.key")).to_have_text(
        [
            "Ambil",
            "Jawab dari buku",
            "Jawaban siap",
            "Minta info",
            "Selesai",
            "Alihkan…",
            "Tunda…",
            "Lainnya…",
        ]
    )
    for state in ("Selesai, menunggu konfirmasi pelapor", "Sedang ditangani", "Menunggu jawaban"):
        expect(desk.with_text(state).first).to_be_attached()
    expect(desk.with_text("LEWAT").first).to_be_attached()
    # On some days the head has said something since.
    summary = reports.rows.filter(has_text=re.compile(r"\d\d,\d\d % · \d+ dari \d+ selesai"))
    expect(summary.last).to_be_attached()


def test_a_phone_shows_one_column_at_a_time_and_never_scrolls_sideways(phone: Page) -> None:
    columns = phone.locator(".column")
    for tab, name in (("Pribadi", "private"), ("Helpdesk", "helpdesk"), ("Laporan", "reports")):
        phone.get_by_role("tab", name=tab).click()
        expect(phone.locator(f'[data-column="{name}"] .row').last).to_be_in_viewport()
        expect(columns.filter(visible=True)).to_have_count(1)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
        wide = "list => list.filter(each => each.getBoundingClientRect().right > 361).length"
        assert phone.locator(".column.shown .bubble").evaluate_all(wide) == 0


def test_a_phone_can_ask(phone: Page) -> None:
    private = Column(phone, "private")
    private.becomes("Fadli")
    private.write.fill("jam hp telat jadi kode otp ditolak")
    private.root.get_by_role("button", name="Kirim", exact=True).click()
    private.hears("Kode authenticator ditolak")
    expect(private.last.locator("button.key").first).to_be_in_viewport()
