"""In the group: what is said to the bot there, and what an officer sends from there."""

from __future__ import annotations

from sqlmodel import select

from bot.simulator.world import accounts
from storage.tables import Question
from tests.talks.steps import STORY, by_steps, file, take
from tests.talks.talk import Talk
from tests.talks.test_matters import LIST
from tests.talks.voice import Voice

BOT = f"@{accounts.BOT_USERNAME}"
LONG = "Langkah berikut mohon diikuti satu per satu. " * 90  # 4,050 letters


def test_politeness_is_answered_politely(talk: Talk) -> None:
    talk.budi(f"{BOT} halo").hears("Halo Budi")
    talk.budi(f"makasih {BOT}").hears("Sama-sama")
    talk.budi(BOT).hears("Tulis saja pertanyaan Anda")
    talk.budi(f"{BOT} mau bicara dengan petugas").hears("/lapor", f"t.me/{accounts.BOT_USERNAME}")


def test_a_command_may_be_said_in_words(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi(f"{BOT} antrian dong").hears("Tiket terbuka: 1")
    talk.budi(f"tolong cari absen {BOT}").hears("Cari: absen")
    talk.budi(f"{BOT} cari tiket absen").hears("Cari: absen")
    talk.budi(f"{BOT} berapa tiket yang belum diambil").hears("Tiket terbuka: 1")
    talk.budi(f"{BOT} ambil 1").hears(STORY, button="Ambil")
    talk.budi(f"{BOT} tutup tiket 1, sudah ada di arsip").hears("belum sampai ke pelapor").hears(
        STORY
    )
    talk.budi(f"{BOT} ambil tiket 77").hears("tidak ditemukan")
    talk.budi("/antri").hears("Mungkin maksud Anda /antrian?")
    talk.budi(f"tolong cari sandi {BOT}").hears("Cari: sandi")
    talk.budi(f"{BOT} laporan saya hilang").hears("Maksud Anda")
    head = Voice(talk, accounts.BUDI, talk.reports)
    head(f"{BOT} berapa persen bulan ini?").hears("").hears("Penyelesaian layanan pengaduan")
    head(f"{BOT} menu").hears("/laporan")
    head(f"{BOT} antrian").hears("/laporan bulan lalu")
    head(f"{BOT} dinas mana yang paling banyak mengeluh").hears("/laporan bulan lalu")
    head("/antrian").hears("untuk grup petugas")
    head("/tiket 1").hears("untuk grup petugas")
    head("/voting").hears_nothing()
    head("/laporan").hears("").hears("Penyelesaian layanan pengaduan")
    head.replies("kalau bulan lalu?").hears("Oktober 2026").hears("")
    head.replies("makasih").hears("Sama-sama")
    head("/laporan sejak awal tahun").hears("").hears("2026")
    head(f"{BOT} lupa password").hears("kata sandi")


def test_under_a_card_such_words_are_the_reporters(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(f"antrian {BOT}", to=talk.card())
    talk.ani.hears("antrian")
    talk.budi.replies(f"{BOT} antrian", to=talk.card()).hears("Tiket terbuka: 1")
    talk.ani.hears_nothing()


def test_our_own_name_behind_a_secrets_is_none(talk: Talk) -> None:
    talk.budi(f"lupa sandi {BOT}").hears("Lupa kata sandi")


def test_a_talk_goes_on_by_replies(talk: Talk) -> None:
    talk.budi(f"{BOT} lupa password").hears("kata sandi")
    answer = talk.desk.last
    talk.budi.replies("ok siap", to=answer).hears_nothing()
    talk.budi.replies("email terdaftar sudah mati, bagaimana?", to=answer).hears("E-mail")
    talk.budi.replies("terima kasih", to=answer).hears("Sama-sama")
    talk.budi.private("tpp dipotong kenapa").hears("TPP")
    talk.budi.replies("kurang paham", to=answer).hears("Lupa kata sandi")
    talk.budi(f"{BOT} yang tadi").hears("")
    assert talk.desk.last is not None
    assert "TPP" not in talk.desk.last.text


def test_what_may_mean_several_things_is_asked_back_in_the_group_too(talk: Talk) -> None:
    talk.budi(f"{BOT} login").hears("Maksud Anda")
    assert talk.desk.last is not None
    choice = talk.desk.last.button_words[0]
    talk.eko.presses(choice).hears("Buku panduan")


def test_a_reply_of_a_stranger_put_right_is_not_answered(talk: Talk) -> None:
    """What they wrote first was refused already."""
    file(talk, talk.ani)
    talk.eko.replies("Halo, saya bantu", to=talk.card()).hears("hanya untuk petugas")
    talk.eko.edits("Halo, saya mau bantu").hears_nothing()


def test_a_question_put_right_is_answered_where_the_book_is_sure(talk: Talk) -> None:
    talk.budi(f"{BOT} zxqw vbnm").hears("")
    talk.budi.edits(f"{BOT} zxqw vbnmk").hears_nothing()
    talk.budi.edits(f"{BOT} lupa password").hears("kata sandi")
    talk.budi.edits(f"{BOT} lupa password?").hears_nothing()
    talk.budi.edits("lupa password").hears_nothing()
    talk.budi.edits(f"/antrian {BOT}").hears_nothing()


def test_what_was_passed_on_is_no_question_after_all(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("lupa password", to=talk.card())
    talk.ani.hears("lupa password")
    talk.budi.edits(f"{BOT} lupa password").hears("tidak ikut tersimpan atau terkirim")


def test_tickets_are_asked_for_by_number_at_the_desk_only(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi(f"{BOT} EK-2026-00001 sudah sampai mana?").hears(STORY)
    talk.eko(f"{BOT} EK-2026-00001").hears("hanya untuk petugas")
    talk.budi(f"{BOT} tiket saya").hears("pesan pribadi")


def test_a_reply_that_reaches_nobody_is_told_so(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/antrian").hears("EK-2026-00001")
    queue = talk.desk.last
    talk.budi.replies("Yang ini sudah saya telepon", to=queue).hears("tidak diteruskan", "balas")
    talk.budi.replies("siap", to=queue).hears_nothing()
    talk.eko.replies("saya juga mau lihat", to=queue).hears_nothing()


def test_an_officers_answer_may_name_the_bot(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(f"Lain kali tanya {BOT} dulu ya Bu", to=talk.card())
    talk.ani.hears("Lain kali tanya")
    talk.budi.replies(f"{BOT} lupa password", to=talk.card()).hears("kata sandi")
    talk.ani.hears_nothing()


def test_an_officers_answer_may_begin_with_a_slash(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani("/tiket 1").hears("EK-2026-00001")
    talk.ani.presses("Tambah keterangan").hears("Tulis keterangan")
    talk.ani("Menunya di mana pak").hears("sampaikan")
    talk.desk.hears("Menunya di mana")
    relayed = talk.desk.last
    for words in ("/profil bisa dibuka di kanan atas", "/menu/profil", "/lapor saja dulu, Bu"):
        talk.budi.replies(words, to=relayed).hears_nothing()
        talk.ani.hears("Budi Santoso, petugas", words)
        talk.budi.edits(f"{words}!").hears("diperbaiki, juga di obrolan pelapor")
    talk.budi.photo("/bantuan lalu tekan ini", to=relayed).hears_nothing()
    talk.ani.hears_file().hears("/bantuan lalu tekan ini")
    talk.eko.replies("/menu lalu pilih profil", to=relayed).hears("hanya untuk petugas")


UNKNOWN = (
    "/beranda",
    "/menu lalu pilih profil",
    f"/selesai{BOT}",
    f"/tutup{BOT} sudah diperbaiki",
    "/selesai@bot_lain",
    "/selesai@",
    "/selesai.",
    "/selesai-tiket",
    "/ambil!",
    "/ selesai",
    "\uff0fselesai",
    "/1",
)


def test_a_command_that_is_none_never_reaches_the_reporter(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani.replies("Kapan selesai?", to="sedang ditangani").hears("sampaikan")
    talk.desk.hears("Kapan selesai?")
    relayed = talk.desk.last
    talk.budi.presses("Minta info").hears("keterangan apa")
    prompt = talk.desk.last
    for to in (talk.card(), relayed, prompt):
        for words in UNKNOWN:
            talk.budi.replies(words, to=to).hears(
                "Perintah tidak dikenal: /", "tanpa garis miring"
            )
    talk.budi.photo("/selesai", to=relayed).hears("Perintah tidak dikenal: /selesai")
    talk.budi.album_with(["", "/selesai", ""], to=talk.card()).hears_nothing()
    talk.wait(seconds=2)
    talk.desk.hears("Perintah tidak dikenal: /selesai")
    talk.dewi.replies("/selesai", to=prompt).hears("Perintah tidak dikenal")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take", "answer"]
    talk.budi.replies("Sejak kapan, Bu?", to=prompt)
    talk.ani.hears("Sejak kapan")


def test_the_nearest_command_is_named(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    for wrong, right in (("antrean", "antrian"), ("tikett 1", "tiket"), ("laporn", "laporan")):
        talk.budi.replies(f"/{wrong}", to=talk.card()).hears(f"Mungkin maksud Anda /{right}?")
    talk.budi(f"/antrean{BOT}").hears("Mungkin maksud Anda /antrian?")
    talk.budi("/antrean").hears("Mungkin maksud Anda /antrian?")
    talk.budi("/voting").hears_nothing()
    talk.budi.replies("/antrian dong", to=talk.card()).hears("Tiket terbuka")
    talk.ani.hears_nothing()


def test_a_command_that_answers_a_card_stays_a_command(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    card = talk.card()
    talk.budi.replies("/profil", to=card).hears("pesan pribadi")
    talk.budi.replies("/antrian", to=card).hears("Tiket terbuka")
    talk.budi.replies("/petugas tambah", to=card).hears("belum mengenal")
    talk.budi.replies("/tiket 77", to=card).hears("tidak ditemukan")
    talk.budi.replies("/id", to=card).hears_nothing()
    talk.budi("/menu lalu pilih profil").hears_nothing()
    talk.budi("/profil saya").hears("pesan pribadi")
    talk.ani.hears_nothing()


def test_long_answers_arrive_whole_both_ways(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(LONG, to=talk.card())
    talk.ani.hears("Budi Santoso, petugas").hears("jawaban Anda sampai ke petugas")
    assert words_in(talk, talk.ani.chat) >= LONG.count("Langkah")
    talk.ani(LONG).hears("Sudah kami sampaikan")
    talk.desk.hears("pelapor").hears("Langkah")
    talk.budi.presses("Selesai").hears("catatan penutup")
    talk.budi.replies(LONG)
    talk.ani.hears("dinyatakan selesai").hears("sudah selesai?", button="Ya, selesai")
    assert words_in(talk, talk.ani.chat) >= 2 * LONG.count("Langkah")


def words_in(talk: Talk, chat: int) -> int:
    return sum(m.text.count("Langkah") for m in talk.state.messages(chat) if m.from_bot)


def test_a_note_that_was_meant_is_told_to_be_too_late(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Orang ini sudah tiga kali lapor", to=talk.card())
    talk.ani.hears("sudah tiga kali lapor")
    talk.budi.edits("// Orang ini sudah tiga kali lapor").hears("tidak ikut tersimpan")


def test_a_group_that_lets_the_bot_in_again_need_not_wait(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    talk.world.membership.kick_bot(accounts.HELPDESK, accounts.BUDI)
    talk.settle()
    talk.admin.hears("tidak bisa menulis di grup helpdesk")
    by_steps(talk.ani)
    talk.ani.presses("Keluhan").hears("Tentang apa")
    talk.ani.presses("Lainnya").hears("Ceritakan")
    talk.ani(STORY).hears("Ada foto layar")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears_nothing()
    talk.world.membership.add_bot(accounts.HELPDESK, accounts.BUDI)
    talk.settle()
    talk.desk.hears(STORY).hears("siap")


def test_the_desk_can_ask_about_its_own_book(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi(f"{BOT} kode otp salah terus").hears("kode")


def test_commands_of_a_private_chat_are_pointed_there(talk: Talk) -> None:
    talk.budi("/lapor").hears("pesan pribadi", f"t.me/{accounts.BOT_USERNAME}")
    talk.budi("/bantuan").hears("/faq", "/tiket nomor", "//")
    talk.budi("/perintahlain").hears_nothing()


def test_a_closing_note_says_something(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("catatan penutup")
    prompt = talk.desk.last
    talk.budi.replies("ok", to=prompt).hears("catatan penutup dengan kata-kata")
    talk.budi.replies("Akun sudah dibuka", to=prompt)
    talk.ani.hears("Akun sudah dibuka", button="Ya, selesai")
    talk.budi.replies("Tambahan: sandi baru berlaku besok", to=prompt).hears("jawaban biasa")
    talk.ani.hears("sandi baru berlaku besok")


def test_appointing_twice_is_no_news(talk: Talk) -> None:
    talk.eko("halo").hears_nothing()
    talk.budi.replies("/petugas tambah", to=talk.eko.said).hears("sekarang petugas")
    talk.budi.replies("/petugas tambah", to=talk.eko.said).hears("sudah menjadi petugas")
    talk.budi.replies("/petugas hapus", to=talk.eko.said).hears("bukan petugas lagi")
    talk.budi.replies("/petugas hapus", to=talk.eko.said).hears("memang bukan petugas")


def test_who_stands_behind_nobody_is_answered_and_not_remembered(talk: Talk) -> None:
    """An anonymous admin, or a channel: no question is kept, and no talk goes on of itself."""

    def says(words: str, to: int | None = None) -> None:
        talk.world.people.say_as_anonymous_admin(talk.desk.chat, f"{BOT} {words}", to)
        talk.settle()

    says("lupa password dan tpp dipotong kenapa")
    talk.desk.hears("Lupa kata sandi", "Jawaban 1 dari 2").hears("TPP saya terpotong")
    says("kode otp salah terus")
    talk.desk.hears("OTP")
    answer = talk.desk.last
    assert answer is not None
    says("kalau hp nya ganti", answer.message_id)
    talk.desk.hears("Ganti HP")
    says("wajib?")
    talk.desk.hears("Silakan tulis pertanyaannya")
    says("login")
    talk.desk.hears("Maksud Anda")
    says("2")
    talk.desk.hears("Silakan tulis pertanyaannya")
    with talk.database.reading() as unit:
        assert unit.session.exec(select(Question)).all() == []


def test_of_two_matters_one_may_be_asked_back(talk: Talk) -> None:
    talk.budi(f"{BOT} otp salah terus dan skp saya ditolak atasan").hears("Jawaban 1 dari 2")
    talk.desk.hears("Untuk hal yang kedua, maksud Anda")
    offered = talk.desk.last
    assert offered is not None
    assert len(offered.button_words) > 1
    talk.budi(f"{BOT} yang kedua belum dijawab").hears("Untuk hal yang kedua, maksud Anda")
    talk.dewi(f"{BOT} {LIST}").hears("Jawaban 1").hears("Yang kedua belum saya temukan")
    talk.desk.hears("Hal lain")
    talk.dewi(f"{BOT} yang kedua belum dijawab").hears("Yang kedua belum saya temukan")


def test_what_goes_on_may_be_asked_back(talk: Talk) -> None:
    talk.budi(f"{BOT} apa itu e-kinerja").hears("Apa itu e-Kinerja")
    talk.budi(f"{BOT} kalau telat gimana").hears("Maksud Anda")
    assert talk.desk.last is not None
    assert len(talk.desk.last.button_words) > 1


def test_another_group_that_moves_is_served_where_it_is_now(talk: Talk) -> None:
    new = talk.world.membership.upgrade_group(accounts.REPORTS)
    talk.settle()
    talk.desk.hears_nothing()
    talk.someone(accounts.HADI, chat=new)("/laporan").hears_file("").hears("daftar kabupaten")
