"""The pictures of the guides to Coaching Clinic and to the survey: what the demo has of them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.column import Column
from tests.browser.officer_shots import ADOPT, BARE, shoot


def draw(page: Page, images: Path) -> None:
    page.evaluate(ADOPT, BARE)
    private, desk = Column(page, "private"), Column(page, "helpdesk")
    page.get_by_role("tab", name="Pribadi").click()
    private.becomes("Citra")
    private.says("/jadwal")
    shoot(page, private.hears("Minta Coaching Clinic"), images / "clinic-jadwal.png")
    page.get_by_role("tab", name="Helpdesk").click()
    shoot(page, desk.hears("Nilai SKM"), images / "survei-hasil.png")
