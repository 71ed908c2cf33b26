"""The desk: one card, one officer, and words that find their way both ways."""

from __future__ import annotations

import pytest

from tests.talks.steps import PASS_ON, READY, STORY, as_far_as_story, file, resolve, take
from tests.talks.talk import Talk


def test_the_card_is_one_message_edited_in_place(talk: Talk) -> None:
    file(talk, talk.ani)
    first = talk.card().message_id
    assert "Baru, menunggu petugas" in talk.card().text
    assert talk.card().button_words == [
        "Ambil",
        *READY,
        "Minta info",
        "Selesai",
        *PASS_ON,
        "Lainnya…",
    ]
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    assert "Sedang ditangani" in talk.card().text
    assert "Petugas: Budi Santoso" in talk.card().text
    assert talk.card().button_words == [*READY, "Minta info", "Selesai", *PASS_ON, "Lainnya…"]
    talk.budi.presses("Selesai").hears("catatan penutup")
    talk.budi.replies("Akun sudah dibuka.")
    talk.ani.hears("Akun sudah dibuka")
    assert talk.card().button_words == ["Buka lagi", "Lainnya…"]
    assert talk.card().message_id == first
    assert len([m for m in talk.state.messages(talk.desk.chat) if STORY in m.text]) == 1


def test_the_card_tells_who_from_where_since_when(talk: Talk) -> None:
    talk.ani("/profil").hears("belum diisi", button="Isi nama kantor")
    talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.ani("Dinas Pendidikan").hears("Dinas Pendidikan")
    file(talk, talk.ani)
    talk.wait(hours=3)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    card = talk.card().text
    assert "Dari: Ani Rahmawati, Dinas Pendidikan" in card
    assert "Umur: 3 jam" in card
    assert "Batas: " in card


def test_taking_is_won_by_one_officer(talk: Talk) -> None:
    file(talk, talk.ani)
    with talk.at_once():
        talk.budi.presses("Ambil")
        talk.dewi.presses("Ambil")
    talk.budi.toast("Anda ambil")
    talk.dewi.toast("sudah diambil Budi Santoso")
    talk.ani.hears("Budi Santoso").hears_nothing()
    assert talk.deeds() == ["file", "take"]


def test_taking_twice_tells_the_taker_so(talk: Talk) -> None:
    file(talk, talk.ani)
    with talk.at_once():
        talk.budi.presses("Ambil")
        talk.budi.presses("Ambil")
    talk.budi.toast("sudah Anda ambil")
    talk.toasts.clear()
    talk.ani.hears("Budi Santoso").hears_nothing()


def test_words_go_both_ways_and_each_can_be_replied_to(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Sejak kapan, Bu?", to="EK-2026-00001")
    talk.ani.hears("Budi Santoso, petugas", "EK-2026-00001", "Sejak kapan")
    talk.ani.replies("Sejak Senin").hears("Sudah kami sampaikan")
    talk.desk.hears("Ani Rahmawati, pelapor", "Sejak Senin")
    assert talk.desk.last is not None
    assert talk.desk.last.reply_to == talk.card().message_id
    talk.dewi.replies("Terima kasih, kami periksa")
    talk.ani.hears("Dewi Anggraini, petugas", "kami periksa")
    talk.ani("Baik").hears("Sudah kami sampaikan")
    talk.desk.hears("Baik")
    assert talk.deeds() == ["file", "reply", "answer", "reply", "answer"]
    assert talk.ticket().officer_id == talk.budi.user


def test_the_answer_can_come_the_next_day_and_no_later(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sejak kapan, Bu?", to="EK-2026-00001")
    talk.ani.hears("Sejak kapan")
    talk.wait(hours=6)
    talk.ani("Sejak hari Senin pagi").hears("Sudah kami sampaikan")
    talk.desk.hears("Sejak hari Senin pagi")
    talk.asleep(hours=20).settle()
    talk.desk.hears("Tiket yang menunggu")
    talk.ani("lupa kata sandi e-kinerja").hears("Reset Password")


def test_cancel_ends_the_answering_and_says_so(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sejak kapan, Bu?", to="EK-2026-00001")
    talk.ani.hears("Sejak kapan")
    talk.ani("/batal").hears("tidak lagi masuk ke EK-2026-00001")
    talk.ani("lupa kata sandi e-kinerja").hears("Reset Password")


def test_an_internal_note_never_reaches_the_reporter(talk: Talk) -> None:
    file(talk, talk.ani)
    secret = "pelapor ini sering salah tanggal"
    talk.budi.replies(f"// {secret}", to="EK-2026-00001").hears("Pelapor tidak melihatnya")
    talk.ani.hears_nothing()
    assert secret in talk.card().text
    talk.ani("/tiket 1").hears("Riwayat", "Laporan Anda masuk")
    talk.ani("/data_saya").hears("1 tiket")
    assert secret not in talk.state.transcript(talk.ani.chat)
    assert talk.deeds() == ["file", "note"]


def test_an_empty_note_is_asked_for_again(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("//", to="EK-2026-00001").hears("Mohon tulis")
    talk.budi.replies("/", to="EK-2026-00001").hears("Mohon tulis")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file"]


def test_asking_for_information_and_the_answer(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.presses("Minta info").hears("keterangan apa yang diperlukan")
    assert talk.budi.room.last is not None
    assert talk.budi.room.last.asks_for_reply
    talk.budi.replies("Mohon kirim foto layarnya")
    talk.ani.hears("perlu keterangan", "Mohon kirim foto layarnya")
    assert "Menunggu jawaban pelapor" in talk.card().text
    talk.ani.photo("Ini fotonya").hears("Sudah kami sampaikan")
    talk.desk.hears("Ini fotonya").hears_file("Lampiran EK-2026-00001")
    assert "Sedang ditangani" in talk.card().text
    assert talk.deeds() == ["file", "ask_info", "answer"]


def test_an_album_as_answer_is_acknowledged_once(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Mohon kirim foto layarnya", to="EK-2026-00001")
    talk.ani.hears("Mohon kirim")
    for _ in range(3):
        talk.world.attachments.send_photo(talk.ani.user, talk.ani.chat, media_group_id="77")
        talk.settle()
    talk.wait(seconds=2)
    talk.ani.hears("Sudah kami sampaikan").hears_nothing()
    talk.desk.hears_file().hears_file().hears_file()


def test_closing_needs_a_note_in_words(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    prompt = talk.budi.room.last
    talk.budi.replies("👍", to=prompt).hears("dengan kata-kata")
    talk.budi.replies("Sudah dibuka kembali", to=prompt)
    talk.ani.hears("dinyatakan selesai", "Sudah dibuka kembali", button="Belum selesai")


def test_yes_closes_it_and_a_second_yes_is_met_kindly(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    button = talk.ani.room.newest_with("Ya, selesai")
    with talk.at_once():
        talk.ani.presses("Ya, selesai", on=button)
        talk.ani.presses("Ya, selesai", on=button)
    talk.ani.toast("sudah ditutup").hears("Terima kasih", "kami tutup").hears_nothing()
    assert "✅" in talk.card().text
    assert talk.deeds()[-1] == "confirm"
    assert not button.deleted


def test_no_opens_it_again_and_the_desk_hears_it(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Belum selesai").hears("Maaf belum beres", "Apa yang belum selesai")
    talk.desk.hears("belum selesai", "dibuka lagi")
    talk.ani("Masih muncul pesan yang sama").hears("Sudah kami sampaikan")
    talk.desk.hears("Masih muncul pesan yang sama")
    assert "Sedang ditangani" in talk.card().text
    assert talk.deeds()[-2:] == ["dispute", "answer"]


def test_yes_and_no_can_be_written(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("belum").hears("Maaf belum beres")
    talk.desk.hears("belum selesai")
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies("Sekarang sudah.")
    talk.ani.hears("Sekarang sudah", button="Ya, selesai")
    talk.ani("Sudah, terima kasih").hears("kami tutup")
    assert talk.deeds()[-3:] == ["dispute", "resolve", "confirm"]


def test_an_officer_reopens_and_the_reporter_hears_it(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.dewi.presses("Buka lagi").toast("dibuka lagi")
    talk.ani.hears("dibuka lagi oleh Dewi Anggraini")
    assert talk.card().button_words == [*READY, "Minta info", "Selesai", *PASS_ON, "Lainnya…"]


def test_the_reporter_reopens_a_closed_one_from_its_page(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.ani("/tiket 1").hears("Selesai", button="Buka lagi")
    talk.ani.presses("Buka lagi").hears("kami buka lagi")
    talk.desk.hears("belum selesai")


def test_an_officers_photo_reaches_the_reporter(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.photo("Tekan tombol ini, Bu", to="EK-2026-00001")
    talk.ani.hears_file().hears("Budi Santoso, petugas", "Tekan tombol ini")
    talk.budi.document(to="EK-2026-00001")
    talk.ani.hears_file().hears("lihat berkas di atas")


def test_an_officers_sticker_cannot_be_passed_on_and_says_so(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.sticker(to="EK-2026-00001").hears("tidak bisa diteruskan")
    talk.ani.hears_nothing()


def test_a_corrected_reply_is_not_sent_again_but_put_right_and_the_officer_is_told(
    talk: Talk,
) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Besok jam 8", to="EK-2026-00001")
    talk.ani.hears("Besok jam 8")
    talk.budi.edits("Besok jam 9").hears("EK-2026-00001 diperbaiki, juga di obrolan pelapor")
    talk.ani.hears_nothing()
    assert talk.ani.room.last is not None
    assert "Besok jam 9" in talk.ani.room.last.text
    assert "Besok jam 8" not in talk.ani.room.last.text
    assert talk.deeds() == ["file", "reply", "reply"]


def test_a_reply_that_was_answered_stays_as_it_was_read(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Besok jam 8", to="EK-2026-00001")
    talk.ani.hears("Besok jam 8")
    talk.ani("Sejak kemarin saya coba terus Pak").hears("sampaikan")
    talk.desk.hears("Sejak kemarin")
    said = talk.budi.edits("Besok jam 9")
    said.hears("tidak ikut tersimpan atau terkirim", "balas sekali lagi")
    assert "Besok jam 8" in talk.ani.room.story()
    talk.ani.hears_nothing()


def test_a_reply_is_put_right_before_its_reporter_has_it(talk: Talk) -> None:
    file(talk, talk.ani)
    with talk.at_once():
        talk.budi.replies("Besok jam 8", to="EK-2026-00001")
        talk.budi.edits("Besok jam 9")
    talk.desk.hears("diperbaiki")
    talk.ani.hears("Besok jam 9").hears_nothing()


def test_no_secret_is_asked_for_by_an_edit(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Besok jam 8 kami bantu", to="EK-2026-00001")
    talk.ani.hears("Besok jam 8")
    talk.budi.edits("Kirim kata sandi Ibu ya").hears("belum diteruskan", "Kata sandi")
    assert "Besok jam 8" in talk.ani.room.story()
    talk.ani.hears_nothing()


def test_the_answer_finds_its_ticket_though_another_report_is_begun(talk: Talk) -> None:
    file(talk, talk.ani)
    as_far_as_story(talk.ani)
    talk.budi.replies("Sejak kapan, Bu?", to="EK-2026-00001")
    talk.ani.hears("Sejak kapan", "pilih Balas")
    talk.ani.replies("Sejak Senin").hears("Sudah kami sampaikan")
    talk.desk.hears("Sejak Senin")
    talk.ani(STORY).hears("Ada foto layar")


def test_a_photo_sent_just_before_does_not_cut_off_the_officer(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya")
    talk.budi.replies("Sejak kapan, Bu?", to="EK-2026-00001")
    talk.ani.hears("Sejak kapan")
    talk.ani("Sejak Senin kemarin").hears("Sudah kami sampaikan")
    talk.desk.hears("Sejak Senin kemarin")


def test_talk_among_officers_is_left_alone(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("siapa yang makan siang?").hears_nothing()
    said = talk.budi.said
    talk.dewi.replies("saya", to=said).hears_nothing()
    talk.ani.hears_nothing()


def test_a_deed_named_as_a_command_brings_the_tickets_card(talk: Talk) -> None:
    """What there is no command for is done by the card's buttons."""
    file(talk, talk.ani)
    talk.budi("/selesai 1").hears("EK-2026-00001", button="Selesai")
    talk.budi("/selesai 2").hears_nothing()
    talk.budi("/selesai besok").hears_nothing()


def test_what_was_written_behind_such_a_command_went_nowhere(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/jawab EK-2026-00001 Sudah dibetulkan").hears(
        "belum sampai ke pelapor", "Balas kartu"
    ).hears("EK-2026-00001", button="Selesai")
    talk.ani.hears_nothing()
    talk.budi("/jawab besok Sudah dibetulkan").hears_nothing()


def test_the_group_is_greeted_with_its_commands(talk: Talk) -> None:
    talk.budi("/start").hears("Grup helpdesk siap", "/antrian")


def test_what_nobody_can_read_is_no_answer_to_the_desk(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Muncul tulisan apa di layar?", to=talk.card())
    talk.ani.hears("Muncul tulisan apa")
    question = talk.ani.room.last
    talk.ani.sticker().hears("stiker", "kata-kata")
    talk.ani.sticker(to=question).hears("stiker", "kata-kata")
    talk.desk.hears_nothing()
    talk.ani("Tulisannya gagal menyimpan").hears("Sudah kami sampaikan")
    talk.desk.hears("gagal menyimpan")


@pytest.mark.parametrize("said", ["saya ambil", "alihkan ke dewi", "bukan urusan kita, tutup aja"])
def test_a_deed_in_words_is_held_back(talk: Talk, said: str) -> None:
    file(talk, talk.ani)
    talk.budi.replies(said, to=talk.card()).hears("Belum dikirim", button="Ambil")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file"]
    talk.dewi.presses("Tetap kirim").toast("")
    talk.budi.presses("Tetap kirim").toast("")
    talk.ani.hears(said)


def test_a_deed_in_words_may_be_dropped(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("ambil", to=talk.card()).hears("Belum dikirim")
    talk.budi.presses("Ambil", on=talk.desk.last).toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.presses("Jangan kirim").toast("")
    talk.ani.hears_nothing()
    talk.budi.replies("Tutup aplikasinya dulu, lalu masuk lagi.", to=talk.card())
    talk.ani.hears("Tutup aplikasinya")
