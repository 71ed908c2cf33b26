from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.column import Column
from tests.browser.test_main_job import PICTURE


def test_escape_closes_the_menu_of_attachments_wherever_the_focus_is(page: Page) -> None:
    private = Column(page, "private")
    sticker = private.root.get_by_role("button", name="Stiker")
    clip = private.root.get_by_role("button", name="Lampirkan")
    clip.click()
    clip.focus()
    expect(sticker).to_be_visible()
    clip.press("Escape")
    expect(sticker).to_be_hidden()


def test_many_files_leave_a_phone_its_messages(phone: Page) -> None:
    private = Column(phone, "private")
    _picks(private, [PICTURE] * 12)
    expect(private.root.locator(".chip")).to_have_count(12)
    expect(private.root.get_by_text("12 berkas", exact=True)).to_be_visible()
    talk = private.root.locator(".talk").bounding_box()
    assert talk is not None
    assert talk["height"] > 300
    private.root.get_by_role("button", name=f"Buang {PICTURE.name}").last.click()
    expect(private.root.get_by_text("11 berkas", exact=True)).to_be_visible()


def _picks(column: Column, files: list[Path]) -> None:
    column.root.locator('input[type="file"]').set_input_files(files)
