"""One simulator and one Chromium for all these tests; each has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from tests.browser.chromium import chromium
from tests.browser.demo import demo

PATIENCE_MS = 300_000  # a busy machine is slow, not wrong


# Of the package, not of the session: while Playwright's loop runs, no other test can have one.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    with demo() as address:
        yield address


@pytest.fixture(name="page")
def _page(browser: Browser, address: str) -> Iterator[Page]:
    yield from opened(browser, address, width=1500, height=950)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    yield from opened(browser, address, width=360, height=740)


def opened(browser: Browser, address: str, *, width: int, height: int) -> Iterator[Page]:
    """The page, which must not complain and must not call anywhere else."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, locale="id-ID", timezone_id="Asia/Makassar"
    )
    page.set_default_timeout(PATIENCE_MS)
    complaints: list[str] = []
    elsewhere: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", on_request)
    page.goto(address)
    expect(page.locator('[data-column="helpdesk"] .row').first).to_be_attached()
    yield page
    page.close()
    assert complaints == []
    assert elsewhere == []
