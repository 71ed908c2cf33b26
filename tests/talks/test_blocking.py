"""An admin keeps an abuser from the bot: by a card, a number, a choice; and lets them back in."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.simulator.world import accounts
from storage.tables import BlockRow
from tests.talks.planted import ask, confirm
from tests.talks.steps import STORY, file, take
from tests.talks.talk import Talk
from tests.talks.test_confidential import file_with

SHUT_OUT = "memblokir Anda"


def blocked(talk: Talk) -> Talk:
    file(talk, talk.ani)
    talk.budi.replies("/blokir kata-kata kasar", to="Status: ").hears(
        "Ani Rahmawati diblokir oleh Budi Santoso",
        "kata-kata kasar",
        button="Buka blokir Ani Rahmawati",
    )
    return talk


def test_who_is_blocked_hears_it_once_and_how_else_to_get_help(talk: Talk) -> None:
    blocked(talk)
    talk.ani("lupa kata sandi").hears(SHUT_OUT, "Untuk bantuan, tanyakan kepada").hears_nothing()
    for words in ("halo", "/lapor", "/tiket"):
        talk.ani(words).hears_nothing()
    talk.ani.photo()
    talk.ani.forges("lapor").hears_nothing()
    talk.burhan("lupa kata sandi").hears("Lupa kata sandi")
    assert talk.tickets() == 1
    assert "Pelapor diblokir" in talk.card().text


def test_who_is_blocked_is_not_answered_as_a_guest_either(talk: Talk) -> None:
    blocked(talk)
    said = f"@{accounts.BOT_USERNAME} lupa kata sandi"
    asked = [talk.world.people.ask_as_guest(who.user, said) for who in (talk.ani, talk.burhan)]
    talk.settle()
    assert [talk.state.guest_queries[each] is not None for each in asked] == [False, True]
    talk.ani.hears_nothing()


def test_rights_to_ones_own_data_stay(talk: Talk) -> None:
    blocked(talk)
    talk.ani("/data_saya").hears("Diblokir admin sejak", "EK-2026-00001")
    talk.ani("/hapus_data").hears("Minta data dihapus", button="Ya, minta dihapus")
    talk.ani.presses("Ya, minta dihapus").toast("").hears("sudah dicatat")
    talk.desk.hears("Permintaan hapus data 1")
    talk.ani("lupa kata sandi").hears(SHUT_OUT)


def test_an_open_ticket_can_be_worked_on(talk: Talk) -> None:
    blocked(talk)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.replies("Sudah kami perbaiki.", to="Status: ")
    talk.ani.hears("Sudah kami perbaiki.")
    talk.ani("terima kasih, masih belum").hears(SHUT_OUT)
    assert talk.deeds() == ["file", "take", "reply"]


def test_a_block_is_taken_back_by_its_button(talk: Talk) -> None:
    blocked(talk)
    talk.budi.presses("Buka blokir Ani Rahmawati")
    talk.desk.sees("Blokir Ani Rahmawati dibuka oleh Budi Santoso")
    talk.ani("lupa kata sandi").hears("Lupa kata sandi")
    assert "Pelapor diblokir" not in talk.card().text
    (row,) = log(talk)
    assert (row.person_id, row.by_id, row.reason) == (
        accounts.ANI,
        accounts.BUDI,
        "kata-kata kasar",
    )
    assert (row.lifted_by, row.lifted_at is not None) == (accounts.BUDI, True)


def test_by_number_and_with_a_reason_that_is_chosen(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/blokir EK-2026-00001").hears("Blokir Ani Rahmawati?", button="Membanjiri pesan")
    talk.budi.presses("Membanjiri pesan")
    talk.desk.sees("Ani Rahmawati diblokir oleh Budi Santoso")
    talk.budi("/blokir 1 lagi").hears("sudah diblokir")
    talk.budi("/blokir").hears("Yang diblokir", "Ani Rahmawati – Membanjiri pesan")
    talk.budi("/buka_blokir EK-2026-00001").hears("dibuka oleh Budi Santoso")
    talk.budi("/buka_blokir 1").hears("tidak diblokir")
    talk.budi("/blokir EK-2026-00077 x").hears("tidak tahu siapa")


def test_in_a_reply_the_card_decides_whatever_the_reason_begins_with(talk: Talk) -> None:
    for who in (talk.ani, talk.burhan, talk.citra):
        file(talk, who)
    talk.budi.replies("/blokir 1 kali kirim spam\nlagi", to="Citra").hears(
        "diblokir oleh Budi Santoso", "1 kali kirim spam lagi"
    )
    assert [row.person_id for row in log(talk)] == [accounts.CITRA]
    talk.ani("lupa kata sandi").hears("Lupa kata sandi")
    talk.desk.skip()


def test_by_choosing_among_who_wrote_last(talk: Talk) -> None:
    for _ in range(3):
        talk.burhan("apa itu zzz").hears("", button="Tanya petugas")
    talk.budi("/blokir").hears("Tidak ada yang diblokir")
    talk.budi.presses("Blokir Burhan")
    talk.desk.sees("Blokir Burhan? Pilih alasannya.")
    talk.budi.presses("Laporan palsu")
    talk.burhan("halo").hears(SHUT_OUT)
    talk.budi("/buka_blokir").hears("Laporan palsu", button="Buka blokir Burhan")


def test_only_an_admin_blocks(talk: Talk) -> None:
    file(talk, talk.ani)
    for who, refused in ((talk.dewi, "hanya admin"), (talk.eko, "hanya untuk petugas")):
        for words in ("/blokir", "/blokir EK-2026-00001 x", "/buka_blokir"):
            who(words).hears(refused)
        for data in (
            f"blk:{accounts.ANI}:abuse",
            f"blkwhy:{accounts.ANI}",
            f"unblk:{accounts.ANI}",
        ):
            who.forges(data).toast(refused)
    talk.ani.forges(f"blk:{accounts.BURHAN}:abuse").toast("tidak berlaku")
    assert log(talk) == []
    talk.ani("lupa kata sandi").hears("Lupa kata sandi")


def test_no_press_counts_that_is_not_shown(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.forges(f"blk:{accounts.ANI}:abuse").toast("tidak berlaku")
    talk.budi.forges(f"unblk:{accounts.ANI}").toast("tidak berlaku")
    assert log(talk) == []


@pytest.mark.parametrize("who", [accounts.BUDI, accounts.DEWI])
def test_no_officer_and_no_admin_is_blocked(talk: Talk, who: int) -> None:
    officer = talk.someone(who)
    file(talk, officer)
    talk.budi.replies("/blokir coba", to="Status: ").hears("petugas atau admin")
    assert log(talk) == []


def test_who_is_blocked_is_let_in_before_becoming_an_officer(talk: Talk) -> None:
    talk.eko("saya mau bantu")
    talk.budi.replies("/blokir kasar", to=talk.eko.said).hears("Eko Prasetyo diblokir")
    talk.budi.replies("/petugas tambah", to=talk.eko.said).hears("Buka dulu")
    talk.budi.replies("/buka_blokir", to=talk.eko.said).hears("dibuka")
    talk.budi.replies("/petugas tambah", to=talk.eko.said).hears("sekarang petugas")


def test_a_number_in_the_reason_is_not_kept(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/blokir 1 NIP 198501012010011001 dipakai orang").hears("[NIP] dipakai orang")


def test_the_anonymous_admin_blocks_nobody(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.world.people.say_as_anonymous_admin(talk.desk.chat, "/blokir EK-2026-00001 x")
    talk.settle()
    talk.desk.hears("tidak tahu siapa yang menulis")
    assert STORY in talk.card().text
    assert log(talk) == []


def log(talk: Talk) -> list[BlockRow]:
    with talk.database.reading() as unit:
        rows = list(unit.session.exec(select(BlockRow)))
        unit.session.expunge_all()
        return rows


def test_an_anonymous_reporter_is_blocked_for_a_reason_in_words(talk: Talk) -> None:
    file_with(talk, talk.ani, "☐ Anonim")
    talk.desk.hears("Pelapor anonim")
    talk.budi("/blokir EK-2026-00001").hears("EK-2026-00001", "alasan")
    assert log(talk) == []


def test_two_who_choose_the_same_at_once(talk: Talk) -> None:
    talk.burhan("apa itu zzz").hears("", button="Tanya petugas")
    for _ in range(2):
        talk.budi("/blokir").hears("Tidak ada yang diblokir")
    talk.budi.presses("Blokir Burhan").toast("")
    reasons = talk.desk.sees("Pilih alasannya")
    with talk.at_once():
        talk.budi.presses("Laporan palsu", on=reasons)
        talk.budi.presses("Membanjiri pesan", on=reasons)
        talk.budi.presses("Blokir Burhan")
    texts = [each.text for each in talk.toasts]
    talk.toasts.clear()
    assert texts[0] == ""
    assert all("sudah diblokir" in each for each in texts[1:])
    assert [row.reason for row in log(talk)] == ["Laporan palsu"]


def test_nobody_is_left_to_block_once_they_are_erased(talk: Talk) -> None:
    """While Telegram keeps us waiting the old lists stand with their buttons."""
    talk.ani("apa itu zzz").hears("", button="Tanya petugas")
    pages = []
    for _ in range(2):
        talk.budi("/blokir").hears("Tidak ada yang diblokir")
        pages.append(talk.desk.last)
    talk.budi.presses("Blokir Ani Rahmawati", on=pages[0]).toast("")
    ask(talk)
    talk.state.faults.add(
        "flood", chat=talk.desk.chat, method="editMessageText", times=None, retry_after=60
    )
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.budi.presses("Laporan palsu", on=pages[0]).toast("sudah tidak ada")
    talk.budi.presses("Blokir Ani Rahmawati", on=pages[1]).toast("sudah tidak ada")
    assert log(talk) == []
    talk.state.faults.clear()
    talk.wait(minutes=2)
    for page in pages:
        assert page is not None
        assert "Ani" not in page.text
