from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.column import Column
from tests.browser.test_main_job import PICTURE

CONTRAST = Path(__file__).with_name("contrast.js").read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_by_day_and_by_night(
    page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    private, desk = Column(page, "private"), Column(page, "helpdesk")
    expect(desk.root.locator(".row.out").first).to_be_attached()
    Column(page, "reports").last.get_by_role("button", name="Balas", exact=True).click()
    private.root.locator('input[type="file"]').set_input_files(PICTURE)
    private.root.get_by_role("button", name="Pilihan lain").click()
    desk.write.fill("/")
    expect(desk.root.locator(".popup .chosen")).to_be_visible()
    _is_readable(page, scheme)

    private.root.locator("select").select_option("new")
    page.get_by_role("dialog").get_by_role("button", name="Tambah").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_be_visible()
    _is_readable(page, scheme)


def _is_readable(page: Page, scheme: str) -> None:
    measured = page.evaluate(CONTRAST)
    assert measured["dark"] == (scheme == "dark")
    assert measured["seen"] > 100
    assert measured["faint"] == []
