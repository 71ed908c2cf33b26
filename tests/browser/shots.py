"""Draws the pictures of README and guides anew: `python -m tests.browser.shots`, at the top."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import chromium
from tests.browser.column import Column
from tests.browser.demo import HOME, demo
from tests.browser.guide_shots import draw
from tests.browser.officer_shots import FirstDay, card

IMAGES = HOME / "docs" / "images"
TALL = 2_600  # a whole card is seen at once
# The wallpaper's soft gradient would be most of a PNG.
PLAIN = """
for (const end of ["--wallpaper-1", "--wallpaper-2"])
  document.documentElement.style.setProperty(end, "#c8ddcc");
"""


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with demo() as address, chromium() as browser:
        _desktop(browser, address)
        _phone(browser, address)
        draw(_opened(browser, address, 390, TALL, scale=1.0), IMAGES)
        FirstDay(_opened(browser, address, 390, TALL, scale=1.0), IMAGES).draw()
        card(
            browser.new_page(viewport={"width": 390, "height": 900}, device_scale_factor=2), IMAGES
        )
    for picture in sorted(IMAGES.glob("*.png")):
        print(f"{picture.relative_to(HOME)}  {picture.stat().st_size // 1000} kB")


def _desktop(browser: Browser, address: str) -> None:
    page = _opened(browser, address, 1560, 1090, scale=0.75)
    reports = Column(page, "reports")
    chart = reports.rows.locator("img").last
    chart.scroll_into_view_if_needed()
    expect(chart).to_be_visible()
    _shoot(page, "simulator")
    shown = page.request.get(f"{address}{chart.get_attribute('src')}")
    (IMAGES / "ringkasan-mingguan.png").write_bytes(shown.body())


def _phone(browser: Browser, address: str) -> None:
    page = _opened(browser, address, 390, 844, scale=1.0)
    private = Column(page, "private")
    private.becomes("Citra")
    expect(private.last).to_contain_text("Apakah masalah Anda sudah selesai?")
    _shoot(page, "simulator-hp")


def _opened(browser: Browser, address: str, width: int, height: int, *, scale: float) -> Page:
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        locale="id-ID",
        timezone_id="Asia/Makassar",
    )
    page.goto(address)
    expect(page.locator(".row").first).to_be_attached()
    page.evaluate(PLAIN)
    return page


def _shoot(page: Page, name: str) -> None:
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


if __name__ == "__main__":
    main()
