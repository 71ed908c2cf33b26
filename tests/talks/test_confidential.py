"""Anonymous, secret, and of abuse of authority: what the group sees, and who works on it."""

from __future__ import annotations

from bot.rules.ticket import Role
from bot.simulator.world import accounts
from tests.talks.steps import ABUSE, STORY, as_far_as_check
from tests.talks.talk import Talk
from tests.talks.test_desk_staff import appoint
from tests.talks.voice import Voice


def file_with(talk: Talk, who: Voice, *choices: str, story: str = STORY) -> None:
    as_far_as_check(who, story)
    for choice in choices:
        who.presses(choice).toast("")
    who.presses("Kirim").hears("Nomor tiket")


def seen_at_desk(talk: Talk) -> str:
    return "\n".join(message.text for message in talk.state.messages(accounts.HELPDESK))


def test_an_anonymous_report_hides_who_and_answers_arrive(talk: Talk) -> None:
    talk.ani("/profil").hears("")
    file_with(talk, talk.ani, "☐ Anonim")
    talk.desk.hears("Pelapor anonim", STORY[:20], button="Ambil")
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Budi Santoso")
    talk.budi.replies("Sudah kami lihat", to="Status: ")
    talk.ani.hears("Sudah kami lihat")
    talk.ani("Masih sama pak, gagal terus").hears("Sudah kami sampaikan")
    talk.desk.hears("Pelapor anonim", "Masih sama")
    talk.budi("/antrian").hears("Pelapor anonim")
    talk.budi("/tiket 1").hears("Pelapor anonim")
    assert "Ani" not in seen_at_desk(talk)
    talk.budi.replies("/blokir kasar", to="Masih sama").hears("")
    assert "Ani" not in seen_at_desk(talk)
    talk.desk.skip()


def test_a_secret_report_is_read_by_who_has_it_and_who_leads(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.SUPERVISOR)
    talk.eko.private("/start").hears("")
    talk.admin("/start").hears("")
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.desk.hears("Rahasia", button="Ambil")
    assert STORY not in seen_at_desk(talk)
    talk.admin.hears(STORY, button="Minta info")
    talk.eko.private.hears(STORY)
    talk.dewi.presses("🔒 Baca isinya").toast("hanya untuk yang menangani")
    talk.dewi.private("/start").hears("")
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Dewi Anggraini")
    talk.dewi.private.hears(STORY, button="Selesai")
    talk.dewi.replies("Halo Bu", to="Rahasia").hears("obrolan pribadi")
    talk.dewi.private.replies("Kami cek dulu ya Bu", to=STORY)
    talk.ani.hears("Kami cek dulu ya Bu")
    talk.ani("Baik, rahasiakan NIP atasan saya").hears("Sudah kami sampaikan")
    talk.dewi.private.hears("rahasiakan NIP atasan")
    talk.dewi.private.presses("Selesai").hears("tulis catatan penutup")
    talk.dewi.private.replies("Sudah kami perbaiki di server.")
    talk.ani.hears("Sudah kami perbaiki", button="Ya, selesai")
    for word in ("Kami cek", "rahasiakan NIP", "perbaiki di server"):
        assert word not in seen_at_desk(talk)
    talk.admin.room.skip()
    talk.eko.private.room.skip()


def test_a_colleague_who_may_not_read_it_is_not_told_of_a_note(talk: Talk) -> None:
    talk.state.user(accounts.EKO).username = "eko_prasetyo"
    appoint(talk, accounts.EKO, Role.OFFICER)
    talk.eko("/antrian")
    talk.desk.skip()
    for officer in (talk.dewi.private, talk.admin):
        officer("/start").hears("")
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Dewi Anggraini")
    talk.dewi.private.hears(STORY)
    talk.dewi.private.replies("// @eko_prasetyo tolong dicek", to=STORY)
    talk.dewi.private.hears("@eko_prasetyo tidak diberi tahu: tiket ini tidak boleh dibacanya")
    talk.eko.private.hears_nothing()
    talk.admin.room.skip()
    talk.desk.skip()


def test_who_no_longer_has_a_secret_report_reads_it_no_longer(talk: Talk) -> None:
    talk.dewi.private("/start").hears("")
    talk.admin("/start").hears("")
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.desk.hears("Rahasia")
    talk.admin.hears(STORY)
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.dewi.private.hears(STORY)
    card = talk.dewi.private.room.last
    assert card is not None
    talk.budi(f"/petugas hapus {accounts.DEWI}").hears("bukan petugas lagi")
    assert STORY not in card.text
    talk.ani.hears("kembali ke antrean")
    talk.dewi.private.forges("done:1", on=card).toast("tidak berlaku")
    talk.dewi.private.replies("Sudah beres ya Bu", to=card)
    talk.dewi.private.room.skip()
    talk.ani.hears_nothing()
    talk.admin.room.skip()


def test_a_report_of_abuse_is_suspected_asked_and_never_in_the_group(talk: Talk) -> None:
    talk.dewi.private("/start").hears("")
    talk.budi("/petugas").hears("")
    talk.budi.presses("Dewi Anggraini").toast("")
    talk.budi.presses("Beri laporan pengawasan").toast("")
    talk.dewi.private.hears("ditunjuk menerima laporan pengawasan")
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani("kirim").hears("dugaan pelanggaran", button="Jalur pengawasan")
    talk.ani.presses("Jalur pengawasan").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    ticket = talk.ticket()
    assert ticket.deadline_class.value == "supervisory"
    talk.desk.hears_nothing()
    talk.admin.hears_nothing()
    talk.dewi.private.hears(ABUSE, button="Ambil")
    for command in ("/antrian", "/tiket 1", "/ikuti 1"):
        talk.budi(command)
        assert "EK-2026-00001" not in (talk.state.messages(accounts.HELPDESK)[-1].text)
    talk.desk.skip()
    talk.budi.forges("take:1").toast("tidak ditemukan")
    talk.dewi.private.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Dewi Anggraini")
    talk.dewi.private("/antrian").hears("Laporan rahasia", button="EK-2026-00001")
    talk.dewi.private.presses("EK-2026-00001").toast("")
    talk.dewi.private.hears(ABUSE)
    talk.restart()
    talk.desk.hears_nothing()
    talk.wait(minutes=1)
    talk.desk.skip()
    talk.budi("/laporan").hears_file("").hears("", button="1 masuk")
    talk.budi.presses("1 masuk").hears("yang masuk: 1", "Jalur pengawasan, tanpa nomor")
    assert "EK-2026" not in talk.state.transcript(accounts.HELPDESK)[-400:]
    talk.dewi.private.room.skip()
    talk.dewi.private("/laporan").hears_file("").hears("", button="1 masuk")
    talk.dewi.private.presses("1 masuk").hears("yang masuk: 1", "EK-2026-00001")


def test_a_report_that_only_sounds_like_abuse_goes_the_usual_way(talk: Talk) -> None:
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani.presses("Laporan biasa").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears(ABUSE, button="Ambil")


def test_until_somebody_is_named_admins_hear_of_abuse(talk: Talk) -> None:
    talk.admin("/start").hears("")
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani.presses("Jalur pengawasan").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears_nothing()
    talk.admin.hears(ABUSE, button="Ambil")
    assert (talk.ticket().due_at - talk.clock.now()).days > 80  # 60 working days


def test_what_stood_alone_with_an_officer_goes_with_an_erasure(talk: Talk) -> None:
    talk.admin("/start").hears("")
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.desk.hears("Rahasia")
    talk.admin.hears(STORY)
    talk.ani("/hapus_data").hears("")
    talk.ani.presses("Ya, minta dihapus").hears("")
    talk.desk.hears("Permintaan hapus data")
    talk.budi.presses("Hapus data orang ini").toast("Dikonfirmasi")
    talk.wait(minutes=5)
    assert STORY not in "".join(m.text for m in talk.state.messages(accounts.BUDI))
    for room in (talk.ani.room, talk.desk, talk.admin.room):
        room.skip()


def test_where_nobody_can_be_told_the_desk_hears_that_something_waits(talk: Talk) -> None:
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.desk.hears("Rahasia")
    talk.desk.hears("laporan rahasia yang belum sampai", "menekan Start")
    assert STORY not in seen_at_desk(talk)
    talk.admin("/start").hears(STORY)
    talk.admin.room.skip()


def test_a_long_secret_story_and_its_files_are_read_whole_and_taken_back(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.SUPERVISOR)
    for private in (talk.admin, talk.eko.private):
        private("/start").hears("")
    story = "\n".join(f"{STORY}, hari ke-{day}" for day in range(1, 40))
    as_far_as_check(talk.ani, story)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas")
    talk.ani.presses("☐ Rahasia").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Rahasia", button="🔒 Baca isinya")
    for room in (talk.admin.room, talk.eko.private.room):
        room.skip()
    talk.eko.presses("🔒 Baca isinya").toast("")
    read = talk.eko.private.room.all_unheard()
    assert any("hari ke-39" in message.text for message in read)
    assert any(message.file_id for message in read)
    talk.budi(f"/petugas hapus {accounts.EKO}").hears("bukan petugas")
    talk.wait(seconds=5)
    left = [message for message in talk.state.messages(accounts.EKO) if message.from_bot]
    assert not any("hari ke" in message.text or message.file_id for message in left)
    talk.admin.room.skip()


def test_put_off_no_group_hears_that_it_wakes(talk: Talk) -> None:
    talk.admin("/start").hears("")
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani.presses("Jalur pengawasan").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.admin.hears(ABUSE, button="Ambil")
    talk.admin.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("ditangani")
    talk.admin.presses("Tunda…").toast("")
    talk.admin.presses("Rab, 25 Nov").toast("ditunda")
    talk.ani.hears("ditunda")
    talk.until(2, 8, 1)
    talk.ani.hears("dilanjutkan")
    assert not [m for m in talk.desk.all_unheard() if "Penundaan berakhir" in m.text]
    talk.admin.room.skip()


def test_what_was_answered_alone_is_put_right_alone(talk: Talk) -> None:
    talk.admin("/start").hears("")
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.desk.hears("Rahasia")
    talk.admin.hears(STORY)
    talk.admin.replies("Kami cek dulu ya Bu", to=STORY)
    talk.ani.hears("Kami cek dulu ya Bu")
    talk.admin.edits("Kami cek besok ya Bu").hears("EK-2026-00001 diperbaiki")
    assert "besok" in talk.ani.room.sees("ya Bu").text


def test_a_card_of_somebody_who_may_read_it_no_more_answers_nobody(talk: Talk) -> None:
    talk.dewi.private("/start").room.skip()
    talk.admin("/start").room.skip()
    file_with(talk, talk.ani, "☐ Rahasia")
    talk.desk.hears("Rahasia", button="Ambil")
    talk.admin.hears(STORY)
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Dewi")
    talk.dewi.private.hears(STORY)
    card = talk.dewi.private.room.last
    talk.budi("/tiket 1").hears("Rahasia")
    assert STORY not in seen_at_desk(talk)
    appoint(talk, accounts.DEWI, Role.ASKER)
    talk.dewi.private.replies("Kami cek dulu ya Bu", to=card).hears("tidak ada dalam daftar")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take"]
