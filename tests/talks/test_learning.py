"""The desk teaches the book what it could not answer."""

from __future__ import annotations

from bot.simulator.world import accounts
from tests.talks.steps import file
from tests.talks.talk import Talk
from tests.talks.voice import Voice

BOT = f"@{accounts.BOT_USERNAME}"
UNKNOWN = "cara mengajukan pensiun dini lewat taspen"
SAME = "pengajuan pensiun dini taspen gimana"
NOTE = "Pensiun dini diurus di bidang mutasi BKPSDM."
SILENT = "belum saya temukan"


def asked_in_vain(talk: Talk, question: str = UNKNOWN) -> None:
    talk.ani(question).hears(SILENT, button="Tanya petugas")
    talk.burhan(SAME).hears(SILENT)


def through_the_desk(talk: Talk, question: str = UNKNOWN, note: str = NOTE) -> None:
    """Ani's question becomes a ticket, and is closed with a note."""
    asked_in_vain(talk, question)
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", question[:16])
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears(question[:16])
    talk.budi.presses("Selesai").hears("catatan penutup")
    talk.budi.replies(note)
    talk.ani.hears(note)


def test_a_phrasing_is_live_at_once_and_can_be_taken_back(talk: Talk) -> None:
    asked_in_vain(talk)
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", "2 kali", UNKNOWN, SAME, button="Abaikan")
    talk.budi.presses("Pilih entri lain").presses("15. Layanan bantuan")
    talk.budi.presses("Ke mana saya bertanya lebih dulu?")
    talk.desk.sees("Ditambahkan oleh Budi Santoso")
    talk.citra(UNKNOWN).hears("Ke mana saya bertanya", button="Membantu")
    talk.dewi.presses("Batalkan")
    talk.desk.sees("Dibatalkan oleh Dewi Anggraini")
    talk.citra(UNKNOWN).hears(SILENT)
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", "4 kali")


def test_a_closing_note_becomes_an_entry(talk: Talk) -> None:
    through_the_desk(talk)
    talk.budi("/faq").hears("Catatan penutup", NOTE, button="Jadikan entri baru")
    talk.budi.presses("Jadikan entri baru")
    talk.desk.sees("Entri baru oleh Budi Santoso")
    talk.citra(SAME).hears(UNKNOWN, NOTE, "tambahan petugas")
    talk.restart()
    talk.citra(SAME).hears(UNKNOWN, NOTE)
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")


def test_a_closing_note_is_published_without_numbers_and_letter_for_letter(talk: Talk) -> None:
    through_the_desk(
        talk,
        note="NIP 198501012010011001 (HP 0812-3456-7890) *dibuka* [lagi](entry:lupa-password)."
        " <b>Selesai</b> & `beres`.",
    )
    published = (
        "NIP [NIP] (HP [telepon]) *dibuka* [lagi](entry:lupa-password). <b>Selesai</b> & `beres`."
    )
    talk.budi("/faq").hears(published).presses("Jadikan entri baru")
    talk.desk.sees(published)
    talk.citra(SAME).hears(published)


def test_a_closing_note_is_seen_whole_before_it_is_published(talk: Talk) -> None:
    note = f"{'Buka menu SKP lalu tekan simpan. ' * 80}Sudah."
    through_the_desk(talk, UNKNOWN + " min" * 200, note)
    talk.budi("/faq").hears(note).presses("Jadikan entri baru")
    talk.desk.sees(note)
    talk.citra(UNKNOWN).hears(note)


def test_a_closing_note_too_long_for_an_entry_is_left_to_an_editor(talk: Talk) -> None:
    through_the_desk(talk, note=f"{'Buka menu SKP lalu tekan simpan. ' * 90}Sudah.")
    page = talk.budi("/faq").hears("terlalu panjang", button="Abaikan").room.last
    assert page is not None
    assert "Jadikan entri baru" not in page.button_words
    talk.budi.forges("fnew:1", on=page).toast("tidak bisa dijadikan entri")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")


def test_a_question_of_many_lines_is_an_entry_with_a_title(talk: Talk) -> None:
    through_the_desk(talk, f"Selamat pagi min,\n\n{UNKNOWN}?\nSaya {'sudah tanya kantor ' * 20}")
    talk.budi("/faq").hears("Selamat pagi min, cara mengajukan").presses("Jadikan entri baru")
    talk.desk.sees("Entri baru oleh Budi Santoso")
    answer = (
        talk.budi(f"{BOT} {UNKNOWN}").hears("Selamat pagi min, cara mengajukan", NOTE).room.last
    )
    assert answer is not None
    title, _, rest = answer.text.partition("\n")
    assert title.endswith("tanya kantor…")
    assert rest.strip().startswith(NOTE)
    talk.budi.replies("kurang paham", to=answer).hears(title, "Penjelasan di buku")


def test_what_is_taken_back_reopens_its_own_questions_only(talk: Talk) -> None:
    asked_in_vain(talk)
    talk.citra("wifi kantor mati dari pagi").hears(SILENT)
    first = talk.budi("/faq").hears("Pertanyaan 1 dari 2", UNKNOWN).room.last
    second = talk.budi("/faq").hears("Pertanyaan 1 dari 2").room.last
    talk.budi.presses("Berikutnya", on=second)
    talk.budi.presses("Pilih entri lain", on=first).presses("15. Layanan bantuan", on=first)
    with talk.at_once():
        talk.budi.presses("Ke mana saya bertanya lebih dulu?", on=first)
        talk.budi.presses("Abaikan", on=second)
    talk.desk.sees("Diabaikan")
    talk.budi.presses("Batalkan")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", UNKNOWN)


def test_a_new_entry_takes_no_id_of_a_disambiguation(talk: Talk) -> None:
    """The exported book would be refused."""
    talk.ani("login").hears("Maksud Anda").presses("Bukan itu, tanya petugas").hears("Mohon")
    talk.ani("Halaman login kosong sejak pagi").hears("Mohon")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Halaman login kosong")
    talk.budi.presses("Selesai").hears("catatan penutup").replies(NOTE)
    talk.ani.hears(NOTE)
    talk.budi("/faq").hears("login").presses("Jadikan entri baru")
    with talk.database.reading() as unit:
        assert [row.entry_id for row in unit.learned.live()] == ["login-2"]


def test_what_came_too_late_is_told_as_it_is(talk: Talk) -> None:
    asked_in_vain(talk)
    first = talk.budi("/faq").hears("Pertanyaan 1 dari 1").room.last
    second = talk.budi("/faq").hears("Pertanyaan 1 dari 1").room.last
    talk.budi.forges("fput:1:entri-hantu", on=first).toast("Entri itu sudah tidak ada")
    talk.budi.presses("Pilih entri lain", on=first).presses("15. Layanan bantuan", on=first)
    talk.budi.presses("Ke mana saya bertanya lebih dulu?", on=first)
    taught = talk.desk.sees("Ditambahkan oleh Budi Santoso")
    talk.budi.presses("Abaikan", on=second).toast("Sudah ditinjau.")
    with talk.at_once():
        talk.budi.presses("Batalkan", on=taught)
        talk.dewi.presses("Batalkan", on=taught)
    talk.dewi.toast("Sudah dibatalkan.")


def test_what_is_decided_while_it_is_tried_stays_decided(talk: Talk) -> None:
    asked_in_vain(talk)
    first = talk.budi("/faq").hears("Pertanyaan 1 dari 1").room.last
    second = talk.budi("/faq").hears("Pertanyaan 1 dari 1").room.last
    talk.budi.presses("Pilih entri lain", on=first).presses("15. Layanan bantuan", on=first)
    with talk.at_once():
        talk.budi.presses("Ke mana saya bertanya lebih dulu?", on=first)
        talk.dewi.presses("Abaikan", on=second)
    talk.desk.sees("Diabaikan")
    talk.desk.sees("sudah ditinjau")
    talk.citra(UNKNOWN).hears(SILENT)


def test_the_most_different_wordings_are_taught_at_once_but_what_is_unticked(talk: Talk) -> None:
    asked_in_vain(talk)
    page = talk.budi("/faq").hears("✅ 1.", "✅ 2.", button="✅ 2").room.last
    assert page is not None
    talk.eko.presses("✅ 2", on=page).toast("hanya untuk petugas")
    talk.budi.presses("✅ 2", on=page)
    talk.desk.sees("⬜ 2.")
    talk.budi.presses("⬜ 2", on=page)
    talk.budi.presses("✅ 1", on=page)
    talk.budi.presses("Pilih entri lain", on=page).presses("15. Layanan bantuan", on=page)
    talk.budi.presses("Ke mana saya bertanya lebih dulu?", on=page)
    talk.desk.sees(f"langsung berlaku:\n\n{SAME}\n\nsebagai")
    talk.citra(SAME).hears("Ke mana saya bertanya")
    with talk.database.reading() as unit:
        taught = [(row.question, row.asker_id) for row in unit.learned.live()]
    assert taught == [(SAME, talk.burhan.user)]


def test_an_officer_writes_the_answer_of_a_new_topic(talk: Talk) -> None:
    asked_in_vain(talk)
    talk.budi("/faq").hears("Pertanyaan 1 dari 1").presses("Tulis jawaban baru")
    prompt = talk.budi.hears("Balas pesan ini dengan jawabannya", UNKNOWN, SAME).room.last
    talk.eko.replies("jawaban palsu", to=prompt).hears("hanya untuk petugas")
    talk.budi.replies("👍", to=prompt).hears("perlu berupa tulisan")
    talk.budi.replies("siap bu", to=prompt).hears("perlu berupa tulisan")
    talk.budi.replies("a " * 1_400, to=prompt).hears("terlalu panjang")
    talk.budi.replies(f"{NOTE} Hubungi 0812-3456-7890.", to=prompt)
    talk.desk.hears("Entri baru oleh Budi Santoso", UNKNOWN, "[telepon]", SAME)
    talk.citra("gimana mengajukan pensiun dini di taspen min").hears(UNKNOWN, NOTE)
    talk.budi.replies(NOTE, to=prompt).hears("sudah ditinjau")
    taught = talk.desk.newest_with("Batalkan")
    talk.dewi.presses("Batalkan", on=taught)
    talk.citra(SAME).hears(SILENT)
    with talk.database.reading() as unit:
        assert unit.learned.live() == []


def test_what_would_take_known_questions_elsewhere_is_shown_first(talk: Talk) -> None:
    """What somebody found helpful, in words that another group is taught to mean otherwise."""
    known = "hp saya hilang kemarin jadi kode otp mfa tidak bisa dibuka"
    talk.citra(known).hears("MFA", button="Membantu").presses("Membantu").toast("Terima kasih")
    talk.ani(f"{known} pak").hears("MFA").presses("Tidak membantu").toast("Terima kasih")
    talk.ani.hears("Maaf belum membantu")
    page = talk.budi("/faq").hears(known).room.last
    for _ in range(2):
        talk.budi.presses("Pilih entri lain", on=page).presses("15. Layanan bantuan", on=page)
        talk.budi.presses("Ke mana saya bertanya lebih dulu?", on=page)
        assert "Belum diajarkan" in talk.desk.sees("akan pindah jawaban").text
        talk.burhan(known).hears("MFA")
        talk.budi.presses("Jangan ajarkan", on=page)
        talk.desk.sees("Pertanyaan ini")
    talk.budi.presses("Pilih entri lain", on=page).presses("15. Layanan bantuan", on=page)
    talk.budi.presses("Ke mana saya bertanya lebih dulu?", on=page)
    talk.eko.presses("Tetap ajarkan", on=page).toast("hanya untuk petugas")
    talk.budi.presses("Tetap ajarkan", on=page)
    talk.desk.sees("Ditambahkan oleh Budi Santoso")


def test_a_broad_word_is_offered_beside_others(talk: Talk) -> None:
    talk.ani("login").hears("Maksud Anda").presses("Bukan itu, tanya petugas").hears(
        "Mohon diperiksa"
    )
    talk.ani("/batal").hears("")
    talk.budi("/faq").hears("login").presses("Pilih entri lain").presses("15. Layanan bantuan")
    talk.budi.presses("Ke mana saya bertanya lebih dulu?")
    talk.desk.sees("pendek dan luas")
    talk.burhan("login").hears("Maksud Anda", button="Ke mana saya bertanya lebih dulu?")


def test_who_asks_again_in_other_words_was_not_helped(talk: Talk) -> None:
    talk.ani("lupa kata sandi e-kinerja").hears("kata sandi")
    talk.wait(minutes=2).ani("reset sandi ekinerja saya gimana, lupa kata sandi").hears("sandi")
    talk.budi("/faq").hears("Sudah dijawab, tetapi mungkin keliru", "lupa kata sandi e-kinerja")


def test_matters_of_one_message_are_not_asked_again(talk: Talk) -> None:
    talk.ani("1. lupa kata sandi e-kinerja\n2. sandi e-kinerja sudah diganti masih ditolak")
    talk.ani.hears("Lupa kata sandi").hears("Baru ganti kata sandi")
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")


def test_what_is_ignored_does_not_come_again(talk: Talk) -> None:
    asked_in_vain(talk)
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")
    talk.budi.presses("Abaikan")
    talk.desk.sees("Diabaikan")
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")
    talk.citra(UNKNOWN).hears(SILENT)


def test_only_officers_may_teach(talk: Talk) -> None:
    asked_in_vain(talk)
    talk.eko("/faq").hears("hanya untuk petugas")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")
    talk.eko.presses("Abaikan").toast("hanya untuk petugas")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")


def test_an_unhelpful_answer_waits_for_review_too(talk: Talk) -> None:
    talk.ani("lupa kata sandi e-kinerja").hears("kata sandi", button="Tidak membantu")
    talk.ani.presses("Tidak membantu").toast("Terima kasih").hears("Maaf belum membantu")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", "lupa kata sandi")


def test_the_week_ends_with_what_the_book_could_not_answer(talk: Talk) -> None:
    """Twice in the same words: of others another chapter may be as near."""
    for person in (talk.ani, talk.burhan):
        person(UNKNOWN).hears(SILENT, button="Tanya petugas")
    talk.until(0, 8)
    talk.reports.hears("Ringkasan pengaduan").hears("belum terjawab", "2×")
    talk.desk.hears("belum terjawab", f"2× {UNKNOWN}")


def test_nothing_that_a_person_wrote_reaches_the_head(talk: Talk) -> None:
    """Neither with the week's page, nor behind the buttons of missed weeks, nor by /laporan."""
    asked_in_vain(talk)
    file(talk, talk.ani, "Pejabat itu zzpungli setiap hari, mohon ditindak segera")
    talk.ani.replies("zzhinaan untuk atasan", to="Nomor tiket").hears("Sudah kami sampaikan")
    talk.desk.hears("zzhinaan")
    talk.until(0, 8)
    talk.desk.hears("menunggu").hears("belum terjawab")
    talk.asleep(weeks=3)
    talk.settle().desk.skip()
    talk.reports.hears("Ringkasan").hears("belum terjawab").hears_file("").hears("terlewat")
    talk.reports.hears_file("Laporan bulanan").hears("belum terjawab")
    button = talk.reports.newest_with("Pekan 30 November – 6 Desember 2026")
    talk.hadi.presses("Pekan 30 November – 6 Desember 2026", on=button).toast("sedang dibuat")
    talk.reports.hears_file("")
    talk.hadi("/laporan").hears_file("").hears("nomor 13 di daftar kabupaten")
    read = talk.state.transcript(talk.reports.chat)
    for word in ("pensiun", "taspen", "zzpungli", "zzhinaan", talk.state.user(talk.ani.user).name):
        assert word not in read


def test_a_question_in_the_group_is_answered_there(talk: Talk) -> None:
    talk.eko("@ekinerja_balangan_bot lupa kata sandi e-kinerja").hears("kata sandi", "Bab 2")
    talk.eko("@ekinerja_balangan_bot harga cabai hari ini").hears(SILENT, "t.me/")
    talk.eko("lupa kata sandi").hears_nothing()


def test_the_same_words_again_say_nothing_against_their_answer(talk: Talk) -> None:
    """Somebody has scrolled away, or shows it to a colleague."""
    for _ in range(2):
        talk.ani("lupa kata sandi e-kinerja").hears("Lupa kata sandi")
        talk.wait(minutes=1)
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")


def test_the_note_is_that_of_the_ticket_that_was_closed(talk: Talk) -> None:
    asked_in_vain(talk)
    for who in (talk.ani, talk.burhan):
        who.presses("Tanya petugas").hears("Mohon diperiksa")
        who.presses("Kirim").hears("Nomor tiket")
        talk.desk.hears("pensiun")
    talk.budi.presses("Selesai", on=talk.card(2)).hears("catatan penutup")
    talk.budi.replies(NOTE)
    talk.burhan.hears(NOTE)
    talk.budi("/faq").hears("Catatan penutup", NOTE, button="Jadikan entri baru")


def test_what_was_taught_does_not_come_back_as_doubtful(talk: Talk) -> None:
    talk.ani("cara mengurus izin perceraian pns").hears(SILENT)
    talk.burhan("mau cerai izinnya ke mana").hears(SILENT)
    talk.citra("syarat izin cerai asn apa aja").hears(SILENT)
    talk.budi("/faq").hears("3 kali").presses("Tulis jawaban baru").hears("Balas pesan ini")
    talk.budi.replies("Izin perceraian diajukan tertulis kepada atasan, lalu ke BKPSDM.")
    talk.desk.hears("Entri baru oleh Budi Santoso")
    for person, asks in (
        (talk.burhan, "perceraian pns diurus siapa"),
        (talk.citra, "mau cerai izinnya ke mana"),
    ):
        person(asks).hears("diajukan tertulis", button="Membantu")
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")
    denied(talk.burhan, "mau cerai izinnya ke mana")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", "mau cerai izinnya")


def test_a_single_word_that_nobody_knows_waits_where_several_say_it(talk: Talk) -> None:
    for _ in range(2):
        talk.ani("karpeg").hears(button="Tanya petugas")
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")
    talk.burhan("karpeg").hears(button="Tanya petugas")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", "Ditanyakan 3 kali", "karpeg")


def test_insults_and_slips_of_several_people_stay_out(talk: Talk) -> None:
    for person, said in ((talk.ani, "bot bahlul"), (talk.burhan, "dasar bot bahlul")):
        person(said).hears(button="Buat laporan")
    for person, said in ((talk.ani, "asdf"), (talk.burhan, "qwrtz")):
        person(said).hears(button="Tanya petugas")
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")


def denied(person: Voice, question: str) -> None:
    person(question).hears(button="Tidak membantu").presses("Tidak membantu")
    person.toast("Terima kasih.")
    person.hears("Maaf belum membantu")


def test_what_the_book_answered_stands_apart_from_what_it_did_not(talk: Talk) -> None:
    """Whoever presses without looking teaches nothing that was answered."""
    talk.ani("cara cetak kartu pegawai elektronik").hears(button="Tanya petugas")
    talk.ani("karpeg elektronik nyetaknya di mana sih").hears(button="Tanya petugas")
    denied(talk.burhan, "cara cetak skp")
    denied(talk.citra, "tpp dipotong kenapa")
    talk.ani("cara bayar zakat lewat potongan gaji di e-kinerja").hears(button="Tanya petugas")
    told = ("kartu pegawai elektronik", "karpeg elektronik")
    talk.budi("/faq").hears("Pertanyaan 1 dari 4", "Ditanyakan 2 kali", *told)


def test_what_the_book_answered_is_told_and_left_out_until_it_is_wanted(talk: Talk) -> None:
    answered = "kartu ASN nang digital tu kayapa maambilnya, ulun kada tatamu di aplikasi"
    denied(talk.burhan, answered)
    talk.ani("kartu asn virtual dimana").hears(SILENT)
    told = ("1.\nkartu asn virtual", f"\u2b1c 2.\n{answered}\nSudah dijawab buku:")
    page = talk.budi("/faq").hears("Ditanyakan 2 kali", *told).room.last
    talk.budi.presses("Tulis jawaban baru").hears("kartu asn virtual")
    asked = talk.desk.last
    assert asked is not None
    assert answered not in asked.text
    talk.budi.presses("\u2b1c 2", on=page)
    talk.desk.sees(f"\u2705 2.\n{answered}")
