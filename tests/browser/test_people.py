from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.column import Column


def test_the_menu_of_a_person_closes_with_a_switch_with_escape_and_with_a_click_elsewhere(
    page: Page,
) -> None:
    private = Column(page, "private")
    private.becomes("Burhan")
    more = private.root.get_by_role("button", name="Pilihan lain")
    block = private.root.get_by_role("button", name="Blokir bot")

    more.click()
    expect(block).to_be_visible()
    private.becomes("Citra")
    expect(block).to_be_hidden()

    more.click()
    block.focus()
    page.keyboard.press("Escape")
    expect(block).to_be_hidden()
    expect(more).to_be_focused()

    more.click()
    private.root.locator(".talk").click(position={"x": 5, "y": 200})
    expect(block).to_be_hidden()


def test_who_blocks_the_bot_is_the_person_shown(page: Page) -> None:
    private = Column(page, "private")
    unblock = private.root.get_by_role("button", name="BUKA BLOKIR")
    private.becomes("Burhan")
    private.root.get_by_role("button", name="Pilihan lain").click()
    private.becomes("Citra")
    private.root.get_by_role("button", name="Pilihan lain").click()
    private.root.get_by_role("button", name="Blokir bot").click()
    expect(unblock).to_be_visible()
    unblock.click()
    expect(unblock).to_be_hidden()
    private.becomes("Burhan")
    expect(unblock).to_be_hidden()


def test_a_new_person_needs_a_name(page: Page) -> None:
    private = Column(page, "private")
    private.root.locator("select").select_option("new")
    dialog = page.get_by_role("dialog")
    name = dialog.get_by_label("Nama")
    name.fill("   ")
    name.press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Nama perlu diisi.")
    expect(name).to_be_focused()
    dialog.get_by_role("button", name="Batal").click()
    expect(dialog).to_be_hidden()
    expect(private.root.locator("select")).not_to_have_value("new")
