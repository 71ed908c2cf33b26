"""The card of an announcement: whom it is for, page by page; and two who press at once."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.announcement import RecipientStatus
from bot.simulator.world import accounts
from bot.words import announcement as words
from bot.words import labels
from tests.talks.announcement_steps import (
    OFF,
    TEXT,
    all_hear,
    drafted,
    known,
    proposed,
    reached,
    row,
)
from tests.talks.clinic_steps import joins, opened
from tests.talks.talk import Talk

CHANGED = words.changed_meanwhile()


def toasts(talk: Talk) -> list[str]:
    """Over the presses since, in their order; seen by this."""
    found = [press.text for press in talk.toasts]
    talk.toasts.clear()
    return found


def people_at(talk: Talk, *offices: str) -> None:
    """One who is known for each."""
    with talk.database.unit() as unit:
        for place, office in enumerate(offices):
            name, now = f"Orang {place + 1}", talk.clock.now()
            person = unit.people.seen(9_000 + place, name=name, username=None, now=now)
            person.office = office


def test_for_who_joined_a_session(talk: Talk) -> None:
    known(talk)
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    drafted(talk)
    talk.budi.presses("Peserta Coaching Clinic…").toast("")
    talk.desk.sees("Peserta yang mana?")
    talk.budi.presses("1. Menyusun SKP").toast("")
    card = talk.desk.sees("peserta Coaching Clinic: 1. Menyusun SKP")
    assert "1 orang" in card.text
    talk.budi.presses("✔ Peserta Coaching Clinic…", on=card).toast("")
    talk.budi.presses(labels.ALL_PARTICIPANTS).toast("")
    assert "Penerima: peserta Coaching Clinic\n" in talk.desk.sees("· draf").text
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk, talk.ani)
    assert set(reached(talk)) == {accounts.ANI}


def test_offices_of_several_pages_in_and_out(talk: Talk) -> None:
    people_at(talk, *(f"Dinas Nomor {number:02}" for number in range(1, 11)))
    drafted(talk)
    talk.budi.presses("Kantor…").toast("")
    talk.budi.presses("Dinas Nomor 01 (1)").toast("")
    talk.budi.presses("Berikutnya ›").toast("")
    talk.budi.presses("Dinas Nomor 10 (1)").toast("")
    shown = talk.desk.sees("Dipilih: Dinas Nomor 01; Dinas Nomor 10")
    talk.budi.presses("‹ Sebelumnya").toast("")
    talk.budi.presses("✔ Dinas Nomor 01 (1)", on=shown).toast("")
    talk.desk.sees("Dipilih: Dinas Nomor 10")
    talk.budi.presses(labels.CHOSEN).toast("")
    assert "1 orang" in talk.desk.sees("kantor Dinas Nomor 10").text


def test_who_was_not_reached_fills_pages(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    all_hear(talk)
    people_at(talk, *[""] * 31)
    with talk.database.unit() as unit:
        unit.recipients.add(1, [(9_000 + each, RecipientStatus.LOST) for each in range(31)])
    talk.wait(minutes=1)
    talk.budi.presses(labels.NOT_REACHED).toast("")
    talk.desk.hears("1. Orang 1", "30. Orang 8", button="Berikutnya ›")
    talk.budi.presses("Berikutnya ›").toast("")
    assert talk.desk.sees("31. Orang 9").button_words == ["‹ Sebelumnya"]
    talk.budi.presses("‹ Sebelumnya").toast("")
    assert talk.desk.sees("1. Orang 1").button_words == ["Berikutnya ›"]


def test_given_back_it_is_a_draft_again(talk: Talk) -> None:
    known(talk)
    proposed(talk)
    with talk.at_once():
        talk.dewi.presses("Kembalikan")
        talk.dewi.presses("Setujui")
    assert toasts(talk) == ["Dikembalikan ke penulisnya.", CHANGED]
    assert row(talk).status.value == "draft"
    talk.desk.sees("· draf")
    talk.budi.presses("Ajukan").toast("Diajukan")
    with talk.at_once():
        talk.dewi.presses("Setujui")
        talk.budi.presses("Kembalikan")
    assert toasts(talk) == ["Disetujui.", CHANGED]
    all_hear(talk)


def test_what_is_pressed_twice_or_too_late_happens_once(talk: Talk) -> None:
    known(talk)
    drafted(talk)
    with talk.at_once():  # its people are not counted yet
        talk.budi.presses("Semua orang")
        talk.budi.presses("Ajukan")
    assert toasts(talk) == ["", words.counting()]
    with talk.at_once():  # other words came before the press
        talk.budi.edits("/umumkan Lain sekali.")
        talk.budi.presses("Ajukan")
        talk.budi.presses("✔ Semua orang")
    assert toasts(talk) == [CHANGED, CHANGED]
    talk.desk.skip()
    assert row(talk).status.value == "draft"
    with talk.at_once():
        talk.budi.presses("Ajukan")
        talk.budi.presses("Ajukan")
        talk.budi.presses("✔ Semua orang")
    assert toasts(talk) == ["Diajukan.", CHANGED, CHANGED]
    talk.dewi.presses("Kembalikan").toast("Dikembalikan")
    with talk.at_once():
        talk.budi.presses("Buang")
        talk.budi.presses("Buang")
    assert toasts(talk) == ["", CHANGED]
    talk.desk.sees("dibuang oleh Budi")
    talk.budi.edits("/umumkan Masih ada?").hears_nothing()
    talk.budi("/umumkan daftar").hears("Belum ada pengumuman")


def test_only_who_leads_throws_anothers_draft_away(talk: Talk) -> None:
    drafted(talk)
    talk.dewi.presses("Buang").toast("Hanya penulisnya")
    talk.dewi.presses("Ajukan").toast("Hanya penulisnya")
    assert row(talk).status.value == "draft"


def test_gone_on_with_once(talk: Talk) -> None:
    known(talk)
    talk.until(1, 20, 30)
    talk.desk.skip()
    proposed(talk)
    talk.dewi.presses("Setujui").toast("Disetujui")
    with talk.at_once():
        talk.budi.presses("Hentikan")
        talk.budi.presses("Hentikan")
    assert toasts(talk) == [words.stopped_toast(), words.done_toast()]
    with talk.at_once():
        talk.dewi.presses("Lanjutkan kirim")
        talk.dewi.presses("Lanjutkan kirim")
    assert toasts(talk) == ["Disetujui.", words.done_toast()]
    told = row(talk).told_at
    talk.wait(seconds=10)
    assert row(talk).told_at == told, "how far it is is told every quarter of a minute at most"
    talk.until(2, 8)
    all_hear(talk)
    talk.desk.skip()


NEVER_GIVEN = (
    *("nw:9", "nwa:9:1:all", "nwop:9:0", "nwo:9:0:abcdef:1", "nws:9:1", "nwc:9:1", "nwp:9:1"),
    *("nwy:9:1", "nwn:9:1", "nwx:9", "nwst:9", "nwre:9", "nwl:9:0", "nwz:9"),
)


def test_a_number_never_given_is_told_as_such(talk: Talk) -> None:
    drafted(talk)
    before = row(talk).model_dump()
    card = talk.desk.last
    for data in NEVER_GIVEN:
        talk.budi.forges(data, on=card).toast(CHANGED)
    for data in ("nwa:1:1:everyone", "nwa:1:7:all"):
        talk.budi.forges(data, on=card).toast(CHANGED)
    talk.budi.forges("nwc:1:99", on=card).toast("")
    talk.budi("/umumkan 9").hears("Pengumuman 9 tidak ada")
    assert row(talk).model_dump() == before


def test_a_card_that_is_older_than_the_database(talk: Talk) -> None:
    """Put back from a backup of before it was written."""
    drafted(talk)
    with talk.database.unit() as unit:
        found = unit.announcements.get(1)
        assert found is not None
        unit.session.delete(found)
    talk.budi.replies("Isi yang lain", to="· draf").hears("Pengumuman 1 tidak ada")


def test_alone_with_the_bot_only_ones_own_draft_is_shown(talk: Talk) -> None:
    drafted(talk)
    talk.dewi.private("/umumkan 1").hears("Lihat di grup petugas", "/umumkan 1")
    talk.admin("/umumkan 1").hears("Begini").hears(TEXT, button=OFF).hears("· draf")


def test_a_bot_without_a_group_has_nobody_who_approves(talk: Talk) -> None:
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart()
    talk.ani("/bantuan").room.skip()
    talk.admin(f"/umumkan {TEXT}").hears("Begini").hears(TEXT).hears("· draf")
    talk.admin.presses("Semua orang").toast("")
    talk.admin.presses("Ajukan").toast("Grup petugas belum diatur")
    assert row(talk).status.value == "draft"
