"""What a reporter says around the end of a ticket, and beside an open one."""

from __future__ import annotations

from tests.talks.steps import (
    STORY,
    as_far_as_check,
    as_far_as_files,
    by_steps,
    file,
    resolve,
    take,
)
from tests.talks.talk import Talk


def test_thanks_alone_close_nothing(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi, "Silakan coba lagi besok pagi.")
    talk.ani("ok makasih").hears("Sama-sama", button="Belum selesai")
    assert talk.ticket().status == "resolved"
    talk.ani("sudah bisa lagi, terima kasih").hears("kami tutup")
    assert talk.ticket().status == "closed"


def test_belum_bisa_after_the_end_leads_back(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    closed = talk.ani.room.last
    talk.wait(hours=20)
    talk.desk.skip()
    talk.ani("belum bisa pak").hears("Apakah ini tentang EK-2026-00001", button="Buka lagi")
    talk.ani.replies("masih belum bisa", to=closed).hears("kami buka lagi")
    talk.desk.hears("belum selesai")
    assert talk.ticket().status == "taken"


def test_what_is_said_of_a_settled_ticket_keeps_the_verdict_at_hand(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("Besok saya coba di kantor, hari ini jaringannya mati sama sekali")
    talk.ani.hears("Sudah kami sampaikan", button="Belum selesai")
    talk.desk.hears("Besok saya coba")


def test_thanks_to_an_officer_stay_here_but_an_answer_does_not(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sudah kami cek, mohon tunggu.", to=talk.card())
    talk.ani.hears("mohon tunggu")
    talk.ani("makasih pak").hears("Sama-sama").hears_nothing()
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.budi.replies("Apakah sudah pakai Chrome?")
    talk.ani.hears("Chrome")
    talk.ani("sudah, terima kasih").hears("Sudah kami sampaikan")
    talk.desk.hears("sudah, terima kasih")


def test_the_words_under_a_later_photo_arrive_too(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Kirim foto layarnya ya", to=talk.card())
    talk.ani.hears("foto layarnya")
    talk.ani.album_with(["", "FOTO KEDUA: pesan error merah"])
    talk.wait(seconds=2)
    talk.ani.hears("Sudah kami sampaikan")
    talk.desk.hears_file().hears("FOTO KEDUA").hears_file()


def test_a_photo_after_kirim_finds_its_ticket(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.album(2)
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima", button="Tambahkan ke EK-2026-00001")
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("2 berkas sudah kami sampaikan")
    talk.desk.hears_file().hears_file()
    talk.ani("Yang dilingkari itu salah").hears("Sudah kami sampaikan")
    talk.desk.hears("Yang dilingkari itu salah")
    assert "Lampiran: 2 berkas" in talk.card().text


def test_a_double_tap_on_a_choice_is_no_alarm(talk: Talk) -> None:
    by_steps(talk.ani)
    with talk.at_once():
        talk.ani.presses("Keluhan")
        talk.ani.presses("Keluhan")
    talk.ani.hears("Tentang apa").hears_nothing()
    assert not any(press.text for press in talk.toasts)
    talk.toasts.clear()


def test_a_question_put_right_is_answered(talk: Talk) -> None:
    talk.ani("qwrtp zxcvb").hears("belum saya temukan")
    talk.ani.edits("lupa kata sandi").hears("kata sandi", button="Membantu")
    talk.ani.edits("zxcvb qwrtp").hears_nothing()


def test_a_story_edited_into_batal_ends_the_report(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.edits("/batal").hears("dibatalkan")


def test_a_number_finds_its_ticket_however_it_is_written(talk: Talk) -> None:
    file(talk, talk.ani)
    for words in ("EK-2026-00001 tolong dicek", "/tiket EK-2026-00001 tolong", "/tiket 1"):
        talk.ani(words).hears("EK-2026-00001", STORY)


GOES_ON = (
    *("yang tadi", "yang tadi kalau gagal gimana", "nomor 3 gimana"),
    *("kalau gagal?", "terus kalau masih ga bisa?", "maksudnya apa"),
)
NEW = (
    *("tadi pagi absen saya tidak terekam", "kalau TPP dipotong kenapa ya", "kalau hp hilang?"),
    *("terus skp saya gimana kalau mutasi", "saya belum paham cara isi rencana aksi"),
)


def test_words_that_go_on_use_the_last_topic(talk: Talk) -> None:
    for words in GOES_ON:
        talk.ani("lupa kata sandi").hears("Lupa kata sandi atau", button="Membantu")
        talk.ani(words).hears("Lupa kata sandi atau", button="Tanya petugas")
    for words in NEW:
        talk.ani("lupa kata sandi").hears("Lupa kata sandi atau")
        talk.ani(words).hears("")
        assert talk.ani.room.last is not None
        assert "Lupa kata sandi atau" not in talk.ani.room.last.text
    talk.ani("kalau begitu makasih").hears("Sama-sama")
    talk.wait(minutes=11)
    talk.ani("yang tadi gimana").hears("")
    assert talk.ani.room.last is not None
    assert "Lupa kata sandi atau" not in talk.ani.room.last.text


def test_plain_wishes_are_fulfilled_beside_an_open_talk(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sudah dicoba lagi, Bu?", to=talk.card())
    talk.ani.hears("Sudah dicoba")
    talk.ani("tiket saya").hears("EK-2026-00001", button="EK-2026-00001")
    talk.ani("ek-2026-00001").hears(STORY)
    for words in (
        "sama seperti EK-2026-00001 bulan lalu",
        "EK-2026-00002 punya teman saya juga begitu masalahnya, mohon dicek sekalian pak",
    ):
        talk.ani(words).hears("Sudah kami sampaikan")
        talk.desk.hears(words)
    talk.ani("mau lapor").hears("Ceritakan")


def test_the_reminder_can_be_answered_in_plain_words(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.wait(days=6)
    talk.ani.hears("belum ada kabar", button="Ya, selesai")
    talk.desk.skip()
    talk.reports.skip()
    talk.ani("ya sudah").hears("kami tutup")
    talk.ani("ok").hears("")
    assert talk.deeds()[-1] == "confirm"


def test_a_plain_verdict_waits_for_no_window(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("/batal").hears("tidak lagi masuk")
    talk.ani("sudah bisa").hears("Apakah ini tentang EK-2026-00001", button="Ya, selesai")
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.ani.replies("ok", to="kami tutup").hears("Sama-sama")


def test_the_reporters_own_words_do_not_shorten_the_talk(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Coba pakai Chrome lalu kabari ya", to=talk.card())
    talk.ani.hears("Chrome")
    talk.ani("baik pak saya coba dulu").hears("Sudah kami sampaikan")
    talk.desk.hears("saya coba dulu")
    talk.wait(hours=20)
    talk.desk.skip()
    talk.ani("sudah saya coba pakai chrome, layar tetap putih").hears("Sudah kami sampaikan")
    talk.desk.hears("layar tetap putih")


def test_a_photo_waits_for_its_report_though_an_officer_writes(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima", button="Tambahkan ke EK-2026-00001")
    talk.budi.replies("Sejak kapan, Bu?", to=talk.card())
    talk.ani.hears("Sejak kapan")
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("1 berkas sudah kami sampaikan")
    talk.desk.hears_file()
    by_steps(talk.ani)
    assert talk.ani.room.last is not None
    assert "berkas" not in talk.ani.room.last.text


def test_a_photo_called_a_complaint_is_kept(talk: Talk) -> None:
    by_steps(talk.ani)
    talk.ani.photo("Keluhan")
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas", "Tentang apa")
    talk.ani("maaf gak jadi pak").hears("dibatalkan")


def test_a_prompt_of_an_earlier_round_closes_nothing(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("catatan penutup")
    prompt = talk.desk.last
    talk.budi.replies("Sudah dibuka", to=prompt)
    talk.ani.hears("Sudah dibuka")
    talk.ani.presses("Belum selesai").hears("kami buka lagi")
    talk.desk.hears("belum selesai")
    talk.budi.replies("layarnya seperti apa bu?", to=prompt)
    talk.ani.hears("petugas", "layarnya seperti apa")
    assert talk.ticket().status == "taken"


def test_a_yes_that_comes_too_late_is_refused_in_the_reporters_words(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    old = talk.ani.room.last
    talk.ani("/tiket 1").hears("Status: Selesai, menunggu konfirmasi Anda")
    talk.ani.presses("Belum selesai").hears("kami buka lagi")
    talk.desk.hears("belum selesai")
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.budi.replies("Layarnya seperti apa, Bu?")
    talk.ani.hears("Layarnya seperti apa")
    talk.ani.presses("Ya, selesai", on=old).toast("Statusnya: Menunggu jawaban Anda")


def test_an_edit_that_changes_nothing_says_nothing(talk: Talk) -> None:
    talk.ani("lupa sandi").hears("Lupa kata sandi")
    talk.ani.edits("lupa sandi").hears_nothing()
    talk.ani.edits("lupa kata sandi").hears_nothing()


def test_a_number_among_words_and_a_plain_question_find_the_ticket(talk: Talk) -> None:
    file(talk, talk.ani)
    for words in ("tiket EK-2026-00001", "bagaimana EK-2026-00001 pak?"):
        talk.ani(words).hears("EK-2026-00001", STORY)
    talk.ani("laporan saya sudah sampai mana").hears(
        "EK-2026-00001", "Berikutnya", button="Tambah keterangan"
    )


def test_a_plain_no_to_a_later_question_of_an_officers_is_no_verdict(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    note = talk.ani.room.last
    talk.budi.replies("Masih ada kendala lain, Bu?", to=talk.card())
    talk.ani.hears("kendala lain")
    for words in ("tidak pak", "sudah"):
        talk.ani(words).hears("Sudah kami sampaikan", button="Belum selesai")
        talk.desk.hears(words)
    assert talk.ticket().status == "resolved"
    talk.ani.replies("belum", to=note).hears("kami buka lagi")
    talk.desk.hears("belum selesai")


def test_the_end_of_one_ticket_is_not_the_end_of_a_talk_about_another(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    as_far_as_check(talk.ani, STORY)
    talk.ani.presses("Kirim").hears("EK-2026-00002")
    talk.desk.hears("EK-2026-00002")
    talk.budi.replies("Sejak kapan, Bu?", to=talk.card(2))
    talk.ani.hears("Sejak kapan")
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.ani("sejak Senin").hears("Sudah kami sampaikan", "EK-2026-00002")
    talk.desk.hears("sejak Senin")


def test_a_plain_word_on_a_closed_ticket_answers_the_officer_too(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.budi.replies("Ada yang masih kurang, Bu?", to=talk.card())
    talk.ani.hears("masih kurang")
    talk.ani("tidak").hears("Sudah kami sampaikan", button="Buka lagi")
    talk.desk.hears("tidak")
    assert talk.ticket().status == "closed"


def test_after_the_reminder_a_plain_word_is_the_verdict_again(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.budi.replies("Masih ada kendala lain, Bu?", to=talk.card())
    talk.ani.hears("kendala lain")
    talk.wait(days=6)
    talk.ani.hears("belum ada kabar", button="Ya, selesai")
    talk.desk.skip()
    talk.reports.skip()
    talk.ani("sudah pak").hears("kami tutup")


def test_a_wish_to_open_a_report_again_needs_no_number(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("/tiket 1").hears("EK-2026-00001")
    talk.ani.presses("Tarik laporan").hears("Anda tarik")
    talk.desk.hears("menarik EK-2026-00001")
    talk.wait(days=2)
    talk.ani("tolong buka lagi laporan saya, min").hears(
        "tentang EK-2026-00001", button="Buka lagi"
    )
    again = "laporan saya buka lagi dong, masalahnya muncul lagi"
    talk.ani(again).hears("kami buka lagi")  # as the button that was just shown
    talk.desk.hears("membuka lagi EK-2026-00001").hears("masalahnya muncul lagi")
    talk.desk.skip()


def test_a_report_tells_what_comes_next_and_until_when(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani("/tiket 1").hears("Berikutnya: Budi", "Targetnya paling lambat 14 Desember 2026")
    talk.budi.presses("Tunda…")
    talk.budi.presses("Jum, 27 Nov").toast("ditunda")
    talk.ani.hears("ditunda sampai Jumat")
    talk.ani("/tiket 1").hears("Berikutnya: Budi", "melanjutkannya Jumat, 27 November 2026")
    talk.desk.skip()


def test_what_ended_long_ago_is_not_opened_by_words(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("/tiket 1").hears("EK-2026-00001")
    talk.ani.presses("Tarik laporan").hears("Anda tarik")
    talk.wait(days=40)
    talk.desk.skip()
    talk.reports.skip()
    talk.ani("buka lagi laporan saya").hears("Maksud Anda")
