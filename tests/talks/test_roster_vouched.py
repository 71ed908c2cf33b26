"""/profil: a NIP by the word of an officer, and from a lost account by that of two."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.words import roster as words
from tests.talks.roster_steps import ANI, GONE, NIP, NUMBER, OTHER, claims, links, listed, shares
from tests.talks.talk import Talk
from tests.talks.test_announcement_card import toasts


def test_an_officer_vouches(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai ke petugas")
    talk.desk.hears("NIP: …001", "Ani Rahmawati, S.Kom", button="Setujui")
    assert NIP not in talk.desk.sees("NIP: …001").text
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("masih menunggu")
    talk.budi.presses("Setujui", on=talk.desk.last)
    talk.ani.hears("terhubung sebagai Ani")
    assert "Disetujui oleh Budi" in talk.desk.sees("terhubung dengan NIP …001").text
    assert links(talk) == {talk.ani.user: NIP}


def test_an_officer_says_no_and_none_says_yes_to_themselves(talk: Talk) -> None:
    listed(talk, ANI)
    budi = talk.budi.private
    claims(talk, budi).hears("buktikan")
    budi("Minta persetujuan petugas").hears("sudah sampai")
    talk.desk.hears("Minta dihubungkan")
    talk.budi.presses("Setujui", on=talk.desk.last).toast("petugas lain")
    talk.dewi.presses("Tolak", on=talk.desk.last)
    budi.hears("belum bisa memastikan")
    assert links(talk) == {}


def held(talk: Talk) -> None:
    """Ani has her NIP, and Burhan says that it is his."""
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    claims(talk, talk.burhan).hears("buktikan")
    talk.ani.hears("akun lain", "…001")


def test_a_nip_that_is_linked_is_not_given_away_and_its_holder_is_told(talk: Talk) -> None:
    held(talk)
    shares(talk, talk.burhan).hears("tidak cocok")
    talk.burhan("Minta persetujuan petugas").hears("sudah sampai")
    talk.desk.hears("sudah terhubung dengan akun lain", button="Tolak")
    assert "Setujui" not in talk.desk.sees("Minta dihubungkan").button_words
    assert links(talk) == {talk.ani.user: NIP}


def lost(talk: Talk) -> None:
    """Burhan says so of a lost account, and asks the desk."""
    held(talk)
    talk.burhan("Minta persetujuan petugas").hears("sudah sampai")
    talk.desk.hears("sudah terhubung dengan akun lain", button="Pindahkan NIP")


def test_two_officers_move_a_nip_from_a_lost_account(talk: Talk) -> None:
    lost(talk)
    talk.budi.presses("Pindahkan NIP").toast("")
    talk.ani.hears("akan memindahkan NIP Anda (…001)")
    talk.desk.sees("pemilik akun lama sudah diberi tahu")
    talk.budi.presses("Setujui pemindahan").toast("Perlu petugas lain")
    assert links(talk) == {talk.ani.user: NIP}
    claims(talk, talk.burhan).hears("buktikan")
    talk.ani.hears_nothing()
    talk.burhan("Minta persetujuan petugas").hears("masih menunggu")
    shown = talk.desk.sees("NIP akan dipindahkan")
    talk.dewi.presses("Setujui pemindahan", on=shown).toast("")
    talk.ani.hears("sudah dipindahkan ke akun Telegram lain")
    talk.burhan.hears("terhubung sebagai Ani")
    assert "petugas kedua, Dewi" in talk.desk.sees("dipindahkan ke akun").text
    assert links(talk) == {talk.burhan.user: NIP}


def test_a_move_that_was_proposed_may_be_refused(talk: Talk) -> None:
    lost(talk)
    talk.budi.presses("Pindahkan NIP").toast("")
    talk.ani.hears("akan memindahkan")
    talk.dewi.presses("Tolak").toast("")
    talk.burhan.hears("belum bisa memastikan")
    assert links(talk) == {talk.ani.user: NIP}


def test_no_officer_moves_a_nip_to_or_from_themselves(talk: Talk) -> None:
    listed(talk, ANI)
    budi, dewi = talk.budi.private, talk.dewi.private
    claims(talk, budi).hears("buktikan")
    shares(talk, budi).hears("terhubung")
    claims(talk, dewi).hears("buktikan")
    budi.hears("akun lain")
    dewi("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("Minta dihubungkan", button="Pindahkan NIP").last
    for officer in (talk.budi, talk.dewi):
        officer.presses("Pindahkan NIP", on=card).toast("petugas lain")
    assert links(talk) == {budi.user: NIP}


def test_nobody_else_moves_a_nip(talk: Talk) -> None:
    lost(talk)
    card = talk.desk.sees("Minta dihubungkan")
    talk.burhan.forges("nipmv:2").toast("tidak berlaku")
    talk.eko.forges("nipmv:2", on=card).toast("hanya untuk petugas")
    assert links(talk) == {talk.ani.user: NIP}


def test_a_claim_is_decided_once(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("NIP: …001", button="Setujui").last
    with talk.at_once():
        talk.budi.presses("Setujui", on=card)
        talk.dewi.presses("Setujui", on=card)
        talk.dewi.presses("Tolak", on=card)
    assert toasts(talk)[-3:] == ["", *[words.decided_toast()] * 2]
    talk.ani.hears("terhubung sebagai Ani").hears_nothing()
    assert links(talk) == {talk.ani.user: NIP}


def test_what_was_proved_meanwhile_is_not_vouched_for(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.burhan).hears("buktikan")
    talk.burhan("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("Minta dihubungkan", button="Setujui").last
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    talk.budi.presses("Setujui", on=card).toast("tidak bisa dihubungkan")
    assert links(talk) == {talk.ani.user: NIP}
    talk.burhan.hears_nothing()


def test_a_claim_that_is_forgotten_is_decided_by_nobody(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("NIP: …001", button="Setujui").last
    with talk.database.unit() as unit:  # as it is after some months
        unit.roster.forget_claims(talk.clock.now() + timedelta(seconds=1))
    talk.budi.presses("Setujui", on=card).toast("tidak berlaku")
    assert links(talk) == {}
    talk.ani.hears_nothing()


def test_a_move_is_nothing_once_the_nip_is_free_or_moved(talk: Talk) -> None:
    lost(talk)
    card = talk.desk.sees("Minta dihubungkan")
    talk.ani("/profil").hears("NIP").presses("Lepas NIP").toast("dilepas").hears("sudah dilepas")
    talk.budi.presses("Pindahkan NIP", on=card).toast("tidak bisa dihubungkan")
    assert links(talk) == {}
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    talk.budi.presses("Pindahkan NIP", on=card).toast("")
    talk.ani.hears("akan memindahkan")
    with talk.at_once():
        talk.dewi.presses("Setujui pemindahan", on=card)
        talk.dewi.presses("Setujui pemindahan", on=card)
    assert toasts(talk)[-2:] == ["", words.decided_toast()]
    talk.ani.hears("sudah dipindahkan")
    talk.burhan.hears("terhubung sebagai Ani").hears_nothing()
    assert links(talk) == {talk.burhan.user: NIP}


def test_a_move_to_somebody_who_has_another_nip_by_now(talk: Talk) -> None:
    own = replace(ANI, nip="199105052023212004", name="Burhan, S.T", phone=("6281111111111",))
    listed(talk, ANI, own)
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    claims(talk, talk.burhan).hears("buktikan")
    talk.ani.hears("akun lain")
    talk.burhan("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("sudah terhubung", button="Pindahkan NIP").last
    talk.budi.presses("Pindahkan NIP", on=card).toast("")
    talk.ani.hears("akan memindahkan")
    claims(talk, talk.burhan, own.nip).hears("buktikan")
    shares(talk, talk.burhan, "+6281111111111").hears("terhubung sebagai Burhan")
    talk.dewi.presses("Setujui pemindahan", on=card).toast("tidak berlaku")
    assert links(talk) == {talk.ani.user: NIP, talk.burhan.user: own.nip}
    talk.ani.hears_nothing()


def test_while_the_desk_is_asked_a_number_is_no_proof_any_more(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    talk.desk.hears("Minta dihubungkan")
    talk.ani(NUMBER).room.skip()
    shares(talk, talk.ani).room.skip()
    assert links(talk) == {}
    assert "terhubung sebagai" not in talk.ani.room.story()


def test_who_has_left_can_only_be_refused(talk: Talk) -> None:
    listed(talk, ANI, GONE)
    claims(talk, talk.ani, OTHER).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    talk.desk.hears("Minta dihubungkan", button="Tolak")
    assert "Setujui" not in talk.desk.sees("Minta dihubungkan").button_words
    talk.budi.presses("Tolak")
    talk.ani.hears("belum bisa memastikan")
