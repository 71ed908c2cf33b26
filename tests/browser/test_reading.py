from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.column import Column
from tests.browser.test_main_job import PICTURE

LEFT = "list => list.scrollHeight - list.scrollTop - list.clientHeight"
TWO_FRAMES = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"


def test_the_newest_message_stays_in_view_while_the_place_to_write_grows(page: Page) -> None:
    private = Column(page, "private")
    talk, jump = private.root.get_by_role("log"), private.root.locator(".jump")
    drop = private.root.get_by_role("button", name=f"Buang {PICTURE.name}")
    for _ in range(2):
        private.root.locator('input[type="file"]').set_input_files(PICTURE)
        drop.click()
    talk.evaluate("list => list.scrollTo({top: list.scrollHeight, behavior: 'instant'})")
    private.write.fill("\n".join("1234567"))
    _at_the_end(page, private)
    for _ in range(3):
        private.write.press("x")
        _at_the_end(page, private)
    private.root.locator('input[type="file"]').set_input_files([PICTURE] * 3)
    _at_the_end(page, private)
    expect(jump).to_be_hidden()


def _at_the_end(page: Page, column: Column) -> None:
    """Two frames later, for a scroll event of the first may still be on its way."""
    page.evaluate(TWO_FRAMES)
    assert column.root.get_by_role("log").evaluate(LEFT) <= 1


def test_a_link_to_another_answer_breaks_inside_a_line_and_works_by_keyboard(phone: Page) -> None:
    private = Column(phone, "private")
    private.says("pindah tugas ke dinas lain")
    answer = private.hears("Susun SKP untuk tugas yang baru.")
    link = answer.get_by_role("link", name="SKP sesudah mutasi")
    answer.locator(".body").evaluate("body => body.style.maxWidth = '150px'")
    assert link.evaluate("link => link.getClientRects().length") > 1
    link.press("Enter")
    private.hears("Sesudah mutasi")
