from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.column import Column


def test_the_tabs_of_a_phone_name_what_they_show(phone: Page) -> None:
    tab = phone.get_by_role("tab", name="Helpdesk")
    panel = phone.get_by_role("tabpanel")
    tab.press("Enter")
    expect(panel).to_have_count(1)
    expect(panel).to_have_id(tab.get_attribute("aria-controls") or "none")
    phone.set_viewport_size({"width": 1440, "height": 900})
    expect(panel).to_have_count(0)


def test_one_gets_past_all_messages_to_where_one_writes(page: Page) -> None:
    desk = Column(page, "helpdesk")
    desk.root.locator("select").press("Tab")
    skip = desk.root.get_by_role("button", name="Langsung ke kotak tulis")
    expect(skip).to_be_focused()
    skip.press("Enter")
    expect(desk.write).to_be_focused()
    desk.rows.locator("button.key").last.press("Escape")
    expect(desk.write).to_be_focused()
