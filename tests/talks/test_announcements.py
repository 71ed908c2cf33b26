"""An announcement from the first word to the last who gets it, and all that stops it."""

from __future__ import annotations

import pytest

from bot.rules.ticket import Role
from bot.simulator.world import accounts
from bot.words import announcement as words
from bot.words import labels
from storage.tables import Person
from tests.talks.announcement_steps import (
    OFF,
    TEXT,
    all_hear,
    drafted,
    everybody,
    known,
    proposed,
    reached,
    row,
)
from tests.talks.steps import file
from tests.talks.talk import Talk


def test_from_words_to_everybody(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    card = talk.desk.sees("menunggu persetujuan")
    assert "semua orang" in card.text
    assert "5 orang" in card.text
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk)
    talk.wait(seconds=30)
    done = talk.desk.sees("Pengumuman 1 · selesai")
    assert "Terkirim: 5 dari 5" in done.text
    assert "Disetujui: Dewi" in done.text


def test_nobody_lets_their_own_go(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    talk.budi.presses("Setujui").toast("Tulisan sendiri")
    assert reached(talk) == {}
    with talk.at_once():  # two taps, and of another at the same time
        talk.dewi.presses("Setujui")
        talk.dewi.presses("Setujui")
    assert [each.text for each in talk.toasts] == ["Disetujui.", words.changed_meanwhile()]
    talk.toasts.clear()
    all_hear(talk)
    assert set(reached(talk).values()) == {"sent"}


def test_what_is_changed_is_to_be_approved_anew(talk: Talk) -> None:
    known(talk)
    proposed(talk, "SKP dibuka sampai 30 Desember.")
    old = talk.desk.sees("menunggu persetujuan")
    talk.budi.edits(f"/umumkan {TEXT}").hears("Begini pengumuman").hears(TEXT).hears("· draf")
    talk.desk.sees("berubah; kartunya di bawah")
    talk.dewi.forges("nwy:1:1").toast("tidak berlaku")
    assert row(talk).status.value == "draft"
    talk.budi.presses("Ajukan").toast("Diajukan")
    assert old.message_id != talk.desk.sees("menunggu persetujuan").message_id
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk)
    talk.budi.edits("/umumkan Lain lagi.").hears("sudah disetujui")


def test_an_approval_at_the_same_moment_as_an_edit(talk: Talk) -> None:
    known(talk)
    proposed(talk, "SKP dibuka sampai 30 Desember.")
    with talk.at_once():
        talk.budi.edits(f"/umumkan {TEXT}")
        talk.dewi.presses("Setujui")
    talk.dewi.toast("Sudah berubah")
    talk.desk.skip()
    assert row(talk).status.value == "draft"
    assert reached(talk) == {}


def test_only_the_writer_chooses(talk: Talk) -> None:
    known(talk)
    drafted(talk)
    talk.dewi.presses("Semua orang").toast("Hanya penulisnya")
    talk.budi.presses("Ajukan").toast("Pilih penerimanya")
    talk.dewi.presses("Buang").toast("Hanya penulisnya")
    talk.budi.presses("Buang").toast("")
    talk.desk.sees("dibuang oleh Budi")


@pytest.mark.parametrize(
    "said", ["Jamnya 09 ya, bukan 08", "tunggu dulu bu", "setuju, tapi jamnya ganti 09"]
)
@pytest.mark.parametrize("state", ["· draf", "menunggu persetujuan"])
def test_anothers_words_are_no_new_text(talk: Talk, said: str, state: str) -> None:
    known(talk)
    (drafted if "draf" in state else proposed)(talk)
    before = row(talk)
    talk.dewi.replies(said, to=state).hears("tidak berubah: hanya penulisnya")
    after = row(talk)
    kept = (before.text, before.by_id, before.audience, before.status, before.revision)
    assert (after.text, after.by_id, after.audience, after.status, after.revision) == kept
    assert reached(talk) == {}


@pytest.mark.parametrize("said", ["setuju", "acc bu", "oke siap"])
def test_a_colleague_agrees_by_words(talk: Talk, said: str) -> None:
    known(talk)
    proposed(talk)
    talk.dewi.replies(said, to="menunggu persetujuan").hears("Pengumuman 1 disetujui")
    all_hear(talk)
    assert row(talk).text == TEXT
    assert row(talk).approved_by == accounts.DEWI
    talk.dewi.replies(said, to="· selesai").hears("sudah disetujui")


def test_a_draft_is_not_yet_agreed_to(talk: Talk) -> None:
    known(talk)
    drafted(talk)
    talk.dewi.replies("setuju", to="· draf").hears("masih draf", "Ajukan")
    assert row(talk).text == TEXT
    assert row(talk).status.value == "draft"


def test_nobody_agrees_to_their_own(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    talk.budi.replies("setuju", to="menunggu persetujuan").hears("menunggu petugas lain")
    talk.budi.replies("makasih semua", to="menunggu persetujuan").hears("tidak berubah")
    assert (row(talk).text, row(talk).status.value) == (TEXT, "proposed")
    talk.budi.replies("SKP ditutup 30 Desember.", to="menunggu persetujuan").hears("Begini")
    talk.desk.hears("SKP ditutup 30 Desember.").hears("· draf")


def test_what_is_agreed_to_is_the_newest(talk: Talk) -> None:
    known(talk)
    proposed(talk, "SKP dibuka sampai 30 Desember.")
    old = talk.desk.sees("menunggu persetujuan")
    talk.budi.edits(f"/umumkan {TEXT}").hears("Begini pengumuman").hears(TEXT).hears("· draf")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.replies("setuju", to=old).hears("Lihat yang terbaru")
    assert row(talk).status.value == "proposed"


def test_a_bare_word_begins_no_announcement(talk: Talk) -> None:
    talk.budi("/umumkan").hears("Balas pesan ini")
    talk.dewi.replies("oke siap", to="Balas pesan ini").hears("belum saya jadikan pengumuman")


def test_alone_with_the_bot_and_approved_in_the_group(talk: Talk) -> None:
    known(talk)
    talk.admin("/umumkan").hears("Balas pesan ini")
    talk.admin.replies(TEXT).hears("Begini").hears(TEXT).hears("· draf")
    talk.admin.presses("Semua orang").toast("")
    talk.admin.presses("Ajukan").toast("Diajukan")
    talk.admin.room.sees("kartunya ada di grup")
    talk.desk.hears("Begini").hears(TEXT).hears("menunggu persetujuan")
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk)


def test_no_more_news_by_button_and_by_words(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk)
    talk.ani.presses(OFF).toast("Kabar laporan Anda tetap datang")
    assert labels.NEWS_ON in talk.ani.room.sees(TEXT).button_words
    talk.burhan("jangan kirim pengumuman lagi").hears("tidak dikirim lagi")
    talk.budi.presses(OFF).toast("contoh")
    file(talk, talk.ani)  # news of a ticket comes all the same
    talk.budi.presses("Ambil").toast("")
    talk.ani.room.hears("sedang ditangani")
    talk.desk.skip()
    proposed(talk)
    assert "2 tidak mau pengumuman" in talk.desk.sees("menunggu persetujuan").text
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk, talk.citra, talk.admin, talk.dewi.private)
    talk.ani.presses(labels.NEWS_ON).toast("dikirim lagi")
    talk.burhan("kirim pengumuman").hears("kami kirim lagi")


def test_quiet_at_night(talk: Talk) -> None:
    known(talk)
    talk.until(1, 20, 30)
    talk.desk.skip()
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    talk.wait(seconds=30)
    assert "besok pagi, mulai pukul 08.00" in talk.desk.sees("sedang dikirim").text
    assert set(reached(talk).values()) == {"waiting"}
    talk.until(2, 8)
    all_hear(talk)
    talk.desk.skip()


def test_stopped_and_gone_on_with(talk: Talk) -> None:
    known(talk)
    talk.until(1, 20, 30)
    talk.desk.skip()
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    talk.budi.presses("Hentikan").toast("Dihentikan")
    talk.until(2, 8, 5)
    talk.desk.skip()
    assert "Dihentikan: Budi" in talk.desk.sees("Pengumuman 1 · dihentikan").text
    assert set(reached(talk).values()) == {"waiting"}
    talk.budi.presses("Lanjutkan kirim").toast("Tulisan sendiri")
    talk.dewi.presses("Lanjutkan kirim").toast("Disetujui")
    all_hear(talk)
    assert set(reached(talk).values()) == {"sent"}


def test_an_approval_ends_with_the_right_to_give_it(talk: Talk) -> None:
    known(talk)
    talk.until(1, 20, 30)
    talk.desk.skip()
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    with talk.database.unit() as unit:
        dewi = unit.people.get(accounts.DEWI)
        assert dewi is not None
        dewi.role = Role.ASKER
    talk.until(2, 8)
    talk.desk.hears("tidak lagi berwenang")
    talk.desk.skip()
    assert set(reached(talk).values()) == {"waiting"}
    with talk.database.unit() as unit:
        dewi = unit.people.get(accounts.DEWI)
        assert dewi is not None
        dewi.role = Role.OFFICER
    talk.wait(seconds=5)
    talk.dewi.presses("Lanjutkan kirim").toast("Disetujui")
    all_hear(talk)
    talk.desk.skip()


def test_who_was_not_reached(talk: Talk) -> None:
    known(talk)
    talk.state.users[accounts.ANI].blocked = True
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk, talk.burhan, talk.citra, talk.admin, talk.dewi.private)
    talk.wait(seconds=30)
    assert "tidak terjangkau 1" in talk.desk.sees("Pengumuman 1 · selesai").text
    talk.budi.presses(labels.NOT_REACHED).toast("").hears("1. ", "Ani")
    talk.expects(dead_sendings=1)


def test_no_secrets_and_nobodys_number(talk: Talk) -> None:
    known(talk)
    talk.budi("/umumkan Kata sandi e-Kinerja: Balangan2026!").hears("kata sandi").hears(
        "Belum saya simpan"
    )
    talk.budi("/umumkan Kirim password Anda ke sini").hears("Kata sandi")
    talk.budi("/umumkan Hubungi 197001012000011001").hears("samarkan").hears("Begini")
    talk.desk.hears("[NIP]").hears("· draf")
    talk.budi("/umumkan 😀").hears("perlu tulisan")
    talk.budi("/umumkan " + "a " * 2_000).hears("Terlalu panjang: kurangi 99 huruf")


def test_a_photo_with_words_and_with_too_many_of_them(talk: Talk) -> None:
    known(talk)
    talk.budi.photo("/umumkan Poster SKP").hears("Begini").hears_file("Poster SKP").hears("· draf")
    words = "Panjang sekali. " * 63
    talk.budi.photo(f"/umumkan {words.strip()}").hears("Begini").hears_file().hears(
        "Panjang sekali", button=OFF
    )
    talk.desk.hears("Pengumuman 2 · draf")
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")
    for voice in (*everybody(talk), talk.admin, talk.dewi.private):
        voice.room.hears_file().hears("Panjang sekali", button=OFF)


def test_for_offices_and_for_open_reports(talk: Talk) -> None:
    known(talk)
    with talk.database.unit() as unit:
        for number, office in ((accounts.ANI, "Dinas Kesehatan"), (accounts.CITRA, "RSUD")):
            person = unit.session.get(Person, number)
            assert person is not None
            person.office = office
    drafted(talk)
    talk.budi.presses("Kantor…").toast("")
    talk.budi.presses("Dinas Kesehatan (1)").toast("")
    talk.desk.sees("Dipilih: Dinas Kesehatan")
    talk.budi.presses(labels.CHOSEN).toast("")
    assert "1 orang" in talk.desk.sees("kantor Dinas Kesehatan").text
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk, talk.ani)
    talk.budi(f"/umumkan {TEXT}").hears("Begini").hears(TEXT).hears("2 · draf")
    talk.budi.presses("Laporan terbuka…").toast("")
    talk.budi.presses("Lainnya").toast("")
    assert "0 orang" in talk.desk.sees("laporan terbuka Lainnya").text
    talk.budi.presses("Ajukan").toast("Belum ada penerima")
    talk.budi("/umumkan daftar").hears("2 · ", "draf", "1 · ", "selesai")


def test_the_group_moves(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    new = talk.world.membership.upgrade_group(accounts.HELPDESK)
    talk.settle()
    talk.room(new).skip()
    budi, dewi = (talk.someone(each, chat=new) for each in (accounts.BUDI, accounts.DEWI))
    budi("/umumkan 1").hears("Begini").hears(TEXT).hears("menunggu persetujuan")
    dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk)
    talk.wait(seconds=30)
    talk.room(new).sees("Pengumuman 1 · selesai")


def test_a_calendar_of_reminders(talk: Talk) -> None:
    known(talk)
    talk.dewi("/pengingat tambah 1 Desember 2026 08.00 setiap bulan | x").hears("hanya admin")
    talk.budi("/pengingat").hears("masih kosong")
    talk.budi("/pengingat tambah besok").hears("di belakang |")
    talk.budi("/pengingat tambah 1 Desember 2026 08.00 setiap hari | Isi").hears("setiap minggu")
    talk.budi("/pengingat tambah 1 Desember 2026 21.00 | Isi").hears("antara 08.00 dan 20.00")
    talk.budi(f"/pengingat tambah Kamis 26 November 2026 09.00 setiap bulan | {TEXT}").hears(
        "Begini"
    ).hears(TEXT).hears("Pengingat 1 · draf", "setiap bulan")
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.budi.presses("Setujui").toast("Tulisan sendiri")
    talk.dewi.presses("Setujui").toast("Disetujui")
    talk.desk.sees("Pengingat 1 · terjadwal")
    talk.until(3, 9)
    all_hear(talk)
    talk.desk.hears("Begini").hears(TEXT).hears("Pengumuman 2")
    talk.desk.skip()
    talk.budi("/pengingat").hears("26 Des 2026 09.00", "setiap bulan")
    talk.budi("/pengingat hapus 1").hears("dihapus")
    talk.budi("/pengingat").hears("masih kosong")


def test_a_reminder_over_a_downtime(talk: Talk) -> None:
    """Late by hours it goes; later nobody waits for it, and the group is told."""
    known(talk)
    for day, hour in (("Rabu 25 November", 9), ("Kamis 26 November", 9)):
        talk.budi(f"/pengingat tambah {day} 2026 0{hour}.00 | {TEXT}").hears("Begini")
        talk.desk.hears(TEXT).hears("draf", "sekali")
        talk.budi.presses("Semua orang").toast("")
        talk.budi.presses("Ajukan").toast("Diajukan")
        talk.dewi.presses("Setujui").toast("Disetujui")
    talk.asleep(days=2, hours=6).restart().settle()
    all_hear(talk)
    talk.desk.hears("Pengingat 1", "tidak terkirim")
    talk.desk.hears("Begini").hears(TEXT).hears("Pengumuman 3")
    talk.desk.skip()
    talk.wait(seconds=20)
    talk.desk.sees("Pengumuman 3 · selesai")


def test_it_is_written_and_put_right_alone_with_the_bot(talk: Talk) -> None:
    talk.admin(f"/umumkan {TEXT}").hears("Begini pengumuman").hears(TEXT)
    talk.desk.skip()
    talk.admin.edits("/umumkan SKP dibuka sampai 30 Desember.")
    talk.admin.room.sees("SKP dibuka sampai 30 Desember")
    assert row(talk).text == "SKP dibuka sampai 30 Desember."
    talk.admin.room.skip()
    talk.desk.skip()


def test_whom_telegram_refuses_it_is_counted_as_failed(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    talk.state.faults.add("refusal", chat=talk.ani.chat, words="CHAT_RESTRICTED")
    talk.dewi.presses("Setujui").toast("Disetujui")
    talk.wait(seconds=30)
    assert sorted(reached(talk).values()) == ["failed", "sent", "sent", "sent", "sent"]
    assert "Terkirim: 4 dari 5" in talk.desk.sees("Pengumuman 1 · selesai").text
    all_hear(talk, talk.burhan, talk.citra, talk.admin, talk.dewi.private)
    talk.expects(dead_sendings=1)
