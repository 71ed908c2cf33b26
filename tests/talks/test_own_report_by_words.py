"""What is said of one's own reports without a number, or while another is being talked about."""

from __future__ import annotations

from tests.talks.steps import file
from tests.talks.talk import Talk
from tests.talks.test_several_tickets import ABSENCE, OTP, two


def told(talk: Talk) -> list[str]:
    """What the first report says by now."""
    with talk.database.reading() as unit:
        ticket = unit.tickets.get(talk.ticket().id)
        assert ticket is not None
        return [event.text for event in unit.events.history(ticket) if event.text]


def settled(talk: Talk) -> None:
    for number in range(1, talk.tickets() + 1):
        talk.budi.presses("Selesai", on=talk.card(number)).hears("catatan penutup")
        talk.budi.replies("Sudah kami perbaiki.")
        talk.ani.hears(f"EK-2026-0000{number}", button="Ya, selesai")
    talk.wait(hours=30)
    for room in (talk.desk, talk.ani.room):
        room.skip()


def test_the_only_one_is_added_to_without_its_number(talk: Talk) -> None:
    file(talk, talk.ani, OTP)
    talk.wait(hours=30)
    talk.ani.room.skip()
    talk.desk.skip()
    talk.ani("tambahan untuk laporan saya: jam HP sudah saya cocokkan").hears(
        "Sudah kami sampaikan", "EK-2026-00001"
    )
    talk.desk.hears("EK-2026-00001", "sudah saya cocokkan")


def test_what_only_announces_opens_the_report_for_what_follows(talk: Talk) -> None:
    file(talk, talk.ani, OTP)
    talk.wait(hours=30)
    talk.ani.room.skip()
    talk.desk.skip()
    talk.ani("mau tambah laporan saya").hears("EK-2026-00001")
    assert "tambah laporan" not in " ".join(told(talk))
    talk.ani("jam HP sudah saya cocokkan, tetap ditolak").hears("sampaikan")
    talk.desk.hears("EK-2026-00001", "tetap ditolak")


def test_which_of_two_is_added_to_is_asked_before_anything_is_told(talk: Talk) -> None:
    two(talk)
    talk.ani("mau menambahkan laporan").hears(
        "laporan yang mana", button="Tambahkan ke EK-2026-00002"
    )
    talk.desk.hears_nothing()
    talk.ani.presses("Tambahkan ke EK-2026-00002").hears("EK-2026-00002")
    talk.ani("sudah dua kali bulan ini").hears("sampaikan")
    talk.desk.hears("EK-2026-00002", "sudah dua kali")


def test_who_has_none_adds_to_none(talk: Talk) -> None:
    talk.ani("tambahan untuk laporan saya: layarnya putih").room.skip()
    assert talk.tickets() == 0
    talk.desk.hears_nothing()


def test_the_status_is_shared_without_a_number(talk: Talk) -> None:
    talk.ani("bagikan laporan saya").room.skip()  # has none: the book's matter
    file(talk, talk.ani, OTP)
    talk.ani("bagikan laporan saya").hears("EK-2026-00001", "Status: ")
    talk.wait(hours=30)
    talk.ani.room.skip()
    talk.desk.skip()
    talk.ani("tolong bagikan status laporan saya").hears("EK-2026-00001", "Status: ")
    file(talk, talk.ani, ABSENCE)
    talk.wait(hours=30)
    talk.ani.room.skip()
    talk.desk.skip()
    talk.ani("bagikan laporan").hears("laporan yang mana", button="EK-2026-00002")
    talk.ani.presses("EK-2026-00002").toast("Teruskan pesan").hears("EK-2026-00002", "Status: ")


def test_while_one_is_talked_about_sharing_it_is_not_told_its_officer(talk: Talk) -> None:
    file(talk, talk.ani, OTP)
    talk.ani("/tiket 1").hears(OTP)
    talk.ani.presses("Tambah keterangan").hears("Tulis keterangan")
    talk.ani("bagikan laporan ini").hears("EK-2026-00001", "Status: ")
    talk.desk.hears_nothing()


def test_one_is_withdrawn_by_its_number(talk: Talk) -> None:
    two(talk)
    talk.ani("batalkan laporan EK-2026-00001").hears(
        "menarik laporan ini", button="Tarik EK-2026-00001"
    )
    talk.ani.presses("Tarik EK-2026-00001").hears("Anda tarik")
    assert [talk.ticket(n).status.value for n in (1, 2)] == ["withdrawn", "open"]
    talk.desk.skip()


def test_which_of_two_is_opened_again_is_asked(talk: Talk) -> None:
    two(talk)
    settled(talk)
    talk.ani("buka lagi laporan saya dong, masalahnya muncul lagi").hears(
        "laporan yang mana", button="EK-2026-00001"
    )
    assert talk.ticket(1).status.value == talk.ticket(2).status.value


def test_what_is_settled_by_now_is_judged_and_not_taken_back(talk: Talk) -> None:
    file(talk, talk.ani, OTP)
    settled(talk)
    talk.ani("sudah gak usah, sudah beres").hears("EK-2026-00001", button="Ya, selesai")
    assert talk.ticket().status.value == "resolved"
