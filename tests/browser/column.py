"""A column of the page as somebody uses it; waits on what is to be seen, never on time."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect


class Column:
    def __init__(self, page: Page, name: str) -> None:
        self.root = page.locator(f'[data-column="{name}"]')
        self.rows = self.root.locator(".row")
        self.write = self.root.locator("textarea")

    @property
    def last(self) -> Locator:
        return self.rows.last

    def with_text(self, text: str) -> Locator:
        return self.rows.filter(has_text=text)

    def becomes(self, name: str) -> None:
        """Acts as another person."""
        option = self.root.locator(".acting option", has_text=name)
        self.root.locator(".acting select").select_option(option.get_attribute("value"))

    def says(self, text: str) -> None:
        self.write.fill(text)
        self.write.press("Enter")
        expect(self.write).to_have_value("")
        # What was last said is looked at next, and it is on the page a moment later.
        expect(self.root.locator(".row.out").last).to_contain_text(text.split(maxsplit=1)[0])

    def hears(self, text: str) -> Locator:
        """The newest message with these words, as soon as it is there."""
        found = self.with_text(text).last
        expect(found).to_be_visible()
        return found

    def presses(self, label: str) -> None:
        """The newest button of that name."""
        self.root.locator("button.key").get_by_text(label, exact=True).last.click()

    def adds(self, what: str) -> None:
        """What is no text, from the menu beside it."""
        self.root.get_by_role("button", name="Lampirkan").click()
        self.root.get_by_role("button", name=what).click()

    def attaches(self, picture: Path) -> None:
        self.root.locator('input[type="file"]').set_input_files(picture)
        self.root.get_by_role("button", name="Kirim", exact=True).last.click()

    def replies(self, message: Locator, text: str) -> None:
        message.hover()
        message.get_by_role("button", name="Balas", exact=True).click()
        expect(self.root.locator(".strip")).to_be_visible()
        self.says(text)
