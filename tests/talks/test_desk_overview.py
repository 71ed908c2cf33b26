"""What the desk asks for: the queue, and the figures."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.ticket import Kind, Status
from bot.simulator.world import accounts
from tests.talks.steps import by_steps, file, resolve, take
from tests.talks.talk import Talk

OPEN = 40


def fill(talk: Talk) -> None:
    """Forty tickets as the dialog files them, an hour apart."""
    talk.ani("/start").hears("Selamat datang")
    with talk.database.unit() as unit:
        for count in range(OPEN):
            now = talk.clock.now() + timedelta(hours=count)
            unit.tickets.file(
                number=unit.tickets.next_number(2026),
                draft_key=f"draft-{count}",
                kind=Kind.COMPLAINT,
                category="Lainnya",
                story=f"Cerita <b>nomor</b> {count} " + "panjang sekali " * 100,
                reporter_id=talk.ani.user,
                now=now,
                due_at=now + timedelta(days=7),
            )
    talk.clock.advance(timedelta(days=2, hours=1))


def test_forty_open_tickets_are_paged_what_is_due_first_in_front(talk: Talk) -> None:
    fill(talk)
    talk.settle()
    talk.desk.skip()
    talk.budi("/antrian").hears("Tiket terbuka: 40 (ke-1 sampai 10)", button="Berikutnya ›")
    page = talk.desk.last
    assert page is not None
    assert page.text.index("EK-2026-00001") < page.text.index("EK-2026-00010")
    assert "batas 1 Des" in page.text
    for first in (11, 21, 31):
        talk.budi.presses("Berikutnya ›", on=page).hears_nothing()
        assert f"(ke-{first} sampai {first + 9})" in page.text
        assert f"EK-2026-{first:05d}" in page.text
    assert page.button_words == ["‹ Sebelumnya", "Belum diambil (40)", "Kategori…", "Kantor…"]
    talk.dewi.presses("‹ Sebelumnya", on=page).hears_nothing()
    assert "(ke-21 sampai 30)" in page.text


def test_the_queue_by_what_is_wanted_of_it(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    file_second(talk)
    talk.burhan("/profil").hears("belum diisi", button="Isi nama kantor")
    talk.burhan.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.burhan("Puskesmas Juai").hears("Puskesmas Juai")
    talk.settle()
    talk.desk.skip()
    talk.dewi("/antrian").hears("Tiket terbuka: 2", "Ani", "Puskesmas Juai", "Petugas: Budi")
    page = talk.desk.last
    assert page is not None
    assert page.button_words == ["Milik saya", "Belum diambil (1)", "Kategori…", "Kantor…"]
    talk.budi.presses("Milik saya", on=page).hears_nothing()
    assert page.text.startswith("Tiket Budi Santoso: 1")
    assert "EK-2026-00002" not in page.text
    talk.dewi.presses("Milik saya", on=page).hears_nothing()
    assert page.text.startswith("Tiket Dewi")
    assert ": 0" in page.text.splitlines()[0]
    talk.dewi.presses("Kantor…", on=page).hears_nothing()
    assert page.button_words == ["Puskesmas Juai (1)", "Kantor belum diisi (1)", "Kembali"]
    talk.dewi.presses("Puskesmas Juai (1)", on=page).hears_nothing()
    assert page.text.startswith("Dari Puskesmas Juai: 1")
    talk.dewi.presses("Kategori…", on=page).hears_nothing()
    talk.dewi.presses("Kembali", on=page).hears_nothing()
    assert page.text.startswith("Tiket terbuka: 2")
    with talk.database.unit() as unit:
        first, second = unit.open_tickets.oldest()
        first.due_at = talk.clock.now() + timedelta(hours=1)
        second.due_at = talk.clock.now() - timedelta(days=3)
    talk.dewi("/antrian").hears("LEWAT 3 hari", "Puskesmas", button="Lewat batas (1)")
    page = talk.desk.last
    assert page is not None
    assert page.text.index("EK-2026-00002") < page.text.index("EK-2026-00001")
    talk.dewi.presses("Hampir lewat (1)", on=page).hears_nothing()
    assert "EK-2026-00002" not in page.text


def test_the_queue_as_it_is_asked_for_in_words(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi("/antrian saya").hears("Tiket Budi Santoso: 1", "EK-2026-00001")
    talk.dewi("/antrian punya saya").hears("Tiket Dewi", ": 0")
    talk.budi("/antrian gangguan dan pesan error").hears("Tentang Gangguan dan pesan error: 1")
    talk.budi("/antrian belum diambil").hears("Belum diambil: 0")
    with talk.database.unit() as unit:
        (ticket,) = unit.open_tickets.oldest()
        ticket.status, ticket.deferred_until = Status.DEFERRED, talk.clock.now()
    talk.budi("/antrian ditunda").hears("Ditunda sampai suatu tanggal: 1", "EK-2026-00001")
    talk.budi("/antrian xyz").hears("tidak saya kenal", "Tiket terbuka: 1")


def test_an_empty_queue_says_so(talk: Talk) -> None:
    talk.budi("/antrian").hears("Tidak ada tiket terbuka")


def test_the_report_is_a_picture_and_the_indicator(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    file_second(talk)
    talk.wait(minutes=1)
    talk.budi("/laporan").hears_file("1 dari 2").hears("nomor 13 di daftar kabupaten", "50,00")
    talk.hadi("/laporan").hears_file("Pekan berjalan: 23–24 November").hears(
        "nomor 13 di daftar kabupaten"
    )


def file_second(talk: Talk) -> None:
    talk.burhan("/start").hears("Selamat datang")
    by_steps(talk.burhan)
    talk.burhan("keluhan").hears("Tentang apa")
    talk.burhan("lainnya").hears("Ceritakan")
    talk.burhan("Nilai SKP triwulan tiga belum muncul").hears("Ada foto layar")
    talk.burhan("tidak ada").hears("Mohon diperiksa")
    talk.burhan("kirim").hears("EK-2026-00002")
    talk.desk.hears("EK-2026-00002")


def test_without_complaints_the_report_says_so(talk: Talk) -> None:
    talk.budi("/laporan").hears_file("").hears("Belum ada pengaduan")


def test_the_clinic_and_the_profile(talk: Talk) -> None:
    talk.ani("/jadwal").hears("Coaching Clinic", button="Minta Coaching Clinic")
    talk.ani("/profil").hears("belum diisi", button="Isi nama kantor")
    talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.ani("12345").hears("dengan kata-kata")
    talk.ani("x" * 81).hears("paling banyak 80")
    talk.ani("  RSUD \n Balangan ").hears("RSUD Balangan")
    talk.ani("/profil").hears("RSUD Balangan")


def test_ones_own_tickets_with_state_and_history(talk: Talk) -> None:
    talk.ani("/tiket").hears("belum punya tiket", "/lapor")
    resolve(talk, talk.ani, talk.budi, "Sudah kami buka kembali.")
    talk.ani("/tiket").hears("EK-2026-00001", "Selesai", button="EK-2026-00001")
    talk.ani.presses("EK-2026-00001").hears(
        "Riwayat", "Laporan Anda masuk", "Diambil petugas", "Sudah kami buka", button="Ya, selesai"
    )
    for written in ("1", "EK-2026-00001", "ek 2026 1", "00001", "#1"):
        talk.ani(f"/tiket {written}").hears("EK-2026-00001", "Riwayat")
    for wrong in ("2", "abc", "EK-2025-00001", "-1", "1" * 30, "١"):
        talk.ani(f"/tiket {wrong}").hears("tidak ada dalam daftar Anda", "/tiket")


def test_a_number_in_a_list_opens_its_card(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/antrian").hears("EK-2026-00001")
    assert talk.desk.last is not None
    (link,) = [mark for mark in talk.desk.last.entities if mark["type"] == "text_link"]
    group = str(accounts.HELPDESK).removeprefix("-100")
    assert link["url"] == f"https://t.me/c/{group}/{talk.card().message_id}"
