from __future__ import annotations

from playwright.sync_api import Page, Request, expect

from tests.browser.column import Column

SUMMARY = "Ringkasan pengaduan e-Kinerja"
ALSO_RESET = """() => { for (const _ of "ab") void fetch("/sim/reset", {
    method: "POST", headers: {"Content-Type": "application/json"}, body: "{}"
}) }"""


def test_two_mondays_bring_two_summaries_with_a_picture_each_and_a_reset_takes_them_back(
    page: Page,
) -> None:
    pictures = _pictures_on_their_way(page)
    reports = Column(page, "reports")
    summaries = reports.with_text(SUMMARY)
    before = summaries.count()
    assert before >= 3
    monday = page.get_by_role("button", name="ke Senin depan 08.00")

    monday.click()
    expect(summaries).to_have_count(before + 1)
    expect(page.locator(".clock-day")).to_contain_text("Senin")
    expect(page.locator(".clock-time")).to_contain_text("08.0")
    expect(summaries.last.locator("img")).to_be_visible()

    # Had the first Monday brought a second one, it would be here by now.
    monday.click()
    expect(summaries).to_have_count(before + 2)
    expect(summaries.last.locator("img")).to_have_js_property("complete", True)
    # Else one may be asked for when the reset has taken it back; a month may have ended, too.
    rows, shown = page.locator(".row"), -1
    while pictures or rows.count() != shown:
        shown = rows.count()
        page.wait_for_timeout(1_000)

    private = Column(page, "private")
    private.write.fill("belum dikirim")
    page.get_by_role("button", name="Ulang dari awal").click()
    page.evaluate(ALSO_RESET)  # two other windows, at the same moment
    page.get_by_role("dialog").get_by_role("button", name="Ulang", exact=True).click()
    expect(summaries).to_have_count(before)
    expect(private.write).to_have_value("")
    expect(Column(page, "helpdesk").with_text("Baru, menunggu petugas").last).to_be_visible()


def _pictures_on_their_way(page: Page) -> set[Request]:
    loading: set[Request] = set()

    def begins(request: Request) -> None:
        if request.resource_type == "image":
            loading.add(request)

    def is_over(request: Request) -> None:
        loading.discard(request)

    page.on("request", begins)
    page.on("requestfinished", is_over)
    page.on("requestfailed", is_over)
    return loading
