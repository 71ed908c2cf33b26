from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.column import Column


def test_what_is_being_written_survives_a_reload(page: Page) -> None:
    private = Column(page, "private")
    private.write.fill("belum selesai saya tul")
    page.reload()
    expect(private.rows.first).to_be_visible()
    expect(private.write).to_have_value("belum selesai saya tul")
    private.write.fill("")
    page.reload()
    expect(private.rows.first).to_be_visible()
    expect(private.write).to_have_value("")


def test_formatted_text_goes_as_pasted_and_is_read(page: Page) -> None:
    private = Column(page, "private")
    private.write.fill("# Tanya\n\napa *alamat* e-kinerja")
    private.adds("tempelan berformat")
    expect(private.hears("apa alamat e-kinerja")).to_be_visible()
    address = private.root.locator(".key.copy").last
    expect(address).to_have_text("Salin alamat")


def test_an_officers_reply_quotes_and_gets_a_thumb(page: Page) -> None:
    desk = Column(page, "helpdesk")
    card = desk.rows.filter(has=page.locator(".key.success")).last
    expect(card.locator(".key.success")).to_have_text("Selesai")
    card.locator("strong").first.evaluate("node => getSelection().selectAllChildren(node)")
    card.hover()
    card.get_by_role("button", name="Balas", exact=True).click()
    expect(desk.root.locator(".strip")).to_contain_text("Kutip")
    desk.says("Silakan dicoba lagi")
    mine = desk.hears("Silakan dicoba lagi")
    expect(mine.locator(".reaction")).to_be_visible()
    expect(mine.locator(".cited")).to_be_visible()


def test_what_is_asked_in_a_topic_is_answered_there(page: Page) -> None:
    desk = Column(page, "helpdesk")
    desk.adds("Topik baru")
    page.get_by_label("Nama topik").fill("Pengaduan")
    page.get_by_role("button", name="Buat", exact=True).click()
    topic = desk.root.get_by_label("Topik")
    expect(topic.locator("option:checked")).to_have_text("# Pengaduan")
    desk.says("/antrian")
    expect(desk.last.locator(".quote")).to_contain_text("/antrian")  # the bot's answer to it
    expect(desk.last.locator(".topic")).to_have_text("# Pengaduan")
    desk.adds("Stiker")
    expect(desk.last.locator(".quote")).to_have_count(0)
    expect(desk.last.locator(".topic")).to_have_text("# Pengaduan")
    desk.attaches(Path(__file__))
    expect(desk.last).to_contain_text(Path(__file__).name)
    expect(desk.last.locator(".topic")).to_have_text("# Pengaduan")
