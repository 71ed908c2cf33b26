"""What an officer does behind "Lainnya…": give back, hand over, put off, close in other ways."""

from __future__ import annotations

from bot.rules.ticket import Kind, Priority, Result, Status
from bot.simulator.world.accounts import BUDI, DEWI
from tests.talks.steps import PASS_ON, READY, STORY, file, resolve, take
from tests.talks.talk import Talk
from tests.talks.voice import Voice


def more(officer: Voice, *labels: str) -> Voice:
    """One button after the other, behind "Lainnya…" where the first is not on the card itself."""
    for label in labels if labels[0] in PASS_ON else ("Lainnya…", *labels):
        officer.presses(label)
        if label.endswith("…"):
            officer.toast("")
    return officer


def test_a_ticket_goes_back_to_the_queue_and_to_a_colleague(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    more(talk.budi, "Lepas").toast("kembali ke antrean")
    talk.ani.hears("kembali ke antrean")
    assert (talk.ticket().status, talk.ticket().officer_id) == (Status.VERIFIED, None)
    assert talk.card().button_words == [
        "Ambil",
        *READY,
        "Minta info",
        "Selesai",
        *PASS_ON,
        "Lainnya…",
    ]
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("ditangani Dewi")
    more(talk.dewi, "Alihkan…", "Budi Santoso").toast("dialihkan")
    talk.desk.hears("Budi Santoso, EK-2026-00001 dialihkan Dewi Anggraini kepada Anda")
    talk.ani.hears("sekarang ditangani Budi Santoso")
    assert talk.ticket().officer_id == BUDI
    assert "Dialihkan (Dewi Anggraini): ke Budi Santoso" in talk.card().text
    assert talk.deeds() == ["file", "take", "release", "take", "hand_over"]


def test_an_officer_takes_over_from_a_colleague(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    more(talk.dewi, "Alihkan…", "Dewi Anggraini").toast("dialihkan")
    talk.ani.hears("sekarang ditangani Dewi")
    talk.desk.hears("Budi Santoso, EK-2026-00001 sekarang ditangani Dewi")
    assert talk.ticket().officer_id == DEWI


def test_out_of_scope_says_where_to_go_and_may_be_opened_again(talk: Talk) -> None:
    file(talk, talk.ani)
    more(talk.budi, "Di luar kewenangan").toast("").hears("ke mana pelapor", "EK-2026-00001")
    talk.budi.replies("Taspen").hears("dengan kata-kata ke mana")
    talk.budi.replies("Silakan ke kantor Taspen Banjarmasin")
    talk.ani.hears("di luar kewenangan", "kantor Taspen", button="Buka lagi")
    assert talk.ticket().status is Status.OUT_OF_SCOPE
    assert "Di luar kewenangan" in talk.card().text
    talk.ani.presses("Buka lagi").hears("kami buka lagi")
    talk.desk.hears("membuka lagi EK-2026-00001")
    assert talk.ticket().status is Status.TAKEN


def test_put_off_by_button_it_wakes_by_itself(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    more(talk.budi, "Tunda…", "Rab, 25 Nov").toast("ditunda sampai Rabu, 25 November 2026")
    talk.ani.hears("ditunda sampai Rabu, 25 November 2026")
    assert "Ditunda sampai Rabu, 25 November 2026" in talk.card().text
    assert talk.card().button_words[0] == "Lanjutkan"
    talk.wait(hours=12)
    assert talk.ticket().status is Status.DEFERRED
    talk.until(2, 8)
    talk.desk.hears("Penundaan berakhir", "EK-2026-00001", "Budi Santoso")
    talk.desk.hears("menunggu")  # the morning's list
    talk.ani.hears("dilanjutkan")
    assert (talk.ticket().status, talk.ticket().deferred_until) == (Status.TAKEN, None)
    talk.wait(hours=1)
    assert talk.deeds()[-1] == "resume"


def test_put_off_by_words_with_a_reason_and_resumed_before(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    more(talk.budi, "Tunda…", "Tanggal lain…").hears("sampai kapan")
    talk.budi.replies("kapan-kapan").hears("belum saya pahami")
    talk.budi.replies("1/12, menunggu BKN")
    talk.ani.hears("ditunda sampai Selasa, 1 Desember 2026", "menunggu BKN")
    talk.ani("/tiket 1").hears("Ditunda")
    talk.budi.presses("Lanjutkan").toast("dilanjutkan")
    talk.ani.hears("dilanjutkan")
    assert talk.ticket().status is Status.TAKEN


def test_a_closing_tells_what_it_led_to(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").toast("").hears("catatan penutup")
    assert "✔ Diselesaikan" in talk.card().button_words
    talk.budi.presses("Diteruskan").toast("Hasil: diteruskan")
    talk.budi.replies("Sudah kami teruskan ke BKN", to="catatan penutup")
    talk.ani.hears("selesai (diteruskan)", "teruskan ke BKN", button="Ya, selesai")
    assert talk.ticket().result is Result.FORWARDED
    assert "hasil diteruskan" in talk.card().text
    more(talk.budi, "Ubah…", "Hasil…", "Dijelaskan").toast("diubah")
    assert talk.ticket().result is Result.EXPLAINED
    talk.budi.presses("Buka lagi").toast("dibuka lagi")
    talk.ani.hears("dibuka lagi")
    assert talk.ticket().result is None


def test_one_word_is_no_closing_note(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").toast("").hears("catatan penutup")
    talk.budi.replies("Beres").hears("catatan penutup dengan kata-kata")
    assert talk.ticket().status is Status.TAKEN


def test_kind_category_and_priority_are_put_right(talk: Talk) -> None:
    file(talk, talk.ani)
    due = talk.ticket().due_at
    more(talk.budi, "Ubah…", "Jenis…", "Permintaan informasi").toast("diubah")
    ticket = talk.ticket()
    assert (ticket.kind, ticket.status) == (Kind.INFORMATION, Status.VERIFIED)
    assert ticket.due_at < due
    assert "jenis Keluhan → Permintaan informasi" in talk.card().text
    more(talk.budi, "Ubah…", "Prioritas…", "Mendesak").toast("diubah")
    assert talk.ticket().priority is Priority.URGENT
    assert "Prioritas: mendesak" in talk.card().text
    more(talk.budi, "Ubah…", "Prioritas…", "✔ Mendesak").toast("Memang sudah begitu")
    more(talk.budi, "Ubah…", "Tentang…", talk.resources.categories[0]).toast("diubah")
    assert talk.ticket().category == talk.resources.categories[0]
    assert talk.deeds() == ["file", "correct", "correct", "correct"]


def test_verified_by_a_look_alone(talk: Talk) -> None:
    file(talk, talk.ani)
    more(talk.budi, "Verifikasi").toast("terverifikasi")
    talk.ani.hears("sudah diperiksa petugas")
    assert talk.ticket().status is Status.VERIFIED


def test_after_thirty_days_it_is_a_new_matter(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.wait(days=29)
    talk.desk.skip()
    talk.reports.skip()
    talk.ani.room.skip()
    talk.ani("/tiket 1").hears("Selesai", button="Buka lagi")
    talk.wait(days=2)
    talk.desk.skip()
    talk.reports.skip()
    talk.ani.presses("Buka lagi").toast("lebih dari 30 hari")
    talk.budi.presses("Buka lagi").toast("lebih dari 30 hari")
    assert talk.ticket().status is Status.CLOSED


def test_the_second_to_answer_is_asked_first(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sudah kami atur ulang, Bu.", to=talk.card())
    talk.ani.hears("atur ulang")
    talk.wait(minutes=2)
    talk.dewi.replies("Coba masuk lagi, Bu.", to=talk.card())
    talk.dewi.hears("Budi Santoso baru saja menjawab", "2 menit lalu", button="Kirim juga")
    talk.budi.presses("Kirim juga").toast("untuk rekan yang ditanya")
    talk.dewi.presses("Kirim juga").toast("")
    talk.ani.hears("Coba masuk lagi")
    talk.dewi.replies("Dan satu lagi, Bu.", to=talk.card())  # she has the word now
    talk.ani.hears("satu lagi")
    talk.budi.replies("Dari saya juga", to=talk.card())
    talk.budi.hears("Dewi Anggraini baru saja menjawab").presses("Jangan kirim").toast("")
    talk.ani.hears_nothing()
    talk.ani("Baik, saya coba").hears("Sudah kami sampaikan")
    talk.desk.hears("saya coba")
    talk.budi.replies("Silakan, Bu.", to=talk.card())
    talk.ani.hears("Silakan, Bu")


def test_a_talkative_reporter_pushes_no_closing_note_out(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi, note="Sandi sudah kami atur ulang.")
    for count in range(4):
        talk.ani(f"lalu bagaimana nomor {count + 1}?")
    talk.wait(minutes=1)
    talk.ani.room.skip()
    talk.desk.skip()
    text = talk.card().text
    assert "Sandi sudah kami atur ulang" in text
    assert "Pelapor menulis 4×, terakhir" in text


def test_everything_of_a_ticket_page_by_page(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    for count in range(9):
        talk.budi.replies(f"// {count} " + "panjang sekali " * 40, to=talk.card())
        talk.desk.hears("Catatan internal")
    talk.dewi("/tiket 1").hears("EK-2026-00001", STORY)
    talk.desk.hears("Riwayat EK-2026-00001 (1/", "Laporan masuk", button="Berikutnya ›")
    talk.desk.skip()
    talk.dewi.presses("Berikutnya ›").toast("")
    assert "(2/" in talk.desk.sees("Riwayat EK-2026-00001").text


def test_counted_as_information_it_is_due_sooner_and_back_again(talk: Talk) -> None:
    file(talk, talk.ani)
    due = talk.ticket().due_at
    more(talk.budi, "Ubah…", "Batas waktu…", "Permintaan informasi").toast("diubah")
    assert (talk.ticket().kind, talk.ticket().due_at < due) == (Kind.COMPLAINT, True)
    more(talk.budi, "Ubah…", "Batas waktu…", "Pengaduan").toast("diubah")
    assert talk.ticket().due_at == due


def test_a_request_for_information_may_be_counted_as_a_complaint(talk: Talk) -> None:
    file(talk, talk.ani)
    more(talk.budi, "Ubah…", "Jenis…", "Permintaan informasi").toast("diubah")
    soon = talk.ticket().due_at
    more(talk.budi, "Ubah…", "Batas waktu…", "Pengaduan").toast("diubah")
    assert (talk.ticket().kind, talk.ticket().due_at > soon) == (Kind.INFORMATION, True)


def test_nobody_confirms_for_who_can_do_so_themselves(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.budi.forges("cfor:1", on=talk.card()).toast("")
    talk.budi.room.skip()
    assert talk.ticket().status is Status.RESOLVED


def test_a_result_is_told_of_what_is_settled_alone(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Belum selesai").hears("belum beres")
    talk.desk.skip()
    talk.budi.forges("fix:1:result:1", on=talk.card()).toast("tidak dapat diubah")
    assert talk.ticket().result is None
    assert talk.deeds()[-1] == "dispute"


def test_no_forged_press_corrects_to_what_there_is_not(talk: Talk) -> None:
    file(talk, talk.ani)
    for forged in ("fix:1:kind:99", "fix:1:colour:0", "fix:9:kind:0"):
        talk.budi.forges(forged, on=talk.card()).toast("")
    assert talk.deeds() == ["file"]
