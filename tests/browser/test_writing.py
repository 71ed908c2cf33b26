from __future__ import annotations

import urllib.request
from pathlib import Path

from playwright.sync_api import Page, Route, expect

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


def test_what_is_not_sent_yet_outlives_a_break_of_the_stream(page: Page, address: str) -> None:
    def short_stream(route: Route) -> None:
        with urllib.request.urlopen(f"{address}/sim/state") as answer:
            whole = answer.read().decode()
        body = f"retry: 300\ndata: {whole}\n\n"  # ends at once, so the page comes again and again
        route.fulfill(body=body, content_type="text/event-stream")

    page.route("**/sim/events", short_stream)
    page.reload()
    private = Column(page, "private")
    expect(private.rows.first).to_be_visible()
    _picks(private, [PICTURE])
    private.last.get_by_role("button", name="Balas", exact=True).click()
    private.write.fill("belum selesai saya tul")
    for _ in range(2):
        page.wait_for_event("request", lambda request: request.url.endswith("/sim/events"))
    expect(private.write).to_have_value("belum selesai saya tul")
    expect(private.root.locator(".strip")).to_be_visible()
    expect(private.root.locator(".chip")).to_have_count(1)
    page.unroute("**/sim/events")


def test_everybody_finds_their_own_draft_again(page: Page) -> None:
    private, desk = Column(page, "private"), Column(page, "helpdesk")
    for column, one, another in ((private, "Burhan", "Citra"), (desk, "Budi", "Dewi")):
        column.becomes(one)
        column.write.fill(f"dari {one}")
        column.becomes(another)
        expect(column.write).to_have_value("")
        column.write.fill(f"dari {another}")
        column.becomes(one)
        expect(column.write).to_have_value(f"dari {one}")
        column.becomes(another)
        expect(column.write).to_have_value(f"dari {another}")


def test_a_draft_waits_with_its_files_until_an_older_message_is_edited(page: Page) -> None:
    private = Column(page, "private")
    private.says("Terimakasih")
    private.write.fill("sebentar")
    _picks(private, [PICTURE])
    chips, strip = private.root.locator(".chip"), private.root.locator(".strip")
    mine = private.root.locator(".row.out").last

    mine.get_by_role("button", name="Sunting").click()
    expect(private.write).to_have_value("Terimakasih")
    expect(chips).to_have_count(0)
    _picks(private, [PICTURE])
    expect(private.root.locator(".notice")).to_contain_text("suntingan")
    private.write.fill("Terima kasih")
    private.write.press("Enter")
    expect(mine).to_contain_text("disunting")
    expect(private.write).to_have_value("sebentar")
    expect(chips).to_have_count(1)

    mine.get_by_role("button", name="Sunting").click()
    private.write.press("Escape")
    expect(strip).to_be_hidden()
    expect(private.write).to_have_value("sebentar")
    expect(chips).to_have_count(1)


def test_words_too_long_for_one_message_go_as_several_and_all_of_them(page: Page) -> None:
    desk = Column(page, "helpdesk")
    words = " ".join(f"kata-{number}" for number in range(800))
    desk.write.fill(words)
    desk.write.press("Enter")
    desk.hears("kata-799")
    first, second = desk.root.locator(".row.out .text").all_inner_texts()[-2:]
    assert f"{first} {second}" == words
    assert len(first) <= 4096


def test_a_command_out_of_the_menu_leaves_the_draft_alone(page: Page) -> None:
    private = Column(page, "private")
    private.write.fill("belum selesai")
    private.root.get_by_role("button", name="Menu perintah").click()
    private.root.locator(".popup").get_by_text("/profil").click()
    private.hears("Profil Anda")
    expect(private.write).to_have_value("belum selesai")


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
